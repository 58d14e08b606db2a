import pytest
from bs4 import BeautifulSoup
from crispy_forms.utils import render_crispy_form
from django import forms
from django.utils import translation

from exchange.models import GuardianConsent
from lms.core.forms import KernForm
from lms.core.styleguide import SampleForm
from people.models import City


@pytest.fixture(autouse=True)
def german():
    with translation.override("de"):
        yield


def draw(form):
    return BeautifulSoup(render_crispy_form(form), "html.parser")


def words(soup):
    return " ".join(soup.get_text(" ").split())


ANSWERS = {"begins_on": "2027-03-01", "ends_on": "", "city": "augsburg", "weeks": "40", "goal": "", "pace": "team"}


def test_a_new_form_complains_about_nothing():
    page = draw(SampleForm())
    assert page.select("[role=alert], [aria-invalid], .kern-error") == []
    assert [legend.get_text() for legend in page.select(".wj-fieldset > legend")] == [
        "Wann und wohin",
        "Was Sie lernen möchten",
    ]
    assert [words(button) for button in page.select("button")] == ["Angaben speichern"]


def test_the_summary_names_each_mistake_and_leads_to_its_field():
    page = draw(SampleForm(ANSWERS))
    summary = page.select_one("[role=alert]")
    assert words(summary.h2) == "Bitte prüfen Sie 3 Angaben"
    assert [(link["href"], words(link)) for link in summary.select("a")] == [
        ("#id_weeks", "Wochen: Dieser Wert muss kleiner oder gleich 12 sein."),
        ("#id_goal", "Lernziel: Bitte füllen Sie dieses Feld aus."),
        (
            "#id_consent",
            "Ich bin einverstanden, dass meine Angaben weitergegeben werden: Bitte setzen Sie hier ein Häkchen.",
        ),
    ]
    assert all(page.select_one(link["href"]) for link in summary.select("a"))


def test_a_mistake_stands_at_its_field_and_what_was_typed_stays():
    page = draw(SampleForm(ANSWERS))
    weeks = page.select_one("#id_weeks")
    assert (weeks["value"], weeks["aria-invalid"]) == ("40", "true")
    assert weeks["aria-describedby"] == "id_weeks_helptext id_weeks_error"
    assert words(page.select_one("#id_weeks_error")) == "Dieser Wert muss kleiner oder gleich 12 sein."
    assert page.select_one("#id_begins_on")["value"] == "2027-03-01"
    assert page.select_one("#id_city option[selected]")["value"] == "augsburg"


def test_files_must_be_given_again_and_the_form_says_so():
    assert "Nur Dateien und Passwörter geben Sie bitte neu ein." in words(draw(SampleForm(ANSWERS)))


def test_optional_fields_are_marked():
    page = draw(SampleForm())
    assert [words(label) for label in page.select(".kern-label:has(.kern-label__optional)")] == [
        "Ende (freiwillig)",
        "Was ist Ihnen wichtig? (freiwillig)",
        "Anlage (freiwillig)",
    ]


def test_choices_are_a_group_with_a_question():
    page = draw(SampleForm({**ANSWERS, "pace": ""}))
    group = page.select_one("#div_id_pace")
    assert group.name == "fieldset"
    assert group["aria-describedby"] == "id_pace_error"
    assert words(group.legend) == "Wie möchten Sie arbeiten?"
    assert [radio.get("aria-invalid") for radio in group.select("input")] == [None, None]
    assert "Wie möchten Sie arbeiten? Bitte wählen Sie hier etwas aus." in words(page.select_one("[role=alert]"))


def test_browsers_get_their_own_pickers_and_hints():
    class ContactForm(KernForm, forms.Form):
        email = forms.EmailField()
        day = forms.DateField(initial="2027-03-01")
        at = forms.TimeField()

    page = draw(ContactForm())
    assert page.select_one("#id_email")["autocomplete"] == "email"
    assert [page.select_one(f"#id_{name}")["type"] for name in ("day", "at")] == ["date", "time"]
    assert page.select_one("#id_day")["value"] == "2027-03-01"


def test_a_form_may_leave_button_and_tag_to_the_page():
    class PartForm(KernForm, forms.Form):
        form_tag = False
        reason = forms.CharField(error_messages={"required": "Nennen Sie einen Grund."})

    page = draw(PartForm({}, submit_label=""))
    assert page.select("form, button") == []
    assert words(page.select_one("#id_reason_error")) == "Nennen Sie einen Grund."


def test_the_text_of_one_mistake():
    class ShortForm(KernForm, forms.Form):
        name = forms.CharField(label="Name")

    assert words(draw(ShortForm({})).h2) == "Bitte prüfen Sie eine Angabe"


def test_formsets_are_drawn_with_their_own_mistakes():
    class LineForm(KernForm, forms.Form):
        form_tag = False
        name = forms.CharField(label="Name")

    Lines = forms.formset_factory(LineForm, extra=1, min_num=1, validate_min=True)
    lines = Lines({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": ""})
    lines.is_valid()
    lines.helper = LineForm().helper
    page = draw(lines)
    assert "Bitte prüfen Sie die Liste" in words(page)
    assert page.select_one("[name=form-TOTAL_FORMS]")["value"] == "1"


def test_what_has_to_be_chosen_says_so_instead_of_dashes():
    class Choosing(KernForm, forms.ModelForm):
        city = forms.ModelChoiceField(City.objects.none())

        class Meta:
            model = GuardianConsent
            fields = ["form"]

    firsts = [words(select.option) for select in draw(Choosing()).select("select")]
    assert firsts == ["Bitte wählen", "Bitte wählen"]
