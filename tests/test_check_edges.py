"""How much it takes until names, copies, languages, quotes, obligations and references are worth a look."""

import pytest

from tests.check_cases import issues, messages
from translate.checks.copied import copied_share
from translate.checks.references import references
from translate.checks.separators import misread


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("Jeff Blake spoke.", "Falou Jeff Flake.", 1, id="four letters of five"),
        pytest.param("Jeff Ford spoke.", "Falou Jeff Fort.", 1, id="a name of four letters"),
        pytest.param("Jeff Fox spoke.", "Falou Jeff Fux.", 0, id="a name of three letters"),
        pytest.param("Anna Marlow spoke.", "Falou Anna Barton.", 0, id="another name altogether"),
        pytest.param("Jeff BLAKE spoke.", "Falou Jeff FLAKE.", 0, id="capitals"),
        pytest.param("Jeff Blake spoke.", "Falou Jeff Blaké.", 0, id="an accent"),
        pytest.param("Jeff Blake's house", "A casa de Jeff Blake", 0, id="a genitive"),
        pytest.param("Jeff Blake spoke.", "Jeff blague.", 0, id="a common word"),
        pytest.param("Jeff Blake and Flake", "Jeff Flake e Blake", 0, id="both there"),
        pytest.param("Senator Jeff Blake spoke.", "Falou o senador Jeff Flake.", 1, id="after a title"),
    ],
)
def test_find_names_compares_the_second_part(source: str, target: str, found: int) -> None:
    assert len(messages("names", source, target)) == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("See https://example.org/a.", "Ver https://example.org/a", 0, id="a full stop behind"),
        pytest.param("See www.example.org", "Ver www.exemplo.org", 1, id="without a scheme"),
        pytest.param("Ask a@b.example now", "Pergunte a a@b.exemplo já", 1, id="mail"),
    ],
)
def test_find_names_looks_at_addresses(source: str, target: str, found: int) -> None:
    assert len(issues("names", source, target)) == found


@pytest.mark.parametrize(
    ("source", "target", "share"),
    [
        pytest.param("the cat sat there", "the cat dormiu ali", 0.5, id="two of four"),
        pytest.param("the Cat sat there", "the Cat dormiu ali", 1 / 3, id="capitals aside"),
        pytest.param("the cat", "the cat", 1.0, id="two words to the letter"),
        pytest.param("cat", "cat", 0.0, id="one word"),
        pytest.param("the cat", "the cat dormiu", 0.0, id="two words, not to the letter"),
        pytest.param("THE CAT SAT", "THE CAT DORMIU", 2 / 3, id="all in capitals"),
        pytest.param("Ana Bo Caro Dee", "Ana Bo Caro Dee", 1.0, id="four names to the letter"),
        pytest.param("Ana Bo Caro", "Ana Bo Caro", 0.0, id="three names to the letter"),
        pytest.param("a cat sat there", "a um dois", 0.0, id="letters are no words"),
        pytest.param("他们 说", "他们走", 2 / 3, id="characters"),
    ],
)
def test_copied_share(source: str, target: str, share: float) -> None:
    assert copied_share(source, target) == pytest.approx(share)


@pytest.mark.parametrize(
    ("target", "severities"),
    [
        pytest.param("the cat sat there with ten novos animais", [], id="six of ten"),
        pytest.param("the cat sat there with ten old animais", ["warning"], id="seven of ten"),
    ],
)
def test_find_copied_lets_some_words_stay(target: str, severities: list[str]) -> None:
    source = "the cat sat there with ten old mice under water"
    assert [issue.severity for issue in issues("copied", source, target)] == severities


def test_find_copied_is_a_warning_where_a_few_words_are_new() -> None:
    source, target = (
        "the cat sat there with ten old mice under water",
        "the cat sat there with ten old mice debaixo de água",
    )
    assert [issue.severity for issue in issues("copied", source, target)] == ["warning"]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("the “home” service", "o serviço de origem", 1, id="a quotation gone"),
        pytest.param('the 12" pipe', "o tubo de 12 polegadas", 0, id="one mark is an inch"),
        pytest.param("the “home” service", "o serviço «de origem", 1, id="one left open"),
        pytest.param("the “home service", "o serviço «de origem", 0, id="left open in the source too"),
        pytest.param("the service (opened)", "o serviço aberto", 1, id="brackets gone"),
        pytest.param("the service (opened)", "o serviço (alargado", 1, id="a bracket left open"),
        pytest.param("the service (opened", "o serviço aberto", 0, id="left open in the source as well"),
        pytest.param("the service", "o serviço (alargado)", 0, id="brackets added"),
        pytest.param("(a) the service", "a) o serviço", 0, id="a label"),
    ],
)
def test_find_quotes_counts(source: str, target: str, found: int) -> None:
    assert len(issues("quotes", source, target, notices=True)) == found


@pytest.mark.parametrize(
    ("target", "pair", "found"),
    [
        pytest.param("Die Mitgliedstaaten übermitteln jährlich Berichte.", "en-pt", 1, id="five words"),
        pytest.param("Mitgliedstaaten übermitteln jährlich Berichte.", "en-pt", 0, id="four words"),
        pytest.param("Member States shall report on it each year.", "pt-ru", 1, id="Latin letters for Russian"),
        pytest.param("A day on the sea is ok.", "pt-ru", 0, id="seventeen letters"),
        pytest.param("Государства ежегодно пишут доклад.", "pt-ru", 0, id="the right script"),
        pytest.param("Доклад: Member States shall report on it each year.", "pt-ru", 1, id="a seventh of it"),
        pytest.param("Докладчик Member States shall report annually", "pt-ru", 0, id="a fifth in the right script"),
    ],
)
def test_find_language_wants_enough_to_tell(target: str, pair: str, found: int) -> None:
    assert len(messages("language", "…", target, pair)) == found


@pytest.mark.parametrize(
    ("source", "target", "pair", "found"),
    [
        pytest.param("It shall act and may vote.", "Deve agir e pode votar.", "en-pt", 0, id="each kept"),
        pytest.param("It shall act and shall vote.", "Deve agir e pode votar.", "en-pt", 1, id="one of two weaker"),
        pytest.param("It may act and may vote.", "Pode agir e deve votar.", "en-pt", 1, id="one of two stronger"),
        pytest.param("It may act and may vote.", "Pode agir e votar.", "en-pt", 0, id="said once for both"),
        pytest.param("It acts.", "Pode agir.", "en-pt", 1, id="permission from nowhere"),
        pytest.param("Neuvosto päättää.", "The Council may decide.", "fi-en", 0, id="from an unknown language"),
        pytest.param("The Council may decide.", "Neuvosto päättää.", "en-fi", 0, id="into one"),
        pytest.param("It can act.", "Pode agir.", "en-pt", 0, id="can"),
        pytest.param("It may act.", "Age e deve votar.", "en-pt", 1, id="permission gone, obligation new"),
        pytest.param("It may act.", "Age.", "en-pt", 0, id="permission gone"),
        pytest.param("It may act.", "Deve permitir agir.", "en-pt", 1, id="obligation instead, whatever else is said"),
        pytest.param("It shall not act.", "Não pode agir.", "en-pt", 0, id="both forbid"),
        pytest.param("No one may act.", "Ninguém deve agir.", "en-pt", 0, id="denied from the start"),
        pytest.param("It shall act; it may vote.", "Pode agir; deve votar.", "en-pt", 1, id="sentence by sentence"),
        pytest.param("It shall act. It may vote.", "Deve agir. Pode votar.", "en-pt", 0, id="sentences side by side"),
    ],
)
def test_find_obligation_counts(source: str, target: str, pair: str, found: int) -> None:
    assert len(messages("obligation", source, target, pair)) == found


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        pytest.param(
            "It shall act.",
            "Pode agir.",
            "The source obliges (“shall”), the translation permits (“Pode”).",
            id="weaker",
        ),
        pytest.param("It acts.", "Pode agir.", "The translation permits (“Pode”), the source does not.", id="new"),
        pytest.param(
            "It may act.", "Deve agir.", "The source permits (“may”), the translation obliges (“Deve”).", id="stronger"
        ),
        pytest.param(
            "It may act.",
            "Deve agir e deverá votar.",
            "The source permits (“may”), the translation obliges (“Deve”).",
            id="the first of two words",
        ),
        pytest.param(
            "It should act.",
            "Deve agir.",
            "The source recommends (“should”), the translation obliges (“Deve”).",
            id="a recommendation made stronger",
        ),
        pytest.param(
            "It shall act.",
            "Convém agir.",
            "The source obliges (“shall”), the translation recommends (“Convém”).",
            id="a recommendation instead",
        ),
    ],
)
def test_find_obligation_names_both_words(source: str, target: str, said: str) -> None:
    (issue,) = issues("obligation", source, target, notices=True)
    assert issue.message == said


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        pytest.param("It votes. Then it acts.", "Vota. Depois pode agir.", "pode", id="in the translation"),
        pytest.param("It votes. Then it may act.", "Vota. Depois deve agir.", "may", id="in the source"),
        pytest.param("It votes. Then it should act.", "Vota. Depois deve agir.", "should", id="a recommendation"),
        pytest.param("It votes. Then it shall act.", "Vota. Depois convém agir.", "convém", id="recommended instead"),
    ],
)
def test_find_obligation_points_at_the_word(source: str, target: str, words: str) -> None:
    (issue,) = issues("obligation", source, target, notices=True)
    assert issue.span is not None
    assert (source if issue.side == "source" else target)[slice(*issue.span)] == words


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
        pytest.param("Then see A/RES/70/1 of May", "ver maio", "en-pt", "A/RES/70/1", id="symbol"),
        pytest.param("Then Article 5(3) applies", "aplica-se o artigo 5.º", "en-pt", "3", id="paragraph"),
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
    ("source", "target", "said"),
    [
        pytest.param(
            "It does not bind, and it does not apply.",
            "Não obriga, e aplica-se.",
            "The source negates (“not”), the translation negates less often.",
            id="less often",
        ),
        pytest.param(
            "It does not apply.",
            "Aplica-se.",
            "The source negates (“not”), the translation has no negation.",
            id="gone",
        ),
    ],
)
def test_find_negation_says_how_much_is_lost(source: str, target: str, said: str) -> None:
    (issue,) = issues("negation", source, target)
    assert (issue.message, issue.side, source[slice(*(issue.span or (0, 0)))]) == (said, "source", "not")


@pytest.mark.parametrize(
    ("source", "target", "language", "found"),
    [
        pytest.param("paid 12,000 now", "pagou 12,000 já", "pt", (6, 12), id="copied"),
        pytest.param("paid 12,000 now", "pagou 12.000 já", "pt", None, id="rewritten"),
        pytest.param("paid 1,234,567 now", "pagou 1,234,567 já", "pt", None, id="one reading"),
        pytest.param("law n.º 1,234 now", "lei n.º 1,234 já", "pt", None, id="a name"),
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
        pytest.param("Then on 3 May", "no dia 3", "May", id="lost"),
        pytest.param("on day 3", "em 3 de maio", "maio", id="new"),
    ],
)
def test_find_dates_points_at_the_month(source: str, target: str, words: str) -> None:
    (issue,) = issues("dates", source, target)
    assert issue.span is not None
    assert (source if issue.side == "source" else target)[slice(*issue.span)] == words


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("Members shall not vote.", "会员国无权投票。", 0, id="a word that may stand for not"),
        pytest.param("Members shall not vote.", "会员国同意投票。", 1, id="none"),
    ],
)
def test_find_negation_in_chinese(source: str, target: str, found: int) -> None:
    assert len(messages("negation", source, target, "en-zh")) == found


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
        pytest.param("Then the 27 met.", "Reuniram-se.", "27", id="lost"),
        pytest.param("They met.", "Então os 27 reuniram-se.", "27", id="new"),
        pytest.param("with five boats", "com seis barcos", "seis", id="in words"),
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
