"""What the stories about certificates have in common."""

from datetime import date

from certificates.content import Content, Facts, Halt, Items, Note, Signature, Table
from certificates.services.issuing import issue

CONTENT = Content(
    lead="hat an diesem Kurs teilgenommen:",
    way=(Halt("Begonnen", "1. Oktober 2026"), Halt("Abgeschlossen", "9. November 2026")),
    sections=(Facts("Der Kurs", (("Umfang", "6 Unterrichtseinheiten"),)), Items("Inhalte", ("Fristen", "Auskunft"))),
)
RECORD = Content(
    lead="hat am Austausch teilgenommen:",
    way=(Halt("Ankommen", "7. September"), Halt("Bürgerbüro", "6 Wochen"), Halt("Abschluss", "16. Oktober")),
    sections=(
        Facts("Der Einsatz", (("Gaststadt", "München"), ("Zeitraum", "7. September bis 16. Oktober 2026"))),
        Table("Kurse", ("Kurs", "Umfang"), (("Datenschutz im Amt", "6 UE"), ("Verständlich schreiben", "4 UE"))),
        Note("Rückmeldung", "Hat gern mitgearbeitet."),
    ),
    signatures=(Signature("Marlene Muster", "Ausbildungsleitung, Stadt München", "16. Oktober 2026"),),
)


def certify(cast, recipient=None, *, source=("courses.enrollment", 1), **facts):
    """Mina's certificate for a course of Nürnberg."""
    facts = {
        "kind": "course",
        "recipient": recipient or cast.mina,
        "city": cast.nuremberg,
        "title": "Datenschutz im Amt",
        "content": CONTENT,
        "actor": None,
        "issued_on": date(2026, 11, 9),
    } | facts
    return issue(source=source, **facts)


def certify_stay(cast, recipient=None, **facts):
    """Mina's record of a stay in München."""
    facts = {
        "kind": "exchange",
        "partner_city": cast.munich,
        "title": "Sechs Wochen im Bürgerbüro",
        "content": RECORD,
    } | facts
    return certify(cast, recipient, source=("exchange.placement", 1), actor=cast.hanna, **facts)
