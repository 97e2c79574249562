"""change_points(): the changes that a policy reader wants to see first, each its sentence."""

from collections.abc import Sequence

from summarize.comparison.values import ChangePoint, FactChange
from summarize.facts import TABLES, Table
from translate.document import Document
from translate.revision.change import Change
from translate.text.words import words
from translate.translation import Translation

MOST_POINTS = 12
"""Points shown; the whole redline stands below them."""
_MOST_WORDS = 40
"""Changed words from which more count no further: a long sentence is no weightier than a long list."""
_TABLE = {"duties": 40.0, "deadlines": 30.0, "numbers": 30.0, "people": 0.0}
"""What a changed line of a table is worth, in changed words."""
_FEWEST = 4
"""Words that a sentence of its own has; a heading's or label's change is seen in the redline."""


def is_editorial(old: Document, new: Document, change: Change) -> bool:
    """Whether only capitals, punctuation or the division into sentences changed."""
    before = words(" ".join(old.segment_text(i) for i in change.old))
    return before == words(" ".join(new.segment_text(j) for j in change.new))


def change_points(
    old: Document,
    new: Document,
    changes: Sequence[Change],
    facts: Sequence[FactChange],
    translations: tuple[Translation | None, Translation | None],
    most: int = MOST_POINTS,
) -> tuple[ChangePoint, ...]:
    """The changes that matter most, in the order of the text.

    A change of a duty, date or amount goes before any other; among the others counts how many words changed.

    Args:
        old: The earlier version.
        new: The later one.
        changes: All changes.
        facts: From changed_facts().
        translations: Of both versions, where there are any.
        most: How many at most.
    """
    touched: dict[int, set[Table]] = {}
    for fact in facts:
        touched.setdefault(fact.change, set()).add(fact.table)
    worth = {}
    for position, change in enumerate(changes):
        if change.kind not in ("changed", "new", "dropped") or is_editorial(old, new, change):
            continue
        document, segments = (new, change.new) if change.new else (old, change.old)
        text = " ".join(document.segment_text(i) for i in segments)
        if document.blocks[document.segments[segments[0]].block].kind == "heading" or len(words(text)) < _FEWEST:
            continue
        changed = min(_MOST_WORDS, _changed_words(old, new, change))
        worth[position] = changed + sum(_TABLE[table] for table in touched.get(position, ()))
    best = sorted(sorted(worth, key=lambda position: (-worth[position], position))[:most])
    return tuple(_point(position, changes[position], (old, new), translations, touched) for position in best)


def _changed_words(old: Document, new: Document, change: Change) -> int:
    """Number of words removed and added."""
    if change.kind != "changed":
        document, segments = (new, change.new) if change.new else (old, change.old)
        return sum(len(words(document.segment_text(i))) for i in segments)
    removed = sum(len(words(old.segment_text(mark.segment)[mark.start : mark.end])) for mark in change.removed)
    return removed + sum(len(words(new.segment_text(mark.segment)[mark.start : mark.end])) for mark in change.added)


def _point(
    position: int,
    change: Change,
    documents: tuple[Document, Document],
    translations: tuple[Translation | None, Translation | None],
    touched: dict[int, set[Table]],
) -> ChangePoint:
    side = 1 if change.new else 0
    segments = (change.old, change.new)[side]
    translation = translations[side]
    return ChangePoint(
        position,
        " ".join(" ".join(documents[side].segment_text(i) for i in segments).split()),
        "" if translation is None else " ".join(translation.target.segment_text(i) for i in segments),
        tuple(table for table in TABLES if table in touched.get(position, ())),
    )
