"""What holds for any bytes: a parser gives a value, or an error in the reader's words."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.export.json import FORMAT, VERSION, from_json
from translate.engines.firefox.manifest import MANIFEST, read_manifest
from translate.engines.firefox.shortlist import read_shortlist
from translate.engines.firefox.weights import read_weights
from translate.errors import PolicyTextError
from translate.models.catalogue import _parse
from translate.reading.encoding import read_plain
from translate.reading.mail import read_mail
from translate.reading.markup import read_html, read_markdown
from translate.reading.richtext import read_rich_text
from translate.resources.glossary import parse_glossary
from translate.resources.tmx import read_tmx

_MARKUP = st.lists(
    st.sampled_from(
        b'<tmx> <tu> <tuv xml:lang="en"> <seg> </seg> </tuv> </tu> </tmx> <ph> </ph> &amp; &x; <!-- --> <p>'
        b" <ol start='9'> <li> <table> <tr> <td> <b hidden> </b> <script> <pre> <br> <sup> 1 a \xc3\xa9 \xff \0".split(
            b" "
        )
    ),
    max_size=30,
).map(b"".join)
_GROUPS = st.lists(
    st.sampled_from(
        rb"{ } \par \cell \row \intbl \u-1 \u9? \'e9 \'8 \* \footnote \header \listtext \shptxt \v \ansicpg"
        rb" \ansicpg9 \f1 \fcharset128 \s1 \super \chftn \deleted {\fonttbl{\f1\fcharset128 a;}} a \~ \uc"
        rb" \uc9 \ud \upr".split(b" ")
    ),
    max_size=30,
).map(lambda words: b"{\\rtf1" + b"".join(words))
_LINES = st.lists(
    st.sampled_from(
        b"Subject: a|Subject: =?x?q?a?=|Content-Type: multipart/mixed; boundary=b|Content-Type: message/rfc822|--b"
        b"|--b--||a|Content-Type: text/html; charset=undefined|Content-Transfer-Encoding: base64|Content-Type: ;;"
        b"|# a|> - a|    a||a|b|\n|-|-||[^1]: a|[a](<b|```|***a_|1. a|:: b|---".split(b"|")
    ),
    max_size=20,
).map(b"\n".join)
_KEYS = st.sampled_from(
    (*("models", "baseUrl", "files", "model", "path", "source", "target", "document", "detection", "translation"),
     *("summary", "issues", "facts", "text", "segments", "blocks", "start", "end", "format", "version", "checksum"))
)  # fmt: skip
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=6),
    max_leaves=20,
)
_TABLE = st.lists(st.sampled_from([b"a", b",", b";", b"\t", b'"', b"\n", b"\r", b"#", b"fee"]), max_size=30).map(
    b"".join
)

PARSERS: dict[str, tuple[Callable[[bytes], object], st.SearchStrategy[bytes]]] = {
    "TMX": (read_tmx, st.binary(max_size=60) | _MARKUP),
    "HTML": (lambda content: read_html(content, ""), st.binary(max_size=60) | _MARKUP),
    "Markdown": (lambda content: read_markdown(content, ""), _LINES),
    "text": (lambda content: read_plain(content, ""), st.binary(max_size=60) | _LINES),
    "e-mail": (lambda content: read_mail(content, ""), st.binary(max_size=60) | _LINES),
    "RTF": (lambda content: read_rich_text(content, ""), _GROUPS),
    "glossary": (lambda content: parse_glossary(content.decode(), "en", "pt"), _TABLE),
    "weights": (lambda content: read_weights(content, "a"), st.binary(max_size=90)),
    "shortlist": (lambda content: read_shortlist(content, "a", 9, 9, True), st.binary(max_size=90)),
    "registry": (lambda content: _parse(content, "https://a.org"), _JSON.map(lambda value: json.dumps(value).encode())),
}  # fmt: skip


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_parser_gives_a_value_or_an_error_in_words(name: str, data: st.DataObject) -> None:
    parse, contents = PARSERS[name]
    with suppress(PolicyTextError):
        parse(data.draw(contents))


@settings(max_examples=60, deadline=None)
@given(_JSON)
def test_a_briefing_of_any_shape_is_refused_in_words(value: object) -> None:
    fields = {"format": FORMAT, "version": VERSION, **(value if isinstance(value, dict) else {"document": value})}
    with suppress(PolicyTextError):
        from_json(json.dumps(fields))


@settings(max_examples=30, deadline=None)
@given(value=_JSON)
def test_a_manifest_of_any_shape_is_refused_in_words(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    folder: Path = tmp_path_factory.mktemp("model")
    (folder / MANIFEST).write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(PolicyTextError):
        read_manifest(folder)
