"""The title of an act, over all the lines that it stands on."""

import re

from translate.document import Document
from translate.tag import primary
from translate.text.lexicon import pattern
from translate.text.words import words

# Journals set date, number and series before a title.
_SEGMENTS = 25
_START = 60
_LEAST_WORDS, _MOST_WORDS = 5, 70
# "AGREEMENT" · "between the Republic of Skerra and" · "the Kingdom of Osmar": a line goes on in small letters, or where
# the one before can't end.
_GOES_ON = re.compile(
    r"(?<!\w)(?:and|of|on|the|between|for|et|de|du|des|entre|y|e|do|da|und|der|di|tra)$", re.IGNORECASE
)
_ENDS_NO_TITLE = (".", ",", ":", ";")


def act_title(document: Document) -> tuple[int, ...]:
    """The segments near the top that name an act; empty where no line there begins as an act's name does."""
    lines = [" ".join(document.segment_text(i).split()) for i in range(min(_SEGMENTS, len(document.segments)))]
    for first, line in enumerate(lines):
        if not _names_act(document, first, line):
            continue
        last = first
        while last + 1 < len(lines) and (lines[last + 1][:1].islower() or _GOES_ON.search(lines[last])):
            last += 1
        if lines[last].endswith(_ENDS_NO_TITLE):
            last -= 1
        count = sum(len(words(line)) for line in lines[first : last + 1])
        if last >= first and _LEAST_WORDS <= count <= _MOST_WORDS:
            return tuple(range(first, last + 1))
    return ()


def _names_act(document: Document, segment: int, line: str) -> bool:
    """Whether a line begins as an act's name does, and is no sentence."""
    codes = (primary(document.segment_language(segment)), primary(document.language))
    kinds = [kind for code in codes if (kind := pattern("gist", code, "title"))]
    return not line.endswith(_ENDS_NO_TITLE) and any(kind.search(line[:_START]) for kind in kinds)
