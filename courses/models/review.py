"""The two steps before a page is published: a colleague of a partner city reads it, the own office releases it.

Wagtail carries a page from step to step. Who may decide is asked from our rules, not from groups, and what follows
from a decision stands in `courses.services.reviewing.review`, for one page as for a whole course.
"""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left, Length
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Task, TaskState, WorkflowState

from courses.editor.forms import ReturnForm
from courses.editor.locks import UnderReview
from courses.models.pages import CityShelfPage, CoursePage
from lms.core.privacy import no_personal_data
from people.models import City, Membership, Role, User
from people.policies import allowed
from people.queries import cities_where, people_with

STEP = Page.steplen
LOOK_AFTER = (Role.TRAINER, Role.HR)
Actions = list[tuple[str, str, bool]]


def _prefixes(page: Page) -> list[str]:
    return [page.path[:end] for end in range(STEP, len(page.path) + 1, STEP)]


def course_of(page: Page) -> CoursePage | None:
    """The course a page is or belongs to; what a city adds belongs to none."""
    course: CoursePage | None = CoursePage.objects.filter(path__in=_prefixes(page)).first()
    return course


def city_of(page: Page) -> City:
    """The city on whose shelf a page stands."""
    return CityShelfPage.objects.select_related("city").get(path__in=_prefixes(page)).city


def courses_read_by(user: User) -> QuerySet[CoursePage]:
    """Courses that somebody may read for a partner city: a trainer elsewhere who had no hand in any part of it."""
    trains = Exists(Membership.objects.current().filter(person=user, role=Role.TRAINER))
    own = CityShelfPage.objects.filter(city__in=cities_where(user, *LOOK_AFTER))
    written = Page.objects.filter(Q(owner=user) | Q(latest_revision__user=user), path__startswith=OuterRef("path"))
    courses: QuerySet[CoursePage] = CoursePage.objects.filter(trains)
    courses = courses.annotate(shelf_path=Left("path", Length("path") - STEP))
    return courses.exclude(shelf_path__in=own.values("path")).exclude(Exists(written)).exclude(co_authors__person=user)


def readers_of(course: CoursePage) -> QuerySet[User]:
    """The same, asked from the course: who may read it for a partner city."""
    own = Membership.objects.current().filter(role__in=LOOK_AFTER, city=course.city)
    parts = Page.objects.filter(path__startswith=course.path)
    wrote = Q(pk__in=parts.filter(owner__isnull=False).values("owner")) | Q(
        pk__in=parts.filter(latest_revision__user__isnull=False).values("latest_revision__user")
    )
    writers = wrote | Q(pk__in=course.co_authors.values("person")) | Q(pk__in=own.values("person_id"))
    return people_with(Role.TRAINER).exclude(writers)


class ReviewStep(Task):
    """A step that asks the rule `permission` who decides, and leaves deciding to the service."""

    permission: str
    lock_class = UnderReview

    class Meta:
        abstract = True

    def is_decided_by(self, page: Page, user: User) -> bool:
        """Asked often while one page of the editor is drawn, so it is kept with the reader for that long."""
        known = user.__dict__.setdefault("decides_about", {})
        key = (self.permission, page.pk, page.latest_revision_id)
        if key not in known:
            known[key] = allowed(self.permission, user, page)
        return bool(known[key])

    def user_can_access_editor(self, obj: Page, user: User) -> bool:
        return self.is_decided_by(obj, user)

    def locked_for_user(self, obj: Page, user: User) -> bool:
        """What is being read stays as it is. Who decides may comment, see `courses.editor.reading`."""
        return not self.is_decided_by(obj, user)

    def get_actions(self, obj: Page, user: User) -> Actions:
        return self.actions() if self.is_decided_by(obj, user) else []

    def actions(self) -> Actions:
        raise NotImplementedError

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        form: type[forms.Form] = ReturnForm if action == "reject" else super().get_form_for_action(action)
        return form

    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        import_string("courses.services.reviewing.review.decide")(task_state, action_name, actor=user, **kwargs)

    def get_task_states_user_can_moderate(self, user: User, **kwargs: Any) -> QuerySet[TaskState]:
        states: QuerySet[TaskState] = import_string("courses.queries.reviewing.review.states_for")(user)
        return states.filter(task=self)


@no_personal_data
class PartnerReview(ReviewStep):
    """Read by a colleague of a partner city. Left out where there is none, and for what a city adds for itself."""

    permission = "courses.recommend"

    class Meta:
        verbose_name = gettext_lazy("review by a partner city")
        verbose_name_plural = gettext_lazy("reviews by partner cities")

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        state = super().start(workflow_state, user=user)
        course = course_of(workflow_state.content_object)
        if course is None or not readers_of(course).exists():
            state.status = TaskState.STATUS_SKIPPED
            state.save(update_fields=["status"])
        return state

    def actions(self) -> Actions:
        return [
            ("approve", _("Recommend for publication"), False),
            ("approve", _("Recommend with a comment"), True),
            ("reject", _("Send back with a comment"), True),
        ]

    @classmethod
    def get_description(cls) -> str:
        return _("Trainers of the other cities who did not write along read it.")


@no_personal_data
class Release(ReviewStep):
    """Released by the training office of the city that owns the page."""

    permission = "courses.release"

    class Meta:
        verbose_name = gettext_lazy("release")
        verbose_name_plural = gettext_lazy("releases")

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        """After a page came back and was changed, the colleague reads it again before anybody releases it."""
        unread = workflow_state.get_next_task()
        if unread and unread.pk != self.pk:
            first: TaskState = unread.specific.start(workflow_state, user=user)
            return first
        state: TaskState = super().start(workflow_state, user=user)
        return state

    def actions(self) -> Actions:
        return [("approve", _("Publish"), False), ("reject", _("Send back with a comment"), True)]

    @classmethod
    def get_description(cls) -> str:
        return _("The training office of the city that owns the course releases it.")
