from functools import cache

import pytest

from benchmarks.completeness_documents import DOCUMENTS
from benchmarks.completeness_markers import Places, marker, sentence
from translate.document import Document
from translate.reading.reader import READERS, read


@cache
def _read(suffix: str) -> tuple[Document, Places]:
    places = Places()
    return read(DOCUMENTS[suffix](places), name=f"places{suffix}"), places


def _wanted(suffix: str) -> list[str]:
    return [place for place in _read(suffix)[1].wanted if place != "title"]


@pytest.mark.parametrize(("suffix", "place"), [(suffix, place) for suffix in DOCUMENTS for place in _wanted(suffix)])
def test_a_place_arrives_once(suffix: str, place: str) -> None:
    assert sum(text.count(marker(place)) for text in _read(suffix)[0].texts) == 1


@pytest.mark.parametrize(
    ("suffix", "place"), [(suffix, place) for suffix in DOCUMENTS for place in _read(suffix)[1].unwanted]
)
def test_what_nobody_sees_does_not_arrive(suffix: str, place: str) -> None:
    assert marker(place) not in _read(suffix)[0].text


@pytest.mark.parametrize("suffix", [".docx", ".html", ".odt", ".rtf", ".epub", ".pdf"])
def test_a_title_arrives_as_the_title(suffix: str) -> None:
    assert _read(suffix)[0].title == sentence("title")


def test_every_kind_of_file_has_a_document_of_hiding_places() -> None:
    assert set(DOCUMENTS) == set(READERS) - {".png", ".jpg", ".tif"}  # pictures hide nothing
