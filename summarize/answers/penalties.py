"""What follows from a breach: the provision that punishes stands apart from the one that is broken, and cites it."""

import re
from collections.abc import Sequence

from summarize.answers.units import Unit
from translate.tag import primary
from translate.text.lexicon import pattern

_ARTICLE = re.compile(
    r"(?<!\w)(?:art(?:igo|ículo|icle|ikel|icolo)s?|arts?\.|sections?|§+|стать\w+)\s*(\d+)", re.IGNORECASE
)
# "Articles 4, 5 and 7", "artigos 4.º e 5.º"
_MORE = re.compile(r"[.ºo°]{0,2}\s*(?:,|and|or|e|ou|et|y|o|und|oder|и)\s*(\d+)")


def asks_penalty(question: str, language: str) -> bool:
    """Whether it is asked what follows from a breach.

    >>> asks_penalty("What happens if a ship does not report its catch?", "en")
    True
    """
    cue = pattern("questions", primary(language), "punished")
    return cue is not None and cue.search(question) is not None


def punishing(units: Sequence[Unit], broken: int) -> int | None:
    """Position of the unit that says what a breach of another one's provision costs, or None.

    Args:
        units: All.
        broken: Position of the other one.
    """
    unit = units[broken]
    own = _numbers(unit.label) or _numbers(unit.heading)
    if len(own) != 1:
        return None
    for row, other in enumerate(units):
        if other.document != unit.document or other.heading == unit.heading or not own <= _numbers(other.text):
            continue
        if asks_penalty(other.text, other.language):
            return row
    return None


def _numbers(text: str) -> frozenset[str]:
    """Numbers of the articles that a text cites.

    >>> sorted(_numbers("A breach of Articles 4, 5 and 7 (1)"))
    ['4', '5', '7']
    """
    found = set()
    for match in _ARTICLE.finditer(text):
        found.add(match[1])
        end = match.end()
        while more := _MORE.match(text, end):
            found.add(more[1])
            end = more.end()
    return frozenset(found)
