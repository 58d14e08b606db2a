"""Both directions: what a block, an exam or an absence does to a stay that is planned already."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lms.core.periods import Period
from tests.exchange.stays import a_placement
from tests.factories.exchange import PlacementFactory
from training.conflicts import Commitment, Kind, RuleBook, Setting
from training.models import AgreedAbsence
from training.queries.effects import effects_of, effects_of_rules


@pytest.fixture
def stay(cast):
    return a_placement(cast, accepted=True)


def days_of(stay, first=7, last=11):
    return Period(stay.starts_on + timedelta(days=first), stay.starts_on + timedelta(days=last))


def codes(effects):
    return [finding.code for effect in effects for finding in effect.findings]


def test_a_block_that_falls_into_a_planned_stay_is_found_with_its_days(cast, stay):
    [effect] = effects_of({cast.mina.pk: [Commitment(Kind.SCHOOL, days_of(stay), "Block 3")]})
    assert (effect.stay.key, effect.is_hard) == (stay.source, True)
    assert (effect.findings[0].code, effect.findings[0].dates) == ("school_block", (days_of(stay),))


def test_a_block_outside_the_stay_has_no_effect(cast, stay):
    after = Period(stay.ends_on + timedelta(days=1), stay.ends_on + timedelta(days=12))
    assert effects_of({cast.mina.pk: [Commitment(Kind.SCHOOL, after)]}) == []


def test_what_both_cities_agreed_on_covers_a_new_absence_too(cast, stay):
    days = days_of(stay)
    AgreedAbsence.objects.create(
        apprentice=cast.mina, host_city=cast.munich, starts_on=days.start, ends_on=days.end, status="agreed",
        proposed_by=cast.hanna, proposing_city=cast.nuremberg, decided_by=cast.marlene,
    )  # fmt: skip
    assert effects_of({cast.mina.pk: [Commitment(Kind.SCHOOL, days)]}) == []


def test_moving_a_leave_inside_the_stay_says_only_where_it_lies_then(cast, stay):
    cast.mina.absences.create(
        starts_on=days_of(stay).start, ends_on=days_of(stay).end, kind="leave", entered_by=cast.hanna
    )
    before, after = Commitment(Kind.LEAVE, days_of(stay)), Commitment(Kind.LEAVE, days_of(stay, 14, 18))
    [effect] = effects_of({cast.mina.pk: [after]}, {cast.mina.pk: [before]})
    assert [finding.dates for finding in effect.findings] == [(after.period,)]


def test_a_rule_that_becomes_milder_says_what_is_no_longer_found(cast, stay):
    book = RuleBook()
    mild = replace(book, settings=(Setting("muenchen", "own_city", stay.starts_on),))
    strict = RuleBook((Setting("nuernberg", "personnel_council", stay.starts_on, "", {"days": 20}),))
    assert effects_of_rules(book, mild) == []
    [harder] = effects_of_rules(book, strict)
    [milder] = effects_of_rules(strict, book, people=[cast.mina.pk])
    assert [one.code for one in harder.findings] == [one.code for one in milder.gone] == ["personnel_council"]


@pytest.mark.parametrize("count", [1, 4])
def test_the_effects_on_many_cost_what_those_on_one_cost(cast, stay, count, django_assert_num_queries):
    stays = [stay, *(PlacementFactory(accepted=True, offer=stay.offer) for _ in range(count - 1))]
    with django_assert_num_queries(6):
        effects = effects_of({one.apprentice_id: [Commitment(Kind.SCHOOL, days_of(stay))] for one in stays})
    assert len(effects) == count
