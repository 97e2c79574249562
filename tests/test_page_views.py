"""What the components get: groups of rows, tools, and progress in words."""

from typing import Any

import pytest

from page.progress import sentence
from page.run import Progress
from page.texts import texts
from page.views import briefing_view, corrected_view, live_view
from summarize import Briefing
from summarize.correction import corrected
from summarize.summary import Summary
from tests.briefings import briefing, document, untranslated
from translate import Detection, Document, read


def _html(view: dict[str, Any]) -> str:
    """The rows that a view sends."""
    return "".join(html for part in view["parts"] for html in part["groups"])


def _written(sentences: int) -> Document:
    """Two headings with sentences, half under each."""
    half = " ".join(f"Rule {i} holds." for i in range(sentences // 2))
    return read(f"# Aims\n\n{half}\n\n# Costs\n\n{half}".encode(), name="rules.md", language="en")


def test_a_text_of_a_few_screens_is_not_folded_but_has_an_outline() -> None:
    view = briefing_view(_alone(_written(60)), texts("en"), "en")
    assert [part["name"] for part in view["parts"]] == ["", ""]
    assert view["frame"].count('data-slot="contents"') == 2  # behind its button, and beside the summary
    assert view["slots"]["contents"].count('<li><a href="#s') == 2
    assert 'href="#s32"' in view["slots"]["contents"]


def test_a_long_text_is_folded_into_its_parts() -> None:
    view = briefing_view(_alone(_written(500)), texts("en"), "en")
    assert [">Aims<" in view["parts"][0]["name"], "Sentences 201 to 251" in view["parts"][1]["name"]] == [True, True]


def test_a_short_text_has_no_outline() -> None:
    assert "entente-contents" not in briefing_view(briefing(), texts("en"), "en")["frame"]


def _alone(document: Document) -> Briefing:
    """A briefing without a translation."""
    return Briefing(Detection("en", 1.0), document, None, Summary(document, (), ""), (), "pt")


def test_briefing_view_holds_every_row_once() -> None:
    rows = _html(briefing_view(briefing(), texts("en"), "en"))
    assert [rows.count(f'id="s{number}"') for number in range(1, 6)] == [1, 1, 1, 1, 0]


def test_briefing_view_speaks_the_pages_language() -> None:
    view = briefing_view(briefing(), texts("pt"), "pt")
    assert "Verifique primeiro" in view["slots"]["check"]
    assert "Procurar nas duas línguas" in view["frame"]


def test_briefing_view_brings_corrected_rows_again() -> None:
    assert list(briefing_view(corrected(briefing(), 1, "Outra."), texts("en"), "en")["edited"]) == ["1"]


def _corrected_view(text: str, *touched: int) -> dict[str, Any]:
    """After the second sentence was corrected."""
    return corrected_view(corrected(briefing(), 1, text), texts("en"), "en", touched)


def test_corrected_view_has_the_summary_in_the_readers_words() -> None:
    assert "As taxas sobem." in _corrected_view("As taxas sobem.")["slots"]["summary"]


def test_corrected_view_counts_what_is_left_to_check() -> None:
    view = corrected_view(briefing(), texts("en"), "en")
    assert 'href="#entente-check">Check these first <span>2</span>' in view["slots"]["ways"]
    ways = _corrected_view("As taxas são de 2200 euros.")["slots"]["ways"]
    assert 'href="#entente-check">Check these first <span>1</span>' in ways


def test_corrected_view_brings_rows_that_are_the_engines_again() -> None:
    assert list(_corrected_view("As taxas sobem.", 2)["edited"]) == ["1", "2"]


def test_corrected_view_remarks_on_a_correction_and_lists_it_as_done() -> None:
    view = _corrected_view("As taxas são de 2300 euros.")
    assert [remark["lacks"] for remark in view["remarks"]["1"]] == [True]
    assert '<li class="error settled"' in view["slots"]["check"]


def test_briefing_view_leads_to_the_facts() -> None:
    view = briefing_view(briefing(), texts("en"), "en")
    assert '<a href="#facts-duties">Duties and rights <span>1</span></a>' in view["slots"]["ways"]
    assert "facts-deadlines" not in view["slots"]["ways"]
    assert '<details id="facts-duties"' in view["slots"]["facts"]


def test_briefing_view_without_translation_has_one_column() -> None:
    assert "sides-1" in briefing_view(untranslated(), texts("en"), "en")["frame"]


def test_live_view_leaves_room_for_every_translation() -> None:
    rows = _html(live_view(document(), "pt", texts("en"), "en"))
    assert rows.count('<p class="said" lang="pt" dir="ltr"></p>') + rows.count('"said" lang="pt" dir="ltr"></h3>') == 4


@pytest.mark.parametrize(
    ("progress", "stopping", "expected"),
    [
        (Progress("reading"), False, "Reading the text"),
        (Progress("translating", 123, 600, 0.1, 42), False, "Translating 123 of 600 sentences · about 45 s left"),
        (Progress("translating", 1, 600, 0.1, 130), False, "Translating 1 of 600 sentences · about 3 min left"),
        (Progress("translating", 599, 600, 0.3, 0.1), False, "Translating 599 of 600 sentences · a few seconds left"),
        (Progress("translating", 600, 600), False, "Checking"),
        (Progress("checking", 1, 1), False, "Checking"),
        (Progress("checking", 128, 600, 0.5, 12), False, "Checking 128 of 600 sentences · about 15 s left"),
        (Progress("translating", 5, 600, 0.1, 9), True, "Stopping after this batch …"),
        (Progress("summarising"), False, "Summarising"),
    ],
    ids=["reading", "seconds", "minutes", "soon", "checking", "at once", "reading back", "stopping", "summarising"],
)
def test_progress_in_words(progress: Progress, stopping: bool, expected: str) -> None:
    assert sentence(progress, stopping, texts("en")) == expected
