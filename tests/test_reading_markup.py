import pytest

from translate.document import Document
from translate.errors import InputError
from translate.reading.reader import read


def _html(body: str) -> Document:
    return read(f"<html><body>{body}</body></html>".encode(), name="a.html", language="en")


def _blocks(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]


def _item(text: str) -> tuple[str, int, str]:
    return ("list_item", 1, text)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<h2>Scope</h2>", [("heading", 2, "Scope")], id="heading"),
        pytest.param("<p>a <b>b</b>c</p>", [("paragraph", 0, "a bc")], id="inline marks"),
        pytest.param("<p>a\n  b</p>", [("paragraph", 0, "a b")], id="white space"),
        pytest.param("<p>a<br>b</p>", [("paragraph", 0, "a\nb")], id="line break"),
        pytest.param("a<div>b</div>c", [("paragraph", 0, text) for text in "abc"], id="bare text"),
        pytest.param("<ul><li>a</ul>", [("list_item", 1, "• a")], id="bullet"),
        pytest.param("<ol start=3><li>a</ol>", [("list_item", 1, "3. a")], id="number"),
        pytest.param("<ol type=a><li>a<li value=5>b</ol>", [_item("a. a"), _item("e. b")], id="letter"),
        pytest.param("<ol><li><p>a</p><p>b</p></ol>", [_item("1. a"), _item("b")], id="two paragraphs"),
        pytest.param("<pre>a  b\n c</pre>", [("paragraph", 0, "a  b\n c")], id="verbatim"),
        pytest.param("<p>co\u00adoperate\u200b</p>", [("paragraph", 0, "cooperate")], id="invisible characters"),
        pytest.param("<p>ef\ufb01cient</p>", [("paragraph", 0, "efficient")], id="ligature"),
        pytest.param("<p>policy<sup>12</sup></p>", [("paragraph", 0, "policy¹²")], id="note mark"),
        pytest.param("<p>the 4<sup>th</sup></p>", [("paragraph", 0, "the 4th")], id="raised letters"),
        pytest.param("<footer><p>a</p></footer>", [("footer", 0, "a")], id="page footer"),
        pytest.param("<article><footer>a</footer></article>", [("paragraph", 0, "a")], id="footer of an article"),
        pytest.param("<nav>x</nav><p>a</p>", [("paragraph", 0, "a")], id="navigation"),
        pytest.param("<p>shall <del>not</del> apply</p>", [("paragraph", 0, "shall apply")], id="struck out"),
    ],
)  # fmt: skip
def test_read_html_gives_the_blocks_of_a_page(body: str, expected: list[tuple[str, int, str]]) -> None:
    assert _blocks(_html(body)) == expected


def test_read_html_finds_cells_again() -> None:
    document = _html("<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2024</td><td>5</td></tr></table>")
    assert [block.source_ref for block in document.blocks] == [
        "table 1, row 1, column 1",
        "table 1, row 1, column 2",
        "table 1, row 2, column 1",
        "table 1, row 2, column 2",
    ]


def test_read_html_says_that_it_left_out_struck_passages() -> None:
    assert "1 passage is struck out" in _html("<p>a <s>b</s></p>").issues[0].message


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param("<p hidden>two words</p>", "2 words that the source hides", id="hidden"),
        pytest.param(
            '<p style="display: none">one<b> more</b></p>', "2 words that the source hides", id="not displayed"
        ),
        pytest.param("<div hidden>x<script>y z</script></div>", "1 word that the source hides", id="script inside"),
        pytest.param("<p>a<!-- not yet decided --></p>", "3 words in comments", id="comment"),
        pytest.param("<!-- <p class='x'>old</p> -->", "1 word in a comment", id="markup in a comment"),
    ],
)
def test_read_html_says_how_many_words_it_left_out(body: str, message: str) -> None:
    assert [str(issue.message).startswith(message) for issue in _html(f"<p>seen</p>{body}").issues] == [True]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p hidden> </p>", id="hidden without words"),
        pytest.param("<!-- - -->", id="comment without words"),
        pytest.param("<!--[if lt IE 9]>old browsers<![endif]-->", id="condition"),
        pytest.param("<nav>menu</nav><script>code</script>", id="no text"),
        pytest.param("<p aria-hidden=true>shown</p>", id="hidden from screen readers only"),
    ],
)
def test_read_html_says_nothing_where_it_left_out_no_text(body: str) -> None:
    assert _html(f"<p>seen</p>{body}").issues == ()


def test_read_html_joins_the_words_around_a_comment() -> None:
    assert _html("<p>de<!-- x -->centralised</p>").texts == ("decentralised",)


def test_read_html_keeps_what_lies_deep() -> None:
    assert _html("<div>" * 1000 + "deep words").texts == ("deep words",)


def test_read_html_refuses_what_its_parser_would_drop() -> None:
    with pytest.raises(InputError, match="2,000 deep"):
        _html("<p>top</p>" + "<div>" * 5000 + "deep words")


def test_read_markdown_leaves_out_its_marks() -> None:
    document = read(b"# The *scope*\n\nIt is [here](http://a.example) and **bold**.", name="a.md", language="en")
    assert document.texts == ("The scope", "It is here and bold.")


def test_read_markdown_makes_footnotes_blocks() -> None:
    document = read(b"Text.[^1]\n\n[^1]: The note.", name="a.md", language="en")
    assert [(b.kind, b.label) for b in document.blocks] == [("paragraph", ""), ("footnote", "1")]
    assert document.texts == ("Text.¹", "The note.")


def test_read_markdown_names_the_line_of_a_block() -> None:
    assert read(b"a\n\nb", name="a.md", language="en").blocks[1].source_ref == "line 3"


def test_read_markdown_takes_its_title_from_the_front_matter() -> None:
    document = read(b"---\ntitle: 'Water policy'\nauthor: A\n---\n\nText.", name="a.md", language="en")
    assert (document.title, document.texts) == ("Water policy", ("Text.",))
