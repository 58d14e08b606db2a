"""Whether a file is what its name says, by looking inside. Each refusal says how to get a file that is accepted."""

import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from lms.media import webvtt
from lms.media.webvtt import Cue, NotWebVTT

OTHER_CONTENT = _(
    "The name of this file ends in .%(ending)s, but its content is something else. Open it in the program it was "
    "made with, save it as .%(ending)s and upload that file."
)
MACROS = _(
    "This file contains macros: small programs that could do harm. Save it without macros, as .%(ending)s, and "
    "upload it again."
)
TOO_LARGE = _(
    "This file is too large (%(size)s). It may have up to %(limit)s. Make the film shorter or its picture smaller."
)
OTHER_KIND = _("Files of this kind cannot be handed in. These can: %(endings)s.")
WORK_TOO_LARGE = _(
    "This file is too large (%(size)s). It may have up to %(limit)s. Make its pictures smaller, or save it as PDF."
)
NOT_CAPTIONS = _(
    "This is no captions file in the format WebVTT. Such a file ends in .vtt, and its first line is WEBVTT. Most "
    "programs for captions can save that; a file that ends in .srt has to be converted first."
)
BAD_CUE = _(
    "We cannot read line %(line)s of this captions file. There should be a time such as "
    "00:01.000 --> 00:04.000, with words below it."
)
NO_CUES = _(
    "This captions file is empty: it holds no captions. Write down what is said in the film and upload it again."
)

CAPTIONS_AT_MOST = 1024 * 1024
OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
OPEN_DOCUMENT = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
PROGRAMS = re.compile(r"(^|/)vbaProject\.bin$|^(Basic|Scripts)/", re.IGNORECASE)
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
MARKUP = re.compile(rb"\s*<(!doctype|html|head|body|script|svg|\?xml)", re.IGNORECASE)


def check_document(file: File) -> None:
    _check(file, DOCUMENTS)


def check_work(file: File) -> None:
    """What learners hand in: a document or a picture."""
    ending, limit = ending_of(file), settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    if ending not in WORK:
        raise ValidationError(OTHER_KIND, params={"endings": ", ".join(f".{one}" for one in WORK)})
    if file.size > limit:
        raise ValidationError(
            WORK_TOO_LARGE, params={"size": filesizeformat(file.size), "limit": filesizeformat(limit)}
        )
    _check(file, WORK)


def check_media(file: File) -> None:
    limit = settings.MEDIA_MAX_UPLOAD_SIZE
    if file.size > limit:
        raise ValidationError(TOO_LARGE, params={"size": filesizeformat(file.size), "limit": filesizeformat(limit)})
    _check(file, MEDIA)


def check_captions(file: File) -> list[Cue]:
    if ending_of(file) != "vtt" or file.size > CAPTIONS_AT_MOST:
        raise ValidationError(NOT_CAPTIONS)
    try:
        cues = webvtt.read(_whole(file).decode())
    except UnicodeDecodeError as error:
        raise ValidationError(NOT_CAPTIONS) from error
    except NotWebVTT as error:
        raise ValidationError(NOT_CAPTIONS if error.line == 1 else BAD_CUE, params={"line": error.line}) from error
    if not cues:
        raise ValidationError(NO_CUES)
    return cues


def ending_of(file: File) -> str:
    return PurePath(file.name or "").suffix.lower().removeprefix(".")


def _check(file: File, kinds: Mapping[str, Callable[[BinaryIO, str], bool]]) -> None:
    ending = ending_of(file)
    file.seek(0)
    try:
        fits = ending in kinds and kinds[ending](file, ending)  # type: ignore[arg-type]
    finally:
        file.seek(0)
    if not fits:
        raise ValidationError(OTHER_CONTENT, params={"ending": ending})


def _whole(file: File) -> bytes:
    file.seek(0)
    content = file.read()
    file.seek(0)
    return bytes(content)


def _pdf(file: BinaryIO, ending: str) -> bool:
    return file.read(5) == b"%PDF-"


def _text(file: BinaryIO, ending: str) -> bool:
    """Words, in whatever coding; spreadsheets write UTF-16 or an 8-bit one. Web pages are none of it."""
    content = file.read()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            content = content.decode("utf-16").encode()
        except UnicodeDecodeError:
            return False
    content = content.removeprefix(b"\xef\xbb\xbf")
    return not CONTROL.search(content) and not MARKUP.match(content)


def _office(file: BinaryIO, ending: str) -> bool:
    """Documents of Word and LibreOffice are zip archives with known parts."""
    if file.read(4) != b"PK\x03\x04":
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            return _has_parts(archive, ending)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, ValueError, EOFError):
        return False


def _has_parts(archive: zipfile.ZipFile, ending: str) -> bool:
    names = archive.namelist()
    if any(PROGRAMS.search(name) for name in names):
        raise ValidationError(MACROS, params={"ending": ending})
    if ending in OFFICE:
        return OFFICE[ending] in names and "[Content_Types].xml" in names
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > 100:
        return False
    return archive.read("mimetype") == f"application/vnd.oasis.opendocument.{OPEN_DOCUMENT[ending]}".encode()


def _begins(*signatures: bytes, at: int = 0) -> Callable[[BinaryIO, str], bool]:
    def fits(file: BinaryIO, ending: str) -> bool:
        return file.read(16)[at:].startswith(signatures)

    return fits


def _mp4(file: BinaryIO, ending: str) -> bool:
    """Not the MOV of telephones, which has the same beginning but plays in few browsers."""
    head = file.read(12)
    return head[4:8] == b"ftyp" and head[8:12] != b"qt  "


def _wave(file: BinaryIO, ending: str) -> bool:
    head = file.read(12)
    return head[:4] == b"RIFF" and head[8:] == b"WAVE"


DOCUMENTS = {"pdf": _pdf, "csv": _text, "txt": _text} | dict.fromkeys([*OFFICE, *OPEN_DOCUMENT], _office)
MEDIA = {
    "webm": _begins(b"\x1a\x45\xdf\xa3"),
    "mp4": _mp4,
    "m4a": _mp4,
    "mp3": _begins(b"ID3", *(bytes([0xFF, second]) for second in (0xFA, 0xFB, 0xF2, 0xF3, 0xE2, 0xE3))),
    "ogg": _begins(b"OggS"),
    "wav": _wave,
}
IMAGES = {"png": _begins(b"\x89PNG\r\n\x1a\n"), "jpg": _begins(b"\xff\xd8\xff"), "jpeg": _begins(b"\xff\xd8\xff")}
WORK = DOCUMENTS | IMAGES
