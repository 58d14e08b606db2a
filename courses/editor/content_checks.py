"""What Wagtail's checker looks for in the preview: the page as learners get it, with messages that say what to do."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem

PICTURE_OF = (
    r"^(ein )?(bild|foto|abbildung|grafik|screenshot) (von|einer|eines|des|der|mit) |^(an? )?(image|picture|photo) of "
)
FILE_NAME = r"\.(avif|gif|jpe?g|png|svg|webp)$|_"
MESSAGES: dict[str, tuple[Promise, Promise]] = {
    "image-alt": (_("An image is not described"), _("Say in one sentence what can be seen, or mark it as decoration.")),
    "alt-text-quality": (
        _("The description of an image says too little"),
        _("Not the name of the file and not “image of”: say what can be seen."),
    ),
    "image-redundant-alt": (
        _("An image says the same as the text beside it"),
        _("Describe what only the image shows, or mark it as decoration."),
    ),
    "link-name": (_("A link has no text"), _("Say where it leads.")),
    "heading-order": (
        _("A size of heading is left out"),
        _("After a large heading comes the next smaller one, without a gap."),
    ),
    "empty-heading": (_("A heading is empty"), _("Write something into it, or delete it.")),
    "p-as-heading": (_("Bold text stands in for a heading"), _("Make it a heading: then it can be jumped to.")),
    "empty-table-header": (_("A column has no heading"), _("Give it one: it is read aloud with each cell.")),
    "td-has-header": (_("A cell of a table has no heading"), _("Give each column a heading and each row a name.")),
    "table-fake-caption": (_("A table has its caption in a cell"), _("Use the field “caption” of the table.")),
    "video-caption": (_("A video has no captions"), _("Open it under “Media” and upload a captions file (WebVTT).")),
    "frame-title": (_("A film has no title"), _("Give the block a title.")),
}


class OurChecks(ContentCheckerItem):
    axe_include = ["main"]
    axe_run_only = list(MESSAGES)
    axe_custom_rules = [rule for rule in ContentCheckerItem.axe_custom_rules if rule["id"] in MESSAGES]
    axe_custom_checks = [{"id": "check-image-alt-text", "options": {"pattern": f"{FILE_NAME}|{PICTURE_OF}"}}]
    axe_messages = {key: {"error_name": name, "help_text": advice} for key, (name, advice) in MESSAGES.items()}


@hooks.register("construct_wagtail_userbar")
def checks_of_ours(request: HttpRequest, items: list[Any], page: Any) -> None:
    items[:] = [OurChecks(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items]
