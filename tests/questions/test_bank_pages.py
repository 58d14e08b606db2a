"""The bank as trainers of three cities meet it."""

from html import unescape
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from lms.core import journal
from people.models import Role
from people.services.memberships import give_role
from questions.models import Category, Question, QuestionVersion
from questions.queries import bank as bank_queries
from questions.queries.bank import Use, Uses
from questions.services import bank
from tests.factories.questions import DEFINITIONS, CategoryFactory, QuestionFactory, a_definition
from tests.queries import queries_of

INDEX, KINDS, CATEGORIES = (reverse(f"questions:{name}") for name in ("index", "kinds", "categories"))
NASTY = '<script>alert(1)</script><img src=x onerror="alert(1)">{{ request.user }}{% now "Y" %}'
COMMON = {"text": "Was gilt?", "feedback": "Weil.", "difficulty": "hard", "tags": "Recht, Daten"}
SENT = {
    "single": {
        "choices-rows": "4", "choices-0-text": "ja", "choices-0-right": "on", "choices-1-text": "nein",
    },
    "multiple": {
        "choices-rows": "4", "choices-0-text": "rot", "choices-0-right": "on", "choices-1-text": "blau",
        "choices-1-right": "on", "choices-3-text": "grün",
    },
    "true_false": {"right": "false"},
    "short_text": {"accepted": "Datenschutz\nDSGVO\nDSGVO\n", "typos": "on"},
    "number": {"value": "3,5", "tolerance": "0,1", "unit": "kg"},
    "cloze": {
        "gapped": "Ein {1}, ein {2}.", "gaps-rows": "4", "gaps-0-right": "Hund", "gaps-0-wrong": "Stein\nBaum",
        "gaps-1-right": "Haus", "gaps-1-wrong": "Tag",
    },
    "matching": {
        "pairs-rows": "4", "pairs-0-left": "Hund", "pairs-0-right": "bellt", "pairs-1-left": "Katze",
        "pairs-1-right": "miaut", "others": "wiehert",
    },
    "ordering": {
        "steps-rows": "4", "steps-0-text": "zweitens", "steps-0-place": "2", "steps-1-text": "erstens",
        "steps-1-place": "1", "steps-2-place": "3",
    },
    "free_text": {"rubric-rows": "4", "rubric-0-text": "nennt das Gesetz", "rubric-0-points": "2"},
    "upload": {
        "rubric-rows": "4", "rubric-0-text": "vollständig", "rubric-0-points": "2", "endings": ["pdf", "odt"],
        "max_mb": "5",
    },
}  # fmt: skip
MADE = {
    "single": {"choices": [("ja", True), ("nein", False)]},
    "multiple": {"choices": [("rot", True), ("blau", True), ("grün", False)]},
    "true_false": {"choices": [("richtig", False), ("falsch", True)]},
    "short_text": {"accepted": ["Datenschutz", "DSGVO"], "typos": True},
    "number": {"value": "3,5", "tolerance": "0,1", "unit": "kg"},
    "ordering": {"steps": ["erstens", "zweitens"]},
}


@pytest.fixture
def drawer(cast):
    return CategoryFactory(city=cast.nuremberg, name="Datenschutz")


def url(name, *args):
    return reverse(f"questions:{name}", args=args)


def send(client, kind, drawer, **changes):
    sent = {**COMMON, "category": drawer.pk, **SENT[kind], **changes}
    return client.post(
        url("new", kind), {name: value for name, value in sent.items() if value is not None}, follow=True
    )


def as_sent(question, **changes):
    """The form of a question as it is shown, with some fields changed."""
    return {**COMMON, "category": question.category_id, "seen": question.number, **changes}


def without_keys(definition):
    bare = {}
    for name, value in definition.items():
        if name == "choices":
            value = [(one["text"], one["right"]) for one in value]
        elif name == "steps":
            value = [one["text"] for one in value]
        bare[name] = value
    return bare


# Writing


@pytest.mark.parametrize("kind", sorted(DEFINITIONS))
def test_a_trainer_writes_a_question_of_each_kind(cast, client, drawer, kind):
    client.force_login(cast.barbara)
    assert client.get(url("new", kind)).status_code == 200
    page = send(client, kind, drawer).content.decode()
    question = Question.objects.get()
    assert page.count("<h1") == 1
    assert (question.kind, question.city, question.category) == (kind, cast.nuremberg, drawer)
    assert (question.difficulty, set(question.tags.names())) == ("hard", {"recht", "daten"})
    version = question.versions.get()
    assert (version.number, version.definition, version.author) == (1, question.definition, cast.barbara)
    if kind in MADE:
        expected = {"kind": kind, "text": "Was gilt?", "feedback": "Weil.", **MADE[kind]}
        assert without_keys(question.definition) == expected
    assert [entry.action for entry in journal.entries(question)] == ["questions.question.create"]


@pytest.mark.parametrize("kind", sorted(DEFINITIONS))
def test_opened_and_saved_again_it_is_the_same(cast, client, drawer, kind):
    question = QuestionFactory(category=drawer, kind=kind, definition=a_definition(kind))
    client.force_login(cast.barbara)
    form = client.get(url("edit", question.pk)).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    page = client.post(url("edit", question.pk), sent)
    assert page.status_code == 302, page.context["form"].errors
    question.refresh_from_db()
    assert (question.number, question.definition) == (1, a_definition(kind))


@pytest.mark.parametrize("kind", ["single", "cloze", "matching", "ordering", "free_text"])
def test_more_rows_come_without_a_script_and_keep_what_is_there(cast, client, drawer, kind):
    client.force_login(cast.barbara)
    rows = next(name for name in SENT[kind] if name.endswith("-rows")).removesuffix("-rows")
    page = send(client, kind, drawer, more=rows)
    form = page.context["form"]
    assert page.status_code == 200
    assert form.row_counts == {rows: 7}
    assert f'name="{rows}-rows" value="7"' in page.content.decode()
    for name, value in {**COMMON, **SENT[kind]}.items():
        if not name.endswith("-rows") and value != "on":
            assert form[name].value() == value
    assert "kern-error" not in page.content.decode()
    assert Question.objects.count() == 0


FAULTY = [
    ("single", {"choices-0-right": None}, "Please mark which answer is right."),
    ("single", {"choices-1-text": None}, "Please write at least two answers to choose from."),
    ("single", {"choices-1-right": "on"}, "Only one answer can be right here."),
    ("single", {"choices-1-text": "JA"}, "Two answers say the same."),
    ("multiple", {"choices-3-right": "on"}, "If all answers are right, there is nothing to decide."),
    ("short_text", {"accepted": "  "}, "Please write at least one answer that counts as right."),
    ("number", {"value": "viel"}, "Please write a number, for example 12 or 12,5."),
    ("number", {"value": "1.234"}, "This can be read in two ways."),
    ("number", {"tolerance": "-1"}, "How far an answer may be off is written without a minus."),
    ("cloze", {"gapped": "Ohne Lücke."}, "Please write {1} where the first gap is"),
    ("cloze", {"gapped": "{1} {1} {2}"}, "A gap stands twice in this text."),
    ("cloze", {"gapped": "{1} {2} {3}"}, "Each number in the text needs what belongs into it below"),
    ("cloze", {"gaps-1-wrong": None}, "Please write at least one wrong answer for this gap."),
    ("matching", {"pairs-1-left": None}, "Half of a pair is missing."),
    ("matching", {"others": "miaut"}, "One of these belongs to a pair already."),
    ("ordering", {"steps-1-text": None}, "Please write at least two steps."),
    ("ordering", {"steps-1-place": "2"}, "Two steps have place 2."),
    ("free_text", {"rubric-0-text": None}, "Please write at least one criterion"),
    ("free_text", {"rubric-0-points": None}, "Each criterion needs a whole number of points"),
    ("upload", {"endings": None}, "Please choose at least one kind of file."),
    ("upload", {"max_mb": "500"}, "Please write a number from 1 to 20."),
    ("single", {"text": "\u200b\u0007 ", "choices-0-right": "on"}, ""),
    ("single", {"category": "99999999999999999999"}, ""),
    ("single", {"tags": ",".join(f"t{n}" for n in range(20))}, "Please keep the 10 most important tags."),
    ("single", {"tags": "x" * 60}, "Please shorten this tag"),
]


@pytest.mark.parametrize(("kind", "changes", "sentence"), FAULTY)
def test_what_cannot_be_asked_is_said_at_the_field_and_nothing_is_lost(
    cast, settings, client, drawer, kind, changes, sentence
):
    client.force_login(cast.barbara)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = send(client, kind, drawer, **changes)
    form = page.context["form"]
    assert page.status_code == 200
    assert form.errors
    assert sentence in unescape(page.content.decode())
    assert form["feedback"].value() == "Weil."
    assert Question.objects.count() == 0


def test_junk_in_every_field_is_no_fault_of_ours(cast, client, drawer):
    client.force_login(cast.barbara)
    for kind, sent in SENT.items():
        for junk in ("", "\x00", "9" * 30, "-1", "\ud800".encode("utf-8", "surrogatepass"), NASTY, "{99}"):
            names = [*COMMON, *sent, "category", "seen", "change"]
            assert send(client, kind, drawer, **dict.fromkeys(names, junk)).status_code == 200


def test_html_is_shown_as_it_was_typed_and_never_as_html(cast, client, drawer):
    client.force_login(cast.barbara)
    changes = {"text": NASTY, "feedback": NASTY, "choices-0-text": NASTY, "tags": "<b>x</b>"}
    send(client, "single", drawer, **changes)
    send(client, "ordering", drawer, **{"text": NASTY, "steps-0-text": NASTY})
    send(client, "number", drawer, text=NASTY, unit="<b>kg</b>")
    send(client, "cloze", drawer, **{"text": NASTY, "gapped": NASTY + "{1}{2}", "gaps-0-right": NASTY[:80]})
    assert Question.objects.count() == 4
    for question in Question.objects.all():
        for name in ("question", "edit", "preview"):
            page = client.get(url(name, question.pk)).content.decode()
            assert "<script>alert" not in page
            assert "<img src=x" not in page
            assert "<b>" not in page
            assert "&lt;script&gt;alert" in page
            assert "{{ request.user }}" in page or name == "question"
    assert "<script>alert" not in client.get(INDEX).content.decode()


def test_unknown_kinds_do_not_exist(cast, client, drawer):
    client.force_login(cast.barbara)
    assert client.get(url("new", "essay")).status_code == 404


def test_the_first_question_of_a_city_leads_to_its_first_category(cast, client):
    client.force_login(cast.dieter)
    assert CATEGORIES in client.get(KINDS).content.decode()
    assert client.get(url("new", "single")).url == CATEGORIES


# Changing


def test_a_correction_is_a_new_version_and_keys_stay(cast, client, drawer):
    question = QuestionFactory(category=drawer)
    client.force_login(cast.barbara)
    keys = [one["key"] for one in question.definition["choices"]]
    turned = {"choices-0-key": keys[1], "choices-1-key": keys[0], "choices-2-text": "vielleicht"}
    sent = as_sent(question, **SENT["single"], **turned, change="Antworten vertauscht")
    assert client.post(url("edit", question.pk), sent).status_code == 302
    question.refresh_from_db()
    newest, first = question.versions.all()
    assert (question.number, newest.number, first.number) == (2, 2, 1)
    assert [one["key"] for one in question.definition["choices"]][:2] == [keys[1], keys[0]]
    assert (newest.change, newest.author) == ("Antworten vertauscht", cast.barbara)
    assert first.definition == a_definition()
    page = client.get(url("question", question.pk)).content.decode()
    assert "Antworten vertauscht" in page
    assert cast.barbara.full_name in page


def test_keys_are_not_taken_from_the_browser(cast, client, drawer):
    question = QuestionFactory(category=drawer)
    client.force_login(cast.barbara)
    forged = {"choices-0-key": "k-nein", "choices-1-key": "k-nein", "change": "x"}
    client.post(url("edit", question.pk), as_sent(question, **SENT["single"], **forged))
    question.refresh_from_db()
    keys = [one["key"] for one in question.definition["choices"]]
    assert keys[0] == "k-nein"
    assert keys[1] != "k-nein"


def test_what_was_changed_has_to_be_said_if_the_question_itself_changed(cast, client, drawer):
    question = QuestionFactory(category=drawer)
    client.force_login(cast.barbara)
    page = client.post(url("edit", question.pk), as_sent(question, **SENT["single"]))
    assert "change" in page.context["form"].errors
    assert page.context["form"]["text"].value() == "Was gilt?"


def test_whoever_is_slower_sees_it_and_may_replace_it(cast, client, drawer):
    question = QuestionFactory(category=drawer)
    client.force_login(cast.hanna)
    mine = as_sent(question, **SENT["single"], change="meine", text="Meine Fassung?")
    place = bank.Place(drawer)
    bank.revise_question(question, place, a_definition(text="Andere?"), seen=1, change="ihre", actor=cast.barbara)
    page = client.post(url("edit", question.pk), mine)
    form = page.context["form"]
    assert form.non_field_errors()
    assert (form["text"].value(), form["seen"].value()) == ("Meine Fassung?", "2")
    assert client.post(url("edit", question.pk), mine | {"seen": "2"}).status_code == 302
    assert [one.change for one in question.versions.all()] == ["meine", "ihre", ""]


def test_a_question_is_put_aside_and_brought_back(cast, client, drawer):
    question = QuestionFactory(category=drawer)
    client.force_login(cast.barbara)
    for step in ("retire", "retire"):
        client.post(url("step", question.pk), {"step": step})
    assert str(question) not in client.get(INDEX).content.decode()
    assert str(question) in client.get(INDEX, {"state": "retired"}).content.decode()
    client.post(url("step", question.pk), {"step": "bring_back"})
    assert str(question) in client.get(INDEX).content.decode()
    told = [entry.action.rpartition(".")[2] for entry in journal.entries(question)]
    assert told == ["retire", "bring_back"]
    assert client.post(url("step", question.pk), {"step": "explode"}).status_code == 404


# Three cities


def test_a_city_sees_its_own_questions_and_what_others_share(cast, client, drawer):
    own = QuestionFactory(category=drawer, definition=a_definition(text="Eigene?"))
    shared = QuestionFactory(category__city=cast.munich, is_shared=True, definition=a_definition(text="Geteilte?"))
    other = QuestionFactory(category__city=cast.augsburg, definition=a_definition(text="Fremde?"))
    client.force_login(cast.barbara)
    page = client.get(INDEX).content.decode()
    assert "Eigene?" in page
    assert "Geteilte?" in page
    assert "Fremde?" not in page
    assert client.get(url("question", own.pk)).status_code == 200
    assert client.get(url("question", shared.pk)).status_code == 200
    assert client.get(url("question", other.pk)).status_code == 404
    assert client.get(url("edit", shared.pk)).status_code == 403
    assert client.post(url("step", shared.pk), {"step": "retire"}).status_code == 403
    assert client.get(url("edit", other.pk)).status_code == 404
    for stranger in (cast.mina, cast.carla, cast.konrad):
        client.force_login(stranger)
        assert client.get(url("question", shared.pk)).status_code == 404
        assert client.get(url("preview", shared.pk)).status_code == 404
        assert client.get(INDEX).status_code == 403


def test_who_wrote_it_stays_within_the_city(cast, client, drawer):
    question = bank.create_question(
        bank.Place(drawer, is_shared=True), a_definition(), actor=cast.barbara, change="neu"
    )
    for person, seen in ((cast.barbara, True), (cast.marlene, False)):
        client.force_login(person)
        main = client.get(url("question", question.pk)).content.decode().split("<main")[1]
        assert (cast.barbara.full_name in main) == seen


def test_a_shared_question_is_copied_and_the_copy_goes_its_own_way(cast, client, drawer):
    shared = QuestionFactory(category__city=cast.munich, is_shared=True)
    shared.tags.add("recht")
    client.force_login(cast.barbara)
    client.post(url("copy", shared.pk), {"category": drawer.pk})
    copied = Question.objects.get(city=cast.nuremberg)
    assert (copied.definition, copied.is_shared, list(copied.tags.names())) == (shared.definition, False, ["recht"])
    assert "München" in copied.versions.get().change
    foreign = CategoryFactory(city=cast.augsburg)
    assert client.post(url("copy", shared.pk), {"category": foreign.pk}).status_code == 422
    assert Question.objects.count() == 2


def test_a_question_cannot_be_put_into_the_drawer_of_another_city(cast, client, drawer):
    foreign = CategoryFactory(city=cast.augsburg, is_shared=True)
    client.force_login(cast.barbara)
    send(client, "single", foreign)
    question = QuestionFactory(category=drawer)
    client.post(url("edit", question.pk), as_sent(question, **SENT["single"], change="x", category=foreign.pk))
    question.refresh_from_db()
    assert (question.category, Question.objects.count()) == (drawer, 1)


# Categories


def test_categories_are_created_renamed_and_shared_with_all_they_hold(cast, client):
    client.force_login(cast.hanna)
    client.post(CATEGORIES, {"name": "Recht"})
    drawer = Category.objects.get()
    assert (drawer.city, drawer.name) == (cast.nuremberg, "Recht")
    client.post(url("category", drawer.pk), {"name": "Recht, Grundlagen"})
    question = QuestionFactory(category=drawer)
    client.post(url("category_share", drawer.pk), {"step": "share"})
    drawer.refresh_from_db()
    question.refresh_from_db()
    assert (drawer.name, drawer.is_shared, question.is_shared) == ("Recht, Grundlagen", True, True)
    send(client, "single", drawer)
    assert Question.objects.filter(is_shared=True).count() == 2
    assert client.post(url("step", question.pk), {"step": "unshare"}).status_code == 400
    client.post(url("category_share", drawer.pk), {"step": "unshare"})
    assert Question.objects.filter(is_shared=True).count() == 0
    told = [entry.action.rpartition(".")[2] for entry in journal.entries(drawer)]
    assert told == ["create", "rename", "share", "unshare"]


def test_two_categories_of_a_city_do_not_have_the_same_name(cast, client, drawer):
    CategoryFactory(city=cast.augsburg, name="Recht")
    client.force_login(cast.barbara)
    page = client.post(CATEGORIES, {"name": "datenschutz"})
    assert "name" in page.context["form"].errors
    client.post(CATEGORIES, {"name": "Recht"})
    assert Category.objects.filter(name="Recht").count() == 2


def test_who_teaches_in_two_cities_says_for_which(cast, client, drawer):
    give_role(cast.barbara, Role.TRAINER, city=cast.augsburg, actor=None, starts_on=timezone.localdate())
    client.force_login(cast.barbara)
    client.post(CATEGORIES, {"name": "Neu", "city": cast.augsburg.pk})
    assert Category.objects.get(name="Neu").city == cast.augsburg
    page = client.get(url("new", "single")).content.decode()
    assert "Augsburg: Neu" in page


# Finding


def found(client, **filters):
    return [str(one) for one in client.get(INDEX, filters).context["page"]]


def test_questions_are_found_by_words_kind_place_tag_and_city(cast, client, drawer):
    law = QuestionFactory(
        category=drawer, definition=a_definition(text="Was sagt das Gesetz über Akten?"), difficulty="easy"
    )
    law.tags.add("recht")
    QuestionFactory(category=drawer, kind="number", definition=a_definition("number", text="Wie viele Akten?"))
    QuestionFactory(category__city=cast.munich, is_shared=True, definition=a_definition(text="Woanders?"))
    client.force_login(cast.barbara)
    assert found(client, q="akten gesetz") == ["Was sagt das Gesetz über Akten?"]
    assert found(client, kind="number") == ["Wie viele Akten?"]
    assert found(client, difficulty="easy", tag="recht") == ["Was sagt das Gesetz über Akten?"]
    assert found(client, city="shared") == ["Woanders?"]
    assert found(client, city="nuernberg", category=drawer.pk) == found(client, city="nuernberg") != []
    assert found(client, q="nirgends") == []
    assert len(found(client, kind="x", category="999999999999999999999", tag="%", state="\x00")) == 3


@pytest.mark.parametrize("words", ["übung", "ÜBUNG", "Uebung", "zu strasse", "50%", "Übung_?"])
def test_words_are_found_however_they_are_written(cast, client, drawer, words):
    QuestionFactory(category=drawer, definition=a_definition(text="Übung zur Straße: Sind es 50 %?"))
    client.force_login(cast.barbara)
    assert len(found(client, q=words)) == 1


def test_a_question_is_found_by_what_it_says_now(cast, client, drawer):
    question = QuestionFactory(category=drawer, definition=a_definition(text="Früher?"))
    place = bank.Place(drawer)
    bank.revise_question(question, place, a_definition(text="Später?"), seen=1, change="Wort", actor=cast.barbara)
    client.force_login(cast.barbara)
    assert (found(client, q="früher"), found(client, q="SPÄTER")) == ([], ["Später?"])


def test_questions_of_before_get_the_words_to_find_them_by(drawer):
    QuestionFactory(category=drawer, definition=a_definition(text="Übung?"))
    Question.objects.update(searched="")
    import_module("questions.migrations.0002_words_to_find_by").fill(apps, None)
    assert Question.objects.get().searched == "ubung?"


def test_the_list_asks_the_database_as_often_for_many_as_for_one(cast, client, drawer):
    QuestionFactory(category=drawer).tags.add("recht")
    client.force_login(cast.barbara)
    few = queries_of(client, INDEX)
    for number in range(30):
        QuestionFactory(category=CategoryFactory(city=cast.nuremberg)).tags.add(f"t{number}")
    assert queries_of(client, INDEX) == few
    assert client.get(INDEX, {"page": 2}).context["page"].number == 2


# Trying


def test_a_question_is_tried_and_nothing_is_kept(cast, client, drawer):
    question = QuestionFactory(category=drawer, kind="cloze", definition=a_definition("cloze"))
    client.force_login(cast.barbara)
    asked = client.get(url("preview", question.pk)).content.decode()
    assert "[Farbe]" not in asked
    page = client.post(url("preview", question.pk), {"answer-1": "1-Farbe", "answer-2": "2-Ort"})
    assert page.context["percent"] == 50
    assert "Rot ist eine [Farbe], Hund ein [Tier]." in page.content.decode()
    half = client.post(url("preview", question.pk), {"answer-1": "1-Farbe"})
    assert "answer-2" in half.context["form"].errors
    assert QuestionVersion.objects.count() == 1


def test_where_it_is_used_is_told_by_those_who_use_it(cast, client, drawer, monkeypatch):
    question = QuestionFactory(category=drawer)
    monkeypatch.setattr(bank_queries, "FINDERS", [])
    bank_queries.told_uses(lambda one, reader: Uses([Use(f"Test zu {one.pk}", "/lernen/", "nennt sie")], unseen=2))
    client.force_login(cast.barbara)
    for name in ("question", "edit"):
        page = client.get(url(name, question.pk)).content.decode()
        assert f"Test zu {question.pk}" in page
        assert "2 Tests anderer Städte, die nicht veröffentlicht sind" in page
