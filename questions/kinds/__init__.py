"""The kinds of questions: what an answer is, what it earns, and what may be shown before it is given."""

from questions.kinds.arranging import Matching, Ordering
from questions.kinds.base import Answer, Definition, Kind
from questions.kinds.by_hand import FreeText, Upload
from questions.kinds.choice import Multiple, Single, TrueFalse
from questions.kinds.cloze import Cloze
from questions.kinds.number import Number
from questions.kinds.short_text import ShortText

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Single(),
        Multiple(),
        TrueFalse(),
        ShortText(),
        Number(),
        Cloze(),
        Matching(),
        Ordering(),
        FreeText(),
        Upload(),
    )
}


def kind_of(definition: Definition) -> Kind:
    return KINDS[definition["kind"]]


__all__ = ["KINDS", "Answer", "Definition", "Kind", "kind_of"]
