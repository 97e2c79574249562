"""Headings that are told by their number alone: a short numbered line over a paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.reading.characters import STOPPED
from translate.reading.draft import Part

_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,6})[.)]?[ \u00a0]+(?=[^\W\d_])")
_LONGEST = 80  # characters
_PROSE = 100  # characters; a paragraph that stands under a heading is longer than items of lists are
_LEAST = 2  # one alone may be anything
_DEEPEST = 6


def with_numbered_headings(parts: Sequence[Part]) -> list[Part]:
    """The parts, numbered lines of a text that stand alone over a paragraph made headings below those it has."""
    below = max((part.level for part in parts if part.kind == "heading"), default=0)
    levels = {}
    for position, part in enumerate(parts[:-1]):
        depth = _depth(part)
        if depth and _is_prose(parts[position + 1]) and not (position and _depth(parts[position - 1])):
            levels[position] = min(below + depth, _DEEPEST)
    if len(levels) < _LEAST:
        return list(parts)
    return [
        replace(part, kind="heading", level=levels[position]) if position in levels else part
        for position, part in enumerate(parts)
    ]


def _depth(part: Part) -> int:
    """How many numbers a short line begins with: 2 of "3.1 Scope"; 0 of any other part."""
    written = f"{part.marker} {part.text}" if part.marker else part.text
    found = _NUMBER.match(written)
    if part.kind not in ("paragraph", "list_item") or found is None or len(written) > _LONGEST:
        return 0
    words = written[found.end() :]
    if not words[0].isupper() and words[0].lower() != words[0].upper():
        return 0
    return 0 if STOPPED.search(words) or "\n" in words else found.group(1).count(".") + 1


def _is_prose(part: Part) -> bool:
    """Whether a part is a paragraph of some length."""
    return part.kind == "paragraph" and len(part.text) >= _PROSE and STOPPED.search(part.text) is not None
