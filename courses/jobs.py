"""What learning does by time; each job finds out itself whether anything is due."""

from django.utils import timezone

from courses.services.assessing.assessment import hand_in_all_over
from courses.services.assessing.reminding import remind_of_marking
from courses.services.reviewing.scheduling import publish_due
from courses.services.reviewing.withdrawal import end_due_courses
from courses.services.sharing.news import tell_of_changed_originals
from courses.services.writing.co_authors import end_for_former_trainers
from lms.core.jobs import every


@every(600)
def end_courses() -> int:
    return end_due_courses(timezone.localdate())


@every(600)
def end_co_authorships() -> int:
    return end_for_former_trainers()


@every(60)
def publish_scheduled() -> int:
    return publish_due()


@every(3600)
def tell_of_originals() -> int:
    return tell_of_changed_originals()


@every(3600)
def remind_who_marks() -> int:
    return remind_of_marking()


@every(30)
def hand_in_attempts() -> int:
    return hand_in_all_over()
