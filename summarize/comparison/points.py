"""change_points(): all changes of content, those that a policy reader wants to see first before the others."""

from collections.abc import Mapping, Sequence

from summarize.comparison.values import GROUPS, ChangeGroup, ChangePoint, FactChange
from summarize.comparison.weighing import by_change, is_blank, is_form, same_change, weighed
from summarize.facts import TABLES
from translate.document import Document
from translate.revision.change import Change
from translate.translation import Translation

_CHANGED = ("changed", "new", "dropped")


def forms(old: Document, new: Document, changes: Sequence[Change]) -> tuple[int, ...]:
    """Positions of the changes that are ones of form alone; a line without a word is none at all."""
    return tuple(
        position
        for position, change in enumerate(changes)
        if change.kind in _CHANGED and not _is_blank(old, new, change) and is_form(old, new, change)
    )


def change_points(
    old: Document,
    new: Document,
    changes: Sequence[Change],
    facts: Sequence[FactChange],
    translations: tuple[Translation | None, Translation | None],
) -> tuple[ChangePoint, ...]:
    """The changes of content, the weightiest first: the same one in several places once.

    Args:
        old: The earlier version.
        new: The later one.
        changes: All changes.
        facts: From changed_facts().
        translations: Of both versions, where there are any.
    """
    facts_by_change, form = by_change(facts), frozenset(forms(old, new, changes))
    ranked: list[tuple[int, float, int]] = []
    places: dict[tuple[str, ...], list[int]] = {}
    for position, change in enumerate(changes):
        if change.kind not in _CHANGED or position in form or _is_blank(old, new, change):
            continue
        same = places.setdefault(same_change(old, new, change), [])
        same.append(position)
        if len(same) == 1:
            group, worth = weighed(old, new, change, facts_by_change.get(position, ()))
            ranked.append((GROUPS.index(group), -worth, position))
    also = {same[0]: tuple(same[1:]) for same in places.values()}
    return tuple(
        _point(position, GROUPS[rank], also[position], changes[position], (old, new), translations, facts_by_change)
        for rank, _, position in sorted(ranked)
    )


def _is_blank(old: Document, new: Document, change: Change) -> bool:
    return is_blank(old, change.old) and is_blank(new, change.new)


def _point(
    position: int,
    group: ChangeGroup,
    also: tuple[int, ...],
    change: Change,
    documents: tuple[Document, Document],
    translations: tuple[Translation | None, Translation | None],
    facts: Mapping[int, list[FactChange]],
) -> ChangePoint:
    side = 1 if change.new else 0
    segments = (change.old, change.new)[side]
    translation = translations[side]
    touched = {fact.table for fact in facts.get(position, ())}
    return ChangePoint(
        position,
        " ".join(" ".join(documents[side].segment_text(i) for i in segments).split()),
        "" if translation is None else " ".join(translation.target.segment_text(i) for i in segments),
        tuple(table for table in TABLES if table in touched),
        group,
        also,
    )
