"""The summary as the views show it: the gist, and where answers and facts stand."""

from dataclasses import replace

from summarize.answers import Passage
from summarize.export.answers import place
from summarize.export.facts import Line, cells, heads
from summarize.export.formats import file_name, own_file_name
from summarize.export.html import fact_table_html
from summarize.export.shape import gist
from summarize.facts import TableRow
from summarize.summary import Citation, Point
from tests.briefings import briefing, document, shaped_briefing
from translate import read
from translate.reading.draft import COMMENTS, comments_left_out


def test_gist_stands_above_the_points() -> None:
    top = gist(shaped_briefing())
    assert top is not None
    assert top.point.text == "They rise."


def test_gist_that_only_says_the_title_is_left_out() -> None:
    made = shaped_briefing()
    titled = replace(made.summary, gist=Point("WATER & <law>.", (Citation(0),)))
    assert gist(replace(made, summary=titled)) is None


def test_a_deadline_names_its_provision() -> None:
    row = TableRow("deadlines", (1,), (0, 4), "2027", who="They", what="They pay", place="Article 5(2)")
    assert dict(zip(heads("deadlines", "en"), cells(row, "en"), strict=True))["Provision"] == "Article 5(2)"


def test_fact_table_leaves_an_empty_column_out_and_has_a_dash_where_nobody_is_named() -> None:
    lines = [Line(TableRow("deadlines", (1,), (0, 4), "2027", who, "They pay"), "en") for who in ("", "Agency")]
    table = fact_table_html("deadlines", lines, "pt", "en")
    assert ('<abbr title="the text names nobody">—</abbr>' in table, "Provision" in table) == (True, False)


def test_a_passage_names_its_provision_where_its_document_is_at_hand() -> None:
    act = read(b"# Article 4\n\n(1) Members pay in March.", name="act.md", language="en")
    passage = Passage(0, "act.md", (1,), ("Members pay in March.",), "en", 0.9, label="(1)")
    assert "Article 4" in place(passage, "en", act)
    assert "Article 4" not in place(passage, "en")


def test_the_readers_own_file_has_another_name_than_the_briefing() -> None:
    assert own_file_name(briefing(), "docx") == "water-law.pt.docx"
    assert file_name(briefing(), "docx") == "water-law.en-pt.docx"


def test_comments_that_are_left_out_are_of_a_kind_of_their_own() -> None:
    assert [comments_left_out(count).kind for count in (1, 2)] == [COMMENTS, COMMENTS]
    assert document().issues[0].kind != COMMENTS
