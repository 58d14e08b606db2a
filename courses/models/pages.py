"""What trainers write: catalogue → shelf of a city → course → lessons and tests, in the order of the tree."""

from functools import cached_property
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail.url_routing import RouteResult

from courses import blocks
from courses.models.choices import Level, Licence, Topic
from lms.core.privacy import YEAR, no_personal_data, personal_data
from lms.media.models import CourseImage
from people.models import City, User


class ShownByView(Page):
    """Wagtail finds the page; a view of ours, named here, shows it, also as a preview for those who write it."""

    view: str
    promote_panels = [FieldPanel("slug")]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return import_string(self.view)(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        answer = import_string(self.view)(request, self)
        answer._csp_replace = {"frame-ancestors": ["'self'"]}  # the editor shows it in a frame
        return answer


@no_personal_data
class CatalogPage(ShownByView):
    view = "courses.views.catalogue.to_catalogue"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["courses.CityShelfPage"]

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Go straight to a course or its parts: page by page down the tree would cost two queries for each level."""
        wanted = {2: [CoursePage], 3: [LessonPage, TestPage]}.get(len(path_components), [])
        address = f"{self.url_path}{'/'.join(path_components)}/"
        for model in wanted:
            if page := model.objects.live().filter(url_path=address).first():
                return RouteResult(page)
        if wanted:
            raise Http404
        return super().route(request, path_components)

    class Meta:
        verbose_name = _("catalogue")
        verbose_name_plural = _("catalogues")


@no_personal_data
class CityShelfPage(ShownByView):
    """The courses of one city. Rights and workflow of the city's groups hang here."""

    city = models.OneToOneField(City, models.PROTECT, related_name="shelf", verbose_name=_("city"))

    view = "courses.views.catalogue.to_shelf"
    content_panels = [*Page.content_panels, FieldPanel("city")]
    parent_page_types = ["courses.CatalogPage"]
    subpage_types = ["courses.CoursePage"]

    class Meta:
        verbose_name = _("courses of a city")
        verbose_name_plural = _("courses of cities")


class CourseQuerySet(PageQuerySet):
    def visible_to(self, user: User) -> "CourseQuerySet":
        """What is published is for everybody in the alliance."""
        return self.live() if user.is_authenticated else self.none()


@personal_data(purpose=_("Naming whom to ask about a course"), keep_for=3 * YEAR, subject="owner", fields=("contact",))
class CoursePage(ShownByView):
    """A course. Its city is the one of the shelf it stands on, so that moving or copying cannot part the two."""

    summary = models.CharField(_("summary"), max_length=200)
    goals = blocks.Blocks(blocks.Goals(), verbose_name=_("what one can do afterwards"), blank=True)
    audience = models.CharField(_("for whom"), max_length=200, blank=True)
    level = models.CharField(_("level"), max_length=12, choices=Level.choices, default=Level.BEGINNER)
    topic = models.CharField(_("topic"), max_length=14, choices=Topic.choices, default=Topic.ADMINISTRATION)
    language = models.CharField(
        _("language"), max_length=2, choices=[("de", _("German")), ("en", _("English"))], default="de"
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.CC_BY_SA)
    contact = models.EmailField(_("contact"), blank=True, help_text=_("Where learners can ask questions."))
    cover = models.ForeignKey(
        CourseImage, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover image"),
        help_text=_("Leave empty for the skyline of your city."),
    )  # fmt: skip
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, help_text=_("Leave empty to add up the minutes of the lessons.")
    )
    review_on = models.DateField(
        _("check again on"), null=True, blank=True, help_text=_("When somebody should look whether all is still right.")
    )

    objects = PageManager.from_queryset(CourseQuerySet)()

    view = "courses.views.catalogue.course"
    parent_page_types = ["courses.CityShelfPage"]
    subpage_types = ["courses.LessonPage", "courses.TestPage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        FieldPanel("goals"),
        FieldPanel("audience"),
        FieldPanel("topic"),
        FieldPanel("level"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("cover", "language", "minutes", "contact", "licence", "review_on")],
            heading=_("More settings"),
            classname="collapsed",
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("audience"),
        index.SearchField("goals"),
        index.AutocompleteField("summary"),
    ]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    @cached_property
    def city(self) -> City:
        shelf = CityShelfPage.objects.select_related("city").get(path=self.path[: -self.steplen])
        return shelf.city


class PartOfCourse(ShownByView):
    """A lesson or a test."""

    parent_page_types = ["courses.CoursePage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    @cached_property
    def course(self) -> CoursePage:
        return CoursePage.objects.get(path=self.path[: -self.steplen])


@no_personal_data
class LessonPage(PartOfCourse):
    body = blocks.Blocks(blocks.LessonBody(), verbose_name=_("content"))
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=10, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )

    view = "courses.views.learning.lesson"
    content_panels = [*Page.content_panels, FieldPanel("body"), FieldPanel("minutes")]
    search_fields = [*Page.search_fields, index.SearchField("body")]

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

    view = "courses.views.assessment.test"
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("questions"),
        FieldPanel("pass_mark"),
        FieldPanel("max_attempts"),
    ]

    class Meta:
        verbose_name = _("test")
        verbose_name_plural = _("tests")
