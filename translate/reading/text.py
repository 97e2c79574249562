"""Plain text → Draft: blocks over the unchanged text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from translate.document import Block, BlockKind
from translate.reading.draft import Draft
from translate.reading.glued import glued
from translate.segmentation.abbreviations import lexicon_words
from translate.segmentation.labels import label, label_end, starts_with_marker

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_FLATTENED = re.compile(r"(?<=[.;:)»”])[ \u00a0]{2,}(?=(?:\d{1,3}\.|\(\w{1,3}\)|[IVX]{1,5}\.) +[A-Z«“])")
_NOTE = r"(?:\s*\([^()]*\))?$"
_CONTINUES = re.compile(rf"[;,؛،；，、](?:\s*[^\W\d_]{{1,5}})?{_NOTE}")
_LEADS_IN = re.compile(rf"[:：]{_NOTE}")
_ENDS = re.compile(rf"[.!?…。！？؟۔।॥։።][\"'”’»›)\]】」』）\d\[]*{_NOTE}")
_ENDS_NOTED = re.compile(r"[.;:]\s*\([^()]*\)$")
_HYPHENATED = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_LAST_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’]?)$")
_TAIL_CHARACTERS = 300

_PROSE_CHARACTERS = 40
"""A line as long as this is part of a paragraph, a shorter one may be a title or an item. On MultiLegalSBD 20 to 80
give the same F1 within 0.1."""

_TITLE_CHARACTERS = 100
"""The longest title."""

_SHOUTED, _SHOUTED_SHARE = 2000, 0.8
"""Letters from which on a text is no title or form, and the share of capitals from which on it has no small letters."""

_LIST_CHARACTERS = 150
"""The longest list without markers of its own that is read, cited and translated as one sentence."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that holds more than white space.

    Attributes:
        start: String index of its first character that is not white space.
        text: From there to its last such character.
        apart: Whether a blank line stands before it.
        full: Whether it is about as long as the lines around it, as wrapped lines are.
    """

    start: int
    text: str
    apart: bool
    full: bool

    @property
    def end(self) -> int:
        """String index after its last character."""
        return self.start + len(self.text)

    @property
    def tail(self) -> str:
        """Its last characters, for patterns that look at how it ends."""
        return self.text[-_TAIL_CHARACTERS:]


def read_text(text: str) -> Draft:
    """Blocks of a plain text: headings, list items, paragraphs.

    A line end alone proves nothing: lines belong together where they are about equally long, or where the sentence
    visibly goes on. A list whose items end in ";" or "," is one sentence and one block, as lawyers read it, however
    long it is: see with_items.

    Args:
        text: Any text. It is not changed; wrapped lines are one block with line ends inside.

    Returns:
        A draft whose blocks hold every character that is not white space. None for white space only.
    """
    groups: list[list[_Line]] = []
    small: list[_Line] = []
    lowered = _small(text)
    places = glued(text)
    for line, other in zip(_lines(text, places), _lines(lowered, places), strict=True):
        if groups and _goes_on(small, other):
            groups[-1].append(line)
            small.append(other)
        else:
            groups.append([line])
            small = [other]
    following = [group[0] for group in groups[1:]]
    blocks = tuple(map(_block, groups, [*following, None]))
    if lowered != text:
        blocks = tuple(_no_title(block) if _ENDS.search(text[block.start : block.end]) else block for block in blocks)
    return Draft(text, blocks)


def _small(text: str) -> str:
    """A text that is all in capitals, in small letters, as capitals make no titles there; else itself."""
    letters = [character for character in text if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    shouts = len(letters) > _SHOUTED and capitals >= _SHOUTED_SHARE * len(letters)
    small = text.lower() if shouts else text
    return small if len(small) == len(text) else text


def _no_title(block: Block) -> Block:
    """The block as a paragraph, if it was taken for a title."""
    return replace(block, kind="paragraph", level=0) if block.kind == "heading" else block


def with_items(draft: Draft) -> Draft:
    """The draft of a plain text with its lists cut into items, but for short ones without markers and blank lines.

    Args:
        draft: From read_text.

    Returns:
        The same text. Each item is a block with a label of its own; all other blocks are unchanged.
    """
    blocks: list[Block] = []
    places = glued(draft.text)
    for block in draft.blocks:
        is_long = block.end - block.start > _LIST_CHARACTERS
        items: list[list[_Line]] = []
        lines = _lines(draft.text, places, block.start, block.end)
        marked = sum(starts_with_marker(line.text) for line in lines) > 1
        for line in lines:
            if items and not _is_item(items[-1][-1], line, is_long, marked):
                items[-1].append(line)
            else:
                items.append([line])
        blocks += [block] if len(items) == 1 else [_block(item, None) for item in items]
    return replace(draft, blocks=tuple(blocks))


def _lines(text: str, places: Sequence[int], start: int = 0, end: int | None = None) -> list[_Line]:
    """Every line with something in it, from one string index to another; a line begins at each of the places, too.

    A numbered paragraph that stands in its predecessor's line after two spaces or more, as flattened tables and
    converted pages have it, is a line of its own with a blank line before it; so is what a converter glued: glued().
    """
    spans = []
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        place = match.start()
        for part in _parts(match, places):
            place = text.index(part, place)
            if inner := part.strip():
                spans.append((text.index(inner[0], place), inner))
            place += len(part)
    fullness = _fullness([len(part) for _, part in spans])
    lines, before = [], start
    for (begun, part), full in zip(spans, fullness, strict=True):
        apart = len(_BREAK.findall(text, before, begun)) != 1
        lines.append(_Line(begun, part, apart, full))
        before = begun + len(part)
    return lines


def _parts(line: re.Match[str], places: Sequence[int]) -> list[str]:
    """What stands in one line but is several: between the places at which lines begin, and as _FLATTENED says."""
    start, end = line.span()
    inside = places[bisect_right(places, start) : bisect_left(places, end)]
    edges = [0, *(place - start for place in inside), end - start]
    return [part for begin, stop in pairwise(edges) for part in _FLATTENED.split(line.group()[begin:stop])]


def _fullness(lengths: list[int]) -> list[bool]:
    """Whether each line has 0.85 of the longest around it, where at least three are so long that they are wrapped.

    On MultiLegalSBD 0.75 and 0.95, two and four lines, or ten lines around each give the same F1 within 0.05.
    """
    full = []
    for position, length in enumerate(lengths):
        around = lengths[max(0, position - 5) : position + 6]
        longest = max(around)
        wrapped = longest >= _PROSE_CHARACTERS and sum(other >= 0.8 * longest for other in around) >= 3
        full.append(wrapped and length >= 0.85 * longest)
    return full


def _goes_on(group: list[_Line], line: _Line) -> bool:
    """Whether a line belongs to the block of the lines before it."""
    before = group[-1]
    if _is_marker(before.text):
        return not _is_marker(line.text)
    if _CONTINUES.search(before.tail):
        return not (line.apart and len(group) == 1 and _is_salutation(before.text, line.text))
    small = _is_small(line.text)
    if line.apart:
        return small and len(before.text) >= _PROSE_CHARACTERS and not _ENDS.search(before.tail)
    if _LEADS_IN.search(before.tail):
        return small and before.full
    if small or _is_unfinished(before.tail) or line.text[0] in ")],;":
        return True
    if starts_with_marker(line.text) or label(line.text):
        return False
    if _is_title(line.text) and not _is_title(before.text):
        return False
    return before.full and not _ENDS_NOTED.search(before.tail)


def _is_unfinished(tail: str) -> bool:
    """Whether a line breaks off inside a word or brackets, or after a word that another must follow."""
    if _HYPHENATED.search(tail) or tail.count("(") > tail.count(")"):
        return True
    last = _LAST_WORD.search(tail)
    if last is None or not (last.group().islower() or (tail.isupper() and len(last.group()) > 1)):
        return False  # "TITLE I" is whole
    return last.group().rstrip("'’").lower() in lexicon_words("und", "starter")


def _is_small(line: str) -> bool:
    """Whether a line begins with a word in lower case, as the middle of a sentence does."""
    return line[0].islower() and not starts_with_marker(line)


def _is_salutation(before: str, line: str) -> bool:
    """Whether "Dear Ms Okafor," stands before a letter's first paragraph."""
    return len(before) < _PROSE_CHARACTERS and not before[0].islower() and line[0].isupper()


def _is_marker(line: str) -> bool:
    """Whether a line is nothing but a list marker or a number, so that it belongs to the next."""
    return len(line) <= 8 and (line.isdecimal() or (starts_with_marker(line) and len(line.split()) == 1))


def _is_title(line: str) -> bool:
    """Whether a line is a short one in capitals."""
    return len(line) <= _TITLE_CHARACTERS and line.isupper() and sum(map(str.isalpha, line)) > 2


def _is_item(before: _Line, line: _Line, is_long: bool, marked: bool) -> bool:
    """Whether a line starts an item of a list: after a semicolon or comma, and set apart.

    Args:
        before: The line before it.
        line: The line.
        is_long: Whether the list is so long that a marker or a capital sets an item apart.
        marked: Whether it has several markers, which then set its items apart at any length; else a blank line does.
    """
    apart = line.apart or ((is_long or marked) and starts_with_marker(line.text)) or (is_long and not before.full)
    return apart and not _is_small(line.text) and _CONTINUES.search(before.tail) is not None


def _block(group: list[_Line], following: _Line | None) -> Block:
    """One block over its lines; the line that follows tells a title from a paragraph."""
    body = "\n".join(line.text for line in group)
    number = label(body)
    kind: BlockKind = "paragraph"
    if _is_heading(body, group, number, following):
        kind = "heading"
    elif starts_with_marker(body):
        kind = "list_item"
    return Block(group[0].start, group[-1].end, kind, number, level=1 if kind == "heading" else 0)


def _is_heading(body: str, group: list[_Line], number: str, following: _Line | None) -> bool:
    """Whether a block is a title: in capitals, a provision's name, or a short line alone above a paragraph."""
    if len(body) > _TITLE_CHARACTERS or body[0].islower() or _CONTINUES.search(body) or _LEADS_IN.search(body):
        return False
    if _is_title(body) or (number and not starts_with_marker(body) and label_end(body) == 0):
        return True
    alone = len(group) == 1 and following is not None and following.apart
    return alone and not _ENDS.search(body) and group[0].text[0].isalnum()
