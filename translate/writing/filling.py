"""A document's blocks in its file: each block's translation put where its words stood."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from translate.errors import InputError
from translate.message import say
from translate.reading.draft import Draft, Part, Piece, origins
from translate.translation import Translation
from translate.writing.leaves import Grammar, Region, Scribe, leaves
from translate.writing.weaving import Weaver
from translate.writing.woven import Sentence, Woven


def blocks(translation: Translation, draft: Draft) -> Iterator[tuple[Part, Woven]]:
    """The parts of a file, each with what it says in both languages.

    Args:
        translation: Of the document that was read from the file.
        draft: The file, read again.

    Raises:
        InputError: It is another file.
    """
    source, target = translation.source, translation.target
    if source.text != draft.text or len(draft.parts) != len(source.blocks):
        raise InputError(
            say(
                "The file holds other words than those that were translated. The translation goes into the file that "
                "it was made from. Give that file, or translate this one."
            )
        )
    by_block = source.segments_by_block()
    for number, part in enumerate(draft.parts):
        start, target_start = (side.blocks[number].start + draft.markers[number] for side in (source, target))
        sentences = tuple(_sentence(translation, segment, start, target_start) for segment in by_block[number])
        words = source.text[start : source.blocks[number].end]
        yield part, Woven(words, target.text[target_start : target.blocks[number].end], sentences)


def _sentence(translation: Translation, segment: int, start: int, target_start: int) -> Sentence:
    """One segment in the words of its block."""
    own, other = translation.source.segments[segment], translation.target.segments[segment]
    hypothesis = translation.hypotheses[segment]
    links = hypothesis.alignment if hypothesis.text == translation.target.segment_text(segment) else ()
    return Sentence(
        own.start - start, own.end - start, other.start - target_start, other.end - target_start, tuple(links)
    )


def fill(
    part: Part, block: Woven, grammar: Grammar, region: Callable[[Sequence[Piece]], Region | None]
) -> Iterator[Any]:
    """Put a block's translation where its words stood, and where the same words stand once more.

    Args:
        part: As the reader took it.
        block: What it says.
        grammar: Of the file kind.
        region: Where pieces stand that follow each other, given those of one element; None where they stand in an
            attribute or in a text of their own, which is exchanged as a whole.

    Yields:
        The elements that were changed.
    """
    if block.source == block.target:
        return
    for one in (part, *part.twins):
        places = origins(one.pieces, block.source)
        for first, last, start, end in stretches(one.pieces, places, region) if places else ():
            pieces = one.pieces[first:last]
            own = [(number - first, index) for number, index in (places or ())[start:end]]
            where = region(pieces)
            if where is None:
                _exchange(pieces, own, block.part(start, end))
                yield pieces[0].element
                continue
            yield where.element
            weaver = Weaver(block.part(start, end), leaves(where, grammar, pieces), pieces, own, grammar)
            scribe = Scribe(where, grammar)
            weaver.write(scribe)
            scribe.finish()


def stretches(
    pieces: Sequence[Piece], places: Sequence[tuple[int, int]], region: Callable[[Sequence[Piece]], Region | None]
) -> Iterator[tuple[int, int, int, int]]:
    """Pieces that stand in one element, from one to before another, and the stretch of the words that they gave."""

    def owner(number: int) -> Any:
        piece = pieces[number]
        if piece.element is None:
            return None
        where = region([piece])
        return (piece.element, piece.place) if where is None else where.element

    for element, numbers in groupby(range(len(pieces)), key=owner):
        own = list(numbers)
        inside = [i for i, (number, _) in enumerate(places) if own[0] <= number <= own[-1]]
        if element is not None and inside:
            yield own[0], own[-1] + 1, inside[0], inside[-1] + 1


def _exchange(pieces: Sequence[Piece], places: Sequence[tuple[int, int]], block: Woven) -> None:
    """Exchange words that stand alone in an attribute or text."""
    for number, piece in enumerate(pieces):
        inside = [i for i, (own, _) in enumerate(places) if own == number]
        words = block.part(inside[0], inside[-1] + 1).target if inside else ""
        if piece.place == "text":
            piece.element.text = words
        elif piece.place == "tail":
            piece.element.tail = words
        elif piece.place != "whole":
            piece.element.set(piece.place, words)


def touched(roots: dict[str, Any], elements: Iterable[Any]) -> set[str]:
    """Names of the archive's parts that some elements are in."""
    names = {root: name for name, root in roots.items()}
    return {names[element.getroottree().getroot()] for element in elements}


def translated_words(translation: Translation) -> dict[str, str]:
    """What each block's words became, for titles and tables of contents that say the same once more."""
    source, target = translation.source, translation.target
    return {
        " ".join(source.text[own.start : own.end].split()): target.text[other.start : other.end]
        for own, other in zip(reversed(source.blocks), reversed(target.blocks), strict=True)
    }
