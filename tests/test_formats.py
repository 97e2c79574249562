"""Bilingual files."""

import csv
import io
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from translate.document import Block, Document, Segment
from translate.errors import FormatError
from translate.formats.registry import FORMATS, write_bilingual
from translate.hypothesis import Hypothesis, Repair
from translate.issue import Issue
from translate.message import say
from translate.resources.tmx import read_tmx
from translate.route import Route
from translate.translation import Translation

_XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"
_REPAIR = Repair(say("The engine returned nothing."), say("Translated again with a wider search."))


@pytest.fixture
def translation() -> Translation:
    texts = ["A < B & \x0bC", "=1+1", "Entente"]
    text = "\n".join(texts)
    starts = [text.index(part) for part in texts]
    segments = tuple(Segment(start, start + len(part), 0, "en") for start, part in zip(starts, texts, strict=True))
    source = Document(text, "en", (Block(0, len(text), label="Art. 1"),), segments)
    hypotheses = (
        Hypothesis("A < B e C", origin="fake", repairs=(_REPAIR,)),
        Hypothesis("=1+1", origin="pending"),
        Hypothesis("Entente", origin="copied"),
    )
    target = source.with_texts([h.text for h in hypotheses], ["pt"] * 3, "pt")
    issues = (Issue("names", 0, None, say("The name {name} became {other}.", name="B & C", other="B e C")),)
    return Translation(source, target, hypotheses, Route("en", "pt", ()), issues, "fake 1")


def test_write_bilingual_csv_has_a_row_a_segment(translation: Translation) -> None:
    rows = list(csv.DictReader(io.StringIO(write_bilingual(translation, "csv").decode("utf-8-sig"))))
    assert [row["translation"] for row in rows] == ["A < B e C", "'=1+1", "Entente"]


def test_write_bilingual_csv_says_in_the_target_language_what_to_check(
    translation: Translation,
) -> None:
    row = next(csv.DictReader(io.StringIO(write_bilingual(translation, "csv").decode("utf-8-sig"))))
    assert (row["place"], row["check"], row["repairs"]) == (
        "Art. 1",
        "O nome B & C passou a B e C.",
        "O motor não devolveu nada. Traduzida de novo com uma procura mais ampla.",
    )


def test_write_bilingual_xliff_has_notes_and_states(translation: Translation) -> None:
    root = ElementTree.fromstring(write_bilingual(translation, "xliff"))
    assert [unit.findtext(f"{_XLIFF}notes/{_XLIFF}note") for unit in root.iter(f"{_XLIFF}unit")] == [
        "O nome B & C passou a B e C.",
        None,
        None,
    ]
    assert [segment.get("state") for segment in root.iter(f"{_XLIFF}segment")] == [
        "translated",
        "initial",
        "translated",
    ]


def test_write_bilingual_xliff_has_no_target_for_what_is_pending(translation: Translation) -> None:
    root = ElementTree.fromstring(write_bilingual(translation, "xliff"))
    assert [one.text for one in root.iterfind(f".//{_XLIFF}segment/{_XLIFF}target")] == ["A < B e C", "Entente"]


def test_write_bilingual_tmx_leaves_out_what_is_no_translation(translation: Translation) -> None:
    (unit,) = read_tmx(write_bilingual(translation, "tmx"))
    assert unit.texts == (("en", "A < B & C"), ("pt", "A < B e C"))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_write_bilingual_writes_a_document_without_segments(translation: Translation, name: str) -> None:
    empty = Document("", "en", (), ())
    nothing = replace(translation, source=empty, target=empty, hypotheses=(), issues=())
    assert write_bilingual(nothing, name)


def test_write_bilingual_names_the_known_formats(translation: Translation) -> None:
    with pytest.raises(FormatError, match="csv, tmx, xliff"):
        write_bilingual(translation, "doc")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"], ids=repr)
def test_write_bilingual_csv_holds_nothing_that_a_spreadsheet_runs(translation: Translation, sign: str) -> None:
    risky = replace(translation, hypotheses=(Hypothesis(f"{sign}1+1"), *translation.hypotheses[1:]))
    row = next(csv.DictReader(io.StringIO(write_bilingual(risky, "csv").decode("utf-8-sig"), newline="")))
    assert row["translation"] == f"'{sign}1+1"


def test_write_bilingual_xliff_says_that_people_approved_what_is_from_the_memory(translation: Translation) -> None:
    first, *rest = translation.hypotheses
    known = replace(translation, hypotheses=(replace(first, origin="memory"), *rest))
    root = ElementTree.fromstring(write_bilingual(known, "xliff"))
    assert root.findtext(f".//{_XLIFF}target") == "A < B e C"
    assert next(root.iter(f"{_XLIFF}segment")).get("state") == "reviewed"
