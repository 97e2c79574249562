"""Names that the translation replaced by others: the same on most sentences of the document, another one here."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_GENITIVE = re.compile(r"['’]s?$")
_STARTS = re.compile(r"(?:^|[.!?:;…\"“«„»”'‘(\[–—-])\s*$")
"""What stands before a word that has a capital without being a name."""
_LEAST_LETTERS = 4
_SAME_START, _ALIKE = 4, 0.5
"""Two spellings are one name's where they begin with as many letters alike, or are as similar: London and Londres."""
_ELSEWHERE, _MOSTLY = 3, 0.9
"""Other segments of the document in which a name stayed letter by letter, and their share, before it is missed where it
did not. On news of 1,000 lines 22 % of exchanged names are found at 0.2 % false alarms; with 2 segments and other
spellings 39 and 0.7, most of them translated names of institutions."""
_CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages whose every noun has a capital."""
_Place = tuple[str, tuple[int, int]]


def find_other_names(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that name somebody else: a name is gone that the document's other sentences keep, and another is there.

    A name alone that is gone may be "he", and one that is there may be a word that has a capital in one language only.
    Nothing is said where either language writes every noun with a capital, or has none.
    """
    named = [(pair, _names(pair.source), _names(pair.target)) for pair in pairs if _is_cased(pair)]
    stayed: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for pair, own, _ in named:
        for name in {name for name, _ in own}:
            said[name] += 1
            stayed[name] += name in pair.target
    return [issue for pair, own, theirs in named for issue in _in_pair(pair, own, theirs, stayed, said)]


def _in_pair(
    pair: Pair, own: Sequence[_Place], theirs: Sequence[_Place], stayed: Counter[str], said: Counter[str]
) -> Iterator[Issue]:
    """The issue of one segment."""
    kept = (name for name, _ in own if stayed[name] >= max(_ELSEWHERE, _MOSTLY * (said[name] - 1)))
    lost = next((name for name in kept if not _stands(name, pair.target)), None)
    added = next(((name, span) for name, span in theirs if not _stands(name, pair.source)), None)
    if lost is not None and added is not None:
        before, after = lost, added[0]
        message = say("The source says {before}, the translation {after}.", before=before, after=after)
        yield Issue("names", pair.segment, added[1], message)


def _names(text: str) -> list[_Place]:
    """Words with a capital inside a sentence, and where they stand."""
    found = []
    for match in _WORD.finditer(text):
        name = _GENITIVE.sub("", match[0])
        is_name = name[0].isupper() and not name.isupper() and len(name) >= _LEAST_LETTERS
        if is_name and not _STARTS.search(text[: match.start()]):
            found.append((name, (match.start(), match.start() + len(name))))
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
