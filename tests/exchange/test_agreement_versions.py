"""Versions of agreements: what lapses, what is renewed, what counts on a day, and what hosts may see."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import product
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.consent import SHAREABLE
from exchange.models import Agreement, AgreementDocument, Assent
from exchange.models.agreements import fingerprint
from exchange.queries.agreement_changes import LABELS, changes
from exchange.queries.agreement_terms import agreement_missing, first_day_without, quota_of, short_of_seats
from exchange.queries.agreements import comparisons
from exchange.services import agreements as services
from exchange.states import AgreementStatus
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from people.models import Role
from people.services.memberships import give_role
from tests.factories.exchange import AgreementFactory, OfferFactory, RoundFactory
from tests.factories.people import CityFactory, UserFactory
from tests.nightly import NIGHTLY

TODAY = date(2026, 11, 23)
CONTENT = {"starts_on": date(2027, 1, 1), "ends_on": date(2029, 12, 31), "text": "Wir tauschen aus.\nZu dritt."}
SCAN = b"%PDF-1.7 Anlage"


@pytest.fixture
def cities(cast):
    return [cast.nuremberg, cast.augsburg, cast.munich]


@pytest.fixture
def draft(cast, cities):
    return services.create_agreement(actor=cast.konrad, title="Kooperation", cities=cities, **CONTENT)


@pytest.fixture
def in_force(cities):
    days = {"starts_on": date(2025, 1, 1), "ends_on": date(2027, 12, 31)}
    return AgreementFactory(cities=cities, title="Laufende Kooperation", seats_per_round=3, **days)


def a_pdf(content=SCAN, name="anlage.pdf"):
    return SimpleUploadedFile(name, content, "application/pdf")


def assent(agreement, person, city):
    return services.assent_to_agreement(
        agreement, actor=person, city=city, content_hash=Agreement.objects.get(pk=agreement.pk).content_hash
    )


def everybody_assents(cast, agreement):
    for person, city in [(cast.hanna, cast.nuremberg), (cast.anton, cast.augsburg), (cast.marlene, cast.munich)]:
        assent(agreement, person, city)
    agreement.refresh_from_db()
    return agreement


# state × role × city

WHO = ["konrad", "hanna", "marlene", "outsider", "mina"]


@pytest.mark.parametrize(("who", "status"), list(product(WHO, AgreementStatus.values)))
def test_who_may_take_which_step_in_which_state(cast, cities, who, status):
    agreement = AgreementFactory(cities=cities, status=status)
    document = AgreementDocument.objects.create(
        agreement=agreement, title="Anlage", file="agreements/x.pdf", size=1, sha256="0" * 64, added_by=cast.konrad
    )
    person = UserFactory(hr_in=CityFactory()) if who == "outsider" else getattr(cast, who)
    steps = {
        "change": lambda: services.change_agreement(agreement, actor=person, cities=cities, **CONTENT),
        "document": lambda: services.add_document(agreement, actor=person, title="Neu", file=a_pdf()),
        "leave out": lambda: services.leave_out_document(document, actor=person),
        "assent nuernberg": lambda: assent(agreement, person, cast.nuremberg),
        "withdraw nuernberg": lambda: services.withdraw_assent(agreement, actor=person, city=cast.nuremberg),
        "assent muenchen": lambda: assent(agreement, person, cast.munich),
        "renew": lambda: services.renew_agreement(agreement, actor=person, today=TODAY),
        "addendum": lambda: services.create_addendum(
            agreement,
            actor=person,
            title="Nachtrag",
            starts_on=agreement.starts_on,
            ends_on=agreement.ends_on,
            text="+",
        ),
        "end": lambda: services.end_agreement(agreement, actor=person, reason="Vorbei"),
    }
    done = {name for name, take in steps.items() if _took(take)}
    assert done == {name for name in steps if name in POSSIBLE[status] & ALLOWED.get(who, set())}


COORDINATION = {"change", "document", "leave out", "renew", "addendum", "end"}
ALLOWED = {
    "konrad": COORDINATION,
    "hanna": {"assent nuernberg", "withdraw nuernberg"},
    "marlene": {"assent muenchen"},
}
POSSIBLE = {
    "draft": {"change", "document", "leave out", "assent nuernberg", "withdraw nuernberg", "assent muenchen"},
    "in_force": {"renew", "addendum", "end"},
    "superseded": {"renew"},
    "ended": {"renew"},
}


def _took(take):
    try:
        take()
    except (NotAllowed, StepNotAllowed):
        return False
    return True


# the fingerprint

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
OTHER = {
    "kind": st.sampled_from(["memorandum", "addendum"]),
    "parent": st.none() | st.text("0123456789abcdef", min_size=64, max_size=64),
    "title": WORDS,
    "version": st.integers(1, 9),
    "cities": st.lists(st.sampled_from(["augsburg", "muenchen", "nuernberg"]), unique=True).map(sorted),
    "starts_on": st.dates().map(date.isoformat),
    "ends_on": st.dates().map(date.isoformat),
    "text": WORDS,
    "fields_of_cooperation": st.lists(WORDS, max_size=3),
    "seats_per_round": st.none() | st.integers(0, 99),
    "balance_weeks": st.none() | st.integers(0, 99),
    "fares_by": st.sampled_from(["home", "host"]),
    "lodging_by": st.sampled_from(["home", "host"]),
    "meals_by": st.sampled_from(["home", "host"]),
    "settled_by_account": st.booleans(),
    "cost_note": WORDS,
    "annex_text": WORDS,
    "shared_fields": st.lists(st.sampled_from(sorted(SHAREABLE)), unique=True).map(sorted),
    "documents": st.lists(st.lists(WORDS, min_size=2, max_size=2), max_size=3).map(sorted),
}
CONTENTS = st.fixed_dictionaries(OTHER)


@settings(max_examples=500 if NIGHTLY else 100, deadline=None)
@given(CONTENTS, st.data())
def test_any_change_of_any_part_changes_the_fingerprint(content, data):
    name = data.draw(st.sampled_from(sorted(OTHER)))
    other = {**content, name: data.draw(OTHER[name])}
    assert (fingerprint(other) == fingerprint(content)) == (other == content)


def test_the_fingerprint_covers_every_field_there_is(draft):
    not_content = {"id", "status", "over_on", "end_note"}
    fields = {one.name for one in [*Agreement._meta.fields, *Agreement._meta.many_to_many]} - not_content
    assert set(draft.content) == fields | {"documents"} == set(OTHER) == set(LABELS)


def test_every_field_of_a_draft_counts(cast, draft):
    seen = {draft.content_hash}
    new = {
        "starts_on": date(2027, 2, 1), "ends_on": date(2029, 11, 30), "text": "Anders", "fields_of_cooperation": ["IT"],
        "seats_per_round": 4, "balance_weeks": 6, "fares_by": "host", "lodging_by": "host", "meals_by": "host",
        "settled_by_account": False, "cost_note": "Mehr", "annex_text": "Art. 26", "shared_fields": ["name", "dates"],
    }  # fmt: skip
    for name, value in new.items():
        draft = services.change_agreement(
            draft, actor=cast.konrad, **{"starts_on": draft.starts_on, "ends_on": draft.ends_on, name: value}
        )
        seen.add(draft.content_hash)
    assert len(seen) == len(new) + 1


def test_an_addendum_carries_the_fingerprint_of_its_memorandum(cast, in_force):
    addendum = _addendum(cast, in_force)
    assert addendum.content["parent"] == in_force.content_hash


def _addendum(cast, memorandum, title="Nachtrag", **terms):
    days = {"starts_on": memorandum.starts_on, "ends_on": memorandum.ends_on}
    return services.create_addendum(memorandum, actor=cast.konrad, title=title, **{**days, "text": "Mehr", **terms})


# assents that lapse


def test_a_lapsed_assent_says_who_gave_it_to_what(cast, draft):
    given = assent(draft, cast.hanna, cast.nuremberg)
    services.change_agreement(draft, actor=cast.konrad, **{**CONTENT, "text": "Wir tauschen aus.\nZu viert."})
    kept = Assent.objects.get()
    assert (kept.person, kept.content_hash, kept.void_reason) == (cast.hanna, given.content_hash, "changed")
    [difference] = comparisons(Agreement.objects.get())[0].changes
    assert (difference.label, difference.before, difference.after) == ("Text", ["Zu dritt."], ["Zu viert."])


def test_the_office_hears_that_its_assent_has_lapsed_and_assents_anew(cast, draft):
    assent(draft, cast.hanna, cast.nuremberg)
    services.change_agreement(draft, actor=cast.konrad, **{**CONTENT, "text": "Neu"})
    told = Notification.objects.filter(kind="exchange/agreement_assent_void")
    assert [one.recipient for one in told.select_related("recipient")] == [cast.hanna]
    assent(draft, cast.hanna, cast.nuremberg)
    assert [bool(one.voided_at) for one in Assent.objects.all()] == [True, False]


def test_one_takes_back_ones_own_assent_alone(cast, draft):
    assent(draft, cast.hanna, cast.nuremberg)
    with pytest.raises(Refused, match="Hanna Hypothese"):
        services.withdraw_assent(draft, actor=UserFactory(hr_in=cast.nuremberg), city=cast.nuremberg)
    services.withdraw_assent(draft, actor=cast.hanna, city=cast.nuremberg)
    assert Assent.objects.get().void_reason == "withdrawn"


def test_one_person_never_brings_it_into_force_for_two_cities(cast, draft):
    both = UserFactory(hr_in=cast.nuremberg)
    give_role(both, Role.HR, actor=None, city=cast.augsburg, starts_on=date(2026, 1, 1))
    assent(draft, both, cast.nuremberg)
    with pytest.raises(Refused):
        assent(draft, both, cast.augsburg)


def test_two_cities_assent_at_once(transactional_db, cast):
    cities = [cast.nuremberg, cast.munich]
    draft = services.create_agreement(actor=cast.konrad, title="Zu zweit", cities=cities, **CONTENT)
    posts, together = {"nuernberg": cast.hanna, "muenchen": cast.marlene}, Barrier(2)

    def post(slug):
        browser = Client(raise_request_exception=False)
        browser.force_login(posts[slug])
        together.wait(timeout=30)
        try:
            sent = {"city": slug, "content_hash": draft.content_hash}
            return browser.post(reverse("exchange:agreement_assent", args=[draft.pk]), sent).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as crowd:
        assert list(crowd.map(post, posts)) == [302, 302]
    draft.refresh_from_db()
    assert (draft.status, draft.assents.count()) == ("in_force", 2)


def test_the_page_offers_each_city_what_it_may_do(client, cast, draft):
    assent(draft, cast.hanna, cast.nuremberg)
    offered = {}
    for person in (cast.hanna, cast.marlene, cast.konrad):
        client.force_login(person)
        assents = client.get(draft.get_absolute_url()).context["assents"]
        offered[person.first_name] = [(one.city.slug, one.may_assent, one.may_withdraw) for one in assents]
    nothing = [("augsburg", False, False), ("muenchen", False, False), ("nuernberg", False, False)]
    assert {name: sorted(offers) for name, offers in offered.items()} == {
        "Hanna": [*nothing[:2], ("nuernberg", False, True)],
        "Marlene": [nothing[0], ("muenchen", True, False), nothing[2]],
        "Konrad": nothing,
    }


def test_who_saves_over_somebody_elses_change_sees_it_first(client, cast, draft):
    client.force_login(cast.konrad)
    url = reverse("exchange:agreement_edit", args=[draft.pk])
    seen = client.get(url).context["form"]["seen"].value()
    services.change_agreement(draft, actor=cast.konrad, **{**CONTENT, "text": "Schneller"})
    sent = {
        "seen": seen, "cities": [city.pk for city in draft.cities.all()], "starts_on": "2027-01-01",
        "ends_on": "2029-12-31", "text": "Meins", "fares_by": "home", "lodging_by": "home", "meals_by": "home",
    }  # fmt: skip
    late = client.post(url, sent)
    assert (late.status_code, late.context["form"]["text"].value()) == (409, "Meins")
    assert client.post(url, {**sent, "seen": late.context["form"]["seen"].value()}).status_code == 302
    assert Agreement.objects.get().text == "Meins"


def test_stale_assent_shows_the_new_state(client, cast, draft):
    client.force_login(cast.hanna)
    answer = client.post(
        reverse("exchange:agreement_assent", args=[draft.pk]), {"city": "nuernberg", "content_hash": "0" * 64}
    )
    assert (answer.status_code, answer.context["content_hash"]) == (409, draft.content_hash)


# documents


def test_a_document_is_part_of_what_cities_assent_to(cast, draft):
    assent(draft, cast.hanna, cast.nuremberg)
    before = draft.content_hash
    document = services.add_document(draft, actor=cast.konrad, title="Anlage 1", file=a_pdf())
    added = Agreement.objects.get().content_hash
    services.leave_out_document(document, actor=cast.konrad)
    assert added != before == Agreement.objects.get().content_hash
    with document.file.open() as kept:
        assert (Assent.objects.get().void_reason, kept.read()) == ("changed", SCAN)


def test_the_same_file_is_added_once(cast, draft):
    services.add_document(draft, actor=cast.konrad, title="Anlage 1", file=a_pdf())
    with pytest.raises(Refused):
        services.add_document(draft, actor=cast.konrad, title="Anlage 2", file=a_pdf())


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [("a.pdf", SCAN, 302), ("a.pdf", b"<html>", 200), ("a.html", SCAN, 200), ("a.pdf", b"", 200)],
)
def test_only_files_that_are_pdf_are_taken(client, cast, draft, name, content, status):
    client.force_login(cast.konrad)
    url = reverse("exchange:agreement_document_add", args=[draft.pk])
    answer = client.post(url, {"title": "Anlage", "file": a_pdf(content, name)})
    assert (answer.status_code, AgreementDocument.objects.count()) == (status, int(status == 302))


def test_documents_go_to_readers_of_the_agreement_alone(client, cast, draft):
    document = services.add_document(draft, actor=cast.konrad, title="Anlage", file=a_pdf())
    url, found = reverse("exchange:agreement_document", args=[draft.pk, document.pk]), {}
    for person in (cast.hanna, cast.konrad, cast.mina, cast.barbara):
        client.force_login(person)
        answer = client.get(url)
        found[person.first_name] = answer.status_code
        if answer.status_code == 200:
            assert (b"".join(answer.streaming_content), answer["Content-Disposition"]) == (
                SCAN, 'attachment; filename="Anlage.pdf"'
            )  # fmt: skip
    assert found == {"Hanna": 200, "Konrad": 200, "Mina": 404, "Barbara": 404}


def test_a_document_of_another_agreement_is_not_found_here(client, cast, draft, in_force):
    document = services.add_document(draft, actor=cast.konrad, title="Anlage", file=a_pdf())
    client.force_login(cast.konrad)
    assert client.get(reverse("exchange:agreement_document", args=[in_force.pk, document.pk])).status_code == 404


# renewal, and what counts on a day


def test_renewal_is_one_click(client, cast, in_force):
    client.force_login(cast.konrad)
    answer = client.post(reverse("exchange:agreement_renew", args=[in_force.pk]))
    renewed = Agreement.objects.get(status="draft")
    assert answer.url == renewed.get_absolute_url()
    assert (renewed.version, renewed.starts_on, renewed.ends_on) == (2, date(2028, 1, 1), date(2030, 12, 31))
    differing = [one.label for one in changes(in_force.content, renewed.content)]
    assert differing == [LABELS[name] for name in ("version", "starts_on", "ends_on")]


def test_renewing_twice_leads_to_the_draft_there_is(cast, in_force):
    services.renew_agreement(in_force, actor=cast.konrad, today=TODAY)
    with pytest.raises(TooLate):
        services.renew_agreement(in_force, actor=cast.konrad, today=TODAY)


def test_renewal_keeps_what_an_addendum_said_and_the_documents(cast, in_force):
    addendum = _addendum(cast, in_force, seats_per_round=5, text="Fünf Plätze.")
    document = services.add_document(addendum, actor=cast.konrad, title="Anlage", file=a_pdf())
    everybody_assents(cast, addendum)
    renewed = services.renew_agreement(in_force, actor=cast.konrad, today=TODAY)
    assert (renewed.seats_per_round, "Fünf Plätze." in renewed.text) == (5, True)
    assert renewed.documents.get().sha256 == document.sha256


def test_the_former_version_counts_until_the_day_the_new_one_begins(cast, in_force):
    addendum = everybody_assents(cast, _addendum(cast, in_force))
    renewed = everybody_assents(cast, services.renew_agreement(in_force, actor=cast.konrad, today=TODAY))

    def states():
        return [Agreement.objects.get(pk=one.pk).status for one in (in_force, addendum, renewed)]

    before = states()
    services.supersede_agreements(date(2027, 12, 31))
    day_before = states()
    taken = [services.supersede_agreements(date(2028, 1, 1)) for _ in range(2)]
    assert before == day_before == ["in_force", "in_force", "in_force"]
    assert (states(), taken) == (["superseded", "superseded", "in_force"], [2, 0])


def test_versions_one_after_the_other_cover_a_round(cast, in_force):
    first, last = date(2027, 10, 1), date(2028, 3, 31)
    alone = first_day_without(in_force, first, last)
    everybody_assents(cast, services.renew_agreement(in_force, actor=cast.konrad, today=TODAY))
    services.supersede_agreements(date(2028, 1, 1))
    in_force.refresh_from_db()
    assert (alone, first_day_without(in_force, first, last)) == (date(2028, 1, 1), None)


def test_a_version_without_one_of_the_cities_covers_no_round_of_all(cast, cities, in_force):
    AgreementFactory(
        title=in_force.title, version=2, cities=cities[:2], starts_on=date(2028, 1, 1), ends_on=date(2030, 12, 31)
    )
    assert first_day_without(in_force, date(2027, 10, 1), date(2028, 3, 31)) == date(2028, 1, 1)


def test_a_round_says_that_its_agreement_was_ended(cast, cities):
    agreement = AgreementFactory(cities=cities)
    round_ = RoundFactory(agreement=agreement)
    before = agreement_missing(round_)
    services.end_agreement(agreement, actor=cast.konrad, reason="Kündigung")
    round_.refresh_from_db()
    assert (before, len(agreement_missing(round_))) == ([], 1)


def test_an_addendum_lies_within_its_memorandum_and_has_a_title_of_its_own(cast, in_force):
    with pytest.raises(Refused):
        _addendum(cast, in_force, ends_on=date(2028, 6, 30))
    with pytest.raises(Refused):
        _addendum(cast, in_force, title=AgreementFactory().title)


def test_an_addendum_counts_in_place_of_the_memorandum(cast, cities):
    agreement = AgreementFactory(cities=cities, seats_per_round=3)
    today = timezone.localdate()
    everybody_assents(cast, _addendum(cast, agreement, seats_per_round=1, balance_weeks=8))
    quota = quota_of(agreement, today)
    assert (quota.seats_per_round, quota.balance_weeks) == (1, 8)
    later = _addendum(cast, agreement, title="Später", seats_per_round=9, starts_on=today + timedelta(days=30))
    everybody_assents(cast, later)
    assert quota_of(agreement, today).seats_per_round == 1


def test_a_city_with_too_few_seats_is_named_and_nothing_stops(cast, cities):
    round_ = RoundFactory(agreement=AgreementFactory(cities=cities, seats_per_round=2))
    OfferFactory(round=round_, city=cast.munich, seats=2)
    OfferFactory(round=round_, city=cast.augsburg, seats=1)
    named = " ".join(short_of_seats(round_, timezone.localdate()))
    assert ("Nürnberg" in named, "Augsburg" in named, "München" in named) == (True, True, False)


# what hosts see


def test_apprentices_read_what_hosts_may_see(client, cast, cities):
    AgreementFactory(cities=cities, shared_fields=["name", "dates", "occupation"], annex_text="Wer informiert wen")
    AgreementFactory(cities=cities, status="draft", annex_text="Noch nicht")
    client.force_login(cast.mina)
    [shared] = client.get(reverse("exchange:what_hosts_see")).context["shared"]
    expected = [SHAREABLE[name] for name in ("name", "dates", "occupation")]
    assert (shared.fields, shared.annex_text) == (expected, "Wer informiert wen")


def test_nobody_can_let_hosts_see_more_than_the_consent_says(client, cast, cities):
    client.force_login(cast.konrad)
    sent = {
        "title": "Zu viel", "cities": [city.pk for city in cities], "starts_on": "2027-01-01", "ends_on": "2029-12-31",
        "text": "Text", "fares_by": "home", "lodging_by": "home", "meals_by": "home", "shared_fields": ["health"],
    }  # fmt: skip
    form = client.post(reverse("exchange:agreement_create"), sent).context["form"]
    assert set(form.errors) == {"shared_fields"}
