"""shaped(): a summary with what a reader with a minute wants above and around its points."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from summarize.methods.hybrid import sentences
from summarize.methods.worth import kind_of, worths
from summarize.shape.digest import digest
from summarize.shape.groups import groups, kind_of_point
from summarize.structure.dangling import leans
from summarize.structure.signs import signs
from summarize.summary import GROUP_KINDS, Citation, Point, Summary, one_line
from translate.choices import Watch
from translate.document import Document
from translate.tag import primary
from translate.text.genre import Genre, guess_genre
from translate.text.lexicon import pattern
from translate.text.words import words

_GIST_WORDS = (8, 40)
"""A gist is a line or two: shorter ones say too little, longer ones are no gist."""
_LEAST_TITLE = 8
_TITLE_WORDS = 60
"""An act's title or aim may be longer, as it says all in one."""
_QUOTES = re.compile(r"[\"“„«]")


def shaped(summary: Summary, watch: Watch = Watch()) -> Summary:
    """The summary with its gist, its groups and, where the text is long, its digest; the points stay as they are.

    Args:
        summary: What a method made.
        watch: Once it says stop, Stopped is raised.
    """
    watch.heed()
    document = summary.document
    if not summary.points:
        return summary
    genre = summary.genre or guess_genre(document)
    known = sentences(document, genre)
    worth = worths()[kind_of(genre)].by_signs(signs(document, known.segments, known.vectors, watch))
    by_segment = dict(zip(known.segments, worth.tolist(), strict=True))
    aims = [known.segments[position] for position in known.aim]
    return replace(
        summary,
        gist=_point(document, _gist(summary, genre, by_segment, aims)),
        groups=groups(summary),
        digest=digest(document, by_segment),
    )


def _gist(summary: Summary, genre: Genre, worth: Mapping[int, float], aims: Sequence[int]) -> int:
    """The segment that says most in a line.

    Of an act the sentence that says what it is about, else its title; of a report a point's sentence that recommends,
    else a title of eight words or more. Of other texts the point's sentence that is worth most of those that say what
    it is about or what is decided, fit on a line and lean on nothing. Else the shortest of all that the points cite.
    """
    document = summary.document
    sizes = {segment: len(words(document.segment_text(segment))) for segment in worth}
    headings = [s for s in worth if document.blocks[document.segments[s].block].kind == "heading"]
    for segment in [*aims, *headings] if genre == "law" else ():
        if sizes[segment] <= _TITLE_WORDS:
            return segment
    cited = [citation.segment for point in summary.points for citation in point.citations]
    sizes |= {segment: len(words(document.segment_text(segment))) for segment in cited}
    least, most = _GIST_WORDS[0], _TITLE_WORDS if genre == "law" else _GIST_WORDS[1]
    short = [s for s in cited if least <= sizes[s] <= most and _stands(document, s)]
    if genre == "report" and (own := [s for s in short if _has(document, s, "recommends")] or _title(document)):
        return max(own, key=lambda s: worth.get(s, -1.0))
    kinds = {s: kind_of_point(document.segment_text(s), document.segment_language(s), act=False) for s in short}
    for wanted in (("about", "decides"), GROUP_KINDS):
        found = [s for s in short if kinds[s] in wanted]
        if found:
            return max(found, key=lambda s: worth.get(s, -1.0))
    others = [s for s in worth if least <= sizes[s] <= most and _stands(document, s)]
    return max(others, key=lambda s: worth[s]) if others else min(cited, key=lambda s: sizes[s])


def _stands(document: Document, segment: int) -> bool:
    """Whether a sentence stands alone, neither introduces a list nor cries out, nor is what somebody else said.

    "This paper examines …" speaks of the text itself and leans on nothing.
    """
    text = document.segment_text(segment).strip()
    about = pattern("shape", primary(document.segment_language(segment)), "about")
    of_itself = about is not None and about.match(text) is not None
    return (
        (of_itself or not leans(document, segment))
        and not text.endswith((":", "：", "!", "！"))
        and not _QUOTES.search(text)
    )


def _has(document: Document, segment: int, kind: str) -> bool:
    """Whether a sentence has a word of a kind."""
    sought = pattern("places", primary(document.segment_language(segment)), kind)
    return sought is not None and sought.search(document.segment_text(segment)) is not None


def _title(document: Document) -> list[int]:
    """The heading that opens a document, if it says something; none where it is short, or does not open it."""
    opens = document.segments[0]
    size = len(words(document.segment_text(0)))
    return [0] if document.blocks[opens.block].kind == "heading" and _LEAST_TITLE <= size <= _GIST_WORDS[1] else []


def _point(document: Document, segment: int) -> Point:
    return Point(one_line(document, [segment], document.segments[segment].language), (Citation(segment),))
