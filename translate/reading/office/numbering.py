"""Numbering: the labels that Word computes for numbered paragraphs and doesn't store ("Article 5", "(a)", "1.2")."""

import re
from dataclasses import dataclass
from typing import Any

from translate.reading.archive import whole
from translate.reading.counters import numeral

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9  # of a list, in Word
_LABEL_CHARACTERS = 255  # of a level's text before its numbers are put in
_MAX_BASE_STYLES = 20  # Word's own limit is lower; ends a circle of styles


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says about numbering and headings; None where it says nothing."""

    name: str
    base: str
    number: str | None
    depth: int | None
    outline: int | None


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a numbering."""

    start: int
    kind: str
    text: str
    restart: int | None
    digits_only: bool
    style: str


class Numbering:
    """Word's styles and numbering, and how far each list has counted.

    Args:
        numbering: Root of numbering.xml, or None.
        styles: Root of styles.xml, or None.
    """

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._styles = _styles(styles)
        self._default = _default_style(styles)
        self._lists: dict[str, dict[int, _Level]] = {}
        self._owner: dict[str, str] = {}  # number id → abstract numbering, whose counters its lists share
        self._overrides: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read(numbering)

    def style(self, name: str | None) -> Style:
        """The style with what it inherits."""
        found = Style("", name or self._default, None, None, None)
        for _ in range(_MAX_BASE_STYLES):
            base = self._styles.get(found.base)
            if base is None:
                break
            found = Style(
                found.name or base.name,
                base.base,
                base.number if found.number is None else found.number,
                base.depth if found.depth is None else found.depth,
                base.outline if found.outline is None else found.outline,
            )
        return found

    def label(self, paragraph_properties: Any, style_id: str | None) -> tuple[str, bool, int]:
        """Label of the next paragraph of a list, whether it is a bullet, and its depth from 1.

        Args:
            paragraph_properties: The paragraph's w:pPr, or None.
            style_id: Id of the paragraph's style.

        Returns:
            ("", False, 0) for a paragraph without number.
        """
        direct = paragraph_properties.find(f"{WORD}numPr") if paragraph_properties is not None else None
        style = self.style(style_id)
        number, depth = _number_of(direct)
        from_style = number is None
        number = style.number if number is None else number
        levels = self._lists.get(self._owner.get(number or "", ""))
        if not number or not levels:
            return "", False, 0
        if depth is None and from_style and style.depth is None:
            depth = next((d for d, level in levels.items() if level.style and level.style == style_id), 0)
        depth = depth if depth is not None else style.depth or 0
        if depth not in levels:
            return "", False, 0
        if levels[depth].kind == "bullet":
            return "•", True, depth + 1
        return self._count(number, depth, levels), False, depth + 1

    def _count(self, number: str, depth: int, levels: dict[int, _Level]) -> str:
        """Count one on and write the label."""
        counts = self._counts.setdefault(self._owner[number], {})
        override = self._overrides.get(number, {}).get(depth)
        if override is not None and (number, depth) not in self._used:
            counts[depth] = override
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        self._used.add((number, depth))
        for deeper in [d for d in counts if d > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and depth < restart):
                del counts[deeper]
        level = levels[depth]
        if level.kind == "none":
            return _PLACE.sub("", level.text).strip()

        def written(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            shown = levels.get(place, level)
            kind = "decimal" if level.digits_only else shown.kind
            return numeral(counts.setdefault(place, shown.start), kind)

        return _PLACE.sub(written, level.text).strip()

    def _read(self, numbering: Any) -> None:
        """Take the lists and their numbers from numbering.xml."""
        links: dict[str, str] = {}
        for abstract in numbering.iterfind(f"{WORD}abstractNum"):
            key = abstract.get(f"{WORD}abstractNumId", "")
            levels = {whole(found.get(f"{WORD}ilvl")): _level(found) for found in _all(abstract, "lvl")}
            self._lists[key] = {depth: level for depth, level in levels.items() if 0 <= depth < _LEVELS}
            links[key] = _value(abstract, "numStyleLink") or ""
        for number in numbering.iterfind(f"{WORD}num"):
            key = number.get(f"{WORD}numId", "")
            self._owner[key] = _value(number, "abstractNumId") or ""
            self._override(key, number)
        for key, link in links.items():
            target = self._owner.get(self.style(link).number or "") if link else None
            if target in self._lists and not self._lists[key]:
                self._lists[key] = self._lists[target]

    def _override(self, key: str, number: Any) -> None:
        """Take what one w:num changes in its list."""
        for override in _all(number, "lvlOverride"):
            depth = whole(override.get(f"{WORD}ilvl"))
            start = _value(override, "startOverride")
            if start is not None:
                self._overrides.setdefault(key, {})[depth] = whole(start, 1)
            changed = override.find(f"{WORD}lvl")
            if changed is not None and 0 <= depth < _LEVELS and self._owner[key] in self._lists:
                own = f"{self._owner[key]}/{key}"
                self._lists[own] = {**self._lists[self._owner[key]], depth: _level(changed)}
                self._owner[key] = own


def _styles(root: Any) -> dict[str, Style]:
    """Every paragraph style of styles.xml by id, with what it says itself."""
    found: dict[str, Style] = {}
    for style in _all(root, "style") if root is not None else ():
        properties = style.find(f"{WORD}pPr")
        numbers = properties.find(f"{WORD}numPr") if properties is not None else None
        outline = _value(properties, "outlineLvl") if properties is not None else None
        found[style.get(f"{WORD}styleId", "")] = Style(
            _value(style, "name") or "",
            _value(style, "basedOn") or "",
            *_number_of(numbers),
            whole(outline, 9) if outline is not None else None,
        )
    return found


def _default_style(root: Any) -> str:
    """Id of the style of paragraphs that name none."""
    for style in _all(root, "style") if root is not None else ():
        if style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default") in ("1", "true"):
            return str(style.get(f"{WORD}styleId", ""))
    return ""


def _level(element: Any) -> _Level:
    """One w:lvl."""
    restart = _value(element, "lvlRestart")
    return _Level(
        start=whole(_value(element, "start")),
        kind=_value(element, "numFmt") or "decimal",
        text=(_value(element, "lvlText") or "")[:_LABEL_CHARACTERS],
        restart=whole(restart) if restart is not None else None,
        digits_only=element.find(f"{WORD}isLgl") is not None,
        style=_value(element, "pStyle") or "",
    )


def _number_of(numbers: Any) -> tuple[str | None, int | None]:
    """Number id ("" where a list is taken away) and depth of a w:numPr."""
    if numbers is None:
        return None, None
    number, depth = _value(numbers, "numId"), _value(numbers, "ilvl")
    return ("" if number == "0" else number), (whole(depth) if depth is not None else None)


def _all(element: Any, name: str) -> Any:
    return element.iterfind(f"{WORD}{name}")


def _value(element: Any, name: str) -> str | None:
    """The w:val of a child, or None."""
    found = element.find(f"{WORD}{name}")
    return None if found is None else found.get(f"{WORD}val")
