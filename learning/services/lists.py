"""Enroll from a list that somebody exported: read it, say of each row what would happen, then all of it or nothing."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.models import Admission, CoursePage, CourseRun, Source
from courses.queries.enrolling.runs import ASKED, waiting_list
from courses.services.enrolling.seats import locked
from courses.states import STANDING
from learning.queries.cohorts import own_apprentices, statuses
from learning.services.cohorts import enroll_together
from lms.core.errors import Refused
from people.models import Membership, User
from people.policies import allowed

LARGEST = 200 * 1024
MOST_ROWS = 1000
LONGEST_ADDRESS = 254
ADDRESS_COLUMNS = {
    "email", "mail", "emailadresse", "emailaddress", "mailadresse", "mailaddress", "dienstlicheemail",
    "dienstlicheemailadresse", "dienstemail", "workemail",
}  # fmt: skip
Rows = list[tuple[int, str]]  # the number of the row as a spreadsheet shows it, and the address in it


class Unreadable(Exception):
    """The file cannot be read; the message says what to do."""


class Verdict(models.TextChoices):
    OK = "ok", gettext_lazy("will be enrolled")
    ENROLLED = "enrolled", gettext_lazy("takes the course already")
    DUPLICATE = "duplicate", gettext_lazy("stands in the list twice")
    UNKNOWN = "unknown", gettext_lazy("nobody has this address here")
    OTHER_CITY = "other_city", gettext_lazy("is no apprentice of your city")
    NO_SEAT = "no_seat", gettext_lazy("no seat is left")
    MALFORMED = "malformed", gettext_lazy("this is no e-mail address")


FAULTS = [Verdict.UNKNOWN, Verdict.OTHER_CITY, Verdict.NO_SEAT, Verdict.MALFORMED]


@dataclass(frozen=True)
class Line:
    number: int
    address: str
    verdict: Verdict
    person: User | None = None

    @property
    def is_faulty(self) -> bool:
        return self.verdict in FAULTS


@dataclass(frozen=True)
class Report:
    lines: list[Line]

    @property
    def people(self) -> list[User]:
        return [line.person for line in self.lines if line.verdict == Verdict.OK and line.person]

    @property
    def faults(self) -> list[Line]:
        return [line for line in self.lines if line.is_faulty]


def read(data: bytes) -> Rows:
    """The addresses of a list with a header line, in UTF-8 or Windows-1252, with semicolons, commas or tabs."""
    if len(data) > LARGEST:
        raise Unreadable(_("This file is too large. A list for enrolling may have up to 200 KB."))
    rows = _cells(_text(data))
    if not rows:
        raise Unreadable(_("This file is empty."))
    column = next((n for n, name in enumerate(rows[0]) if _plain(name) in ADDRESS_COLUMNS), None)
    if column is None:
        sentence = _("The first line has to name the columns, one of them “E-Mail”. We found: %(names)s.")
        raise Unreadable(sentence % {"names": ", ".join(name.strip()[:40] for name in rows[0][:8])})
    found = [
        (number, row[column].strip() if column < len(row) else "")
        for number, row in enumerate(rows[1:], 2)
        if any(cell.strip() for cell in row)
    ]
    if not found:
        raise Unreadable(_("There is nobody below the first line of this file."))
    if len(found) > MOST_ROWS:
        raise Unreadable(_("These are more than %(most)s people. Please split the list.") % {"most": MOST_ROWS})
    return [(number, address[: LONGEST_ADDRESS + 1]) for number, address in found]


def _text(data: bytes) -> str:
    if b"\x00" in data or data.startswith((b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"%PDF")):
        raise Unreadable(_("This is no CSV file. In your spreadsheet, choose “Save as” and the type CSV."))
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("We cannot read the letters of this file. Please save it as CSV in UTF-8."))


def _cells(text: str) -> list[list[str]]:
    first = text.partition("\n")[0]
    sign = max(";,\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error as error:
        raise Unreadable(_("This file breaks off in the middle of a cell: a quotation mark is missing.")) from error


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def check(rows: Rows, course: CoursePage, run: CourseRun | None, *, actor: User) -> Report:
    """What would happen to each row. The number of queries does not depend on the number of rows."""
    known = _people({address.lower() for _number, address in rows})
    own = set(own_apprentices(actor).values_list("pk", flat=True))
    if run and not run.is_for_all_cities:
        in_city = Membership.objects.current().filter(city_id=run.city_id)
        own &= set(in_city.values_list("person_id", flat=True))
    taken = statuses(course, list(known.values()))
    left = _seats_left(run, actor)
    lines, seen = [], set()
    for number, address in rows:
        person = known.get(address.lower())
        verdict = _verdict(address, person, own, taken, run)
        if address.lower() in seen and verdict != Verdict.MALFORMED:
            verdict = Verdict.DUPLICATE
        elif verdict == Verdict.OK and left is not None:
            left -= 1
            verdict = Verdict.OK if left >= 0 else Verdict.NO_SEAT
        seen.add(address.lower())
        lines.append(Line(number, address, verdict, person if verdict == Verdict.OK else None))
    return Report(lines)


def _verdict(address: str, person: User | None, own: set[int], taken: dict[int, str], run: CourseRun | None) -> Verdict:
    try:
        validate_email(address)
    except ValidationError:
        return Verdict.MALFORMED
    if person is None:
        return Verdict.UNKNOWN
    if person.pk not in own:
        return Verdict.OTHER_CITY
    settled = [*STANDING, *([] if run else ASKED)]
    return Verdict.ENROLLED if taken.get(person.pk) in settled else Verdict.OK


def _people(addresses: Iterable[str]) -> dict[str, User]:
    found = User.objects.filter(is_active=True).annotate(lower=Lower("email"))
    return {person.email.lower(): person for person in found.filter(lower__in=list(addresses))}


def _seats_left(run: CourseRun | None, actor: User) -> int | None:
    """None where seats do not matter: without a limit, or where another city decides."""
    if run is None or run.seats is None:
        return None
    if run.admission == Admission.APPROVAL and not allowed("courses.organise_run", actor, run):
        return None
    return 0 if waiting_list(run).exists() else max(run.seats - run.seats_taken, 0)


@transaction.atomic
def import_list(rows: Rows, course: CoursePage, run: CourseRun | None, *, actor: User) -> int:
    """Checked once more at this moment; one faulty row, and nobody is enrolled."""
    if run is not None:
        CoursePage.objects.select_for_update(of=("self",), no_key=True).get(pk=course.pk)
        run = locked(run)
    report = check(rows, course, run, actor=actor)
    if report.faults:
        raise Refused(_("Nobody was enrolled: something in the list is not possible any more. You see what."))
    return enroll_together(course, report.people, actor=actor, run=run, source=Source.LIST)
