"""Pictures of text, read by Tesseract or a stand-in for it."""

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests import fake_tesseract
from tests.fake_tesseract import script, table
from tests.pdf_files import Set, column, pdf_file
from translate.document import Document
from translate.errors import InputError
from translate.reading.ocr.packs import debian_package, missing_pack, pack_of, script_pack
from translate.reading.ocr.picture import pages, straightened, tilt
from translate.reading.ocr.program import packs, program
from translate.reading.ocr.table import confidence, read_table, words
from translate.reading.reader import read

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line")

Use = Callable[..., None]

_ENGLISH = ("The council meets twice a year and elects a chair.", "It adopts the budget for the following year.")
_PORTUGUESE = ("O conselho reúne-se duas vezes por ano e elege", "um presidente para o ano seguinte da lei.")
_ENG = table(*_ENGLISH)


def page(lines: int = 6) -> Image.Image:
    """A page of A4 at 100 dpi with lines drawn on it."""
    image = Image.new("L", (827, 1169), 255)
    draw = ImageDraw.Draw(image)
    for number in range(lines):
        draw.rectangle((80, 100 + 40 * number, 740, 114 + 40 * number), fill=0)
    return image


def png(image: Image.Image, kind: str = "PNG") -> bytes:
    stream = BytesIO()
    image.save(stream, kind)
    return stream.getvalue()


def scan(*images: Image.Image) -> bytes:
    """A PDF of pictures of pages."""
    stream = BytesIO()
    images[0].save(stream, "PDF", save_all=True, append_images=images[1:], resolution=100)
    return stream.getvalue()


def layered(words: list[Set]) -> bytes:
    """A PDF page whose words lie under a picture that covers it, as text recognition leaves them."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    for word in words:
        canvas.setFont(word.font, word.size)
        canvas.drawString(word.x, word.y, word.text)
    canvas.drawImage(ImageReader(page()), 0, 0, 595, 842)
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Use:
    """Puts a stand-in in Tesseract's place."""

    def put(**tables: str) -> None:
        path = fake_tesseract.install(tmp_path, **tables)
        monkeypatch.setattr("translate.reading.pdf.scanned.program", lambda: path)

    return put


def messages(document: Document) -> str:
    return "\n".join(issue.message for issue in document.issues)


def test_words_come_with_their_places() -> None:
    (paragraph,) = read_table(table("One two"))
    assert [(w.text, w.left, w.right, w.top, w.bottom) for w in paragraph.lines[0]] == [
        ("One", 100, 160, 60, 96),
        ("two", 172, 232, 60, 96),
    ]


def test_confidence_counts_letters() -> None:
    assert confidence(read_table(table("aaa b", unsure="b"))) == pytest.approx((3 * 96 + 20) / 4)


def test_rows_that_are_no_words_are_left_out() -> None:
    assert words(read_table("level\n4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t90\t \n")) == []


@pytest.mark.parametrize(
    ("language", "pack"), [("pt", "por"), ("zh-Hant", "chi_tra"), ("sr", "srp"), ("nb", "nor"), ("und", "")]
)
def test_a_language_has_its_pack(language: str, pack: str) -> None:
    assert pack_of(language) == pack


def test_a_script_is_read_by_its_own_pack_or_one_of_its_languages() -> None:
    assert script_pack("Latin", {"por", "Latin"}) == "Latin"
    assert script_pack("Latin", {"por", "rus"}) == "por"
    assert script_pack("Han", {"por"}) == ""


def test_a_missing_script_names_a_pack_and_its_package() -> None:
    assert debian_package(missing_pack("Han")) == "tesseract-ocr-chi-sim"


@pytest.mark.parametrize("degrees", [-3.0, 0.0, 2.0])
@pytest.mark.parametrize("turns", [0, 1])
def test_the_tilt_of_lines_is_measured(degrees: float, turns: int) -> None:
    image = page(20).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    assert tilt(np.rot90(np.asarray(image), turns)) == pytest.approx(degrees, abs=0.11)


def test_a_straightened_page_has_no_tilt() -> None:
    gray = np.asarray(page(20).rotate(4, Image.Resampling.BICUBIC, fillcolor=255))
    assert abs(tilt(straightened(gray))) < 0.15


def test_a_picture_is_enlarged_to_300_dpi_of_a4() -> None:
    (gray,) = pages(png(page()))
    assert gray.shape == pytest.approx((3507, 2481), abs=3)


def test_white_letters_on_black_become_black_on_white() -> None:
    (gray,) = pages(png(Image.eval(page(), lambda level: 255 - level)))
    assert np.median(gray) == 255


def test_a_picture_is_read_in_the_language_it_is_found_to_be_in(use: Use) -> None:
    use(eng=table(*_PORTUGUESE), por=table(*_PORTUGUESE, "Lido de novo."), osd=script("Latin"))
    document = read(png(page()), name="a.png")
    assert (document.language, document.texts[-1]) == ("pt", "Lido de novo.")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_each_kind_of_picture_is_read(use: Use, kind: str) -> None:
    use(eng=_ENG, osd=script("Latin"))
    assert read(png(page(), kind), name="page").texts == _ENGLISH


def test_a_scan_says_that_it_was_recognised(use: Use) -> None:
    use(eng=_ENG, osd=script("Latin"))
    document = read(scan(page(), page()), name="a.pdf")  # the second is the same, so that its lines run over all pages
    assert document.texts == _ENGLISH
    assert messages(document).startswith("Pages 1, 2 of 2 were read by text recognition (OCR)")


def test_a_doubtful_word_is_an_issue_of_its_sentence(use: Use) -> None:
    use(eng=table(*_ENGLISH, unsure="budget"), osd=script("Latin"))
    (doubt,) = (issue for issue in read(png(page()), name="a.png").issues if issue.segment is not None)
    assert (doubt.segment, doubt.span, doubt.side) == (1, (14, 20), "source")
    assert doubt.message.endswith("compare with the page: budget")


def test_a_page_with_words_is_not_recognised(use: Use) -> None:
    use(eng=_ENG, osd=script("Latin"))
    own = pdf_file(column(60, 700, "The treaty enters into force on the first day of the next month."))
    assert read(own, name="a.pdf").texts == ("The treaty enters into force on the first day of the next month.",)


def test_an_empty_page_of_a_scan_is_passed_over(use: Use) -> None:
    use(eng=_ENG, osd=script("Latin"))
    document = read(scan(page(), page(lines=0)), name="a.pdf")
    assert messages(document).startswith("Page 1 of 2 was read by text recognition")


def test_a_missing_program_is_said_with_both_commands() -> None:
    with pytest.raises(InputError, match=r"apt-get install tesseract-ocr, .*apt-get install tesseract-ocr-por"):
        read(scan(page()), name="a.pdf")


def test_a_picture_without_the_program_says_so() -> None:
    with pytest.raises(InputError, match=r"is a picture.*apt-get install tesseract-ocr, "):
        read(png(page()), name="a.png")


def test_a_missing_pack_of_a_script_is_named(use: Use) -> None:
    use(eng=_ENG, osd=script("Cyrillic"))
    with pytest.raises(InputError, match="apt-get install tesseract-ocr-rus"):
        read(scan(page()), name="a.pdf")


def test_a_missing_pack_of_a_language_is_named_and_the_page_read(use: Use) -> None:
    use(eng=table(*_PORTUGUESE), osd=script("Latin"))
    document = read(scan(page()), name="a.pdf")
    assert document.language == "pt"
    assert "apt-get install tesseract-ocr-por" in messages(document)


def test_what_is_no_text_is_not_taken_for_one(use: Use) -> None:
    use(eng=table("xq vv zz", confidence=30), osd=script("Latin"))
    with pytest.raises(InputError, match="No words could be read"):
        read(png(page()), name="photo.png")


def test_recognition_can_be_left_out(use: Use) -> None:
    use(eng=_ENG, osd=script("Latin"))
    with pytest.raises(InputError, match="its page is a picture of text, as from a scanner"):
        read(scan(page()), name="a.pdf", ocr=False)


def test_pages_that_were_recognised_are_told(use: Use) -> None:
    use(eng=_ENG, osd=script("Latin"))
    told: list[tuple[int, int]] = []
    read(scan(page(), page()), name="a.pdf", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_damaged_picture_is_refused(use: Use) -> None:
    use(eng=_ENG, osd=script("Latin"))
    with pytest.raises(InputError, match="picture is damaged"):
        read(png(page())[:500], name="a.png")


def test_a_picture_of_too_many_pixels_is_refused(use: Use) -> None:
    use(eng=_ENG, osd=script("Latin"))
    with pytest.raises(InputError, match="120 megapixels"):
        read(png(Image.new("1", (20_000, 20_000))), name="a.png")


@pytest.mark.skipif("eng" not in packs(program()), reason="Tesseract's pack for English is not installed")
def test_the_real_program_reads_a_tilted_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.reading.pdf.scanned.program", program)
    image = Image.new("L", (1654, 2339), 255)
    font = ImageFont.load_default(36)
    for number, line in enumerate(_ENGLISH):
        ImageDraw.Draw(image).text((150, 200 + 70 * number), line, font=font, fill=0)
    document = read(png(image.rotate(2, Image.Resampling.BICUBIC, fillcolor=255)), name="a.png")
    assert document.texts == _ENGLISH


def test_chinese_has_no_spaces_at_its_stops(use: Use) -> None:
    use(chi_sim=table("鉴于 承认 , 这 是 基础 。"), osd=script("Han"))
    assert read(png(page()), name="a.png").texts == ("鉴于承认,这是基础。",)


def test_a_page_on_its_side_is_turned(use: Use) -> None:
    use(eng=_ENG, osd=script("Latin", turn=90))
    assert read(png(page().rotate(90, expand=True)), name="a.png").texts == _ENGLISH


def test_a_language_that_the_reader_names_needs_no_search(use: Use) -> None:
    use(por=table(*_PORTUGUESE), eng=_ENG)
    assert read(png(page()), name="a.png", language="pt").texts[0].startswith("O conselho")


def test_a_page_of_gibberish_is_recognised(use: Use) -> None:
    use(eng=_ENG, osd=script("Latin"))
    lines = ["I%JK L&MNq 7x#Yz Qw!rT p$Lm zX%cv"] * 4
    document = read(pdf_file(column(60, 700, *lines)), name="a.pdf")
    assert document.texts == _ENGLISH


def test_a_stamp_on_a_scan_does_not_hide_its_text(use: Use) -> None:
    use(eng=_ENG, osd=script("Latin"))
    assert read(layered([Set(60, 800, "20-12345")]), name="a.pdf").texts == _ENGLISH


def test_words_under_a_picture_are_read_in_the_order_of_the_file() -> None:
    lines = (
        [f"line {n} of the left column goes on" for n in range(4)],
        [f"line {n} of the right one too" for n in range(4)],
    )
    words = [*column(60, 700, *lines[0]), *column(220, 700.5, *lines[1])]
    document = read(layered(words), name="a.pdf")
    assert document.text.replace("\n\n", " ") == " ".join([*lines[0], *lines[1]])
