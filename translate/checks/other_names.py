"""Names that the translation replaced by others: one is gone, and another is there that cannot stand for it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from translate.checks.concepts import named_in
from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.calendar import months

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_GENITIVE = re.compile(r"['’]s?$")
_CONTRACTION = re.compile(r"['’]")
_STARTS = re.compile(r"(?:^|[.!?:;…\"“«„»”'‘(\[–—-])\s*$")
"""What stands before a word that has a capital without being a name."""
_LEAST_LETTERS = 4
_SAME_START, _ALIKE = 4, 0.5
"""Two spellings are one name's where they begin with as many letters alike, or are as similar: London and Londres."""
_ELSEWHERE, _MOSTLY = 3, 0.9
"""Other segments of the document in which a name stayed letter by letter, and their share, before it is missed where it
did not. On news of 1,000 lines 22 % of exchanged names are found at 0.2 % false alarms; with 2 segments and other
spellings 39 and 0.7, most of them translated names of institutions."""
_UNLIKE, _UNLIKE_KEPT = 0.37, 0.5
"""Cosine below which two names mean nothing alike; the second of a name that the document keeps.

By the Universal Sentence Encoder on 1,000 lines of news, en-pt: 0.35 finds 45 % of exchanged names and flags 0.0 % of
good translations, 0.4 54 and 0.3."""
_UNLIKE_WORDS = 0.5
"""The same of a name and any word of the other side, which may say it without a capital; it costs 4 of 41 % found
in all pairs, and a quarter of the false alarms."""
_APART = 0.12
"""Share of a text by which a name may stand elsewhere than the one that it replaced: 0.2 finds a tenth more, and flags
half as many good translations again."""
_COMPARED = frozenset({"en", "pt", "es", "fr", "it"})
"""Languages between which names said once are compared: in the same letters, with vectors of words, and measured."""
_CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages whose every noun has a capital."""
_Place = tuple[str, tuple[int, int]]
"""A name and where it stands."""
_Cosine = Callable[[str, Sequence[str]], float]
"""The greatest cosine of a word with others; -1 with none."""


class _Named(NamedTuple):
    """A pair with the names of its source, those that are gone, and those that are only in the translation."""

    pair: Pair
    names: list[_Place]
    lost: list[_Place]
    added: list[_Place]


def find_other_names(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that name somebody else: a name is gone, and another is there that cannot stand for it.

    Either the document's other sentences keep the name that is gone, or the other stands at about the same place. By
    the vectors of words neither means anything alike with what is there or gone instead, as Court and Tribunal do.
    Where there are no vectors, or a language has other letters, only names that the document keeps are missed.

    A name alone that is gone may be "he", and one that is there may be a word that has a capital in one language only.
    Nothing is said where either language writes every noun with a capital, or has none, nor of days, months and
    countries, which have checks of their own.
    """
    named = [_named(pair) for pair in pairs if _is_cased(pair)]
    kept = _kept(named)
    doubtful = [found for found in named if found.lost and found.added]
    cosine = _cosines(doubtful)
    return [issue for found in doubtful for issue in _in_pair(found, kept, cosine)]


def _in_pair(found: _Named, kept: Collection[str], cosine: _Cosine | None) -> Iterator[Issue]:
    """The issue of one segment."""
    own = cosine if _is_compared(found.pair) else None
    for one in found.lost:
        for other in found.added:
            is_kept = one[0] in kept
            if is_kept if own is None else _is_unlike(found, one, other, own, is_kept):
                message = say("The source says {before}, the translation {after}.", before=one[0], after=other[0])
                yield Issue("names", found.pair.segment, other[1], message)
                return


def _is_unlike(found: _Named, one: _Place, other: _Place, cosine: _Cosine, kept: bool) -> bool:
    """Whether a name stands in another's place, and neither means anything like what the other side says."""
    if kept:
        return cosine(one[0], [name for name, _ in found.added]) < _UNLIKE_KEPT
    apart = abs(one[1][0] / len(found.pair.source) - other[1][0] / len(found.pair.target))
    return (
        apart <= _APART
        and cosine(one[0], [name for name, _ in found.added]) < _UNLIKE
        and cosine(other[0], [name for name, _ in found.lost]) < _UNLIKE
        and cosine(one[0], _words(found.pair.target)) < _UNLIKE_WORDS
        and cosine(other[0], _words(found.pair.source)) < _UNLIKE_WORDS
    )


def _cosines(doubtful: Sequence[_Named]) -> _Cosine | None:
    """What gives the greatest cosine of a name with some words; None where no names are compared or nothing can."""
    from translate.text.embedding import fast_embedder

    compared = [found for found in doubtful if _is_compared(found.pair)]
    model = fast_embedder() if compared else None
    if model is None:
        return None
    model.vectors(sorted({name for found in compared for name, _ in (*found.lost, *found.added)}))  # at once, and kept
    return lambda name, words: float((model.vectors(words) @ model.vectors([name])[0]).max(initial=-1.0))


def _is_compared(pair: Pair) -> bool:
    """Whether names said once are compared between two languages."""
    return {pair.source_language, pair.target_language} <= _COMPARED


def _words(text: str) -> list[str]:
    """Words that may say what a name does, in lower case too: "Account" and "conta"."""
    return [match[0] for match in _WORD.finditer(text) if len(match[0]) >= _LEAST_LETTERS]


def _named(pair: Pair) -> _Named:
    """The names of a pair."""
    source, target = _names(pair.source, pair.source_language), _names(pair.target, pair.target_language)
    return _Named(
        pair,
        source,
        [place for place in source if not _stands(place[0], pair.target)],
        [place for place in target if not _stands(place[0], pair.source)],
    )


def _kept(named: Sequence[_Named]) -> frozenset[str]:
    """Names that nearly all sentences of a document keep letter by letter, but for one."""
    stayed: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for found in named:
        for name in {name for name, _ in found.names}:
            said[name] += 1
            stayed[name] += name in found.pair.target
    return frozenset(name for name, times in said.items() if stayed[name] >= max(_ELSEWHERE, _MOSTLY * (times - 1)))


def _names(text: str, language: str) -> list[_Place]:
    """Words with a capital inside a sentence, and where they stand."""
    taken = [
        span for lexicon in ("weekdays", "nations") for at in named_in(lexicon, text, language).values() for span in at
    ]
    taken += [(month.start, month.end) for month in months(text, language)]
    found = []
    for match in _WORD.finditer(text):
        name = _GENITIVE.sub("", match[0])
        span = (match.start(), match.start() + len(name))
        is_name = name[0].isupper() and not name.isupper() and len(name) >= _LEAST_LETTERS
        is_free = not _CONTRACTION.search(name) and not any(start < span[1] and span[0] < end for start, end in taken)
        if is_name and is_free and not _STARTS.search(text[: match.start()]):
            found.append((name, span))
    return found


def _stands(name: str, text: str) -> bool:
    """Whether a text has a name, or a spelling of it."""
    if name in text:
        return True
    wanted = _plain(name)
    return any(_is_alike(wanted, _plain(match[0])) for match in _WORD.finditer(text))


def _is_alike(one: str, other: str) -> bool:
    """Whether two words may be one name."""
    return one[:_SAME_START] == other[:_SAME_START] or Levenshtein.normalized_similarity(one, other) >= _ALIKE


def _is_cased(pair: Pair) -> bool:
    """Whether both languages write names, and not all nouns, with a capital."""
    languages = {pair.source_language, pair.target_language}
    texts = (pair.source, pair.target)
    return not languages & _CAPITAL_NOUNS and all(any(letter.isupper() for letter in text) for text in texts)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Case-folded, without accents."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
