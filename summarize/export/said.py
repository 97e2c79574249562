"""What the translation says in the place of a table's line, by its own rules or by the links between words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from summarize.facts.lists import lead_text
from summarize.facts.spans import CLAUSE
from summarize.facts.tables import TableRow, about
from translate.document import Document
from translate.translation import Translation
from translate.writing.projection import Span, project

_MOST_STRETCHED = 3
"""How many times longer a fact may be in the other language before its words are taken for badly linked."""
_FURTHER_UP = 6
"""Sentences before a row's in which the one whose period it is may be named."""
_ARTICLE = re.compile(r"^(?:the|an?|each|o|a|os|as|el|la|los|las|le|les|l’|l')\s+(?=\S)", re.IGNORECASE)


def matched(row: TableRow, here: list[TableRow], there: list[TableRow]) -> TableRow | None:
    """The line at the same place among those of the translation, where there are as many and with the same digits."""
    here, there = ([other for other in side if other.table == row.table] for side in (here, there))
    place = next((i for i, other in enumerate(here) if other.span == row.span), None)
    if place is None or len(here) != len(there):
        return None
    other = there[place]
    return other if _digits(other.text) == _digits(row.text) and other.mode == row.mode else None


def linked(row: TableRow, document: Document, translation: Translation, leads: Sequence[int]) -> TableRow | None:
    """The line with the words that its own are linked to; None where there are none, or far too many.

    Args:
        row: A line in the source's words.
        document: Whose line it is.
        translation: Of the document.
        leads: Segments that lead into the row's, where it is a list's item.
    """
    segment = row.segments[0]
    text = translation.target.segment_text(segment)
    place = _projected(document, translation, segment, row.span)
    if place is None:
        return None
    said = " ".join(text[slice(*place)].split())
    own = document.segment_text(segment)[slice(*row.span)]
    if len(said) > _MOST_STRETCHED * len(own) or _digits(said) != _digits(own):
        return None
    led = lead_text(translation.target, tuple(leads))
    if row.table == "duties":
        opened = max((mark.end() for mark in CLAUSE.finditer(text, 0, place[0])), default=0)
        closed = CLAUSE.search(text, place[0] + 1)
        said = " ".join(text[opened : closed.start() if closed else len(text)].split())
        if leads and row.text not in " ".join(document.segment_text(segment).split()):
            said = f"{led}: {said}"  # what obliges or forbids stands before the list
        return TableRow("duties", row.segments, place, said, mode=row.mode)
    what = about(text, place) if row.table in ("deadlines", "numbers") else ""
    if what and leads:
        what = f"{led}: {what}"
    return TableRow(row.table, row.segments, place, said, what=what, date=row.date)


def who_said(
    row: TableRow, said: TableRow | None, document: Document, translation: Translation, leads: Sequence[int]
) -> str:
    """Who must or may in the words of the translation: as its own line names them, else by the links; or empty."""
    if not row.who or (said and said.who):
        return said.who if said and row.who else ""
    words = re.compile(r"\s+".join(re.escape(word) for word in row.who.split()))
    first = row.segments[0]
    for segment in (first, *reversed(leads), *range(first - 1, max(-1, first - _FURTHER_UP), -1)):
        found = words.search(document.segment_text(segment))
        place = _projected(document, translation, segment, found.span()) if found else None
        if place:
            name = " ".join(translation.target.segment_text(segment)[slice(*place)].split()).strip(" ,;:")
            return _ARTICLE.sub("", name)
    return ""


def without_name(said: TableRow, who: str) -> TableRow:
    """A duty without the name before it, which stands in a column of its own."""
    opened = _ARTICLE.sub("", said.text)
    if said.table != "duties" or not who or not opened.casefold().startswith(f"{who} ".casefold()):
        return said
    return replace(said, text=opened[len(who) :].strip())


def _projected(
    document: Document, translation: Translation, segment: int, span: tuple[int, int]
) -> tuple[int, int] | None:
    """Where words of a sentence lie in its translation; None where nothing links them."""
    alignment = translation.hypotheses[segment].alignment
    if not any(link.source_start < span[1] and span[0] < link.source_end for link in alignment):
        return None
    source, target = document.segment_text(segment), translation.target.segment_text(segment)
    found = project(source, target, alignment, [Span(span[0], span[1], 0)])[0]
    return (found.start, found.end) if found.end > found.start else None


def _digits(text: str) -> list[str]:
    """A text's digits, sorted, because languages differ in the order of a date."""
    return sorted(character for character in text if character.isdigit())
