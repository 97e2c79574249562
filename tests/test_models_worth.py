"""What a reader is told of the models that come along: in the list, and once at a terminal."""

from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import pytest

from translate.models import worth
from translate.models.command import main
from translate.models.worth import packaged_pairs, tell_worth, worth_lines
from translate.route import Route, Step

FIREFOX = Route("en", "pt", (Step("firefox", "en", "pt", "Firefox tiny"),))


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path / "cache"))


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def told(*routes: Route, output: StringIO | None = None) -> str:
    """What standard error has after these routes were taken."""
    with redirect_stderr(output or Terminal()) as written:
        for route in routes:
            tell_worth(route)
    return written.getvalue()


def test_packaged_pairs_are_those_that_nothing_was_installed_for() -> None:
    assert packaged_pairs() == (("en", "pt"), ("pt", "en"))


def test_worth_names_the_share_and_the_command() -> None:
    told = " ".join(worth_lines((("en", "pt"), ("pt", "en"))))
    assert ("100 of 610" in told, told.endswith("models install en-pt pt-en")) == (True, True)


def test_worth_of_none_is_nothing() -> None:
    assert worth_lines(()) == []


def test_a_route_of_packaged_models_is_told_once() -> None:
    assert told(FIREFOX, FIREFOX).count("models install en-pt") == 1


@pytest.mark.parametrize("step", [Step("apertium", "en", "pt", "rules"), Step("firefox", "en", "de", "Firefox base")])
def test_another_route_is_not_told(step: Step) -> None:
    assert told(Route("en", "pt", (step,))) == ""


def test_where_nobody_looks_nothing_is_told() -> None:
    assert told(FIREFOX, output=StringIO()) == ""


def test_a_better_model_that_is_installed_is_told_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worth, "packaged_pairs", lambda: (("pt", "en"),))
    assert told(FIREFOX) == ""


def test_the_list_says_what_the_packaged_models_are_worth(capsys: pytest.CaptureFixture[str]) -> None:
    main(["list", "pt", "en"])
    assert "models install en-pt pt-en" in capsys.readouterr().out


def test_the_list_of_another_language_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    main(["list", "ru"])
    assert "100 of 610" not in capsys.readouterr().out
