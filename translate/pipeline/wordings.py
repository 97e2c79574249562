"""Other wordings of words that an engine was not sure of: which of them a reader may be offered."""

import re
from collections import Counter

from translate.hypothesis import Hypothesis
from translate.text.calendar import months
from translate.text.number_words import word_numbers
from translate.text.word_list import is_word

_MOST_PIECES = 2
"""Tokens of a word that a model knows, mostly: “transmittified” and “Repulsory” are put together of three and four. It
tells where no list does."""
_LEAST_COUNTED = 3.0
"""“One”, “both” and “second” come and go in good wordings too."""
_WORD = re.compile(r"[^\W\d_]+")
_STOPS = re.compile(r"[.,;:!?…()\"“”«»]")


def keeps_figures(before: str, after: str, language: str) -> bool:
    """Whether every number and month of a sentence is also in another wording of it.

    >>> keeps_figures("Pay until 31 March.", "Pay by March.", "en")
    False
    """
    return not _figures(before, language) - _figures(after, language)


def keeps_stops(before: str, after: str) -> bool:
    """Whether a wording has the stops of what it stands for: another sentence's beginning has others.

    >>> keeps_stops("Prior", "Note: The"), keeps_stops("may,", "can,")
    (False, True)
    """
    return _STOPS.findall(before) == _STOPS.findall(after)


def is_invented(wording: tuple[int, int], reading: Hypothesis, source: str, language: str) -> bool:
    """Whether a stretch of a reading has a word that does not exist, and that is no name.

    Args:
        wording: Half-open string indices in the reading.
        reading: With the scores of its tokens; without them little can be told.
        source: The sentence; what stands in it is a name.
        language: BCP 47 code of the reading.
    """
    known = {word.casefold() for word in _WORD.findall(source)}
    return any(
        _is_no_word(word, reading, language)
        for word in _WORD.finditer(reading.text, *wording)
        if word[0].casefold() not in known and not word[0].isupper()
    )


def _is_no_word(word: re.Match[str], reading: Hypothesis, language: str) -> bool:
    """Whether no list has a word, and its model put it together of pieces where that must tell."""
    listed = is_word(word[0], language)
    if listed is False:
        return True
    pieces = sum(token.start < word.end() and word.start() < token.end for token in reading.token_scores)
    return not listed and pieces > _MOST_PIECES


def _figures(text: str, language: str) -> Counter[str]:
    """Numbers in digits, months, and numbers in words, as often as they are there."""
    digits = Counter(re.findall(r"\d+", text))
    named = Counter(f"month {month.number}" for month in months(text, language))
    counted = Counter(f"word {n.value:g}" for n in word_numbers(text, language) if n.value >= _LEAST_COUNTED)
    return digits + named + counted
