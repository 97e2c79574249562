"""TMX in and out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import FormatError
from translate.resources.tmx import TmxUnit, read_tmx, write_tmx

_UNIT = '<tu><tuv xml:lang="{0}"><seg>{1}</seg></tuv><tuv xml:lang="pt-PT"><seg>Artigo 1.º</seg></tuv></tu>'


def _file(body: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<tmx version="1.4"><header srclang="en"/><body>{body}</body></tmx>'.encode()


@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1))))
def test_write_tmx_can_be_read_again(pairs: list[tuple[str, str]]) -> None:
    units = read_tmx(write_tmx(pairs, "en", "pt").encode())
    assert len(units) == len(pairs)


def test_write_tmx_escapes_markup() -> None:
    (unit,) = read_tmx(write_tmx([("a < b & c", "«d» > e")], "en", "pt").encode())
    assert unit.texts == (("en", "a < b & c"), ("pt", "«d» > e"))


def test_read_tmx_keeps_every_language() -> None:
    assert read_tmx(_file(_UNIT.format("en-GB", "Article 1"))) == (
        TmxUnit((("en-GB", "Article 1"), ("pt-PT", "Artigo 1.º"))),
    )


def test_read_tmx_leaves_out_formatting_codes() -> None:
    (unit,) = read_tmx(_file(_UNIT.format("en", 'Article<bpt i="1">&lt;b&gt;</bpt> 1<ept i="1">&lt;/b&gt;</ept>')))
    assert unit.text("en") == "Article 1"


def test_read_tmx_keeps_highlighted_text() -> None:
    (unit,) = read_tmx(_file(_UNIT.format("en", "<hi>Article</hi> 1")))
    assert unit.text("en") == "Article 1"


@pytest.mark.parametrize("language", [pytest.param("pt", id="primary subtag"), pytest.param("PT-pt", id="other case")])
def test_unit_text_finds_the_nearest_language(language: str) -> None:
    assert TmxUnit((("en", "a"), ("pt-PT", "b"))).text(language) == "b"


def test_read_tmx_accepts_the_usual_document_type() -> None:
    assert len(read_tmx(_file(_UNIT.format("en", "x"), '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'))) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"<tmx><body>", "damaged in line 1", id="cut off"),
        pytest.param(b"<html/>", "no TMX", id="other XML"),
        pytest.param(_file("", '<!DOCTYPE t [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'), "entity", id="growing entity"),
        pytest.param(
            _file("", '<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "entity", id="outside entity"
        ),
    ],
)
def test_read_tmx_refuses(content: bytes, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        read_tmx(content)
