"""Negations, obligations, names, terms, languages, quotes."""

import pytest

from tests.check_cases import issues, messages
from translate.checks.registry import check
from translate.hypothesis import Hypothesis
from translate.resources.glossary import parse_glossary


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("The measure does not apply.", "A medida aplica-se.", "en-pt", id="portuguese"),
        pytest.param("I strongly disagree, and they will never agree.", "Ich stimme stark zu.", "en-de", id="german"),
        pytest.param("Os Estados não podem intervir.", "States can intervene.", "pt-en", id="to english"),
        pytest.param("Он не согласен.", "He agrees.", "ru-en", id="from russian"),
        pytest.param("Он не согласен, и это невозможно.", "He agrees, and so be it.", "ru-en", id="adjective"),
        pytest.param("Members shall not vote.", "会员国应投票。", "en-zh", id="chinese"),
        pytest.param("لا يجوز التصويت.", "Voting is permitted.", "ar-en", id="from arabic"),
        pytest.param(
            "It does not bind states, and it does not bind citizens.",
            "Não obriga os Estados, e obriga os cidadãos.",
            "en-pt",
            id="one of two clauses",
        ),
    ],
)
def test_find_negation_reports_a_lost_one(source: str, target: str, pair: str) -> None:
    assert len(messages("negation", source, target, pair)) == 1


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("There is nobody here.", "No hay nadie aquí.", "en-es", id="double negation"),
        pytest.param("It is not possible.", "É impossível.", "en-pt", id="in an adjective"),
        pytest.param("not only in Europe", "también en Europa", "en-es", id="not only"),
        pytest.param("There is no doubt.", "Il est certain.", "en-fr", id="no doubt"),
        pytest.param("Case No 4/2011", "Processo n.º 4/2011", "en-pt", id="number sign"),
        pytest.param("Unless they agree, it fails.", "Si no acuerdan, fracasa.", "en-es", id="unless"),
        pytest.param("This differs.", "这不同。", "en-zh", id="chinese word with 不"),
        pytest.param("He left.", "Hän lähti.", "en-fi", id="language without lexicon"),
    ],
)
def test_find_negation_accepts(source: str, target: str, pair: str) -> None:
    assert messages("negation", source, target, pair) == []


def test_find_negation_reports_an_added_one() -> None:
    (message,) = messages("negation", "The measure applies.", "A medida não se aplica.")
    assert message == "The translation negates (“não”), the source does not."


def test_find_negation_makes_a_notice_of_one_added_in_russian() -> None:
    (issue,) = issues("negation", "The measure applies.", "Мера не отменена.", "en-ru", notices=True)
    assert issue.severity == "notice"


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("The Council shall decide.", "O Conselho pode decidir.", "en-pt", id="portuguese weaker"),
        pytest.param("The Council may decide.", "El Consejo deberá decidir.", "en-es", id="spanish stronger"),
        pytest.param("Le Conseil doit décider.", "The Council may decide.", "fr-en", id="from french"),
        pytest.param("The Council must decide.", "Совет может решить.", "en-ru", id="russian"),
        pytest.param("The Council shall decide.", "理事会得决定。", "en-zh", id="chinese"),
    ],
)
def test_find_obligation_reports(source: str, target: str, pair: str) -> None:
    assert len(messages("obligation", source, target, pair)) == 1


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("The Council shall decide.", "Le Conseil décide.", "en-fr", id="present tense of the law"),
        pytest.param("They may not vote.", "Não devem votar.", "en-pt", id="may not and must not"),
        pytest.param("On 3 May 2026 members shall vote.", "Em 3 de maio de 2026 devem votar.", "en-pt", id="the month"),
        pytest.param("such measures as may be necessary", "les mesures nécessaires", "en-fr", id="as may be"),
    ],
)
def test_find_obligation_accepts(source: str, target: str, pair: str) -> None:
    assert messages("obligation", source, target, pair) == []


def _act(source: str, target: str, pair: str) -> list[str]:
    """What is said of one recital of an act, notices included."""
    before, _, after = pair.partition("-")
    frames = {"en": ("Whereas:", "Has adopted this Regulation:"), "pt": ("Considerando o seguinte:", "Adotou:")}
    opening, enacting = frames[before]
    texts = [opening, source, enacting]
    hypotheses = [Hypothesis(text, origin="fake") for text in ("(…)", target, "(…)")]
    return [str(issue.message) for issue in check(texts, hypotheses, [before] * 3, after, ["obligation"])]


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("The limits should depend on it.", "Os limites deverão depender disso.", "en-pt", id="deverão"),
        pytest.param("It should apply.", "Deve aplicar-se.", "en-pt", id="deve"),
        pytest.param("It should apply.", "Debe aplicarse.", "en-es", id="spanish"),
        pytest.param("Os limites deverão depender disso.", "The limits should depend on it.", "pt-en", id="back"),
        pytest.param("The limit shall apply.", "O limite deve aplicar-se.", "en-pt", id="shall"),
    ],
)
def test_find_obligation_accepts_in_recitals(source: str, target: str, pair: str) -> None:
    assert _act(source, target, pair) == []


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        pytest.param("It should apply.", "Doit s'appliquer.", "en-fr", id="French has its own should"),
        pytest.param("The Council may act.", "O Conselho deverá agir.", "en-pt", id="permission"),
        pytest.param("The Council shall act.", "O Conselho pode agir.", "en-pt", id="obligation"),
        pytest.param("O Conselho deve agir.", "The Council may act.", "pt-en", id="from Portuguese"),
    ],
)
def test_find_obligation_reports_in_recitals(source: str, target: str, pair: str) -> None:
    assert len(_act(source, target, pair)) == 1


def test_find_obligation_gives_a_notice_outside_recitals() -> None:
    (issue,) = issues("obligation", "The regulator should decide.", "O regulador deve decidir.", notices=True)
    assert issue.severity == "notice"


def test_find_names_reports_a_respelt_name() -> None:
    (message,) = messages("names", "Senator Jeff Flake spoke.", "O senador Jeff Blake falou.")
    assert message == "The name Jeff Flake became Jeff Blake."


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("O presidente Putin em Moscovo.", id="exonym"),
        pytest.param("O Presidente Putin falou.", id="title"),
    ],
)
def test_find_names_accepts(target: str) -> None:
    assert messages("names", "President Putin spoke in Moscow.", target) == []


def test_find_names_wants_addresses_to_the_letter() -> None:
    assert len(messages("names", "Write to info@example.org.", "Escreva para informação@exemplo.org.")) == 1


def test_find_language_reports_another_language() -> None:
    text = "Die Mitgliedstaaten übermitteln der Kommission jedes Jahr einen Bericht."
    assert "German" in messages("language", "Member States report each year to the Commission.", text)[0]


def test_find_language_accepts_the_target_language() -> None:
    text = "Os Estados-Membros transmitem todos os anos um relatório à Comissão."
    assert messages("language", "Member States report each year to the Commission.", text) == []


def test_find_quotes_gives_notices_only() -> None:
    found = issues("quotes", "the “home” service (opened in March)", "o serviço de origem", notices=True)
    assert [issue.severity for issue in found] == ["notice", "notice"]


def test_check_reports_a_term_that_was_not_used() -> None:
    glossary = parse_glossary("controller,responsável pelo tratamento", "en", "pt")
    found = check(["The controller decides."], [Hypothesis("O controlador decide.")], ["en"], "pt", [], glossary)
    assert [issue.kind for issue in found] == ["terms"]


def test_check_says_which_term_another_was_taken_for() -> None:
    glossary = parse_glossary("Auftraggeber,client\nAuftragnehmer,contractor", "de", "en")
    sources = ["Der Auftraggeber zahlt.", "Der Auftragnehmer liefert."]
    targets = [Hypothesis("The contractor pays."), Hypothesis("The contractor delivers.")]
    (issue,) = check(sources, targets, ["de", "de"], "en", [], glossary)
    assert "“contractor” is the term for “Auftragnehmer”" in issue.message
