"""A comparison's rows, as every view lists them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarize.comparison import ChangePoint, Comparison, FactChange
from summarize.comparison.weighing import is_date
from summarize.export.facts import cells, lines_by_row
from summarize.export.wording import wording
from summarize.facts import TABLES, TableRow
from translate.document import Document
from translate.revision.change import Change, Mark
from translate.tag import primary
from translate.translation import Translation

Span = tuple[int, int]

MOST_POINTS = 12
"""Changes of content that stand open; the others are folded behind them."""
_MOST_STRETCHED = 3
"""How many times longer a fact may be in the other language before its words are taken for badly linked."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text with the words that only its version has.

    Attributes:
        text: Of all segments of a change, with spaces between them.
        language: BCP 47 code.
        marks: Half-open string indices of the words that the other version lacks.
        reworded: The same where only the translation has other words than the earlier one.
    """

    text: str
    language: str
    marks: tuple[Span, ...] = ()
    reworded: tuple[Span, ...] = ()


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
        is_rule: Whether it is a line without a word that came or went, which no view but JSON lists.
    """

    position: int
    change: Change
    old: Side | None
    new: Side | None
    level: int
    is_rule: bool = False


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
        new = _side(
            comparison.new,
            comparison.new_translation,
            change.new,
            change.added,
            line.added if line else (),
            line.reworded if line else (),
        )
        document, first = (comparison.new, change.new[0]) if change.new else (comparison.old, change.old[0])
        block = document.blocks[document.segments[first].block]
        level = block.level if block.kind == "heading" else 0
        rows.append(ChangeRow(position, change, old, new, level, comparison.is_rule(change)))
    return rows


def _side(
    document: Document,
    translation: Translation | None,
    segments: Sequence[int],
    marks: Iterable[Mark],
    marks_in_target: Iterable[Mark],
    reworded: Iterable[Mark] = (),
) -> Side | None:
    """One version's side of a change."""
    if not segments:
        return None
    first, block = segments[0], document.segments[segments[0]].block
    opens = first == 0 or document.segments[first - 1].block != block
    label = document.blocks[block].label if opens else ""  # once, as the text has it
    said = None
    if translation is not None:
        said = _words(translation.target, segments, marks_in_target, reworded)
    return Side(tuple(i + 1 for i in segments), label, _words(document, segments, marks), said)


def _words(document: Document, segments: Sequence[int], marks: Iterable[Mark], reworded: Iterable[Mark] = ()) -> Words:
    """The text of a few segments, and marks in it."""
    starts, parts, length = {}, [], 0
    for segment in segments:
        starts[segment] = length
        parts.append(document.segment_text(segment))
        length += len(parts[-1]) + 1
    spans, others = (
        tuple((starts[mark.segment] + mark.start, starts[mark.segment] + mark.end) for mark in one)
        for one in (marks, reworded)
    )
    return Words(" ".join(parts), document.segment_language(segments[0]), spans, others)


@dataclass(frozen=True, slots=True)
class FactLine:
    """A duty, date or amount that changed, in the reader's language.

    Attributes:
        fact: Which.
        before: What it was, in the translation's words; empty of an added one.
        after: What it is; empty of a removed one.
        originals: Both as the versions have them.
        sentence: What the new version says of it, of a removed one the old: in the language wanted, else as it is.
    """

    fact: FactChange
    before: str
    after: str
    originals: tuple[str, str]
    sentence: Words


def fact_lines(comparison: Comparison, rows: Sequence[ChangeRow], reader: str) -> list[FactLine]:
    """The duties, dates and amounts that changed: deadlines first, then duties, then numbers.

    Args:
        comparison: What compare() gave.
        rows: From change_rows().
        reader: BCP 47 code of the language for "must" and "may".
    """
    found = []
    for fact in sorted(comparison.facts, key=lambda one: TABLES.index(one.table)):
        row = rows[fact.change]
        side = row.new if fact.new is not None else row.old
        if side is None:
            continue
        sides = (
            (fact.old, comparison.old, comparison.old_translation),
            (fact.new, comparison.new, comparison.new_translation),
        )
        said = [_fact_said(own, document, translation, reader) for own, document, translation in sides]
        originals = ["" if own is None else _fact_words(own, reader) for own in (fact.old, fact.new)]
        found.append(FactLine(fact, said[0], said[1], (originals[0], originals[1]), side.said or side.original))
    return found


def _fact_words(row: TableRow, reader: str) -> str:
    """When or how much; of a duty who must or may do what."""
    if row.table != "duties":
        return row.text
    return " · ".join(cell for cell in cells(row, reader)[:3] if cell)


def _fact_said(row: TableRow | None, document: Document, translation: Translation | None, reader: str) -> str:
    """A line in the translation's words: those that its own are linked to, else what the tables find at its place."""
    if row is None:
        return ""
    if translation is None:
        return _fact_words(row, reader)
    segment = row.segments[0]
    hypothesis = translation.hypotheses[segment]
    linked = [
        link for link in hypothesis.alignment if link.source_start < row.span[1] and row.span[0] < link.source_end
    ]
    if row.table != "duties" and linked:
        start, end = min(link.target_start for link in linked), max(link.target_end for link in linked)
        if end - start <= _MOST_STRETCHED * len(row.text):
            return " ".join(hypothesis.text[start:end].split())
    return _fact_words(lines_by_row(document, translation, (row,))[row].readable, reader)


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


def dated(comparison: Comparison, rows: Sequence[ChangeRow]) -> str:
    """The date of the document itself in both versions, where it is another one: "8 March → 3 April"; else empty."""
    for position in comparison.forms:
        row = rows[position]
        sides = ((comparison.old, row.change.old), (comparison.new, row.change.new))
        if row.old and row.new and all(is_date(document, segments) for document, segments in sides):
            return " → ".join((side.said or side.original).text for side in (row.old, row.new))
    return ""


def kind_words(row: ChangeRow, across: bool, reader: str) -> str:
    """What became of a sentence, for people; empty where it has its counterpart in the other language."""
    words, kind = wording(reader), row.change.kind
    if kind == "counterpart":
        return ""
    name = words.get(f"change_{kind}_across", words[f"change_{kind}"]) if across else words[f"change_{kind}"]
    if kind == "changed" and len(row.change.old) != len(row.change.new):
        name = words["change_merged" if len(row.change.old) > len(row.change.new) else "change_split"]
    elif row.change.is_replaced:
        name = words["change_replaced"]
    return f"{name} {words['change_also_moved']}" if kind == "changed" and row.change.is_moved else name


def place(row: ChangeRow) -> str:
    """The sentences' numbers in both versions: "12 → 13, 14"."""
    return " → ".join(", ".join(map(str, side.numbers)) if side else "–" for side in (row.old, row.new))


def marked(words: Words, whole: bool = False) -> list[tuple[str, str]]:
    """A text in stretches, each with what it is: "changed", "reworded", or empty for what stayed.

    Args:
        words: With its marks.
        whole: Whether all of it came or went.
    """
    spans = [(*span, "changed") for span in words.marks] + [(*span, "reworded") for span in words.reworded]
    if whole:
        spans = [(0, len(words.text), "changed")]
    found, last = [], 0
    for start, end, what in sorted(spans):
        found += [(words.text[last:start], ""), (words.text[start:end], what)]
        last = end
    return [(text, what) for text, what in [*found, (words.text[last:], "")] if text]


def point_places(point: ChangePoint, rows: Sequence[ChangeRow]) -> list[ChangeRow]:
    """The rows that a change is in, the first one first."""
    return [rows[position] for position in (point.change, *point.also)]


def split_points(comparison: Comparison) -> tuple[tuple[ChangePoint, ...], tuple[ChangePoint, ...], int]:
    """The changes that stand open, those behind them, and how many changes these are."""
    shown, more = comparison.points[:MOST_POINTS], comparison.points[MOST_POINTS:]
    return shown, more, sum(1 + len(point.also) for point in more)


def folded(words: Mapping[str, str], name: str, count: int) -> str:
    """ "4 changes of form": a text of one and one of many."""
    return words[f"{name}_one"] if count == 1 else words[name].format(count=count)
