"""Menus and other matter around a page's text: kept and translated, but set apart, so that no summary is made of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from translate.document import BlockKind
from translate.issue import Issue
from translate.message import say
from translate.reading.draft import Part

_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|consent|sidebar|share|sharing|social|newsletter|"
    r"pagination|pager|skip-link|advert\w*|banner|contentinfo|complementary)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CONTENT = frozenset(("article", "main", "body", "html"))
_LINKED = 0.9  # of a block's characters, from which on it is but a link
_SHORT = 60  # characters; links to what a text cites are longer
_RUN = 4  # links in a row that make a menu; a text may cite three
_PROSE = 100  # characters of a block that is text
_MOST = 0.6  # of a page's characters: a page of links is an index, and its links are what it says


def with_boilerplate(parts: Sequence[Part]) -> tuple[list[Part], tuple[Issue, ...]]:
    """A page's parts, those around its text made headers before it and footers after it, and a notice of them.

    Args:
        parts: As the page was read; their pieces name its elements.
    """
    around = {place for place, part in enumerate(parts) if _is_named(part)} | set(_menus(parts))
    around = {place for place in around if parts[place].kind not in ("header", "footer", "footnote")}
    inside = [place for place, part in enumerate(parts) if place not in around and len(part.text) >= _PROSE]
    characters = sum(len(parts[place].text) for place in around)
    if not around or not inside or characters > _MOST * sum(len(part.text) for part in parts):
        return list(parts), ()
    kinds: dict[int, BlockKind] = {place: "header" if place < inside[0] else "footer" for place in around}
    found = [
        replace(part, kind=kinds[place], level=0, cell=None) if place in kinds else part
        for place, part in enumerate(parts)
    ]
    message = say(
        "{count} blocks look like menus and other matter around the text. They are translated with it, but no summary "
        "is made of them.",
        count=len(around),
    )
    return found, (Issue("reading", None, None, message, "notice", "source"),)


def _menus(parts: Sequence[Part]) -> Iterator[int]:
    """Positions of short blocks that are links and nothing else, several in a row."""
    run: list[int] = []
    for place, part in enumerate([*parts, Part("")]):
        if (
            len(part.text) <= _SHORT
            and part.kind in ("list_item", "paragraph", "table_cell")
            and _linked(part) >= _LINKED
        ):
            run.append(place)
            continue
        if len(run) >= _RUN:
            yield from run
        run = []


def _linked(part: Part) -> float:
    """Share of a part's characters that stand in links."""
    total = sum(len(piece.text.strip()) for piece in part.pieces)
    linked = sum(len(piece.text.strip()) for piece in part.pieces if _is_in_link(piece.element, piece.place))
    return linked / total if total else 0.0


def _is_in_link(element: Any, place: str) -> bool:
    """Whether words of an element stand in a link; those in its tail stand in its parent."""
    first = element.getparent() if place == "tail" else element
    return first is not None and (first.tag == "a" or any(True for _ in first.iterancestors("a")))


def _is_named(part: Part) -> bool:
    """Whether an element around a part says by its name that it is no text."""
    element = part.pieces[0].element if part.pieces else None
    while element is not None and element.tag not in _CONTENT:
        names = " ".join(filter(None, (element.get(key) for key in ("class", "id", "role"))))
        if _NAMES.search(names):
            return True
        element = element.getparent()
    return False
