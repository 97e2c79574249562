"""The same text, or the same term, translated in different ways within a document."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.stems import stem
from translate.text.words import words

_LEAST_SEGMENTS = 4
_LEAST_LETTERS = 6
_USUAL, _OWN = 0.8, 0.9
"""Shares of a term's segments that have its usual translation, and of that word's segments that have the term. On 2,145
segments of treaties, tried by the embedded engine, 0.75 and 0.8 gave 82 notices, these 50; human translations of such
texts 206 and 125 in 2,413. Below, more of them were adjectives (“relevant”, “appropriate”) than terms."""
_KIN = 4
"""Letters at its beginning by which a word is another form of the usual one: “agreement”, “agree”."""


def find_consistency(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that are translated otherwise than the same segment before, and notices on terms.

    A term is a word of six letters or more in at least four segments. Where a word of the translations stands in four
    fifths of these segments, hardly elsewhere, and with no other word of the source as closely, it is how the term is
    translated; segments that have neither it nor a form of it are named.
    """
    return _same_text(pairs) + _terms(pairs)


def _same_text(pairs: Sequence[Pair]) -> list[Issue]:
    """Equal sources with unequal translations: the later one is named."""
    first: dict[str, Pair] = {}
    issues = []
    for pair in pairs:
        known = first.setdefault(" ".join(pair.source.split()), pair)
        if " ".join(known.target.split()) != " ".join(pair.target.split()):
            message = say("Sentence {number} has the same text and another translation.", number=known.segment + 1)
            issues.append(Issue("consistency", pair.segment, None, message))
    return issues


def _terms(pairs: Sequence[Pair]) -> list[Issue]:
    """Terms of which a few segments have another translation than the rest."""
    sources = [_long_words(pair.source, pair.source_language) for pair in pairs]
    targets = [_long_words(pair.target, pair.target_language) for pair in pairs]
    places, target_places = _places(sources), _places(targets)
    issues = []
    for term, found in places.items():
        usual = _usual(found, sources, targets, places, target_places) if len(found) >= _LEAST_SEGMENTS else ""
        there = found & target_places.get(usual, set())
        for position in sorted(found - there) if usual else ():
            shown = targets[min(there)][usual]
            if not _has_kin(shown, pairs[position].target):
                message = say(
                    "“{term}” is translated with “{shown}” in {count} other sentences, and not here.",
                    term=sources[position][term],
                    shown=shown,
                    count=len(there),
                )
                issues.append(Issue("consistency", pairs[position].segment, None, message, "notice"))
    return issues


def _long_words(text: str, language: str) -> dict[str, str]:
    """The words that may be terms, by their stems."""
    return {stem(word, language): word for word in words(text) if len(word) >= _LEAST_LETTERS}


def _places(texts: Sequence[dict[str, str]]) -> dict[str, set[int]]:
    """Positions of the texts that have each stem."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for position, stems in enumerate(texts):
        for each in stems:
            found[each].add(position)
    return dict(found)


def _usual(
    found: set[int],
    sources: Sequence[dict[str, str]],
    targets: Sequence[dict[str, str]],
    places: Mapping[str, set[int]],
    target_places: Mapping[str, set[int]],
) -> str:
    """The stem that a term is translated with, empty where that is not clear or where it always is.

    Args:
        found: Positions of the term.
        sources: Words of every segment by stem.
        targets: The same of the translations.
        places: Positions of each source stem.
        target_places: Positions of each stem of the translations.
    """
    counts = Counter(each for position in found for each in targets[position])
    usual, count = max(counts.items(), key=lambda entry: (entry[1], entry[0]), default=("", 0))
    if count == len(found) or count < _USUAL * len(found) or count < _OWN * len(target_places[usual]):
        return ""
    there = target_places[usual]
    least = _closeness(count, len(found), len(there))
    together = Counter(each for position in there for each in sources[position])  # each word once a segment
    closest = [each for each, often in together.items() if _closeness(often, len(places[each]), len(there)) >= least]
    return usual if len(closest) == 1 else ""


def _closeness(together: int, first: int, second: int) -> float:
    """How far two words stand in the same segments, 0 to 1, by how many both and each are in (Dice 1945)."""
    return 2 * together / (first + second)


def _has_kin(word: str, text: str) -> bool:
    """Whether a text has a word that begins like another, accents aside."""
    start = _plain(word)[:_KIN]
    return any(_plain(other).startswith(start) for other in words(text))


def _plain(word: str) -> str:
    """A word without its accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
