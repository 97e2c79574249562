"""Plain text → Draft: blocks over the unchanged text."""

import re
from dataclasses import dataclass

from translate.document import Block, BlockKind
from translate.labels import label, label_end, starts_with_marker
from translate.reading.draft import Draft

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_NOTE = r"(?:\s*\([^()]*\))?\s*$"
_CONTINUES = re.compile(rf"[;,](?:\s*[^\W\d_]{{1,5}})?{_NOTE}")
_LEADS_IN = re.compile(rf"[:：]{_NOTE}")
_ENDS = re.compile(r"[.!?…。！？؟۔।॥։።][\"'”’»›)\]】」』）\d\[]*$")
_HYPHENATED = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_PROSE_CHARACTERS = 40
_TITLE_CHARACTERS = 100
_LISTED_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that holds more than white space.

    Attributes:
        start: String index of its first character that is not white space.
        end: String index after its last one.
        text: What lies between.
        apart: Whether a blank line stands before it.
        full: Whether it is about as long as the lines around it, as a wrapped line is.
    """

    start: int
    end: int
    text: str
    apart: bool
    full: bool


def read_text(text: str) -> Draft:
    """Blocks of a plain text: headings, list items, paragraphs.

    A line end alone proves nothing: a paragraph is wrapped where its lines are about equally long, or where the next
    line goes on in lower case. A list whose items end in ";" or "," is one sentence and one block as long as it can
    be read at once; a longer one is a block an item.

    Args:
        text: Any text. It is not changed; wrapped lines are one block with line ends inside.

    Returns:
        A draft whose blocks hold every character that is not white space. None for white space only.
    """
    blocks: list[Block] = []
    lines: list[_Line] = []
    for line in _lines(text):
        if lines and not _goes_on(lines[-1], line, len(lines) == 1):
            blocks += _blocks(text, lines)
            lines = []
        lines.append(line)
    if lines:
        blocks += _blocks(text, lines)
    return Draft(text, tuple(blocks))


def _lines(text: str) -> list[_Line]:
    """Every line with something in it."""
    spans = []
    for match in _LINE.finditer(text):
        if part := match.group().strip():
            start = match.start() + match.group().index(part[0])
            spans.append((start, start + len(part)))
    widths = _widths([end - start for start, end in spans])
    lines, before = [], 0
    for (start, end), width in zip(spans, widths, strict=True):
        apart = len(_BREAK.findall(text, before, start)) > 1
        lines.append(_Line(start, end, text[start:end], apart, end - start >= width))
        before = end
    return lines


def _widths(lengths: list[int]) -> list[float]:
    """Length from which a line counts as full, for every line: 0.85 of the longest of those around it.

    Infinite where fewer than three of them are as long, as paragraphs of one line each are.
    """
    widths: list[float] = []
    for position in range(len(lengths)):
        around = lengths[max(0, position - 5) : position + 6]
        longest = max(around)
        wrapped = longest >= _PROSE_CHARACTERS and sum(length >= 0.8 * longest for length in around) >= 3
        widths.append(0.85 * longest if wrapped else float("inf"))
    return widths


def _goes_on(before: _Line, line: _Line, first: bool) -> bool:
    """Whether a line belongs to the block of the line before it."""
    if first and starts_with_marker(before.text) and _is_marker(before.text):
        return not _is_marker(line.text)
    if _CONTINUES.search(before.text):
        return True
    small = line.text[0].islower() and not starts_with_marker(line.text)
    if line.apart:
        return small and len(before.text) >= _PROSE_CHARACTERS and not _ENDS.search(before.text)
    if _LEADS_IN.search(before.text):
        return small and before.full
    if _HYPHENATED.search(before.text) or small:
        return True
    if starts_with_marker(line.text) or label(line.text) or label_end(line.text) or _is_title(line.text):
        return False
    return before.full


def _is_marker(line: str) -> bool:
    """Whether a line is nothing but a list marker or a number."""
    return line.isdigit() or (len(line) <= 8 and starts_with_marker(line) and len(line.split()) == 1)


def _is_title(line: str) -> bool:
    """Whether a line is a short one in capitals."""
    return line.isupper() and len(line) <= _TITLE_CHARACTERS and sum(map(str.isalpha, line)) > 2


def _blocks(text: str, lines: list[_Line]) -> list[Block]:
    """One block over the lines, or one an item where a list is too long to be one sentence."""
    if lines[-1].end - lines[0].start <= _LISTED_CHARACTERS or len(lines) == 1:
        return [_block(text, lines)]
    blocks, items = [], [lines[0]]
    for line in lines[1:]:
        if _CONTINUES.search(items[-1].text) and starts_with_marker(line.text):
            blocks.append(_block(text, items))
            items = []
        items.append(line)
    return [*blocks, _block(text, items)]


def _block(text: str, lines: list[_Line]) -> Block:
    """One block over its lines."""
    start, end = lines[0].start, lines[-1].end
    body = text[start:end]
    number = label(body)
    kind: BlockKind = "paragraph"
    if _is_title(body) or (number and not label_end(body) and len(body) <= _TITLE_CHARACTERS):
        kind = "heading"
    elif starts_with_marker(body):
        kind = "list_item"
    return Block(start, end, kind, number)
