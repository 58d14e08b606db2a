"""What is read: text, hints, steps, and what one looks up."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockAdapter,
    TypedTableBlockValidationError,
)
from wagtail_localize.segments import StringSegmentValue

from courses.blocks.base import NOTE, PROSE, InLesson, Prose, WebAddress

TONES = [
    ("info", _("good to know")),
    ("ok", _("that is how it works")),
    ("warn", _("take care")),
    ("stop", _("not allowed")),
]
WIDEST_LIST = 4  # with more columns a list on phones would be endless; the table scrolls instead


class Text(InLesson, Prose):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": PROSE} | kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs with headings, lists and links.")
        template = "courses/blocks/text.html"
        preview_value = _(
            "<h2>Who decides?</h2><p>The <b>citizens’ office</b> decides at once. It needs two things:</p>"
            "<ul><li>the identity card,</li><li>the confirmation of the landlord.</li></ul>"
        )


class Hint(InLesson, blocks.StructBlock):
    tone = blocks.ChoiceBlock(TONES, default="info", search_index=False, label=_("Kind"))
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    text = Prose(features=NOTE, label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Hint")
        label_format = "{title}"
        description = _("A box for what must not be overlooked.")
        template = "courses/blocks/hint.html"
        preview_value = {
            "tone": "warn",
            "title": _("Not by e-mail"),
            "text": _("<p>Never send a scan of an identity card by e-mail.</p>"),
        }


class Step(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("What is to be done"))
    text = Prose(features=NOTE, required=False, label=_("How it is done"))


class Steps(InLesson, blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, required=False, label=_("Title"))
    steps = blocks.ListBlock(Step(label=_("Step")), min_num=1, label=_("Steps"))

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        label_format = "{title}"
        description = _("Instructions, one after the other. The numbers come by themselves.")
        template = "courses/blocks/steps.html"
        preview_value = {
            "title": _("A citizen moves house"),
            "steps": [
                {"title": _("Ask for the identity card"), "text": _("<p>Compare face and photograph.</p>")},
                {"title": _("Enter the new address"), "text": ""},
            ],
        }


class Fold(blocks.StructBlock):
    title = blocks.CharBlock(max_length=150, label=_("What is always seen"), help_text=_("Often a question."))
    text = Prose(features=NOTE, label=_("What folds out"))


class Accordion(InLesson, blocks.StructBlock):
    items = blocks.ListBlock(Fold(label=_("Entry")), min_num=1, label=_("Entries"))

    class Meta:
        icon = "collapse-down"
        label = _("Fold out")
        description = _("Questions and answers to fold out. Put nothing here that everybody has to read.")
        template = "courses/blocks/accordion.html"
        preview_value = {
            "items": [
                {"title": _("What if the card has expired?"), "text": _("<p>Then a passport will do.</p>")},
                {"title": _("What if somebody comes without an appointment?"), "text": _("<p>Offer the next one.</p>")},
            ]
        }


class Table(InLesson, TypedTableBlock):
    """The first cell of each row is its heading."""

    cell = blocks.CharBlock(required=False, label=_("Text"))

    class Meta:
        icon = "table"
        label = _("Table")
        default = {"columns": [{"type": "cell", "heading": ""}] * 2, "rows": [{"values": ["", ""]}] * 2}
        description = _("Facts side by side. On phones each row becomes a small list.")
        help_text = _("The first cell of each row is its heading. Short tables are read, long ones are not.")
        template = "courses/blocks/table.html"
        preview_value = {
            "caption": _("What needs which document"),
            "columns": [{"type": "cell", "heading": _("Errand")}, {"type": "cell", "heading": _("Document")}],
            "rows": [
                {"values": [_("Moving house"), _("identity card")]},
                {"values": [_("Parking permit"), _("vehicle papers")]},
            ],
        }

    def clean(self, value: TypedTable) -> TypedTable:
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (sentences := missing_in(cleaned)):
            raise TypedTableBlockValidationError(non_block_errors=sentences)
        return cleaned

    def get_translatable_segments(self, table: TypedTable) -> list[StringSegmentValue]:
        """Each text by its place in the table."""
        heads = {f"c{n}": column["heading"] for n, column in enumerate(table.columns)}
        cells = {f"r{m}c{n}": cell for m, row in enumerate(table.row_data) for n, cell in enumerate(row["values"])}
        texts = {"caption": table.caption} | heads | cells
        return [StringSegmentValue(place, str(text or "")) for place, text in texts.items()]

    def restore_translated_segments(self, table: TypedTable, segments: list[StringSegmentValue]) -> TypedTable:
        said = {segment.path: segment.render_text() for segment in segments}
        heads = [{**one, "heading": said.get(f"c{n}", one["heading"])} for n, one in enumerate(table.columns)]
        rows = [
            {"values": [said.get(f"r{m}c{n}", cell) for n, cell in enumerate(row["values"])]}
            for m, row in enumerate(table.row_data)
        ]
        return TypedTable(columns=heads, row_data=rows, caption=said.get("caption", table.caption))

    def get_context(self, value: TypedTable, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Each cell with the heading of its column, which stands before it on phones."""
        heads = [column["heading"] for column in value.columns]
        rows = [[str(cell or "") for cell in row["values"]] for row in value.row_data]
        context: dict[str, Any] = super().get_context(value, parent_context)
        return context | {
            "heads": heads,
            "rows": [(row[0], list(zip(heads[1:], row[1:], strict=False))) for row in rows if row],
            "is_wide": len(heads) > WIDEST_LIST,
        }


class TableAdapter(TypedTableBlockAdapter):
    """Wagtail's form calls the caption of a table that of an image, in German at least."""

    def js_args(self, block: Table) -> list[Any]:
        *before, meta = super().js_args(block)
        asked = {
            "CAPTION": str(_("What does the table show?")),
            "CAPTION_HELP_TEXT": str(_("One sentence. It stands above the table.")),
        }
        return [*before, meta | {"strings": meta["strings"] | asked}]


register(TableAdapter(), Table)


def missing_in(table: TypedTable) -> list[Any]:
    """What a table needs to be understood by those who hear it."""
    rows = [[str(cell or "").strip() for cell in row["values"]] for row in table.row_data]
    checks = [
        (not table.caption.strip(), _("Give the table a caption: one sentence that says what it shows.")),
        (len(table.columns) < 2 or not rows, _("A table needs at least two columns and one row.")),
        (
            not all(column["heading"].strip() for column in table.columns),
            _("Give each column a heading. It is read aloud with each cell."),
        ),
        (
            not all(row and row[0] for row in rows),
            _("Fill in the first cell of each row. It is the heading of the row."),
        ),
    ]
    return [sentence for is_missing, sentence in checks if is_missing]


class Term(blocks.StructBlock):
    term = blocks.CharBlock(max_length=80, label=_("Word"))
    explanation = blocks.TextBlock(max_length=400, rows=2, label=_("What it means"))


class Glossary(InLesson, blocks.StructBlock):
    terms = blocks.ListBlock(Term(label=_("Word")), min_num=1, label=_("Words"))

    class Meta:
        icon = "info-circle"
        label = _("Words explained")
        description = _("Technical terms, each with one plain sentence.")
        template = "courses/blocks/glossary.html"
        preview_value = {
            "terms": [
                {"term": _("Official notice"), "explanation": _("A letter in which an authority decides something.")},
                {"term": _("Formal objection"), "explanation": _("Saying in time that a decision is wrong.")},
            ]
        }


class Link(blocks.StructBlock):
    label = blocks.CharBlock(
        max_length=120, label=_("Where it leads"), help_text=_("Not “here”, but for example “Form for moving house”.")
    )
    url = WebAddress(label=_("Address"), help_text=_("Begins with https://"))
    note = blocks.CharBlock(max_length=200, required=False, label=_("What one finds there"))


class Links(InLesson, blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, required=False, label=_("Title"))
    links = blocks.ListBlock(Link(label=_("Link")), min_num=1, label=_("Links"))

    class Meta:
        icon = "link"
        label = _("Links")
        label_format = "{title}"
        description = _("Where one can read on, each address with a name.")
        template = "courses/blocks/links.html"
        preview_value = {
            "title": _("To read on"),
            "links": [
                {
                    "label": _("Federal Registration Act"),
                    "url": "https://www.gesetze-im-internet.de/bmg/",
                    "note": _("The whole text, always the version in force"),
                }
            ],
        }


class Quote(InLesson, blocks.StructBlock):
    text = blocks.TextBlock(max_length=600, rows=3, label=_("What was said"), help_text=_("Without quotation marks."))
    source = blocks.CharBlock(max_length=150, required=False, label=_("Who said it, where it stands"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("A sentence of somebody else, with its source.")
        template = "courses/blocks/quote.html"
        preview_value = {
            "text": _("Since I let people finish their sentences, I am done sooner."),
            "source": _("Trainer at a citizens’ office"),
        }


class Task(InLesson, blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    text = Prose(features=NOTE, label=_("What is to be done"))
    minutes = blocks.IntegerBlock(min_value=1, max_value=480, default=15, label=_("Minutes it takes"))

    class Meta:
        icon = "clipboard-list"
        label = _("Task for the office")
        label_format = "{title}"
        description = _("Something to try out at one’s own desk.")
        template = "courses/blocks/task.html"
        preview_value = {
            "title": _("Find a letter that is hard to read"),
            "text": _("<p>Rewrite its first paragraph. Show both to a colleague.</p>"),
            "minutes": 15,
        }
