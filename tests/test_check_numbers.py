"""Numbers that translations lost, changed, added or gave another unit; dates; references."""

import pytest

from tests.check_cases import issues, messages
from translate.checks.references import references
from translate.checks.registry import check
from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.text.number_words import word_numbers, word_values
from translate.text.numerals import numerals


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        pytest.param("2.200.112", "de", 2200112, id="dots group thousands"),
        pytest.param("1,234.56", "en", 1234.56, id="comma groups, dot divides"),
        pytest.param("1.234,56", "pt", 1234.56, id="dot groups, comma divides"),
        pytest.param("10 000", "fr", 10000, id="space groups"),
        pytest.param("12,34,567", "en", 1234567, id="Indian grouping"),
        pytest.param("١٢٣", "ar", 123, id="Arabic digits"),
        pytest.param("४५", "hi", 45, id="Devanagari digits"),
        pytest.param("3 million", "en", 3e6, id="million"),
        pytest.param("3,5 Mio. Euro", "de", 3.5e6, id="Mio"),
        pytest.param("2 mil milhões", "pt", 2e9, id="two scales"),
        pytest.param("5 млн", "ru", 5e6, id="млн"),
        pytest.param("20 亿", "zh", 2e9, id="亿"),
        pytest.param("300 ألف", "ar", 3e5, id="ألف"),
        pytest.param("£2.8bn", "en", 2.8e9, id="bn"),
        pytest.param("5:30 pm", "en", 17, id="twelve-hour clock"),
        pytest.param("the 1930s", "en", 30, id="decade"),
    ],
)
def test_numerals_reads(text: str, language: str, value: float) -> None:
    assert any(value in numeral.values for numeral in numerals(text, language))


def test_numerals_reads_a_date_as_its_parts() -> None:
    assert numerals("12.05.2019", "de")[0].parts == (12, 5, 2019)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        pytest.param("twenty-five", "en", 25, id="english"),
        pytest.param("trezentos e vinte e um", "pt", 321, id="portuguese"),
        pytest.param("fünfundzwanzig", "de", 25, id="german compound"),
        pytest.param("quatre-vingt-dix", "fr", 90, id="french twenties"),
        pytest.param("ventuno", "it", 21, id="italian elision"),
        pytest.param("двадцати пяти", "ru", 25, id="russian genitive"),
        pytest.param("三百二十一", "zh", 321, id="chinese"),
        pytest.param("二〇一九", "zh", 2019, id="chinese digits"),
        pytest.param("خمسة وعشرون", "ar", 25, id="arabic"),
        pytest.param("two hundred thousand", "en", 200000, id="scales"),
        pytest.param("Chapter XIV", "en", 14, id="roman"),
    ],
)
def test_word_values_reads(text: str, language: str, value: float) -> None:
    assert value in word_values(text, language)


def test_word_numbers_is_uncertain_of_words_with_other_meanings() -> None:
    assert [n.certain for n in word_numbers("sexta-feira", "pt")] in ([], [False])


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("It cost 2,200,112 euros.", "Custou 2.200.112 euros.", "en-pt", id="other separators"),
        pytest.param("There were 3 members.", "Havia três membros.", "en-pt", id="digits to words"),
        pytest.param("at 5:30 pm", "às 17h30", "en-pt", id="clock"),
        pytest.param("20 million people", "2000万人", "en-zh", id="million to 万"),
        pytest.param("on September 9", "9月9日", "en-zh", id="month to its number"),
        pytest.param("in the 1930s", "20世纪30年代", "en-zh", id="decade to century and decade"),
        pytest.param("12 May 2019", "12.05.2019", "en-de", id="date to numbers"),
        pytest.param("45 miles away", "a 72 km", "en-pt", id="converted"),
        pytest.param("by sector.²", "por setor.2", "en-pt", id="raised digit"),
        pytest.param("at 30 yards", "a 30 metros", "en-pt", id="nearly the same unit"),
        pytest.param("It cost 1,234,567.89 euros.", "Custou 1.234.567,89 euros.", "en-pt", id="thousands and cents"),
        pytest.param("It cost 1,234,567.89 euros.", "Custou 1 234 567,89 euros.", "en-pt", id="narrow groups"),
        pytest.param("on 12.05.2019", "em 12 de maio de 2019", "de-pt", id="date in words"),
        pytest.param("Add ½ litre.", "Adicione meio litro.", "en-pt", id="half"),
        pytest.param("within 1½ hours", "em uma hora e meia", "en-pt", id="one and a half"),
        pytest.param("within 1½ hours", "em 1,5 horas", "en-pt", id="fraction to decimal"),
        pytest.param("Add ½ litre.", "Adicione 1/2 litro.", "en-pt", id="fraction with a stroke"),
        pytest.param("by ¾ of the members", "por 3/4 dos membros", "en-pt", id="three quarters"),
        pytest.param("by ¾ of the members", "por três quartos dos membros", "en-pt", id="three quarters in words"),
        pytest.param("the 1st and the 2nd committee", "a 1.ª e a 2.ª comissão", "en-pt", id="ordinals"),
        pytest.param("o 1.º e o 3.º dia", "the first and the third day", "pt-en", id="ordinals to words"),
        pytest.param("o n.º 3 do artigo 4.º", "paragraph 3 of Article 4", "pt-en", id="n.º"),
        pytest.param("12,000 votes", "12.000 votos", "en-pt", id="separators of the language"),
        pytest.param("Resolution No. 1.234", "Resolução n.º 1.234", "en-pt", id="a number that is a name"),
        pytest.param("1.500 personas", "1.500 people", "es-en", id="separators of a country"),
    ],
)
def test_find_numbers_accepts(source: str, target: str, pair: str) -> None:
    assert messages("numbers", source, target, pair) == []


@pytest.mark.parametrize(
    ("source", "target", "pair", "words"),
    [
        pytest.param("244890 votes", "24.489 votos", "en-pt", "244890", id="changed"),
        pytest.param("The 27 members met.", "Os membros reuniram-se.", "en-pt", "27", id="lost"),
        pytest.param("Entry into force", "Regulamento 169/2008", "en-pt", "169", id="invented"),
        pytest.param("3 million people", "3 bilhões de pessoas", "en-pt", "3", id="other scale"),
        pytest.param("five members", "seis membros", "en-pt", "five", id="words on both sides"),
        pytest.param("5 km away", "a 5 milhas", "en-pt", "kilometre", id="other unit"),
        pytest.param("45 miles away", "a 45 km", "en-pt", "mile", id="unit not converted"),
        pytest.param("Cost (€ a month)", "Custo (por mês)", "en-pt", "€", id="sign lost"),
        pytest.param("12 estados", "21 государство", "es-ru", "12", id="russian"),
        pytest.param("35 نائبا", "53 deputies", "ar-en", "35", id="from arabic"),
        pytest.param("1,234,567.89 euros", "1,234,567,89 euros", "en-pt", "1,234,567,89", id="malformed"),
        pytest.param("1.234.567,89 euros", "EUR 1.234.567.89", "pt-en", "1.234.567.89", id="malformed in English"),
        pytest.param("1,234,567 euros", "1.234,567 euros", "en-pt", "1.234,567", id="thousands that became decimals"),
        pytest.param("Add ½ litre.", "Adicione 1 a 2 litros.", "en-pt", "½", id="fraction in pieces"),
        pytest.param("by 3¼ percent", "31 a 4 por cento", "en-pt", "3¼", id="fraction joined to its number"),
        pytest.param("12,000 votes", "12,000 votos", "en-pt", "12,000", id="the source's separators"),
        pytest.param("1.500 pessoas", "1.500 people", "pt-en", "1.500", id="the source's separators in English"),
    ],
)
def test_find_numbers_reports(source: str, target: str, pair: str, words: str) -> None:
    (message,) = messages("numbers", source, target, pair)
    assert words in message


def _copied(texts: list[str], pair: str) -> list[Issue]:
    source, _, target = pair.partition("-")
    hypotheses = [Hypothesis(text, origin="copied") for text in texts]
    return list(check(texts, hypotheses, [source] * len(texts), target))


def test_check_says_that_copied_numbers_have_the_sources_separators() -> None:
    (issue,) = _copied(["2024", "12,000", "1.5", "31,250"], "en-pt")
    assert (issue.kind, issue.segment, issue.severity) == ("numbers", None, "notice")
    assert "12,000" in issue.message


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        pytest.param("12,000", "en-zh", id="languages that write alike"),
        pytest.param("12,000", "pt-pt", id="already in the language"),
        pytest.param("12.05.2024", "en-pt", id="date"),
        pytest.param("1,234,567", "en-pt", id="one reading"),
        pytest.param("1.2", "en-pt", id="section"),
        pytest.param("0.125", "en-pt", id="zero in front"),
        pytest.param("12 000", "fr-en", id="space"),
    ],
)
def test_check_says_nothing_of_copied_numbers_that_read_the_same(text: str, pair: str) -> None:
    assert _copied([text], pair) == []


def test_find_numbers_makes_a_notice_of_a_conversion() -> None:
    (issue,) = issues("numbers", "waves of 20 feet", "ondas de 6 metros", notices=True)
    assert issue.severity == "notice"


def test_find_numbers_points_at_the_number() -> None:
    (issue,) = issues("numbers", "The 27 members met.", "Os membros reuniram-se.")
    assert (issue.span, issue.side) == ((4, 6), "source")


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("on 3 May 2026", "em 3 de março de 2026", "en-pt", id="portuguese"),
        pytest.param("1 октября 2017 г.", "1 November 2017", "ru-en", id="russian"),
        pytest.param("في 5 مايو 2020", "on 5 March 2020", "ar-en", id="arabic"),
    ],
)
def test_find_dates_reports_another_month(source: str, target: str, pair: str) -> None:
    assert len(messages("dates", source, target, pair)) == 1


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("on 3 May 2026", "em 03/05/2026", "en-pt", id="in numbers"),
        pytest.param("in October", "10月", "en-zh", id="chinese"),
        pytest.param("Members may leave in March.", "Os membros podem sair em março.", "en-pt", id="may is no month"),
        pytest.param("They march on.", "Eles marcham.", "en-pt", id="march is no month"),
    ],
)
def test_find_dates_accepts(source: str, target: str, pair: str) -> None:
    assert messages("dates", source, target, pair) == []


@pytest.mark.parametrize(
    ("text", "language", "kind", "value"),
    [
        pytest.param("Article 5(2)", "en", "article", 5, id="english"),
        pytest.param("do artigo 12.º", "pt", "article", 12, id="portuguese"),
        pytest.param("Kapitel VII", "de", "chapter", 7, id="german"),
        pytest.param("статьи 43", "ru", "article", 43, id="russian"),
        pytest.param("第七章", "zh", "chapter", 7, id="chinese"),
        pytest.param("المادة 35", "ar", "article", 35, id="arabic"),
        pytest.param("Directive (EU) 2016/679", "en", "directive", 2016, id="act"),
    ],
)
def test_references_reads(text: str, language: str, kind: str, value: float) -> None:
    assert next((r.kind, r.value) for r in references(text, language)) == (kind, value)


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("under Chapter VII", "nos termos do Capítulo VI", "en-pt", id="roman"),
        pytest.param("under Chapter VII", "依第六章", "en-zh", id="roman to chinese"),
        pytest.param("see A/RES/70/1", "ver a resolução", "en-pt", id="symbol lost"),
        pytest.param("Annex 5 applies.", "O artigo 5 aplica-se.", "en-pt", id="other kind"),
        pytest.param("Article 5(1)(b)", "artigo 5.º, n.º 1, alínea c)", "en-pt", id="other letter"),
        pytest.param(
            "Article 6(3) is repealed.", "O artigo 6.º, n.º 3, alínea b), é revogado.", "en-pt", id="letter added"
        ),
        pytest.param(
            "Article 5(1)(b) from 1 May", "artigo 5.º, alínea b), a partir de 1 de maio", "en-pt", id="paragraph"
        ),
    ],
)
def test_find_references_reports(source: str, target: str, pair: str) -> None:
    assert len(messages("references", source, target, pair)) == 1


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("Article 5(1)(b)", "artigo 5.º, n.º 1, alínea b)", "en-pt", id="portuguese order"),
        pytest.param("Chapter VII", "第七章", "en-zh", id="chinese numerals"),
        pytest.param("Chapter VIII", "الفصل الثامن", "en-ar", id="arabic words"),
        pytest.param("Resolution A/RES/70/1", "Resolução A/RES/70/1", "en-pt", id="symbol kept"),
        pytest.param("Chapter seven applies.", "Aplica-se o capítulo 7.", "en-pt", id="words to digits"),
        pytest.param("Part VII applies.", "Aplica-se a 7.ª parte.", "en-pt", id="roman to digits"),
        pytest.param("at any point I like", "quando eu quiser", "en-pt", id="a pronoun"),
        pytest.param("Cost (€ million a year)", "Custo (milhões de € por ano)", "en-pt", id="brackets of words"),
    ],
)
def test_find_references_accepts(source: str, target: str, pair: str) -> None:
    assert messages("references", source, target, pair) == []


@pytest.mark.parametrize(
    ("numeral", "value"), [*zip("〇一二三四五六七八九十百千万亿", [*range(11), 100, 1000, 10**4, 10**8], strict=True)]
)
def test_word_values_knows_every_chinese_numeral(numeral: str, value: float) -> None:
    assert value in word_values(f"第{numeral}章", "zh")


def test_find_numbers_gives_the_first_of_two_numbers_the_unit_of_the_second() -> None:
    source, target = "from 5 to 10 miles in 3 years", "de 8 a 16 quilómetros em 3 anos"  # 5 × 1.609 = 8.05
    assert messages("numbers", source, target) == []
