"""Changes: stretches of a sentence that its read-back has otherwise, and what tells an error among them."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from translate.doubt.evidence import Evidence, Word
from translate.doubt.signals import bare_key, is_content, is_same, is_telling, pieces, surprises
from translate.tag import primary

if TYPE_CHECKING:
    from translate.text.embedding import Embedder

_NEAR = 8
"""Words of the translation between two that came back, from which on they no longer tell where a change stands."""

_FEW = 2
"""Words of the translation that may all stand for what did not come back."""

_SHORTEST = 2
"""Letters of a short form: the last word of a sentence has a full stop too."""


class Change(NamedTuple):
    """Words of a sentence, what its read-back has in their place, if anything, and the translation between the two.

    Attributes:
        own: Of the sentence.
        back: Of the read-back.
        target: Of the translation, with whatever stands between their neighbours' words.
        said: Words of content among them that became `back`; where that is nothing, the few that stand there.
    """

    own: tuple[Word, ...]
    back: tuple[Word, ...]
    target: tuple[Word, ...]
    said: tuple[Word, ...]


def find_changes(evidence: Evidence) -> list[Change]:
    """Where the read-back lacks a word of the sentence that tells, in order.

    Words that are only new make none: of such reasons one in five was right, of the others one in two.

    Both are put side by side word by word, inflected forms and spellings of one word, compounds apart or together and
    numbers in words or figures being the same; a word that only moved is no change.
    """
    code = primary(evidence.source_language)
    own, back = evidence.source_words, evidence.back_words
    keys = [bare_key(word, code) for word in own]
    others = [_as_known(bare_key(word, code), keys) for word in back]
    pairs = [
        (block.a + i, block.b + i)
        for block in SequenceMatcher(None, keys, others, autojunk=False).get_matching_blocks()
        for i in range(block.size)
    ]
    gone, new = _moved_aside(keys, others, pairs)
    found = []
    before = (-1, -1)
    for after in (*pairs, (len(own), len(back))):
        here = [i for i in range(before[0] + 1, after[0]) if i in gone]
        there = [j for j in range(before[1] + 1, after[1]) if j in new]
        linked = {k for j in there for k in linked_words(evidence, j)}
        target = _words(evidence, linked | _between(evidence, before[1], after[1]))
        said = tuple(filter(is_content, _words(evidence, linked))) if there else _few(target)
        change = Change(tuple(own[i] for i in here), tuple(back[j] for j in there), target, said)
        if any(is_telling(word, code) for word in change.own) and not _is_one(change, evidence):
            found.append(change)
        before = after
    return found


def signals_of_changes(
    found: Sequence[tuple[Evidence, Sequence[Change]]], model: "Embedder | None"
) -> list[list[dict[str, float]]]:
    """What tells an error from another word for the same, by change and sentence; more is more likely an error.

    Returns:
        unexpected: How surprised the reverse model is, given the translation, by the least expected word of the
            sentence that tells.
        unsure: How surprised the model is by the least expected word of content of the translation there.
        pieces: As signals() has them, of these words of the translation.
        gone: Whether nothing stands in their place, 0 or 1.
        unlike: One minus the cosine of the words and those in their place; without an embedder it is missing.
        estranged: One minus the cosine of the words and those of the translation; likewise.
    """
    listed = [(evidence, change) for evidence, changes in found for change in changes]
    likeness = iter(_cosines([change for _, change in listed], model))
    return [[_signals(evidence, change, next(likeness)) for change in changes] for evidence, changes in found]


def _signals(evidence: Evidence, change: Change, likeness: tuple[float, float] | None) -> dict[str, float]:
    """The signals of one change."""
    code = primary(evidence.source_language)
    telling = [word for word in change.own if is_telling(word, code)]
    signals = {
        "unexpected": max(surprises(telling, evidence.backward), default=0.0),
        "unsure": max(surprises(filter(is_content, change.target), evidence.forward), default=0.0),
        "pieces": pieces(change.target, evidence),
        "gone": float(not change.back),
    }
    if likeness is not None:
        signals |= {"unlike": 1 - likeness[0], "estranged": 1 - likeness[1]}
    return signals


def _cosines(changes: Sequence[Change], model: "Embedder | None") -> list[tuple[float, float] | None]:
    """Of each change, how near its words are to those in their place, and to those of the translation."""
    if model is None or not changes:
        return [None] * len(changes)
    sides = [[" ".join(word.text for word in side) for side in change[:3]] for change in changes]
    own, back, target = (model.vectors([side[i] for side in sides]) for i in range(3))
    return [(float(a @ b), float(a @ c)) for a, b, c in zip(own, back, target, strict=True)]


def _as_known(other: str, keys: Iterable[str]) -> str:
    """The key of the sentence that is the same word's, or the key itself."""
    return next((own for own in keys if is_same(own, other)), other)


def _moved_aside(
    keys: Sequence[str], others: Sequence[str], pairs: Sequence[tuple[int, int]]
) -> tuple[set[int], set[int]]:
    """Places of both sides that are paired neither where they stand nor elsewhere."""
    gone = set(range(len(keys))) - {i for i, _ in pairs}
    new = set(range(len(others))) - {j for _, j in pairs}
    for i in sorted(gone):
        j = next((j for j in sorted(new) if others[j] == keys[i]), None)
        if j is not None:
            gone.discard(i)
            new.discard(j)
    return gone, new


def _words(evidence: Evidence, places: Iterable[int]) -> tuple[Word, ...]:
    """Words of the translation by their places, in order."""
    return tuple(evidence.target_words[k] for k in sorted(places))


def _few(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words of content, unless there are many."""
    found = tuple(word for word in words if is_content(word))
    return found if len(found) <= _FEW else ()


def _between(evidence: Evidence, before: int, after: int) -> set[int]:
    """Places of the translation's words between those that became two words of the read-back."""
    first = max(linked_words(evidence, before), default=-1) + 1 if before >= 0 else 0
    beyond = len(evidence.target_words)
    last = min(linked_words(evidence, after), default=beyond) if after < len(evidence.back_words) else beyond
    return set(range(first, last)) if last - first < _NEAR else set()


def linked_words(evidence: Evidence, place: int) -> set[int]:
    """Places of the translation's words that became a word of the read-back, by its place."""
    word = evidence.back_words[place]
    spans = [(a, b) for a, b, c, d in evidence.links if c < word.end and word.start < d]
    return {k for k, own in enumerate(evidence.target_words) for a, b in spans if a < own.end and own.start < b}


def _is_one(change: Change, evidence: Evidence) -> bool:
    """Whether both sides are one word: a compound and its parts ("Secretary-General"), or a short form ("Sen.")."""
    own, back = ("".join(word.text for word in side).replace("-", "").casefold() for side in change[:2])
    if own == back:
        return True
    shortened = evidence.source[change.own[-1].end :][:1] == "."
    return shortened and len(own) >= _SHORTEST and back.startswith(own)
