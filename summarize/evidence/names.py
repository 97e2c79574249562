"""Names in a written sentence that do not stand where the rest of it is said."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from summarize.evidence.citation import Evidence
from summarize.evidence.negations import STATED, stated
from summarize.facts.spans import actors
from summarize.summary import Citation
from translate.document import Document
from translate.tag import primary
from translate.text.words import words

# Words with a capital inside a sentence are names, but not in German, where every noun has one.
_CAPITALS_ARE_NAMES = frozenset(
    {"en", "pt", "es", "fr", "it", "nl", "pl", "ru", "uk", "ca", "gl", "ro", "cs", "sv", "el"}
)
# Languages in which a name's words are not inflected, so that a first name stands beside its last name as it is.
_UNINFLECTED = frozenset({"en", "pt", "es", "fr", "it", "nl", "ca", "gl", "sv"})
_CAPITAL = r"[A-ZÀ-ÞΑ-ΩА-ЯІЇЄҐ][\w-]*\.?"
_CAPITALISED = re.compile(rf"(?<=[\w,;:)’'\"“«] ){_CAPITAL}(?:[ -]{_CAPITAL})*")
_TITLES = frozenset({"i", "mr", "mrs", "ms", "dr", "hon", "the", "m", "mme", "sr", "sra", "sir"})
# Sentences of the same paragraph that a name may stand in.
_NEIGHBOURS = 3
# How near a name is to where the rest of the sentence is said, from 0 to 1 and a share for the best citation. On 13
# meetings (python -m benchmarks.evidence) 0.31 flags 8 % of the true sentences and finds 71 % of the exchanged names,
# 0.35 9 and 73, 0.45 12 and 77.
_NEAR_ENOUGH = 0.33
_RANKS = 5
_BEST_CITATION = 0.2
# Weights by place: in the segment or at the head of its paragraph, where a speaker is named; at the head of the one
# before, which asks; around it.
_HERE, _ASKED, _AROUND = 1.0, 0.6, 0.5


def nameless(sentence: str, language: str) -> str:
    """The sentence without names, so that a false one does not bring its own paragraph."""
    return _CAPITALISED.sub("", sentence) if language in _CAPITALS_ARE_NAMES else sentence


def names(sentence: str, language: str) -> list[str]:
    """Names in a sentence: words with a capital, or known actors where capitals are none."""
    if language in _CAPITALS_ARE_NAMES:
        return list(dict.fromkeys(match[0] for match in _CAPITALISED.finditer(sentence)))
    return list(dict.fromkeys(sentence[start:end] for start, end in actors(sentence, language)))


def misplaced(
    sentence: str,
    document: Document,
    said: Sequence[Citation],
    cited: Sequence[Citation],
    evidence: Evidence,
) -> list[str]:
    """Names that do not stand where the rest of a sentence is said, or are put together of two.

    Args:
        sentence: A written sentence.
        document: What it was written about.
        said: Citations of the sentence without its names, best first.
        cited: Those of the whole sentence.
        evidence: The document's segments.
    """
    language = primary(document.language)
    texts = [document.segment_text(citation.segment) for citation in cited]
    saying = "\n".join(text for text in texts if stated(sentence, text, evidence.rarity) >= STATED)
    known = set(words(saying))
    return [
        name
        for name in names(sentence, language)
        if (language in _UNINFLECTED and _joined(name, evidence.beside))
        or (not _stands_in(name, known, saying) and _nearness(name, document, said, cited) < _NEAR_ENOUGH)
    ]


def _joined(name: str, beside: Callable[[str, str], bool]) -> bool:
    """Whether two words of a name never stand side by side: a first name and somebody else's last name."""
    parts = [part for part in words(name) if part not in _TITLES]
    return any(first != second and not beside(first, second) for first, second in pairwise(parts))


def _nearness(name: str, document: Document, said: Sequence[Citation], cited: Sequence[Citation]) -> float:
    """0 where a name stands nowhere near, 1 in every place that says the rest, and a share for the best citation."""
    weights = [1 / (1 + rank) for rank in range(len(said[:_RANKS]))]
    found = sum(weight * _at(name, document, citation.segment) for weight, citation in zip(weights, said, strict=False))
    best = max((_at(name, document, citation.segment) for citation in cited[:1]), default=0.0)
    return found / (sum(weights) or 1.0) + _BEST_CITATION * best


def _at(name: str, document: Document, segment: int) -> float:
    """How near a name stands to a segment."""
    block = _block(document, segment)
    before = max(0, block[0] - 1)
    around = [other for other in block if abs(other - segment) <= _NEIGHBOURS]
    places = (
        (_HERE, (segment, block[0])),
        (_ASKED, (_block(document, before)[0],)),
        (_AROUND, (*around, before)),
    )
    for weight, segments in places:
        text = "\n".join(document.segment_text(other) for other in segments)
        if _stands_in(name, set(words(text)), text):
            return weight
    return 0.0


def _block(document: Document, segment: int) -> range:
    """Positions of the segments in a segment's paragraph."""
    block, segments = document.segments[segment].block, document.segments
    first, last = segment, segment + 1
    while first > 0 and segments[first - 1].block == block:
        first -= 1
    while last < len(segments) and segments[last].block == block:
        last += 1
    return range(first, last)


def _parts(name: str) -> list[str]:
    """A name's words without titles and initials."""
    return [part for part in words(name) if part not in _TITLES and len(part) > 1]


def _stands_in(name: str, known: set[str], text: str) -> bool:
    """Whether a name's last word, and at least half of all, stand in a text, inflected or not."""
    parts, folded = _parts(name), text.casefold()
    found = [part in known or (len(part) > 4 and part[: max(4, len(part) - 2)] in folded) for part in parts]
    return not parts or (found[-1] and 2 * sum(found) >= len(parts))
