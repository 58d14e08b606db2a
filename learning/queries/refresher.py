"""Which questions come again, and for whom: never while the learner may still try the test they are from."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import Attempt, Feedback
from courses.states import AttemptStatus
from learning.models import RefresherCard
from lms.core.steps import NextStep
from people.models import User

PER_SITTING, MINUTES = 8, 5
WEEK = timedelta(days=7)


def closed_for(rows: QuerySet[Any], *, person: str, test: str = "test") -> QuerySet[Any]:
    """Of these rows, those whose test is over for the person, in a test that says which answers are right.

    Over is a test that was passed this time the course is taken, or whose attempts are used up. An attempt that is
    open or being marked keeps it shut, and so does a course that has to be proved anew.
    """
    made = Attempt.objects.filter(enrollment__person=OuterRef(person), test=OuterRef(test)).order_by()
    now = made.filter(cycle=F("enrollment__cycle"))
    used = Subquery(now.values("test").annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    over = Exists(now.filter(passed=True)) | Q(used__gte=F(f"{test}__max_attempts"))
    told = Q(**{f"{test}__feedback__in": [Feedback.AFTER_ATTEMPT, Feedback.AFTER_LAST]}) | Q(
        **{f"{test}__feedback": Feedback.AFTER_CLOSE, f"{test}__closes_on__lt": timezone.localdate()}
    )
    under_way = Exists(made.exclude(status=AttemptStatus.SUBMITTED))
    return rows.alias(used=Coalesce(used, 0)).filter(over, told, ~under_way)


def cards_of(user: User) -> QuerySet[RefresherCard]:
    """Those that may be asked and explained."""
    own = RefresherCard.objects.visible_to(user).filter(is_put_away=False)
    return closed_for(own, person="person").select_related("test")


def due_cards(user: User, now: datetime) -> list[RefresherCard]:
    """What is left of the sitting of this day."""
    room = PER_SITTING - answered_today(user, now)
    return list(cards_of(user).filter(due_at__lte=now).order_by("due_at", "pk")[:room]) if room > 0 else []


def answered_today(user: User, now: datetime) -> int:
    begin = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return RefresherCard.objects.visible_to(user).filter(answered_at__gte=begin).count()


def next_due(user: User) -> datetime | None:
    found: datetime | None = cards_of(user).aggregate(at=Min("due_at"))["at"]
    return found


def refresher_steps(user: User) -> list[NextStep]:
    """At most once a week, and only if something is due."""
    now = timezone.now()
    lately = RefresherCard.objects.visible_to(user).filter(answered_at__gt=now - WEEK)
    count = min(cards_of(user).filter(~Exists(lately), due_at__lte=now).count(), PER_SITTING)
    if not count:
        return []
    sentence = ngettext(
        "%(n)s question from a test that did not work out at first. Does it now?",
        "%(n)s questions from tests that did not work out at first. Do they now?",
        count,
    )
    minutes = max(1, count * MINUTES // PER_SITTING)
    url = reverse("learning:refresher")
    return [NextStep(_("Refresh your memory"), sentence % {"n": count}, url, _("Begin"), order=60, minutes=minutes)]
