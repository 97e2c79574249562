"""unsupported(): what a sentence says that its sources do not."""

import pytest

from summarize.verification import unsupported

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


@pytest.mark.parametrize("sentence", SUPPORTED)
def test_unsupported_lets_stand_what_the_source_says(sentence: str) -> None:
    assert unsupported(sentence, (SOURCE,), "en") == ()


@pytest.mark.parametrize(("sentence", "reason"), FALSE)
def test_unsupported_names_what_the_source_does_not_say(sentence: str, reason: str) -> None:
    assert reason in "; ".join(unsupported(sentence, (SOURCE,), "en"))


def test_unsupported_finds_a_negation_that_was_added() -> None:
    assert unsupported("The port is not open.", ("The port is open.",), "en") == ("it negates what no source negates",)


OTHERS = [
    pytest.param("pt", "A taxa é de 500 euros.", "A taxa é de 900 euros.", id="pt number"),
    pytest.param("zh", "费用为500欧元。", "费用为900欧元。", id="zh number"),
    pytest.param("zh", "成员国不得披露数据。", "成员国必须披露数据。", id="zh negation"),
    pytest.param("de", "Der Rat legt den Bericht vor.", "Die Kommission legt den Bericht vor.", id="de actor"),
    pytest.param("ru", "Доклад представил Иванов.", "Доклад представил Петров.", id="ru name"),
]


@pytest.mark.parametrize(("language", "source", "sentence"), OTHERS)
def test_unsupported_in_other_languages(language: str, source: str, sentence: str) -> None:
    assert unsupported(sentence, (source,), language) != ()


def test_unsupported_checks_numbers_without_a_lexicon() -> None:
    assert unsupported("A díj 900 euró.", ("A díj 500 euró.",), "hu") == ("the number 900 stands in no source",)
