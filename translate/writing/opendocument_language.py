"""The language of an OpenDocument file's styles, and the direction in which they are written."""

from collections.abc import Iterable
from typing import Any

from translate.languages.table import language

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_STYLE, _FORMAT, _TABLE = _NAMES % "style", _NAMES % "xsl-fo-compatible", _NAMES % "table"

_SIDES = {"left": "right", "right": "left"}
_TAGS = {"zh-Hans": ("zh", "CN"), "zh-Hant": ("zh", "TW")}
_EAST_ASIAN = frozenset(("zh", "ja", "ko"))
_DIRECTED = frozenset(f"{_STYLE}{name}-properties" for name in ("paragraph", "page-layout", "table"))


def name_language(roots: Iterable[Any], target: str) -> set[Any]:
    """Name the language wherever a style names one; the roots that were changed.

    Args:
        roots: Root elements of content.xml and styles.xml, which are changed.
        target: BCP 47 code.
    """
    changed: set[Any] = set()
    code, country = _TAGS.get(target, (target.partition("-")[0], "none"))
    is_rtl = language(target).direction == "rtl"
    kind = "-complex" if is_rtl else "-asian" if code in _EAST_ASIAN else ""
    space = _STYLE if kind else _FORMAT
    for root in roots:
        for look in root.iter(f"{_STYLE}text-properties"):
            named = look.get(f"{space}language{kind}")
            if named not in (None, "none", code) or (named == "none" and _is_default(look)):
                look.set(f"{space}language{kind}", code)
                look.set(f"{space}country{kind}", country)
                changed.add(root)
    return changed


def turn(roots: Iterable[Any], source: str, target: str) -> set[Any]:
    """Turn the styles into the direction of another language.

    Args:
        roots: Root elements of content.xml and styles.xml, which are changed.
        source: BCP 47 code of the text as it was.
        target: BCP 47 code of the text as it is.

    Returns:
        The roots that were changed: none where both languages run the same way.
    """
    way = language(target).direction
    if way == language(source).direction:
        return set()
    changed = set(roots)
    for root in changed:
        for style in root.iter(f"{_STYLE}default-style", f"{_STYLE}style"):
            if style.get(f"{_STYLE}family") == "paragraph" and style.tag == f"{_STYLE}default-style":
                _properties(style)
        for look in root.iter(*_DIRECTED):
            _direct(look, "rl-tb" if way == "rtl" else "lr-tb")
        for look in root.iter(f"{_STYLE}text-properties"):
            if way == "rtl":
                _as_complex(look, upright=language(target).script == "Arab")
    return changed


def _is_default(look: Any) -> bool:
    """Whether text properties are those of the default style."""
    return bool(look.getparent().tag == f"{_STYLE}default-style")


def _properties(style: Any) -> None:
    """Give a style paragraph properties, where it has none."""
    if style.find(f"{_STYLE}paragraph-properties") is None:
        style.insert(0, style.makeelement(f"{_STYLE}paragraph-properties"))


def _direct(look: Any, mode: str) -> None:
    """Set the direction of a style that has one or inherits none, and exchange its sides."""
    above = look.getparent()
    if look.get(f"{_STYLE}writing-mode") is not None or above.tag in (
        f"{_STYLE}default-style",
        f"{_STYLE}page-layout",
    ):
        look.set(f"{_STYLE}writing-mode", mode)
    for name in (f"{_FORMAT}text-align", f"{_TABLE}align"):
        if look.get(name) in _SIDES:
            look.set(name, _SIDES[look.get(name)])


def _as_complex(look: Any, upright: bool) -> None:
    """Say of weight, size and posture that they hold for complex scripts too; Arabic has no italics."""
    for name in ("font-weight", "font-size", "font-style"):
        value = look.get(f"{_FORMAT}{name}")
        if value is not None and look.get(f"{_STYLE}{name}-complex") is None:
            look.set(f"{_STYLE}{name}-complex", value)
    if upright and look.get(f"{_STYLE}font-style-complex") is not None:
        look.set(f"{_STYLE}font-style-complex", "normal")
