"""What counts for a reference, a date, a number and a word said again, and what only looks like it."""

import pytest

from tests.check_cases import issues, messages
from translate.checks.pair import make_pairs
from translate.checks.separators import find_separators
from translate.hypothesis import Hypothesis


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("Chapter VII applies", "aplica-se o capítulo 7", 0, id="in digits"),
        pytest.param("Chapter VII(1) applies", "aplica-se o capítulo 7.1", 0, id="as a part of digits"),
        pytest.param("Chapter 7 applies", "aplica-se o capítulo VII", 0, id="from digits"),
        pytest.param("Chapter 7.1 applies", "aplica-se o capítulo VII, ponto 1", 0, id="from a part of digits"),
        pytest.param("under any point I would face", "sob qualquer ponto que eu enfrentasse", 0, id="a pronoun"),
        pytest.param("Point I applies", "aplica-se", 1, id="a capitalised word before it"),
        pytest.param("Point V applies", "aplica-se", 1, id="another numeral"),
        pytest.param("under any point V there", "sob qualquer um", 1, id="another numeral after a small letter"),
        pytest.param("Article 5(1) applies", "aplica-se o artigo 5.1", 0, id="a paragraph as a part of digits"),
        pytest.param("Articles 5(1) and 6(1) apply", "artigos 5.º, n.º 1, e 6.º", 1, id="one of two paragraphs"),
        pytest.param("Article 5 applies.", "O artigo 5.º, n.º 2, aplica-se.", 0, id="a paragraph added"),
        pytest.param("Annex 5 applies.", "O parágrafo 5 aplica-se.", 0, id="a paragraph may be anything"),
        pytest.param("Paragraph 5 applies.", "O artigo 5 aplica-se.", 0, id="so may one of the source"),
        pytest.param("Annex 5 applies.", "O artigo 5 e o parágrafo 5 aplicam-se.", 0, id="one may be anything"),
        pytest.param("Article 5 and Annex 5 apply.", "Aplica-se o artigo 5.", 0, id="one of two kinds"),
        pytest.param("Annex 5 and Article 5 apply.", "Aplica-se o capítulo 5.", 1, id="neither kind"),
        pytest.param("Annex 5 and Article 6 apply.", "Aplicam-se o anexo 5 e o artigo 6.", 0, id="each its number"),
        pytest.param("Annex 5 and Article 6 apply.", "Aplicam-se o artigo 5 e o anexo 6.", 1, id="exchanged"),
        pytest.param("Article 5(b)(c) applies", "aplica-se o artigo 5, b)", 0, id="one letter of two"),
        pytest.param("Article 5(b) applies", "aplica-se o artigo 5, b) e c)", 0, id="a letter more"),
        pytest.param("Article 5(iv) applies", "aplica-se o artigo 5, v)", 1, id="a Roman letter"),
        pytest.param("Article 5 b applies", "aplica-se o artigo 5, c)", 0, id="no letter in brackets"),
        pytest.param("see A/RES/70/1 and A/RES/70/2", "ver A/RES/70/1", 1, id="the second symbol"),
        pytest.param("see T-12/20 today", "ver hoje", 1, id="a case"),
        pytest.param("see 32016R0679 today", "ver hoje", 1, id="a CELEX number"),
    ],
)
def test_find_references_counts(source: str, target: str, found: int) -> None:
    assert len(messages("references", source, target)) == found


@pytest.mark.parametrize(
    ("source", "target", "pair", "found"),
    [
        pytest.param("It fell on 9/11 then.", "Caiu em 11 de setembro.", "en-pt", 0, id="a month as a part"),
        pytest.param("Caiu em 11 de setembro.", "It fell on 9/11 then.", "pt-en", 0, id="the other way round"),
        pytest.param("It fell on 3 May 2020.", "Caiu em 03/05/2020.", "en-pt", 0, id="a date in numbers"),
        pytest.param("It fell on 3 May 2020.", "Caiu em 03/06/2020.", "en-pt", 1, id="another date in numbers"),
        pytest.param("It fell on 03/05/2020.", "Caiu em 3 de maio de 2020.", "en-pt", 0, id="from numbers"),
        pytest.param("It fell on 03/06/2020.", "Caiu em 3 de maio de 2020.", "en-pt", 1, id="another from numbers"),
        pytest.param("It fell in May.", "Caiu em junho.", "en-pt", 1, id="without a day"),
        pytest.param("It fell in May.", "Caiu então.", "en-pt", 0, id="lost without a day"),
        pytest.param("It fell then.", "Caiu em maio.", "en-pt", 0, id="new without a day"),
        pytest.param("It fell in May 2020.", "Caiu em 2020.", "en-pt", 1, id="lost before a year"),
        pytest.param("It fell on 3 May.", "Se putosi 3.", "en-xx", 0, id="into an unknown language"),
        pytest.param("Se putosi 3.", "It fell on 3 May.", "xx-en", 0, id="from one"),
    ],
)
def test_find_dates_counts(source: str, target: str, pair: str, found: int) -> None:
    assert len(messages("dates", source, target, pair)) == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("three boats", "quatro barcos", 1, id="three"),
        pytest.param("two boats", "quatro barcos", 1, id="another small number"),
        pytest.param("three boats", "dois barcos", 1, id="two in the translation too"),
        pytest.param("one boat", "dois barcos", 0, id="one may be anything"),
        pytest.param("two boats and 2 crews", "seis barcos e 2 tripulações", 1, id="a word beside the same figure"),
        pytest.param("two boats, two crews", "dois barcos e tripulações", 0, id="said once is enough"),
        pytest.param("first of five", "primeiro de cinco", 0, id="an ordinal beside a number"),
        pytest.param("only ten within 200 miles", "só dois em 320 km", 1, id="beside a converted amount"),
        pytest.param("from 2 to 4 inches", "de 5 a 10 cm", 0, id="a unit for two numbers"),
        pytest.param("at 2 and then 4 inches", "a 5 e depois a 10 cm", 1, id="a unit too far behind"),
        pytest.param("waves of 20 feet", "ondas de 6 metros", 0, id="converted"),
        pytest.param("2 kg at 20 feet", "2 kg a 6 metros", 0, id="converted after another amount"),
        pytest.param("waves of 20 feet", "ondas de 9 metros", 1, id="converted wrong"),
        pytest.param("waves of 20 feet (6 metres)", "ondas de 6 metros", 0, id="said twice in the source"),
        pytest.param("waves of 20 feet", "ondas de 20 pés (6 metros)", 0, id="said twice in the translation"),
        pytest.param("waves of twenty feet", "ondas de 6 metros", 0, id="converted from words"),
        pytest.param("a share of 5 %", "uma quota de 5", 1, id="a sign beside a number"),
        pytest.param("a share of 5 %", "uma quota de 5 por cento", 0, id="in words"),
        pytest.param("on 12.05.2019", "em 12 de maio de 2019", 0, id="a date's parts"),
        pytest.param("on 12.05.2019", "em 12 de maio de 2018", 1, id="one of a date's parts"),
        pytest.param("half of 1,500", "metade de 1500", 0, id="grouped"),
        pytest.param("x⁷ units", "x7 unidades", 0, id="raised"),
        pytest.param("x7 units", "x⁷ unidades", 0, id="raised in the translation"),
        pytest.param("¾ of all", "três quartos de todos", 0, id="a fraction in words"),
        pytest.param("¾ of all", "dois quartos de todos", 1, id="another fraction in words"),
        pytest.param("no. 12,000 and 13,000", "n.º 12,000 e 13,000", 1, id="a name before a number"),
    ],
)
def test_find_numbers_counts(source: str, target: str, found: int) -> None:
    assert len(messages("numbers", source, target)) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("He said to to the Council of it.", 1, id="a slip of two letters"),
        pytest.param("The Council hears hears of it.", 0, id="five letters"),
    ],
)
def test_find_repetition_lets_be_what_the_source_says_twice_at_once(source: str, found: int) -> None:
    assert len(messages("repetition", source, "O Conselho vota sobre sobre isto.")) == found


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        pytest.param("sobre isto sobre isto sobre isto", "error", id="two words three times"),
        pytest.param("O Conselho vota sobre sobre sobre", "error", id="a little more than half"),
        pytest.param("O Conselho votou sobre sobre sobre", "warning", id="half"),
    ],
)
def test_find_repetition_is_an_error_from_three_times_and_half_on(target: str, severity: str) -> None:
    (issue,) = issues("repetition", "The Council hears the Council before it.", target)
    assert issue.severity == severity


@pytest.mark.parametrize(("target", "found"), [("ir ir ir", 1), ("a a a", 0)], ids=["two letters", "one letter"])
def test_find_repetition_hears_two_letters_three_times(target: str, found: int) -> None:
    source = "The Council hears the Council before it."
    assert len(messages("repetition", source, f"O Conselho vota {target} mesa.")) == found


def test_find_repetition_lets_three_words_come_twice_beside_a_source_of_two() -> None:
    assert messages("repetition", "We agree.", "Nós vamos com elas e nós vamos com eles.") == []


_TWO = [Hypothesis("Um.", origin="fake"), Hypothesis("Dois.", origin="fake")]


@pytest.mark.parametrize(
    ("texts", "languages"),
    [pytest.param(["One."], ["en", "en"], id="texts"), pytest.param(["One.", "Two."], ["en"], id="languages")],
)
def test_make_pairs_wants_one_of_each(texts: list[str], languages: list[str]) -> None:
    with pytest.raises(ValueError, match="zip"):
        make_pairs(texts, _TWO, languages, "pt")


@pytest.mark.parametrize(
    ("texts", "languages"),
    [pytest.param(["One."], ["en", "en"], id="texts"), pytest.param(["One.", "Two."], ["en"], id="languages")],
)
def test_find_separators_wants_one_of_each(texts: list[str], languages: list[str]) -> None:
    with pytest.raises(ValueError, match="zip"):
        find_separators(texts, _TWO, languages, "pt")


@pytest.mark.parametrize(
    ("target", "found"),
    [
        pytest.param("在九家店里", 1, id="before what it counts"),
        pytest.param("在九龙", 0, id="part of a name"),
    ],
)
def test_find_numbers_counts_a_chinese_numeral(target: str, found: int) -> None:
    assert len(messages("numbers", "in two shops", target, "en-zh")) == found
