"""docs/summaries.md: its examples are of the texts that are kept, and every point stands where it says."""

import re
import runpy
from functools import cache
from pathlib import Path

import pytest

from translate.document import Document
from translate.reading.reader import read

_ROOT = Path(__file__).resolve().parent.parent
_PAGE = (_ROOT / "docs" / "summaries.md").read_text(encoding="utf-8")
_EXAMPLES = runpy.run_path(str(_ROOT / "examples" / "make_summaries.py"))["EXAMPLES"]
_HEADING = re.compile(r"^### .*?\[([\w.-]+)\]", re.MULTILINE)
_POINT = re.compile(r"^\d+\. (?P<said>.+?) (?P<places>\*\*\[.+)\n   > (?P<source>.+)$", re.MULTILINE)
_PLACE = re.compile(r"\*\*\[(\d+)[^\]]*\]\*\*")
_PARTS = _HEADING.split(_PAGE.partition("<!-- examples -->")[2])
_POINTS = [
    pytest.param(name, point["places"], point["source"], id=f"{name} {number}")
    for name, part in zip(_PARTS[1::2], _PARTS[2::2], strict=True)
    for number, point in enumerate(_POINT.finditer(part), 1)
]


@cache
def _document(name: str) -> Document:
    return read(_ROOT / "examples" / name)


def test_page_has_every_example() -> None:
    assert _PARTS[1::2] == [name for name, _ in _EXAMPLES.values()]


def test_page_has_points() -> None:
    assert len(_POINTS) >= 4 * len(_EXAMPLES)


@pytest.mark.parametrize(("name", "places", "source"), _POINTS)
def test_points_stand_in_the_sentences_that_they_cite(name: str, places: str, source: str) -> None:
    document = _document(name)
    cited = " ".join(document.segment_text(int(number) - 1) for number in _PLACE.findall(places))
    assert " ".join(cited.split()) == source
