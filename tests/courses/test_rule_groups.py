"""Rules in groups within groups: Barbara puts them together with buttons, and nothing of a rule gets lost."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from courses.forms.rule_groups import GroupsForm, changed, rows_sent
from courses.models import CompletionRule
from courses.queries.completing.rules import RuleInForce, rule_of
from courses.rule_rows import DEEPEST, GROUP, children, end_of, rows_of, take, tree_from
from courses.services.completing.rules import change_rule
from tests.courses.test_rule_tree import trees
from tests.factories.courses import CourseFactory, lessons_of

FITTING = st.recursive(
    st.one_of(
        st.builds(lambda kind, key: {kind: key}, st.sampled_from(["lesson", "test", "assignment"]), st.integers(1, 99)),
        st.builds(lambda kind: {"every": kind}, st.sampled_from(["lesson", "test", "assignment"])),
        st.builds(lambda n: {"attended": n}, st.integers(1, 99)),
        st.builds(lambda key: {"confirmed": key, "label": f"hat {key} gezeigt"}, st.sampled_from(["Ä", "b & <c>"])),
    ),
    lambda nodes: st.lists(nodes, min_size=1, max_size=4).flatmap(
        lambda parts: st.sampled_from([{"all": parts}, *({"of": n, "parts": parts} for n in range(1, len(parts) + 1))])
    ),
    max_leaves=10,
)


def sent_of(drawn, values):
    """What a browser sends of a form that nobody touched."""
    sent = {f"row-{drawn.at}": drawn.token}
    if drawn.control:
        sent[drawn.control.name] = "" if drawn.control.value() is None else str(drawn.control.value())
    for part in drawn.parts:
        sent |= sent_of(part, values)
    return sent


def opened_and_saved(tree):
    in_force = RuleInForce(1, tree)
    shown = GroupsForm([], in_force)
    form = GroupsForm([], in_force, rows_sent(sent_of(shown.root, shown)), months="", is_sent=True)
    assert form.is_valid(), form.errors
    return form


@given(st.one_of(FITTING, trees))
def test_a_rule_goes_through_the_form_without_change(tree):
    form = opened_and_saved(tree)
    assert form.tree == tree
    written = tree_from([form._cleaned(at, row) for at, row in enumerate(form.rows)])
    assert written in (tree, {"all": [tree]})


@pytest.mark.parametrize(
    "odd",
    [
        {"of": 0, "parts": [{"lesson": 1}]}, {"of": 3, "parts": [{"lesson": 1}]}, {"all": []}, {"seen": "once"}, {},
        {"confirmed": "k"}, {"confirmed": "k", "label": " "}, {"attended": 500}, {"lesson": "x"}, {"every": "thing"},
        {"all": [{"all": [{"all": [{"all": [{"lesson": 1}]}]}]}]},
    ],
)  # fmt: skip
def test_what_the_form_cannot_show_is_kept_even_beside_a_change(odd):
    form = GroupsForm([], RuleInForce(1, {"all": [odd, {"lesson": 1}]}))
    sent = sent_of(form.root, form)
    rows, _at = changed(rows_sent(sent), {"do": "add-0", "add-0": "every:test"})
    assert tree_from(rows) == {"all": [odd, {"lesson": 1}, {"every": "test"}]}


def leaves(tree):
    parts = tree.get("all", tree.get("parts"))
    return [leaf for part in parts for leaf in leaves(part)] if parts else [str(tree)]


@given(FITTING, st.lists(st.tuples(st.sampled_from(["up", "down", "into", "out"]), st.integers(1, 20)), max_size=6))
def test_moving_loses_nothing_and_stays_within_the_depth(tree, moves):
    rows = rows_of(tree)
    before = sorted((row.kind, str(row.key), str(row.tree)) for row in rows)
    for name, at in moves:
        rows, _at = take(rows, name, at)
        for number, row in enumerate(rows):
            assert row.level < DEEPEST if row.kind == GROUP else row.level <= DEEPEST
            assert row.kind == GROUP or end_of(rows, number) == number + 1
    assert sorted((row.kind, str(row.key), str(row.tree)) for row in rows) == before


@given(FITTING, st.integers(1, 20))
def test_up_and_down_again_is_where_it_was(tree, at):
    rows = rows_of(tree)
    there, place = take(rows, "up", at)
    if there != rows:
        assert take(there, "down", place) == (rows, at)


@pytest.fixture
def course(cast):
    return CourseFactory(city=cast.nuremberg, title="Akten führen", lessons=3, test=True)


def address(course):
    return reverse("courses:rule", args=[course.pk])


def press(client, course, page, button, **changes):
    """The whole form as it stands in the page, with some fields changed, and one button."""
    form = page.context["form"]
    sent = sent_of(form.root, form) | {"valid_months": form["valid_months"].value() or ""} | changes
    return client.post(address(course), sent | ({"do": button} if button else {}), follow=True)


def test_barbara_puts_a_rule_together_with_buttons_alone(client, cast, course):
    first, second, third = (f"lesson:{lesson.pk}" for lesson in lessons_of(course))
    client.force_login(cast.barbara)
    page = client.get(address(course), {"groups": "1"})
    for _number in range(3):
        page = press(client, course, page, "remove-1")
    page = press(client, course, page, "add-0", **{"add-0": "group:"})
    page = press(client, course, page, "add-1", **{"add-1": first})
    page = press(client, course, page, "add-1", **{"add-1": "group:"})
    page = press(client, course, page, "add-3", **{"add-3": second})
    page = press(client, course, page, "add-0", **{"add-0": "confirmed:"})
    page = press(client, course, page, "up-5", **{"label-5": "hat ein Telefonat geführt", "number-2": "abc"})
    page = press(client, course, page, "add-4", **{"add-4": third})
    assert "Geändert, aber noch nicht gespeichert" in page.content.decode()
    assert CompletionRule.objects.count() == 0
    page = press(client, course, page, "", **{"number-2": "1", "number-4": "1", "valid_months": "12"})
    rule = rule_of(course)
    one, two, three = ({"lesson": lesson.pk} for lesson in lessons_of(course))
    talk, group = rule.tree["all"]
    assert (talk["label"], rule.valid_months) == ("hat ein Telefonat geführt", 12)
    assert group == {"of": 1, "parts": [one, {"of": 1, "parts": [two, three]}]}
    assert page.context["in_groups"]


def test_a_rule_in_groups_never_opens_in_the_short_form(client, cast, course):
    lesson = {"lesson": lessons_of(course)[0].pk}
    client.force_login(cast.barbara)
    for tree in ({"all": [{"of": 1, "parts": [lesson, {"all": [lesson]}]}]}, {"all": [{"lesson": 999999}, lesson]}):
        change_rule(course, tree, None, actor=cast.barbara)
        page = client.get(address(course))
        assert page.context["in_groups"]
        press(client, course, page, "")
        assert rule_of(course).tree == tree
        short = client.post(address(course), {"which": "all", "parts": []})
        assert (short.status_code, rule_of(course).tree) == (409, tree)


@pytest.mark.parametrize(
    ("button", "changes", "field", "sentence"),
    [
        ("add-0 group:", {}, "number-2", "Darin ist noch kein Teil"),
        ("", {"number-0": "2"}, "number-0", "Darin ist 1 Teil"),
        ("", {"number-0": "zwei"}, "number-0", ""),
        ("add-0 attended:", {}, "number-2", "wie viele Termine"),
        ("add-0 confirmed:", {}, "label-2", "was bestätigt wird"),
        ("", {"row-1": "1:lesson:999999"}, "__all__", "nicht mehr im Kurs"),
    ],
)
def test_bad_input_gets_a_sentence_and_saves_nothing(client, cast, course, button, changes, field, sentence):
    change_rule(course, {"all": [{"every": "test"}]}, None, actor=cast.barbara)
    client.force_login(cast.barbara)
    page = client.get(address(course), {"groups": "1"})
    if button:
        name, _space, what = button.partition(" ")
        page = press(client, course, page, name, **{"add-0": what})
    page = press(client, course, page, "", **changes)
    assert sentence in " ".join(page.context["form"].errors[field])
    assert CompletionRule.objects.count() == 1
    for name, value in changes.items():
        if name.startswith("number"):
            assert page.context["form"][name].value() == value


@pytest.mark.parametrize(
    "sent",
    [
        {"row-0": ""}, {"row-0": "0:lesson:1"}, {"row-0": "0:group:", "row-1": "1:kept:forged"},
        {"row-0": "0:group:", "row-1": "x"},
    ],
)  # fmt: skip
def test_what_nobody_can_read_is_refused_and_changes_nothing(client, cast, course, sent):
    client.force_login(cast.barbara)
    assert client.post(address(course), sent).status_code == 400
    assert CompletionRule.objects.count() == 0


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["group:", "every:test", "lesson:1"])), max_size=12),
       st.text(max_size=12))  # fmt: skip
def test_any_levels_become_a_tree(levels, button):
    sent = {"row-0": "0:group:"} | {f"row-{at}": f"{level}:{token}" for at, (level, token) in enumerate(levels, 1)}
    rows, at = changed(rows_sent(sent), {"do": button})
    assert tree_from(rows) is not None
    assert 0 <= at < len(rows)
    assert all(rows[child].level == 1 for child in children(rows, 0))
