"""One case of the inbox, with everything needed to decide on it; the panel and the page of its own share it."""

from django.utils import timezone

from exchange.forms.applications import ApproveForm, EndorseForm, RejectForm, ReturnForm
from exchange.forms.inquiries import AskForm
from exchange.models import Decision, GuardianConsent
from exchange.queries.applications import inquiries_of, needs_reason, panel_of, wish_rows
from exchange.queries.guardians import is_minor
from exchange.queries.turns import timeline, who_is_next
from exchange.services.inquiries import people_to_ask
from exchange.states import APPLICATION, ApplicationStatus
from people.policies import allowed

FORMS = {"endorse": EndorseForm, "return": ReturnForm, "approve": ApproveForm, "reject": RejectForm}


def case_context(application, reader, data=None, rows=None, fresh=None):
    """`rows`, `fresh`: the wishes, and what the reader has just decided, where they have been looked at already."""
    rows = wish_rows(application) if rows is None else rows
    may_endorse = _may(reader, "endorse", "exchange.endorse_application", application)
    may_decide = _may(reader, "approve", "exchange.decide_application", application)
    steps = ["endorse", "return"] if may_endorse else ["approve", "return", "reject"] if may_decide else []
    may_ask = bool(steps)
    inquiries = inquiries_of(application)
    waits_for_answer = any(one.closed_at is None for one in inquiries)
    forms = {step: form_for(step, application, rows, _sent_for(step, data)) for step in steps}
    if may_ask and not waits_for_answer:
        forms["ask"] = AskForm(_sent_for("ask", data), people=people_to_ask(application, reader))
    if fresh is None:
        fresh = Decision.objects.visible_to(reader).fresh(timezone.now()).filter(application=application)
    decision = next((one for one in fresh if one.application_id == application.pk), None)
    return {
        "inquiries": inquiries,
        "undoable": decision if decision and decision.reached == application.status else None,
        "application": application,
        "rows": rows,
        "notices": panel_of(rows, application.apprentice.apprenticeship, decides=may_decide),
        "turn": who_is_next(application, reader),
        "halts": timeline(application),
        "guardian": _guardian(application, reader),
        "may_endorse": may_endorse,
        "may_decide": may_decide,
        "endorsed_by_reader": application.status == ApplicationStatus.ENDORSED
        and application.endorsed_by_id == reader.pk,
        "forms": forms,
    }


def _may(reader, step, permission, application):
    return APPLICATION.may(application, step) and allowed(permission, reader, application)


def form_for(step, application, rows, data=None):
    options = {"reasoned": needs_reason(rows)} if step == "approve" else {}
    return FORMS[step](data, application=application, **options)


def _sent_for(step, data):
    """A page holds several forms: what was kept belongs to the one whose names it carries."""
    return data if data and any(name.startswith(f"{step}-") for name in data) else None


def _guardian(application, reader):
    """For the training office at home: that somebody under 18 needs a legal guardian, and what is recorded."""
    if not is_minor(application, timezone.localdate()):
        return None
    if not allowed("exchange.record_guardian", reader, application):
        return None
    return {"consent": GuardianConsent.objects.visible_to(reader).filter(application=application).first()}
