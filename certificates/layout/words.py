"""The fixed texts of the PDF in both languages; which one is frozen in the certificate, not chosen by the reader."""

from dataclasses import dataclass
from datetime import date

NBSP = "\N{NO-BREAK SPACE}"
# § 16 BBiG: the reference at the end of an apprenticeship is something else, and only the employer gives it
NO_REFERENCE_DE = f"ist kein Zeugnis im Sinne des §{NBSP}16 BBiG."
NO_REFERENCE_EN = f"is no reference in the meaning of §{NBSP}16 BBiG."


@dataclass(frozen=True)
class Words:
    kinds: dict[str, str]
    not_a_reference: dict[str, str]
    city: str
    issued: str
    replaces: str
    confirmed: str
    page: str
    check: str
    how: str
    number: str
    code: str
    electronic: str
    qr: str
    link: str
    months: tuple[str, ...]
    day: str

    def date(self, value: date) -> str:
        return self.day.format(day=value.day, month=self.months[value.month - 1], year=value.year, s=NBSP)


GERMAN = Words(
    kinds={"course": "Kursbescheinigung", "exchange": "Austauschnachweis", "participation": "Teilnahmebescheinigung"},
    not_a_reference={
        "course": f"Diese Kursbescheinigung {NO_REFERENCE_DE}",
        "exchange": f"Dieser Austauschnachweis {NO_REFERENCE_DE}",
        "participation": f"Diese Teilnahmebescheinigung {NO_REFERENCE_DE}",
    },
    city="Stadt {name}",
    issued="Ausgestellt am {date} von der {issuer}.",
    replaces="Ersetzt den Nachweis {number}.",
    confirmed="Bestätigt durch",
    page="Seite {page} von {pages}",
    check="Echtheit prüfen",
    how="Scannen Sie den Code mit dem Handy oder öffnen Sie die Adresse. Die Seite sagt Ihnen, "
    "ob dieser Nachweis gilt. Vom Namen zeigt sie nur die Anfangsbuchstaben.",
    number="Nummer",
    code="Kennung",
    electronic="Elektronisch erstellt, gültig ohne Unterschrift.",
    qr="QR-Code mit der Adresse der Echtheitsprüfung: {url}",
    link="Echtheit dieses Nachweises prüfen: {url}",
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    day="{day}.{s}{month}{s}{year}",
)  # fmt: skip
ENGLISH = Words(
    kinds={
        "course": "Course certificate",
        "exchange": "Exchange record",
        "participation": "Certificate of participation",
    },
    not_a_reference={
        "course": f"This course certificate {NO_REFERENCE_EN}",
        "exchange": f"This exchange record {NO_REFERENCE_EN}",
        "participation": f"This certificate of participation {NO_REFERENCE_EN}",
    },
    city="City of {name}",
    issued="Issued on {date} by the {issuer}.",
    replaces="Replaces certificate {number}.",
    confirmed="Confirmed by",
    page="Page {page} of {pages}",
    check="Check authenticity",
    how="Scan the code with a phone or open the address. The page tells you whether this certificate is valid. "
    "Of the name it shows the initials only.",
    number="Number",
    code="Code",
    electronic="Made electronically, valid without a signature.",
    qr="QR code with the address of the authenticity check: {url}",
    link="Check the authenticity of this certificate: {url}",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    day="{day}{s}{month}{s}{year}",
)  # fmt: skip
IN = {"de": GERMAN, "en": ENGLISH}
