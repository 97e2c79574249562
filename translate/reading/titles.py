"""What a document is called, where its file does not say or says something else."""

import re
from itertools import takewhile

from translate.reading.characters import STOPPED, one_line
from translate.reading.draft import Draft
from translate.segmentation.labels import label_end
from translate.text.words import words

_PROGRAM = re.compile(r"^Microsoft (?:Office )?(?:Word|PowerPoint|Excel) - |\.\w{2,5}\W*$|\w_\w", re.I)
_UNDER = 4  # blocks: a letterhead, a number, what it is about
_LONGEST_NUMBER = 80  # characters
_OPENING = 12  # blocks; a title stands among the first
_LONGEST = 250  # characters
_MOST = 6  # headings that make a title; more in a row are a list
_TELLING = 4  # letters; shorter words stand in every text
_BEGINNING = 30_000  # characters in which the words of a title are looked for
_LEAST = 100  # words of a text that can tell
_SHARE = 0.5  # of a title's telling words that the text must have
# The line of an act or a document of an institution that holds its number: "N.º 27/IV", "No 41", "2026/37".
_NUMBERED = re.compile(r"\b[nN][\w.]{0,2}\s?[ºo°.]\.?\s?\d|№\s?\d|\w/(?:\d|[IVX]+\b)")
_KIND = re.compile(r"[^\W\d_]{4}")


def document_title(draft: Draft, is_property: bool) -> str:
    """The author's title, else the heading that the text begins with.

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
    heading = _opening_heading(draft)
    return _under_letterhead(draft, heading) or heading


def _is_foreign(title: str, text: str) -> bool:
    """Whether a text of some length does without a title's words."""
    said = words(text)
    telling = {word for word in words(title) if len(word) >= _TELLING or not word.isascii()}
    found = len(telling.intersection(said))
    return len(said) >= _LEAST and found < max(_SHARE * len(telling), 1)


def _opening_heading(draft: Draft) -> str:
    """The longest of the highest headings that stand together near the beginning, one without a number if there is.

    An institution's name and a document's kind stand above or below what it is about, and are shorter.
    """
    opening = [block for block in draft.blocks if block.kind not in ("header", "footer")][:_OPENING]
    highest = min((block.level for block in opening if block.kind == "heading"), default=0)
    found: list[str] = []
    for block in opening:
        if block.kind == "heading" and block.level == highest:
            found.append(one_line(draft.text[block.start : block.end]))
        elif found:
            break
    if len(found) > _MOST:
        return ""
    title = max(found, key=lambda text: (label_end(text) == 0, len(text)), default="")
    return title if any(map(str.isalpha, title)) and len(title) <= _LONGEST else ""


def _under_letterhead(draft: Draft, heading: str) -> str:
    """What an act is about, where its one opening heading is an institution's name in capitals over the act's number.

    That is the longest of the lines around its number that are no sentence; empty where no number follows.
    """
    blocks = [block for block in draft.blocks if block.kind not in ("header", "footer")][:_UNDER]
    lines = [one_line(draft.text[block.start : block.end]) for block in blocks]
    if not heading.isupper() or not lines or lines[0] != heading or any(map(str.isdigit, heading)):
        return ""
    under = list(takewhile(_is_line, lines[1:]))
    return max(under, key=len) if any(map(holds_number, under)) else ""


def holds_number(line: str) -> bool:
    """Whether a line by a title is the act's number, with its kind, as "BILL No 27/IV"; a journal's page is none."""
    short = len(line) <= _LONGEST_NUMBER and STOPPED.search(line) is None
    return short and _KIND.search(line) is not None and _NUMBERED.search(line) is not None


def _is_line(text: str) -> bool:
    """Whether a block may be a line of a title: short and no sentence."""
    return len(text) <= _LONGEST and label_end(text) == 0 and STOPPED.search(text) is None
