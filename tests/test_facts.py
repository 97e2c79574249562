"""Facts: what is found in the labelled sentences, and single cases that went wrong."""

from pathlib import Path

import pytest

from benchmarks.facts import FIRST, KINDS, LANGUAGES, SECOND, counts
from summarize.facts.extraction import OFF, extract_facts, facts_in
from summarize.facts.fact import FactKind
from translate.reading.reader import read


@pytest.mark.parametrize("folder", [FIRST, SECOND], ids=["first", "second"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_are_precise_or_off(language: str, kind: FactKind, folder: Path) -> None:
    found, right, _ = counts(language, kind, folder)
    assert kind in OFF.get(language, frozenset()) or right >= 0.85 * found > 0


def texts(sentence: str, language: str, kind: FactKind) -> list[str]:
    return [fact.actor or fact.text for fact in facts_in(sentence, language) if fact.kind == kind]


CASES = [
    pytest.param("en", "Sims was 20 years old.", "date", [], id="an age is no deadline"),
    pytest.param("en", "It is due within 20 years.", "date", ["within 20 years"], id="period with its limit"),
    pytest.param("en", "It may rain in May.", "date", [], id="month without day or year"),
    pytest.param("en", "On March 14, 2022 it met.", "date", ["March 14, 2022"], id="month before day"),
    pytest.param("ru", "Решение от 14 марта 2022 года.", "reference", [], id="a date is no number of a decision"),
    pytest.param("en", "It costs $2.3 million a year.", "amount", ["$2.3 million"], id="sign before"),
    pytest.param("fr", "Il coûte 3,5 milliards d’euros.", "amount", ["3,5 milliards d’euros"], id="scale and link"),
    pytest.param("zh", "援助总额为35亿欧元。", "amount", ["35亿欧元"], id="scale without spaces"),
    pytest.param("en", "See Article 5(2)(a).", "reference", ["Article 5(2)(a)"], id="subdivisions"),
    pytest.param(
        "fr", "Si le Conseil agit, l’Assemblée générale ne doit rien dire.", "obligation", ["Assemblée générale"],
        id="subject beside the modal",
    ),
    pytest.param(
        "en", "The Commission, after consulting the Member States concerned, shall adopt it.", "obligation",
        ["Commission"], id="subject before an insertion",
    ),
    pytest.param("de", "Bis Mai müssen die Mitgliedstaaten reden.", "obligation", ["Mitgliedstaaten"], id="verb first"),
    pytest.param("zh", "联合国会员国应当依规定办理。", "obligation", ["会员国"], id="name before a name"),
    pytest.param("en", "The Court shall mean the Court of Justice.", "obligation", [], id="definition"),
    pytest.param("en", "The rain must stop.", "obligation", [], id="nobody must"),
    pytest.param("en", "The Agency shall be informed at once.", "obligation", [], id="something is done to it"),
    pytest.param("en", "It shall be adopted by the Board.", "obligation", ["Board"], id="done by whom"),
    pytest.param("en", "If a company fails, the authority of the State shall act.", "obligation", ["authority"],
                 id="behind a condition"),
    pytest.param("en", "It hears the Committee, which shall reply.", "obligation", ["Committee"], id="relative"),
    pytest.param("en", "Each tenant is required to pay.", "obligation", ["tenant"], id="duty in other words"),
    pytest.param("en", "Many a tenant pays late.", "actor", [], id="a role in passing"),
    pytest.param("pt", "Compete à autoridade fiscalizar.", "obligation", ["autoridade"], id="pt falls to"),
    pytest.param("pt", "As entidades asseguram a rede.", "obligation", ["entidades"], id="pt plain present"),
    pytest.param("pt", "O responsável pelos serviços, ontem, conserva-se bem.", "obligation", [], id="pt no subject"),
    pytest.param("de", "Der Betreiber hat die Daten zu melden.", "obligation", ["Betreiber"], id="de has to"),
    pytest.param("en", "The Agency hears the Board and shall reply.", "obligation", ["Agency"], id="second verb"),
    pytest.param("fr", "Le Conseil, qui tient un registre, siège.", "obligation", [], id="fr relative is no duty"),
    pytest.param("ru", "Члены комиссии должны молчать.", "obligation", [], id="ru genitive is no subject"),
    pytest.param("zh", "该计划应由理事会核准。", "obligation", ["理事会"], id="zh done by whom"),
    pytest.param("ar", "بناء على المجلس.", "obligation", [], id="ar on without a verb"),
    pytest.param("pt", "Nos termos da Lei n.º 45/2021.", "reference", ["Lei n.º 45/2021"], id="an act's number"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "kind", "expected"), CASES)
def test_facts_in(language: str, sentence: str, kind: FactKind, expected: list[str]) -> None:
    assert texts(sentence, language, kind) == expected


def test_extract_facts_cite_their_segment() -> None:
    document = read("The sea is calm.\n\nThe Agency shall report by 1 May 2027.", language="en")
    assert {fact.segment for fact in extract_facts(document)} == {1}


def test_extract_facts_spans_hold_their_text() -> None:
    document = read("The Agency shall report by 1 May 2027 under Article 5.", language="en")
    facts = extract_facts(document)
    assert [document.segment_text(0)[slice(*fact.span)] for fact in facts] == [fact.text for fact in facts]


DUTY = "O Conselho publica o plano."


def test_extract_facts_find_plain_duties_in_provisions() -> None:
    document = read(f"Artigo 1.º\n\n1. {DUTY}", language="pt")
    assert "obligation" in {fact.kind for fact in extract_facts(document)}


def test_extract_facts_find_no_plain_duties_in_prose() -> None:
    assert "obligation" not in {fact.kind for fact in extract_facts(read(DUTY, language="pt"))}


SHOWN = [
    pytest.param("en", "From May the operator must report.", "the operator must report", id="en"),
    pytest.param("fr", "En mai, l’exploitant doit payer.", "l’exploitant doit payer", id="fr elided"),
    pytest.param("pt", "Compete à autoridade fiscalizar.", "Compete à autoridade fiscalizar", id="pt"),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), SHOWN)
def test_facts_in_show_an_obligation_with_its_article(language: str, sentence: str, expected: str) -> None:
    assert [fact.text for fact in facts_in(sentence, language) if fact.kind == "obligation"] == [expected]


def test_facts_in_a_language_without_rules_are_none() -> None:
    assert facts_in("Bizottság 2027. május 1-ig jelentést tesz.", "hu") == []
