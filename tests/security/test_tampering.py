"""Requests made by hand: fields that no form has, ways back that lead elsewhere, passwords tried one by one."""

import re
from datetime import timedelta
from urllib.parse import urljoin

import pytest
from django.core.cache import cache
from django.db import models, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lms.core.privacy import DECLARED
from tests.security.crawling import HERE, Visitor, forms_on
from tests.security.nasty import encoded
from tests.security.rows import rows
from tests.test_access import addresses

FORM = "application/x-www-form-urlencoded"
PASSWORD = "ein-langes-passwort"


def every_field_name(cast):
    """What somebody might try to set: for each field of each model a value it could take."""
    return {field.name: wanted(field, cast) for model in DECLARED for field in model._meta.local_concrete_fields}


def wanted(field, cast):
    if field.choices:
        return str(field.choices[-1][0])
    if isinstance(field, models.ForeignKey):
        return str(cast.augsburg.pk if "city" in field.name else cast.kilian.pk)
    if isinstance(field, models.DateField):
        return "2030-01-01"
    return "1" if isinstance(field, models.IntegerField | models.BooleanField) else "Fremd"


def page_of(thing):
    if thing.pk is None:  # a note that is still to be written
        return reverse("training:note_write", args=[thing.station_id, thing.week_starts_on.isoformat()])
    return thing.get_absolute_url()


def monday(day):
    return day - timedelta(days=day.weekday())


def after_sending(visitor, form, extra):
    with transaction.atomic():
        body = encoded([*form.fields, *extra.items()])
        answer = visitor.client.post(form.action, body, content_type=FORM)
        tables = {model._meta.db_table for model in DECLARED}
        left = {
            table: rows(table, without={"id", "url", "notification_id"}) for table in tables
        }  # PostgreSQL never gives a number twice
        transaction.set_rollback(True)
    return answer.status_code, left


@pytest.mark.parametrize(
    ("who", "place"),
    [
        ("mina", "exchange:application_mission"),
        ("mina", "exchange:application_consent"),
        ("mina", "this_week"),
        ("mina", "courses:attempt"),
        ("barbara", "training:note"),
        ("barbara", "submitted"),
        ("hanna", "endorsed"),
        ("hanna", "proposed"),
        ("hanna", "draft_agreement"),
        ("carla", "exchange:offer_edit"),
        ("carla", "exchange:station_change"),
        ("konrad", "exchange:round_edit"),
        ("konrad", "exchange:agreement_edit"),
    ],
)
def test_fields_that_the_form_does_not_name_change_nothing(cast, world, time_machine, who, place):
    time_machine.move_to(timezone.now(), tick=False)
    visitor = Visitor(who, getattr(cast, who))
    world.this_week = world.note.__class__(station=world.station, week_starts_on=monday(timezone.localdate()))
    url = addresses(world).get(place) or page_of(getattr(world, place))
    forms = [form for form in forms_on(who, url, visitor.get(url)) if form.method == "post"]
    ours = [form for form in forms if not form.action.startswith(("/sprache", "/darstellung", "/abmelden"))]
    assert ours
    for form in ours:
        sent = {name for name, _value in form.fields}
        prefixes = {"", *(f"{name.partition('-')[0]}-" for name in sent if re.match("[a-z]+-[a-z]+$", name))}
        extra = {f"{prefix}{name}": value for name, value in every_field_name(cast).items() for prefix in prefixes}
        extra = {name: value for name, value in extra.items() if name not in sent}
        assert after_sending(visitor, form, extra) == after_sending(visitor, form, {}), form.action


elsewhere = st.one_of(
    st.lists(
        st.sampled_from(["/", "\\", "//", ":", "@", "http", "https:", "evil.example", "testserver", ".", "..", "\t",
                         "\n", "\r", " ", "\x00", "%2f", "%5c", "?", "#", "javascript:alert(1)", "data:", "ftp:",
                         "\u3002", "\uff0f", "\u2044", "home", "[::1]", "{", "kurse"]),
        max_size=6,
    ).map("".join),
    st.text(max_size=30),
)  # fmt: skip


def test_no_way_back_leads_off_the_site(cast, world):
    mina = Visitor("mina", cast.mina)
    doors = [
        "/sprache/",
        "/darstellung/",
        "/nachrichten/gelesen/",
        f"/austausch/plaetze/{world.offer.pk}/wunsch/",
        "/abmelden/",
    ]

    @settings(max_examples=settings().max_examples * 6, suppress_health_check=list(HealthCheck), database=None)
    @given(st.sampled_from(doors), elsewhere, st.booleans())
    def leave(door, target, in_address):
        sent = encoded([("next", target)])
        answer = mina.ask("post", f"{door}?{sent}" if in_address else door, data=sent, content_type=FORM)
        assert is_ours(answer["Location"]), answer["Location"]

    leave()


def test_signing_in_leads_to_us(cast):
    cast.mina.set_password(PASSWORD)
    cast.mina.save()
    nobody = Visitor("nobody")

    @settings(max_examples=settings().max_examples * 2, suppress_health_check=list(HealthCheck), database=None)
    @given(elsewhere)
    def sign_in(target):
        cache.clear()
        sent = encoded([("login", cast.mina.email), ("password", PASSWORD), ("next", target)])
        answer = nobody.ask("post", "/anmelden/", data=sent, content_type=FORM)
        assert (answer.status_code, is_ours(answer["Location"])) == (302, True), answer["Location"]

    sign_in()


def is_ours(location):
    """As a browser reads it: backslashes are slashes, white space at the ends and tabs within do not count."""
    read = location.strip().replace("\\", "/").replace("\t", "").replace("\n", "").replace("\r", "")
    return urljoin(f"{HERE}/konto/", read).startswith(f"{HERE}/")


def test_passwords_cannot_be_tried_for_long(cast):
    cast.mina.set_password(PASSWORD)
    cast.mina.save()
    browser = Client()

    def attempt(password):
        return browser.post(reverse("account_login"), {"login": cast.mina.email, "password": password}).status_code

    assert {attempt(f"falsch-{number}") for number in range(10)} <= {200, 429}
    assert attempt(PASSWORD) != 302


def test_whoever_may_no_longer_sign_in_is_out_at_once(cast):
    browser = Client()
    browser.force_login(cast.mina)
    cast.mina.is_active = False
    cast.mina.save()
    assert browser.get(reverse("profile")).status_code == 302
