"""gist(): the one sentence or title that says what a text is for, or what it concludes."""

import re
from collections.abc import Iterable, Mapping, Sequence

from summarize.structure.candidates import UNMARKED
from summarize.structure.dangling import leans, refers
from summarize.structure.speakers import named
from summarize.structure.titles import title_segments
from summarize.summary import Citation, Point, one_line
from translate.document import Document
from translate.tag import primary
from translate.text.genre import Genre
from translate.text.lexicon import pattern
from translate.text.words import words

# A gist is a line or two. An act's title or aim may be longer, as it says all in one.
_WORDS, _AIM_WORDS, _LAW_WORDS = (8, 45), 5, 60
_TITLE_SEGMENTS = 15
_TOPIC_PART = 5
# A sentence of an act that tells less is not the gist: of 65 acts, with weights from others, it is the marked one or
# states a point of importance 3 in 35 of the 44 where it tells more, in 13 of the 21 others.
_TELLING = 0.28
# "Purpose and principles"; "Integration of the objectives into other policies" is about something else.
_HEADING_WORDS = 4
_QUOTES = re.compile(r"[\"“„«「]")
# A headline says what a text is about with so many long words.
_HEADLINE_WORDS, _STEM = 5, 5
_ENDED = re.compile(r"[.。।۔][)\]”’»」]*$")
_TURN = re.compile(r"[^:]{1,80}: ")
_NO_OPENINGS = "[(*#•–—-"


def gist(document: Document, telling: Mapping[int, float], genre: Genre) -> tuple[int, ...]:
    """The segment that says in a line what a text is for, or what it concludes; none where no sentence can.

    Of an act it is the whole title, over all its lines, where no sentence tells that well. Of a meeting it is what is
    said in its first fifth to be the topic.

    Args:
        document: Any document.
        telling: Of each segment that could be one how well it tells that.
        genre: What the document is.
    """
    most = _LAW_WORDS if genre == "law" else _WORDS[1]
    found, topics = [], []
    for segment in telling:
        text = document.segment_text(segment).strip()
        turn = genre == "minutes" and _TURN.match(text)
        if turn or not _stands(document, segment, text, _WORDS[0], most) or _is_formal(document, segment, text):
            continue
        found.append(segment)
        if genre == "minutes" and segment < len(document.segments) // _TOPIC_PART and _tells_topic(document, segment):
            topics.append(segment)
    if genre == "law" and (stated := _stated_aim(document, telling)) is not None:
        return (stated,)
    best = max(topics[:1] or found, key=lambda segment: (telling[segment], -segment), default=None)
    untold = genre == "law" and (best is None or telling[best] < _TELLING)
    if untold and len(words(document.title)) >= _WORDS[0] and (title := title_segments(document, document.title)):
        return title
    return () if best is None else (best,)


def _is_formal(document: Document, segment: int, text: str) -> bool:
    """Whether a sentence thanks, greets, tells a penalty, or when a text begins and ends to be in force."""
    code = primary(document.segment_language(segment))
    cues = (pattern(*cue) for cue in (("cues", code, "ceremony"), ("cues", code, "end"), ("summary", code, "penalty")))
    return any(cue is not None and cue.search(text) is not None for cue in cues)


def _tells_topic(document: Document, segment: int) -> bool:
    """Whether a sentence says what a meeting is about."""
    topic = pattern("gist", primary(document.segment_language(segment)), "topic")
    return topic is not None and topic.search(document.segment_text(segment)) is not None


def shared(document: Document, segments: Sequence[int]) -> list[float]:
    """Of the long words of a text's title the share that each sentence has, 0 to 1; 0 where there is no such title."""
    headline = _headline(document)
    sought = _stems(document.segment_text(headline)) if headline is not None else set()
    return [len(sought & _stems(document.segment_text(segment))) / max(1, len(sought)) for segment in segments]


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
        and (_ENDED.search(text) is not None or primary(document.language) in UNMARKED)
        and not _QUOTES.search(text)
        and not (never and never.search(text[:80]))
    )


def aim(document: Document, segments: Iterable[int]) -> int | None:
    """The first sentence that opens as one that says what an act is about, or the first under such a heading."""
    under = None
    for segment in segments:
        if not _stands(document, segment, document.segment_text(segment).strip(), _AIM_WORDS, _LAW_WORDS):
            continue
        if _opens_as_aim(document, segment):
            return segment
        heading = _heading(document, segment)
        aims = pattern("gist", primary(document.segment_language(segment)), "heading")
        if under is None and aims and aims.search(heading) and len(words(heading)) <= _HEADING_WORDS:
            under = segment
    return under


def _stated_aim(document: Document, segments: Iterable[int]) -> int | None:
    """The first sentence in which an act says of itself what it is for, not only what it applies to."""
    for segment in segments:
        text = document.segment_text(segment).strip()
        covers = pattern("gist", primary(document.segment_language(segment)), "covers")
        if not _opens_as_aim(document, segment) or ":" in text or (covers is not None and covers.search(text)):
            continue
        if _stands(document, segment, text, _AIM_WORDS, _LAW_WORDS):
            return segment
    return None


def _opens_as_aim(document: Document, segment: int) -> bool:
    """Whether a sentence opens as one that says what an act is about."""
    opens = pattern("summary", primary(document.segment_language(segment)), "aim")
    return opens is not None and opens.match(document.segment_text(segment).strip()) is not None


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


def point(document: Document, segments: Sequence[int], genre: Genre) -> Point:
    """Some segments as a point."""
    text = one_line(document, segments, document.segments[segments[0]].language)
    citations = tuple(Citation(segment) for segment in segments)
    return Point(text, citations, speaker=named(document, segments, genre))
