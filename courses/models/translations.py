"""What is translated of a page. A translated course stands beside its original, on the same shelf."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.fields import BaseTranslatableField
from wagtail_localize.models import SegmentOverride, StringTranslation

from lms.core.privacy import YEAR, personal_data

PURPOSE = _("Knowing whom to ask about a translation")
WHO = "last_translated_by"
personal_data(purpose=PURPOSE, keep_for=3 * YEAR, subject=WHO, name=_("translated text"))(StringTranslation)
personal_data(purpose=PURPOSE, keep_for=3 * YEAR, subject=WHO, name=_("choice of a translation"))(SegmentOverride)


class Own(BaseTranslatableField):
    """Belongs to each language itself: neither translated nor taken over from the original."""


class Translatable(Page):
    """Texts are translated; pictures, dates and settings follow the original."""

    override_translatable_fields = [Own(name) for name in ("slug", "seo_title", "search_description", "show_in_menus")]

    class Meta:
        abstract = True
