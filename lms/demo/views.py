"""Looking around as an invented person. These addresses do not exist in production."""

import email.policy
from email.parser import BytesParser
from pathlib import Path

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from lms.demo.personas import persona_people, personas_shown


@login_not_required
@require_safe
def personas(request):
    return render(request, "demo/personas.html", {"groups": personas_shown()})


@login_not_required
@require_POST
def become(request, pk):
    _only_in_a_demo()
    person = get_object_or_404(persona_people(), pk=pk)
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


@login_not_required
@require_safe
def mails(request):
    """What the product has mailed, newest first: in a demonstration nothing leaves the machine."""
    _only_in_a_demo()
    files = sorted(Path(settings.EMAIL_FILE_PATH).glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)
    return render(request, "demo/mails.html", {"mails": [_read(path) for path in files[:50]]})


@login_not_required
@require_safe
def styleguide(request):
    return render(request, "styleguide.html")


def _only_in_a_demo():
    if settings.PROFILE not in ("demo", "test"):
        raise Http404


def _read(path):
    message = BytesParser(policy=email.policy.default).parsebytes(path.read_bytes().partition(b"\n" + b"-" * 79)[0])
    return {"to": message["To"], "subject": message["Subject"], "date": message["Date"], "body": message.get_content()}
