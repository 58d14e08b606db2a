from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KIND_CHOICES = [
    ("single", _("one answer is right")),
    ("multiple", _("several answers are right")),
    ("true_false", _("true or false")),
    ("short_text", _("short text")),
    ("number", pgettext_lazy("kind of question", "number")),
    ("cloze", _("text with gaps")),
    ("matching", _("matching pairs")),
    ("ordering", _("putting in order")),
    ("free_text", _("free text, marked by a trainer")),
    ("upload", _("file, marked by a trainer")),
]
