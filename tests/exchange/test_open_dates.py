"""A department takes somebody for some weeks within a time; when, depends on who comes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from exchange.models import HostOffer, Placement
from exchange.queries.conflicts import load, span_of
from exchange.queries.exploring import cards
from exchange.queries.markets import build_market
from exchange.services.clearing import note_clearing_wishes, propose_in_clearing
from exchange.services.matching_runs import adopt_run, start_run
from exchange.services.offers import create_offer
from lms.core.errors import Refused
from lms.core.periods import Period
from tests.exchange.stays import a_round, an_applicant, an_offer
from tests.factories.exchange import ApplicationFactory
from tests.factories.training import SchoolBlockFactory, SchoolCalendarFactory

WEEK = timedelta(weeks=1)


@pytest.fixture
def matching(cast):
    return a_round()


@pytest.fixture
def summer(cast, matching):
    """Four weeks within twelve, in München."""
    start = matching.stays_from
    return an_offer(matching, cast.munich, cast.carla, title="Chatbot", ends_on=start + 12 * WEEK, weeks=4)


def school(cast, *blocks):
    calendar = SchoolCalendarFactory(city=cast.nuremberg)
    for first, last in blocks:
        SchoolBlockFactory(calendar=calendar, starts_on=first, ends_on=last)
    cast.mina.apprenticeship.school_calendar = calendar
    cast.mina.apprenticeship.save()


def window(person, offer):
    found = HostOffer.objects.select_related("city", "round").prefetch_related("occupations").get(pk=offer.pk)
    return load([person.pk], span_of([found])).window(person.pk, found)


def test_the_windows_are_whole_weeks_from_monday_to_friday(summer):
    first, *_rest, last = summer.windows
    assert (len(summer.windows), first.start, first.weeks) == (9, summer.starts_on, 4)
    assert (last.start.weekday(), last.end.weekday(), last.end <= summer.ends_on) == (0, 4, True)


def test_its_time_is_said_in_words(summer):
    assert summer.when.startswith("4 Wochen im Zeitraum ")
    summer.weeks = None
    assert "Wochen" not in summer.when


def test_who_has_school_comes_afterwards(cast, summer):
    assert window(cast.mina, summer).start == summer.starts_on
    school(cast, (summer.starts_on, summer.starts_on + 2 * WEEK - timedelta(days=3)))
    assert window(cast.mina, summer) == Period(
        summer.starts_on + 2 * WEEK, summer.starts_on + 6 * WEEK - timedelta(days=3)
    )
    assert window(cast.kilian, summer).start == summer.starts_on


def test_the_place_names_the_time_that_is_free(cast, summer):
    school(cast, (summer.starts_on, summer.starts_on + 2 * WEEK - timedelta(days=3)))
    found = HostOffer.objects.select_related("city", "round").prefetch_related("occupations")
    [card] = cards(list(found), cast.mina.apprenticeship)
    assert (card.fits, card.period) == (True, window(cast.mina, summer))
    assert any("liegen weder Berufsschule noch ein anderer Termin" in reason for reason in card.reasons)


def test_the_assignment_gives_everybody_their_own_dates(cast, matching, summer):
    school(cast, (summer.starts_on, summer.starts_on + WEEK - timedelta(days=3)))
    HostOffer.objects.filter(pk=summer.pk).update(seats=2)
    for person in (cast.mina, cast.kilian):
        an_applicant(person, matching, summer)
    cast.kilian.apprenticeship.__class__.objects.filter(person=cast.kilian).update(city=cast.nuremberg)
    adopt_run(start_run(matching, actor=cast.konrad), actor=cast.konrad)
    dates = {one.apprentice: one.starts_on for one in Placement.objects.all()}
    assert dates[cast.mina] == summer.starts_on + WEEK


def test_who_is_never_free_does_not_get_the_place(cast, matching, summer):
    school(cast, (summer.starts_on, summer.ends_on))
    application = an_applicant(cast.mina, matching, summer)
    market = build_market(matching)
    assert market.weeks == Period(matching.stays_from, matching.stays_until).weeks + 1
    result = start_run(matching, actor=cast.konrad).result
    assert result["assignment"][application.number] is None
    assert [reason["code"] for reason in result["reasons"][application.number]] == ["clash"]


def test_a_place_of_the_clearing_has_the_dates_of_the_person(cast, matching, summer):
    school(cast, (summer.starts_on, summer.starts_on + WEEK - timedelta(days=3)))
    matching.__class__.objects.update(status="clearing")
    left = ApplicationFactory(round=matching, apprentice=cast.mina, approved=True, status="unmatched")
    note_clearing_wishes(left, [summer], actor=cast.mina)
    placement = propose_in_clearing(left, summer, actor=cast.hanna)
    assert (placement.starts_on, placement.period.weeks) == (summer.starts_on + WEEK, 4)


def test_hanna_reads_the_dates_before_she_releases(client, cast, spring):
    offer = an_offer(spring, cast.munich, cast.carla, ends_on=spring.stays_from + 12 * WEEK, weeks=4)
    case = ApplicationFactory(round=spring, apprentice=cast.mina, endorsed=True, wishes=[offer])
    client.force_login(cast.hanna)
    page = client.get(case.get_absolute_url()).content.decode()
    assert "4 Wochen im Zeitraum" in page
    assert "am besten" in page


@pytest.mark.parametrize("weeks", ["0", "14", "60"])
def test_the_form_says_what_does_not_fit_and_keeps_it(client, cast, spring, weeks):
    client.force_login(cast.carla)
    first = spring.stays_from
    sent = {
        "starts_on": first.isoformat(),
        "ends_on": (first + 12 * WEEK).isoformat(),
        "weeks": weeks,
        "title": "Chatbot",
    }
    answer = client.post(reverse("exchange:offer_create"), sent)
    form = answer.context["form"]
    assert "weeks" in form.errors
    assert form["weeks"].value() == weeks
    assert "weeks" not in client.post(reverse("exchange:offer_create"), sent | {"weeks": "12"}).context["form"].errors


def test_neither_the_service_nor_the_database_takes_nonsense(cast, matching, summer):
    matching.__class__.objects.update(status="offers_open")
    matching.refresh_from_db()
    matching.agreement.cities.set([cast.munich, cast.nuremberg])
    facts = {"round": matching, "department": summer.department, "title": "X", "mission": "Y", "weeks": 13}
    with pytest.raises(Refused, match="13 ganze Wochen"):
        create_offer(actor=cast.carla, starts_on=summer.starts_on, ends_on=summer.ends_on, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        HostOffer.objects.update(weeks=0)
