"""Places that a summary has for what any reader of such a text asks, wherever it stands."""

from collections.abc import Collection, Sequence

from summarize.structure.dangling import antecedents
from translate.document import Document
from translate.tag import primary
from translate.text.genre import Genre
from translate.text.lexicon import pattern

# Kinds of sentence that have a place in a list wherever they stand: lexicon and kind of word. On the 45 marked texts
# the place for an act's end finds 0.5 % more of the points.
_HOLDING: dict[Genre, tuple[tuple[str, str], ...]] = {
    "law": (("summary", "penalty"), ("cues", "end")),
    "report": (("places", "recommends"), ("summary", "advice")),
}
# What sections that say the main thing are called.
_SECTIONS: dict[Genre, str] = {"report": "concludes"}
# The author's conclusion is looked for in the last tenth of a text. That finds 1 % more of the points; looking in the
# last twentieth only finds 0.7 % fewer.
_ENDING = 10


def places(document: Document, segments: Sequence[int], genre: Genre) -> list[Collection[int]]:
    """For each place the segments that could fill it; some may be empty.

    Args:
        document: Any document.
        segments: Ids of those that may be points, ascending.
        genre: What the document is.
    """
    found: list[Collection[int]] = [_holding(document, segments, *words) for words in _HOLDING.get(genre, ())]
    if genre in _SECTIONS:
        found.append(_under(document, segments, _SECTIONS[genre]))
    if genre != "law":
        found.append(segments[len(segments) - len(segments) // _ENDING :])
    return found


def _holding(document: Document, segments: Sequence[int], lexicon: str, kind: str) -> list[int]:
    """The segments that have a word of a lexicon, or whose list is introduced with it."""
    brought = antecedents(document, segments)
    found = []
    for segment in segments:
        sought = pattern(lexicon, primary(document.segment_language(segment)), kind)
        shown = [segment, *([brought[segment]] if segment in brought else [])]
        found += [segment] if sought and any(sought.search(document.segment_text(one)) for one in shown) else []
    return found


def _under(document: Document, segments: Sequence[int], kind: str) -> list[int]:
    """The segments whose heading has a word of a kind."""
    inside, under = False, set()
    for position, segment in enumerate(document.segments):
        if document.blocks[segment.block].kind == "heading":
            named = pattern("places", primary(document.language), kind)
            inside = named is not None and named.search(document.segment_text(position)) is not None
        elif inside:
            under.add(position)
    return [segment for segment in segments if segment in under]
