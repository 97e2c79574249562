"""What the components get: groups of rows, tools, and progress in words."""

import pytest

from page.progress import _sentence, _share
from page.run import Progress
from page.texts import texts
from page.views import briefing_view, corrected_view, live_view
from summarize.correction import corrected
from tests.briefings import briefing, document, untranslated


def test_briefing_view_holds_every_row_once() -> None:
    rows = "".join(briefing_view(briefing(), texts("en"), "en")["groups"])
    assert [rows.count(f'id="s{number}"') for number in range(1, 6)] == [1, 1, 1, 1, 0]


def test_briefing_view_speaks_the_pages_language() -> None:
    view = briefing_view(briefing(), texts("pt"), "pt")
    assert "Verifique primeiro" in view["check"]
    assert "Procurar nas duas línguas" in view["frame"]


def test_briefing_view_brings_corrected_rows_again() -> None:
    assert list(briefing_view(corrected(briefing(), 1, "Outra."), texts("en"), "en")["edited"]) == ["1"]


def test_corrected_view_has_the_summary_in_the_readers_words() -> None:
    assert "As taxas sobem." in corrected_view(corrected(briefing(), 1, "As taxas sobem."), "en")["summary"]


def test_briefing_view_without_translation_has_one_column() -> None:
    assert "sides-1" in briefing_view(untranslated(), texts("en"), "en")["frame"]


def test_live_view_leaves_room_for_every_translation() -> None:
    rows = "".join(live_view(document(), "pt", "en")["groups"])
    assert rows.count('<p class="said" lang="pt" dir="ltr"></p>') + rows.count('"said" lang="pt" dir="ltr"></h3>') == 4


@pytest.mark.parametrize(
    ("progress", "stopping", "expected"),
    [
        (Progress("reading"), False, "Reading the text"),
        (Progress("translating", 123, 600, 42), False, "Translating 123 of 600 sentences · about 45 s left"),
        (Progress("translating", 1, 600, 130), False, "Translating 1 of 600 sentences · about 3 min left"),
        (Progress("translating", 599, 600, 0.1), False, "Translating 599 of 600 sentences · a few seconds left"),
        (Progress("translating", 600, 600), False, "Checking"),
        (Progress("translating", 5, 600, 9), True, "Stopping after this batch …"),
        (Progress("summarising"), False, "Summarising"),
    ],
    ids=["reading", "seconds", "minutes", "soon", "checking", "stopping", "summarising"],
)
def test_progress_in_words(progress: Progress, stopping: bool, expected: str) -> None:
    assert _sentence(progress, stopping, texts("en")) == expected


@pytest.mark.parametrize(
    ("progress", "expected"),
    [
        (Progress("reading", 0, 1), 0.0),
        (Progress("translating", 150, 600), 0.25),
        (Progress("translating", 0, 0), 0.0),
        (Progress("summarising", 0, 1), 1.0),
    ],
    ids=["reading", "a quarter", "nothing to do", "summarising"],
)
def test_progress_as_a_share(progress: Progress, expected: float) -> None:
    assert _share(progress) == expected
