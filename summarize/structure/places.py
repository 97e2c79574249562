"""Places that a summary has for what any reader of such a text asks, wherever it stands."""

import re
from collections.abc import Collection, Sequence

import numpy as np

from summarize.structure.dangling import antecedents
from summarize.structure.signs import Numbers
from translate.document import Document
from translate.tag import primary
from translate.text.genre import Genre
from translate.text.lexicon import pattern
from translate.text.words import words

# Kinds of sentence that have a place in a list wherever they stand: lexicon and kind of word. On the marked acts the
# places for how long they last and for the body that they set up find 2 % more of the points, and 3 % fewer of the main
# ones; readers miss both where they are left out.
_HOLDING: dict[Genre, tuple[tuple[str, str], ...]] = {
    "law": (("summary", "penalty"), ("cues", "end"), ("places", "lasts"), ("places", "sets_up")),
    "report": (("places", "recommends"), ("summary", "advice")),
}
# What any reader asks of an act, and of every other text.
_ASKED = {
    True: (("gist", "covers"), ("summary", "penalty"), ("cues", "end"), ("cues", "body"), ("cues", "money")),
    False: (
        *(("cues", "demand"), ("cues", "advice"), ("shape", "decides"), ("cues", "money"), ("cues", "deadline")),
        ("gist", "found"),
    ),
}
# What sections that say the main thing are called.
_SECTIONS: dict[Genre, str] = {"report": "concludes"}
_LETTER = re.compile(r"[^\W\d_]")
# "Appendix I: State-Level Protections for Whistleblowers"
_HEADING_WORDS = 20


def places(document: Document, segments: Sequence[int], genre: Genre) -> list[Collection[int]]:
    """For each place the segments that could fill it; some may be empty.

    Args:
        document: Any document.
        segments: Ids of those that may be points, ascending.
        genre: What the document is.
    """
    found: list[Collection[int]] = [_holding(document, segments, *sought) for sought in _HOLDING.get(genre, ())]
    if genre in _SECTIONS:
        found.append(concluding(document, segments, genre))
    return found


def aspects(document: Document, segments: Sequence[int], genre: Genre) -> Numbers:
    """Which of the things that any reader asks for each segment tells, 1 or 0, shape (segments, things).

    Of an act whom it covers, penalties, how it begins and ends, who decides, money; of other texts what is demanded,
    advised, decided, what it costs, by when, what was found.
    """
    asked = _ASKED[genre == "law"]
    found = [[tells(document, segment, *sought) for sought in asked] for segment in segments]
    return np.array(found, dtype=np.float64).reshape(-1, len(asked))


def appended(document: Document, segments: Sequence[int]) -> list[int]:
    """The segments from the first appendix on, where one begins in the second half of a text."""
    for position in range(len(document.segments) // 2, len(document.segments)):
        text = document.segment_text(position)
        opens = pattern("places", primary(document.language), "appended")
        first = _LETTER.search(text)
        if opens and first and opens.match(text, first.start()) and len(words(text)) <= _HEADING_WORDS:
            return [segment for segment in segments if segment >= position]
    return []


def tells(document: Document, segment: int, lexicon: str, kind: str) -> bool:
    """Whether a segment has a word of a kind."""
    sought = pattern(lexicon, primary(document.segment_language(segment)), kind)
    return sought is not None and sought.search(document.segment_text(segment)) is not None


def _holding(document: Document, segments: Sequence[int], lexicon: str, kind: str) -> list[int]:
    """The segments that have a word of a lexicon, or whose list is introduced with it."""
    brought = antecedents(document, segments)
    found = []
    for segment in segments:
        sought = pattern(lexicon, primary(document.segment_language(segment)), kind)
        shown = [segment, *([brought[segment]] if segment in brought else [])]
        found += [segment] if sought and any(sought.search(document.segment_text(one)) for one in shown) else []
    return found


def concluding(document: Document, segments: Sequence[int], genre: Genre) -> list[int]:
    """The segments under a heading that promises the main thing, in the genres that have such; the others have none."""
    kind = _SECTIONS.get(genre, "")
    inside, under = False, set()
    for position, segment in enumerate(document.segments):
        if document.blocks[segment.block].kind == "heading":
            named = pattern("places", primary(document.language), kind)
            inside = named is not None and named.search(document.segment_text(position)) is not None
        elif inside:
            under.add(position)
    return [segment for segment in segments if segment in under]
