"""Codes: what stands in a sentence besides its words, as translation tools show it and let nobody break it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from translate.engines.atoms import atoms
from translate.translation import Translation


class Code(NamedTuple):
    """Words that look otherwise than the rest of their sentence, or are a link, and their translation.

    Attributes:
        start: String index in the segment's text.
        end: String index after its last character.
        target_start: String index in the hypothesis.
        target_end: String index after its last character; the same as `target_start` where nothing became of it.
        is_link: Whether it is a link or a field.
    """

    start: int
    end: int
    target_start: int
    target_end: int
    is_link: bool = False


Codes = Mapping[int, Sequence[Code]]
"""By segment; those of one are disjoint and in the source's order."""


class Mark(NamedTuple):
    """A code in one of the two texts: around words, or in the place of an atom.

    Attributes:
        id: The same in both texts.
        start: String index.
        end: String index.
        kind: "link" or "format" around words; "atom" for a note mark or an address.
    """

    id: str
    start: int
    end: int
    kind: str


class Part(NamedTuple):
    """Words, an atom, or the beginning or the end of a code.

    Attributes:
        kind: "words", "atom", "open" or "close".
        text: Of words and atoms.
        mark: Whose it is; None for words.
    """

    kind: str
    text: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment and its translation with their codes.

    Attributes:
        id: Tells by itself which segment it is, and later whether its words or its translation were changed.
        source: The segment's words, marks and atoms.
        target: Those of its translation.
    """

    id: str
    source: tuple[Part, ...]
    target: tuple[Part, ...]


def pairs(translation: Translation, codes: Codes) -> Iterator[Pair]:
    """Each segment with its translation, in order.

    Args:
        translation: Whole or partial.
        codes: What is known of how its file looks; may be empty.
    """
    for number, (text, hypothesis) in enumerate(zip(translation.source.texts, translation.hypotheses, strict=True)):
        own, other = _marks(text, hypothesis.text, codes.get(number, ()))
        yield Pair(
            f"s{number + 1}-{digest(text)}-{digest(hypothesis.text)}",
            tuple(_parts(text, own)),
            tuple(_parts(hypothesis.text, other)),
        )


def digest(text: str) -> str:
    """What tells a text from others, white space aside: eight characters."""
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _marks(source: str, target: str, codes: Sequence[Code]) -> tuple[list[Mark], list[Mark]]:
    """The codes of both texts, with the same ids. An atom that a code cuts is words."""
    own: list[Mark] = []
    other: list[Mark] = []
    for number, code in enumerate(codes, 1):
        kind = "link" if code.is_link else "format"
        own.append(Mark(str(number), code.start, code.end, kind))
        if code.target_start < code.target_end:
            other.append(Mark(str(number), code.target_start, code.target_end, kind))
    left = list(atoms(target))
    for number, atom in enumerate(atoms(source), len(codes) + 1):
        if _is_cut(own, *atom.span()):
            continue
        own.append(Mark(str(number), *atom.span(), "atom"))
        same = next((one for one in left if one[0] == atom[0] and not _is_cut(other, *one.span())), None)
        if same is not None:
            left.remove(same)
            other.append(Mark(str(number), *same.span(), "atom"))
    return own, other


def _is_cut(marks: Sequence[Mark], start: int, end: int) -> bool:
    """Whether a stretch lies across the edge of a code."""
    return any(start < edge < end for mark in marks for edge in (mark.start, mark.end))


def _parts(text: str, marks: Sequence[Mark]) -> Iterator[Part]:
    """A text in parts: none of its characters is lost."""
    done = 0
    around: Mark | None = None
    for mark in sorted(marks, key=lambda one: (one.start, one.kind == "atom")):
        if around is not None and around.end <= mark.start:
            yield from _words(text, done, around.end)
            yield Part("close", "", around)
            done, around = around.end, None
        yield from _words(text, done, mark.start)
        if mark.kind == "atom":
            yield Part("atom", text[mark.start : mark.end], mark)
            done = mark.end
        else:
            yield Part("open", "", mark)
            done, around = mark.start, mark
    if around is not None:
        yield from _words(text, done, around.end)
        yield Part("close", "", around)
        done = around.end
    yield from _words(text, done, len(text))


def _words(text: str, start: int, end: int) -> Iterator[Part]:
    """A stretch of words, if there are any."""
    if start < end:
        yield Part("words", text[start:end])
