"""Rules for what stands in a lesson or an addition of a city: nobody is to be shut out, everything is filled in."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

from courses.blocks.embeds import film_at, providers
from courses.blocks.media import Embed
from courses.blocks.texts import Link
from courses.readiness.drafts import Draft, Piece
from courses.readiness.findings import Spot
from courses.readiness.prose import Heading, says_nothing

# blocks that are drawn with a heading of the second level, and what stands in it or below it
HEADED = {"hint": "title", "steps": "title", "links": "title", "task": "title", "self_check": "question"}
SHORTENED = 60


def no_content(draft: Draft) -> Iterator[Spot]:
    if not any(child.get("type") in draft.page.body.stream_block.child_blocks for child in draft.stream("body")):
        yield Spot(_("There is nothing to read yet. Add a first block."), field="body")


def incomplete(draft: Draft) -> Iterator[Spot]:
    """Drafts may have gaps; Wagtail looks for them in its forms alone."""
    for piece in draft.of(blocks.FieldBlock):
        if piece.block.required and _is_empty(piece) and not _asked_elsewhere(piece):
            yield Spot(_missing(str(piece.block.label), piece.label), piece.block_id)
    for piece in draft.of(blocks.ListBlock):
        entries = piece.value if isinstance(piece.value, list) else []
        if len(entries) < (piece.block.meta.min_num or 0):
            facts = {"count": piece.block.meta.min_num, "field": piece.block.label, "block": piece.label}
            yield Spot(
                _("The block “%(block)s” needs at least %(count)s entries in “%(field)s”.") % facts, piece.block_id
            )


def _missing(field: str, block: str) -> str:
    if field == block:
        return _("Write something in the block “%(block)s”, or delete it.") % {"block": block}
    return _("Fill in “%(field)s” in the block “%(block)s”.") % {"field": field, "block": block}


def _is_empty(piece: Piece) -> bool:
    if isinstance(piece.block, blocks.RichTextBlock):
        return piece.prose.is_empty
    return piece.value is None or not str(piece.value).strip()


def _asked_elsewhere(piece: Piece) -> bool:
    return isinstance(piece.block, VideoChooserBlock | AudioChooserBlock)


def image_without_alt(draft: Draft) -> Iterator[Spot]:
    for piece in draft.of(ImageBlock):
        told = str(piece.struct.get("alt_text") or "").strip()
        if piece.struct.get("image") and not told and not piece.struct.get("decorative"):
            yield Spot(
                _("Describe the image in one sentence for those who do not see it, or mark it as decoration."),
                piece.block_id,
            )


def video_without_words(draft: Draft) -> Iterator[Spot]:
    for piece in draft.of(VideoChooserBlock):
        film = draft.known.films.get(piece.value)
        if film is None:
            yield Spot(_("Choose a video, or take the block out."), piece.block_id)
        elif not film.captions:
            yield Spot(
                _("The video “%(title)s” has no captions. Open it under “Media” and upload a captions file (WebVTT).")
                % {"title": film.title},
                piece.block_id,
            )
        elif not film.transcript.strip():
            yield Spot(
                _("The video “%(title)s” has no transcript. Open it under “Media” and write down what is said.")
                % {"title": film.title},
                piece.block_id,
            )


def audio_without_words(draft: Draft) -> Iterator[Spot]:
    for piece in draft.of(AudioChooserBlock):
        sound = draft.known.films.get(piece.value)
        if sound is None:
            yield Spot(_("Choose a recording, or take the block out."), piece.block_id)
        elif not sound.transcript.strip():
            yield Spot(
                _("The recording “%(title)s” has no transcript. Open it under “Media” and write down what is said.")
                % {"title": sound.title},
                piece.block_id,
            )


def link_without_name(draft: Draft) -> Iterator[Spot]:
    for piece in draft.of(blocks.RichTextBlock, Link):
        for text in _link_texts(piece):
            if says_nothing(text):
                yield Spot(
                    _("Say where the link “%(text)s” leads, for example “Form for moving house”.") % {"text": text}
                    if text
                    else _("A link has no text. Say where it leads, or take it out."),
                    piece.block_id,
                )


def _link_texts(piece: Piece) -> tuple[str, ...]:
    if isinstance(piece.block, Link):
        label = str(piece.struct.get("label") or "").strip()
        return (label,) if label else ()  # an empty one is reported as not filled in
    return piece.prose.links


def _headings(draft: Draft) -> Iterator[tuple[Heading, str]]:
    """Headings of the lesson in their order, whatever block they come from."""
    for piece in draft.pieces:
        if piece.kind in HEADED and isinstance(piece.block, blocks.StructBlock) and _title_of(piece):
            yield Heading(2, _title_of(piece)), piece.block_id
        for heading in piece.prose.headings:
            yield heading, piece.block_id


def _title_of(piece: Piece) -> str:
    is_top = piece.kind == piece.block.name
    return str(piece.struct.get(HEADED[piece.kind]) or "") if is_top else ""


def heading_jump(draft: Draft) -> Iterator[Spot]:
    before = 1  # the title of the page
    for heading, block_id in _headings(draft):
        if heading.level > before + 1:
            facts = {"text": heading.text[:SHORTENED], "level": before + 1}
            yield Spot(
                _("Make “%(text)s” a heading of size %(level)s: a size is left out before it.") % facts, block_id
            )
        before = heading.level


def empty_heading(draft: Draft) -> Iterator[Spot]:
    for heading, block_id in _headings(draft):
        if not heading.text:
            yield Spot(_("Delete the empty heading, or write something into it."), block_id)


def table_without_caption(draft: Draft) -> Iterator[Spot]:
    for piece in draft.of(TypedTableBlock):
        if not str(piece.struct.get("caption") or "").strip():
            yield Spot(_("Give the table a caption: one sentence that says what it shows."), piece.block_id)


def table_without_headings(draft: Draft) -> Iterator[Spot]:
    for piece in draft.of(TypedTableBlock):
        columns = piece.struct.get("columns") or []
        if len(columns) < 2 or not all(str(column.get("heading") or "").strip() for column in columns):
            yield Spot(_("Give each column of the table a heading. It is read aloud with each cell."), piece.block_id)


def table_without_row_names(draft: Draft) -> Iterator[Spot]:
    for piece in draft.of(TypedTableBlock):
        rows = [row.get("values") or [""] for row in piece.struct.get("rows") or []]
        if not rows or not all(str(row[0] or "").strip() for row in rows):
            yield Spot(_("Fill in the first cell of each row of the table. It names the row."), piece.block_id)


def embed_from_elsewhere(draft: Draft) -> Iterator[Spot]:
    for piece in draft.of(Embed):
        url = str(piece.struct.get("url") or "")
        if url and not film_at(url):
            yield Spot(
                _("Films from this address cannot be shown here. Possible are: %(providers)s. Or use a block “Links”.")
                % {"providers": providers()},
                piece.block_id,
            )


def question_without_answer(draft: Draft) -> Iterator[Spot]:
    """In a test, or to oneself inside a lesson."""
    for piece in draft.of(blocks.StructBlock):
        if "choices" not in piece.block.child_blocks:
            continue
        right = sum(bool(choice.get("right")) for choice in _choices_of(piece))
        only_one = (piece.struct.get("kind") or getattr(piece.block, "kind", "")) == "single"
        if right == 0 or (only_one and right > 1):
            sentence = _("Mark exactly one answer as right.") if only_one else _("Mark at least one answer as right.")
            yield Spot(sentence, piece.block_id)


def _choices_of(piece: Piece) -> list[dict[str, object]]:
    raw = piece.struct.get("choices") or []
    items = [item.get("value", item) for item in raw if isinstance(item, dict)]
    return [item for item in items if isinstance(item, dict)]


def alt_too_long(draft: Draft) -> Iterator[Spot]:
    for text, block_id in _alt_texts(draft):
        if len(text) > 250:
            yield Spot(
                _("The description of the image is long. Say it in one sentence, and the rest in a text."), block_id
            )


PICTURE_OF = re.compile(r"(?:ein )?(?:bild|foto|abbildung|grafik|screenshot) (?:von|einer|eines|des|der|mit)\b|"
                        r"(?:an? )?(?:image|picture|photo|graphic) (?:of|with)\b", re.IGNORECASE)  # fmt: skip


def alt_says_picture(draft: Draft) -> Iterator[Spot]:
    for text, block_id in _alt_texts(draft):
        if found := PICTURE_OF.match(text):
            sentence = _("Leave out “%(words)s” in the description: that it is an image is said anyway.")
            yield Spot(sentence % {"words": found[0]}, block_id)


def _alt_texts(draft: Draft) -> Iterator[tuple[str, str]]:
    for piece in draft.of(ImageBlock):
        if not piece.struct.get("decorative"):
            yield str(piece.struct.get("alt_text") or "").strip(), piece.block_id
