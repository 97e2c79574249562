"""Variants: which one a target names, what each rule changes and what it leaves."""

from itertools import pairwise

import pytest

from tests.fakes import FakeEngine
from translate.errors import LanguageError
from translate.hypothesis import Hypothesis, Link, TokenScore
from translate.pipeline.rewriting import rewritten
from translate.pipeline.run import translate
from translate.pipeline.variants import in_variant
from translate.reading.reader import read
from translate.resources.glossary import Glossary, Term
from translate.text.changes import Change, changed_text, moved
from translate.text.variants.variant import VARIANTS, rules, table_rows, variant_of

KINDS = {"word", "stem", "letters", "accent", "old", "whole", "beginning", "ise", "yse", "double"}
NAMES = {
    "pt-PT": "pt-PT",
    "pt_PT.UTF-8": "pt-PT",
    "PT-br": "pt-BR",
    "European Portuguese": "pt-PT",
    "português do Brasil": "pt-BR",
    "en_US.UTF-8": "en-US",
    "British English": "en-GB",
    "pt": None,
    "Portuguese": None,
    "de-AT": None,
    "zh-Hans": None,
}
TO_PORTUGAL = {
    "spelling of 1990": ("A directiva actual foi adoptada.", "A diretiva atual foi adotada."),
    "letters that Portugal drops": ("A recepção foi perspectivada.", "A receção foi perspetivada."),
    "accent": ("O fenômeno econômico e acadêmico.", "O fenómeno económico e académico."),
    "word": ("O ônibus da equipe.", "O autocarro da equipa."),
    "phrase with its article": ("O time venceu.", "A equipa venceu."),
    "capitals": ("REGISTRO DE USUÁRIOS", "REGISTO DE UTILIZADORES"),
    "beginning of a word": ("Registraram-se esportistas.", "Registaram-se desportistas."),
    "billions": ("São 3 bilhões de euros.", "São 3 mil milhões de euros."),
    "gerund": ("A Comissão está preparando um ato.", "A Comissão está a preparar um ato."),
    "gerund with a pronoun": ("O texto está se tornando longo.", "O texto está a tornar-se longo."),
    "gerund with an object": ("Estão fazendo-o agora.", "Estão a fazê-lo agora."),
    "adverb between": ("Estavam ainda discutindo.", "Estavam ainda a discutir."),
    "contraction": ("Vive em uma cidade.", "Vive numa cidade."),
    "possessive behind a preposition": ("O chefe de seu país.", "O chefe do seu país."),
    "possessive first": ("Sua decisão foi boa.", "A sua decisão foi boa."),
    "possessive behind a verb": ("Mudar seu nome é caro.", "Mudar o seu nome é caro."),
    "pronoun behind a subject": ("Ele se tornou ministro.", "Ele tornou-se ministro."),
    "pronoun between two verbs": ("O ato pode se tornar lei.", "O ato pode tornar-se lei."),
    "ordinal": ("O artigo 2.o, n.o 3, e o artigo 4º.", "O artigo 2.º, n.º 3, e o artigo 4.º."),
    "plural ordinal": ("Os n.os 1 e 2.", "Os n.ºs 1 e 2."),
    "month": ("Em 5 de Março de 2031.", "Em 5 de março de 2031."),
    "thousands": ("Custa 12.500 euros.", "Custa 12\u00a0500 euros."),
}
KEPT_FOR_PORTUGAL = {
    "facts, contacts and pacts": "O facto, o contacto e o pacto são intactos.",
    "female and stomach": "A fêmea tem um estômago.",
    "plural verbs": "Eles têm, vêm e contêm.",
    "article before a possessive": "Deu a sua opinião sobre a sua casa.",
    "idioms with a possessive": "Por sua vez, a seu ver, de seu nome Rui.",
    "addresses of honour": "A Sua Excelência o Presidente.",
    "gerund without an auxiliary": "Agiu seguindo a lei, comandando a agenda.",
    "future with a pronoun": "Ele se tornará ministro.",
    "degrees": "Estavam 30º à sombra.",
    "numbers of sections": "Ver o ponto 1.2.3 e 12.5.",
    "swimming costume": "Comprou um fato de banho.",
    "month without a year": "A Praça 25 de Abril.",
}
TO_BRAZIL = {
    "word": ("O autocarro da equipa.", "O ônibus da equipe."),
    "accent": ("O fenómeno económico.", "O fenômeno econômico."),
    "letters that Brazil keeps": ("A receção do aspeto.", "A recepção do aspecto."),
    "spelling of 1990": ("A directiva actual.", "A diretiva atual."),
    "infinitive": ("Está a preparar um ato.", "Está preparando um ato."),
    "infinitive with a pronoun": ("Estão a tornar-se leis.", "Estão se tornando leis."),
    "contraction": ("Vive numa cidade.", "Vive em uma cidade."),
    "ordinal": ("O artigo 2.o, n.o 3.", "O artigo 2º, nº 3."),
    "month": ("Em 5 de Março de 2031.", "Em 5 de março de 2031."),
}
KEPT_FOR_BRAZIL = {
    "another verb before the infinitive": "Continuam a ser leis.",
    "investigators": "O investigador de Nova Iorque.",
    "end of a week": "O fim de semana.",
}


def made(text: str, variant: str, source: str = "") -> str:
    return in_variant(source, Hypothesis(text), variant).text


@pytest.mark.parametrize(("target", "variant"), NAMES.items(), ids=NAMES)
def test_variant_of_a_target(target: str, variant: str | None) -> None:
    assert variant_of(target) == variant


@pytest.mark.parametrize(("text", "expected"), TO_PORTUGAL.values(), ids=TO_PORTUGAL)
def test_towards_portugal(text: str, expected: str) -> None:
    assert made(text, "pt-PT") == expected


@pytest.mark.parametrize("text", [*KEPT_FOR_PORTUGAL.values(), *(new for _, new in TO_PORTUGAL.values())])
def test_what_portugal_writes_stays(text: str) -> None:
    assert made(text, "pt-PT") == text


@pytest.mark.parametrize(("text", "expected"), TO_BRAZIL.values(), ids=TO_BRAZIL)
def test_towards_brazil(text: str, expected: str) -> None:
    assert made(text, "pt-BR") == expected


@pytest.mark.parametrize("text", [*KEPT_FOR_BRAZIL.values(), *(new for _, new in TO_BRAZIL.values())])
def test_what_brazil_writes_stays(text: str) -> None:
    assert made(text, "pt-BR") == text


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_table_has_no_word_twice(variant: str) -> None:
    words = [
        (row.kind, row.old)
        for row in table_rows(variant)
        if row.kind in ("word", "whole", "ise", "double", "beginning")
    ]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_table_has_known_kinds_and_no_empty_cell(variant: str) -> None:
    rows = table_rows(variant)
    assert {row.kind for row in rows} <= KINDS
    assert [row for row in rows if not row.old or not row.new] == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_what_the_table_makes_stays_as_it_is(variant: str) -> None:
    made_once = [made(row.old, variant) for row in table_rows(variant) if row.kind == "word"]
    assert [made(text, variant) for text in made_once] == made_once


@pytest.mark.parametrize("variant", VARIANTS)
def test_rules_give_disjoint_changes_in_order(variant: str) -> None:
    text = " ".join(old for old, _ in (*TO_PORTUGAL.values(), *TO_BRAZIL.values()))
    spans = [[(change.start, change.end) for change in rule(text)] for rule in rules(variant)]
    assert [own for own in spans if any(a[1] > b[0] for a, b in pairwise(own))] == []


def test_a_name_of_the_source_stays() -> None:
    assert made("O Lord Protector chegou.", "pt-PT", "The Lord Protector came.") == "O Lord Protector chegou."


def test_a_term_of_the_readers_glossary_stays() -> None:
    assert in_variant("", Hypothesis("A equipe técnica."), "pt-PT", ["equipe técnica"]).text == "A equipe técnica."


def test_what_the_engine_wrote_is_kept_and_all_that_counts_moves() -> None:
    found = Hypothesis("O ônibus da equipe.", alignment=(Link(0, 4, 12, 18),), token_scores=(TokenScore(2, 8, -1.0),))
    changed = in_variant("", found, "pt-PT")
    assert changed.written == found.text
    assert changed.text[slice(*changed.alignment[0][2:])] == "equipa"
    assert changed.text[slice(*changed.token_scores[0][:2])] == "autocarro"


def test_moved_takes_in_a_change_that_it_overlaps() -> None:
    changes = [Change(2, 4, "xyz"), Change(6, 7, "")]
    assert changed_text("abcdefgh", changes) == "abxyzefh"
    assert moved(changes, 0, 2) == (0, 2)
    assert moved(changes, 3, 4) == (2, 5)
    assert moved(changes, 3, 6) == (2, 7)
    assert moved(changes, 7, 8) == (7, 8)


def test_rewritten_without_changes_is_the_same() -> None:
    found = Hypothesis("Bom dia.")
    assert rewritten(found, []) is found


def translated(target: str, **choices: object):
    engine = FakeEngine(lambda text: "A equipe está preparando o registro.")
    return translate(read("The team works.", language="en"), target, engine="fake", engines={"fake": engine}, **choices)


def test_a_target_with_a_region_asks_for_its_variant() -> None:
    assert translated("pt-PT").target.text == "A equipa está a preparar o registo."
    assert translated("pt").target.text == "A equipe está preparando o registro."


def test_a_variant_is_told_once_and_stands_in_the_signature() -> None:
    found = translated("pt-PT")
    assert [issue.kind for issue in found.issues if issue.segment is None] == ["variant"]
    assert "variant pt-PT" in found.signature
    assert "variant" not in translated("pt").signature


def test_a_variant_of_another_language_is_refused() -> None:
    with pytest.raises(LanguageError, match="pt-PT, pt-BR"):
        translated("pt", variant="en-GB")


def test_the_readers_terms_are_not_changed_into_a_variant() -> None:
    glossary = Glossary((Term("team", "equipe"),), "en", "pt")
    assert translated("pt-PT", glossary=glossary).target.text == "A equipe está a preparar o registo."
