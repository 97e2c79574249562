"""in_other_letters(): what of a text in capitals is translated in which letters; recorded(): what is said of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tests.fakes import FakeEngine
from translate.engines.protocol import GREEDY, Decoding, Engine
from translate.hypothesis import Hypothesis, TokenScore
from translate.pipeline.capitals import in_other_letters, recorded
from translate.pipeline.run import translate
from translate.reading.reader import read

HEADING = "NATIONAL ASSEMBLY OF GREENVALE"
KEPT = {
    "abbreviations": "The WHO and UNICEF met NATO.",
    "one word inside": "Operation LASER is a COVID response.",
    "a sentence": "The Assembly of Greenvale met.",
    "Roman numerals": "XIV",
    "a lone abbreviation": "GAO",
}


class Judging(FakeEngine):
    """Scores what it is asked as a test says."""

    def __init__(self, likes: Callable[[str], float] = lambda text: -1.0) -> None:
        super().__init__()
        self.likes = likes

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        found = super().translate(texts, source, target, decoding)
        return [replace(own, score=self.likes(text)) for text, own in zip(texts, found, strict=True)]

    def rarities(self, words: Sequence[str], source: str, target: str) -> list[float]:
        return [1.0 for _ in words]

    def score(
        self, texts: Sequence[str], translations: Sequence[str], source: str, target: str
    ) -> list[tuple[TokenScore, ...]]:
        return [() for _ in texts]


def other(text: str, engine: Engine | None = None) -> str:
    return in_other_letters([text], engine or Judging(), "en", "pt")[0]


def test_a_heading_gets_capital_initials() -> None:
    assert other(HEADING) == "National Assembly of Greenvale"


def test_a_heading_gets_small_letters_where_the_engine_is_much_surer() -> None:
    engine = Judging(lambda text: -0.5 if "national" in text else -1.0)
    assert other("THE NATIONAL ASSEMBLY", engine) == "The national assembly"


def test_a_sentence_gets_small_letters_but_for_what_no_list_has() -> None:
    assert (
        other("THE GAO FOUND THAT THE ASSEMBLY OF GREENVALE MET.")
        == "The GAO found that the assembly of Greenvale met."
    )


def test_an_abbreviation_in_a_heading_stays() -> None:
    assert other("WHAT GAO FOUND IN PART IV") == "What GAO Found in Part IV"


def test_words_in_capitals_side_by_side_become_small() -> None:
    assert other("She said: “THANK YOU FOR STANDING THERE” and left.") == (
        "She said: “thank you for standing there” and left."
    )


def test_a_first_word_in_capitals_keeps_its_initial() -> None:
    assert other("CONVINCED of the need, they signed.") == "Convinced of the need, they signed."


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_stays(text: str) -> None:
    assert other(text) == text


def test_words_stay_in_capitals_where_the_engine_is_surer_of_them() -> None:
    engine = Judging(lambda text: -0.5 if "THANK YOU" in text else -1.0)
    assert other("He said THANK YOU FOR STANDING there.", engine) == "He said THANK YOU FOR STANDING there."


def test_an_engine_that_does_not_score_gets_the_text_as_it_is() -> None:
    assert other(HEADING, FakeEngine()) == HEADING


def test_recorded_gives_the_first_letter_back_and_says_why() -> None:
    found = recorded(HEADING, "National Assembly of Greenvale", Hypothesis("a Assembleia de Greenvale", origin="fake"))
    assert found.text == "A Assembleia de Greenvale"
    assert [repair.action for repair in found.repairs] == ["Translated as if it were not."]


def test_recorded_leaves_what_was_translated_as_it_stands() -> None:
    found = Hypothesis("a Assembleia", origin="fake")
    assert recorded("Assembly", "Assembly", found) == found


def test_translate_sends_other_letters_and_keeps_the_source() -> None:
    engine = Judging()
    found = translate(read(HEADING, language="en"), "pt", engines={"fake": engine})
    assert found.source.text == HEADING
    assert engine.calls[-1] == ("National Assembly of Greenvale",)
