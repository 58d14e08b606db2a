"""Sample data of the page that shows every component in every state."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.core.paginator import Paginator

from lms.core.art import ICONS
from lms.core.forms import KernForm


@dataclass(frozen=True)
class SampleCity:
    name: str
    slug: str
    letter: str


@dataclass(frozen=True)
class SampleHalt:
    state: str
    name: str
    note: str = ""
    word: str = ""
    url: str = ""


CITIES = [
    SampleCity("Nürnberg", "nuernberg", "N"),
    SampleCity("Augsburg", "augsburg", "A"),
    SampleCity("München", "muenchen", "M"),
]
HALTS = [
    SampleHalt("done", "Eingereicht", "Do, 26. Nov. · von Ihnen"),
    SampleHalt("done", "Nürnberg gibt frei", "Mi, 2. Dez. · Hanna Hypothese"),
    SampleHalt("current", "Zuordnung", "Konrad Kunstfigur, bis 14. Dez.", "Wartet auf Konrad Kunstfigur"),
    SampleHalt("blocked", "Zusage", "Es fehlt das Ergebnis"),
    SampleHalt("ahead", "Einsatz", "ab 1. März"),
]


class SampleForm(KernForm, forms.Form):
    submit_label = "Angaben speichern"
    layout = Layout(
        Fieldset("Wann und wohin", Row("begins_on", "ends_on"), "city", "weeks"),
        Fieldset("Was Sie lernen möchten", "goal", "needs", "pace", "attachment", "consent"),
    )

    begins_on = forms.DateField(label="Beginn", help_text="Frühestens am 1. März 2027.")
    ends_on = forms.DateField(label="Ende", required=False)
    city = forms.ChoiceField(label="Stadt", choices=[("", "Bitte wählen")] + [(one.slug, one.name) for one in CITIES])
    weeks = forms.IntegerField(label="Wochen", min_value=1, max_value=12, help_text="Zwischen 1 und 12.")
    goal = forms.CharField(label="Lernziel", widget=forms.Textarea, max_length=400)
    needs = forms.MultipleChoiceField(
        label="Was ist Ihnen wichtig?",
        choices=[("step-free", "Stufenfreier Arbeitsplatz"), ("housing", "Unterkunft vor Ort")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Wir geben das nur an die aufnehmende Dienststelle weiter.",
    )
    pace = forms.ChoiceField(
        label="Wie möchten Sie arbeiten?",
        choices=[("team", "Im Team"), ("alone", "Eher allein")],
        widget=forms.RadioSelect,
    )
    attachment = forms.FileField(label="Anlage", required=False, help_text="PDF, höchstens 5 MB.")
    consent = forms.BooleanField(label="Ich bin einverstanden, dass meine Angaben weitergegeben werden.")


def samples() -> dict[str, Any]:
    wrong = {"w-begins_on": "", "w-ends_on": "2027-04-09", "w-weeks": "40", "w-needs": ["housing"]}
    return {
        "cities": CITIES,
        "halts": HALTS,
        "done": [SampleHalt("done", halt.name, halt.note) for halt in HALTS],
        "start": date(2027, 3, 1),
        "end": date(2027, 4, 9),
        "moment": datetime(2027, 1, 5, 14, 30),
        "form": SampleForm(),
        "wrong_form": SampleForm(wrong, prefix="w"),
        "page": Paginator(range(50), 10).page(2),
        "chips": [
            {"label": "Alle Städte", "url": "?", "current": True, "count": 14},
            {"label": "Augsburg", "url": "?stadt=augsburg", "current": False, "count": 0},
            {"label": "Unter 60 Minuten", "url": "?kurz=1", "current": True},
        ],
        "reasons": [
            "Ihr Lernziel „Online-Dienste“ kommt hier vor.",
            "Der Zeitraum passt zu Ihrem Ausbildungsplan.",
            {"text": "Eine Schulwoche liegt im Zeitraum.", "is_not": True},
        ],
        "findings": [
            {
                "tone": "stop",
                "why_url": "#hinweise",
                "title": "Geht nicht: Schule fällt hinein",
                "is_in_the_way": True,
                "sentence": "Die Berufsschule belegt 10 Arbeitstage des Einsatzes (Block 3, 3. bis 14. Mai 2027).",
                "law": "§ 15 BBiG",
                "remedy": "Wählen Sie einen anderen Zeitraum.",
                "fix_url": "#hinweise",
                "fix_label": "2 Wochen später: Plätze ansehen",
                "agree_url": "#hinweise",
            },
            {
                "tone": "warn",
                "why_url": "#hinweise",
                "title": "Bitte begründen: Probezeit",
                "is_in_the_way": True,
                "sentence": "Der Einsatz fällt in die Probezeit (bis 31. Dezember 2026).",
                "law": "§ 20 BBiG",
                "remedy": "Wählen Sie einen Einsatz nach der Probezeit.",
                "override_url": "#hinweise",
            },
            {
                "tone": "info",
                "why_url": "#hinweise",
                "title": "Gut zu wissen",
                "sentence": "Feiertag in Augsburg, aber nicht in Nürnberg: 8. August 2027 (Friedensfest).",
            },
        ],
        "crumbs": [("Austausch", "/austausch/"), ("Runde Frühjahr 2027", "/austausch/runden/")],
        "facts": [("Dienststelle", "Bürgeramt, Projekt E-Akte"), ("Begleitung", "Otto Ohneecht, Praxisanleitung")],
        "icons": sorted(ICONS),
    }
