"""What all blocks share: the example that their chooser shows, clean HTML, addresses that lead to the web."""

from typing import Any

from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.encoding import force_str
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField
from wagtail.rich_text import RichText, expand_db_html

from lms.core.markup import cleaned

PROSE = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
NOTE = ["bold", "italic", "ol", "ul", "link"]


class Blocks(StreamField):
    """Leaves the blocks out of migrations: they change no column."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", [[]], kwargs | {"block_lookup": {}}


def fault(field: str, sentence: Any) -> StructBlockValidationError:
    return StructBlockValidationError(block_errors={field: ValidationError(sentence)})


class InLesson(blocks.Block):
    """A block of a lesson. Authors choose it by what it is for and by an example, drawn as learners see it."""

    def get_preview_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        sample = {"id": "sample", "course": {"language": get_language()}, "answered": None, "preview": True}
        return {**(parent_context or {}), **sample}

    class Meta:
        preview_template = "courses/blocks/preview.html"


class Passage(RichText):
    """One of several texts that stand together; their links to pages and documents are looked up at once."""

    def __init__(self, source: str, together: "list[Passage] | None" = None) -> None:
        super().__init__(source)
        self.together = [self] if together is None else together

    @cached_property
    def html(self) -> str:
        comment = "<!-- -->"  # stands in no clean text
        expanded = expand_db_html(comment.join(passage.source for passage in self.together)).split(comment)
        for passage, html in zip(self.together, expanded, strict=True):
            passage.__dict__["html"] = html
        return str(self.__dict__["html"])

    def __html__(self) -> str:
        return str(render_to_string("wagtailcore/shared/richtext.html", {"html": self.html}))


class Prose(blocks.RichTextBlock):
    """Text with formats. Wherever its HTML comes from, only what our editor writes goes in and out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.allowed = tuple(self.features)

    def to_python(self, value: Any) -> RichText:
        return Passage(cleaned(force_str(value or ""), self.allowed))

    def bulk_to_python(self, values: Any) -> list[RichText]:
        passages: list[Passage] = []
        passages += [Passage(cleaned(force_str(value or ""), self.allowed), passages) for value in values]
        return list(passages)

    def normalize(self, value: Any) -> RichText:
        return self.to_python(value.source if isinstance(value, RichText) else value)

    def value_from_form(self, value: Any) -> RichText:
        return self.to_python(value)


class WebAddress(blocks.URLBlock):
    """An address on the web; whatever else a file or form brings ("javascript:…") is left out."""

    def to_python(self, value: Any) -> str:
        address = force_str(value or "")
        return address if address.startswith(("https://", "http://")) else ""

    def normalize(self, value: Any) -> str:
        return self.to_python(value)
