"""Draft: what a reader of one file kind hands on, before sentences and languages are found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from translate.document import Block, BlockKind, Cell
from translate.issue import Issue
from translate.message import Message, say
from translate.reading.characters import raised, visible
from translate.reading.limits import require, require_length


class Piece(NamedTuple):
    """Some of a block's words, and where the file keeps them.

    Attributes:
        text: As the reader took them, before white space and invisible characters are made plain.
        element: The element that holds them or stands for them.
        place: "text" or "tail" of the element, "whole" where it stands for them itself, else its attribute's name.
    """

    text: str
    element: Any
    place: str = "text"


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and its blocks.

    Attributes:
        text: Becomes Document.text as it is.
        blocks: Sorted and disjoint. Their labels may be empty: read() fills those that stand in the text.
        title: The author's title, or empty.
        pages: (string index, page number) pairs, sorted by index: from there on the text is on that page. A note set
            after a paragraph that runs on may go back a page. Empty where the format has no pages.
        language: What the file says its language is, or empty; a hint, as templates often say it wrongly.
        issues: What the reader could not read.
        markers: Length of what stands before each block's words and is not translated ("(a) "); empty where the
            reader does not know it, and read() looks for labels itself.
        doubtful: Half-open string indices of words of which text recognition was unsure, sorted.
        parts: What the blocks were made of, in their order, for writers; empty where the reader makes none.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    pages: tuple[tuple[int, int], ...] = ()
    language: str = ""
    issues: tuple[Issue, ...] = ()
    markers: tuple[int, ...] = ()
    parts: tuple["Part", ...] = field(default=(), repr=False, compare=False)
    doubtful: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One block's words, before it has a place in the whole text.

    Attributes:
        text: The words, without white space around them.
        kind: What the block is in the document.
        label: The number a lawyer cites.
        marker: What stands before the words and is not translated: "(a)", "•"; often the label.
        source_ref: Where the file has it.
        level: Heading level or list depth from 1; 0 for everything else.
        pages: (string index in `text`, page number) pairs, the first at 0; empty where the format has no pages.
        doubtful: Half-open string indices in `text` of words of which text recognition was unsure, sorted.
        pieces: Where the file keeps the words, in order; empty where the reader does not say so.
        cell: Where in a table it stands.
        twins: Parts with the same words that are read only once, such as the footer of another section.
    """

    text: str
    kind: BlockKind = "paragraph"
    label: str = ""
    marker: str = ""
    source_ref: str = ""
    level: int = 0
    pages: tuple[tuple[int, int], ...] = ()
    pieces: tuple[Piece, ...] = field(default=(), repr=False, compare=False)
    twins: tuple["Part", ...] = field(default=(), repr=False, compare=False)
    doubtful: tuple[tuple[int, int], ...] = ()
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a page holds and its readers do not see.

    Attributes:
        struck: Passages that are struck out.
        hidden: Words that the page hides.
        commented: Words in comments.
    """

    struck: int = 0
    hidden: int = 0
    commented: int = 0

    def __add__(self, other: "LeftOut") -> "LeftOut":
        """Both together."""
        return LeftOut(self.struck + other.struck, self.hidden + other.hidden, self.commented + other.commented)

    def issues(self) -> tuple[Issue, ...]:
        """A notice of each kind that there is."""
        found = [struck_out(self.struck)] if self.struck else []
        if self.hidden:
            one = say("1 word that the source hides from its readers is left out here.")
            many = say("{count} words that the source hides from its readers are left out here.", count=self.hidden)
            found.append(_notice(one if self.hidden == 1 else many))
        if self.commented:
            one = say("1 word in a comment of the source is left out.")
            many = say("{count} words in comments of the source are left out.", count=self.commented)
            found.append(_notice(one if self.commented == 1 else many))
        return tuple(found)


def _notice(message: Message) -> Issue:
    """A notice on the whole source."""
    return Issue("reading", None, None, message, "notice", "source")


def assemble(parts: Iterable[Part], title: str = "", language: str = "", issues: tuple[Issue, ...] = ()) -> Draft:
    """The parts as one text, a blank line between them.

    Args:
        parts: In reading order; those without words are left out, unless a marker stands alone.
        title: The author's title.
        language: What the file says its language is.
        issues: What the reader could not read.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    pages: list[tuple[int, int]] = []
    markers: list[int] = []
    doubtful: list[tuple[int, int]] = []
    kept: list[Part] = []
    start = 0
    for part in parts:
        words = part.text.strip()
        marker = f"{part.marker} " if part.marker and words else part.marker
        text = marker + words
        if not text:
            continue
        for index, page in part.pages:
            if not pages or pages[-1][1] != page:
                pages.append((start + len(marker) + index if index else start, page))
        before = start + len(marker)
        doubtful += [(before + first, before + last) for first, last in part.doubtful]
        blocks.append(Block(start, start + len(text), part.kind, part.label, part.source_ref, part.level, part.cell))
        texts.append(text)
        markers.append(len(marker) if words else 0)
        kept.append(part)
        start += len(text) + 2
        require_length(start - 2)
        require("segments", len(blocks))
    return Draft(
        text="\n\n".join(texts),
        blocks=tuple(blocks),
        title=title.strip(),
        pages=tuple(pages),
        language=language,
        issues=issues,
        markers=tuple(markers),
        doubtful=tuple(doubtful),
        parts=tuple(kept),
    )


def origins(pieces: Sequence[Piece], words: str) -> list[tuple[int, int]] | None:
    """Which piece each character of a block came from, and where in the piece it stands.

    Args:
        pieces: As the reader took them.
        words: What it made of them: white space made one space, invisible characters left out.

    Returns:
        As many pairs (position of the piece, string index in its text) as there are characters; None where the words
        are not of these pieces.
    """
    found: list[tuple[int, int]] = []
    for number, piece in enumerate(pieces):
        for index, character in enumerate(piece.text):
            for shown in visible(character):
                expected = words[len(found)] if len(found) < len(words) else ""
                if shown == expected or (shown.isspace() and expected == " "):
                    found.append((number, index))
                elif not shown.isspace():
                    return None
    return found if len(found) == len(words) else None


def cuts(part: Part) -> list[int]:
    """Where tabs part a block's words into fields, such as a heading and its page: string indices of white space."""
    if not any(piece.text == "\t" for piece in part.pieces):
        return []
    places = origins(part.pieces, part.text.strip()) or []
    return [index for index, (number, _) in enumerate(places) if part.pieces[number].text == "\t"]


class Once:
    """Parts of which those with the same words are kept once, the others as its twins."""

    def __init__(self) -> None:
        self._same: dict[str, list[Part]] = {}

    def add(self, part: Part) -> bool:
        """Add a part; whether it is the first with its words. One without words is left out."""
        same = self._same.setdefault(part.text, []) if part.text else []
        same.append(part)
        return bool(part.text) and len(same) == 1

    def parts(self) -> list[Part]:
        """The first of each words, with its twins."""
        return [replace(same[0], twins=tuple(same[1:])) for same in self._same.values()]

    def twins(self, part: Part) -> tuple[Part, ...]:
        """The parts that were added after the first with the same words."""
        return tuple(self._same.get(part.text, ())[1:])


def all_raised(pieces: list[Piece]) -> list[Piece]:
    """The pieces of raised text, numbers as raised digits; where brackets around one go, the first has all words."""
    words = "".join(piece.text for piece in pieces)
    written = raised(words)
    if len(written) != len(words):
        return [piece._replace(text="" if number else written) for number, piece in enumerate(pieces)]
    ends = [sum(len(piece.text) for piece in pieces[: number + 1]) for number in range(len(pieces))]
    return [p._replace(text=written[end - len(p.text) : end]) for p, end in zip(pieces, ends, strict=True)]


def struck_out(count: int) -> Issue:
    """The notice that deleted passages were left out."""
    one = say("1 passage is struck out in the source and left out here: the text is read with its changes accepted.")
    many = say(
        "{count} passages are struck out in the source and left out here: the text is read with its changes accepted.",
        count=count,
    )
    return _notice(one if count == 1 else many)


def formatted_as_hidden() -> Issue:
    """The notice that words formatted as hidden were left out."""
    return _notice(say("Some words are formatted as hidden in the source and left out here."))


def comments_left_out(count: int) -> Issue:
    """The notice that comments beside the text were left out."""
    one = say("1 comment beside the text is left out: only the text is read.")
    many = say("{count} comments beside the text are left out: only the text is read.", count=count)
    return Issue(COMMENTS, None, None, one if count == 1 else many, "notice", "source")


COMMENTS = "comments"
"""Kind of the notice that comments were left out."""
