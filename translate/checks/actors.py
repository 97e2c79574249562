"""Names that changed places: "Russia supports China", and in the translation China supports Russia."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from translate.checks.concepts import named_in
from translate.checks.names import is_spelling
from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.lexicon import UNSPACED_LANGUAGES, pattern

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_GENITIVE = re.compile(r"['’]s?(?!\w)")
_BREAK = re.compile(r"[,;:.!?()\[\]\"“”«»„—–،؛，。；：、！？（）《》]")
_LEAST_LETTERS = 4
_MEANT, _MEANT_UNSPACED = 5, 2
"""Letters of a word that says what happens between two names; shorter ones join them to one ("the Duke of York").
On news 4 letters find a tenth more and flag twice as many good translations."""
_FREE = frozenset({"ru", "uk", "pl", "cs"})
"""Languages whose endings say who does what, so that the order of names says nothing."""
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_Span = tuple[int, int]


class _Named(NamedTuple):
    """Where the source and the translation name the same thing; each names it once."""

    source: _Span
    target: _Span


def find_actors(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments in which two names stand in the other order around the same words.

    Both sides name each of them once, by the same or nearly the same spelling or as a country, and nothing but words of
    one clause stands between, among them one that is more than a preposition. Nothing is said where one side only has
    a genitive or a "by" there, which turn the order round and leave the meaning, nor of languages with a free order.
    """
    return [
        issue for pair in pairs if not {pair.source_language, pair.target_language} & _FREE for issue in _in_pair(pair)
    ]


def _in_pair(pair: Pair) -> Iterator[Issue]:
    """An issue of the first two names that changed places."""
    named = _whole(_named(pair), pair)
    in_target = sorted(range(len(named)), key=lambda i: named[i].target)
    neighbours = set(pairwise(in_target))
    for i, (first, second) in enumerate(pairwise(named)):
        turned = (i + 1, i) in neighbours
        if turned and _same_clause(pair, (first.source, second.source), (second.target, first.target)):
            message = say(
                "The source has {first} before {second}, the translation the other way round: check who does what.",
                first=pair.source[slice(*first.source)],
                second=pair.source[slice(*second.source)],
            )
            yield Issue("actors", pair.segment, (second.target[0], first.target[1]), message)
            return


def _named(pair: Pair) -> list[_Named]:
    """What both sides name once, in the order of the source."""
    here = named_in("nations", pair.source, pair.source_language)
    there = named_in("nations", pair.target, pair.target_language)
    found = [
        _Named(places[0], there[key][0])
        for key, places in here.items()
        if len(places) == 1 and len(there.get(key, ())) == 1
    ]
    source = _names(pair.source, (place for places in here.values() for place in places))
    target = _names(pair.target, (place for places in there.values() for place in places))
    for name, place in source.items():
        alike = [other for other in target if is_spelling(name, other)]
        if len(alike) == 1 and sum(is_spelling(other, alike[0]) for other in source) == 1:
            own, other = place, target[alike[0]]
            found += [_Named(own[0], other[0])] if len(own) == len(other) == 1 else []
    return sorted(found)


def _names(text: str, taken: Iterable[_Span]) -> dict[str, list[_Span]]:
    """Words with a capital and their places, without those that are taken."""
    used = list(taken)
    found: dict[str, list[_Span]] = {}
    for match in _WORD.finditer(text):
        name = re.sub(rf"{_GENITIVE.pattern}$", "", match[0])
        span = (match.start(), match.start() + len(name))
        is_free = not any(start < span[1] and span[0] < end for start, end in used)
        if name[0].isupper() and len(name) >= _LEAST_LETTERS and is_free:
            found.setdefault(name, []).append(span)
    return found


def _whole(named: Iterable[_Named], pair: Pair) -> list[_Named]:
    """The names, those that stand right behind each other on both sides as one: first name and surname."""
    found: list[_Named] = []
    for name in named:
        last = found[-1] if found else None
        if last and _touch(pair.source, last.source, name.source) and _touch(pair.target, last.target, name.target):
            found[-1] = _Named((last.source[0], name.source[1]), (last.target[0], name.target[1]))
        else:
            found.append(name)
    return found


def _touch(text: str, one: _Span, other: _Span) -> bool:
    """Whether only white space stands between the end of one name and the start of another."""
    return one[1] <= other[0] and not text[one[1] : other[0]].strip()


def _same_clause(pair: Pair, source: tuple[_Span, _Span], target: tuple[_Span, _Span]) -> bool:
    """Whether what stands between two names says what the one does to the other, on both sides."""
    before = pair.source[source[0][1] : source[1][0]]
    after = pair.target[target[0][1] : target[1][0]]
    if _GENITIVE.match(before) or _GENITIVE.match(after):
        return False
    return (
        _says_something(before, pair.source_language)
        and _says_something(after, pair.target_language)
        and _is_passive(before, pair.source_language) == _is_passive(after, pair.target_language)
    )


def _says_something(between: str, language: str) -> bool:
    """Whether a text is within one clause, without another name, and has a word that is more than a preposition."""
    if _BREAK.search(between):
        return False
    if language in UNSPACED_LANGUAGES:
        return sum(map(str.isalpha, between)) >= _MEANT_UNSPACED
    words = _WORD.findall(between)
    is_named = language not in _CAPITAL_NOUNS and any(word[0].isupper() for word in words)
    return not is_named and any(len(word) >= _MEANT for word in words)


def _is_passive(between: str, language: str) -> bool:
    """Whether the second name is the one that acts, as far as a preposition tells."""
    find = pattern("actors", language, "by")
    return find is not None and find.search(between) is not None
