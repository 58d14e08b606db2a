"""The learner record to take away: what a program reads, what a spreadsheet reads, and the own files."""

import json
from pathlib import PurePath
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from certificates.models import Certificate
from certificates.services.documents import ensure_pdf
from learning.queries.record_tables import Table, files_of, tables_of
from learning.tables import as_csv
from lms.core import journal
from lms.core.words import file_name
from people.models import User
from people.policies import require

CHUNK = 64 * 1024


@transaction.atomic
def export_record(person: User, *, actor: User) -> IO[bytes]:
    """One ZIP file. Whoever gets it closes it."""
    require("learning.export_record", actor, person)
    journal.record(person, "learning.record.export", actor=actor)
    tables = tables_of(person)
    packed = TemporaryFile()  # noqa: SIM115 - the answer reads it to its end
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr(_("read-me.txt"), _about(person))
        archive.writestr("record.json", json.dumps(_data(person, tables), ensure_ascii=False, indent=2))
        _add_tables(archive, tables)
        _add_certificates(archive, person)
        _add_files(archive, person)
    packed.seek(0)
    return packed


def _data(person: User, tables: list[Table]) -> dict[str, object]:
    whose = {"name": person.full_name, "email": person.email, "made_at": timezone.localtime().isoformat("T", "seconds")}
    return {"person": whose} | {table.name: table.as_data() for table in tables}


def _csv(table: Table) -> bytes:
    rows = [[_cell(value) for value in row] for row in table.rows]
    return as_csv(list(table.columns.values()), rows).encode()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else value


def _about(person: User) -> str:
    return _(
        "Learner record of %(name)s, made on %(day)s.\n\n"
        "tables: lists for a spreadsheet. record.json: the same for programs.\n"
        "Also here: your certificates, and the files you handed in."
    ) % {"name": person.full_name, "day": timezone.localdate().isoformat()}


def _add_tables(archive: ZipFile, tables: list[Table]) -> None:
    folder = _("tables")
    for table in tables:
        if table.rows:
            archive.writestr(f"{folder}/{file_name(table.title)}.csv", _csv(table))


def _add_certificates(archive: ZipFile, person: User) -> None:
    folder = _("papers")
    for certificate in Certificate.objects.filter(recipient_id=person.pk).order_by("pk"):
        archive.writestr(f"{folder}/{certificate.number}.pdf", bytes(ensure_pdf(certificate).pdf))


def _add_files(archive: ZipFile, person: User) -> None:
    """What is no longer there is left out."""
    folder = _("files")
    there = (file for file in files_of(person) if default_storage.exists(file.stored))
    for number, file in enumerate(there, start=1):
        name = f"{folder}/{number:03}-{_safe(file.name)}"
        with default_storage.open(file.stored) as source, archive.open(name, "w") as target:
            while chunk := source.read(CHUNK):
                target.write(chunk)


def _safe(name: str) -> str:
    """A name that leads out of no folder, on whichever computer the file is unpacked."""
    path = PurePath(name.replace("\\", "/"))
    stem, ending = file_name(path.stem)[:80], file_name(path.suffix)[:10]
    return ".".join(filter(None, [stem or "x", ending]))
