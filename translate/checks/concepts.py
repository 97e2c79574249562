"""Things that every language has a word for, and a text names or does not: compared on both sides."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.lexicon import UNSPACED_LANGUAGES, rows

Places = Mapping[str, list[tuple[int, int]]]
"""What a text names, by key, each with its places."""


def exchanged(lexicon: str, kind: str, pair: Pair, most: int = 1) -> Iterator[Issue]:
    """An issue where each side names something of a lexicon that the other does not, or less often.

    Each counts `most` times at most, as a country may be "it" the second time.
    What only one side names is left alone: "on Monday" may be "yesterday", and "the British" be "them".
    """
    source = named_in(lexicon, pair.source, pair.source_language)
    target = named_in(lexicon, pair.target, pair.target_language) if source else source
    lost, added = _beyond(source, target, most), _beyond(target, source, most)
    if lost is not None and added is not None:
        message = say(
            "The source says {before}, the translation {after}.",
            before=pair.source[slice(*lost)],
            after=pair.target[slice(*added)],
        )
        yield Issue(kind, pair.segment, added, message)


def _beyond(named: Places, other: Places, most: int) -> tuple[int, int] | None:
    """The place of the first thing that a text names more often than the other."""
    return next((at[0] for key, at in named.items() if min(len(at), most) > len(other.get(key, ()))), None)


def find_weekdays(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that name another day of the week than their source."""
    return [issue for pair in pairs for issue in exchanged("weekdays", "weekdays", pair, most=9)]


def find_countries(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that name another country, or its people, than their source."""
    return [issue for pair in pairs for issue in exchanged("nations", "countries", pair)]


def named_in(lexicon: str, text: str, language: str) -> Places:
    """What a text names."""
    find = _finder(lexicon, language)
    found: dict[str, list[tuple[int, int]]] = {}
    for match in find.finditer(text) if find else ():
        if language == "en" and match[0][0].islower():  # "to polish", "turkey", "china"
            continue
        found.setdefault(str(match.lastgroup).partition("_")[2], []).append(match.span())
    return found


@cache
def _finder(lexicon: str, language: str) -> re.Pattern[str] | None:
    """One expression for all of a language's words, each in a group named by its key; longer words go first.

    A word that begins with "*" may have an Arabic article, conjunction or preposition in front. Words are sorted by
    their first two characters, as an expression of hundreds of alternatives takes ten times as long.
    """
    words = [(word, key) for (own, key), patterns in rows(lexicon).items() if own == language for word in patterns]
    if not words:
        return None
    words.sort(key=lambda entry: (-len(entry[0].strip("*")), entry[0]))
    by_start: dict[str, list[str]] = {}
    for number, (word, key) in enumerate(words):
        bare = word.lstrip("*").replace("_", " ")
        rest = re.escape(bare[2:]).replace(r"\ ", r"\s+").replace(r"\*", r"\w*")
        by_start.setdefault(bare[:2], []).append(f"(?P<w{number}_{key}>{rest})")
    joined = "|".join(f"{re.escape(start)}(?:{'|'.join(ends)})" for start, ends in by_start.items())
    if language in UNSPACED_LANGUAGES:
        return re.compile(joined)
    before = "[وفبلكا]{0,5}?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){before}(?:{joined})(?!\w)", re.IGNORECASE)
