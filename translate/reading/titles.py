"""What a document is called, where its file does not say or says something else."""

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from translate.document import Block
from translate.reading.characters import STOPPED, one_line
from translate.reading.draft import Draft
from translate.reading.published import is_publishers
from translate.segmentation.labels import label_end
from translate.text.words import words

_PROGRAM = re.compile(r"^Microsoft (?:Office )?(?:Word|PowerPoint|Excel) - |\.\w{2,5}\W*$|\w_\w", re.I)
_UNDER = 4  # blocks: a letterhead, a number, what it is about
_LONGEST_NUMBER = 80  # characters
_PUBLISHERS = 8  # blocks; a journal's name, a notice, a code, a page
_OPENING = 12  # blocks; a title stands among the first
_LONGEST = 250  # characters
_LONGEST_ACT = 600  # characters of the title of an act, which may name all parties
_KIND_WORDS = 2  # "CONVENTION", "COOPERATION AGREEMENT": what it is about stands under it
_MOST = 6  # headings that make a title; more in a row are a list
_TELLING = 4  # letters; shorter words stand in every text
_BEGINNING = 30_000  # characters in which the words of a title are looked for
_LEAST = 100  # words of a text that can tell
_SHARE = 0.5  # of a title's telling words that the text must have
# The line of an act or a document of an institution that holds its number: "N.º 27/IV", "No 41", "2026/37".
_NUMBERED = re.compile(r"\b[nN][\w.]{0,2}\s?[ºo°.]\.?\s?\d|№\s?\d|\w/(?:\d|[IVX]+\b)")
_KIND = re.compile(r"[^\W\d_]{4}")


def document_title(draft: Draft, is_property: bool) -> str:
    """The author's title, else the heading that the text begins with, below what its publisher printed above it.

    Args:
        draft: Of any file.
        is_property: Whether its title is a property of the file that its pages do not show. What a program put there, a
            file's name or the title of the document that served as a template, is no title: of that one the text has
            few words.
    """
    given = one_line(draft.title).strip("\x00 ")
    text = draft.text[:_BEGINNING]
    if given and not (is_property and (_PROGRAM.search(given) or _is_foreign(given, text))):
        return given
    shown = [block for block in draft.blocks if block.kind not in ("header", "footer")]
    own = list(dropwhile(lambda block: is_publishers(_line(draft, block)), shown[:_PUBLISHERS]))
    if own and len(own) < len(shown[:_PUBLISHERS]) and _is_line(first := _line(draft, own[0]), _LONGEST_ACT):
        return _continued(first, [_line(draft, block) for block in own[1:]])
    heading = _opening_heading(draft, shown[:_OPENING])
    if heading and (title := _under_letterhead(draft, heading, shown[:_UNDER])):
        return title
    lines = [_line(draft, block) for block in shown[:_OPENING]]
    return _continued(heading, lines[lines.index(heading) + 1 :]) if heading else ""


def _continued(title: str, following: Sequence[str]) -> str:
    """A title with the lines that go on with it, as "on tolls" does under "AGREEMENT"."""
    is_kind = title.isupper() and len(title.split()) <= _KIND_WORDS
    further = [*takewhile(lambda line: line[:1].islower() and _is_line(line, _LONGEST_ACT), following)]
    if not further and is_kind and following and following[0].isupper():
        further = [following[0]]
    return " ".join((title, *further))


def _line(draft: Draft, block: Block) -> str:
    """The text of a block on one line."""
    return one_line(draft.text[block.start : block.end])


def _is_foreign(title: str, text: str) -> bool:
    """Whether a text of some length does without a title's words."""
    said = words(text)
    telling = {word for word in words(title) if len(word) >= _TELLING or not word.isascii()}
    found = len(telling.intersection(said))
    return len(said) >= _LEAST and found < max(_SHARE * len(telling), 1)


def _opening_heading(draft: Draft, opening: Sequence[Block]) -> str:
    """The longest of the highest headings that stand together near the beginning, one without a number if there is.

    An institution's name and a document's kind stand above or below what it is about, and are shorter.
    """
    highest = min((block.level for block in opening if block.kind == "heading"), default=0)
    found: list[str] = []
    for block in opening:
        if block.kind == "heading" and block.level == highest:
            found.append(_line(draft, block))
        elif found:
            break
    if len(found) > _MOST:
        return ""
    title = max(found, key=lambda text: (label_end(text) == 0, len(text)), default="")
    return title if any(map(str.isalpha, title)) and len(title) <= _LONGEST else ""


def _under_letterhead(draft: Draft, heading: str, blocks: Sequence[Block]) -> str:
    """What an act is about, where its one opening heading is an institution's name in capitals over the act's number.

    That is the longest of the lines around its number that are no sentence; empty where no number follows.
    """
    lines = [_line(draft, block) for block in blocks]
    if not heading.isupper() or not lines or lines[0] != heading or any(map(str.isdigit, heading)):
        return ""
    under = list(takewhile(_is_line, lines[1:]))
    return max(under, key=len) if any(map(holds_number, under)) else ""


def holds_number(line: str) -> bool:
    """Whether a line by a title is the act's number, with its kind, as "BILL No 27/IV"; a journal's page is none."""
    short = len(line) <= _LONGEST_NUMBER and STOPPED.search(line) is None
    return short and _KIND.search(line) is not None and _NUMBERED.search(line) is not None


def _is_line(text: str, longest: int = _LONGEST) -> bool:
    """Whether a block may be a line of a title: short and no sentence."""
    return len(text) <= longest and label_end(text) == 0 and STOPPED.search(text) is None
