"""Who is under 18 goes with the consent of a legal guardian; the training office at home has seen it."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from exchange.models import Application, GuardianConsent
from exchange.queries.guardians import lacks_guardian
from exchange.states import ApplicationStatus
from lms.core import journal
from lms.core.errors import Refused
from people.models import User
from people.policies import require

S = ApplicationStatus
OPEN = [S.DRAFT, S.SUBMITTED, S.RETURNED, S.ENDORSED, S.APPROVED, S.IN_MATCHING, S.OFFERED, S.ACCEPTED]


@transaction.atomic
def record_guardian(application: Application, *, actor: User, name: str, given_on: date, form: str) -> GuardianConsent:
    require("exchange.record_guardian", actor, application, city_id=application.home_city_id)
    if application.status not in OPEN:
        raise Refused(_("This application is over, so no consent is needed any more."), about=application)
    if given_on > timezone.localdate():
        raise Refused(_("The consent cannot have been given in the future."), about=application)
    if not name.strip() or form not in GuardianConsent.Form.values:
        raise Refused(_("Please say who gave the consent, and how."), about=application)
    facts = {"name": name.strip(), "given_on": given_on, "form": form, "recorded_by": actor}
    consent, _is_new = GuardianConsent.objects.update_or_create(application=application, defaults=facts)
    journal.record(application, "exchange.application.record_guardian", actor=actor)
    return consent


def require_guardian(application: Application) -> None:
    if lacks_guardian(application, timezone.localdate()):
        raise Refused(
            _(
                "The person is under 18. Please record the consent of a legal guardian first; "
                "without it nobody under 18 can be released."
            ),
            about=application,
        )
