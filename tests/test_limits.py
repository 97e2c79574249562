"""Files that were made to harm: each is refused in words at a limit that is counted, or read as what it is."""

from pathlib import Path

import pytest

from tests import attacks
from translate import InputError, read
from translate.document import Document
from translate.languages.wording import in_language
from translate.reading.limits import DEFAULT, Limits, exceeded

_ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def refused(source: str | bytes | Path, name: str = "", **limits: int) -> str:
    """What is said of a file that is over a limit."""
    with pytest.raises(InputError) as caught:
        read(source, name=name, limits=Limits(**limits))
    return str(caught.value)


def document(source: str | bytes, name: str = "") -> Document:
    """What is read in English, so that no language has to be told."""
    return read(source, name=name, language="en")


OVER = {
    "zeros in an entry that nobody reads": (
        attacks.with_zeros(24 << 20), "a.docx", {"ratio": 250}, "250 times its size"
    ),
    "zeros in a part": (attacks.with_zeros(3 << 20), "a.docx", {"unpacked_bytes": 2 << 20}, "more than 2 MB"),
    "empty paragraphs": (attacks.word("<w:p/>" * 2000), "a.docx", {"elements": 1000}, "1,000 elements"),
    "attributes": (attacks.word("<w:p " + " a='x'" * 99 + "/>"), "a.docx", {"elements": 90}, "90 elements"),
    "many parts": (attacks.zipped({str(i): "" for i in range(20)}), "a.docx", {"entries": 10}, "10 parts"),
    "elements of a page": (b"<p>" * 2000 + b"a", "a.html", {"elements": 1000}, "1,000 elements"),
    "paragraphs of a page": (b"<p>a" * 2000, "a.html", {"segments": 1000}, "1,000 sentences"),
    "brackets of Markdown": (b"[" * 101 + b"a", "a.md", {"elements": 1000}, "1,000 elements"),
    "elements in elements": (b"<div>" * 3000 + b"a", "a.html", {}, "2,000 deep"),
    "groups in groups": (b"{\\rtf1" + b"{" * 300 + b"a", "a.rtf", {"depth": 200}, "200 levels"),
    "messages in messages": (attacks.nested_mail(2000), "a.eml", {}, "levels deep"),
    "parts in parts": (attacks.nested_multiparts(2000), "a.eml", {}, "levels deep"),
    "words in a subject": (b"Subject: " + b"=?utf-8?q?a?= " * 2000 + b"\n\nText.", "a.eml", {}, "10,000 characters"),
    "pages": (attacks.pdf(b"BT /T 9 Tf (Word) Tj ET", pages=12), "a.pdf", {"pages": 10}, "10 pages"),
    "characters on a page": (attacks.pdf(b"BT /T 9 Tf (Word) Tj ET"), "a.pdf", {"page_characters": 3}, "3 characters"),
    "short lines": ("A b.\n\n" * 200, "", {"segments": 100}, "100 sentences"),
    "sentences in a paragraph": ("We go there. " * 200, "", {"segments": 100}, "100 sentences"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "name", "limits", "said"), OVER.values(), ids=OVER)
def test_what_is_over_a_limit_is_refused_with_the_limit(
    source: str | bytes, name: str, limits: dict[str, int], said: str
) -> None:
    assert said in refused(source, name, **limits)


def test_a_device_without_end_is_read_up_to_the_limit() -> None:
    with pytest.raises(InputError, match=r"limit is 0\.1 MB"):
        read(Path("/dev/zero"), max_bytes=100_000)


@pytest.mark.parametrize(
    "name", ["unpacked_bytes", "ratio", "entries", "elements", "depth", "header_characters", "pages", "page_characters",
             "segments", "seconds", "memory_bytes"]
)  # fmt: skip
def test_every_limit_is_said_in_portuguese(name: str) -> None:
    message = exceeded(name).message
    assert in_language(message, "pt") != str(message)


TOLD = {
    "unpacked_bytes": f"{DEFAULT.unpacked_bytes >> 20} MB",
    "ratio": f"{DEFAULT.ratio}",
    "seconds": f"{DEFAULT.seconds} s",
    "memory_bytes": f"{DEFAULT.memory_bytes >> 20:,} MB",
}
_COUNTS = ("entries", "elements", "depth", "header_characters", "pages", "page_characters", "characters", "segments")
TOLD |= {name: f"{getattr(DEFAULT, name):,}" for name in _COUNTS}


@pytest.mark.parametrize("written", TOLD.values(), ids=TOLD)
def test_the_documentation_tells_the_limits(written: str) -> None:
    told = (Path(__file__).parent.parent / "docs" / "reliability.md").read_text(encoding="utf-8")
    assert f"| {written}" in told


CONTENTS = {
    "a chapter named again and again": (attacks.book("<p>Fees are due.</p>", 2000), "a.epub", ["Fees are due."]),
    "a slide named again and again": (attacks.slides("Fees.", times=99), "a.pptx", ["Fees.", "A map", "Fees."]),
    "comments without an end": (b"<!---->" * 200 + b"<body>Fees are due.", "", ["Fees are due."]),
    "comments before a text": (b"<!-- a -->" * 400 + b"\n\nFees are due.", "", None),
    "a form that draws itself": (
        attacks.pdf(b"/F Do", b"BT /T 9 Tf 9 9 Td (Fees.) Tj ET /F Do"), "a.pdf", ["Fees."]
    ),
    "words far away": (
        attacks.pdf(b"BT /T 9 Tf 9 700 Td (Fees are due.) Tj 10000000 0 Td (Here.) Tj ET"), "a.pdf", ["Fees are due."]
    ),
    "an empty ruby": (attacks.word("<w:p><w:r><w:ruby/><w:t>Fees.</w:t></w:r></w:p>"), "a.docx", ["Fees."]),
    "a symbol that is none": (
        attacks.word('<w:p><w:r><w:sym w:char="FFFFFFFF"/><w:t> Fees.</w:t></w:r></w:p>'), "a.docx", ["Fees."]
    ),
    "a symbol below nothing": (
        attacks.word('<w:p><w:r><w:sym w:char="-5"/><w:t> Fees.</w:t></w:r></w:p>'), "a.docx", ["Fees."]
    ),
    "a number that Python writes not": (b"<ol start=" + b"9" * 4300 + b"><li>Fees.", "a.html", ["Fees."]),
    "an encoding that is none": (b"<meta charset=undefined><p>Fees are due.", "a.html", ["Fees are due."]),
    "an encoding of host names": (b"<meta charset=punycode><p>Fees are due\xc3\xa9.", "a.html", ["Fees are dueé."]),
    "a message in an encoding that is none": (
        b"Subject: a\nContent-Type: text/plain; charset=undefined\n\nFees are due.", "a.eml", ["a", "Fees are due."]
    ),
    "a message in an encoding with a NUL": (
        b'Subject: a\nContent-Type: text/plain; charset="a\0b"\n\nFees are due.', "a.eml", ["a", "Fees are due."]
    ),
    "a subject in an encoding that is none": (b"Subject: =?undefined?q?Fees?=\n\nDue.", "a.eml", None),
}  # fmt: skip


@pytest.mark.parametrize(("source", "name", "texts"), CONTENTS.values(), ids=CONTENTS)
def test_what_is_odd_is_read_as_what_it_is(source: bytes, name: str, texts: list[str] | None) -> None:
    found = document(source, name)
    assert texts is None or list(found.texts) == texts


DAMAGED = {
    "an entity of another file": attacks.word(attacks.paragraph("a &x; b"), _ENTITY),
    "an entity between runs": attacks.word("<w:p><w:r>&x;<w:t>Word</w:t></w:r></w:p>", _ENTITY),
    "an entity that nobody declared": attacks.word(attacks.paragraph("a &y; b"), _ENTITY),
    "an entity of OpenDocument": attacks.opendocument("<text:p>a &x; b</text:p>", _ENTITY),
    "packed as no program packs": attacks.packed_otherwise(),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_what_cannot_be_taken_apart_is_refused_in_words(content: bytes) -> None:
    assert "damaged" in refused(content, "a.docx" if b"word/" in content else "a.odt")


def test_half_of_a_pair_is_refused_with_its_place() -> None:
    assert "character 9 is half of a pair" in refused("The fee \ud800 is due.")


def test_a_file_name_that_no_encoding_can_write_is_shown_otherwise() -> None:
    assert document(b"Fees are due.", "tax\udce9.txt").name == "tax?.txt"


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    found = document(attacks.footnotes(300), "a.docx")
    assert [block.label for block in found.blocks if block.kind == "footnote"] == [str(i) for i in range(1, 301)]


def test_paragraphs_are_counted_between_notes() -> None:
    found = document(b"{\\rtf1 One.{\\footnote Note.}\\par Two.\\par Three.\\par}", "a.rtf")
    assert [block.source_ref for block in found.blocks] == ["paragraph 1", "footnote 1", "paragraph 2", "paragraph 3"]


def test_every_font_of_a_long_table_is_known() -> None:
    fonts = b"{\\fonttbl" + b"{\\f7 A;}" * 3000 + b"{\\f1\\fnil\\fcharset204 A;}}"
    found = document(b"{\\rtf1" + fonts + b"\\f1 \\'c4\\'e0.\\par}", "a.rtf")
    assert found.text == "Да."


def test_marks_of_nested_lists_are_taken_by_the_first_words_in_them() -> None:
    found = document(b"<ol><li><ul><li>Fees.</ul>Dues.<li><p>One.<p>Two.</ol>", "a.html")
    assert found.text == "• Fees.\n\n1. Dues.\n\n2. One.\n\nTwo."


def test_words_of_hidden_programs_are_not_counted() -> None:
    found = document(b"<p>Fees.</p><div hidden>Two words<script>var a</script> three<style>b</style></div>", "a.html")
    assert "3 words that the source hides" in str(found.issues[0].message)
