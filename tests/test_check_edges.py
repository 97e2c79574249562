"""How much it takes until names, copies, languages, quotes, obligations and negations are worth a look."""

import pytest

from tests.check_cases import issues, messages
from translate.checks.copied import copied_share


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("Jeff Blake spoke.", "Falou Jeff Flake.", 1, id="four letters of five"),
        pytest.param("Jeff Blake spoke.", "Falou Jeff Flame.", 1, id="three letters of five"),
        pytest.param("Jeff Blake spoke.", "Falou Jeff Flams.", 0, id="two letters of five"),
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
        pytest.param(
            "the cat: data.arva.org, law.arva.org", "o gato: data.arva.org, law.arva.org", 0.0, id="addresses"
        ),
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
        pytest.param("the service (opened)", "o serviço (alargado)", 0, id="brackets kept"),
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
        pytest.param("We met on the day of rest", "pt-ru", 0, id="nineteen letters"),
        pytest.param("We meet on the day of rest", "pt-ru", 1, id="twenty letters"),
        pytest.param("Государства ежегодно пишут доклад.", "pt-ru", 0, id="the right script"),
        pytest.param("Доклад: Member States shall report on it each year.", "pt-ru", 1, id="a seventh of it"),
        pytest.param("Докладчик Member States shall report annually", "pt-ru", 0, id="a fifth in the right script"),
    ],
)
def test_find_language_wants_enough_to_tell(target: str, pair: str, found: int) -> None:
    assert len(messages("language", "…", target, pair)) == found


@pytest.mark.parametrize("code", ["ar", "bg", "el", "fa", "he", "hi", "ja", "ko", "ru", "th", "uk", "zh"])
def test_find_language_knows_who_writes_another_script(code: str) -> None:
    targets = ("They said that we met", "Member States shall report on it each year.")
    assert [len(messages("language", "…", target, f"pt-{code}")) for target in targets] == [0, 1]


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
        pytest.param("Damage may arise.", "Deve haver danos.", "en-pt", 0, id="a possibility is no permission"),
        pytest.param("It may act.", "Age e deve votar.", "en-pt", 1, id="permission gone, obligation new"),
        pytest.param("It may act.", "Age.", "en-pt", 0, id="permission gone"),
        pytest.param("It may act.", "Deve permitir agir.", "en-pt", 1, id="obligation instead, whatever else is said"),
        pytest.param("It shall not act.", "Não pode agir.", "en-pt", 0, id="both forbid"),
        pytest.param("It shall not act.", "Não   pode agir.", "en-pt", 0, id="denied three spaces before"),
        pytest.param("It shall act.", "Senão pode agir.", "en-pt", 1, id="another word that ends like not"),
        pytest.param("No one may act.", "Ninguém deve agir.", "en-pt", 0, id="denied from the start"),
        pytest.param("It shall act; it may vote.", "Pode agir; deve votar.", "en-pt", 1, id="sentence by sentence"),
        pytest.param("It shall act. It may vote.", "Deve agir. Pode votar.", "en-pt", 0, id="sentences side by side"),
        pytest.param("Também podemos receber o nome.", "We may also receive the name.", "pt-en", 0, id="we"),
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
        pytest.param(
            "It shall act and must vote.",
            "Pode agir.",
            "The source obliges (“shall”), the translation permits (“Pode”).",
            id="the first of two words of the source",
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
        pytest.param("It may vote and may act.", "Deve votar e deve agir.", "may", id="the first of two"),
        pytest.param("It shall act.", "Pode agir e pode votar.", "Pode", id="the first of two in the translation"),
        pytest.param("It should act and should vote.", "Deve agir e deve votar.", "should", id="the first advice"),
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
    ("source", "target", "found"),
    [
        pytest.param("Members shall not vote.", "会员国无权投票。", 0, id="a word that may stand for not"),
        pytest.param("Members shall not vote.", "会员国同意投票。", 1, id="none"),
    ],
)
def test_find_negation_in_chinese(source: str, target: str, found: int) -> None:
    assert len(messages("negation", source, target, "en-zh")) == found


@pytest.mark.parametrize("target", ["Não só se aplica.", "Aplica-se não obstante isso."])
def test_find_negation_takes_a_phrase_that_looks_like_one_for_an_answer(target: str) -> None:
    assert messages("negation", "It does not apply.", target) == []


@pytest.mark.parametrize(("others", "found"), [(18, 1), (19, 0)], ids=["twenty sentences", "twenty-one"])
def test_find_obligation_compares_up_to_twenty_sentences_one_by_one(others: int, found: int) -> None:
    source = "It votes. " * others + "It shall act. It may vote."
    assert len(messages("obligation", source, "Vota. " * others + "Pode agir. Deve votar.")) == found


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        pytest.param("It is not so, and it never was.", "É assim, e já era.", "not", id="the first of two lost"),
        pytest.param("It is so, and it was.", "Não é assim, e nunca foi.", "Não", id="the first of two new"),
    ],
)
def test_find_negation_points_at_the_first(source: str, target: str, words: str) -> None:
    (issue,) = issues("negation", source, target)
    assert issue.span is not None
    assert (source if issue.side == "source" else target)[slice(*issue.span)] == words
    assert f"“{words}”" in issue.message
