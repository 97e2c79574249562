"""Units: a document's segments with what an answer needs to know of each, wherever they are kept."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.structure.candidates import is_sentence
from summarize.structure.dangling import antecedents
from translate.document import Block, BlockKind, Document, Segment
from translate.text.lines import joined_lines
from translate.text.words import words
from translate.translation import Translation

# "The Chair (Hon. Anthony Rota): …": who speaks, where a text is a transcript.
_SPEAKER = re.compile(r"\s*([^\W\d_][^:：!?]{1,100})[:：]\s")
LEAST_SHARE = 0.02
"""Share of the sentences from which on a language counts: a greeting or a title in another one does not."""
INTRODUCES = re.compile(r"[:：]\W*$")
_NO_ANSWER = frozenset({"heading", "header", "footer"})
_LEAST_WORDS = 4
_LEAST_SPEECHES, _SPOKEN_SHARE = 5, 0.3


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment that may answer.

    Attributes:
        document: Which of the documents it stands in.
        segment: Its id there.
        block: Position of its block there.
        kind: Of the block.
        text: On one line.
        language: BCP 47 code.
        heading: The nearest heading before it, or empty.
        label: The article or item that it stands in, or empty.
        speaker: Who says it, in a transcript, or empty.
        page: From 1, or None.
        leans_on: Id of the segment that it cannot do without, or None.
        whole: Whether it reads as a sentence, or introduces a list; a title or a reference does not.
        translation: The same in another language, where one exists.
        translation_language: BCP 47 code of that, or empty.
        heading_translation: The heading in that language, or empty.
    """

    document: int
    segment: int
    block: int
    kind: BlockKind
    text: str
    language: str
    heading: str = ""
    label: str = ""
    speaker: str = ""
    page: int | None = None
    leans_on: int | None = None
    whole: bool = True
    translation: str = ""
    translation_language: str = ""
    heading_translation: str = ""


def units_of(document: Document, number: int = 0, translation: Translation | None = None) -> list[Unit]:
    """A document's segments as units, in order; headings too, as they stand above others.

    Args:
        document: Any.
        number: Which of the documents it is.
        translation: Of this document, if there is one.
    """
    leaning = antecedents(document, range(len(document.segments)))
    by_block = document.segments_by_block()
    codes = [document.segment_language(position) for position in range(len(document.segments))]
    spoken = {code for code, count in Counter(codes).items() if count >= LEAST_SHARE * len(codes)}
    speakers = _speakers(document)
    target = translation.target if translation is not None else None
    found: list[Unit] = []
    headings, under, label, speaker = ("", ""), -1, "", ""
    for position, segment in enumerate(document.segments):
        block = document.blocks[segment.block]
        text = joined_lines(document.segment_text(position), " ")
        other = "" if target is None else joined_lines(target.segment_text(position), " ")
        if block.kind == "heading":
            goes_on = under == position - 1 and headings[0]
            headings = (f"{headings[0]} · {text}", f"{headings[1]} · {other}") if goes_on else (text, other)
            under, label, speaker = position, block.label, ""
        label = block.label or label
        speaker = speakers.get(segment.block, speaker)
        above = ("", "") if under == position else headings
        language = codes[position] if codes[position] in spoken else document.language
        found.append(
            Unit(number, position, segment.block, block.kind, text, language, above[0], label, speaker, segment.page,
                 leaning.get(position), _is_whole(document, position, len(by_block[segment.block]) == 1),
                 other, "" if target is None else target.language, above[1] if target is not None else "")
        )  # fmt: skip
    return found


def may_answer(unit: Unit) -> bool:
    """Whether a unit says something by itself: no heading, no page's head or foot, no word or two."""
    return unit.kind not in _NO_ANSWER and len(words(unit.text)) >= _LEAST_WORDS


def _is_whole(document: Document, segment: int, alone: bool) -> bool:
    """Whether a segment reads as a sentence, is a table's cell, or introduces a list."""
    kind = document.blocks[document.segments[segment].block].kind
    text = document.segment_text(segment)
    return kind == "table_cell" or is_sentence(document, segment, alone) or bool(INTRODUCES.search(text))


def document_of(texts: Sequence[str], languages: Sequence[str], language: str) -> Document:
    """A document with a paragraph a text, so that they can be translated as any other text is.

    Args:
        texts: One-line texts, none empty.
        languages: Code of each.
        language: Code of the whole.
    """
    blocks, segments, start = [], [], 0
    for number, (text, code) in enumerate(zip(texts, languages, strict=True)):
        end = start + len(text)
        blocks.append(Block(start, end))
        segments.append(Segment(start, end, number, code))
        start = end + 2
    return Document("\n\n".join(texts), language, tuple(blocks), tuple(segments))


def _speakers(document: Document) -> dict[int, str]:
    """Who speaks by the block in which they begin; empty where the text is no transcript."""
    starts = [
        (number, _SPEAKER.match(document.text, block.start, min(block.end, block.start + 120)))
        for number, block in enumerate(document.blocks)
        if block.kind == "paragraph"
    ]
    found = {number: match[1].strip() for number, match in starts if match is not None}
    return found if len(found) >= max(_LEAST_SPEECHES, _SPOKEN_SHARE * len(starts)) else {}
