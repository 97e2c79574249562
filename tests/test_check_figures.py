"""What is said of references, dates and numbers that changed, where, and what is let be."""

import pytest

from tests.check_cases import issues, messages
from translate.checks.references import references
from translate.checks.separators import misread


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        pytest.param(
            "under Chapter VII",
            "nos termos do Capítulo VI",
            "The source refers to Chapter VII, the translation to Capítulo VI.",
            id="another number",
        ),
        pytest.param(
            "under Chapter VII",
            "nos termos disto",
            "The reference to Chapter VII is not in the translation.",
            id="lost",
        ),
        pytest.param(
            "under this",
            "nos termos do Capítulo VI",
            "The translation refers to Capítulo VI, the source does not.",
            id="new",
        ),
        pytest.param(
            "see A/RES/70/1 of May", "ver maio", "The reference A/RES/70/1 is not in the translation.", id="a symbol"
        ),
        pytest.param(
            "Annex 5 applies.",
            "O artigo 5 aplica-se.",
            "The source refers to Annex 5, the translation to artigo 5.",
            id="another kind",
        ),
        pytest.param(
            "Annex 5 applies.",
            "O artigo 5 e o capítulo 5 aplicam-se.",
            "The source refers to Annex 5, the translation to artigo 5.",
            id="the first of two other kinds",
        ),
        pytest.param(
            "Article 5(b) applies",
            "aplica-se o artigo 5.º, alínea c)",
            "The source refers to (b), the translation to (c).",
            id="another letter",
        ),
        pytest.param(
            "Article 5(1)(b) applies",
            "aplica-se o artigo 5.º, n.º 1",
            "The letter (b) of a reference is in the source only.",
            id="a letter lost",
        ),
        pytest.param(
            "Article 5(1)(b) and (c) apply",
            "aplica-se o artigo 5.º, n.º 1",
            "The letter (b) of a reference is in the source only.",
            id="two letters lost",
        ),
        pytest.param(
            "Article 5(1) applies",
            "aplica-se o artigo 5.º, n.º 1, alínea b)",
            "The letter (b) of a reference is in the translation only.",
            id="a letter added",
        ),
        pytest.param(
            "Article 5(3) applies",
            "aplica-se o artigo 5.º",
            "The number 3 of 5(3) in a reference is not in the translation.",
            id="a paragraph lost",
        ),
    ],
)
def test_find_references_says_what_became_of_it(source: str, target: str, said: str) -> None:
    assert messages("references", source, target) == [said]


@pytest.mark.parametrize(
    ("source", "target", "pair", "words"),
    [
        pytest.param("Then under Chapter VII", "nos termos do Capítulo VI", "en-pt", "Capítulo VI", id="changed"),
        pytest.param("Then under Chapter VII", "nos termos disto", "en-pt", "Chapter VII", id="lost"),
        pytest.param("Under Chapter VII and Part IV", "nos termos disto", "en-pt", "Chapter VII", id="the first lost"),
        pytest.param("Under this", "pelo Capítulo VI e pelo Anexo IV", "en-pt", "Capítulo VI", id="the first new"),
        pytest.param("Then see A/RES/70/1 of May", "ver maio", "en-pt", "A/RES/70/1", id="symbol"),
        pytest.param("Then Article 5(3) applies", "aplica-se o artigo 5.º", "en-pt", "3", id="paragraph"),
        pytest.param(
            "Article 5(b) and (d)", "artigo 5.º, alíneas c) e e)", "en-pt", "c)", id="the first of two letters"
        ),
        pytest.param("Then Annex 5 applies.", "O artigo 5 aplica-se.", "en-pt", "Annex 5", id="kind"),
        pytest.param("依第七章办理", "under Chapter VI", "zh-en", "Chapter VI", id="from Chinese"),
    ],
)
def test_find_references_points_at_it(source: str, target: str, pair: str, words: str) -> None:
    (issue,) = issues("references", source, target, pair)
    assert issue.span is not None
    assert (source if issue.side == "source" else target)[slice(*issue.span)] == words


@pytest.mark.parametrize(
    ("text", "language", "spans"),
    [
        pytest.param("Then Article 5 and Annex IV apply.", "en", ["Article 5", "Annex IV"], id="two"),
        pytest.param(f"{'All that is said ' * 6}in Article 5 applies.", "en", ["Article 5"], id="far down"),
        pytest.param("Regulation (EU) No 45 applies.", "en", ["Regulation (EU) No 45"], id="with what stands between"),
        pytest.param("依第七章和第12条办理", "zh", ["第七章", "第12条"], id="Chinese"),
        pytest.param("The 5 boats of 1990 sail.", "en", [], id="numbers alone"),
        pytest.param("Part IIIIX and Article IC", "en", [], id="no Roman numeral"),
    ],
)
def test_references_are_where_they_stand(text: str, language: str, spans: list[str]) -> None:
    assert [text[one.start : one.end] for one in references(text, language)] == spans


@pytest.mark.parametrize(
    ("text", "language", "in_digits"),
    [("Article 5", "en", True), ("Article V", "en", False), ("第12条", "zh", True), ("第七条", "zh", False)],
)
def test_references_know_whether_the_number_is_in_digits(text: str, language: str, in_digits: bool) -> None:
    assert [one.in_digits for one in references(text, language)] == [in_digits]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Article 5 and Annex 5 apply.", "Aplicam-se o anexo 5 e o artigo 5.", id="both kinds there"),
        pytest.param("Articles 5(b) and (c) apply", "aplicam-se as alíneas c) e b)", id="another order"),
        pytest.param("see COM(2020) 12", "ver COM(2020)12", id="spaces in a symbol"),
        pytest.param("see T‑12/20 today", "ver hoje T-12/20", id="hyphens in a symbol"),
        pytest.param("Article 5(2) applies", "aplica-se o segundo número do artigo 5.º", id="a paragraph in words"),
    ],
)
def test_find_references_accepts_other_ways_to_say_it(source: str, target: str) -> None:
    assert messages("references", source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        pytest.param("on 3 May", "em 3 de março", "The source says May, the translation março.", id="another"),
        pytest.param(
            "on 3 May and 4 June",
            "em 3 de março e 4 de abril",
            "The source says May, the translation março.",
            id="two others",
        ),
        pytest.param(
            "on 3 May and 4 June", "nos dias 3 e 4", "The date in May is not in the translation.", id="two lost"
        ),
        pytest.param(
            "on day 3 and 4",
            "em 3 de maio e 4 de junho",
            "The translation names maio, the source does not.",
            id="two new",
        ),
        pytest.param("on 3 May", "no dia 3", "The date in May is not in the translation.", id="lost"),
        pytest.param("on day 3", "em 3 de maio", "The translation names maio, the source does not.", id="new"),
    ],
)
def test_find_dates_says_what_became_of_the_month(source: str, target: str, said: str) -> None:
    assert messages("dates", source, target) == [said]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("in the May sun", "ao sol", id="a month without a day is no date"),
        pytest.param("on 3/5", "em 3 de maio", id="digits in the source"),
        pytest.param("on 3 May", "no dia 3 do mês 5", id="the month's number in the translation"),
        pytest.param("on day 3 of month 5", "em 3 de maio", id="the month's number in the source"),
        pytest.param("on 3 May and 4 June", "em 4 de junho e 3 de maio", id="another order"),
    ],
)
def test_find_dates_leaves(source: str, target: str) -> None:
    assert messages("dates", source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "found"),
    [
        pytest.param("paid 12,000 now", "pagou 12,000 já", "pt", (6, 12), id="copied"),
        pytest.param("paid 12,000 now", "pagou 12.000 já", "pt", None, id="rewritten"),
        pytest.param("paid 1,234,567 now", "pagou 1,234,567 já", "pt", None, id="one reading"),
        pytest.param("law n.º 1,234 now", "lei n.º 1,234 já", "pt", None, id="a name"),
        pytest.param("n.º 1,234 now", "n.º 1,234 já", "pt", None, id="a name at the start"),
        pytest.param("laws n.ºs 1,234 now", "leis n.ºs 1,234 já", "pt", None, id="a name in the plural"),
        pytest.param("paid 12,000 now", "paid 12,000 now", "zh", None, id="written alike"),
        pytest.param("paid 0,125 now", "pagou 0,125 já", "pt", None, id="a zero in front"),
        pytest.param("paid 12,0001 now", "pagou 12,0001 já", "pt", None, id="four digits behind"),
    ],
)
def test_misread(source: str, target: str, language: str, found: tuple[int, int] | None) -> None:
    assert misread(source, target, "en", language) == found


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        pytest.param("Then on 3 May", "em 3 de março", "março", id="another"),
        pytest.param("Then on 3 May", "em 3 de março e 4 de junho", "março", id="the first of two others"),
        pytest.param("Then on 3 May", "no dia 3", "May", id="lost"),
        pytest.param("Then on 3 May and 4 June", "nos dias 3 e 4", "May", id="the first of two lost"),
        pytest.param("on day 3 and 4", "em 3 de maio e 4 de junho", "maio", id="the first of two new"),
        pytest.param("on day 3", "em 3 de maio", "maio", id="new"),
    ],
)
def test_find_dates_points_at_the_month(source: str, target: str, words: str) -> None:
    (issue,) = issues("dates", source, target)
    assert issue.span is not None
    assert (source if issue.side == "source" else target)[slice(*issue.span)] == words


@pytest.mark.parametrize(
    ("source", "target", "pair", "said"),
    [
        pytest.param(
            "The 27 and the 28 met.",
            "Os 72 e os 82 reuniram-se.",
            "en-pt",
            "The source says 27, 28, the translation 72, 82.",
            id="two changed",
        ),
        pytest.param(
            "The 27 met.", "Reuniram-se.", "en-pt", "The source says 27, the translation does not.", id="lost"
        ),
        pytest.param(
            "They met.",
            "Os 27 reuniram-se.",
            "en-pt",
            "The translation says 27, the source does not.",
            id="new",
        ),
        pytest.param(
            "The 27 met.",
            "Tapasivat.",
            "en-fi",
            "The source says 27, the translation does not have it in digits.",
            id="into a language whose number words are not known",
        ),
        pytest.param(
            "five boats", "seis barcos", "en-pt", "The source says “five”, the translation “seis”.", id="in words"
        ),
        pytest.param(
            "waves of 20 feet",
            "ondas de 6 metros",
            "en-pt",
            "Converted from 20 to 6: check the amount.",
            id="converted",
        ),
        pytest.param(
            "5 km away",
            "a 5 milhas",
            "en-pt",
            "The unit of 5 changed: kilometre in the source, mile in the translation.",
            id="another unit",
        ),
        pytest.param(
            "a fee in €",
            "uma taxa",
            "en-pt",
            "The sign € of the source is not in the translation, nor its name.",
            id="sign",
        ),
    ],
)
def test_find_numbers_says_what_became_of_it(source: str, target: str, pair: str, said: str) -> None:
    (issue,) = issues("numbers", source, target, pair, notices=True)
    assert issue.message == said


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        pytest.param("Then the 27 met.", "Reuniram-se os 72.", "72", id="changed"),
        pytest.param("Then the 27 and the 28 met.", "Reuniram-se os 72 e os 82.", "72", id="the first of two changed"),
        pytest.param("Then the 27 and the 28 met.", "Reuniram-se.", "27", id="the first of two lost"),
        pytest.param("They met.", "Os 27 e os 28 reuniram-se.", "27", id="the first of two new"),
        pytest.param("Then the 27 met.", "Reuniram-se.", "27", id="lost"),
        pytest.param("They met.", "Então os 27 reuniram-se.", "27", id="new"),
        pytest.param("with five boats", "com seis barcos", "seis", id="in words"),
        pytest.param("five boats and nine men", "seis barcos e sete homens", "seis", id="the first of two in words"),
        pytest.param("at 5 km there", "a 5 milhas dali", "5", id="another unit"),
        pytest.param("a fee in €", "uma taxa", "€", id="a sign"),
        pytest.param("paid 12,000 now", "pagou 12,000 já", "12,000", id="separators"),
    ],
)
def test_find_numbers_points_at_each(source: str, target: str, words: str) -> None:
    (issue,) = issues("numbers", source, target)
    assert issue.span is not None
    assert (source if issue.side == "source" else target)[slice(*issue.span)] == words


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("five boats of nine", "cinco barcos", id="words lost and none new"),
        pytest.param("five boats", "cinco barcos de nove", id="words new and none lost"),
        pytest.param("two boats", "um par de barcos e outro", id="small number words come and go"),
        pytest.param("five or six boats", "seis ou cinco barcos", id="another order"),
        pytest.param("5 pounds of fish", "5 libras de peixe", id="pounds of two kinds"),
        pytest.param("a rise of 5 percent", "um aumento de 5 pontos percentuais", id="shares"),
        pytest.param("5 km or 5 miles", "5 milhas ou 5 km", id="both units"),
        pytest.param("from 2 to 4 inches", "de 5 a 10 centímetros", id="one unit for two numbers"),
        pytest.param("a fee in €", "uma taxa em euros", id="a sign by its name"),
        pytest.param("x² units", "x2 unidades", id="a raised digit"),
        pytest.param("in May", "no quinto mês, 5", id="a month by its number"),
    ],
)
def test_find_numbers_lets_be(source: str, target: str) -> None:
    assert messages("numbers", source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Chapter 5 applies.", "O artigo 5 aplica-se.", id="chapter"),
        pytest.param("Annex 5 applies.", "O capítulo 5 aplica-se.", id="annex"),
        pytest.param("Part 5 applies.", "O artigo 5 aplica-se.", id="part"),
        pytest.param("Title 5 applies.", "O artigo 5 aplica-se.", id="title"),
        pytest.param("Regulation 5 applies.", "A diretiva 5 aplica-se.", id="regulation"),
        pytest.param("Directive 5 applies.", "A decisão 5 aplica-se.", id="directive"),
        pytest.param("Decision 5 applies.", "O regulamento 5 aplica-se.", id="decision"),
        pytest.param("Recital 5 applies.", "O artigo 5 aplica-se.", id="recital"),
        pytest.param("Article 5 applies.", "O considerando 5 aplica-se.", id="article"),
    ],
)
def test_find_references_tells_provisions_apart(source: str, target: str) -> None:
    assert len(messages("references", source, target)) == 1
