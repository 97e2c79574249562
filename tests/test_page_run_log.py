"""The log of runs: one line of JSON each, with counts and times, and nothing that a reader wrote."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from page import run_log
from page.request import Request
from page.run import Run
from page.run_log import begin, noted
from summarize import brief
from summarize.choices import BriefChoices
from tests.fakes import FakeEngine
from translate import InputError, read

TEXT = "The Council met in Lisbon. Members pay the fees."


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Where runs are logged."""
    monkeypatch.setenv(run_log.VARIABLE, str(tmp_path / "runs.log"))
    begin()
    yield tmp_path / "runs.log"
    logger = logging.getLogger("page.run_log")
    logger.handlers.pop().close()


def _logged(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_a_run_is_one_line_of_counts(file: Path) -> None:
    briefing = brief(TEXT, "pt", language="en", engines={"fake": FakeEngine()})
    noted(briefing.document, briefing, None, False, {"reading": 0.25, "whole": 4.0004})
    (line,) = _logged(file)
    seconds = line.pop("seconds")
    assert isinstance(seconds, dict)
    assert list(seconds) == ["reading", "translating", "summarising", "whole"]
    assert (seconds["reading"], seconds["whole"]) == (0.25, 4.0)
    assert line == {
        "outcome": "done",
        "source": "en",
        "characters": 48,
        "segments": 2,
        "target": "pt",
        "origins": {"fake": 2},
        "issues": len(briefing.issues),
    }


def test_no_word_of_a_text_is_logged(file: Path) -> None:
    run = Run(Request(TEXT.encode(), "pt", name="secret.txt", choices=BriefChoices("en")), {"fake": FakeEngine()})
    assert run.wait(30)
    text = file.read_text("utf-8")
    assert text.startswith('{"outcome": "done"')
    assert not [word for word in ("Council", "Lisbon", "fees", "secret") if word in text]


@pytest.mark.parametrize(
    ("error", "stopped", "expected"),
    [
        (InputError("Too large."), False, {"outcome": "refused", "error": "InputError"}),
        (ZeroDivisionError(), False, {"outcome": "failed", "error": "ZeroDivisionError"}),
        (None, True, {"outcome": "stopped"}),
    ],
    ids=["refused", "bug", "stopped"],
)
def test_a_run_that_made_nothing_says_why(
    file: Path, error: Exception | None, stopped: bool, expected: dict[str, object]
) -> None:
    noted(None, None, error, stopped, {"whole": 1.5})
    assert _logged(file) == [{**expected, "seconds": {"whole": 1.5}}]


def test_nothing_is_logged_unless_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(run_log.VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    begin()
    noted(read(TEXT, language="en"), None, None, False, {})
    assert list(tmp_path.iterdir()) == []
