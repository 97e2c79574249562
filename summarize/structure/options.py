"""Options of a paper: which of them it rejects, so that no summary gives them as what is proposed."""

import re
from collections.abc import Sequence

from translate.document import Document
from translate.tag import primary
from translate.text.lexicon import pattern

_NUMBER = re.compile(r"\W*(\d{1,2}|[A-Z]|[IVX]{1,4})(?!\w)")
_LEAST = 2


def rejected(document: Document, segments: Sequence[int]) -> set[int]:
    """Those of some segments that say what an option is like that the document does not recommend.

    A paper's options stand under headings of their own ("Option A", "Alternative 2", "Opção B"). The recommended one is
    told by its number or letter in a sentence that recommends, or by its place ("the second of them"). Of the others
    only what names them beside a word of rejection can be part of a summary. Empty where nothing tells which one is
    recommended.
    """
    options = _options(document)
    chosen = _recommended(document, options)
    if len(options) < _LEAST or not chosen or len(chosen) == len(options):
        return set()
    others = [span for place, (_, span) in enumerate(options) if place not in chosen]
    return {
        segment for segment in segments if any(segment in span for span in others) and not _rejects(document, segment)
    }


def _options(document: Document) -> list[tuple[str, range]]:
    """Number or letter of each option that has a heading, and the segments under it."""
    found: list[tuple[str, int]] = []
    edges: list[int] = []
    for position, segment in enumerate(document.segments):
        if document.blocks[segment.block].kind != "heading":
            continue
        edges.append(position)
        named = pattern("places", primary(segment.language), "option")
        text = document.segment_text(position)
        option = named.match(text.strip()) if named else None
        number = _NUMBER.match(text.strip(), option.end()) if option else None
        if number:
            found.append((number[1], position))
    ends = [*edges, len(document.segments)]
    return [(number, range(start + 1, next(end for end in ends if end > start))) for number, start in found]


def _recommended(document: Document, options: Sequence[tuple[str, range]]) -> set[int]:
    """Places of the options that a sentence recommends."""
    found: set[int] = set()
    for position, segment in enumerate(document.segments):
        code, text = primary(segment.language), document.segment_text(position)
        advice, named = pattern("summary", code, "advice"), pattern("places", code, "option")
        if not options or advice is None or not advice.search(text) or _rejects(document, position):
            continue
        for place, (number, _) in enumerate(options):
            said = (_NUMBER.match(text, match.end()) for match in named.finditer(text)) if named else ()
            if any(match and match[1] == number for match in said):
                found.add(place)
            ordinal = pattern("places", code, f"place_{place + 1}")
            if position < options[0][1].start and ordinal and ordinal.search(text):
                found.add(place)
    return found


def _rejects(document: Document, segment: int) -> bool:
    """Whether a sentence has a word that refuses an option."""
    refuses = pattern("places", primary(document.segment_language(segment)), "refuses")
    return refuses is not None and refuses.search(document.segment_text(segment)) is not None
