"""Two versions on the page: read, translated as one piece of work, and shown with what changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from page import frame
from page.comparison import comparison_view, corrected_view
from page.request import Request
from page.run import Run
from page.texts import texts
from page.versions import compared
from summarize.briefing import brief
from summarize.choices import BriefChoices
from summarize.comparison import Comparison, compare
from summarize.correction import corrected
from summarize.export.json import to_json
from tests.fakes import FakeEngine
from translate import FormatError, read
from translate.choices import Choices, Watch
from translate.translation import Translation

APP = str(Path(__file__).parent.parent / "app.py")
OLD = "The Agency shall reply within 30 days. It reports to the Council. Boats pay nothing."
NEW = OLD.replace("30 days", "45 days")
LIMIT_S = 30


def _run(new: str = NEW, former: tuple[bytes, str] = (OLD.encode(), "old.txt"), target: str = "pt") -> Run:
    run = Run(
        Request(new.encode(), target, name="new.txt", choices=BriefChoices("en"), former=former), {"fake": FakeEngine()}
    )
    assert run.wait(LIMIT_S)
    return run


def _comparison(run: Run) -> Comparison:
    assert run.error is None
    assert run.comparison is not None
    return run.comparison


def _translation(run: Run) -> Translation:
    found = _comparison(run).new_translation
    assert found is not None
    return found


def test_run_compares_two_versions() -> None:
    run = _run()
    assert _comparison(run).counts == {"unchanged": 2, "changed": 1}
    assert _comparison(run).target == "pt"
    assert (run.briefing, run.title) == (None, "new.txt")


def test_the_later_version_is_seen_while_it_is_translated() -> None:
    run = _run()
    assert run.document is not None
    assert [hypothesis.text for _, hypothesis in run.arrivals(0)] == list(_translation(run).target.texts)


def test_versions_in_the_readers_language_have_nothing_to_come() -> None:
    assert _run(target="en").document is None


def test_a_correction_of_the_later_version_is_in_rows_and_points() -> None:
    run = _run()
    run.correct(0, "Responde em 45 dias.")
    assert run.revision == 1
    view = corrected_view(_comparison(run), "en")
    assert "Responde em" in view["edited"]["0"]
    assert "Responde em" in view["slots"]["above"]


def test_versions_in_the_readers_language_are_not_translated() -> None:
    assert _comparison(_run(target="en")).new_translation is None


def test_a_briefing_as_earlier_version_lends_its_translation() -> None:
    made = corrected(brief(OLD, "pt", language="en", engines={"fake": FakeEngine()}), 1, "Responde ao Conselho.")
    found = _comparison(_run(former=(to_json(made).encode(), "old.json")))
    assert found.new_translation is not None
    assert found.new_translation.target.segment_text(1) == "Responde ao Conselho."


def test_an_earlier_version_that_is_no_briefing_is_told() -> None:
    assert isinstance(_run(former=(b"{}", "old.json")).error, FormatError)


def test_both_translations_are_told_as_one() -> None:
    told: list[tuple[str, int, int]] = []
    watch = Watch(progress=lambda *step: told.append(step))
    old, new = read(OLD, language="en"), read(NEW, language="en")
    compared(old, new, "pt", Choices(), watch, {"fake": FakeEngine(window=1)})
    assert [step for step in told if step[0] == "translating"] == [("translating", n, 6) for n in range(1, 7)]


def test_one_translation_across_languages_is_told_whole() -> None:
    told: list[tuple[str, int, int]] = []
    watch = Watch(progress=lambda *step: told.append(step))
    old, new = read(OLD, language="en"), read("Responde em 30 dias.", language="pt")
    compared(old, new, "en", Choices(), watch, {"fake": FakeEngine(window=1)})
    assert told[-1] == ("translating", 3, 3)


@pytest.fixture
def view() -> dict[str, object]:
    found = compare(read(OLD, language="en"), read(NEW, language="en"), "pt", engines={"fake": FakeEngine()})
    return comparison_view(found, texts("en"), "en")


def test_comparison_view_folds_what_is_unchanged() -> None:
    same = " ".join(f"Rule {n} holds." for n in range(5))
    found = compare(read(f"{same} It ends now.", language="en"), read(f"{same} It ends soon.", language="en"))
    parts = comparison_view(found, texts("en"), "en")["parts"]
    assert [(part["name"], part["open"]) for part in parts] == [("5 unchanged sentences", False), ("", False)]


def test_comparison_view_shows_what_changed_in_both_languages(view: dict[str, object]) -> None:
    shown = str(view["parts"])
    assert "<del>30</del> days" in shown
    assert "<ins>45</ins> qnlf" in shown  # the cipher of "days"


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    engines = {"fake": FakeEngine()}
    monkeypatch.setattr(frame, "engines", lambda: engines)
    st.cache_data.clear()
    yield AppTest.from_file(APP, default_timeout=60).run()
    st.cache_data.clear()


def _with_files(app: AppTest, way: str, files: dict[str, list[tuple[str, bytes, str]]]) -> AppTest:
    app.segmented_control(key="way").set_value(way).run()
    for key, content in files.items():
        app.file_uploader(key=f"upload_{key}").set_value(content).run()
    return app.button(key="go").click().run()


def test_form_asks_for_both_versions(app: AppTest) -> None:
    _with_files(app, "versions", {"earlier": [("old.txt", OLD.encode(), "")]})
    assert "Two files are needed" in app.error[0].value


def test_comparison_can_be_left_and_opened_again(app: AppTest) -> None:
    _with_files(app, "versions", {"earlier": [("old.txt", OLD.encode(), "")], "later": [("new.txt", NEW.encode(), "")]})
    run: Run = app.session_state["run"]
    assert run.wait(LIMIT_S)
    app.run()
    app.button(key="again").click().run()
    assert not app.exception
    app.button(key=f"open_{run.key}").click().run()
    assert app.session_state["run"] is run


def test_several_files_become_a_list(app: AppTest) -> None:
    _with_files(app, "file", {"file": [("a.txt", OLD.encode(), ""), ("b.txt", NEW.encode(), "")]})
    runs: list[Run] = app.session_state["several"]
    assert all(run.wait(LIMIT_S) for run in runs)
    app.run()
    app.button(key=f"see_{runs[0].key}").click().run()
    assert app.session_state["run"] is runs[0]
    app.button(key="again").click().run()
    app.button(key=f"drop_{runs[0].key}").click().run()
    assert app.session_state["several"] == runs[1:]


def test_one_broken_file_does_not_keep_the_others(app: AppTest) -> None:
    _with_files(app, "file", {"file": [("a.txt", OLD.encode(), ""), ("empty.txt", b"", "")]})
    runs: list[Run] = app.session_state["several"]
    assert all(run.wait(LIMIT_S) for run in runs)
    app.run()
    assert [run.briefing is None for run in runs] == [False, True]
    assert any("has no bytes" in caption.value for caption in app.caption)


def test_more_files_than_a_tab_holds_are_refused(app: AppTest) -> None:
    _with_files(app, "file", {"file": [(f"{n}.txt", OLD.encode(), "") for n in range(21)]})
    assert "At most 20 files at once," in app.error[0].value
