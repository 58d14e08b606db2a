"""Serve images and films to signed-in people, with byte ranges, which films need on some phones."""

import re
from pathlib import PurePosixPath

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.utils._os import safe_join
from django.views.decorators.http import require_safe

SHOWN = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".webm": "video/webm",
    ".mp4": "video/mp4",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
    ".vtt": "text/vtt",
}
PUBLIC_FOLDERS = ("images", "original_images", "media", "captions", "media_thumbnails")


@require_safe
def media_file(request, path):
    kind = SHOWN.get(PurePosixPath(path).suffix.lower())
    if not path.startswith(tuple(f"{folder}/" for folder in PUBLIC_FOLDERS)) or kind is None:
        raise Http404
    try:
        stored = open(safe_join(settings.MEDIA_ROOT, path), "rb")  # noqa: SIM115 - FileResponse closes it
    except (OSError, ValueError) as error:
        raise Http404 from error
    answer = FileResponse(stored, content_type=kind)
    answer["Accept-Ranges"] = "bytes"
    answer["Cache-Control"] = "private, max-age=86400"
    return _part(request, answer, stored) or answer


def _part(request, whole, stored):
    wanted = re.fullmatch(r"bytes=(\d{1,12})-(\d{0,12})", request.headers.get("Range", ""))
    if not wanted:
        return None
    size = int(whole["Content-Length"])
    start = int(wanted[1])
    end = min(int(wanted[2] or size - 1), size - 1)
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    stored.seek(start)
    part = HttpResponse(stored.read(end - start + 1), status=206, content_type=whole["Content-Type"])
    part["Content-Range"] = f"bytes {start}-{end}/{size}"
    part["Accept-Ranges"] = "bytes"
    return part
