"""Rules for a course as a whole, for its test, and for what a city adds."""

from collections.abc import Iterator
from datetime import date
from random import Random

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from courses.blocks.questions import sentence_of_shortage
from courses.drawing import Wish, drawn, wishes_in
from courses.models import TestPage
from courses.models.choices import Feedback, Licence
from courses.readiness.drafts import Draft
from courses.readiness.findings import Spot

# what a copy of something under this licence may be given away as
FITS = {
    Licence.CC_BY_SA: {Licence.CC_BY_SA},
    Licence.CC_BY: {Licence.CC_BY, Licence.CC_BY_SA, Licence.ALL_RIGHTS},
    Licence.CC0: set(Licence),
    Licence.ALL_RIGHTS: {Licence.ALL_RIGHTS},
}


def no_goals(draft: Draft) -> Iterator[Spot]:
    if not any(str(goal.get("value") or "").strip() for goal in draft.stream("goals")):
        yield Spot(_("Say what one can do after the course: add at least one goal."), field="goals")


def no_lesson(draft: Draft) -> Iterator[Spot]:
    if not draft.known.lessons:
        yield Spot(_("The course has no lesson yet. Add one."))


def lessons_are_drafts(draft: Draft) -> Iterator[Spot]:
    if draft.known.lessons and not draft.known.live_lessons:
        yield Spot(_("Publish a lesson first: learners would find an empty course."))


def no_summary(draft: Draft) -> Iterator[Spot]:
    if not draft.text("summary"):
        yield Spot(_("Write a summary of one or two sentences. It stands in the catalogue."), field="summary")


def no_contact(draft: Draft) -> Iterator[Spot]:
    if not draft.text("contact"):
        yield Spot(_("Give an e-mail address where learners can ask questions."), field="contact")


def no_licence(draft: Draft) -> Iterator[Spot]:
    if draft.text("licence") not in Licence.values:
        yield Spot(_("Choose a licence: it says what other cities may do with the course."), field="licence")


def licence_does_not_fit(draft: Draft) -> Iterator[Spot]:
    origin = draft.known.adaptation
    licence = draft.text("licence")
    if (
        origin
        and licence in Licence.values
        and licence not in (fitting := FITS.get(origin.source_licence, set(Licence)))
    ):
        facts = {
            "title": origin.source_title,
            "licence": Licence(origin.source_licence).label,
            "fitting": ", ".join(str(one.label) for one in Licence if one in fitting),
        }
        yield Spot(
            _("“%(title)s”, which this course was made from, is under %(licence)s. Choose as licence: %(fitting)s.")
            % facts,
            field="licence",
        )


def no_audience(draft: Draft) -> Iterator[Spot]:
    if not draft.text("audience"):
        yield Spot(_("Say for whom the course is."), field="audience")


def review_due(draft: Draft) -> Iterator[Spot]:
    on = _day(draft.value("review_on"))
    if on is None:
        yield Spot(_("Set a day on which somebody checks whether all is still right."), field="review_on")
    elif on < timezone.localdate():
        yield Spot(_("The day to check the course again has passed. Check it and set a new one."), field="review_on")


def no_longer_valid(draft: Draft) -> Iterator[Spot]:
    until = _day(draft.value("valid_until"))
    if until and until < timezone.localdate():
        yield Spot(_("“Valid until” has passed: nobody new can enroll."), field="valid_until")


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else parse_date(value) if isinstance(value, str) else None


def no_self_check(draft: Draft) -> Iterator[Spot]:
    if draft.known.lessons and not draft.known.self_checks:
        yield Spot(_("No lesson has a question to oneself. One per lesson shows learners what they have understood."))


def no_test(draft: Draft) -> Iterator[Spot]:
    if draft.known.lessons and not draft.known.tests:
        yield Spot(_("The course has no test. Without one its certificate says less."))


def no_questions(draft: Draft) -> Iterator[Spot]:
    if not draft.stream("questions"):
        yield Spot(_("The test has no question yet. Add at least one."), field="questions")


def wishes_of(draft: Draft) -> list[Wish]:
    """What a test asks for from the question bank."""
    return wishes_in(draft.stream("questions")) if isinstance(draft.page, TestPage) else []


def too_few_questions(draft: Draft) -> Iterator[Spot]:
    if not draft.page.path:
        return  # a page that is just being written: its form looks at the bank itself
    wishes = wishes_of(draft)
    short = drawn(wishes, draft.known.bank, Random(0)).short  # noqa: S311 - only counted
    for wish in wishes:
        if wish.block in short:
            yield Spot(str(sentence_of_shortage(wish, short[wish.block])), wish.block)


def feedback_without_last_day(draft: Draft) -> Iterator[Spot]:
    if draft.text("feedback") == Feedback.AFTER_CLOSE and not draft.value("closes_on"):
        yield Spot(
            _("Right answers are to be shown after the last day, but the test has none. Set one."), field="closes_on"
        )


def no_pass_mark(draft: Draft) -> Iterator[Spot]:
    mark = draft.value("pass_mark")
    if not mark or not 1 <= int(mark) <= 100:
        yield Spot(_("Say how many percent are needed to pass, from 1 to 100."), field="pass_mark")


def annex_without_course(draft: Draft) -> Iterator[Spot]:
    if not draft.value("course"):
        yield Spot(_("The course that this adds to is no longer there, so nobody would find it."), field="title")
