"""What completing asks for: Barbara sets it in plain words, learners follow the newest, evidence keeps its own."""

from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from certificates.models import Certificate
from courses.forms.completion import RuleForm, filled_in, tree_of
from courses.models import Completion, CompletionRule, Confirmation
from courses.queries.completing.explaining import choices_of
from courses.queries.completing.requirements import requirements, still_open
from courses.queries.completing.rules import NONE, RuleInForce, rule_of
from courses.queries.reading.outline import outline
from courses.rule_tree import EVERYTHING, Facts, evaluate
from courses.services.completing.completion import complete_if_due, in_months
from courses.services.completing.confirmations import confirm
from courses.services.completing.progress import mark_lesson_done
from courses.services.completing.rules import change_rule
from courses.services.enrolling.enrollments import enroll
from lms.core.errors import NotAllowed, TooLate
from lms.notifications.models import Notification
from tests.courses.stories import learn, take_test
from tests.factories.courses import RIGHT, CourseFactory, lessons_of

FILLED = {"which": "all", "parts": [], "how_many": "", "sessions": "", "confirmation": "", "valid_months": ""}
TALK = "hat ein Telefonat geführt"


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=3, test=True)


def text(answer):
    return " ".join(answer.content.decode().split())


def address(course):
    return reverse("courses:rule", args=[course.pk])


def ticked(course, *numbers):
    return [f"lesson-{lessons_of(course)[number].pk}" for number in numbers]


def test_a_course_without_a_rule_asks_for_everything(course):
    assert (rule_of(course), filled_in(NONE)["which"]) == (NONE, "all")


def test_saving_makes_a_version_and_says_what_it_means(client, cast, course):
    client.force_login(cast.barbara)
    sent = FILLED | {"which": "some", "parts": ticked(course, 0, 1), "how_many": "1", "tests": "on", "sessions": "2",
                     "confirmation": TALK, "valid_months": "24"}  # fmt: skip
    page = client.post(address(course), sent, follow=True)
    rule = CompletionRule.objects.get()
    assert (rule.number, rule.valid_months) == (1, 24)
    said = text(page)
    for sentence in (
        "1 von diesen 2 Teilen",
        "Test „Abschlusstest“ bestehen",
        "2 Termine besuchen",
        TALK,
        "Gilt 24 Monate",
        "Zu diesem Kurs gibt es noch keine Durchführung",
    ):
        assert sentence in said


def test_the_same_again_is_no_new_version(client, cast, course):
    client.force_login(cast.barbara)
    for _ in range(2):
        client.post(address(course), FILLED | {"confirmation": TALK})
    assert CompletionRule.objects.count() == 1
    client.post(address(course), FILLED)
    assert [rule.number for rule in CompletionRule.objects.order_by("number")] == [1, 2]
    assert rule_of(course).tree == EVERYTHING


def test_what_it_would_mean_is_shown_before_anything_is_saved(client, cast, course):
    client.force_login(cast.barbara)
    page = client.post(address(course), FILLED | {"confirmation": TALK, "show": "1"})
    assert TALK in text(page)
    assert "noch nicht gespeichert" in text(page)
    assert CompletionRule.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"which": "some"}, "parts", "Bitte kreuzen Sie mindestens einen Teil an"),
        ({"which": "some", "ticked": (0, 1), "how_many": "3"}, "how_many", "Sie haben 2 Teile angekreuzt"),
        ({"which": "some", "parts": ["lesson-999999"]}, "parts", "nicht mehr im Kurs"),
        ({"which": "none"}, "which", "Dann wäre nichts gefordert"),
        ({"which": "some", "ticked": (0,), "how_many": "0"}, "how_many", ""),
        ({"sessions": "-1"}, "sessions", ""),
        ({"sessions": "9" * 30}, "sessions", ""),
        ({"valid_months": "1000"}, "valid_months", ""),
        ({"confirmation": "x" * 200}, "confirmation", ""),
        ({"which": ""}, "which", ""),
    ],
)
def test_bad_input_gets_a_sentence_at_the_field(client, cast, course, changed, field, sentence):
    client.force_login(cast.barbara)
    changed = changed | {"parts": changed.get("parts", ticked(course, *changed.get("ticked", ())))}
    page = client.post(address(course), FILLED | changed)
    assert page.status_code == 200
    assert sentence in " ".join(page.context["form"].errors[field])
    assert CompletionRule.objects.count() == 0


given_rules = st.fixed_dictionaries({
    "which": st.sampled_from(["all", "some", "none"]),
    "parts": st.lists(st.sampled_from(["lesson-1", "lesson-2", "test-3", "assignment-4"]), min_size=1, unique=True),
    "how_many": st.none() | st.integers(1, 4),
    "tests": st.booleans(),
    "sessions": st.none() | st.integers(1, 9),
    "confirmation": st.sampled_from(["", TALK]),
    "valid_months": st.none() | st.integers(1, 120),
})  # fmt: skip


@given(given_rules)
def test_a_rule_fills_the_form_as_it_was_filled_in(given):
    tree = tree_of(given)
    again = filled_in(RuleInForce(1, tree, given["valid_months"]))
    assert tree_of(again) == tree


PAGES = (("lesson", 1), ("lesson", 2), ("test", 3), ("assignment", 4))


@given(given_rules, st.frozensets(st.sampled_from(PAGES)))
def test_whatever_is_filled_in_can_be_fulfilled(given, there):
    tree = tree_of(given)
    confirmed = frozenset(node["confirmed"] for node in tree["all"] if "confirmed" in node)
    facts = Facts(pages=tuple(sorted(there)), done=there, confirmed=confirmed, attended=9)
    node = evaluate(tree, facts)
    assert node is None or node.done


def test_only_those_who_write_the_course_set_its_rule(cast, course):
    with pytest.raises(NotAllowed):
        change_rule(course, EVERYTHING, None, actor=cast.sabine)


def test_courses_in_progress_follow_the_new_rule_and_evidence_stays(cast, course):
    done = learn(cast.kilian, course)
    take_test(done, RIGHT)
    [before] = Completion.objects.values()
    running = enroll(course, actor=cast.mina)
    mark_lesson_done(running, lessons_of(course)[0], actor=cast.mina)
    first = {"lesson": lessons_of(course)[0].pk}

    change_rule(course, {"all": [first]}, 12, actor=cast.barbara)

    running.refresh_from_db()
    complete_if_due(running, actor=None)
    assert [*Completion.objects.filter(enrollment=done).values()] == [before]
    mine = Completion.objects.get(enrollment=running)
    assert (mine.rule_number, mine.grade) == (1, "reported")
    assert mine.valid_until == in_months(mine.completed_at.date(), 12)


def test_those_for_whom_nothing_is_missing_any_more_complete_by_themselves(cast, course):
    running = enroll(course, actor=cast.mina)
    mark_lesson_done(running, lessons_of(course)[0], actor=cast.mina)
    change_rule(course, {"all": [{"lesson": lessons_of(course)[0].pk}]}, None, actor=cast.barbara)
    running.refresh_from_db()
    assert running.is_completed


def test_a_trainer_confirms_what_no_test_can_see(cast):
    course = CourseFactory(city=cast.nuremberg, lessons=1)
    change_rule(course, {"all": [{"every": "lesson"}, {"confirmed": "k", "label": TALK}]}, None, actor=cast.barbara)
    enrollment = learn(cast.mina, course)
    assert not enrollment.is_completed
    [one] = still_open(outline(course, enrollment))
    assert one.sentence == f"Bestätigung durch die Ausbildung: {TALK}"

    assert confirm(enrollment, "k", actor=cast.barbara)

    enrollment.refresh_from_db()
    assert (enrollment.is_completed, Completion.objects.get().grade) == (True, "confirmed")
    assert Confirmation.objects.get().confirmed_by == cast.barbara
    assert Notification.objects.filter(recipient=cast.mina, kind="courses/confirmed").count() == 1
    said = Certificate.objects.get().says.sections[-1].text
    assert "von der Ausbildung bestätigt" in said


def test_what_is_not_asked_for_cannot_be_confirmed(cast, course):
    with pytest.raises(TooLate):
        confirm(enroll(course, actor=cast.mina), "k", actor=cast.barbara)


@pytest.mark.parametrize("name", ["mina", "hanna", "sabine", "kilian"])
def test_only_trainers_of_the_course_confirm(cast, name):
    course = CourseFactory(city=cast.nuremberg)
    change_rule(course, {"all": [{"confirmed": "k", "label": TALK}]}, None, actor=cast.barbara)
    with pytest.raises(NotAllowed):
        confirm(enroll(course, actor=cast.mina), "k", actor=getattr(cast, name))


def test_a_part_whose_page_is_gone_is_asked_of_nobody(cast, course):
    first, second, _third = lessons_of(course)
    change_rule(course, {"all": [{"lesson": first.pk}, {"lesson": second.pk}]}, None, actor=cast.barbara)
    enrollment = enroll(course, actor=cast.mina)
    mark_lesson_done(enrollment, first, actor=cast.mina)
    second.unpublish()
    assert [(one.done, one.note) for one in requirements(outline(course, enrollment))] == [(True, "")]
    assert complete_if_due(enrollment, actor=cast.mina)


def test_the_form_names_drafts_as_well(course):
    lessons_of(course)[0].unpublish()
    assert [choice.kind for choice in choices_of(course)] == ["lesson", "lesson", "lesson", "test"]
    assert RuleForm(choices_of(course), NONE).initial["which"] == "all"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 23), 24, date(2028, 11, 23)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, expected):
    assert in_months(day, months) == expected


def test_what_the_certificate_does_not_ask_for_says_so_on_the_road(cast, course):
    first, second, _third = lessons_of(course)
    change_rule(course, {"of": 1, "parts": [{"lesson": first.pk}, {"lesson": second.pk}]}, None, actor=cast.barbara)
    enrollment = enroll(course, actor=cast.mina)
    assert [item.title for item in outline(course, enrollment).items if item.counts] == [first.title, second.title]
    [chapter] = outline(course, enrollment).chapters()
    assert chapter.halts[2]["word"] == "Für den Abschluss nicht nötig"
    assert outline(course, enrollment).minutes_left == 10
    assert outline(course, enrollment).next_item().title == first.title


def test_a_rule_of_another_shape_can_be_read_by_the_form(course):
    tree = {"of": 1, "parts": [{"lesson": 1}, {"test": 2}]}
    assert filled_in(RuleInForce(1, tree))["parts"] == ["lesson-1", "test-2"]
