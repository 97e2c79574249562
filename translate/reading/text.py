"""Plain text → Draft: blocks over the unchanged text."""

import re

from translate.document import Block, BlockKind
from translate.labels import label, label_end
from translate.reading.draft import Draft

_LINE = re.compile(r"[^\r\n\f\u2028\u2029]*[^\s][^\r\n\f\u2028\u2029]*")
_BREAK = re.compile(r"\r\n?|[\n\f\u2028\u2029]")


def read_text(text: str) -> Draft:
    """Blocks of a plain text: headings, list items, paragraphs.

    Args:
        text: Any text. It is not changed; wrapped lines are one block with line ends inside.

    Returns:
        A draft whose blocks hold every character that is not white space. None for white space only.
    """
    blocks: list[Block] = []
    lines: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        gap = text[lines[-1][1] : match.start()] if lines else ""
        if lines and (len(_BREAK.findall(gap)) > 1 or _starts_block(text, lines, match)):
            blocks.append(_block(text, lines))
            lines = []
        lines.append(match.span())
    if lines:
        blocks.append(_block(text, lines))
    return Draft(text, tuple(blocks))


def _starts_block(text: str, lines: list[tuple[int, int]], match: re.Match[str]) -> bool:
    """Whether a line starts a block although no blank line stands before it."""
    before = text[slice(*lines[-1])].strip()
    line = match.group().strip()
    return bool(label(line)) or label_end(line) > 0 or _is_title(line) or (len(lines) == 1 and _is_title(before))


def _is_title(line: str) -> bool:
    """Whether a line is a short one in capitals."""
    return line.isupper() and len(line) <= 80 and sum(map(str.isalpha, line)) > 2


def _block(text: str, lines: list[tuple[int, int]]) -> Block:
    """One block over its lines, white space at the edges left out."""
    raw = text[lines[0][0] : lines[-1][1]]
    start = lines[0][0] + len(raw) - len(raw.lstrip())
    end = lines[0][0] + len(raw.rstrip())
    body = text[start:end]
    kind: BlockKind = "heading" if len(lines) == 1 and _is_title(body) else "paragraph"
    if kind == "paragraph" and label_end(body):
        kind = "list_item"
    return Block(start, end, kind, label(body))
