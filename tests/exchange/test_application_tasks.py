"""Texts that save themselves, consents, guardians, the receipt, second thoughts: nothing is lost."""

from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.consent import CONSENT_VERSION
from exchange.models import Application, Consent, GuardianConsent
from exchange.queries.applications import applications_for
from exchange.queries.drafts import version_of
from exchange.queries.free_weeks import availability
from exchange.queries.receipts import receipt_pdf
from exchange.queries.shown_ideas import idea_shown_to
from exchange.services.answer_reminders import remind_unanswered
from exchange.services.applications import (
    change_texts,
    check_details,
    check_period,
    start_application,
    submit_application,
    take_back_application,
    withdraw_application,
)
from exchange.services.consents import give_consent, withdraw_consent
from exchange.services.decisions import approve_application, endorse_application
from exchange.services.guardians import record_guardian
from exchange.services.wishes import set_wishes
from exchange.states import APPLICATION, ApplicationStatus
from lms.core.errors import NotAllowed, Refused
from lms.core.lifecycle import StepNotAllowed
from lms.notifications.models import Notification
from tests.exchange.stories import filled_in
from tests.factories.exchange import ApplicationFactory, PlacementFactory
from tests.factories.training import StationFactory
from tests.pdf import pdftotext

JSON = {"accept": "application/json"}


def page(name, application):
    return reverse(f"exchange:{name}", args=[application.pk])


def mails(person):
    return set(Notification.objects.filter(recipient=person).values_list("kind", flat=True))


def under_age(person, days_to_birthday=30):
    today = timezone.localdate() + timedelta(days=days_to_birthday)
    person.apprenticeship.birth_date = date(today.year - 18, today.month, min(today.day, 28))
    person.apprenticeship.save()


@pytest.fixture
def draft(cast, spring):
    return start_application(spring, actor=cast.mina)


@pytest.fixture
def handed_in(cast, spring, online):
    return submit_application(filled_in(spring, cast.mina, [online]), actor=cast.mina)


# Texts


def test_a_text_saves_itself_though_it_is_not_complete(as_mina, draft):
    sent = {"idea": "", "motivation": "Neu", "seen": ""}
    answer = as_mina.post(page("application_mission", draft), sent, headers=JSON)
    assert "gespeichert" in answer.json()["saved"]
    draft.refresh_from_db()
    assert draft.motivation == "Neu"


def test_of_two_windows_the_later_one_gets_both_texts(as_mina, draft):
    seen = version_of({"goals": ""})
    address = page("application_goals", draft)
    as_mina.post(address, {"goals": "Eins", "seen": seen}, headers=JSON)
    assert as_mina.post(address, {"goals": "Zwei", "seen": seen}, headers=JSON).status_code == 409
    answer = as_mina.post(address, {"goals": "Zwei", "seen": seen})
    assert answer.status_code == 409
    assert all(text in answer.content.decode() for text in ("Eins", "Zwei", "zwei Fassungen"))
    draft.refresh_from_db()
    assert draft.goals == "Eins"
    again = as_mina.post(address, {"goals": "Zwei", "seen": answer.context["form"]["seen"].value()})
    assert again.url == page("application_wishes", draft)
    draft.refresh_from_db()
    assert draft.goals == "Zwei"


def test_what_is_too_long_is_not_saved_and_says_so(as_mina, draft):
    answer = as_mina.post(page("application_goals", draft), {"goals": "Ä" * 901}, headers=JSON)
    assert (answer.status_code, "zu lang" in answer.json()["wrong"]) == (422, True)


TASKS = ["details", "period", "mission", "goals", "wishes", "consent"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(TASKS))
def test_tasks_in_any_order_lose_nothing(cast, spring, online, order):
    mine = Application.objects.filter(apprentice=cast.mina, round=spring).first()
    if mine:
        mine.delete()
    mine = start_application(spring, actor=cast.mina)
    does = {
        "details": lambda: check_details(mine, actor=cast.mina),
        "period": lambda: check_period(mine, actor=cast.mina),
        "mission": lambda: change_texts(mine, {"idea": "I", "motivation": "M"}, actor=cast.mina),
        "goals": lambda: change_texts(mine, {"goals": "G"}, actor=cast.mina),
        "wishes": lambda: set_wishes(mine, [online], actor=cast.mina),
        "consent": lambda: give_consent(mine, actor=cast.mina, version=CONSENT_VERSION),
    }
    for task in order:
        with pytest.raises(Refused):
            submit_application(mine, actor=cast.mina)
        does[task]()
    done = submit_application(mine, actor=cast.mina)
    assert (done.idea, done.motivation, done.goals, done.wishes.count()) == ("I", "M", "G", 1)


def test_the_period_shows_free_weeks_and_what_stands_against_the_others(as_mina, cast, spring, draft):
    first = spring.stays_from - timedelta(days=spring.stays_from.weekday()) + timedelta(days=14)
    StationFactory(apprentice=cast.mina, starts_on=first, ends_on=first + timedelta(days=4), status="planned")
    found = availability(draft, timezone.localdate())
    assert all(not (one.period.start <= first <= one.period.end) for one in found.free)
    assert [entry.period.start for entry in found.taken] == [first]
    assert "Station" in as_mina.get(page("application_period", draft)).content.decode()


# Second thoughts


def test_what_was_endorsed_does_not_count_after_a_change(as_mina, cast, handed_in):
    endorse_application(handed_in, actor=cast.barbara)
    assert "gilt das nicht mehr" in as_mina.get(handed_in.get_absolute_url()).content.decode()
    as_mina.post(page("application_take_back", handed_in))
    handed_in.refresh_from_db()
    assert (handed_in.status, handed_in.endorsed_by) == ("draft", None)
    assert "exchange/application_taken_back" in mails(cast.barbara) & mails(cast.hanna)
    change_texts(handed_in, {"goals": "Anders"}, actor=cast.mina)
    again = submit_application(handed_in, actor=cast.mina)
    assert (again.status, again.number) == ("submitted", "2027-F-0001")


def test_after_the_deadline_nothing_is_taken_back(cast, handed_in, spring):
    with pytest.raises(Refused):
        take_back_application(handed_in, actor=cast.mina, today=spring.applications_until + timedelta(days=1))


def test_applying_again_after_withdrawing_is_the_same_row(cast, spring, handed_in):
    withdraw_application(handed_in, actor=cast.mina)
    again = start_application(spring, actor=cast.mina)
    assert (again.pk, again.status, again.consented_at) == (handed_in.pk, "draft", None)
    with pytest.raises(Refused, match="Weitergabe"):
        submit_application(again, actor=cast.mina)
    give_consent(again, actor=cast.mina, version=CONSENT_VERSION)
    assert submit_application(again, actor=cast.mina).number == "2027-F-0001"


def test_after_the_deadline_a_withdrawn_application_stays_so(cast, spring, handed_in):
    withdraw_application(handed_in, actor=cast.mina)
    late = spring.applications_until + timedelta(days=1)
    assert start_application(spring, actor=cast.mina, today=late).status == "withdrawn"


OWN_STEPS = {"take_back": take_back_application, "withdraw": withdraw_application}


@pytest.mark.parametrize("step", OWN_STEPS)
@pytest.mark.parametrize("status", ApplicationStatus.values)
def test_own_steps_by_state_role_and_city(cast, spring, status, step):
    mine = ApplicationFactory(round=spring, apprentice=cast.mina, approved=True, status=status, decision_reason="exam")
    for person in (cast.kilian, cast.zoe, cast.barbara, cast.dieter, cast.carla, cast.hanna, cast.anton, cast.konrad):
        with pytest.raises(NotAllowed):
            OWN_STEPS[step](mine, actor=person)
    if step in APPLICATION.open_steps(status):
        OWN_STEPS[step](mine, actor=cast.mina)
        assert Application.objects.get(pk=mine.pk).status == APPLICATION.steps[step].target
    else:
        with pytest.raises(StepNotAllowed):
            OWN_STEPS[step](mine, actor=cast.mina)
        assert Application.objects.get(pk=mine.pk).status == status


# Consents


def test_a_consent_is_a_row_that_stays_readable(as_mina, cast, handed_in):
    row = Consent.objects.get(application=handed_in)
    assert (row.purpose, row.text_version, row.withdrawn_at) == ("identity", CONSENT_VERSION, None)
    text = as_mina.get(page("application_consents", handed_in)).content.decode()
    assert "wird Ihre Bewerbung zurückgezogen" in text
    as_mina.post(page("application_consents", handed_in), {"zweck": "identity"})
    handed_in.refresh_from_db()
    row.refresh_from_db()
    assert (handed_in.status, handed_in.consented_at, row.withdrawn_at is None) == ("withdrawn", None, False)
    assert CONSENT_VERSION in as_mina.get(page("application_consents", handed_in)).content.decode()


def test_taking_back_after_accepting_tells_the_office(cast, spring, handed_in):
    Application.objects.filter(pk=handed_in.pk).update(
        status="accepted", endorsed_by=cast.barbara, decided_by=cast.hanna
    )
    handed_in.refresh_from_db()
    withdraw_consent(handed_in, "identity", actor=cast.mina)
    assert (handed_in.status, handed_in.consented_at) == ("accepted", None)
    assert "exchange/application_consent_withdrawn" in mails(cast.hanna)
    with pytest.raises(Refused):
        withdraw_consent(handed_in, "identity", actor=cast.mina)


def test_nobody_takes_back_the_consent_of_somebody_else(cast, handed_in):
    for person in (cast.kilian, cast.barbara, cast.hanna):
        with pytest.raises(NotAllowed):
            withdraw_consent(handed_in, "identity", actor=person)


def test_the_host_reads_the_mission_only_with_consent(cast, spring, online):
    mine = ApplicationFactory(round=spring, apprentice=cast.mina, approved=True, wishes=[online], status="accepted")
    placement = PlacementFactory(application=mine, offer=online, offered=True)
    assert idea_shown_to(cast.marlene, placement) == ""
    row = Consent.objects.create(
        application=mine, purpose="idea", text_version=CONSENT_VERSION, given_at=timezone.now()
    )
    assert idea_shown_to(cast.marlene, placement) == mine.idea
    withdraw_consent(mine, "idea", actor=cast.mina)
    row.refresh_from_db()
    assert (idea_shown_to(cast.marlene, placement), row.withdrawn_at is None) == ("", False)


# Under 18


def test_under_18_nobody_is_released_without_a_guardian(client, cast, handed_in):
    under_age(cast.mina)
    handed_in.refresh_from_db()
    endorse_application(handed_in, actor=cast.barbara)
    client.force_login(cast.mina)
    assert "braucht noch das Einverständnis" in client.get(handed_in.get_absolute_url()).content.decode()
    assert "Unterschrift" in client.get(page("application_guardian_letter", handed_in)).content.decode()
    with pytest.raises(Refused, match="unter 18"):
        approve_application(handed_in, actor=cast.hanna, note="Trotzdem.")
    client.force_login(cast.hanna)
    case = client.get(handed_in.get_absolute_url()).content.decode()
    assert "Ohne dieses können Sie die Person nicht freigeben" in case
    sent = {"name": "Petra Musterfrau", "given_on": timezone.localdate().isoformat(), "form": "paper"}
    assert client.post(page("application_guardian", handed_in), sent).url == handed_in.get_absolute_url()
    client.force_login(cast.barbara)
    assert "Petra Musterfrau" not in client.get(handed_in.get_absolute_url()).content.decode()
    handed_in.refresh_from_db()
    assert approve_application(handed_in, actor=cast.hanna, note="Trotzdem.").status == "approved"


def test_with_a_birthday_in_between_no_guardian_is_needed(cast, handed_in):
    under_age(cast.mina, days_to_birthday=-1)
    handed_in.refresh_from_db()
    endorse_application(handed_in, actor=cast.barbara)
    assert approve_application(handed_in, actor=cast.hanna, note="Trotzdem.").status == "approved"


def test_only_the_office_at_home_records_and_sees_a_guardian(cast, handed_in):
    facts = {"name": "Petra", "given_on": timezone.localdate(), "form": "in_person"}
    for person in (cast.mina, cast.barbara, cast.anton, cast.marlene, cast.konrad):
        with pytest.raises(NotAllowed):
            record_guardian(handed_in, actor=person, **facts)
    record_guardian(handed_in, actor=cast.hanna, **facts)
    seen = [GuardianConsent.objects.visible_to(person).count() for person in (cast.hanna, cast.barbara, cast.marlene)]
    assert seen == [1, 0, 0]
    with pytest.raises(Refused):
        record_guardian(handed_in, actor=cast.hanna, **facts | {"given_on": timezone.localdate() + timedelta(days=2)})


# Receipt and reminders


def test_the_receipt_is_a_tagged_pdf_with_all_that_was_handed_in(cast, handed_in, django_assert_num_queries):
    mine = applications_for(cast.mina).get(pk=handed_in.pk)
    with django_assert_num_queries(1):
        data = receipt_pdf(mine)
    text = pdftotext(data)
    for part in ("2027-F-0001", "Online-Dienste", "Ein Datenblatt", "Texte verständlich", CONSENT_VERSION, "Frühjahr"):
        assert part in text
    with pikepdf.open(BytesIO(data)) as pdf:
        assert (bool(pdf.Root.MarkInfo.Marked), str(pdf.Root.Lang)) == (True, "de")


def test_who_does_not_answer_is_reminded_twice_and_not_more(cast, spring, online):
    mine = ApplicationFactory(round=spring, apprentice=cast.mina, approved=True, wishes=[online], status="offered")
    PlacementFactory(application=mine, offer=online, offered=True)
    until = spring.accept_until
    sent = [remind_unanswered(until - timedelta(days=days)) for days in (9, 8, 7, 7, 6, 3, 2, 2, 1, 0, -1)]
    assert sent == [0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0]
