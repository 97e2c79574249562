"""A comparison in Word with tracked changes: accepted they give the later version, rejected the earlier one."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document as new_document
from docx.oxml.ns import qn

from summarize.comparison import Comparison, compare
from summarize.export.comparison import export_comparison_file
from summarize.export.comparison.tracking import paragraphs, read_as
from translate import Document, read

OLD = """# Fees

Each boat pays a fee of 500 euro a year. It pays once. Ferries pay too.

The seat of the Agency is in the town of Vila Nova.

The Director appoints the staff and may delegate that power to a deputy."""
NEW = """# Fees

Each boat pays a fee of 650 euro a year. Ferries pay too, but half.

The Director appoints the staff and may delegate that power to a deputy.

The seat of the Agency is in the town of Vila Nova.

The Agency publishes a report."""
FEE = "Processing: each boat that calls at the port is sent a bill by the harbour master within one week."
PAID = "Processing: skippers pay online before leaving, with a card or through their bank."


def markdown(text: str) -> Document:
    return read(text.encode(), name="act.md", language="en")


def compared(old: str = OLD, new: str = NEW) -> Comparison:
    return compare(markdown(old), markdown(new))


def decided(content: bytes, accepted: bool) -> list[str]:
    """The paragraphs of a Word file once its tracked changes are accepted, or rejected."""
    gone, stays = (qn("w:del"), qn("w:ins")) if accepted else (qn("w:ins"), qn("w:del"))
    body = new_document(BytesIO(content)).element.body
    rows = [row for row in body.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{gone}") is not None]
    lost = {paragraph for row in rows for paragraph in row.iter(qn("w:p"))}
    texts = [_text(paragraph, gone, stays) for paragraph in body.iter(qn("w:p")) if paragraph not in lost]
    return [text for text in texts if text]


def _text(paragraph: Any, gone: str, stays: str) -> str:
    runs = [run for run in paragraph.iter(qn("w:r")) if run.getparent().tag != gone]
    return "".join(text.text for run in runs for text in run.iter(qn("w:t"), qn("w:delText")))


def test_accepted_changes_give_the_later_version() -> None:
    content = export_comparison_file(compared(), "docx")
    assert decided(content, accepted=True) == [line.lstrip("# ") for line in NEW.split("\n\n")]


def test_rejected_changes_give_the_earlier_version() -> None:
    content = export_comparison_file(compared(), "docx")
    assert decided(content, accepted=False) == [line.lstrip("# ") for line in OLD.split("\n\n")]


def test_changes_are_signed_and_dated() -> None:
    body = new_document(BytesIO(export_comparison_file(compared(), "docx"))).element.body
    marks = [*body.iter(qn("w:ins")), *body.iter(qn("w:del"))]
    assert {mark.get(qn("w:author")) for mark in marks} == {"Entente"}
    assert all(mark.get(qn("w:date")) for mark in marks)


def test_changes_have_numbers_of_their_own() -> None:
    body = new_document(BytesIO(export_comparison_file(compared(), "docx"))).element.body
    numbers = [mark.get(qn("w:id")) for mark in (*body.iter(qn("w:ins")), *body.iter(qn("w:del")))]
    assert len(numbers) == len(set(numbers))


def test_a_changed_word_is_exchanged_alone() -> None:
    found = paragraphs(compared("It pays 500 euro a year to the port.", "It pays 650 euro a year to the port."))
    assert found[0].pieces == (
        ("It pays ", "kept"), ("500", "removed"), ("650", "added"), (" euro a year to the port.", "kept"),
    )  # fmt: skip


def test_another_clause_in_its_place_is_exchanged_whole() -> None:
    old, new = f"One port is open.\n\n{FEE}\n\nIt ends here.", f"One port is open.\n\n{PAID}\n\nIt ends here."
    found = paragraphs(compared(old, new))[1]
    opening = "Processing: "
    assert found.pieces == (
        (opening, "kept"), (FEE.removeprefix(opening), "removed"), (PAID.removeprefix(opening), "added"),
    )  # fmt: skip


TABLE = "| Port | Fee |\n|---|---|\n| Vila Nova | 200 euro |\n| Barra | 100 euro |\n"


@pytest.mark.parametrize("accepted", [True, False], ids=["accepted", "rejected"])
def test_a_row_that_went_is_tracked_as_a_row(accepted: bool) -> None:
    shorter = TABLE.replace("| Barra | 100 euro |\n", "| Vila Real | 90 euro |\n| Vila Boa | 80 euro |\n")
    content = export_comparison_file(compared(TABLE, shorter), "docx")
    kept = ["Port", "Fee", "Vila Nova", "200 euro"]
    rest = ["Vila Real", "90 euro", "Vila Boa", "80 euro"] if accepted else ["Barra", "100 euro"]
    assert decided(content, accepted) == [*kept, *rest]


def test_what_is_compared_stands_in_a_comment() -> None:
    word = new_document(BytesIO(export_comparison_file(compared(), "docx")))
    assert [comment.text.splitlines()[0] for comment in word.comments] == ["act.md (English) → act.md (English)"]


def test_versions_without_text_have_no_paragraphs() -> None:
    empty = Document("", "en", (), ())
    assert read_as(paragraphs(compare(empty, empty)), "removed") == []
