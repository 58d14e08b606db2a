"""How questions are written: one plain form for each kind, all of it plain text."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, ClassVar, cast

from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from lms.core.forms import Fold, KernForm
from questions.forms.faults import SENTENCES, sentence_for
from questions.forms.rows import Rows
from questions.kinds import KINDS, Definition
from questions.kinds.base import new_key, plain
from questions.kinds.by_hand import LARGEST_MB
from questions.models import Category, Difficulty, Question
from questions.services.bank import Place

TAGS, TAG = 10, 40
LINES, LINE = 30, 200
TRUTH = [("true", pgettext_lazy("answer", "true")), ("false", pgettext_lazy("answer", "false"))]
ENDINGS = {
    "pdf": "PDF (.pdf)",
    "docx": "Word (.docx)",
    "odt": "LibreOffice Writer (.odt)",
    "xlsx": "Excel (.xlsx)",
    "ods": "LibreOffice Calc (.ods)",
    "pptx": "PowerPoint (.pptx)",
    "odp": "LibreOffice Impress (.odp)",
    "txt": "Text (.txt)",
    "jpg": "JPEG (.jpg)",
    "png": "PNG (.png)",
}


def _line(label: Any, longest: int = 300, fault: tuple[str, str] | None = None) -> forms.CharField:
    """`fault`: which sentence is said if it is left empty."""
    return _said(forms.CharField(label=label, max_length=longest, required=bool(fault)), fault)


def _lines(label: Any, hint: Any, rows: int = 3, fault: tuple[str, str] | None = None) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": rows})
    field = forms.CharField(label=label, max_length=4000, required=bool(fault), widget=box, help_text=hint)
    return _said(field, fault)


def _said(field: forms.CharField, fault: tuple[str, str] | None) -> forms.CharField:
    if fault:
        field.error_messages["required"] = SENTENCES[fault]
    return field


def _numbered(label: Any) -> Any:
    return lambda number: _line(label % {"number": number})


def lines_of(text: str | None) -> list[str]:
    lines = [" ".join(plain(one, LINE).split()) for one in (text or "").splitlines()]
    return list(dict.fromkeys(line for line in lines if line))[:LINES]


class WritingForm(KernForm, forms.Form):
    """What every question has. Each kind adds what it needs, and says how it becomes a definition."""

    kind: ClassVar[str]
    inside: ClassVar[Sequence[Any]] = ()  # what stands between the question and its category
    rows: ClassVar[Rows | None] = None
    form_tag = False
    submit_label = ""

    text = forms.CharField(label=_("Question"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    category = forms.ModelChoiceField(label=_("Category"), queryset=Category.objects.none())
    change = forms.CharField(
        label=_("What did you change?"), max_length=200,
        help_text=_("For those who use this question in tests, for example: “year corrected”."),
    )  # fmt: skip
    feedback = forms.CharField(
        label=_("Explanation after the test"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    difficulty = forms.ChoiceField(label=_("Difficulty"), choices=Difficulty.choices, initial=Difficulty.MEDIUM)
    tags = forms.CharField(
        label=_("Tags"), max_length=400, required=False,
        help_text=_("Separated by commas, for example: data protection, law"),
    )  # fmt: skip
    is_shared = forms.BooleanField(
        label=_("Share with all cities"), required=False,
        help_text=_("Trainers of all cities read the question with its right answers, use it in tests and copy it."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(
        self,
        categories: QuerySet[Category],
        *args: Any,
        question: Question | None = None,
        sent: QueryDict | None = None,
        **kwargs: Any,
    ) -> None:
        """`sent`: shown again with more rows, as it was filled in, before anything is checked."""
        self.question = question
        self.before: Definition = question.definition if question else {}
        kwargs["initial"] = (self._known() if question else {}) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self._offer(categories)
        self.row_counts: dict[str, int] = {}
        if not question:
            del self.fields["change"], self.fields["seen"]
        if self.rows:
            self._add_rows(self.rows, sent)
        self.order_fields(["text", *self._inside(), *(name for name in self.fields if "-" in name)])
        if sent is not None:
            self.initial = {
                name: field.widget.value_from_datadict(sent, {}, name) for name, field in self.fields.items()
            }

    def _inside(self) -> list[str]:
        return [name for one in self.inside for name in getattr(one, "fields", [one])]

    def get_layout(self) -> Layout:
        return self._arranged()

    def _offer(self, categories: QuerySet[Category]) -> None:
        field = cast(forms.ModelChoiceField, self.fields["category"])
        field.queryset = categories.filter(city_id=self.question.city_id) if self.question else categories
        several = len({category.city_id for category in field.queryset}) > 1
        field.label_from_instance = lambda one: f"{one.city.name}: {one.name}" if several else one.name  # type: ignore[method-assign]
        field.empty_label = gettext("Please choose")

    def _add_rows(self, rows: Rows, sent: QueryDict | None) -> None:
        data = cast("QueryDict", self.data) if self.is_bound else sent
        known = self.known_rows() if self.before else []
        self.row_counts[rows.name] = count = rows.count(data, len(known))
        self.fields.update(dict(rows.fields(count)))
        self.initial = rows.initial(known) | self.initial

    def _arranged(self) -> Layout:
        rows = [self.rows.layout()] if self.rows else []
        change = ["change"] if self.question else []
        more = Fold(_("More settings"), Row("difficulty", "tags"), "is_shared", is_open=self._says_more())
        return Layout("text", *self.inside, *rows, "feedback", "category", *change, more)

    def _says_more(self) -> bool:
        return self.is_bound and any(name in self.errors for name in ("difficulty", "tags", "is_shared"))

    def _known(self) -> dict[str, Any]:
        question = cast(Question, self.question)
        return {
            "text": self.before["text"],
            "feedback": self.before.get("feedback", ""),
            "category": question.category_id,
            "difficulty": question.difficulty,
            "tags": ", ".join(sorted(question.tags.names())),
            "is_shared": question.is_shared,
            "seen": question.number,
            **self.known(),
        }

    def known(self) -> dict[str, Any]:
        """The fields of this kind, from the definition as it is."""
        return {}

    def known_rows(self) -> list[dict[str, Any]]:
        return []

    def parts(self, given: dict[str, Any]) -> Definition:
        """The definition beyond its text, from what was filled in."""
        raise NotImplementedError

    def field_of(self, part: str) -> str:
        """Where a fault of this part is shown."""
        return self.rows.field_name(0) if self.rows else "text"

    def used(self, *keys: str) -> list[dict[str, Any]]:
        return self.rows.used(self.cleaned_data, keys) if self.rows else []

    def clean_tags(self) -> list[str]:
        tags = lines_of(self.cleaned_data["tags"].replace(",", "\n"))
        if len(tags) > TAGS:
            raise forms.ValidationError(gettext("Please keep the %(most)s most important tags.") % {"most": TAGS})
        if long := next((tag for tag in tags if len(tag) > TAG), None):
            raise forms.ValidationError(gettext("Please shorten this tag: “%(text)s”.") % {"text": long})
        return tags

    def clean_change(self) -> str:
        return plain(self.cleaned_data["change"], 200)

    def clean(self) -> None:
        given = self.cleaned_data
        texts = {"text": plain(given.get("text"), 2000), "feedback": plain(given.get("feedback"), 1000)}
        if "text" in given and not texts["text"]:
            self.add_error("text", gettext("Please fill this in."))
        self.definition = {"kind": self.kind, **texts, **self.parts(given)}
        if self.definition == self.before and self.errors.pop("change", None):
            given["change"] = ""
        for part, code in KINDS[self.kind].faults(self.definition):
            self._say(self.field_of(part), sentence_for(part, code))

    def _say(self, field: str, sentence: str) -> None:
        if sentence not in self.errors.get(field, []):
            self.add_error(field, sentence)

    @property
    def place(self) -> Place:
        given = self.cleaned_data
        return Place(given["category"], given["difficulty"], given["tags"], given["is_shared"])


def _right_box(number: int) -> forms.BooleanField:
    return forms.BooleanField(label=_("Answer %(number)s is right") % {"number": number}, required=False)


class ChoiceForm(WritingForm):
    rows = Rows(
        "choices", {"text": _numbered(_("Answer %(number)s")), "right": _right_box},
        legend=_("Answers"),
        hint=_("Mark what is right. Rows that you leave empty do not count. Answers are mixed for each learner."),
    )  # fmt: skip

    def known_rows(self) -> list[dict[str, Any]]:
        return self.before["choices"]

    def parts(self, given: dict[str, Any]) -> Definition:
        rows = self.used(*(one["key"] for one in self.before.get("choices", [])))
        return {"choices": [{"key": row["key"], "text": row["text"], "right": bool(row["right"])} for row in rows]}


class SingleForm(ChoiceForm):
    kind = "single"


class MultipleForm(ChoiceForm):
    kind = "multiple"


class TrueFalseForm(WritingForm):
    kind = "true_false"
    inside = ("right",)

    text = forms.CharField(
        label=_("Statement"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A sentence that is either true or false."),
    )  # fmt: skip
    right = forms.ChoiceField(label=_("This statement is"), choices=TRUTH, widget=forms.RadioSelect)

    def known(self) -> dict[str, Any]:
        return {"right": next(one["key"] for one in self.before["choices"] if one["right"])}

    def parts(self, given: dict[str, Any]) -> Definition:
        right = given.get("right") or "true"
        texts = dict(TRUTH) | {one["key"]: one["text"] for one in self.before.get("choices", [])}
        return {"choices": [{"key": key, "text": str(text), "right": key == right} for key, text in texts.items()]}


class ShortTextForm(WritingForm):
    kind = "short_text"
    inside = ("accepted", "typos")

    accepted = _lines(
        _("What counts as right"),
        _("One answer per line. Capitals and spaces do not matter."),
        rows=4,
        fault=("accepted", "nothing_right"),
    )
    typos = forms.BooleanField(
        label=_("Forgive one slip in words of five letters and more"), required=False, initial=True
    )

    def known(self) -> dict[str, Any]:
        return {"accepted": "\n".join(self.before["accepted"]), "typos": self.before["typos"]}

    def parts(self, given: dict[str, Any]) -> Definition:
        return {"accepted": lines_of(given.get("accepted")), "typos": bool(given.get("typos"))}

    def field_of(self, part: str) -> str:
        return "accepted"


class NumberForm(WritingForm):
    kind = "number"
    inside = (Row("value", "tolerance", "unit"),)

    value = _line(_("Right answer"), 40, fault=("value", "no_number"))
    tolerance = _line(_("May be off by"), 40)
    unit = _line(_("Unit"), 20)

    def known(self) -> dict[str, Any]:
        return {name: self.before[name] for name in ("value", "tolerance", "unit")}

    def parts(self, given: dict[str, Any]) -> Definition:
        return {name: plain(given.get(name), 40) for name in ("value", "tolerance", "unit")}

    def field_of(self, part: str) -> str:
        return part


class ClozeForm(WritingForm):
    kind = "cloze"
    inside = ("gapped",)
    rows = Rows(
        "gaps",
        {
            "right": _numbered(_("Belongs into gap %(number)s")),
            "wrong": lambda number: _lines(_("Wrong answers for gap %(number)s") % {"number": number}, "", rows=2),
        },
        legend=_("What belongs into the gaps"), hint=_("Wrong answers: one per line."),
    )  # fmt: skip

    text = forms.CharField(label=_("Question"), max_length=2000, initial=_("Fill in the gaps."))
    gapped = _lines(
        _("Text with gaps"),
        _("Write {1} where the first gap is: “The file is kept for {1} years.”"),
        rows=4,
        fault=("gapped", "no_gap"),
    )

    def known(self) -> dict[str, Any]:
        return {"gapped": self.before["gapped"]}

    def known_rows(self) -> list[dict[str, Any]]:
        """Row by row in the order of the numbers; a number that was left out keeps its row empty."""
        gaps = {int(gap["key"]): gap["options"] for gap in self.before["gaps"]}
        return [_gap_row(gaps.get(number, [])) for number in range(1, max(gaps) + 1)]

    def parts(self, given: dict[str, Any]) -> Definition:
        before = {gap["key"]: gap["options"] for gap in self.before.get("gaps", [])}
        gaps = []
        for row in self.used():
            key = str(row["at"] + 1)
            texts = [(row["right"], True), *((line, False) for line in lines_of(row["wrong"]))]
            gaps.append({"key": key, "options": _options([one for one in texts if one[0]], before.get(key, []))})
        return {"gapped": plain(given.get("gapped"), 4000), "gaps": gaps}

    def field_of(self, part: str) -> str:
        if not part.startswith("gap-"):
            return "gapped"
        return cast(Rows, self.rows).field_name(int(part.removeprefix("gap-")) - 1)


def _gap_row(options: list[dict[str, Any]]) -> dict[str, str]:
    right = [one["text"] for one in options if one["right"]]
    return {"right": "".join(right), "wrong": "\n".join(one["text"] for one in options if not one["right"])}


def _options(texts: list[tuple[str, bool]], before: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Options keep their key as long as their text stays; a new wording of the right one stays the right one."""
    keys = {one["text"]: one["key"] for one in before}
    was_right = next((one["key"] for one in before if one["right"]), None)
    made = []
    for text, right in texts:
        key = keys.get(text) or (was_right if right and was_right not in [keys.get(one) for one, _r in texts] else None)
        made.append({"key": key or new_key(), "text": text, "right": right})
    return made


class MatchingForm(WritingForm):
    kind = "matching"
    inside = ()
    rows = Rows(
        "pairs",
        {"left": _numbered(_("Left side of pair %(number)s")), "right": _numbered(_("Right side of pair %(number)s"))},
        legend=_("Pairs"),
        hint=_("Several left sides may have the same right side. Rows that you leave empty do not count."),
    )  # fmt: skip

    others = _lines(_("Also offered, but belonging to nothing"), _("One per line."))

    def _arranged(self) -> Layout:
        layout = super()._arranged()
        layout.fields.insert(2, "others")
        return layout

    def known(self) -> dict[str, Any]:
        return {"others": "\n".join(one["text"] for one in self.before["others"])}

    def known_rows(self) -> list[dict[str, Any]]:
        return self.before["pairs"]

    def parts(self, given: dict[str, Any]) -> Definition:
        right_keys = {one["key"]: one["right_key"] for one in self.before.get("pairs", [])}
        keys = {one["text"]: one["key"] for one in self.before.get("others", [])}
        pairs = [
            {
                "key": row["key"],
                "left": row["left"],
                "right_key": right_keys.get(row["key"]) or new_key(),
                "right": row["right"],
            }
            for row in self.used(*right_keys)
        ]
        others = [{"key": keys.get(text) or new_key(), "text": text} for text in lines_of(given.get("others"))]
        return {"pairs": pairs, "others": others}

    def field_of(self, part: str) -> str:
        return "others" if part == "others" else super().field_of(part)


class OrderingForm(WritingForm):
    kind = "ordering"
    rows = Rows(
        "steps",
        {
            "text": _numbered(_("Step %(number)s")),
            "place": lambda number: forms.IntegerField(
                label=_("Place of step %(number)s") % {"number": number}, required=False, min_value=1, max_value=99,
                initial=number,
            ),
        },
        legend=_("Steps in the right order"),
        hint=_("To move a step, change its place. Learners see the steps mixed."),
    )  # fmt: skip

    def known_rows(self) -> list[dict[str, Any]]:
        return [step | {"place": place} for place, step in enumerate(self.before["steps"], start=1)]

    def parts(self, given: dict[str, Any]) -> Definition:
        rows = self.used(*(one["key"] for one in self.before.get("steps", [])))
        rows.sort(key=lambda row: (row["place"] or row["at"] + 1, row["at"]))
        for first, second in pairwise(rows):
            if first["place"] and first["place"] == second["place"]:
                sentence = gettext("Two steps have place %(place)s. Each place is given once.")
                field = cast(Rows, self.rows).field_name(second["at"], "place")
                self._say(field, sentence % {"place": second["place"]})
        return {"steps": [{"key": row["key"], "text": row["text"]} for row in rows]}


class ByHandForm(WritingForm):
    rows = Rows(
        "rubric",
        {
            "text": _numbered(_("Criterion %(number)s")),
            "points": lambda number: forms.IntegerField(
                label=_("Points for criterion %(number)s") % {"number": number}, required=False, min_value=1,
                max_value=100,
            ),
        },
        legend=_("What is looked at when marking"),
        hint=_("Learners see this with their result."),
    )  # fmt: skip

    def known_rows(self) -> list[dict[str, Any]]:
        return self.before["rubric"]

    def parts(self, given: dict[str, Any]) -> Definition:
        rows = self.used(*(one["key"] for one in self.before.get("rubric", [])))
        return {"rubric": [{"key": row["key"], "text": row["text"], "points": row["points"]} for row in rows]}

    def field_of(self, part: str) -> str:
        if part != "points":
            return super().field_of(part)
        return cast(Rows, self.rows).field_name(next(row["at"] for row in self.used() if not row["points"]), "points")


class FreeTextForm(ByHandForm):
    kind = "free_text"


class UploadForm(ByHandForm):
    kind = "upload"
    inside = ("endings", "max_mb")

    endings = forms.MultipleChoiceField(
        label=_("Kinds of files"), choices=list(ENDINGS.items()), widget=forms.CheckboxSelectMultiple, initial=["pdf"],
        error_messages={"required": _("Please choose at least one kind of file.")},
    )  # fmt: skip
    max_mb = forms.IntegerField(
        label=_("Largest size in MB"), min_value=1, max_value=LARGEST_MB, initial=10,
        error_messages={"min_value": _("Please write a number from 1 to 20."),
                        "max_value": _("Please write a number from 1 to 20.")},
    )  # fmt: skip

    def known(self) -> dict[str, Any]:
        return {"endings": self.before["endings"], "max_mb": self.before["max_mb"]}

    def parts(self, given: dict[str, Any]) -> Definition:
        chosen = {"endings": given.get("endings") or ["pdf"], "max_mb": given.get("max_mb") or 10}
        return chosen | super().parts(given)

    def field_of(self, part: str) -> str:
        return part if part in self.fields else super().field_of(part)


FORMS: dict[str, type[WritingForm]] = {
    form.kind: form
    for form in (
        SingleForm, MultipleForm, TrueFalseForm, ShortTextForm, NumberForm, ClozeForm, MatchingForm, OrderingForm,
        FreeTextForm, UploadForm,
    )
}  # fmt: skip
