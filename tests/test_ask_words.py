"""What a question's words reach: other words for the same thing, a penalty in another article, what is counted."""

import pytest

from summarize.answers import ask
from summarize.answers.closer import looked_at
from summarize.answers.penalties import asks_penalty
from summarize.answers.question import terms, understood
from summarize.answers.ranking import Asked, Ranking
from summarize.answers.selection import _with_asked
from summarize.answers.texts import Texts
from summarize.answers.translating import gloss
from summarize.answers.units import Unit
from tests.fakes import FakeEngine, cipher
from translate.choices import Choices
from translate.document import Document
from translate.reading.reader import read

LAW = """# Act on wells

## Article 1: Drilling

No well may be drilled without a permit of the district.

## Article 2: Notices

The driller notifies the Water Board of every new well within ten days.

## Article 3: Springs

Springs in the royal forest belong to the village that keeps them clean.

## Article 4: Offences

A breach of Article 1 is punished with a fine of 900 to 4,000 crowns.

A breach of Articles 2 and 3 is punished with a fine of 50 crowns.
"""


@pytest.fixture(scope="module")
def law() -> Document:
    return read(LAW.encode(), name="law.md", language="en")


@pytest.mark.parametrize(
    ("text", "language", "same"),
    [
        ("frontier borders", "en", 1),
        ("jailed imprisonment", "en", 1),
        ("harbour port", "en", 1),
        ("aid AIDS", "en", 2),
        ("information informed", "en", 2),
        ("multa coimas sanção", "pt", 1),
        ("frontière frontières", "fr", 1),
    ],
)
def test_terms_are_one_for_words_of_one_thing(text: str, language: str, same: int) -> None:
    assert len(set(terms(text, language))) == same


def test_terms_are_one_in_every_language() -> None:
    assert terms("penalty", "en") == terms("coima", "pt") == terms("amende", "fr") == terms("multa", "es")


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What happens if nobody reports the catch?", True),
        ("What is the fine for drilling?", True),
        ("Who may drill a well?", False),
    ],
)
def test_asks_penalty_hears_what_follows_from_a_breach(question: str, asked: bool) -> None:
    assert asks_penalty(question, "en") is asked


def test_a_penalty_is_shown_with_the_provision_that_is_broken(law: Document) -> None:
    text = ask(law, "What is the penalty for drilling a well without a permit?", "en").passages[0].text
    assert text == (
        "No well may be drilled without a permit of the district. … "
        "A breach of Article 1 is punished with a fine of 900 to 4,000 crowns."
    )


def test_a_penalty_cites_one_of_several_articles(law: Document) -> None:
    text = ask(law, "How is a driller punished who notifies the Water Board of no new well?", "en").passages[0].text
    assert text.endswith("… A breach of Articles 2 and 3 is punished with a fine of 50 crowns.")


def test_a_number_of_other_things_is_no_sure_answer(law: Document) -> None:
    answer = ask(law, "How many tourists may be fined 900 crowns for drilling a well?", "en")
    assert not any(passage.sure for passage in (*answer.passages, *answer.nearest))


def test_what_a_thing_costs_is_a_question_for_money() -> None:
    assert understood("What does the warning system cost?", ["en"]).kinds == ("money",)


def test_a_short_text_is_searched_in_the_question_s_language_too() -> None:
    ranking = Texts([read("La lluvia cae sobre la aldea. Los barcos pagan en el muelle.", language="es")]).ranking(
        Asked({})
    )
    gloss(ranking, "pt", {"fake": FakeEngine()}, Choices())
    assert ranking.scores(Asked({"pt": cipher("barcos pagan")})).shares.argmax() == 1


def test_nothing_is_translated_where_the_text_is_in_the_question_s_language(law: Document) -> None:
    engine = FakeEngine()
    gloss(Texts([law]).ranking(Asked({})), "en", {"fake": engine}, Choices())
    assert engine.calls == []


def test_what_is_barred_is_not_read_by_the_slow_model() -> None:
    ranking = Texts([read("The port closes in storms. The quay is closed at night.", language="en")]).ranking(Asked({}))
    asked = Asked({"en": "When does the port close?"})
    found = looked_at(ranking, ranking.scores(asked), asked, {}, barred=[0])
    assert found.close is not None
    assert [value == value for value in found.close] == [False, True]


@pytest.fixture(scope="module")
def report() -> Document:
    return read(
        "The Harbour Office brought 11 actions against two or more individuals acting jointly in the ferry market. "
        "Nobody may marry on board.\n\n"
        "A sailor comes of age at eighteen years, and then signs for himself.\n\n"
        "The Harbour Office pays an informer who reports lost ropes. The claim is made on a form. "
        "The award is at least 15 percent of the ropes that are found."
    )


@pytest.mark.parametrize(
    "question",
    [
        "How many people work in the Harbour Office?",
        "What is the minimum age for marrying on board?",
        "What share of the ferry market has the Harbour Office brought actions against?",
    ],
    ids=["people of another kind", "an age of another thing", "a count for a share"],
)
def test_a_number_of_another_kind_or_thing_is_no_sure_answer(report: Document, question: str) -> None:
    answer = ask(report, question, "en")
    assert not any("11" in passage.text or "age" in passage.text for passage in answer.passages if passage.sure)


def test_a_passage_goes_on_to_the_number_that_is_asked_for(report: Document) -> None:
    answer = ask(report, "What share do informers get who report lost ropes to the Harbour Office?", "en")
    assert "15 percent" in answer.passages[0].text


def test_a_sentence_that_a_page_cuts_is_shown_to_its_end() -> None:
    cut = "The Harbour Office pays informers an award of between 15 —"
    units = [
        Unit(0, i, 0, "paragraph", text, "en") for i, text in enumerate((cut, "30 percent of the ropes.", "It rains."))
    ]
    assert _with_asked(Ranking(units), (0,), ()) == (0, 1)
