"""Draft: what a reader of one file kind hands on, before sentences and languages are found."""

from collections.abc import Iterable
from dataclasses import dataclass

from translate.document import Block, BlockKind
from translate.issue import Issue
from translate.message import Message, say
from translate.reading.limits import require, require_length


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
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    pages: tuple[tuple[int, int], ...] = ()
    language: str = ""
    issues: tuple[Issue, ...] = ()
    markers: tuple[int, ...] = ()
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
    """

    text: str
    kind: BlockKind = "paragraph"
    label: str = ""
    marker: str = ""
    source_ref: str = ""
    level: int = 0
    pages: tuple[tuple[int, int], ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()


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
        blocks.append(Block(start, start + len(text), part.kind, part.label, part.source_ref, part.level))
        texts.append(text)
        markers.append(len(marker) if words else 0)
        start += len(text) + 2
        require_length(start - 2)
        require("segments", len(blocks))
    text = "\n\n".join(texts)
    return Draft(text, tuple(blocks), title.strip(), tuple(pages), language, issues, tuple(markers), tuple(doubtful))


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
    return _notice(
        one if count == 1 else say("{count} comments beside the text are left out: only the text is read.", count=count)
    )
