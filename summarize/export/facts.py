"""A briefing's tables as its views list them: each line with what the translation says in its place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from summarize.briefing import Briefing
from summarize.export.said import linked, matched, who_said, without_name
from summarize.export.wording import wording
from summarize.facts.lists import lead_ins, lead_text
from summarize.facts.provision_names import provision_in
from summarize.facts.provisions import first_provision
from summarize.facts.tables import TABLES, Table, TableRow, rows_in
from translate.document import Document
from translate.hypothesis import NOT_TRANSLATED
from translate.text.lexicon import pattern
from translate.translation import Translation

MOST_LINES = 40
"""Lines of one table where none can be folded; the CSV file and JSON have all."""
_NEVER = {"en": "not", "pt": "não"}
MOST_PLACES = 12
"""Sentences named for one line; a report names its ministry in hundreds."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table.

    Attributes:
        row: In the source's words.
        language: BCP 47 code of these words.
        said: The same line in the words of the translation; None where it cannot be told.
        sentence: The whole sentence's translation, what leads into a list's item before it; empty where there is none.
        who: Who must or may in the words of the translation; empty where they cannot be told.
        to_check: Whether there is something to check in the sentence.
    """

    row: TableRow
    language: str
    said: TableRow | None = None
    sentence: str = ""
    who: str = ""
    to_check: bool = False

    @property
    def readable(self) -> TableRow:
        """The line for who reads the translation; where its words cannot be told the whole sentence says what."""
        who = self.who or self.row.who
        if self.said is not None:
            return replace(self.said, who=who)
        if not self.sentence or self.row.table == "people":
            return self.row
        if self.row.table == "duties":
            return replace(self.row, text=self.sentence, who=who)
        return replace(self.row, what=self.sentence, who=who)


def table_lines(briefing: Briefing) -> tuple[tuple[Table, tuple[Line, ...]], ...]:
    """The tables that have lines, each with its lines in order.

    Args:
        briefing: What brief() gave.

    Returns:
        Deadlines, duties and rights, numbers, people and bodies.
    """
    made = lines_by_row(briefing.document, briefing.translation, briefing.tables)
    lines: dict[Table, list[Line]] = {table: [] for table in TABLES}
    checked = {issue.segment for issue in briefing.issues if issue.severity != "notice"}
    for row in briefing.tables:
        lines[row.table].append(replace(made[row], to_check=row.segments[0] in checked))
    return tuple((table, tuple(found)) for table, found in lines.items() if found)


def cells(row: TableRow, reader: str) -> tuple[str, ...]:
    """What a line says, cell by cell, without its sentences.

    Args:
        row: In either language.
        reader: BCP 47 code of the language for "must" and "may".

    Returns:
        When, who (empty where nobody is named), what and where of a deadline; who, must or may, what and where of a
        duty; how much and of what; name and what it stands for.
    """
    place = provision_in(row.place, reader)
    if row.table == "deadlines":
        return fact_of(row), row.who, row.what, place
    if row.table == "duties":
        return row.who, wording(reader)[f"mode_{row.mode}"] if row.mode else "", row.text, place
    return row.text, row.what


def fact_of(row: TableRow) -> str:
    """A line's fact; a period that must not be exceeded with "not", which stands elsewhere in its sentence.

    Tables have "for more than 90 days" only from sentences that forbid it.
    """
    for language, never in _NEVER.items() if row.table == "deadlines" else ():
        exceeds = pattern("facts", language, "exceeds")
        if exceeds is not None and exceeds.match(row.text):
            return f"{never} {row.text}"
    return row.text


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
    opens, leads = first_provision(document), lead_ins(document)
    own = tuple(sorted({row.text for row in rows if row.table == "people"}))
    for segment, group in groupby(sorted(rows, key=lambda row: row.segments[0]), key=lambda row: row.segments[0]):
        language = document.segment_language(segment)
        if translation is None or translation.hypotheses[segment].origin in NOT_TRANSLATED:
            yield from (Line(row, language) for row in group)
            continue
        target, act = translation.target, document.segments[segment].block > opens
        text, before = target.segment_text(segment), leads.get(segment, ())
        here = rows_in(document.segment_text(segment), language, own, act, lead_text(document, before))
        led = lead_text(target, before)
        there = rows_in(text, target.language, own, act, led)
        for row in group:
            said = matched(row, here, there) or linked(row, document, translation, before)
            who = who_said(row, said, document, translation, before)
            said = replace(without_name(said, who), who=who, place=row.place) if said else None
            sentence = " ".join(text.split())
            yield Line(row, language, said, f"{led}: {sentence}" if led else sentence, who)
