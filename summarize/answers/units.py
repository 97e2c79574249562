"""Units: a document's segments with what an answer needs to know of each, wherever they are kept."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.answers.layout import INTRODUCES, bare, introductions, is_marked_heading, table_rows
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
_NO_ANSWER = frozenset({"heading", "header", "footer"})
_LEAST_WORDS = 4
# A heading has a word; rows of tables, page numbers ("7 | P a g e") and sources of figures that were read as one do not
# say where a sentence stands.
_HEADING_WORD = re.compile(r"[^\W\d_]{3}")
_NO_HEADING = re.compile(r"[|]|(?:\d[\d,.]*\s+){2}\d")
# An address alone: its parts look like words.
_ADDRESS = re.compile(r"\W*(?:https?://|www\.)\S+(?:\s\S+)?$")
_SOURCE = re.compile(r"\W*(?:Sources?|Fontes?|Fuentes?|Quellen?)\s?:")
# "**Table 3: …**": stands over what it names, and answers nothing by itself.
_CAPTION = re.compile(
    r"\W*(?:Table|Figure|Fig\.|Box|Chart|Tabela|Quadro|Figura|Gráfico|Tableau|Graphique|Cuadro|Tabla"
    r"|Tabelle|Abbildung)\s+[\dIVX]+(?:\.\d+)?\s*[:.–—-]"
)
# "13 GAO-24-105648.", "CSI.": a note, or the end of a sentence that a page cut off.
_NOTE = re.compile(r"\d{1,3}\s+[^\W\d_].*\.$|[^\W\d]+\.$")
_LEAST_MARKED = 5
"""A text with so many lines marked as headings has no others: what was taken for one is a table's cell or a note."""
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
        leans_on: Id of the segment that it cannot do without, or None: for an item, what introduces its list.
        whole: Whether it reads as a sentence, or introduces a list; a title, a caption or a reference does not.
        cells: In the first cell of a table's row, how many cells the row has; else 0. The row answers as one.
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
    cells: int = 0
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
    leaning = antecedents(document, range(len(document.segments))) | introductions(document)
    by_block = document.segments_by_block()
    codes = [document.segment_language(position) for position in range(len(document.segments))]
    spoken = {code for code, count in Counter(codes).items() if count >= LEAST_SHARE * len(codes)}
    speakers = _speakers(document)
    rows, columns = table_rows(document)
    target = translation.target if translation is not None else None
    found: list[Unit] = []
    headings, under, article, speaker = ("", ""), -1, "", ""
    marked = sum(is_marked_heading(document, i) for i in range(len(document.segments))) >= _LEAST_MARKED
    for position, segment in enumerate(document.segments):
        block = document.blocks[segment.block]
        text = bare(joined_lines(document.segment_text(position), " "))
        other = "" if target is None else bare(joined_lines(target.segment_text(position), " "))
        kind = _kind(document, position, marked)
        if kind == "heading":
            goes_on = under == position - 1 and headings[0] and not block.label
            headings = (f"{headings[0]} · {text}", f"{headings[1]} · {other}") if goes_on else (text, other)
            under, article, speaker = position, block.label, ""
        article = block.label if _HEADING_WORD.search(block.label) else article
        speaker = speakers.get(segment.block, speaker)
        above = ("", "") if under == position else headings
        if position in columns:
            above = _under(above, columns[position], document, target)
        language = codes[position] if codes[position] in spoken else document.language
        found.append(
            Unit(number, position, segment.block, kind, text, language, above[0], block.label or article, speaker,
                 segment.page, leaning.get(position),
                 _is_whole(document, position, len(by_block[segment.block]) == 1), rows.get(position, 0),
                 other, "" if target is None else target.language, above[1] if target is not None else "")
        )  # fmt: skip
    return found


def searched(units: Sequence[Unit]) -> list[str]:
    """What is searched of each unit: its text, of the first cell of a row the whole row.

    In small letters where it is all in capitals, which bring any two sentences nearer to each other.
    """
    texts = (
        unit.text if unit.cells < 2 else " ".join(cell.text for cell in units[i : i + unit.cells])
        for i, unit in enumerate(units)
    )
    return [text.lower() if text.isupper() else text for text in texts]


def may_answer(unit: Unit) -> bool:
    """Whether a unit says something by itself, or begins a row.

    No heading, no page's head or foot, no figure's source, no address, no word or two.
    """
    says = unit.kind not in _NO_ANSWER and len(words(unit.text)) >= _LEAST_WORDS
    return unit.cells > 1 or (says and not names_source(unit) and not _ADDRESS.match(unit.text))


def is_caption(unit: Unit) -> bool:
    """Whether a unit names a table or a figure."""
    return _CAPTION.match(unit.text) is not None


def names_source(unit: Unit) -> bool:
    """Whether a unit says where a table's or a figure's numbers are from."""
    return _SOURCE.match(unit.text) is not None


def _kind(document: Document, segment: int, marked: bool) -> BlockKind:
    """What a segment is: a line marked as a heading in plain text is one, a page's number taken for one is not.

    Args:
        document: Any.
        segment: Position.
        marked: Whether all its headings are marked.
    """
    kind = document.blocks[document.segments[segment].block].kind
    if is_marked_heading(document, segment):
        return "heading"
    text = document.segment_text(segment)
    real = (
        not marked
        and _HEADING_WORD.search(text)
        and not any(found.match(text) for found in (_SOURCE, _CAPTION, _NOTE))
        and not _NO_HEADING.search(text)
    )
    return kind if kind != "heading" or real else "paragraph"


def _under(above: tuple[str, str], head: Sequence[int], document: Document, target: Document | None) -> tuple[str, str]:
    """A heading, and its translation, with the first row of the table below it."""
    source, translation = (
        " · ".join(part for part in (over, "" if text is None else " | ".join(map(text.segment_text, head))) if part)
        for over, text in zip(above, (document, target), strict=True)
    )
    return source, translation


def _is_whole(document: Document, segment: int, alone: bool) -> bool:
    """Whether a segment reads as a sentence, is a table's cell, or introduces a list."""
    kind = document.blocks[document.segments[segment].block].kind
    text = document.segment_text(segment)
    if _CAPTION.match(text):
        return False
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
