"""Files of learners leave as downloads, never as pages of ours."""

from pathlib import PurePath

from django.core.files.base import File
from django.http import FileResponse


def sent(file: File, name: str, *, called: str = "") -> FileResponse:
    """`called` replaces the name, not the ending."""
    shown = f"{called}{PurePath(name).suffix}" if called else name
    answer = FileResponse(file, as_attachment=True, filename=shown, content_type="application/octet-stream")
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
