"""What trainers and training offices fill in while they put courses together."""

import re
from datetime import date, timedelta
from typing import Any, cast

from crispy_forms.layout import Layout, Row
from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.models import CityShelfPage, CoursePage
from courses.queries.writing.co_authors import trainers_to_invite, with_their_cities
from courses.services.writing.skeleton import Sketch, is_taken
from lms.core.forms import KernForm

TITLE = 120
GOALS, GOAL = 8, 200
LESSONS = 40
BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s+")  # people paste lists
FINISH, ALL = "finish", "all"
RETURN = "return"
NOTICE = timedelta(weeks=4)
FARTHEST = timedelta(days=366)
Part = tuple[str, str]


def lines_of(text: str) -> list[str]:
    lines = [BULLET.sub("", line).strip() for line in text.splitlines()]
    return [line for line in lines if line]


class SkeletonForm(KernForm, forms.Form):
    """Kurs in 10 Minuten: everything on one page, six fields at most."""

    submit_label = _("Create the draft")

    title = forms.CharField(label=_("Title of the course"), max_length=TITLE)
    shelf = forms.ModelChoiceField(label=_("For which city?"), queryset=CityShelfPage.objects.none(), empty_label=None)
    goals = forms.CharField(
        label=_("What can people do afterwards?"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One goal per line, for example: “file letters correctly”."),
    )  # fmt: skip
    lessons = forms.CharField(
        label=_("Lessons"), max_length=6000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("One title per line. A line that begins with # is the heading of a module: # Basics"),
        error_messages={"required": _("Please name at least one lesson. You can rename it at any time.")},
    )  # fmt: skip
    with_test = forms.BooleanField(label=_("With a final test"), required=False, initial=True)
    language = forms.ChoiceField(label=_("Language of the course"), choices=settings.LANGUAGES)

    def __init__(self, shelves: QuerySet[CityShelfPage], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = cast(forms.ModelChoiceField, self.fields["shelf"])
        choice.queryset = shelves
        self.only = shelves[0] if len(shelves) == 1 else None
        if self.only:
            del self.fields["shelf"]
        else:
            choice.label_from_instance = lambda shelf: shelf.city.name  # type: ignore[method-assign]

    @property
    def shelf_chosen(self) -> CityShelfPage | None:
        return self.only or self.cleaned_data.get("shelf")

    def clean_goals(self) -> list[str]:
        goals = lines_of(self.cleaned_data["goals"])
        if len(goals) > GOALS:
            sentence = gettext("These are %(n)s goals. Please keep the %(most)s most important ones.")
            raise forms.ValidationError(sentence % {"n": len(goals), "most": GOALS})
        if long := next((goal for goal in goals if len(goal) > GOAL), None):
            raise forms.ValidationError(gettext("Please shorten this goal: “%(text)s…”") % {"text": long[:60]})
        return goals

    def clean_lessons(self) -> list[Part]:
        parts = [_part(line) for line in lines_of(self.cleaned_data["lessons"])]
        if sentence := _fault_in(parts):
            raise forms.ValidationError(sentence)
        return parts

    def clean(self) -> None:
        title, shelf = self.cleaned_data.get("title"), self.shelf_chosen
        if title and shelf and is_taken(shelf, title):
            self.add_error("title", gettext("Your city already has a course of this title. Please choose another one."))

    @property
    def sketch(self) -> Sketch:
        given = self.cleaned_data
        return Sketch(given["title"], given["goals"], given["lessons"], given["with_test"], given["language"])


def _part(line: str) -> Part:
    return ("module", line.lstrip("#").strip()) if line.startswith("#") else ("lesson", line)


def _fault_in(parts: list[Part]) -> str:
    """What has to be put right before the parts can be created, in one sentence."""
    lessons = [title for kind, title in parts if kind == "lesson"]
    if not lessons:
        return gettext("Please name at least one lesson. You can rename it at any time.")
    if len(lessons) > LESSONS:
        sentence = gettext("These are %(n)s lessons. Please make two courses of them; %(most)s is the most in one.")
        return sentence % {"n": len(lessons), "most": LESSONS}
    if not all(title for _kind, title in parts):
        return gettext("Please write the heading of the module after the #.")
    if long := next((title for _kind, title in parts if len(title) > TITLE), ""):
        return gettext("Please shorten this title: “%(text)s…”") % {"text": long[:60]}
    if twice := next((title for title in lessons if lessons.count(title) > 1), ""):
        return gettext("“%(title)s” stands here twice. Please tell them apart.") % {"title": twice}
    return ""


class PartForm(KernForm, forms.Form):
    """Add something to a course: a title is enough to begin."""

    form_tag = False
    submit_label = ""

    kind = forms.ChoiceField(label=_("What?"), choices=[
        ("lesson", _("Lesson")), ("module", _("Module (heading)")), ("test", _("Test")),
        ("assignment", _("Assignment to hand in"))])  # fmt: skip
    title = forms.CharField(label=_("Title"), max_length=TITLE)
    after = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    layout = Layout(Row("kind", "title"), "after")


class TitleForm(KernForm, forms.Form):
    form_tag = False
    submit_label = ""

    title = forms.CharField(label=_("Title"), max_length=TITLE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="name_%s", **kwargs)


class ReviewForm(KernForm, forms.Form):
    """What somebody says while handing in or deciding. Whoever sends a course back has to say why."""

    form_tag = False
    submit_label = ""

    comment = forms.CharField(
        label=_("Your comment"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, step: str = "", **kwargs: Any) -> None:
        super().__init__(*args, auto_id="review_%s", **kwargs)
        self.fields["comment"].required = step == RETURN
        self.fields["comment"].error_messages["required"] = gettext("Please say what should be changed.")


class InviteForm(KernForm, forms.Form):
    form_tag = False
    submit_label = ""

    person = forms.ModelChoiceField(
        label=_("Trainer of a partner city"), queryset=None, empty_label=_("Please choose"),
        error_messages={"invalid_choice": _("Only trainers of partner cities can be invited to write along.")},
    )  # fmt: skip

    def __init__(self, course: CoursePage, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ModelChoiceField, self.fields["person"])
        free = trainers_to_invite(course).exclude(co_authored__course=course)
        field.queryset = free
        cities = [(city, [(one.pk, one.full_name) for one in people]) for city, people in with_their_cities(free)]
        field.widget.choices = [("", field.empty_label), *cities]
        self.has_choice = bool(cities)


class CloseForm(KernForm, forms.Form):
    """What happens to those who are learning."""

    submit_label = _("Close the course")

    how = forms.ChoiceField(label=_("What happens to those who are learning?"), widget=forms.RadioSelect, choices=[
        (FINISH, _("They may finish. Nobody new can enroll.")),
        (ALL, _("The course closes for everybody, on a day you choose.")),
    ])  # fmt: skip
    day = forms.DateField(
        label=_("Closed to everybody from"),
        help_text=_("Only counts if it closes for everybody. Until then people can finish; today means at once."),
    )

    def __init__(self, course: CoursePage, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"day": timezone.localdate() + NOTICE, "how": ALL if course.closed_on else ""})
        super().__init__(*args, **kwargs)
        if course.closed_on:
            how = cast(forms.ChoiceField, self.fields["how"])
            how.choices = how.choices[1:]

    def clean_day(self) -> date:
        day, today = self.cleaned_data["day"], timezone.localdate()
        if not today <= day <= today + FARTHEST:
            raise forms.ValidationError(gettext("Please choose today or a day within the next year."))
        return cast(date, day)

    def clean(self) -> None:
        if self.cleaned_data.get("how") == FINISH:
            self.errors.pop("day", None)
