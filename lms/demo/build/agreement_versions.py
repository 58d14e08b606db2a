"""What was agreed on later: an addendum in force, and a renewal for which one city has to look again."""

from collections.abc import Iterable
from datetime import date, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from reportlab.pdfgen.canvas import Canvas

from exchange.models import Agreement
from exchange.models.agreements import TERMS
from exchange.services import agreements
from lms.demo.build.clock import at, monday_of_this_week, workday
from lms.demo.build.people import People
from lms.demo.build.places import Places
from people.models import Role

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
FIELDS = ["Austausch von Auszubildenden", "Gemeinsame Kurse", "Digitale Verwaltung", "Gegenseitige Beratung"]
COSTS = (
    "Fahrten zweiter Klasse oder mit dem Deutschlandticket. Unterkunft bis zu dem Satz, den der Tarifvertrag nennt; die "
    "Gaststadt hilft bei der Suche. Die Ausbildungsvergütung zahlt die Heimatstadt weiter."
)
ANNEX = """Die Städte sind für die Daten der Bewerbungen gemeinsam verantwortlich (Art. 26 DSGVO).

Die Heimatstadt informiert ihre Nachwuchskräfte, holt die Einwilligung ein und beantwortet Anträge auf Auskunft, Berichtigung und Löschung. Wer sich an eine andere Stadt wendet, wird nicht weggeschickt: Sie gibt den Antrag binnen drei Arbeitstagen weiter.

Die Gaststadt sieht Name und Daten erst, wenn beide Städte den Platz bestätigt haben. Sie löscht sie, sobald der Nachweis ausgestellt ist, soweit kein Gesetz etwas anderes sagt.

Eine Verletzung des Schutzes meldet die Stadt, bei der sie geschehen ist; die anderen erfahren es am selben Tag."""  # fmt: skip
MEMORANDUM_TERMS = {
    "fields_of_cooperation": FIELDS,
    "seats_per_round": 2,
    "balance_weeks": 12,
    "cost_note": COSTS,
    "annex_text": ANNEX,
}
ADDENDUM_TEXT = (
    "Jede Stadt bietet je Runde mindestens drei Plätze an. Die Verpflegung am Einsatzort trägt die Gaststadt."
)


def build_addendum(memorandum: Agreement, places: Places, people: People) -> Agreement:
    """Half a year ago: one seat more from each city, with the minutes of the meeting attached."""
    konrad, start = people["Konrad Kunstfigur"], workday(monday_of_this_week() - 26 * WEEK)
    terms = {name: getattr(memorandum, name) for name in TERMS}
    terms |= {"text": ADDENDUM_TEXT, "seats_per_round": 3, "meals_by": "host"}
    with at(start - 3 * WEEK):
        addendum = agreements.create_addendum(
            memorandum, actor=konrad, title="Erster Nachtrag: mehr Plätze", starts_on=start, ends_on=memorandum.ends_on,
            **terms,
        )  # fmt: skip
        agreements.add_document(addendum, actor=konrad, title="Niederschrift des Treffens", file=_minutes())
    assent_for(addendum, places.cities, places, people, start - 2 * WEEK)
    addendum.refresh_from_db()
    return addendum


def build_renewal(memorandum: Agreement, places: Places, people: People) -> Agreement:
    """The next version: Nürnberg had assented before the costs were changed, Augsburg afterwards, München not yet."""
    konrad, today = people["Konrad Kunstfigur"], monday_of_this_week()
    with at(workday(today - 4 * WEEK)):
        renewal = agreements.renew_agreement(memorandum, actor=konrad, today=today - 4 * WEEK)
    assent_for(renewal, ["nuernberg"], places, people, workday(today - 3 * WEEK))
    with at(workday(today - 2 * WEEK)):
        cost_note = f"{COSTS}\n\nEine Heimfahrt im Monat gehört dazu."
        renewal = agreements.change_agreement(
            renewal, actor=konrad, starts_on=renewal.starts_on, ends_on=renewal.ends_on, cost_note=cost_note
        )
    assent_for(renewal, ["augsburg"], places, people, workday(today - WEEK))
    return renewal


def assent_for(agreement: Agreement, slugs: Iterable[str], places: Places, people: People, first: date) -> None:
    """One city a day."""
    for number, slug in enumerate(slugs):
        with at(first + number * DAY):
            fingerprint = Agreement.objects.get(pk=agreement.pk).content_hash
            officer = people.of_role(Role.HR, slug)[0]
            agreements.assent_to_agreement(agreement, actor=officer, city=places.cities[slug], content_hash=fingerprint)


def _minutes() -> SimpleUploadedFile:
    paper = BytesIO()
    page = Canvas(paper, invariant=1, lang="de")
    page.setTitle("Niederschrift des Treffens")
    page.drawString(72, 760, "Niederschrift (Beispiel): Die drei Städte wollen je Runde drei Plätze anbieten.")
    page.save()
    return SimpleUploadedFile("niederschrift.pdf", paper.getvalue(), "application/pdf")
