"""The page without a browser: its screens, its errors, its languages, and what two sessions share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from page import asking, frame
from page.choices import method_names
from page.kept_corrections import memory_size
from page.plain import plain
from page.run import Run
from page.texts import texts
from page.views import corrected_view
from tests.chat_server import ChatServer, serving
from tests.fakes import FakeEngine, failing_at
from translate import EngineSet
from translate.engines.settings import EngineSettings

APP = str(Path(__file__).parent.parent / "app.py")
TEXT = "The Council met in Lisbon today. The Parties shall report each year. Members pay the fees in March."
LIMIT_S = 60


@pytest.fixture(autouse=True)
def fake_engines(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    engines = {"fake": FakeEngine()}
    monkeypatch.setattr(frame, "engines", lambda: engines)
    st.cache_data.clear()
    yield
    st.cache_data.clear()


def _opened() -> AppTest:
    return AppTest.from_file(APP, default_timeout=LIMIT_S).run()


def _with_options() -> AppTest:
    """The form with its options open."""
    app = AppTest.from_file(APP, default_timeout=LIMIT_S)
    app.session_state["options"] = True
    return app.run()


def _briefed(app: AppTest, text: str = TEXT) -> AppTest:
    app.text_area(key="paste").set_value(text).run()
    app.button(key="go").click().run()
    run: Run = app.session_state["run"]
    assert run.wait(LIMIT_S)
    return app.run()


def _uploaded(app: AppTest, name: str, content: bytes) -> AppTest:
    app.segmented_control(key="way").set_value("file").run()
    app.file_uploader(key="upload_file").set_value([(name, content, "")]).run()
    app.button(key="go").click().run()
    assert app.session_state["run"].wait(LIMIT_S)
    return app.run()


def test_page_opens_on_the_form() -> None:
    app = _opened()
    assert not app.exception
    assert app.button(key="go").label == "Make the briefing"


def test_page_makes_a_briefing() -> None:
    app = _briefed(_opened())
    assert not app.exception
    briefing = app.session_state["run"].briefing
    assert briefing.target == "pt"
    assert briefing.translation.coverage == {"fake": 3}


@pytest.mark.parametrize("text", ["", "   \n "], ids=["nothing", "spaces"])
def test_page_asks_for_a_text(text: str) -> None:
    app = _opened()
    app.text_area(key="paste").set_value(text).run()
    app.button(key="go").click().run()
    assert [error.value for error in app.error] == [
        "There is no text yet. Paste one, choose a file or take an example."
    ]


def test_page_says_what_is_wrong_with_a_file_and_keeps_it() -> None:
    app = _uploaded(_opened(), "noise.bin.txt", bytes(range(256)) * 20)
    assert "no text in any known encoding" in app.error[0].value
    assert app.session_state["kept_file"][0][1] == "noise.bin.txt"


def test_page_says_that_a_file_is_empty() -> None:
    assert "has no bytes" in _uploaded(_opened(), "empty.txt", b"").error[0].value


def test_page_shows_a_bug_below_a_form_that_can_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> str:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(frame, "engines", lambda: {"fake": FakeEngine(broken)})
    app = _briefed(_opened())
    assert [exception.value for exception in app.exception] == ["a bug"]
    assert app.text_area(key="paste").value == TEXT


def test_page_briefs_what_was_translated_before_an_engine_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "engines", lambda: {"fake": FakeEngine(failing_at("Members"), window=1)})
    app = _briefed(_opened())
    assert not app.exception
    briefing = app.session_state["run"].briefing
    assert briefing.translation.coverage == {"fake": 2, "pending": 1}
    assert briefing.summary.points
    assert "Install it again." in briefing.issues[0].message
    monkeypatch.setattr(frame, "engines", lambda: {"fake": FakeEngine()})
    app.button(key="retry").click().run()
    assert app.session_state["run"].wait(LIMIT_S)
    assert app.session_state["run"].briefing.translation.coverage == {"fake": 3}


def test_page_says_why_an_engine_gave_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "engines", lambda: {"fake": FakeEngine(failing_at("Council"), window=1)})
    app = _briefed(_opened())
    assert "Install it again." in app.error[0].value
    assert app.text_area(key="paste").value == TEXT


def test_page_goes_back_to_a_form_that_kept_the_text() -> None:
    app = _briefed(_opened())
    app.button(key="again").click().run()
    assert app.text_area(key="paste").value == TEXT


def test_page_speaks_portuguese() -> None:
    app = _opened()
    app.selectbox(key="page").set_value("pt").run()
    assert app.button(key="go").label == "Fazer a síntese"


def test_page_takes_the_target_from_its_address() -> None:
    app = AppTest.from_file(APP, default_timeout=LIMIT_S)
    app.query_params["to"] = "fr"
    assert app.run().selectbox(key="to").value == "fr"


def test_page_comes_back_to_the_readers_target_after_a_text_in_it() -> None:
    app = AppTest.from_file(APP, default_timeout=LIMIT_S)
    app.query_params["to"] = "en"
    app.run().text_area(key="paste").set_value(TEXT).run()
    assert app.selectbox(key="to").value == "pt"
    app.text_area(key="paste").set_value("O Conselho reuniu-se hoje em Lisboa e aprovou o relatório anual.").run()
    assert app.selectbox(key="to").value == "en"


def test_page_names_its_examples() -> None:
    app = _opened()
    app.segmented_control(key="way").set_value("example").run()
    assert "Bill on the reuse of data · Portuguese" in app.radio(key="example").options


def test_page_offers_languages_with_a_way_first() -> None:
    options = _opened().selectbox(key="to").options
    assert options[0] == "Portuguese"
    assert options[1] == "Afrikaans (needs a model)"


def test_page_tells_what_would_make_a_way() -> None:
    app = _opened()
    app.text_area(key="paste").set_value(TEXT).run()
    app.selectbox(key="to").set_value("fr").run()
    assert app.code[0].value == "python -m translate models install hf:Helsinki-NLP/opus-mt-en-fr"


def test_page_installs_a_model_where_its_reader_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[tuple[str, str]] = []
    monkeypatch.setattr("page.model_card.is_private", lambda: True)
    monkeypatch.setattr(
        "translate.models.installation.install_pair", lambda source, target, told: installed.append((source, target))
    )
    app = _opened()
    app.text_area(key="paste").set_value(TEXT).run()
    app.selectbox(key="to").set_value("fr").run()
    app.button(key="install_en_fr").click().run()
    assert installed == [("en", "fr")]


def test_page_installs_nothing_where_the_administrator_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("page.model_card.is_private", lambda: True)
    monkeypatch.setenv("ENTENTE_INSTALL", "no")
    app = _opened()
    app.text_area(key="paste").set_value(TEXT).run()
    app.selectbox(key="to").set_value("fr").run()
    assert [button.key for button in app.button if button.key and button.key.startswith("install")] == []
    assert app.code[0].value == "python -m translate models install en-fr"


def test_page_briefs_without_a_way() -> None:
    app = _opened()
    app.selectbox(key="to").set_value("fr").run()
    briefing = _briefed(app).session_state["run"].briefing
    assert briefing.translation is None
    assert briefing.summary.points


def test_page_turns_english_into_portuguese_where_no_target_was_chosen() -> None:
    assert _briefed(_opened()).session_state["run"].request.target == "pt"


def test_page_makes_the_briefing_again_in_the_language_that_the_reader_names() -> None:
    app = _briefed(_opened())
    first = app.session_state["run"]
    app.selectbox(key=f"correct_language_{first.key}").set_value("gl").run()
    again = app.session_state["run"]
    assert again.wait(LIMIT_S)
    assert again.briefing.document.language == "gl"


def test_page_briefs_an_example() -> None:
    app = _opened()
    app.segmented_control(key="way").set_value("example").run()
    app.button(key="go").click().run()
    run = app.session_state["run"]
    assert run.wait(LIMIT_S)
    assert run.briefing.document.name


def test_page_briefs_a_file() -> None:
    app = _uploaded(_opened(), "note.txt", TEXT.encode())
    assert app.session_state["run"].briefing.document.name == "note.txt"


def test_page_says_what_is_wrong_with_a_glossary_and_starts_nothing() -> None:
    app = _with_options()
    app.text_area(key="glossary").set_value("fees, quotas\nfees, taxas").run()
    app.text_area(key="paste").set_value(TEXT).run()
    app.button(key="go").click().run()
    assert "'fees' twice" in "".join(error.value for error in app.error)
    assert "run" not in app.session_state


def test_page_shows_a_faulty_glossary_as_it_is() -> None:
    app = _with_options()
    entry = "![x](http://picture.example/a.png)"
    app.text_area(key="glossary").set_value(f"{entry},a\n{entry},b").run()
    assert [plain(entry) in error.value and entry not in error.value for error in app.error] == [True]


def test_page_takes_a_glossary_from_a_file() -> None:
    app = _with_options()
    app.file_uploader(key="glossary_file").set_value([("terms.csv", "fees;quotas".encode("utf-16"), "")]).run()
    assert app.text_area(key="glossary").value == "fees;quotas"
    assert [issue.kind for issue in _briefed(app).session_state["run"].briefing.issues].count("terms") == 1


def test_page_keeps_terms_that_no_file_could_replace() -> None:
    app = _with_options()
    app.text_area(key="glossary").set_value("fees, quotas").run()
    app.file_uploader(key="glossary_file").set_value([("terms.csv", bytes(range(256)) * 20, "")]).run()
    assert app.text_area(key="glossary").value == "fees, quotas"
    assert "no text in any known encoding" in app.error[0].value


def test_page_offers_no_second_opinion_where_there_is_one_engine() -> None:
    assert "second" not in [box.key for box in _with_options().selectbox]


def test_page_offers_the_other_engine_for_a_second_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    engines = {"firefox": FakeEngine(name="firefox"), "apertium": FakeEngine(name="apertium")}
    monkeypatch.setattr(frame, "engines", lambda: engines)
    app = _with_options()
    app.text_area(key="paste").set_value(TEXT).run()
    assert app.selectbox(key="second").options == ["None", "Apertium, gist only"]
    app.selectbox(key="engine").set_value("apertium").run()
    assert app.selectbox(key="second").options == ["None", "Firefox Translations"]


def test_page_keeps_choices_while_the_options_are_closed() -> None:
    app = _with_options()
    app.checkbox(key="thorough").check().run()
    app.number_input(key="points").set_value(3).run()
    app.session_state["options"] = False
    request = _briefed(app).session_state["run"].request
    assert (request.choices.translation.thorough, request.choices.points, request.memory) == (True, 3, None)


def test_page_says_where_corrections_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    app = _with_options()
    app.checkbox(key="remember").check().run()
    assert plain(str(tmp_path)) in " ".join(caption.value for caption in app.caption)
    run = _briefed(app).session_state["run"]
    run.correct(1, "As Partes informam todos os anos.")
    assert run.request.memory.is_relative_to(tmp_path)
    assert memory_size() == 1


def test_page_offers_no_method_that_needs_a_model_of_the_readers() -> None:
    assert "abstractive" not in method_names()


def test_page_keeps_sessions_apart() -> None:
    first, second = _briefed(_opened(), TEXT), _opened()
    assert "run" not in second.session_state
    assert second.text_area(key="paste").value in (None, "")
    assert first.session_state["run"].briefing.document.text == TEXT


def test_a_model_server_is_looked_for_when_asked_and_then_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(ChatServer()) as server, EngineSet(("server",), settings=EngineSettings(server=server.url)) as engines:
        monkeypatch.setattr(frame, "engines", lambda: engines)
        app = _with_options()
        assert server.requests == []
        app.button(key="server_look").click().run()
        assert app.selectbox(key="engine").options[-1] == "Language model: tiny (seconds a sentence)"
        assert app.selectbox(key="method").options[-1] == "Written by tiny"
        app.selectbox(key="engine").set_value("server").run()
        briefing = _briefed(app).session_state["run"].briefing
        assert briefing.translation.coverage == {"server": 3}


def test_that_no_model_server_answers_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with EngineSet(("server",), settings=EngineSettings(server="http://127.0.0.1:9/v1")) as engines:
        monkeypatch.setattr(frame, "engines", lambda: engines)
        app = _with_options()
        app.button(key="server_look").click().run()
        assert "127" in app.info[0].value
        assert "server_model" not in app.session_state


def test_page_says_that_a_text_is_in_the_target_already_and_offers_another() -> None:
    app = AppTest.from_file(APP, default_timeout=LIMIT_S)
    app.query_params["to"] = "en"
    app.run()
    app.segmented_control(key="way").set_value("file").run()
    app.file_uploader(key="upload_file").set_value([("note.txt", TEXT.encode(), "")]).run()
    app.button(key="go").click().run()
    assert app.session_state["run"].wait(LIMIT_S)
    app.run()
    assert "The text is in English already." in [written.value for written in app.markdown]
    app.button(key="already_other").click().run()
    assert app.session_state["run"].request.target == "pt"


def test_preset_target_follows_the_pages_language() -> None:
    app = AppTest.from_file(APP, default_timeout=LIMIT_S)
    app.query_params["page"] = "pt"
    app.run()
    assert app.session_state["to"] == "pt"
    app.query_params["page"] = "en"
    assert app.run().session_state["to"] == "en"


def test_tables_answer_the_offered_question_what_must_be_done() -> None:
    app = _briefed(_opened())
    run: Run = app.session_state["run"]
    assert asking.ask(run, "What must be done, and by when?") == ""
    assert run.briefing is not None
    assert (run.tabled, run.revision, run.briefing.answers) == ("What must be done, and by when?", 1, ())
    shown = corrected_view(run.briefing, texts("en"), "en", tabled=run.tabled)["slots"]["answers"]
    assert ("Duties and rights" in shown, "The Parties" in shown) == (True, True)


def test_another_question_takes_the_tables_from_above_its_answer() -> None:
    app = _briefed(_opened())
    run: Run = app.session_state["run"]
    asking.ask(run, "What must be done, and by when?")
    assert asking.ask(run, "Who must act?") == ""
    assert run.tabled == ""
