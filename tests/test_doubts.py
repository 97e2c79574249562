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
from translate.hypothesis import TokenScore
from translate.issue import Issue
from translate.message import say
from translate.pipeline.correction import corrected, restored
from translate.pipeline.doubts import with_doubtful_listed, with_doubts
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.resources.memory import Memory
from translate.translation import Doubt, Place, Span, Translation

TEXT = "The court said no.\n\nThe fee is 12 euros.\n\n***"
BOTH_WAYS = (("en", "pt"), ("pt", "en"))
BACK = "They attack all."
STRIKE = Place("exchanged", (5, 11), (5, 11), (5, 11))
GONE = Place("gone", (12, 14), (0, 0), (0, 0))
BOTH_SAID = "“atacam” stands for “strike”, but reads back as “attack”. “us” seems to be missing: nothing reads back."
"""Places in "They strike us.", its translation "Eles atacam." and what that reads back as."""
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


class UnsureScorer(FakeScorer):
    """Finds everything very unlikely."""

    def score(
        self, texts: Sequence[str], translations: Sequence[str], source: str, target: str
    ) -> list[tuple[TokenScore, ...]]:
        return [(TokenScore(0, len(given), -20.0),) for given in translations]


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


def test_a_corrected_sentence_brings_no_other_into_the_list() -> None:
    base = translated("One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.")
    doubts = tuple(Doubt(number, 0.9 - number / 10, "", ((0, 1),)) for number in range(5))
    found = corrected(replace(base, doubts=doubts), 0, "Um.")
    assert [doubt.segment for doubt in found.most_doubtful(0.4)] == [1]  # of five the first two, one of them corrected


def test_a_correction_taken_back_is_doubtful_again() -> None:
    base = replace(translated("One.\n\nTwo."), doubts=(Doubt(0, 0.9, "", ((0, 1),)), Doubt(1, 0.2, "", ((0, 1),))))
    again = restored(corrected(base, 0, "Um."), base, 0)
    assert ([doubt.segment for doubt in again.most_doubtful(0.5)], again.settled) == ([0], ())


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


def listed(doubt: Doubt, *known: Issue) -> tuple[Issue, ...]:
    """The issues of "They strike us." with a doubt, beside those that were known."""
    base = translated("They strike us.", FakeScorer(pairs=BOTH_WAYS, say=lambda text: "Eles atacam."))
    found = Translation(*(base.source, base.target, base.hypotheses, base.route, known, ""), doubts=(doubt,))
    return tuple(issue for issue in with_doubtful_listed(found).issues if issue not in known)


@pytest.mark.parametrize(
    ("span", "reasons"),
    [((5, 11), ["“us” seems to be missing: nothing reads back."]), ((0, 4), [BOTH_SAID])],
    ids=["of which one place speaks", "beside the places"],
)
def test_words_from_a_packaged_list_are_not_what_is_doubtful(span: Span, reasons: list[str]) -> None:
    put_in = Issue("terms", 0, span, say("The packaged phrases have a word for it."), "notice")
    found = listed(Doubt(0, 0.9, BACK, places=(STRIKE, GONE)), put_in)
    assert [str(issue.message) for issue in found] == reasons


def test_a_sentence_is_not_listed_for_words_from_a_packaged_list_alone() -> None:
    put_in = Issue("terms", 0, (0, 12), say("The packaged phrases have a word for it."), "notice")
    assert listed(Doubt(0, 0.9, BACK, places=(STRIKE,)), put_in) == ()


@pytest.mark.parametrize(
    ("places", "said"),
    [
        pytest.param((STRIKE,), "“atacam” stands for “strike”, but reads back as “attack”.", id="exchanged"),
        pytest.param(
            (Place("exchanged", (5, 11), (0, 0), (5, 11)),),
            "“strike” reads back as “attack”.",
            id="exchanged, nobody knows for what",
        ),
        pytest.param((GONE,), "“us” seems to be missing: nothing reads back.", id="gone"),
        pytest.param(
            (Place("gone", (12, 14), (0, 0), (0, 0), "nós"),),
            "“us” (“nós”) seems to be missing: nothing reads back.",
            id="gone, with what it means",
        ),
        pytest.param(
            (Place("gone", (12, 14), (0, 4), (0, 0)),),
            "“Eles” stands for “us”, of which nothing reads back.",
            id="gone, with what stands there",
        ),
        pytest.param((Place("unsure", (0, 0), (5, 11), (0, 0)),), "The engine was unsure of “atacam”.", id="unsure"),
        pytest.param(
            (Place("unsure", (5, 11), (5, 11), (0, 0)),),
            "The engine was unsure of “atacam”, which stands for “strike”.",
            id="unsure, of what came back",
        ),
        pytest.param(
            (STRIKE, GONE),
            BOTH_SAID,
            id="two, the likeliest first",
        ),
    ],
)
def test_a_probably_wrong_sentence_is_a_warning_about_its_places(places: tuple[Place, ...], said: str) -> None:
    (issue,) = listed(Doubt(0, 0.32, BACK, places=places))
    assert (str(issue.message), issue.severity) == (said, "warning")


@pytest.mark.parametrize(
    ("place", "marked"),
    [(STRIKE, ("target", (5, 11))), (GONE, ("source", (12, 14)))],
    ids=["in the translation", "in the source where the translation has nothing"],
)
def test_the_warning_marks_the_likeliest_place(place: Place, marked: tuple[str, tuple[int, int]]) -> None:
    (issue,) = listed(Doubt(0, 0.32, BACK, places=(place,)))
    assert (issue.side, issue.span) == marked


@pytest.mark.parametrize(
    "doubt",
    [Doubt(0, 0.319, BACK, places=(STRIKE,)), Doubt(0, 0.9, BACK, ((5, 11),), ((5, 11),))],
    ids=["not doubtful enough", "no place to tell"],
)
def test_other_sentences_are_no_warning(doubt: Doubt) -> None:
    assert listed(doubt) == ()


@pytest.mark.parametrize(
    ("segment", "severity"), [(0, "notice"), (1, "warning")], ids=["where there is a doubt", "where there is none"]
)
def test_the_engines_own_unsureness_yields_to_the_doubt(segment: int, severity: str) -> None:
    base = translated("They strike us.\n\nThey met.")
    unsure = Issue("confidence", segment, None, say("The engine was unusually unsure."))
    found = with_doubtful_listed(replace(base, issues=(unsure,), doubts=(Doubt(0, 0.9, "They strike us."),)))
    assert [issue.severity for issue in found.issues] == [severity]


def test_places_are_counted_in_the_segment_as_it_is_broken() -> None:
    engine = UnsureScorer(pairs=BOTH_WAYS, say=lambda text: "The old fee." if "tarifa" in text else "A tarifa.")
    (doubt,) = translated("The\n   high fee.", engine).doubts
    assert doubt.places[0].source == (7, 11)


def test_what_seems_to_be_missing_is_told_in_the_translations_language_too() -> None:
    text, given = "The high old annual fee.", "Uma tarifa agora."
    said = {text: given, given: "The fee.", "high old annual": "Alta"}
    (doubt,) = translated(text, UnsureScorer(pairs=BOTH_WAYS, say=said.__getitem__)).doubts
    assert [place.gloss for place in doubt.places if place.kind == "gone"] == ["alta"]


def test_a_score_that_was_not_calibrated_makes_no_warning() -> None:
    base = translate(read("They strike us.", language="de"), "pt", engines={"fake": FakeEngine(pairs=(("de", "pt"),))})
    doubt = Doubt(0, 0.9, BACK, places=(STRIKE,))
    base = Translation(*(base.source, base.target, base.hypotheses, base.route, (), ""), doubts=(doubt,))
    assert with_doubtful_listed(base).issues == ()
