"""Doubts on whole documents: which segments have one, in which order, and what is said where there is none."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.fakes import FakeEngine, cipher
from translate.choices import Watch
from translate.doubt.evidence import gather
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.protocol import Engine
from translate.engines.scoring import Scorer
from translate.errors import EngineError
from translate.hypothesis import Link, TokenScore
from translate.issue import Issue
from translate.message import say
from translate.pipeline.correction import corrected
from translate.pipeline.doubts import with_doubtful_listed, with_doubts
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.resources.memory import Memory
from translate.translation import Doubt, Translation

TEXT = "The court said no.\n\nThe fee is 12 euros.\n\n***"
BOTH_WAYS = (("en", "pt"), ("pt", "en"))
BACK = "They attack all."
STRIKE, GONE = Link(5, 11, 5, 11), Link(12, 14, 0, 0)
"""Changes of "They strike us." and what it reads back as."""
SENTENCES = (
    "The Council adopted the decision in March.",
    "At this point it does not want to strike a military alliance with Beijing.",
    "Public buildings fly an ocean-blue flag.",
)


class FakeScorer(FakeEngine):
    """Reads back what it translated, and is the less sure of a text the longer it is."""

    def score(
        self, texts: Sequence[str], translations: Sequence[str], source: str, target: str
    ) -> list[tuple[TokenScore, ...]]:
        return [(TokenScore(0, len(given), -0.1 * len(text)),) for text, given in zip(texts, translations, strict=True)]

    def rarities(self, words: Sequence[str], source: str, target: str) -> list[float]:
        return [10.0] * len(words)


class FailingScorer(FakeScorer):
    """Its model shows only when it scores that it is damaged."""

    def score(
        self, texts: Sequence[str], translations: Sequence[str], source: str, target: str
    ) -> list[tuple[TokenScore, ...]]:
        raise EngineError("The model is damaged.")


def translated(text: str = TEXT, engine: Engine | None = None, memory: Memory | None = None) -> Translation:
    used = engine or FakeScorer(pairs=BOTH_WAYS)
    return translate(read(text, language="en"), "pt", engines={used.name: used}, memory=memory, doubt=True)


def test_every_translated_segment_has_a_doubt_and_its_read_back() -> None:
    found = translated().doubts
    assert [(doubt.segment, doubt.read_back) for doubt in found] == [
        (0, "The court said no."),
        (1, "The fee is 12 euros."),
    ]


def test_without_being_asked_there_are_no_doubts() -> None:
    engine = FakeScorer(pairs=BOTH_WAYS)
    assert translate(read(TEXT, language="en"), "pt", engines={"fake": engine}).doubts == ()


def test_a_sentence_that_stands_twice_is_read_back_once() -> None:
    engine = FakeScorer(pairs=BOTH_WAYS)
    found = translated("The fee.\n\nThe fee.", engine).doubts
    assert ([doubt.segment for doubt in found], engine.calls[-1]) == ([0, 1], (cipher("The fee."),))


@pytest.mark.parametrize(
    "engine", [FakeScorer(pairs=(("en", "pt"),)), FakeEngine(pairs=BOTH_WAYS)], ids=["one way", "without scores"]
)
def test_where_nothing_reads_back_a_notice_says_so(engine: Engine) -> None:
    found = translated(engine=engine)
    told = [(issue.segment, issue.severity) for issue in found.issues if issue.kind == "doubt"]
    assert (found.doubts, told) == ((), [(None, "notice")])


def test_a_model_that_fails_ends_no_run() -> None:
    found = translated(engine=FailingScorer(pairs=BOTH_WAYS))
    told = [str(issue.message) for issue in found.issues if issue.kind == "doubt"]
    assert told == ["How doubtful the sentences in English are could not be told. The model is damaged."]


def test_what_the_reader_approved_is_not_doubted() -> None:
    with Memory(":memory:") as memory:
        memory.add([("The court said no.", "O tribunal disse que não.")], "en", "pt")
        assert [doubt.segment for doubt in translated(memory=memory).doubts] == [1]


def test_a_correction_takes_the_doubt_away() -> None:
    assert [doubt.segment for doubt in corrected(translated(), 0, "O tribunal disse que não.").doubts] == [1]


def test_a_stopped_run_doubts_no_further() -> None:
    engine = FakeScorer(pairs=BOTH_WAYS)
    translation = translate(read(TEXT, language="en"), "pt", engines={"fake": engine})
    assert with_doubts(translation, {"fake": engine}, watch=Watch(stop=lambda: True)).doubts == ()


def test_doubts_that_were_found_before_a_stop_stay() -> None:
    engine = FakeScorer(pairs=BOTH_WAYS)
    document = read("\n\n".join(f"The court said no to claim {n}." for n in range(130)), language="en")
    translation = translate(document, "pt", engines={"fake": engine})
    stops = iter([False] * 4 + [True])  # before a window of 128, twice inside it, before the next, inside that
    found = with_doubts(translation, {"fake": engine}, watch=Watch(stop=lambda: next(stops)))
    assert [doubt.segment for doubt in found.doubts] == list(range(128))


def test_doubting_tells_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []
    engine = FakeScorer(pairs=BOTH_WAYS)
    translation = translate(read(TEXT, language="en"), "pt", engines={"fake": engine})
    with_doubts(translation, {"fake": engine}, watch=Watch(progress=lambda *step: told.append(step)))
    assert told == [("checking", 2, 2)]


def test_lost_words_are_counted_in_the_segment_as_it_is_broken() -> None:
    engine = FakeScorer(pairs=BOTH_WAYS, say=lambda text: "The fee." if "tarifa" in text else "A tarifa.")
    (doubt,) = translated("The\n   high fee.", engine).doubts
    assert (doubt.lost, doubt.added) == (((7, 11),), ())


def test_the_signature_names_what_the_doubts_were_made_with() -> None:
    assert "doubt en fake 1 and fake 1" in translated().signature


@pytest.mark.parametrize(
    ("share", "segments"),
    [(0.0, []), (0.2, [2]), (0.5, [2, 0]), (1.0, [2, 0, 1])],
    ids=["none", "fifth", "half", "all"],
)
def test_most_doubtful_come_first_and_in_order_among_equals(share: float, segments: list[int]) -> None:
    doubts = (Doubt(0, 0.2, ""), Doubt(1, 0.2, ""), Doubt(2, 0.9, ""))
    base = translated("One is here.\n\nTwo are here.\n\nThree are here.")
    found = Translation(*(base.source, base.target, base.hypotheses, base.route, (), ""), doubts=doubts)
    assert [doubt.segment for doubt in found.most_doubtful(share)] == segments


def test_the_default_engine_scores() -> None:
    assert isinstance(FirefoxEngine(), Scorer)


def test_evidence_depends_on_no_other_sentence() -> None:
    engine = FirefoxEngine()
    given = [found.text for found in engine.translate(SENTENCES, "en", "pt")]
    together = gather(engine, SENTENCES, given, "en", "pt")
    apart = [gather(engine, [text], [own], "en", "pt")[0] for text, own in zip(SENTENCES, given, strict=True)]
    assert together == apart


def test_an_invented_word_and_a_wrong_sense_are_more_doubtful_than_a_plain_sentence() -> None:
    text = "\n\n".join(SENTENCES)
    plain, *wrong = translate(read(text, language="en"), "pt", engine="firefox", doubt=True).doubts
    assert plain.score < min(doubt.score for doubt in wrong)


@pytest.mark.parametrize("way", [("en", "pt"), ("pt", "en")])
def test_a_model_of_one_way_only_does_not_read_back(way: tuple[str, str]) -> None:
    made = translate(read(TEXT, language="en"), "pt", engines={"fake": FakeEngine()})
    found = with_doubts(made, {"scorer": FakeScorer(pairs=[way])})
    assert (found.doubts, "doubt" in [issue.kind for issue in found.issues]) == ((), True)


def test_what_the_reader_wrote_is_not_doubted() -> None:
    scorer = FakeScorer(pairs=BOTH_WAYS)
    made = translate(read(TEXT, language="en"), "pt", engines={"fake": scorer})
    found = with_doubts(corrected(made, 1, "A taxa é de 12 euros."), {"fake": scorer})
    assert 1 not in [doubt.segment for doubt in found.doubts]
    assert 0 in [doubt.segment for doubt in found.doubts]


def test_a_heading_that_reads_back_word_for_word_is_not_among_the_most_doubtful() -> None:
    base = translate(read(b"# Fees\n\nThe fee is high.\n\n# Aims", language="en", name="a.md"), "pt")
    doubts = (Doubt(0, 0.9, ""), Doubt(1, 0.2, ""), Doubt(2, 0.8, "", ((0, 4),)))
    found = Translation(*(base.source, base.target, base.hypotheses, base.route, (), ""), doubts=doubts)
    assert [doubt.segment for doubt in found.most_doubtful(1.0)] == [2, 1]


@pytest.mark.parametrize(
    ("doubt", "said"),
    [
        pytest.param(Doubt(0, 0.3, BACK, changes=(STRIKE,)), ["Read back: “strike” became “attack”."], id="exchanged"),
        pytest.param(Doubt(0, 0.9, BACK, changes=(GONE,)), ["Read back: “us” is missing."], id="lost"),
        pytest.param(
            Doubt(0, 0.9, BACK, changes=(STRIKE, GONE)),
            ["Read back: “strike” became “attack”; “us” is missing."],
            id="two, the likeliest first",
        ),
        pytest.param(Doubt(0, 0.299, BACK, changes=(STRIKE,)), [], id="not doubtful enough"),
        pytest.param(Doubt(0, 0.9, BACK, ((5, 11),), ((5, 11),)), [], id="no change that tells"),
    ],
)
def test_a_probably_wrong_sentence_is_a_warning(doubt: Doubt, said: list[str]) -> None:
    base = translated("They strike us.")
    found = with_doubtful_listed(
        Translation(*(base.source, base.target, base.hypotheses, base.route, (), ""), doubts=(doubt,))
    )
    assert [(str(issue.message), issue.severity) for issue in found.issues] == [(each, "warning") for each in said]


@pytest.mark.parametrize(
    ("segment", "severity"), [(0, "notice"), (1, "warning")], ids=["where there is a doubt", "where there is none"]
)
def test_the_engines_own_unsureness_yields_to_the_doubt(segment: int, severity: str) -> None:
    base = translated("They strike us.\n\nThey met.")
    unsure = Issue("confidence", segment, None, say("The engine was unusually unsure."))
    found = with_doubtful_listed(replace(base, issues=(unsure,), doubts=(Doubt(0, 0.9, "They strike us."),)))
    assert [issue.severity for issue in found.issues] == [severity]


def test_changes_are_places_in_the_segment_as_it_is_broken() -> None:
    engine = FakeScorer(pairs=BOTH_WAYS, say=lambda text: "The old fee." if "tarifa" in text else "A tarifa.")
    (doubt,) = translated("The\n   high fee.", engine).doubts
    assert doubt.changes == (Link(7, 11, 4, 7),)


def test_a_score_that_was_not_calibrated_makes_no_warning() -> None:
    base = translate(read("They strike us.", language="de"), "pt", engines={"fake": FakeEngine(pairs=(("de", "pt"),))})
    doubt = Doubt(0, 0.9, BACK, changes=(STRIKE,))
    base = Translation(*(base.source, base.target, base.hypotheses, base.route, (), ""), doubts=(doubt,))
    assert with_doubtful_listed(base).issues == ()
