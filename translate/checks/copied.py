"""Source text that came back as if it had been translated."""

import re
from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say
from translate.text.addresses import ADDRESS
from translate.text.words import UNSPACED

_WORD = re.compile(rf"[{UNSPACED}]|[^\W\d_{UNSPACED}]+")
_QUOTED = re.compile(r"[\"“«„][^\"”»“]{15,}[\"”»“]?")
MOSTLY = 0.7
"""Share of the source's words from which a translation is the source."""
_LEAST_WORDS, _SURELY_TEXT = 3, 4


def find_copied(pairs: Sequence[Pair]) -> list[Issue]:
    """Segments whose translation is the source's own words."""
    issues = []
    for pair in pairs:
        share = copied_share(pair.source, pair.target)
        if share >= MOSTLY:
            issues.append(_copied(pair, whole=share > 0.95))
    return issues


def _copied(pair: Pair, *, whole: bool) -> Issue:
    """An error where all of the translation is the source's text, else a warning."""
    if whole:
        return Issue("copied", pair.segment, None, say("This is the source text, not a translation."), "error")
    return Issue("copied", pair.segment, None, say("This is mostly the source's own words."))


def copied_share(source: str, target: str) -> float:
    """Share, 0 to 1, of the source's lower-case words that stand in the translation; 0 with fewer than three.

    Words with a capital are names or codes in most scripts and may stay; in a text all in capitals, and in one that is
    the same to the letter and has four words, every word counts. Addresses stay. In scripts without spaces words are
    characters.
    """
    is_same, source = source == target, ADDRESS.sub(" ", source)
    # A quotation in the target language stands in both.
    if not is_same:
        source = _QUOTED.sub(lambda quoted: " " if quoted[0] in target else quoted[0], source)
    words = [word for word in _WORD.findall(source) if len(word) > 1 or not word.islower()]
    ordinary = [word for word in words if not word[0].isupper()]
    if source.isupper() or (is_same and len(words) >= _SURELY_TEXT):
        ordinary = words
    if len(ordinary) < _LEAST_WORDS:
        return 1.0 if is_same and len(ordinary) > 1 else 0.0
    there = {word.casefold() for word in _WORD.findall(target)}
    return sum(word.casefold() in there for word in ordinary) / len(ordinary)
