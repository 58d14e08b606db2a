"""Is a page ready to be published? Rules, each with a name and a weight, and who asks them.

A new rule is a function that yields spots (content.py, style.py, course.py) and one line in RULES.
"""

from collections.abc import Iterable
from typing import Any

from courses.models import AnnexPage, AssignmentPage, CoursePage, LessonPage, PartOfCourse, TestPage
from courses.readiness import content, course, style, translated
from courses.readiness.drafts import Draft
from courses.readiness.findings import ADVICE, BLOCKER, Finding, Rule
from courses.readiness.known import inform, inform_of_bank, inform_of_originals, known_of_course, parts_of

__all__ = ["ADVICE", "BLOCKER", "RULES", "Finding", "blockers", "check", "findings_in", "obstacles"]

TEXT = (LessonPage, AnnexPage, AssignmentPage)
ASKING = (LessonPage, AnnexPage, TestPage, AssignmentPage)
TRANSLATED = (CoursePage, PartOfCourse)
COURSE, LESSON, TEST, ANNEX = (CoursePage,), (LessonPage,), (TestPage,), (AnnexPage,)

RULES = {
    "no_goals": Rule(BLOCKER, COURSE, course.no_goals),
    "no_lesson": Rule(BLOCKER, COURSE, course.no_lesson),
    "no_summary": Rule(BLOCKER, COURSE, course.no_summary),
    "no_contact": Rule(BLOCKER, COURSE, course.no_contact),
    "no_licence": Rule(BLOCKER, COURSE, course.no_licence),
    "licence_does_not_fit": Rule(BLOCKER, COURSE, course.licence_does_not_fit),
    "annex_without_course": Rule(BLOCKER, ANNEX, course.annex_without_course),
    "no_content": Rule(BLOCKER, TEXT, content.no_content),
    "no_questions": Rule(BLOCKER, TEST, course.no_questions),
    "no_pass_mark": Rule(BLOCKER, TEST, course.no_pass_mark),
    "too_few_questions": Rule(BLOCKER, TEST, course.too_few_questions),
    "feedback_without_last_day": Rule(BLOCKER, TEST, course.feedback_without_last_day),
    "question_without_answer": Rule(BLOCKER, ASKING, content.question_without_answer),
    "incomplete": Rule(BLOCKER, ASKING, content.incomplete),
    "image_without_alt": Rule(BLOCKER, TEXT, content.image_without_alt),
    "video_without_words": Rule(BLOCKER, TEXT, content.video_without_words),
    "audio_without_words": Rule(BLOCKER, TEXT, content.audio_without_words),
    "link_without_name": Rule(BLOCKER, TEXT, content.link_without_name),
    "heading_jump": Rule(BLOCKER, TEXT, content.heading_jump),
    "empty_heading": Rule(BLOCKER, TEXT, content.empty_heading),
    "table_without_caption": Rule(BLOCKER, TEXT, content.table_without_caption),
    "table_without_headings": Rule(BLOCKER, TEXT, content.table_without_headings),
    "table_without_row_names": Rule(BLOCKER, TEXT, content.table_without_row_names),
    "embed_from_elsewhere": Rule(BLOCKER, TEXT, content.embed_from_elsewhere),
    "texts_missing": Rule(BLOCKER, TRANSLATED, translated.texts_missing),
    "original_not_published": Rule(BLOCKER, TRANSLATED, translated.original_not_published),
    "too_long": Rule(BLOCKER, (*TRANSLATED, AnnexPage), translated.too_long),
    "no_audience": Rule(ADVICE, COURSE, course.no_audience),
    "review_due": Rule(ADVICE, COURSE, course.review_due),
    "no_longer_valid": Rule(ADVICE, COURSE, course.no_longer_valid),
    "no_self_check": Rule(ADVICE, COURSE, course.no_self_check),
    "no_test": Rule(ADVICE, COURSE, course.no_test),
    "lesson_too_long": Rule(ADVICE, LESSON, style.lesson_too_long),
    "lesson_too_short": Rule(ADVICE, LESSON, style.lesson_too_short),
    "hard_to_read": Rule(ADVICE, TEXT, style.hard_to_read),
    "sentence_too_long": Rule(ADVICE, TEXT, style.sentence_too_long),
    "many_abbreviations": Rule(ADVICE, TEXT, style.many_abbreviations),
    "alt_too_long": Rule(ADVICE, TEXT, content.alt_too_long),
    "alt_says_picture": Rule(ADVICE, TEXT, content.alt_says_picture),
    "file_without_description": Rule(ADVICE, TEXT, style.file_without_description),
}
# Asked only at the moment of publishing: until then lessons and course are drafts together.
LAST_RULES = {"lessons_are_drafts": Rule(BLOCKER, COURSE, course.lessons_are_drafts)}


def check(page: Any) -> list[Finding]:
    """What is to be done in the newest draft of a page: blockers first, then advice."""
    return findings_in(_informed(Draft.newest(page)))


def blockers(page: Any) -> list[Finding]:
    """What forbids to publish the page as this object has it, which may be what somebody just typed."""
    return findings_in(_informed(Draft(page)), levels=(BLOCKER,))


def obstacles(page: Any, values: dict[str, Any] | None = None) -> list[Finding]:
    """What forbids to publish this version (the content of a revision) now, the moment included."""
    return findings_in(_informed(Draft(page, values)), levels=(BLOCKER,), rules=RULES | LAST_RULES)


def findings_in(
    draft: Draft, *, levels: Iterable[str] = (BLOCKER, ADVICE), rules: dict[str, Rule] = RULES
) -> list[Finding]:
    return [
        Finding(rule.level, code, spot.sentence, spot.block_id, spot.field)
        for code, rule in rules.items()
        if rule.level in levels and isinstance(draft.page, rule.kinds)
        for spot in rule.look(draft)
    ]


def _informed(draft: Draft) -> Draft:
    if isinstance(draft.page, CoursePage):
        draft.known = known_of_course(draft.page, parts_of(draft.page))
    elif isinstance(draft.page, TEXT):
        inform([draft])
    inform_of_bank([draft])
    inform_of_originals([draft])
    return draft
