"""changed_facts(): the duties, dates and amounts that are not what they were."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.comparison.values import FactChange
from summarize.comparison.weighing import is_form
from summarize.facts import TABLES, TableRow
from summarize.facts.lists import lead_ins, lead_text
from summarize.facts.people import own_names
from summarize.facts.provisions import first_provision, provisions
from summarize.facts.spans import known
from summarize.facts.tables import rows_in
from summarize.facts.when import dates, iso_date
from translate.document import Document
from translate.revision.change import Change
from translate.tag import primary

_LEAST_ALIKE = 40.0
"""Similarity (rapidfuzz ratio, 0 to 100) of two duties that are one changed; those less alike went and came."""


def changed_facts(old: Document, new: Document, changes: Sequence[Change]) -> tuple[FactChange, ...]:
    """What of the tables is changed, added or removed, in the order of the changes.

    A date or amount that stays while the words around it change is no change of it. What is removed in one place and
    added in the same words in another is left out: it only moved.
    """
    sides = _Side(old), _Side(new)
    found: list[FactChange] = []
    for position, change in enumerate(changes):
        if change.kind in ("changed", "new", "dropped") and not is_form(old, new, change):
            before = [row for i in change.old for row in sides[0].rows(i)]
            after = [row for j in change.new for row in sides[1].rows(j)]
            found += _compared(position, before, after)
    return _without_moved(found)


class _Side:
    """One version, and what its sentences say."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.own, self.leads = own_names(document), lead_ins(document)
        self.places, self.opens = provisions(document), first_provision(document)

    def rows(self, segment: int) -> list[TableRow]:
        """The lines of one sentence but people's, with the provision that it stands in."""
        block = self.document.segments[segment].block
        if self.document.blocks[block].kind in ("header", "footer", "heading"):
            return []
        text, language = self.document.segment_text(segment), self.document.segment_language(segment)
        lead = lead_text(self.document, self.leads.get(segment, ()))
        rows = rows_in(text, language, self.own, block > self.opens, lead)
        rows += _further_dates(text, primary(language), rows)
        return [replace(row, segments=(segment,), place=self.places[block]) for row in rows if row.table != "people"]


def _further_dates(text: str, language: str, rows: Sequence[TableRow]) -> list[TableRow]:
    """Dates and periods that bind nobody and so stand in no table; that they change is worth knowing."""
    if not known(language):
        return []
    told = [row.span for row in rows if row.table == "deadlines"]
    about = " ".join(text.split())
    return [
        TableRow(
            "deadlines",
            (0,),
            span,
            " ".join(text[slice(*span)].split()),
            what=about,
            date=iso_date(text[slice(*span)], language),
        )
        for span in dates(text, language)
        if not any(span[0] < end and start < span[1] for start, end in told)
    ]


@dataclass(frozen=True, slots=True)
class _Key:
    """What two lines must share to say the same."""

    table: str
    text: str
    who: str
    mode: str


def _key(row: TableRow) -> _Key:
    """A duty is its words, who has it and whether they must; a date or amount is itself."""
    duty = row.table == "duties"
    return _Key(row.table, row.text.casefold(), row.who.casefold() if duty else "", row.mode if duty else "")


def _compared(position: int, before: list[TableRow], after: list[TableRow]) -> list[FactChange]:
    """What changed between the lines of one change's two sides."""
    before, after = list(before), list(after)
    for row in list(before):
        if same := next((other for other in after if _key(other) == _key(row)), None):
            before.remove(row)
            after.remove(same)
    found = []
    for row in before:
        if other := _likest(row, after):
            after.remove(other)
            found.append(FactChange("changed", row.table, position, row, other))
        else:
            found.append(FactChange("removed", row.table, position, row, None))
    found += [FactChange("added", row.table, position, None, row) for row in after]
    return sorted(_said_once(found), key=lambda one: TABLES.index(one.table))


def _said_once(found: Sequence[FactChange]) -> list[FactChange]:
    """The changes without those of a date that the sentence gives a second time, in another form."""
    kept: dict[object, FactChange] = {}
    for one in found:
        days = tuple(row.date if row else "" for row in (one.old, one.new))
        kept.setdefault((one.kind, days) if any(days) else one, one)
    return list(kept.values())


def _likest(row: TableRow, others: Sequence[TableRow]) -> TableRow | None:
    """The line of the same table that a line has become: the likest duty, else the first date or amount left."""
    from rapidfuzz import fuzz

    same = [other for other in others if other.table == row.table]
    if row.table != "duties":
        return max(same, key=lambda other: fuzz.ratio(row.what, other.what), default=None)
    best = max(same, key=lambda other: fuzz.ratio(row.text, other.text), default=None)
    return best if best is not None and fuzz.ratio(row.text, best.text) >= _LEAST_ALIKE else None


def _without_moved(found: Sequence[FactChange]) -> tuple[FactChange, ...]:
    """The changes without those that only went from one sentence to another."""
    added = [one for one in found if one.kind == "added"]
    moved: list[FactChange] = []
    for one in found:
        if one.kind == "removed" and one.old is not None:
            key = _key(one.old)
            again = next(
                (other for other in added if other not in moved and other.new and _key(other.new) == key), None
            )
            if again is not None:
                moved += [one, again]
    return tuple(one for one in found if one not in moved)
