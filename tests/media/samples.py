"""Small real files of the kinds that courses use."""

import io
import struct
import wave
import zipfile
import zlib

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.500\nGuten Tag.\n"
FILM = b"\x1a\x45\xdf\xa3" + b"\x00" * 60
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
MP4 = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2"


def pixel():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\x00\xff")) + chunk(b"IEND", b"")


def sound():
    stored = io.BytesIO()
    with wave.open(stored, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(800))
    return stored.getvalue()


def archive(*names, **contents):
    """The same bytes each time: workers of one run must agree on the names of the tests that hold them."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as file:
        for name in names:
            file.writestr(zipfile.ZipInfo(name), contents.get(name, ""))
    return stored.getvalue()


def docx(*more):
    return archive("[Content_Types].xml", "word/document.xml", *more)


def odt(kind="application/vnd.oasis.opendocument.text", *more):
    return archive("mimetype", "content.xml", *more, mimetype=kind)
