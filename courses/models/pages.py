"""What trainers write: catalogue → shelf of a city → course → modules, lessons and tests, in the order of the tree.

A module is a heading between lessons, not a level of its own: one list is one order, and a lesson keeps its
address when it moves to another module.
"""

from datetime import date
from functools import cached_property
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Left, Length
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from courses import blocks
from courses.editor.annex_form import AnnexForm
from courses.editor.forms import DraftCopyForm, PublishableForm
from courses.editor.test_form import TestForm
from courses.models import editor_panels
from courses.models.choices import Feedback, Level, Licence, Topic
from courses.models.translations import Translatable
from courses.texts.finding import indexed
from courses.texts.reading_time import minutes_for, text_of
from lms.core.privacy import YEAR, no_personal_data, personal_data
from lms.media.models import CourseImage
from people.models import City, Membership, User


class ShownByView(Page):
    """Wagtail finds the page; a view of ours, named here, shows it, also as a preview for those who write it."""

    view: str
    promote_panels: list[Any] = []
    admin_default_ordering = "ord"
    private_page_options: list[str] = []  # who may read is decided by our rules alone
    base_form_class = PublishableForm
    copy_form_class = DraftCopyForm

    class Meta:
        abstract = True

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> None:
        """Whoever publishes comes here; only the editor's own form has asked the same before."""
        import_string("courses.readiness.gate.let_pass")(self, revision)
        super().publish(revision, *args, **kwargs)

    def get_admin_display_title(self) -> str:
        """Lists in the editor reach people of all cities: a published page is called what readers call it."""
        return self.title if self.live else str(super().get_admin_display_title())

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return import_string(self.view)(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        answer = import_string(self.view)(request, self)
        answer._csp_replace = {"frame-ancestors": ["'self'"]}  # the editor shows it in a frame
        return answer


@no_personal_data
class CatalogPage(ShownByView):
    view = "courses.views.reading.catalogue.to_catalogue"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["courses.CityShelfPage"]

    class Meta:
        verbose_name = _("catalogue")
        verbose_name_plural = _("catalogues")


@no_personal_data
class CityShelfPage(ShownByView):
    """The courses of one city. Rights and workflow of the city's groups hang here."""

    city = models.OneToOneField(City, models.PROTECT, related_name="shelf", verbose_name=_("city"))

    view = "courses.views.reading.catalogue.to_shelf"
    content_panels = [*Page.content_panels, FieldPanel("city")]
    parent_page_types = ["courses.CatalogPage"]
    subpage_types = ["courses.CoursePage", "courses.AnnexPage"]

    class Meta:
        verbose_name = _("courses of a city")
        verbose_name_plural = _("courses of cities")


def city_of_shelf(page: Page) -> City:
    """The city on whose shelf a course or annex stands."""
    return CityShelfPage.objects.select_related("city").get(path=page.path[: -page.steplen]).city


class CourseQuerySet(PageQuerySet):
    def visible_to(self, user: User) -> "CourseQuerySet":
        """What is published is for everybody, visitors included; its lessons are for those who enrolled."""
        return self.live()

    def open_on(self, day: date) -> "CourseQuerySet":
        """Where somebody new may enroll."""
        return self.live().filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), closed_on__isnull=True)


@personal_data(purpose=_("Naming whom to ask about a course"), keep_for=3 * YEAR, subject="owner", fields=("contact",))
class CoursePage(Translatable, ShownByView):
    """A course. Its city is the one of the shelf it stands on, so that moving or copying cannot part the two."""

    summary = models.CharField(_("summary"), max_length=200)
    goals = blocks.Blocks(blocks.Goals(), verbose_name=_("what one can do afterwards"), blank=True)
    audience = models.CharField(_("for whom"), max_length=200, blank=True)
    level = models.CharField(_("level"), max_length=12, choices=Level.choices, default=Level.BEGINNER)
    topic = models.CharField(_("topic"), max_length=14, choices=Topic.choices, default=Topic.ADMINISTRATION)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.CC_BY_SA)
    contact = models.EmailField(_("contact"), blank=True, help_text=_("Where learners can ask questions."))
    cover = models.ForeignKey(
        CourseImage, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover image"),
        help_text=_("Leave empty for the skyline of your city."),
    )  # fmt: skip
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, help_text=_("Leave empty to add up the minutes of the lessons.")
    )
    is_mandatory = models.BooleanField(
        _("compulsory"), default=False, help_text=_("Apprentices have to take this course.")
    )
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("After this day nobody new can enroll.")
    )
    review_on = models.DateField(
        _("check again on"), null=True, blank=True, help_text=_("When somebody should look whether all is still right.")
    )
    closed_on = models.DateField(_("closed to new learners since"), null=True, editable=False)
    ends_on = models.DateField(_("closed to everybody from"), null=True, editable=False)

    objects = PageManager.from_queryset(CourseQuerySet)()

    view = "courses.views.reading.course_page.course"
    parent_page_types = ["courses.CityShelfPage"]
    subpage_types = ["courses.LessonPage", "courses.ModulePage", "courses.TestPage", "courses.AssignmentPage"]
    content_panels = editor_panels.COURSE
    search_fields = [
        *Page.search_fields,
        index.SearchField("findable"),
        index.AutocompleteField("summary"),
    ]

    exclude_fields_in_copy = ["closed_on", "ends_on"]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(closed_on__isnull=False), name="course_ends_only_when_closed"
            )
        ]

    def findable(self) -> str:
        goals = " · ".join([*(str(goal.value) for goal in self.goals), self.audience])
        return indexed(f"{self.title} {self.summary} {goals}", goals)

    @cached_property
    def city(self) -> City:
        return city_of_shelf(self)

    @property
    def language(self) -> str:
        return str(self.locale.language_code)

    def get_language_display(self) -> str:
        return str(self.locale.get_display_name())

    def is_open_on(self, day: date) -> bool:
        """Whether somebody new may enroll; `CourseQuerySet.open_on` says the same of many."""
        return self.live and self.closed_on is None and (self.valid_until is None or day <= self.valid_until)

    def with_content_json(self, content: dict[str, Any]) -> "CoursePage":
        """Whether a course is closed belongs to the course, not to a version of its text."""
        course: CoursePage = super().with_content_json(content)
        course.closed_on, course.ends_on = self.closed_on, self.ends_on
        return course


class PartOfCourse(Translatable, ShownByView):
    """A module heading, a lesson or a test."""

    parent_page_types = ["courses.CoursePage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    @cached_property
    def course(self) -> CoursePage:
        return CoursePage.objects.select_related("locale").get(path=self.path[: -self.steplen])


@no_personal_data
class ModulePage(PartOfCourse):
    """A heading: what follows belongs to this module, until the next one."""

    intro = models.TextField(_("introduction"), max_length=300, blank=True)

    view = "courses.views.reading.catalogue.to_course"
    content_panels = editor_panels.MODULE

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")


@no_personal_data
class LessonPage(PartOfCourse):
    body = blocks.Blocks(blocks.LessonBody(), verbose_name=_("content"))
    minutes_given = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("Leave empty to have them estimated from the content."),
    )  # fmt: skip
    minutes = models.PositiveSmallIntegerField(_("minutes in effect"), default=1, editable=False)

    view = "courses.views.completing.learning.lesson"
    content_panels = editor_panels.LESSON
    search_fields = [*Page.search_fields, index.SearchField("findable")]

    def findable(self) -> str:
        text = text_of(self.body)
        return indexed(f"{self.title} {text}", text)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Wagtail comes here before each save, of a draft as of a published page."""
        self.minutes = self.minutes_given or minutes_for(self.body)
        super().full_clean(*args, **kwargs)

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")


@no_personal_data
class TestPage(PartOfCourse):
    """A test. The ids of its question and answer blocks are the keys under which attempts keep what was picked."""

    __test__ = False

    intro = models.TextField(_("introduction"), max_length=600, blank=True)
    questions = blocks.Blocks(blocks.TestBody(), verbose_name=_("questions"))
    pass_mark = models.PositiveSmallIntegerField(
        _("percent to pass"), default=70, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    max_attempts = models.PositiveSmallIntegerField(
        _("attempts"), default=3, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )

    shuffle = models.BooleanField(_("mix questions and answers"), default=True)
    wait_hours = models.PositiveSmallIntegerField(
        _("hours between two attempts"), default=0, validators=[MaxValueValidator(24 * 28)]
    )
    minutes_limit = models.PositiveSmallIntegerField(
        _("time limit in minutes"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(600)],
        help_text=_("Leave empty so that people can take their time."),
    )  # fmt: skip
    feedback = models.CharField(
        _("right answers and explanations"), max_length=14, choices=Feedback.choices, default=Feedback.AFTER_LAST
    )
    closes_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("After this day nobody can begin an attempt.")
    )

    base_form_class = TestForm
    view = "courses.views.assessing.assessment.test"
    content_panels = editor_panels.TEST

    class Meta:
        verbose_name = _("test")
        verbose_name_plural = _("tests")


@no_personal_data
class AssignmentPage(PartOfCourse):
    """Something to write or make, which a trainer looks at."""

    body = blocks.Blocks(blocks.LessonBody(), verbose_name=_("the assignment"))
    criteria = models.TextField(
        _("what makes it good"), max_length=1000, blank=True, help_text=_("One line each. Learners see it, too.")
    )
    takes_file = models.BooleanField(_("a file may be handed in"), default=True)
    is_anonymous = models.BooleanField(
        _("marked without names"), default=False, help_text=_("Whoever marks does not see whose work it is.")
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=30, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )

    view = "courses.views.assessing.assignments.assignment"
    content_panels = editor_panels.ASSIGNMENT

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")


class AnnexQuerySet(PageQuerySet):
    def visible_to(self, user: User) -> "AnnexQuerySet":
        """What a city adds to a course is for the people of that city."""
        cities = Membership.objects.current().filter(person_id=user.pk).values("city_id")
        shelves = CityShelfPage.objects.filter(city__in=cities)
        inside = self.live().annotate(shelf_path=Left("path", Length("path") - Page.steplen))
        return inside.filter(shelf_path__in=shelves.values("path"))


@no_personal_data
class AnnexPage(ShownByView):
    """What a city adds to a course for its own people: contacts, local rules, a lesson of its own.

    It stands on the shelf of that city, so its trainers write it and its office publishes it.
    """

    course = models.ForeignKey(CoursePage, models.SET_NULL, null=True, related_name="annexes", verbose_name=_("course"))
    lesson = models.ForeignKey(
        LessonPage, models.SET_NULL, null=True, blank=True, related_name="annexes", verbose_name=_("lesson"),
        help_text=_("Shown at the end of this lesson. Leave empty to add a lesson at the end of the course."),
    )  # fmt: skip
    body = blocks.Blocks(blocks.LessonBody(), verbose_name=_("content"))
    course_title = models.CharField(_("title of the course"), max_length=255, blank=True, editable=False)
    lesson_title = models.CharField(_("title of the lesson"), max_length=255, blank=True, editable=False)

    objects = PageManager.from_queryset(AnnexQuerySet)()

    view = "courses.views.completing.learning.annex"
    is_creatable = False  # begun from the page of the course, so that it belongs to one
    base_form_class = AnnexForm
    about = HelpPanel(template="courses/sharing/annex_panel.html", heading=_("What this belongs to"))
    content_panels = [about, *editor_panels.ADDITION]
    parent_page_types = ["courses.CityShelfPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("addition of a city")
        verbose_name_plural = _("additions of cities")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._remember_names()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._remember_names()
        super().save(*args, **kwargs)

    def _remember_names(self) -> None:
        """When the original goes, its authors are told what is gone."""
        self.course_title = self.course.title if self.course else self.course_title
        self.lesson_title = self.lesson.title if self.lesson else self.lesson_title

    @cached_property
    def city(self) -> City:
        return city_of_shelf(self)
