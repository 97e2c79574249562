"""Things that every language has a word for, and a text names or does not: compared on both sides."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.lexicon import UNSPACED_LANGUAGES, rows

Places = Mapping[str, tuple[int, int]]
"""What a text names, by key, each with its first place."""


def exchanged(lexicon: str, kind: str, pair: Pair) -> Iterator[Issue]:
    """An issue where each side names something of a lexicon that the other does not.

    What only one side names is left alone: "on Monday" may be "yesterday", and "the British" be "them".
    """
    source = named(lexicon, pair.source, pair.source_language)
    target = named(lexicon, pair.target, pair.target_language) if source else source
    lost = next((place for key, place in source.items() if key not in target), None)
    added = next((place for key, place in target.items() if key not in source), None)
    if lost is not None and added is not None:
        message = say(
            "The source says {before}, the translation {after}.",
            before=pair.source[slice(*lost)],
            after=pair.target[slice(*added)],
        )
        yield Issue(kind, pair.segment, added, message)


def find_weekdays(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that name another day of the week than their source."""
    return [issue for pair in pairs for issue in exchanged("weekdays", "weekdays", pair)]


def find_countries(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments that name another country, or its people, than their source."""
    return [issue for pair in pairs for issue in exchanged("nations", "countries", pair)]


def named(lexicon: str, text: str, language: str) -> Places:
    """What a text names."""
    find = _finder(lexicon, language)
    found: dict[str, tuple[int, int]] = {}
    for match in find.finditer(text) if find else ():
        if language == "en" and match[0][0].islower():  # "to polish", "turkey", "china"
            continue
        found.setdefault(str(match.lastgroup).partition("_")[2], match.span())
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
