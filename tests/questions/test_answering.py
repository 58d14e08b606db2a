"""The fields of each kind: named, explained, and read back as they were filled in."""

import pytest
from crispy_forms.layout import Layout
from crispy_forms.utils import render_crispy_form
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.translation import override

from lms.core.forms import KernForm
from questions.forms.answering import fields_for
from questions.kinds import KINDS
from tests.factories.questions import RIGHT, a_definition

SENT = {
    "single": "q=k-ja",
    "multiple": "q=k-rot&q=k-blau",
    "true_false": "q=true",
    "short_text": "q=datenschutz",
    "number": "q=3.5 kg",
    "cloze": "q-1=1-Farbe&q-2=2-Tier",
    "matching": "q-p1=r1&q-p2=r2&q-p3=r2",
    "ordering": "q-x=1&q-m=2&q-c=3",
}
PDF = b"%PDF-1.7\n"


class OneQuestion(KernForm, forms.Form):
    form_tag = False
    submit_label = ""

    def __init__(self, group, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.group = group
        self.fields.update(group.fields)
        self.layout = Layout(group.layout())

    def clean(self):
        for field, sentence in self.group.faults(self.cleaned_data):
            self.add_error(field, sentence)


def group_of(kind, **kwargs):
    definition = a_definition(kind, **kwargs.pop("changes", {}))
    return fields_for(KINDS[kind].asked(definition), "q", **kwargs)


def page_of(form):
    return render_crispy_form(form, context={})


@pytest.mark.parametrize("kind", sorted(SENT))
def test_what_is_filled_in_is_the_answer(kind):
    group = group_of(kind)
    form = OneQuestion(group, QueryDict(SENT[kind]))
    assert form.is_valid(), form.errors
    definition = a_definition(kind)
    kept = KINDS[kind].kept(definition, group.sent(form.data))
    assert KINDS[kind].points(definition, kept) == 1


@pytest.mark.parametrize("kind", sorted(SENT))
def test_what_was_answered_stands_in_the_fields_again(kind):
    answer = KINDS[kind].kept(a_definition(kind), RIGHT[kind])
    group = group_of(kind, initial=answer)
    form = OneQuestion(group)
    again = QueryDict(mutable=True)
    for name in group.fields:
        value = form[name].value()
        again.setlist(name, value if isinstance(value, list) else [str(value)])
    assert KINDS[kind].kept(a_definition(kind), group.sent(again)) == answer


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_sent_is_no_answer_and_each_field_says_so(kind):
    group = group_of(kind)
    form = OneQuestion(group, QueryDict(""))
    assert KINDS[kind].kept(a_definition(kind), group.sent(form.data)) is None
    assert not group.is_in(form.data)
    assert set(form.errors) == set(group.fields)
    assert OneQuestion(group_of(kind, required=False), QueryDict("")).is_valid()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_question_names_its_fields_and_is_never_read_as_html_or_template(kind):
    nasty = "<script>{{ 7|add:7 }}{% now 'Y' %}"
    html = page_of(OneQuestion(group_of(kind, number=3, changes={"text": nasty})))
    assert "3. &lt;script&gt;{{ 7|add:7 }}{% now &#x27;Y&#x27; %}" in html
    assert "<script>" not in html
    assert "right" not in html
    group = group_of(kind)
    assert html.count("<legend") == (1 if group.is_set or kind in ("single", "multiple", "true_false") else 0)
    for field in OneQuestion(group):
        assert field.id_for_label == "" or f'for="{field.id_for_label}"' in html


def test_half_an_answer_is_kept_in_between():
    group = group_of("cloze")
    assert KINDS["cloze"].kept(a_definition("cloze"), group.sent(QueryDict("q-2=2-Ort&q-9=x"))) == {"2": "2-Ort"}
    assert group.is_in(QueryDict("q-2=2-Ort"))


def test_gaps_are_numbered_in_the_order_of_the_text():
    turned = {"gapped": "Ein {2} hat eine {1}."}
    with override("en"):
        group = group_of("cloze", changes=turned)
    assert list(group.fields) == ["q-2", "q-1"]
    assert [str(field.label) for field in group.fields.values()] == ["Gap 1", "Gap 2"]
    assert [piece["gap"] or piece["text"] for piece in group.passage] == ["Ein ", "1", " hat eine ", "2", "."]


def test_a_place_is_given_once():
    form = OneQuestion(group_of("ordering"), QueryDict("q-x=1&q-m=1&q-c=2"))
    assert len(form.errors) == 1
    assert "1" in str(form.errors)


def test_what_is_no_number_is_said_at_the_field():
    for wrong in ("etwa drei", "3,5 g", "1.2.3"):
        assert "q" in OneQuestion(group_of("number"), QueryDict(f"q={wrong}")).errors
    for right in ("3", "-3", "3,5 KG", "1.000", " 4 kg "):
        assert OneQuestion(group_of("number"), QueryDict(f"q={right}")).is_valid()


def test_a_unit_is_text_and_no_html():
    html = page_of(OneQuestion(group_of("number", changes={"unit": "<b>%(x)s"})))
    assert "&lt;b&gt;%(x)s" in html


@pytest.mark.parametrize(
    ("name", "content", "fits"),
    [
        ("plan.pdf", PDF, True), ("PLAN.PDF", PDF, True), ("plan.docx", b"PK", False), ("plan.pdf", b"<html>", False),
        ("plan", PDF, False), ("plan.pdf", PDF + b"x" * 3 * 1024 * 1024, False),
    ],
)  # fmt: skip
def test_files_are_what_was_asked_for(name, content, fits):
    group = group_of("upload")
    form = OneQuestion(group, QueryDict(""), {"q": SimpleUploadedFile(name, content)})
    assert form.is_valid() == fits


def test_a_file_that_is_there_need_not_be_sent_again():
    group = group_of("upload", initial={"file": 7, "name": "<b>alt.pdf"})
    assert OneQuestion(group, QueryDict("")).is_valid()
    assert "&lt;b&gt;alt.pdf" in page_of(OneQuestion(group))
