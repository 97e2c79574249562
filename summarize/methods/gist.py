"""gist(): the one sentence or title that says what a text is for, or what it concludes."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp

from summarize.structure.candidates import is_formula
from summarize.structure.dangling import leans, refers
from summarize.summary import Citation, Point, one_line
from translate.document import Document
from translate.tag import primary
from translate.text.genre import Genre
from translate.text.lexicon import pattern
from translate.text.words import words

# A gist is a line or two. An act's title or aim may be longer, as it says all in one.
_WORDS, _AIM_WORDS, _LAW_WORDS = (8, 40), 5, 60
# What a sentence gains beside its worth as a point, which is about 1 for what must not be missing. Of the one nearest
# in meaning to all that is worth most: on the statements marked by hand 0.5 and 1.5 find the main thing less often.
_NEAR = 1.0
# Of one that says what the text is for, what was found, what is asked for.
_GAINS = {"purpose": 0.6, "found": 0.2, "asks": 0.2}
# What is said in the first fifth of a meeting to be its topic is its gist.
_TOPIC, _TOPIC_PART = 2.0, 5
# Of one that has the text's most frequent name; 0.15 and none find the main thing less often.
_NAMED, _NAMES = 0.3, 4
# Taken from one with three figures, or three names that are not the text's own, and for each year: a detail.
_DETAIL, _FIGURES, _OTHERS, _DATED = 0.3, 3, 3, 0.15
_TITLE_SEGMENTS = 15
_TITLE_WORDS = 4
_TITLE_START = 60
# "Purpose and principles"; "Integration of the objectives into other policies" is about something else.
_HEADING_WORDS = 4
_QUOTES = re.compile(r"[\"“„«「]")
# A headline says what a text is about with so many long words; a sentence that has less of them tells something else.
_HEADLINE_WORDS, _SHARED, _STEM = 5, 0.3, 5
_ENDS_OPEN = (":", "：", "!", "！", "?", "？", ",", ";", "؟")
_TURN = re.compile(r"[^:]{1,80}: ")
# A chapter of an act says first what it is about.
_OPENS = 1.0
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NO_OPENINGS = "[(*#•–—-"
_FIGURE = re.compile(r"\d[\d.,]*")
_NAME = re.compile(r"(?<=[a-zà-ÿа-я,;] )[A-ZÀ-ÞА-Я][\w’'-]{2,}")


def gist(document: Document, worth: Mapping[int, float], near: Mapping[int, float], genre: Genre) -> int | None:
    """The segment that says in a line what a text is for, or what it concludes; None where no sentence can.

    Of an act it is the sentence that says what the act is about, or its title where that says more: whom it binds. Of a
    report it is the title where the best sentence has next to none of its words: that one tells a detail.

    Args:
        document: Any document.
        worth: Of each segment that could be a point what it is worth as one.
        near: Of some of them how near they are in meaning to what is worth most, 0 to 1; others can't be gist.
        genre: What the document is.
    """
    if genre == "law" and (own := _of_act(document, worth)) is not None:
        return own
    scores = _scores(document, worth, near, genre)
    best = max(scores, key=lambda segment: (scores[segment], -segment), default=None)
    headline = _headline(document) if genre == "report" else None
    if headline is None or (best is not None and shared(document, [best])[0] >= _SHARED):
        return best
    return headline


def shared(document: Document, segments: Sequence[int]) -> list[float]:
    """Of the long words of a text's title the share that each sentence has, 0 to 1; 0 where there is no such title."""
    headline = _headline(document)
    sought = _stems(document.segment_text(headline)) if headline is not None else set()
    return [len(sought & _stems(document.segment_text(segment))) / max(1, len(sought)) for segment in segments]


def _scores(
    document: Document, worth: Mapping[int, float], near: Mapping[int, float], genre: Genre
) -> dict[int, float]:
    """How well each sentence that can be a gist would do."""
    names = _names(document)
    most, gains = (_LAW_WORDS, {}) if genre == "law" else (_WORDS[1], _GAINS)
    order = {segment: place for place, segment in enumerate(worth)}
    found = {}
    early = list(worth)[: len(worth) // _TOPIC_PART]
    topics = [s for s in early if genre == "minutes" and _has(document, s, document.segment_text(s), "topic")]
    for segment in [*topics[:1], *(s for s in near if s not in topics[:1])]:
        text = document.segment_text(segment).strip()
        if not _stands(document, segment, text, _WORDS[0], most) or (genre == "minutes" and _TURN.match(text)):
            continue
        gained = sum(gain for kind, gain in gains.items() if _has(document, segment, text, kind))
        named = max((share for name, share in names.items() if name in text), default=0.0)
        others = {name for name in _NAME.findall(text) if name not in names}
        detail = (
            _DETAIL * (len(others) >= _OTHERS)
            + _DETAIL * (len(_FIGURE.findall(text)) >= _FIGURES)
            + _DATED * len(_YEAR.findall(text))
        )
        found[segment] = worth[segment] + _NEAR * near.get(segment, 0.0) + gained + _NAMED * named - detail
        found[segment] += _TOPIC * (segment in topics[:1])
        if genre == "law":
            found[segment] += _OPENS * exp(-order[segment] / 3)
    return found


def _of_act(document: Document, worth: Mapping[int, float]) -> int | None:
    """An act's aim, or its title where that says more: whom it binds."""
    title = _title(document)
    own = aim(document, worth)
    if own is None or title is None:
        return title if own is None else own
    named = set(_NAME.findall(document.segment_text(title))) - set(_NAME.findall(document.segment_text(own)))
    return title if len(named) >= 2 else own


def _stands(document: Document, segment: int, text: str, least: int, most: int) -> bool:
    """Whether a sentence stands alone, has so many words and is nobody else's."""
    about = pattern("gist", primary(document.segment_language(segment)), "purpose")
    of_itself = about is not None and about.match(text) is not None
    never = pattern("gist", primary(document.segment_language(segment)), "never")
    return (
        least <= len(words(text)) <= most
        and primary(document.segment_language(segment)) in (primary(document.language), "und")
        and (of_itself or not (leans(document, segment) or refers(document, segment)))
        and not (text[0].islower() or text[0] in _NO_OPENINGS)
        and not text.endswith(_ENDS_OPEN)
        and not _QUOTES.search(text)
        and not (never and never.search(text[:80]))
    )


def _has(document: Document, segment: int, text: str, kind: str) -> bool:
    found = pattern("gist", primary(document.segment_language(segment)), kind)
    return found is not None and found.search(text) is not None


def _names(document: Document) -> dict[str, float]:
    """The names that a text says most, each with its share of the most frequent one's count."""
    counted = Counter(_NAME.findall(document.text)).most_common(_NAMES)
    return {name: count / counted[0][1] for name, count in counted if count > 1}


def aim(document: Document, segments: Iterable[int]) -> int | None:
    """The first sentence that opens as one that says what an act is about, or the first under such a heading."""
    under = None
    for segment in segments:
        text = document.segment_text(segment).strip()
        if not _stands(document, segment, text, _AIM_WORDS, _LAW_WORDS):
            continue
        opens = pattern("summary", primary(document.segment_language(segment)), "aim")
        if opens is not None and opens.match(text):
            return segment
        heading = _heading(document, segment)
        aims = pattern("gist", primary(document.segment_language(segment)), "heading")
        if under is None and aims and aims.search(heading) and len(words(heading)) <= _HEADING_WORDS:
            under = segment
    return under


def _heading(document: Document, segment: int) -> str:
    """The heading right above a sentence's block; empty where there is none."""
    block = document.segments[segment].block
    before = document.blocks[block - 1] if block else None
    return document.text[before.start : before.end] if before is not None and before.kind == "heading" else ""


def _headline(document: Document) -> int | None:
    """The only heading above all others at the top of a text, if it has so many words that it says what that is."""
    found = {s: document.blocks[segment.block].level for s, segment in enumerate(document.segments[:_TITLE_SEGMENTS])}
    levels = [level for level in found.values() if level]
    tops = [segment for segment, level in found.items() if levels and level == min(levels)]
    return tops[0] if len(tops) == 1 and len(_stems(document.segment_text(tops[0]))) >= _HEADLINE_WORDS else None


def _stems(text: str) -> set[str]:
    """The beginnings of the words that a text is about: the long ones."""
    return {word[:_STEM].casefold() for word in words(text) if len(word) >= _STEM}


def _title(document: Document) -> int | None:
    """The line near the top that names an act: the longest of them, up to 60 words."""
    found = []
    for segment in range(min(_TITLE_SEGMENTS, len(document.segments))):
        text = document.segment_text(segment).strip()
        code = primary(document.segment_language(segment))
        kind = pattern("gist", code, "title") or pattern("gist", primary(document.language), "title")
        named = kind is not None and kind.search(text[:_TITLE_START])
        if (
            named
            and _TITLE_WORDS <= len(words(text)) <= _LAW_WORDS
            and text[-1] not in ".,:;"
            and not is_formula(text, code)
        ):
            found.append(segment)
    return max(found, key=lambda segment: len(document.segment_text(segment)), default=None)


def point(document: Document, segment: int) -> Point:
    """A segment as a point."""
    return Point(one_line(document, [segment], document.segments[segment].language), (Citation(segment),))
