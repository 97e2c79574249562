"""require_shape(): a briefing that came from a file holds in every field what the field's type says."""

from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from summarize.briefing import Briefing
from translate.reading.characters import HALF

_LARGEST = 10**8  # no text has so many characters


def require_shape(briefing: Briefing) -> None:
    """Check every value in a briefing, and that what names a segment names one that there is.

    Raises:
        ValueError: A value is of another type, a number is none that could be, a text cannot be written, or a segment
            is named that the document lacks.
    """
    _require(briefing, Briefing, "briefing", len(briefing.document.segments))
    if any(not point.citations for point in briefing.summary.points):
        raise ValueError("a point has no citation")
    segments = range(len(briefing.document.segments))
    if any(segment not in segments for heading in briefing.summary.unmentioned for segment in heading):
        raise ValueError("a heading is in no segment")
    if any(segment not in segments for row in briefing.tables for segment in row.segments):
        raise ValueError("a line of a table is in no segment")
    points = range(len(briefing.summary.points))
    if any(point not in points for group in briefing.summary.groups for point in group.points):
        raise ValueError("a group has a point that is none")


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """Types of a class's fields."""
    return get_type_hints(kind)


def _require(value: Any, wanted: Any, name: str, segments: int) -> None:
    """Raise ValueError unless a value is what its field's type says.

    Args:
        value: What stands there.
        wanted: The type.
        name: The field's, for the message.
        segments: How many the document has.
    """
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        _require_one_of(value, get_args(wanted), name, segments)
    elif origin is Literal:
        _expect(value in get_args(wanted), name)
    elif origin is tuple:
        _require_tuple(value, get_args(wanted), name, segments)
    elif is_dataclass(wanted) or hasattr(wanted, "_fields"):
        _expect(isinstance(value, wanted), name)
        for field, inner in _hints(wanted).items():
            _require(getattr(value, field), inner, field, segments)
    else:
        _expect(type(value) is wanted or (wanted is float and type(value) is int), name)
        if isinstance(value, str):
            _expect(HALF.search(value) is None, name)
        elif value is not None:
            _expect(abs(value) <= _LARGEST, name)  # which is false of what is no number as well
            _expect(name != "segment" or 0 <= value < segments, name)


def _require_one_of(value: Any, kinds: Sequence[Any], name: str, segments: int) -> None:
    """Raise ValueError unless a value is of one of some types."""
    for kind in kinds:
        try:
            return _require(value, kind, name, segments)
        except ValueError:
            continue
    _expect(False, name)


def _require_tuple(value: Any, kinds: Sequence[Any], name: str, segments: int) -> None:
    """Raise ValueError unless a value is a tuple of these types."""
    _expect(isinstance(value, tuple), name)
    if kinds[-1] is Ellipsis:
        kinds = [kinds[0]] * len(value)
    _expect(len(value) == len(kinds), name)
    for part, kind in zip(value, kinds, strict=True):
        _require(part, kind, name, segments)


def _expect(holds: bool, name: str) -> None:
    """Raise ValueError, with the field's name, for what does not hold."""
    if not holds:
        raise ValueError(f"{name} holds what it cannot")
