"""What the log calls the things people do with questions."""

from django.utils.translation import gettext_lazy as _

from lms.core import journal

LOGGED = {
    "questions.question.create": _("Question written"),
    "questions.question.revise": _("Question changed"),
    "questions.question.retire": _("Question no longer asked"),
    "questions.question.bring_back": _("Question asked again"),
    "questions.question.share": _("Question shared with all cities"),
    "questions.question.unshare": _("Question no longer shared"),
    "questions.category.create": _("Question category created"),
    "questions.category.rename": _("Question category renamed"),
    "questions.category.share": _("Question category shared with all cities"),
    "questions.category.unshare": _("Question category no longer shared"),
}
journal.name_actions(LOGGED)
