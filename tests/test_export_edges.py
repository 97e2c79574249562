"""What a file shows at once, and what it folds, cuts or leaves out."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from summarize.briefing import Briefing, brief
from summarize.export.doubts import marked
from summarize.export.formats import FORMATS, export, file_name
from summarize.export.glance import glance_html
from summarize.export.html import check_html, facts_html, head_html, heads_html, rows_html, summary_html
from summarize.export.markup import row_html, text_html
from summarize.export.rows import Row, lines_to_check, rows, titles
from summarize.export.shape import grouped
from summarize.export.wording import coverage_sentence, direction, kind_name, reader_language, wording
from summarize.facts import TableRow
from tests.briefings import briefing, untranslated
from tests.fakes import FakeEngine
from translate.document import Block, BlockKind, Document, Segment
from translate.errors import FormatError
from translate.hypothesis import Hypothesis, Link, Repair
from translate.issue import Issue, Severity
from translate.reading.reader import read
from translate.translation import Doubt


def made(*blocks: tuple[BlockKind, str], title: str = "", name: str = "") -> Document:
    """A document with a segment for each block."""
    text, spans, segments = "", [], []
    for number, (kind, words) in enumerate(blocks):
        spans.append(Block(len(text), len(text) + len(words), kind, level=int(kind == "heading")))
        segments.append(Segment(len(text), len(text) + len(words), number, "en"))
        text += words + "\n\n"
    return Document(text, "en", tuple(spans), tuple(segments), title=title, name=name)


def alone(document: Document, issues: Sequence[Issue] = (), tables: Sequence[TableRow] = ()) -> Briefing:
    """A briefing without translation and without points."""
    bare = untranslated("pt")
    return replace(
        bare,
        document=document,
        summary=replace(bare.summary, document=document, points=()),
        issues=tuple(issues),
        tables=tuple(tables),
    )


SENTENCES = made(*[("paragraph", f"Boats pay fee {number}.") for number in range(30)])


def issue(segment: int | None, severity: Severity = "warning", kind: str = "numbers") -> Issue:
    return Issue(kind, segment, None, f"Number {segment} is missing.", severity)


@pytest.mark.parametrize(("count", "folded"), [(11, 0), (12, 0), (13, 1), (20, 8)])
def test_check_html_shows_twelve_lines_at_once(count: int, folded: int) -> None:
    shown, _, rest = check_html(alone(SENTENCES, [issue(i) for i in range(count)]), "en").partition(
        "<details><summary>"
    )
    assert shown.count('<li class="warning"') == count - folded
    assert rest.count('<li class="warning"') == folded
    assert rest[: len(str(folded)) + 6].count(str(folded)) == (folded > 0)


def test_check_html_leaves_errors_of_the_whole_text_to_the_head() -> None:
    found = alone(SENTENCES, [issue(None, "error"), issue(None, "notice")])
    assert check_html(found, "en").count("<li ") == 1
    assert head_html(found, "en").count('class="failure"') == 1


def test_check_html_of_nothing() -> None:
    assert check_html(alone(SENTENCES), "en") == ""
    assert '<p class="nothing">' in check_html(replace(briefing(), issues=()), "en")
    assert "rates" not in check_html(replace(briefing(), issues=()), "en")
    assert "<td>1</td>" in check_html(briefing(), "en")


@pytest.mark.parametrize(("count", "opened"), [(5, True), (6, False)])
def test_facts_html_opens_a_table_of_five(count: int, opened: bool) -> None:
    found = [TableRow("people", (i,), (0, 5), f"Boat {i}") for i in range(count)]
    assert ('"facts-people" open>' in facts_html(alone(SENTENCES, tables=found), "en")) is opened


@pytest.mark.parametrize(("count", "said"), [(12, False), (13, True), (20, True)])
def test_facts_html_names_twelve_places(count: int, said: bool) -> None:
    found = [TableRow("people", tuple(range(count)), (0, 5), "Boats")]
    page = facts_html(alone(SENTENCES, tables=found), "en")
    assert (page.count('class="cite"'), wording("en")["places_more"].format(count=count - 12) in page) == (
        min(count, 12),
        said,
    )


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([("heading", "Act"), ("heading", "On the boats"), ("paragraph", "They pay.")], "On the boats"),
        ([("heading", "Act"), ("paragraph", "They pay."), ("heading", "On the boats")], "Act"),
        ([("paragraph", "They pay."), ("heading", "On the boats")], "fees.txt"),
    ],
    ids=["the longest", "that opens", "none opens"],
)
def test_titles_are_the_headings_that_open_the_text(blocks: list[tuple[BlockKind, str]], expected: str) -> None:
    assert titles(alone(made(*blocks, name="fees.txt"))) == (expected, "")


@pytest.mark.parametrize(("before", "found"), [(19, "Boats"), (20, "")])
def test_titles_are_translated_near_the_beginning(before: int, found: str) -> None:
    text: list[tuple[BlockKind, str]] = [("paragraph", f"They pay {i}.") for i in range(before)]
    document = made(*text, ("heading", "Boats"), title="Boats")
    whole = briefing()
    assert whole.translation is not None
    hypotheses = tuple(Hypothesis(text, origin="fake") for text in document.texts)
    translation = replace(whole.translation, source=document, target=document, hypotheses=hypotheses, opinions=())
    assert titles(replace(whole, document=document, translation=translation)) == ("Boats", found)


@pytest.mark.parametrize(
    ("document", "name"),
    [
        pytest.param(made(("paragraph", "They pay."), name="fees act.docx"), "fees-act.en-pt.md", id="the file's"),
        pytest.param(made(("paragraph", "They pay."), name="fees.en.txt"), "fees.en-pt.md", id="with a language"),
        pytest.param(made(("paragraph", "They pay."), title="On: boats?"), "On-boats.en-pt.md", id="the title"),
        pytest.param(made(("paragraph", "They pay.")), "briefing.en-pt.md", id="none"),
        pytest.param(made(("paragraph", "They pay."), title="..."), "briefing.en-pt.md", id="only marks"),
        pytest.param(made(("paragraph", "They pay."), title="a" * 70), "a" * 60 + ".en-pt.md", id="long"),
    ],
)
def test_file_name(document: Document, name: str) -> None:
    assert file_name(alone(document), "md") == name


def test_export_refuses_an_unknown_format() -> None:
    with pytest.raises(FormatError, match=f"'doc'; known are {', '.join(FORMATS)}"):
        export(briefing(), "doc")


@pytest.mark.parametrize(
    ("severities", "worst"),
    [
        (["notice", "error", "warning"], "error"),
        (["notice", "warning"], "warning"),
        (["notice"], "notice"),
    ],
)
def test_row_html_is_as_grave_as_its_gravest(severities: list[Severity], worst: str) -> None:
    found = [issue(0, severity) for severity in severities]
    (row,) = rows(alone(made(("paragraph", "They pay.")), found))
    assert row_html(row, "en", 1).startswith(f'<div class="row paragraph opens worst-{worst}" id="s1" data-s="0">')


def test_row_html_says_once_what_an_issue_and_its_repair_both_say() -> None:
    found = [Issue("terms", 0, None, "Why. How.", "warning", "source")]
    (row,) = rows(alone(made(("paragraph", "They pay.")), found))
    said = row_html(replace(row, hypothesis=Hypothesis("Pagam.", repairs=(Repair("Why.", "How."),))), "en")
    assert said.count("Why. How.") == 1
    assert '<p class="note warning">Why. How.</p>' in said


@pytest.mark.parametrize(
    ("kind", "label"), [("heading", ""), ("list_item", "Article 1")], ids=["a heading", "a list's item"]
)
def test_a_heading_that_is_its_own_label_has_no_other(kind: BlockKind, label: str) -> None:
    document = made((kind, "Article 1"))
    labelled = replace(document, blocks=(replace(document.blocks[0], label="Article 1"),))
    assert [row.label for row in rows(alone(labelled))] == [label]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("It costs EUR 50 000 a year.", "EUR 50 000"),
        ("up to 2 % of it", "2 %"),
        ("within 12 months", "12 months"),
        ("cerca de 1,5 milhões", "1,5 milhões"),
        ("das R$ 300,00", "R$ 300,00"),
    ],
    ids=["money", "share", "period", "scale", "sign"],
)
def test_text_html_keeps_a_number_with_its_unit(text: str, together: str) -> None:
    assert text_html(text) == text.replace(together, f'<span class="n">{together}</span>')


def test_text_html_keeps_words_and_numbers_alone_as_they_are() -> None:
    assert text_html("In 2027, they meet. Article 9 says so.") == "In 2027, they meet. Article 9 says so."


@pytest.mark.parametrize(("level", "tag"), [(1, "h3"), (2, "h4"), (3, "h5"), (4, "h5")])
def test_row_html_keeps_the_level_of_a_heading(level: int, tag: str) -> None:
    row = Row(0, "heading", level, "", None, True, "", "", "Boats", "en")
    assert f'<{tag} class="source"' in row_html(row, "en", 1)


def row(hypothesis: Hypothesis | None = None, source: str = "Boats pay.", **fields: object) -> str:
    """A row as it is shown."""
    shown = Row(0, "paragraph", 0, "", None, True, "", "", source, "en", "Pagam.", "pt", hypothesis)
    return row_html(replace(shown, **fields), "en")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("origin", "marked_", "repaired"),
    [("pending", True, True), ("untranslated", True, False), ("edited", True, True), ("fake", False, True)],
)
def test_row_html_says_where_a_translation_comes_from(origin: str, marked_: bool, repaired: bool) -> None:
    found = row(Hypothesis("Pagam.", origin=origin, repairs=(Repair("Why.", "How."),)))
    assert ('<p class="note origin">' in found, '<p class="note repair">Why. How.</p>' in found) == (marked_, repaired)


def test_row_html_counts_links_in_units_of_scripts() -> None:
    links = (Link(0, 5, 0, 6), Link(2, 5, 0, 6))
    assert 'data-links="0-5-0-6 2-5-0-6"' in row(Hypothesis("Pagam.", alignment=links))
    assert 'data-links="0-6-0-6 3-6-0-6"' in row(Hypothesis("Pagam.", alignment=links), "B😀ats pay.")
    assert "data-links" not in row(Hypothesis("Pagam."))


def test_row_html_shows_what_stands_around_and_in_the_margin() -> None:
    found = row(before="(ii)", after="*", label="Art. 1", page=3, points=(0, 4))
    assert '<span class="gap">(ii) </span>Boats pay.<span class="gap"> *</span>' in found
    assert '<span class="page">p. 3</span><span class="label">Art. 1</span><a class="number" href="#s1">1</a>' in found
    assert ('href="#p1"' in found, 'href="#p5"' in found, 'class="gap"' in row()) == (True, True, False)


def test_row_html_marks_issues_on_their_own_side() -> None:
    on_source = Issue("numbers", 0, (0, 5), "x", "warning", "source")
    on_target = Issue("numbers", 0, (0, 3), "x", "warning", "target")
    assert "<mark>Boats</mark> pay." in row(issues=(on_source,))
    assert "<mark>Pag</mark>am." in row(issues=(on_target,))
    assert row(issues=(on_source, on_target)).count("<mark>") == 2


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        pytest.param([(0, 2)], "<mark>ab</mark>cd", id="at the beginning"),
        pytest.param([(2, 9)], "ab<mark>cd</mark>", id="beyond the end"),
        pytest.param([(-2, 1)], "<mark>a</mark>bcd", id="before the beginning"),
        pytest.param([(0, 1), (3, 4)], "<mark>a</mark>bc<mark>d</mark>", id="two"),
        pytest.param([(1, 1)], "abcd", id="empty"),
    ],
)
def test_text_html_marks_stretches(spans: list[tuple[int, int]], shown: str) -> None:
    assert text_html("abcd", spans) == shown


@pytest.mark.parametrize(
    ("spans", "shown"), [([(0, 4)], "*They* pay."), ([(5, 8), (0, 4)], "*They* *pay*."), ([], "They pay.")]
)
def test_marked_puts_marks_around_stretches(spans: list[tuple[int, int]], shown: str) -> None:
    assert marked("They pay.", spans, "*") == shown


def doubted(count: int) -> Briefing:
    """A briefing whose translation has so many doubts among the most doubtful."""
    document = made(*[("paragraph", f"Boats pay fee {number}.") for number in range(5 * count)])
    whole = briefing()
    assert whole.translation is not None
    hypotheses = tuple(Hypothesis(text, origin="fake") for text in document.texts)
    doubts = tuple(Doubt(i, 1 - i / 100, "Read back.") for i in range(5 * count))
    translation = replace(
        whole.translation, source=document, target=document, hypotheses=hypotheses, opinions=(), doubts=doubts
    )
    summary = replace(whole.summary, document=document, points=(), unmentioned=())
    return replace(whole, document=document, translation=translation, summary=summary, issues=(), facts=())


@pytest.mark.parametrize(("count", "folded"), [(6, 0), (7, 1), (9, 3)])
def test_export_shows_six_doubtful_sentences_at_once(count: int, folded: int) -> None:
    section = export(doubted(count), "html").partition('<section class="check doubts">')[2].partition("</section>")[0]
    shown, _, rest = section.partition("<details><summary>")
    assert (shown.count("<li "), rest.count("<li ")) == (count - folded, folded)
    assert (wording("pt")["show_more"].format(count=folded) in rest) is (folded > 0)


def test_export_numbers_doubtful_sentences_from_one() -> None:
    assert '<a href="#s1">' in export(doubted(6), "html").partition('<section class="check doubts">')[2]
    assert "• [1] Boats pay fee 0." in export(doubted(6), "txt")


def test_glance_html_marks_are_wide_enough_to_be_seen() -> None:
    long = made(("paragraph", "Boats."), ("paragraph", "a" * 9992))
    # 6 of 10,002 characters are less than 0.3 per cent.
    assert "left:0.00%;width:0.30%" in glance_html(alone(long, [issue(0)]), "en")
    assert "width:0.60%" in glance_html(
        alone(made(("paragraph", "a" * 60), ("paragraph", "a" * 9936)), [issue(0)]), "en"
    )


def test_glance_html_explains_each_mark_of_the_strip_and_no_other() -> None:
    assert re.findall("class='([a-z]+)'", glance_html(replace(briefing(), issues=()), "en")) == ["cited"]
    assert re.findall("class='([a-z]+)'", glance_html(briefing(), "en")) == ["cited", "error"]


@pytest.mark.parametrize(("letters", "named"), [(5, True), (4, False)])
def test_glance_html_names_a_language_from_half_a_hundredth_on(letters: int, named: bool) -> None:
    segments = (Segment(0, 1000 - letters, 0, "en"), Segment(1000 - letters, 1000, 0, "pt"))
    document = Document("a" * 1000, "en", (Block(0, 1000),), segments)
    assert ("Portuguese 1\u00a0%" in glance_html(alone(document), "en")) is named


@pytest.mark.parametrize("code", ["ar", "fa", "he", "ur"])
def test_direction_of_scripts_from_right_to_left(code: str) -> None:
    assert direction(code) == "rtl"


def test_direction_of_other_languages() -> None:
    assert (direction("en"), direction("und")) == ("ltr", "auto")
    assert '<span dir="rtl">Arabic</span>' in heads_html(["en", "ar"], "en")


@pytest.mark.parametrize(
    ("target", "reader"), [("pt", "pt"), ("pt-BR", "pt"), ("en", "en"), ("ar", "en"), ("de", "en")]
)
def test_reader_language_is_the_targets_where_there_are_words(target: str, reader: str) -> None:
    assert reader_language(untranslated(target)) == reader


def test_kind_name_of_an_unknown_kind_is_its_own() -> None:
    assert kind_name("no_such_kind", "en") == "no such kind"


@pytest.mark.parametrize(
    ("origins", "sentence"),
    [
        (["fake"], "translated_one"),
        (["fake", "memory"], "translated_all"),
        (["fake", "copied"], "kept"),
        (["fake", "untranslated"], "left"),
        (["fake", "pending"], "pending"),
    ],
)
def test_coverage_sentence_accounts_for_every_segment(origins: list[str], sentence: str) -> None:
    document = made(*[("paragraph", f"Boats pay fee {number}.") for number in range(len(origins))])
    whole = briefing()
    assert whole.translation is not None
    hypotheses = tuple(Hypothesis("Pagam.", origin=origin) for origin in origins)
    translation = replace(whole.translation, source=document, hypotheses=hypotheses)
    words = wording("en")[sentence].format(total=2, count=1, language={"left": "English"}.get(sentence, "Portuguese"))
    assert words in coverage_sentence(replace(whole, document=document, translation=translation), "en")


def test_coverage_sentence_without_sentences_or_translation() -> None:
    assert coverage_sentence(alone(made()), "en") == f"{wording('en')['no_sentences']}."
    assert "English" in coverage_sentence(untranslated(), "en")


def test_rows_html_has_a_side_for_each_language() -> None:
    assert 'class="text sides-1"' in rows_html(untranslated(), "en")
    assert 'class="text sides-2"' in rows_html(briefing(), "en")
    assert wording("en")["text_alone"] in rows_html(untranslated(), "en")


def test_rows_show_a_page_and_a_label_where_they_begin() -> None:
    found = rows(briefing())
    assert [(one.page, one.label, one.opens) for one in found] == [
        (1, "", True),
        (None, "Art. 1", True),
        (2, "", False),
        (None, "(a)", True),
        (None, "", True),
    ]
    assert [one.segment for one in found] == [0, 1, 2, 3, None]
    assert [one.points for one in found] == [(), (0,), (), (), ()]


def test_lines_to_check_give_the_whole_text_a_line_a_reason() -> None:
    found = lines_to_check(alone(SENTENCES, [issue(None), issue(None, "notice"), issue(3), issue(3, "notice")]))
    assert [(line.segment, len(line.reasons)) for line in found if line.segment is None] == [(None, 1), (None, 1)]
    assert [len(line.reasons) for line in found if line.segment == 3] == [2]


def test_summary_html_without_points_is_empty() -> None:
    assert summary_html(alone(SENTENCES), "en") == ""


def test_grouped_has_the_target_only_with_a_translation() -> None:
    found = [[one.in_target for _, points in grouped(made) for one in points] for made in (untranslated(), briefing())]
    assert [[second is None for second in points] for points in found] == [[True], [False]]


def test_sentences_of_a_language_without_a_model_are_one_line() -> None:
    read_in = read("We meet in March.\n\nNous payons la taxe.\n\nNous partons demain matin.", language="en")
    document = replace(
        read_in, segments=tuple(replace(s, language=("en", "fr", "fr")[i]) for i, s in enumerate(read_in.segments))
    )
    made = brief(document, "pt", engines={"fake": FakeEngine(pairs=[("en", "pt")])})
    lines = [line for line in lines_to_check(made) if line.reasons[0].kind == "untranslated"]
    assert [(line.segment, str(line.reasons[0].message)) for line in lines] == [
        (None, "2 sentences in French are left as they are: no installed model leads from there into Portuguese.")
    ]
