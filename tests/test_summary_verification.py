"""supported(): what a sentence says that the document does not."""

import json
from pathlib import Path

import pytest

from summarize.evidence.citation import Evidence
from summarize.evidence.verification import supported
from translate.reading.reader import read
from translate.text.embedding import WordEmbedder

SOURCE = "Minister Costa said on 14 March 2022 that the port shall not receive more than 2.5 million euro."

SUPPORTED = [
    pytest.param("The port shall not receive more than 2.5 million euro, Costa said.", id="same words"),
    pytest.param("In March 2022 Costa refused the port more money.", id="negation in other words"),
    pytest.param("It was said that 2,500,000 euro is not exceeded.", id="number written otherwise"),
]
FALSE = [
    pytest.param("The port shall not receive more than 3.5 million euro.", "number 3.5", id="number"),
    pytest.param("On 15 March 2022 the port was not given more money.", "number 15", id="day"),
    pytest.param("The port, said Minister Silva, shall not receive more.", "name", id="name"),
    pytest.param("The port shall receive more than 2.5 million euro.", "the source says", id="negation lost"),
    pytest.param("the port the port the port was it the port the port the port was it the port the port the port was",
                 "repeats itself", id="loop"),
]  # fmt: skip


def reasons(sentence: str, text: str, language: str = "en") -> tuple[str, ...]:
    document = read(text, language=language)
    evidence = Evidence(document.texts, range(len(document.segments)), WordEmbedder())
    return supported(sentence, document, evidence)[1]


@pytest.mark.parametrize("sentence", SUPPORTED)
def test_supported_lets_stand_what_the_source_says(sentence: str) -> None:
    assert reasons(sentence, SOURCE) == ()


@pytest.mark.parametrize(("sentence", "reason"), FALSE)
def test_supported_names_what_the_source_does_not_say(sentence: str, reason: str) -> None:
    assert reason in "; ".join(reasons(sentence, SOURCE))


def test_supported_finds_a_negation_that_was_added() -> None:
    assert reasons("The port is not open.", "The port is open.") == ("it negates what no source negates",)


OTHERS = [
    pytest.param("pt", "A taxa é de 500 euros.", "A taxa é de 900 euros.", id="pt number"),
    pytest.param("zh", "费用为500欧元。", "费用为900欧元。", id="zh number"),
    pytest.param("zh", "成员国不得披露数据。", "成员国必须披露数据。", id="zh negation"),
    pytest.param("de", "Der Rat legt den Bericht vor.", "Die Kommission legt den Bericht vor.", id="de actor"),
    pytest.param("ru", "Доклад представил Иванов.", "Доклад представил Петров.", id="ru name"),
]


@pytest.mark.parametrize(("language", "source", "sentence"), OTHERS)
def test_supported_in_other_languages(language: str, source: str, sentence: str) -> None:
    assert reasons(sentence, source, language) != ()


def test_supported_checks_numbers_without_a_lexicon() -> None:
    assert reasons("A díj 900 euró.", "A díj 500 euró.", "hu") == ("the number 900 stands in no source",)


SPOKEN = """Chair: We come to the harbour dues, which rose by 4 per cent last spring. What does the minister say?

Ana Costa: The government will not extend the railway to the northern islands before the elections.

Rui Lemos: Fishing quotas were agreed with the neighbours in stage 2 of the talks, under amendment 3B.

Eva Prado: If the railway does not pay, nobody will build another line in the valley, will they?

Rui Lemos: The hospital in the capital treats patients from every island, and it is far away, isn't it?
"""

LOST = [
    pytest.param(
        "Ana Costa said that the government will extend the railway to the northern islands.", id="its clause"
    ),
    pytest.param("The railway will be extended to the northern islands, not to the valley.", id="denied elsewhere"),
]
KEPT = [
    pytest.param("Ana Costa denied no plan but will not extend the railway to the islands.", id="still there"),
    pytest.param("The railway may pay for another line.", id="a condition denies nothing"),
    pytest.param("The hospital in the capital is far away.", id="a tag question denies nothing"),
]


@pytest.mark.parametrize("sentence", LOST)
def test_supported_finds_a_negation_that_was_lost(sentence: str) -> None:
    assert "the source says" in "; ".join(reasons(sentence, SPOKEN))


@pytest.mark.parametrize("sentence", KEPT)
def test_supported_knows_where_nothing_was_denied(sentence: str) -> None:
    assert "the source says" not in "; ".join(reasons(sentence, SPOKEN))


def test_supported_lets_a_speaker_say_what_he_said() -> None:
    assert reasons("According to Rui Lemos fishing quotas were agreed with the neighbours.", SPOKEN) == ()


def test_supported_finds_a_name_that_stands_elsewhere() -> None:
    said = "According to Eva Prado fishing quotas were agreed with the neighbours."
    assert "the name" in "; ".join(reasons(said, SPOKEN))


def test_supported_finds_a_name_put_together_of_two() -> None:
    assert "the name Rui Costa" in "; ".join(reasons("Then Rui Costa spoke of fishing quotas.", SPOKEN))


def test_supported_finds_a_label_that_no_source_has() -> None:
    assert "the number 3C" in "; ".join(reasons("Fishing quotas were agreed under amendment 3C.", SPOKEN))


def test_supported_finds_a_number_behind_another_word() -> None:
    said = "Fishing quotas were agreed in stage 4 of the talks with the neighbours."
    assert "the number 4" in "; ".join(reasons(said, SPOKEN))


GOLDEN = json.loads((Path(__file__).parent / "golden" / "lost_negations.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=[case["label"] for case in GOLDEN])
def test_supported_finds_lost_negations_in_every_language(case: dict[str, str]) -> None:
    found = reasons(case["sentence"], case["original"], case["language"])
    assert ("the source says" in "; ".join(found)) is case["expected"]


@pytest.mark.parametrize("name", ["energy-storage.en.md", "lei-dados.pt.txt", "ferry-hearing.en.txt"])
def test_supported_lets_every_sentence_of_a_text_stand_as_it_is(name: str) -> None:
    document = read(Path(__file__).parent.parent / "examples" / name)
    evidence = Evidence(document.texts, range(len(document.segments)), WordEmbedder())
    said = [(text, supported(text, document, evidence)[1]) for text in document.texts]
    assert [(text, found) for text, found in said if found] == []
