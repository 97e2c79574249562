"""A comparison's rows, as every view lists them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarize.comparison import Comparison
from summarize.export.facts import Line, cells, lines_by_row
from summarize.export.wording import wording
from summarize.facts import TableRow
from translate.document import Document
from translate.revision.change import Change, Mark
from translate.tag import primary
from translate.translation import Translation

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """A text with the words that only its version has.

    Attributes:
        text: Of all segments of a change, with spaces between them.
        language: BCP 47 code.
        marks: Half-open string indices of the words that the other version lacks.
    """

    text: str
    language: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """What one version says.

    Attributes:
        numbers: Its sentences, counted from 1.
        label: The provision's number, as the file has it, at its first sentence; else empty.
        original: As the version has it.
        said: In the language wanted; None where there is no translation.
    """

    numbers: tuple[int, ...]
    label: str
    original: Words
    said: Words | None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change.

    Attributes:
        position: In Comparison.changes.
        change: The change itself.
        old: The earlier version's side; None of a new one.
        new: The later version's side; None of a dropped one.
        level: Heading level of its first sentence, 0 for anything else.
    """

    position: int
    change: Change
    old: Side | None
    new: Side | None
    level: int


def change_rows(comparison: Comparison) -> list[ChangeRow]:
    """A row a change, in their order."""
    redlines = {one.change: one for one in comparison.redlines}
    rows = []
    for position, change in enumerate(comparison.changes):
        line = redlines.get(position)
        old = _side(
            comparison.old,
            comparison.old_translation,
            change.old,
            change.removed,
            line.removed if line else (),
        )
        new = _side(comparison.new, comparison.new_translation, change.new, change.added, line.added if line else ())
        document, first = (comparison.new, change.new[0]) if change.new else (comparison.old, change.old[0])
        block = document.blocks[document.segments[first].block]
        rows.append(ChangeRow(position, change, old, new, block.level if block.kind == "heading" else 0))
    return rows


def _side(
    document: Document,
    translation: Translation | None,
    segments: Sequence[int],
    marks: Iterable[Mark],
    marks_in_target: Iterable[Mark],
) -> Side | None:
    """One version's side of a change."""
    if not segments:
        return None
    first, block = segments[0], document.segments[segments[0]].block
    opens = first == 0 or document.segments[first - 1].block != block
    label = document.blocks[block].label if opens else ""  # once, as the text has it
    said = None
    if translation is not None:
        said = _words(translation.target, segments, marks_in_target)
    return Side(tuple(i + 1 for i in segments), label, _words(document, segments, marks), said)


def _words(document: Document, segments: Sequence[int], marks: Iterable[Mark]) -> Words:
    """The text of a few segments, and marks in it."""
    starts, parts, length = {}, [], 0
    for segment in segments:
        starts[segment] = length
        parts.append(document.segment_text(segment))
        length += len(parts[-1]) + 1
    spans = tuple((starts[mark.segment] + mark.start, starts[mark.segment] + mark.end) for mark in marks)
    return Words(" ".join(parts), document.segment_language(segments[0]), spans)


def fact_sides(comparison: Comparison) -> list[tuple[Line | None, Line | None]]:
    """What each changed duty, date or amount was and is, with what the translations say; as many as there are facts."""
    sides = []
    for document, translation, rows in (
        (comparison.old, comparison.old_translation, [fact.old for fact in comparison.facts]),
        (comparison.new, comparison.new_translation, [fact.new for fact in comparison.facts]),
    ):
        made = lines_by_row(document, translation, tuple(row for row in rows if row is not None))
        sides.append([None if row is None else made[row] for row in rows])
    return list(zip(*sides, strict=True))


def fact_words(row: TableRow, reader: str) -> str:
    """A line of a table in one cell.

    Args:
        row: In either language.
        reader: BCP 47 code of the language for "must" and "may".
    """
    return " · ".join(cell for cell in cells(row, reader) if cell)


def reader_of(comparison: Comparison) -> str:
    """BCP 47 code of the language that a comparison's own words are in: the target's, else the new version's."""
    code = primary(comparison.target or comparison.new.language)
    return code if wording(code) is not wording("en") else "en"


def counts_line(comparison: Comparison, reader: str) -> str:
    """How many sentences became what, as one line."""
    words, across = wording(reader), "_across" if comparison.is_across else ""
    said = []
    for kind, count in comparison.counts.items():
        template = words.get(f"count_{kind}{across}", words[f"count_{kind}"])
        said.append((words[f"count_{kind}_one"] if count == 1 and not across else template).format(count=count))
    return " · ".join(said)


def kind_words(row: ChangeRow, across: bool, reader: str) -> str:
    """What became of a sentence, for people; empty where it has its counterpart in the other language."""
    words, kind = wording(reader), row.change.kind
    if kind == "counterpart":
        return ""
    name = words.get(f"change_{kind}_across", words[f"change_{kind}"]) if across else words[f"change_{kind}"]
    return f"{name} {words['change_also_moved']}" if kind == "changed" and row.change.is_moved else name


def place(row: ChangeRow) -> str:
    """The sentences' numbers in both versions: "12 → 13, 14"."""
    return " → ".join(", ".join(map(str, side.numbers)) if side else "–" for side in (row.old, row.new))
