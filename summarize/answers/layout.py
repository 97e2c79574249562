"""What a text's layout says of its sentences: which introduces a list, what stands in a row, what is only a mark."""

import re

from translate.document import Document

INTRODUCES = re.compile(r"[:：]\W*$")
_CELL = re.compile(r"(.*row )(\d+), column (\d+)$")
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
# Marks of Markdown that a plain text file was left with; a star or a line between letters is none.
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:https?://|mailto:)[^()\s]*\)")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_MOST_HEADING_WORDS = 20


def bare(text: str) -> str:
    """A line without marks of Markdown.

    >>> bare("### **What** _they_ found [in 2024](https://example.org/x)")
    'What they found in 2024'
    >>> bare("snake_case_name and 2 * 3 * 4")
    'snake_case_name and 2 * 3 * 4'
    """
    if not any(mark in text for mark in "#*_]"):
        return text
    shown = _HASHES.sub("", text, count=1) if text.startswith("#") else text
    shown = _LINK.sub(r"\1", shown)
    for _ in range(2):  # "**_both_**"
        shown = _STRONG.sub(r"\2", shown)
    return shown or text


def is_marked_heading(document: Document, segment: int) -> bool:
    """Whether a line of plain text is marked as a heading: "#### Background"."""
    text = document.segment_text(segment)
    return bool(_HASHES.match(text)) and len(text.split()) <= _MOST_HEADING_WORDS


def introductions(document: Document) -> dict[int, int]:
    """For each item of a list, the sentence that introduces it: "(b) …" says nothing without "They shall not: …".

    A list is what follows a sentence that ends in a colon: blocks whose labels look alike ("a)", "b)"; dashes). One
    inside another is told by its labels; a heading, or a paragraph without a label, ends all.

    Returns:
        Segment ids by the first segment of each item.
    """
    found: dict[int, int] = {}
    open_lists: list[tuple[int, str, str]] = []  # who introduces, how its own label looks, how the items' labels look
    by_block = document.segments_by_block()
    for number, block in enumerate(document.blocks):
        segments = by_block.get(number, ())
        if not segments:
            continue
        item = block.kind == "list_item" or (block.kind == "paragraph" and bool(block.label))
        look = _look(block.label) if item else ""
        if block.kind == "heading" or (block.kind == "paragraph" and not item):
            open_lists.clear()
        elif item:
            while open_lists and look not in (open_lists[-1][2], "" if open_lists[-1][2] else look):
                open_lists.pop()
            if open_lists and not open_lists[-1][2]:
                introduction, own, _ = open_lists.pop()
                if look != own:
                    open_lists.append((introduction, own, look))
            if open_lists and open_lists[-1][2] == look:
                found[segments[0]] = open_lists[-1][0]
        if block.kind in ("paragraph", "list_item") and INTRODUCES.search(document.segment_text(segments[-1])):
            open_lists.append((segments[-1], look, ""))
    return found


def table_rows(document: Document) -> tuple[dict[int, int], dict[int, tuple[int, ...]]]:
    """Rows of tables, without the first of each.

    Returns:
        How many segments a row has by its first segment, and the segments of the table's first row by segment.
    """
    cells: dict[tuple[str, int], list[int]] = {}
    for position, segment in enumerate(document.segments):
        block = document.blocks[segment.block]
        match = _CELL.match(block.source_ref) if block.kind == "table_cell" else None
        if match is not None:
            cells.setdefault((match[1], int(match[2])), []).append(position)
    rows: dict[int, int] = {}
    columns: dict[int, tuple[int, ...]] = {}
    for (table, row), own in cells.items():
        head = cells.get((table, 1))
        if row > 1 and head and own[-1] - own[0] == len(own) - 1:
            rows[own[0]] = len(own)
            columns |= dict.fromkeys(own, tuple(head))
    return rows, columns


def _look(label: str) -> str:
    """How a label looks, whatever it counts: "(a)" and "(b)" look alike; "•" where there is none."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "1", label.strip())) or "•"
