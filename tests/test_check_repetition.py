"""Loops: how long, how often and how near a word must be said again before a reader is told."""

import pytest

from tests.check_cases import issues, messages

QUIET = "The Council shall adopt the report by a majority of its members."
LOUD = "The Council hears the Council of Europe before the Council decides."
"""A source that says a word of weight again itself: there only what follows at once or comes very often counts."""


@pytest.mark.parametrize(
    ("target", "found"),
    [
        pytest.param("O Conselho fala sobre sobre a mesa.", 1, id="a word of five letters"),
        pytest.param("O Conselho fala para para a mesa.", 0, id="a word of four letters"),
        pytest.param("O Conselho fala para para para a mesa.", 1, id="three times"),
        pytest.param("O Conselho vota a a a mesa.", 0, id="one letter three times"),
        pytest.param("O Conselho vota a a a a mesa.", 1, id="one letter four times"),
        pytest.param("O Conselho vota 10 10 10 10 vezes.", 0, id="numbers, as in a table"),
        pytest.param("O Conselho é grande, grande.", 0, id="a word after a comma"),
        pytest.param("O Conselho é mesmo grande, mesmo grande.", 0, id="two words after a comma"),
        pytest.param("O Conselho é grande aqui, é grande aqui.", 1, id="three words after a comma"),
        pytest.param("Ele é dos povos da Europa que nós somos dos povos da Europa que nós somos.", 1, id="eight"),
    ],
)
def test_find_repetition_at_once(target: str, found: int) -> None:
    assert len(messages("repetition", LOUD, target)) == found


@pytest.mark.parametrize(
    ("target", "found"),
    [
        pytest.param("The Council of the the Union votes.", 1, id="article"),
        pytest.param("The Council voted that the aid it had had was enough.", 0, id="had had"),
        pytest.param("The Council flew to Bora Bora.", 0, id="a name"),
        pytest.param("The Council met a third-party party.", 0, id="a word with a hyphen"),
        pytest.param("The Council asks what it is for, for us all.", 0, id="after a comma"),
    ],
)
def test_find_repetition_knows_what_english_says_twice(target: str, found: int) -> None:
    assert len(messages("repetition", "O Conselho ouve o Conselho antes do Conselho.", target, "pt-en")) == found


@pytest.mark.parametrize(
    ("target", "found"),
    [
        pytest.param("他哈哈哈笑了。", 0, id="a character three times"),
        pytest.param("他哈哈哈哈笑了。", 1, id="a character four times"),
        pytest.param("我们研究研究再说。", 0, id="two characters twice"),
        pytest.param("由委员会委员会决定。", 1, id="three characters twice"),
        pytest.param("由委员会，委员会决定。", 0, id="three characters after a comma"),
        pytest.param("会员国应当提交年度报告，之后会员国应当提交年报。", 1, id="eight characters twice"),
        pytest.param("会员国应当提交文件，之后会员国应当提出意见。", 0, id="seven characters twice"),
        pytest.param("按照规定办事，依据按照规定付款，最后按照规定归档。", 1, id="four characters three times"),
        pytest.param("按照规定办事，依据按照规定付款，最后归档。", 0, id="four characters twice"),
    ],
)
def test_find_repetition_counts_characters_where_no_spaces_are_written(target: str, found: int) -> None:
    assert len(messages("repetition", QUIET, target, "en-zh")) == found


@pytest.mark.parametrize(
    ("target", "found"),
    [
        pytest.param("O Conselho trabalha com cor e cor.", 1, id="three letters"),
        pytest.param("O Conselho trabalha pé e pé.", 0, id="two letters"),
        pytest.param("O Conselho trabalha por mais e mais.", 0, id="for emphasis"),
        pytest.param("O Conselho trabalha cor com cor.", 0, id="another word between"),
        pytest.param("O Conselho vê a casa e a casa.", 1, id="four letters with an article"),
        pytest.param("O Conselho vê a casa e da casa.", 0, id="a preposition"),
        pytest.param("O Conselho vê a cor e a cor.", 0, id="three letters with an article"),
        pytest.param("O plano grande é melhor do que outro plano grande.", 1, id="two words of eleven letters"),
        pytest.param("A medida nova é melhor do que outra medida nova.", 0, id="two words of ten letters"),
        pytest.param("O chefe dos serviços fala mal dos serviços.", 1, id="one of the two has three letters"),
        pytest.param("A força de segurança fala mal de segurança.", 0, id="one of the two has two letters"),
        pytest.param("O chefe disse ao outro chefe que um chefe vota.", 0, id="five letters three times"),
        pytest.param("O pastor disse ao outro pastor que um pastor vota.", 1, id="six letters three times"),
        pytest.param("O pastor disse ao outro pastor que um deles vota.", 0, id="six letters twice"),
        pytest.param(
            "O pastor disse ao outro pastor que um pastor vota hoje de manhã em casa dele com toda a gente.",
            1,
            id="in twenty words",
        ),
        pytest.param(
            "O pastor disse ao outro pastor que um pastor vota hoje de manhã cedo em casa dele com toda a gente.",
            0,
            id="in twenty-one words",
        ),
    ],
)
def test_find_repetition_hears_an_echo_in_a_short_text(target: str, found: int) -> None:
    assert len(messages("repetition", QUIET, target)) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("The shepherd told another of them that a colleague votes.", 1, id="nothing twice"),
        pytest.param("The shepherd told another shepherd that a colleague votes.", 0, id="a word"),
        pytest.param("The votes of a voter count.", 1, id="a stem of four letters"),
        pytest.param("The voters of a voter count.", 0, id="a stem of five letters"),
        pytest.param("The EU told the EU that it votes.", 0, id="an abbreviation"),
        pytest.param("The man told the man that he votes.", 1, id="short words"),
        pytest.param("Section I is told by Section's I.", 0, id="section twice"),
    ],
)
def test_find_repetition_lets_an_echo_be_where_the_source_has_one(source: str, found: int) -> None:
    target = "O pastor disse ao outro pastor que um pastor vota."
    assert len(messages("repetition", source, target)) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("牧人告诉另一个同事应当投票。", 1, id="nothing twice"),
        pytest.param("牧人告诉另一个牧人应当投票。", 0, id="two characters"),
    ],
)
def test_find_repetition_compares_two_characters_of_a_source_without_spaces(source: str, found: int) -> None:
    target = "O pastor disse ao outro pastor que um pastor vota."
    assert len(messages("repetition", source, target, "zh-pt")) == found


@pytest.mark.parametrize(
    ("source", "times", "found"),
    [
        pytest.param("Ask the old man; then ask the old man there.", 2, 0, id="as often as the source"),
        pytest.param("Ask the old man; then ask the old man there.", 3, 1, id="once more than the source"),
    ],
)
def test_find_repetition_lets_a_run_come_as_often_as_in_the_source(source: str, times: int, found: int) -> None:
    parts = ["pede ao velho homem isto", "pede ao velho homem aquilo", "pede ao velho homem tudo"]
    rest = "e depois disso volta sozinho pela estrada mais longa sem dizer nada a ninguém daqui"
    assert len(messages("repetition", source, f"{', '.join(parts[:times])} {rest}.")) == found


@pytest.mark.parametrize(
    ("target", "found"),
    [
        pytest.param("É lalalala o canto que se ouve.", 1, id="a piece of two letters four times"),
        pytest.param("É lalala o canto que se ouvia.", 0, id="three times"),
        pytest.param("Índice ............ 4 da página", 1, id="twelve full stops"),
        pytest.param("Índice ........... 14 da página", 0, id="eleven full stops"),
        pytest.param("O canto diz: lalalalalala", 1, id="twenty-five characters"),
        pytest.param("O canto diz lalalalalala", 0, id="twenty-four characters"),
    ],
)
def test_find_repetition_looks_into_words(target: str, found: int) -> None:
    assert len(messages("repetition", QUIET, target)) == found


def test_find_repetition_leaves_a_word_that_the_source_draws_out_too() -> None:
    assert messages("repetition", "And then they sang lalalalala.", "E então cantaram todos lalalalala.") == []


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        pytest.param("sobre sobre sobre", "error", id="a word three times"),
        pytest.param("sobre sobre", "warning", id="twice"),
        pytest.param("E agora sobre sobre sobre", "error", id="most of it"),
        pytest.param("E agora falamos então sobre sobre sobre", "warning", id="less than half"),
    ],
)
def test_find_repetition_is_an_error_where_most_is_a_loop(target: str, severity: str) -> None:
    (issue,) = issues("repetition", QUIET, target)
    assert issue.severity == severity


def test_find_repetition_points_at_every_time() -> None:
    target = "O Conselho é grande aqui é grande aqui é grande aqui, diz."
    (issue,) = issues("repetition", LOUD, target)
    assert issue.span is not None
    assert target[slice(*issue.span)] == "é grande aqui é grande aqui é grande aqui"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        pytest.param("O plano grande é melhor do que outro plano grande.", "plano grande", id="two words"),
        pytest.param("O Conselho vê a casa e a casa.", "casa e a casa", id="an echo"),
        pytest.param("Diz o pastor ao pastor que um pastor vota.", "pastor", id="a word"),
    ],
)
def test_find_repetition_points_at_an_echo(target: str, words: str) -> None:
    (issue,) = issues("repetition", QUIET, target)
    assert issue.span is not None
    assert target[slice(*issue.span)] == words


@pytest.mark.parametrize(
    ("target", "quoted"),
    [
        pytest.param("ab" * 31, "“" + "ab" * 28 + "a…”", id="cut to sixty characters"),
        pytest.param("ab" * 30, "“" + "ab" * 30 + "”", id="sixty characters"),
    ],
)
def test_find_repetition_quotes_no_more_than_sixty_characters(target: str, quoted: str) -> None:
    assert quoted in messages("repetition", QUIET, target)[0]


@pytest.mark.parametrize(
    "target",
    [
        "more and more",
        "less and less",
        "again and again",
        "over and over",
        "mais e mais",
        "menos e menos",
        "más y más",
        "plus en plus",
        "moins en moins",
        "mehr und mehr",
        "immer und immer",
        "wieder und wieder",
        "più e più",
        "больше и больше",
    ],
)
def test_find_repetition_lets_be_what_is_said_twice_for_emphasis(target: str) -> None:
    assert messages("repetition", QUIET, target) == []


@pytest.mark.parametrize(
    "link", ["and", "or", "e", "ou", "y", "o", "et", "und", "oder", "of", "en", "и", "или", "і", "або", "i", "lub"]
)
def test_find_repetition_hears_an_echo_over_every_and(link: str) -> None:
    assert len(messages("repetition", QUIET, f"Gras {link} gras")) == 1


@pytest.mark.parametrize("word", ["had", "that", "is", "so", "very", "no", "bye", "ha", "her", "do", "long", "many"])
def test_find_repetition_knows_which_words_english_doubles(word: str) -> None:
    assert messages("repetition", "O Conselho vota.", f"All he {word} {word} we know.", "pt-en") == []
