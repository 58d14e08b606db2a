"""One page for every step that asks before it happens: what follows, perhaps a reason, one button."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from exchange.forms.steps import NothingForm
from exchange.views.stale import typed_in
from lms.core.errors import Refused
from lms.core.forms import posted
from lms.core.lifecycle import StepNotAllowed
from people.policies import require

Text = str | Promise


@dataclass(frozen=True)
class StepPage:
    step: str
    permission: str
    service: Callable[..., Any]
    title: Text
    send: Text
    done: Text
    form_class: type = NothingForm
    text: Text = ""
    final: bool = False


@dataclass(frozen=True)
class Place:
    """Where the page "not possible now" leads back to."""

    url: str

    def get_absolute_url(self) -> str:
        return self.url


def step_page(request, subject, page, *, lifecycle, back, context, **extra):
    """Ask on GET, do on POST. A refusal stands on the page and keeps what was typed; a lost race gets the 409 page."""
    require(page.permission, request.user, subject)
    if lifecycle and not lifecycle.may(subject, page.step):
        sentence = _("This step is not possible (any more) in the present state.")
        sent = page.form_class(request.POST or None, submit_label="", **context.pop("form_options", {}))
        if request.method == "POST" and (typed := typed_in(sent)):
            return _late(request, subject, sentence, typed, back)
        raise StepNotAllowed(sentence, about=Place(back))
    form = page.form_class(posted(request), submit_label="", **context.pop("form_options", {}))
    form.form_tag = False
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            page.service(subject, actor=request.user, **form.cleaned_data, **extra)
        except StepNotAllowed as late:
            typed = typed_in(form)
            if not typed:
                raise StepNotAllowed(str(late), about=Place(back)) from late
            return _late(request, subject, str(late), typed, back)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
        else:
            messages.success(request, page.done)
            return redirect(back)
    return render(request, "exchange/step.html", {"page": page, "form": form, "back": back, **context}, status=status)


def _late(request, subject, sentence, typed, back):
    """What was typed beside the new state, so that nobody has to write it again."""
    subject.refresh_from_db(fields=["status"])
    stale = {"sentence": sentence, "typed": typed, "status": subject.get_status_display()}
    return render(request, "exchange/late.html", {"stale": stale, "back": back}, status=409)
