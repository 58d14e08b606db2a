"""Hanna sets a rule for Nürnberg: with a reason, after seeing whom it touches, and everybody can read it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lms.core import journal
from lms.core.errors import NotAllowed, Refused, TooLate
from lms.notifications.models import Notification
from people.models import Role
from people.services.memberships import give_role
from tests.exchange.stays import a_placement
from tests.queries import queries_of
from training import rule_texts
from training.conflicts import RULES, Setting
from training.findings import SENTENCES
from training.models import RuleSetting
from training.queries.facts import rule_book
from training.services.rules import set_rule

LIST, COUNCIL = "/ausbildung/regeln/", "/ausbildung/regeln/personnel_council/nuernberg/"
TODAY = timezone.localdate()
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def hanna(client, cast):
    client.force_login(cast.hanna)
    return client


def sent(**more):
    return {"level": "standard", "days": "60", "valid_from": TODAY.isoformat(), "reason": "Beschluss vom Mai.",
            "seen": "", "shown": "", **more}  # fmt: skip


def confirmed(client, **more):
    """Asked, and sent again as the page that shows the effects would."""
    form = client.post(COUNCIL, sent(**more)).context["form"]
    return client.post(COUNCIL, sent(**{**more, "seen": form["seen"].value(), "shown": form["shown"].value()}))


def council(city, days, **more):
    return Setting(city.slug, "personnel_council", more.pop("valid_from", TODAY), values={"days": days}, **more)


def text(answer):
    return answer.content.decode()


def test_every_rule_has_words_a_subject_and_names_for_its_values():
    assert sorted(code for subject in rule_texts.SUBJECTS for code in subject.codes) == sorted(RULES)
    for rule in RULES.values():
        assert rule_texts.title(rule.code)
        assert rule_texts.words(rule.code)
        for one in rule.parameters:
            assert rule_texts.parameter_label(rule, one)
            assert rule_texts.measured(one.default, one.unit)
            assert rule_texts.unit_label(one.unit)


def test_values_are_written_as_people_say_them():
    assert [rule_texts.measured(510, "minutes"), rule_texts.measured(30, "minutes")] == [
        "8 Stunden 30 Minuten",
        "30 Minuten",
    ]
    assert [rule_texts.measured(1, "weeks"), rule_texts.measured(6, "o'clock")] == ["1 Woche", "6 Uhr"]


def test_an_apprentice_reads_the_rules_with_law_value_and_who_set_them(client, cast):
    set_rule(cast.augsburg, council(cast.augsburg, 60), reason="Beschluss", seen=None, actor=cast.anton)
    client.force_login(cast.mina)
    page = text(client.get(LIST))
    for said in ('id="personnel_council"', "Art. 75 BayPVG", "60 Tage", "90 Tage", "Anton Ausgedacht"):
        assert said in page
    assert "/personnel_council/augsburg/" not in page


@pytest.mark.parametrize("count", [0, 3])
def test_the_list_asks_the_same_however_much_was_set(hanna, cast, count):
    for number in range(count):
        RuleSetting.objects.create(
            city=cast.munich, code="leave", valid_from=TODAY, reason=str(number), set_by=cast.marlene
        )
    assert queries_of(hanna, LIST) == 8


def test_hanna_sets_a_rule_once_she_has_seen_that_it_touches_nobody(hanna, cast):
    asked = hanna.post(COUNCIL, sent())
    assert "Das betrifft keinen geplanten Einsatz" in text(asked)
    assert not RuleSetting.objects.exists()
    answer = confirmed(hanna)
    row = RuleSetting.objects.get()
    assert answer.url == "/ausbildung/regeln/personnel_council/"
    assert (row.city, row.level, row.values, row.set_by) == (cast.nuremberg, "", {"days": 60}, cast.hanna)
    assert [entry.action for entry in journal.entries(row)] == ["training.rule.set"]
    assert rule_book().between("nuernberg", "muenchen", TODAY).value("personnel_council", "days") == 60


def test_the_preview_names_those_the_reader_may_see_and_counts_the_others(client, cast):
    a_placement(cast, accepted=True)
    client.force_login(cast.hanna)
    hers = client.post(COUNCIL, sent(days="10")).context["effects"]
    client.force_login(cast.marlene)
    theirs = client.post(COUNCIL.replace("nuernberg", "muenchen"), sent(days="10")).context["effects"]
    assert ([one.name for one in hers.stays], hers.others) == (["Mina Musterfrau"], 0)
    assert (theirs.stays, theirs.others) == ([], 1)
    assert hers.stays[0].effect.findings[0].code == "personnel_council"


def test_colleagues_of_the_city_hear_of_it_and_nobody_else(cast):
    hugo = cast.rita
    give_role(hugo, Role.HR, actor=None, city=cast.nuremberg, starts_on=TODAY)
    set_rule(cast.nuremberg, council(cast.nuremberg, 60), reason="Beschluss", seen=None, actor=cast.hanna)
    told = Notification.objects.filter(kind="training/rule_set")
    assert [one.recipient for one in told] == [hugo]


def test_of_two_at_once_the_second_sees_what_the_first_has_set(hanna, cast):
    shown = hanna.post(COUNCIL, sent(days="50")).context["form"]
    row = set_rule(cast.nuremberg, council(cast.nuremberg, 70), reason="Eilig", seen=None, actor=cast.hanna)
    answer = hanna.post(COUNCIL, sent(days="50", shown=shown["shown"].value()))
    for said in ("In der Zwischenzeit", "70 Tage", "Eilig"):
        assert said in text(answer)
    assert answer.context["form"]["seen"].value() == str(row.pk)
    assert RuleSetting.objects.get() == row
    with pytest.raises(TooLate):
        set_rule(cast.nuremberg, council(cast.nuremberg, 50), reason="Auch", seen=None, actor=cast.hanna)


def test_back_to_the_standard_is_a_new_row(hanna, cast):
    first = set_rule(cast.nuremberg, council(cast.nuremberg, 60), reason="Beschluss", seen=None, actor=cast.hanna)
    form = hanna.get(f"{COUNCIL}?standard").context["form"]
    assert (form["days"].value(), form["seen"].value()) == (90, first.pk)
    confirmed(hanna, days="90", seen=str(first.pk))
    assert [row.values for row in RuleSetting.objects.order_by("pk")] == [{"days": 60}, {}]
    history = text(hanna.get("/ausbildung/regeln/personnel_council/"))
    assert history.index("der Standard") < history.index("Länger als: 60 Tage")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"days": "0"}, "Bitte wählen Sie etwas von 1 Tag bis 366 Tage."),
        ({"days": "9" * 30}, "Bitte wählen Sie etwas von 1 Tag bis 366 Tage."),
        ({"days": "viele"}, "ganze Zahl"),
        ({"valid_from": (TODAY - timedelta(days=1)).isoformat()}, "heute oder einen späteren Tag"),
        ({"valid_from": "2999-01-01"}, "der nächsten drei Jahre"),
        ({"valid_from": "morgen"}, "Datum"),
        ({"reason": " "}, "Bitte sagen Sie in einem Satz, warum."),
        ({"level": "hard"}, "keine gültige Auswahl"),
        ({"days": "90"}, "Das gilt an diesem Tag schon."),
        ({"seen": "x", "days": "9" * 400}, "Bitte"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_saved(hanna, wrong, said):
    answer = hanna.post(COUNCIL, sent(**wrong))
    assert said in text(answer)
    assert "Beschluss vom Mai." in text(answer) or "reason" in wrong
    assert not RuleSetting.objects.exists()


@pytest.mark.parametrize("code", ["own_city", "gibt_es_nicht"])
def test_where_the_law_leaves_no_choice_there_is_no_form(hanna, code):
    assert hanna.get(f"{LIST}{code}/nuernberg/").status_code == 404


def test_the_service_keeps_to_bounds_days_and_the_own_city(cast):
    for setting in (
        council(cast.nuremberg, 999),
        council(cast.nuremberg, 60, valid_from=TODAY - timedelta(days=1)),
        council(cast.nuremberg, 60, level="hard"),
        Setting("nuernberg", "own_city", TODAY),
        Setting("nuernberg", "leave", TODAY, values={"days": 3}),
    ):
        with pytest.raises(Refused):
            set_rule(cast.nuremberg, setting, reason="So", seen=None, actor=cast.hanna)
    for stranger in (cast.marlene, cast.barbara, cast.konrad, cast.mina):
        with pytest.raises(NotAllowed):
            set_rule(cast.nuremberg, council(cast.nuremberg, 60), reason="So", seen=None, actor=stranger)


def test_what_begins_later_is_announced_and_does_not_hold_yet(hanna, cast):
    confirmed(hanna, valid_from=NEXT_WEEK.isoformat())
    page = text(hanna.get("/ausbildung/regeln/personnel_council/"))
    assert "90 Tage" in page
    assert "gilt etwas anderes" in page


@pytest.mark.parametrize(
    ("finding", "rule"),
    [("minor_at_first", "minor"), ("minor_hours_week", "minor_hours_week"), ("school_block_agreed", "school_block"),
     ("holidays_same", "holidays"), ("school_holidays", "school_holidays")],
)  # fmt: skip
def test_why_is_that_so_leads_from_each_finding_to_its_rule(finding, rule):
    assert rule_texts.rule_of(finding) == rule


def test_every_finding_belongs_to_a_rule():
    assert {rule_texts.rule_of(code) for code in SENTENCES} <= set(RULES)
