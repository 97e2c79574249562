"""Nothing of a reader's text is markup: not where Streamlit takes Markdown, and not in HTML."""

from html.parser import HTMLParser
from typing import Any

import pytest
from markdown_it import MarkdownIt

from page.plain import plain
from page.term_form import rows
from page.texts import texts
from page.views import briefing_view, live_view
from summarize import Briefing, brief, export
from tests.fakes import FakeEngine, cipher
from translate import read
from translate.resources.adherence import Adherence
from translate.resources.glossary import Term, parse_glossary

PICTURE = "![x](http://picture.example/a.png)"
HOSTILE = (
    PICTURE,
    "<img src=http://picture.example/b.png>",
    "</script><script src='http://script.example/'></script>",
    "\" onclick='go()' '",
    "[a](http://b.example) and <http://c.example>",
    "# heading",
    "1. one",
    "1) one",
    "- dash",
    "+ plus",
    "* star",
    "> quote",
    "=== rule",
    "```code```",
    "a | b",
    "~~s~~ **b** __i__ `c`",
    "a\\b \\* &amp; &lt;",
    "$x^2$ and $$y$$",
    ":red[x] :red-badge[y] ::note",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_comes_back_as_it_was(text: str) -> None:
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(plain(text))
    assert (_elements(rendered), _words(rendered).replace("\u2060", "")) == ({"p"}, text)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("http://a.example", "http:|//a.example"),
        ("WWW.a.example", "WWW|.a.example"),
        ("a@b.example", "a@|b.example"),
        ("mailto:a", "mailto:|a"),
        (":smile:", ":|smile:"),
        (":material/home:", ":|material/home:"),
        ("a -> b", "a -|> b"),
        ("a <- b", "a <|- b"),
        ("a -- b", "a -|- b"),
        ("give --writer FOLDER, or hf:a/b-c", "give --writer FOLDER, or hf:a/b-c"),
        ("from 10:30 to 12:00", "from 10:30 to 12:00"),
    ],
)
def test_plain_parts_what_streamlit_turns_into_something_else(text: str, apart: str) -> None:
    assert _words(MarkdownIt("commonmark").render(plain(text))).replace("\u2060", "|") == apart


def test_plain_keeps_to_one_line() -> None:
    assert plain(" a\n\n    b\n# c ") == "a b \\# c"


def test_rows_of_the_glossary_escape_its_terms() -> None:
    found = rows([Adherence(Term(PICTURE, "<b>"), (0,), ())], texts("en"))
    assert (found["Term"], found["Translation"]) == ([plain(PICTURE)], [plain("<b>")])


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    """A text of nothing but markup, of which the translation, the glossary and the file's name are made too."""
    document = read("\n\n".join(f"The Council saw {text} twice." for text in HOSTILE).encode(), name="n.txt")
    glossary = parse_glossary("\n".join(f"{text}\t{text}" for text in HOSTILE), "en", "pt")
    engine = FakeEngine(lambda text: f"{cipher(text)} {PICTURE} <img src=http://picture.example/c.png>")
    return brief(document, "pt", language="en", engines={"fake": engine}, name=PICTURE, glossary=glossary)


def test_html_file_holds_no_markup_of_the_text(briefing: Briefing) -> None:
    assert _foreign(str(export(briefing, "html"))) == []


def test_markdown_file_holds_no_markup_of_the_text(briefing: Briefing) -> None:
    page = MarkdownIt("commonmark").enable("table").render(str(export(briefing, "md")))
    assert _foreign(page) == []


def test_views_hold_no_markup_of_the_text(briefing: Briefing) -> None:
    views = [briefing_view(briefing, texts("en"), "en"), live_view(briefing.document, "pt", texts("en"), "en")]
    parts = [part for view in views for part in _strings({**view, "words": ""})]
    assert sum("picture.example" in part for part in parts) >= 2
    assert [found for part in parts for found in _foreign(part)] == []


class _Reader(HTMLParser):
    """Notes elements, attributes and words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


def _elements(html: str) -> set[str]:
    return {tag for tag, _ in _read(html).found}


def _words(html: str) -> str:
    return "".join(_read(html).words).strip()


def _foreign(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Elements that would show or fetch what is not ours, and those that run something."""
    return [
        (tag, attributes)
        for tag, attributes in _read(html).found
        if tag in ("img", "iframe", "object", "embed")
        or attributes.get("src")
        or any(name.startswith("on") for name in attributes)
        or not (attributes.get("href") or "#").startswith("#")
    ]


def _strings(value: Any) -> list[str]:
    """Every text in a view."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _strings(part)]
    return [text for part in value for text in _strings(part)] if isinstance(value, list) else []
