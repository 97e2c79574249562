"""A briefing's tables as its views list them: each line with what the translation says in its place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from summarize.briefing import Briefing
from summarize.export.wording import wording
from summarize.facts.provisions import first_provision
from summarize.facts.tables import TABLES, Table, TableRow, rows_in
from translate.document import Document
from translate.hypothesis import NOT_TRANSLATED, Link
from translate.translation import Translation

MOST_LINES = 40
"""Lines of one table where none can be folded; the CSV file and JSON have all."""
MOST_PLACES = 12
"""Sentences named for one line; a report names its ministry in hundreds."""
_MOST_STRETCHED = 3
"""How many times longer a fact may be in the other language before its words are taken for badly linked."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table.

    Attributes:
        row: In the source's words.
        language: BCP 47 code of these words.
        said: The same line in the words of the translation; None where it cannot be told.
        sentence: The whole sentence's translation; empty where there is none.
    """

    row: TableRow
    language: str
    said: TableRow | None = None
    sentence: str = ""

    @property
    def readable(self) -> TableRow:
        """The line for who reads the translation; where its words cannot be told the whole sentence says what."""
        if self.said is not None or not self.sentence or self.row.table == "people":
            return self.said or self.row
        if self.row.table == "duties":
            return replace(self.row, text=self.sentence)
        return replace(self.row, what=self.sentence)


def table_lines(briefing: Briefing) -> tuple[tuple[Table, tuple[Line, ...]], ...]:
    """The tables that have lines, each with its lines in order.

    Args:
        briefing: What brief() gave.

    Returns:
        Deadlines, duties and rights, numbers, people and bodies.
    """
    made = lines_by_row(briefing.document, briefing.translation, briefing.tables)
    lines: dict[Table, list[Line]] = {table: [] for table in TABLES}
    for row in briefing.tables:
        lines[row.table].append(made[row])
    return tuple((table, tuple(found)) for table, found in lines.items() if found)


def cells(row: TableRow, reader: str) -> tuple[str, ...]:
    """What a line says, cell by cell, without its sentences.

    Args:
        row: In either language.
        reader: BCP 47 code of the language for "must" and "may".

    Returns:
        When, who, what and where of a deadline; who, must or may, what and where of a duty; how much and of what; name
        and what it stands for.
    """
    if row.table == "deadlines":
        return row.text, row.who, row.what, row.place
    if row.table == "duties":
        return row.who, wording(reader)[f"mode_{row.mode}"] if row.mode else "", row.text, row.place
    return row.text, row.what


def cells_in_both(line: Line, reader: str) -> tuple[str, ...]:
    """A line's cells in the translation's words, the source's in brackets where they differ."""
    pairs = zip(cells(line.readable, reader), cells(line.row, reader), strict=True)
    return tuple(said if said == own or not own else f"{said} ({own})" for said, own in pairs)


def heads(table: Table, reader: str) -> tuple[str, ...]:
    """What stands above the cells of a table."""
    words = wording(reader)
    columns = {
        "deadlines": ("when", "who", "what", "place"),
        "duties": ("who", "mode", "duty", "place"),
        "numbers": ("amount", "what"),
        "people": ("name", "known_as"),
    }
    return tuple(words[f"column_{name}"] for name in columns[table])


def lines_by_row(
    document: Document, translation: Translation | None, rows: tuple[TableRow, ...]
) -> dict[TableRow, Line]:
    """The line of each row of a table.

    Args:
        document: Whose sentences the rows name.
        translation: Of the document, or None.
        rows: Lines of its tables.
    """
    return {line.row: line for line in _by_segment(document, translation, rows)}


def _by_segment(document: Document, translation: Translation | None, rows: tuple[TableRow, ...]) -> Iterator[Line]:
    """Lines in the order of their segments, so that each sentence is read once."""
    opens = first_provision(document)
    own = tuple(sorted({row.text for row in rows if row.table == "people"}))
    for segment, group in groupby(sorted(rows, key=lambda row: row.segments[0]), key=lambda row: row.segments[0]):
        language = document.segment_language(segment)
        if translation is None or translation.hypotheses[segment].origin in NOT_TRANSLATED:
            yield from (Line(row, language) for row in group)
            continue
        target, act = translation.target, document.segments[segment].block > opens
        text, alignment = target.segment_text(segment), translation.hypotheses[segment].alignment
        here = rows_in(document.segment_text(segment), language, own, act)
        there = rows_in(text, target.language, own, act)
        for row in group:
            said = _matched(row, here, there)
            if said is None and row.table in ("numbers", "people"):
                said = _mapped(row, alignment, text)
            said = replace(said, place=row.place) if said else None
            yield Line(row, language, said, " ".join(text.split()))


def _matched(row: TableRow, here: list[TableRow], there: list[TableRow]) -> TableRow | None:
    """The line at the same place among those of the translation, where there are as many and with the same digits."""
    here, there = ([other for other in side if other.table == row.table] for side in (here, there))
    place = next((i for i, other in enumerate(here) if other.span == row.span), None)
    if place is None or len(here) != len(there):
        return None
    other = there[place]
    return other if _digits(other.text) == _digits(row.text) and other.mode == row.mode else None


def _mapped(row: TableRow, alignment: tuple[Link, ...], text: str) -> TableRow | None:
    """The line with the words that its own are linked to; None where there are none, or far too many."""
    start, end = row.span
    linked = [link for link in alignment if link.source_start < end and start < link.source_end]
    if not linked:
        return None
    span = min(link.target_start for link in linked), max(link.target_end for link in linked)
    said = " ".join(text[slice(*span)].split())
    if len(said) > _MOST_STRETCHED * len(row.text) or _digits(said) != _digits(row.text):
        return None
    return TableRow(row.table, row.segments, span, said)


def _digits(text: str) -> list[str]:
    """A text's digits, sorted, because languages differ in the order of a date."""
    return sorted(character for character in text if character.isdigit())
