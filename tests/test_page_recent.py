"""Nothing lost: briefings of this tab, those kept on this machine, and downloaded ones that open again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from page import frame, recent
from page.run import Run
from summarize.export.json import to_json
from summarize.shelf import Shelf
from tests.fakes import FakeEngine

APP = str(Path(__file__).parent.parent / "app.py")
TEXT = "The Council met in Lisbon today. The Parties shall report each year. Members pay the fees in March."
LIMIT_S = 60


@pytest.fixture(autouse=True)
def private(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    engines = {"fake": FakeEngine()}
    monkeypatch.setattr(frame, "engines", lambda: engines)
    monkeypatch.setattr(recent, "is_private", lambda: True)
    monkeypatch.setenv("ENTENTE_STORE", str(tmp_path / "store"))
    st.cache_data.clear()
    yield
    st.cache_data.clear()


def _opened() -> AppTest:
    return AppTest.from_file(APP, default_timeout=LIMIT_S).run()


def _briefed(app: AppTest) -> AppTest:
    app.text_area(key="paste").set_value(TEXT).run()
    app.button(key="go").click().run()
    assert app.session_state["run"].wait(LIMIT_S)
    return app.run()


def _run(app: AppTest) -> Run:
    run: Run = app.session_state["run"]
    return run


def _kept() -> list[str]:
    with Shelf() as shelf:
        return [entry.key for entry in shelf.entries()]


def _keys(app: AppTest, start: str) -> list[str]:
    return [button.key for button in app.button if button.key and button.key.startswith(start)]


def test_a_new_text_leaves_the_briefing_where_it_can_be_found() -> None:
    app = _briefed(_opened())
    run = _run(app)
    app.button(key="again").click().run()
    app.button(key=f"open_{run.key}").click().run()
    assert _run(app) is run


def test_nothing_is_kept_before_the_reader_says_so() -> None:
    _briefed(_opened())
    assert _kept() == []


def test_a_kept_briefing_is_found_by_another_session_with_its_correction_and_ticks() -> None:
    app = _briefed(_opened())
    app.button(key="keep_yes").click().run()
    run = _run(app)
    run.correct(1, "As Partes informam todos os anos.")
    run.tick("s2 numbers", True)
    recent.keep(run)
    (key,) = _kept()
    later = _opened()
    later.button(key=f"open_{key}").click().run()
    found = _run(later)
    assert found.briefing is not None
    assert found.briefing.translation is not None
    assert found.briefing.translation.hypotheses[1].text == "As Partes informam todos os anos."
    assert found.checked == {"s2 numbers"}


def test_the_question_is_asked_once() -> None:
    app = _briefed(_opened())
    app.button(key="keep_no").click().run()
    assert _keys(_briefed(_opened()), "keep_") == []
    assert _kept() == []


def test_nobody_is_asked_where_others_reach_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "is_private", lambda: False)
    assert _keys(_briefed(_opened()), "keep_") == []


def test_a_kept_briefing_is_forgotten() -> None:
    app = _briefed(_opened())
    app.button(key="keep_yes").click().run()
    (key,) = _kept()
    _opened().button(key=f"forget_{key}").click().run()
    assert _kept() == []


def test_a_downloaded_briefing_opens_again_with_its_ticks() -> None:
    made = _run(_briefed(_opened())).briefing
    assert made is not None
    app = _opened()
    app.segmented_control(key="way").set_value("file").run()
    content = to_json(made, ["s1 names"]).encode()
    app.file_uploader(key="upload_file").set_value([("made.json", content, "application/json")]).run()
    app.button(key="go").click().run()
    assert _run(app).briefing == made
    assert _run(app).checked == {"s1 names"}


def test_another_json_file_is_told_so() -> None:
    app = _opened()
    app.segmented_control(key="way").set_value("file").run()
    app.file_uploader(key="upload_file").set_value([("other.json", b"{}", "application/json")]).run()
    app.button(key="go").click().run()
    assert "Make the briefing again" in app.error[0].value
