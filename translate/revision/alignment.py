"""align(): two versions of a text in one language, sentence by sentence; every sentence of both in one Change."""

from collections import defaultdict, deque
from collections.abc import Sequence

from translate.document import Document
from translate.revision.change import REPLACED, Change
from translate.revision.likeness import Likeness
from translate.revision.order import in_order
from translate.revision.pairing import Pairs, paired
from translate.revision.redline import redline, whole
from translate.revision.replacing import replaced
from translate.tag import primary
from translate.text.calendar import months, numeric_months

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Positions in both versions that belong together."""

_BETTER = 0.03
"""By how much a neighbour must make a pair more alike to belong to it."""
_DATE_WORDS = 8
"""Words of a line that has a date and hardly more: "quarta-feira, 3 de abril de 2024"."""
_HELD = 0.5
"""Share of the neighbour's words that the other side must hold; with 0.6 a labelled pair less is put together."""


def align(old: Document, new: Document) -> tuple[Change, ...]:
    """What became of each sentence.

    Args:
        old: The earlier version.
        new: The later version, in the same language.

    Returns:
        Changes in the order of the new version, a dropped sentence behind what it stood behind. Each segment of both
        documents is in exactly one. Time grows with the number of sentences; a longest common subsequence of 10,000
        sentences takes a second.
    """
    texts = [[" ".join(text.split()) for text in document.texts] for document in (old, new)]
    same, stays = _same(*texts)
    like = Likeness([*texts[0], *texts[1]])
    pairs = same | paired(texts[0], texts[1], same, stays, like)
    pairs |= _dates((old, new), pairs)
    pairs |= replaced(texts[0], texts[1], pairs, like)
    groups = _grouped(texts, pairs, same, like)
    return _in_new_order(_changes(groups, (old, new), texts, same, like), len(old.segments), len(new.segments))


def _same(old: Sequence[str], new: Sequence[str]) -> tuple[Pairs, list[int]]:
    """Sentences with the same words on both sides, and those of them that keep their order."""
    from rapidfuzz.distance import Indel

    pairs: Pairs = {}
    for code in Indel.opcodes(list(old), list(new)):
        if code.tag == "equal":
            pairs.update(zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True))
    stays = sorted(pairs)
    taken, waiting = set(pairs.values()), defaultdict[str, deque[int]](deque)
    for j, text in enumerate(new):
        if j not in taken:
            waiting[text].append(j)
    for i, text in enumerate(old):
        if i not in pairs and waiting[text]:
            pairs[i] = waiting[text].popleft()
    return pairs, stays


def _dates(documents: tuple[Document, Document], pairs: Pairs) -> Pairs:
    """Lines with a date alone that stand behind the same sentence on both sides: the date of the document changed."""
    behind: list[dict[int, int]] = []
    for document, partners in zip(documents, (pairs, {j: j for j in pairs.values()}), strict=True):
        last = -1
        own: dict[int, int] = {}
        for i in range(len(document.segments)):
            if i in partners:
                last = partners[i]
            elif _is_date(document.segment_text(i), primary(document.segment_language(i))):
                own.setdefault(last, i)
        behind.append(own)
    return {behind[0][place]: behind[1][place] for place in behind[0] if place in behind[1]}


def _is_date(text: str, language: str) -> bool:
    """Whether a line is a date with little beside it: the day of the week, the town."""
    is_dated = bool(months(text, language) or numeric_months(text))
    return is_dated and any(character.isdigit() for character in text) and len(text.split()) <= _DATE_WORDS


def _grouped(texts: Sequence[Sequence[str]], pairs: Pairs, same: Pairs, like: Likeness) -> list[Group]:
    """Pairs with the neighbours that belong to them: halves of a sentence that was split, or put together."""
    free = (
        set(range(len(texts[0]))) - set(pairs),
        set(range(len(texts[1]))) - set(pairs.values()),
    )
    groups = []
    for i, j in sorted(pairs.items()):
        group: Group = ((i,), (j,))
        while i not in same and (wider := _wider(group, texts, free, like)):
            group = wider
            free[0].difference_update(group[0])
            free[1].difference_update(group[1])
        groups.append(group)
    groups += [((i,), ()) for i in sorted(free[0])]
    groups += [((), (j,)) for j in sorted(free[1])]
    return groups


def _wider(
    group: Group, texts: Sequence[Sequence[str]], free: tuple[set[int], set[int]], like: Likeness
) -> Group | None:
    """The group with the neighbour that makes its sides most alike; None where none does."""
    best, found = like(*_joined(group, texts)) + _BETTER, None
    for side in (0, 1):
        own, other = group[side], _joined(group, texts)[1 - side]
        for neighbour in (own[0] - 1, own[-1] + 1):
            if neighbour not in free[side] or like.contained(texts[side][neighbour], other) < _HELD:
                continue
            wider = tuple(sorted((*own, neighbour)))
            candidate: Group = (wider, group[1]) if side == 0 else (group[0], wider)
            alike = like(*_joined(candidate, texts))
            if alike > best:
                best, found = alike, candidate
    return found


def _joined(group: Group, texts: Sequence[Sequence[str]]) -> tuple[str, str]:
    """The words of both sides."""
    return " ".join(texts[0][i] for i in group[0]), " ".join(texts[1][j] for j in group[1])


def _changes(
    groups: Sequence[Group],
    documents: tuple[Document, Document],
    texts: Sequence[Sequence[str]],
    same: Pairs,
    like: Likeness,
) -> list[Change]:
    """Groups as changes; whole pairs that stand in another order are moved."""
    both = sorted(group for group in groups if group[0] and group[1])
    stays = in_order([new[0] for _, new in both])
    found = []
    for place, (old, new) in enumerate(both):
        moved = place not in stays
        if old[0] in same and same[old[0]] == new[0]:
            found.append(Change("moved" if moved else "unchanged", old, new, is_moved=moved))
            continue
        alike = min(like(*_joined((old, new), texts)), 1.0)
        sides = [documents[0].segment_text(i) for i in old], [documents[1].segment_text(j) for j in new]
        removed, added = redline(*sides, old, new) if alike >= REPLACED else whole(*sides, old, new)
        found.append(Change("changed", old, new, alike, moved, removed, added))
    found += [Change("dropped", old, (), 0.0) for old, new in groups if not new]
    found += [Change("new", (), new, 0.0) for old, new in groups if not old]
    return found


def _in_new_order(changes: Sequence[Change], old: int, new: int) -> tuple[Change, ...]:
    """Changes in the order of the new version, dropped ones behind the sentence that they stood behind."""
    place = {i: change.new[0] for change in changes if change.new and not change.is_moved for i in change.old}
    last, behind = -1, {}
    for i in range(old):
        last = place.get(i, last)
        behind[i] = last

    def key(change: Change) -> tuple[int, int, int]:
        return (change.new[0], 0, 0) if change.new else (behind[change.old[0]], 1, change.old[0])

    return tuple(sorted(changes, key=key))
