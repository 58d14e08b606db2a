"""Texts that must never run, never be computed, never be seen by the wrong people."""

import re
from datetime import timedelta

from django.db.models import CharField, JSONField, TextField
from django.urls import reverse
from django.utils import timezone
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from certificates.services.issuing import issue
from tests.factories.courses import CourseFactory
from tests.factories.exchange import ApplicationFactory, OfferFactory, PlacementFactory
from tests.factories.people import DepartmentFactory
from tests.factories.training import StationFactory, WeeklyNoteFactory
from tests.test_project import our_models

SCRIPT = '"><img src=x onerror=__xss()>{{ 7*7777 }}${7*7777}=1+1'
COMPUTED = "54439"
SECRET, NOTES = "ZZ-AUG-7f3-geheim", "ZZ-AUG-9d1-vertraulich"
# what no person types: keys, addresses, and what programs keep for themselves
NO_PROSE = {"email", "slug", "password", "code", "number", "kind", "url", "status", "letter", "language", "answers"}
NO_PROSE_IN = {"MatchRun", "NumberSeries", "Wish", "CourseRendition"}


def fill_with(text):
    """Every text that somebody could have typed, in every row."""
    for model in our_models():
        if model.__name__ in NO_PROSE_IN:
            continue
        fields = [field for field in model._meta.local_concrete_fields if is_prose(field)]
        for row in model._base_manager.all():
            new = {field.attname: typed(field, getattr(row, field.attname), text, row.pk) for field in fields}
            if new:
                model._base_manager.filter(pk=row.pk).update(**new)
    Page.objects.filter(depth__gt=2).update(title=text)


def is_prose(field):
    if isinstance(field, StreamField | RichTextField) or field.choices or field.name in NO_PROSE:
        return False
    named_like_a_key = re.search(r"(_hash|_type|_version|engine|seed|commitment|sha256)$", field.name)
    return isinstance(field, CharField | TextField | JSONField) and not named_like_a_key


def typed(field, old, text, key):
    if isinstance(field, JSONField):
        return in_json(old, text)
    room = field.max_length or 1_000
    end = str(key) if field.unique or any(field.name in one.fields for one in unique_in(field.model)) else ""
    return text[: room - len(end)] + end


def unique_in(model):
    return [one for one in model._meta.constraints if hasattr(one, "fields")]


def in_json(value, text):
    """Sentences and words; not the keys, dates and numbers that programs put there."""
    if isinstance(value, dict):
        return {key: in_json(one, text) for key, one in value.items()}
    if isinstance(value, list):
        return [in_json(one, text) for one in value]
    return text if isinstance(value, str) and " " in value and not value.startswith("<") else value


def kilians_case(cast, world):
    """Kilian of Augsburg applies, works at home, is a guest in Nürnberg: nothing of it concerns München."""
    person = cast.kilian
    person.last_name = SECRET
    person.save()
    texts = {"idea": f"{SECRET} {NOTES}", "motivation": NOTES, "trainer_comment": NOTES, "decision_note": NOTES}
    application = ApplicationFactory(
        round=world.endorsed.round, apprentice=person, home_city=cast.augsburg, endorsed=True,
        wishes=[world.endorsed.wishes.get().offer], **texts,
    )  # fmt: skip
    desk = {"round": world.placement.round, "city": cast.nuremberg, "supervisor": cast.rita, "reviewer": cast.hanna}
    accepted = ApplicationFactory(
        round=world.placement.round,
        apprentice=person,
        home_city=cast.augsburg,
        approved=True,
        status="accepted",
        **texts,
    )
    placement = PlacementFactory(application=accepted, offer=OfferFactory(**desk), active=True)
    at_home = StationFactory(
        apprentice=person, department=DepartmentFactory(city=cast.augsburg), supervisor=cast.otto, tasks=SECRET,
        running=True, starts_on=placement.starts_on - timedelta(days=60),
        ends_on=placement.starts_on - timedelta(days=1),
    )  # fmt: skip
    note = WeeklyNoteFactory(station=at_home, did=NOTES, learned=NOTES, status="submitted", submitted_at=timezone.now())
    hidden_offer = OfferFactory(
        round=world.round, city=cast.augsburg, title=f"{SECRET} {NOTES}", mission=NOTES, status="draft", reviewer=None
    )
    certificate = issue(
        kind="course", recipient=person, city=cast.augsburg, title=f"Kurs {NOTES}", content=world.certificate.says,
        source=("courses.enrollment", 77), actor=None, issued_on=timezone.localdate(),
    )  # fmt: skip
    course = CourseFactory(city=cast.augsburg, title=f"Entwurf {SECRET} {NOTES}", live=False)
    person.places = [
        *(one.get_absolute_url() for one in (application, accepted, placement, at_home, note, certificate)),
        reverse("exchange:offer_review", args=[hidden_offer.pk]),
        reverse("exchange:offer", args=[hidden_offer.pk]),
        reverse("certificates:download", args=[certificate.pk]),
        reverse("exchange:inbox") + f"?fall=application-{application.pk}",
        course.url,
    ]
    person.editor = ["/cms/", f"/cms/pages/{course.pk}/", f"/cms/pages/{course.pk}/edit/", "/cms/reports/site-history/",
                     "/cms/reports/aging-pages/", "/cms/reports/locked/", "/cms/pages/search/?q=7f3"]  # fmt: skip
    return person


def holds(answer, *secrets):
    everything = answer.body.decode(errors="replace") + repr(answer.headers)
    return any(secret in everything for secret in secrets)
