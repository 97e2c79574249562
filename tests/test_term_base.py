"""The packaged terms: a table without slips, and where a text uses one."""

from collections import Counter

import pytest

from translate.resources.term_base import FORCED, VARIANTS, Entry, all_entries, term_base

ENTRIES = all_entries()
ENGLISH = term_base("en", "pt")
EUROPEAN = term_base("en", "pt-PT")
PORTUGUESE = term_base("pt", "en")


def wanted(text: str, base=ENGLISH) -> list[str]:
    return [use.wanted for use in base.uses(text)]


def name(entry: Entry) -> str:
    return f"{entry.english[0].one} {entry.variant}"


def test_the_table_has_at_least_400_terms_that_are_forced() -> None:
    assert sum(entry.forced != "none" for entry in ENTRIES) >= 400


@pytest.mark.parametrize("entry", ENTRIES, ids=name)
def test_every_row_is_well_formed(entry: Entry) -> None:
    forms = [form.one for side in (entry.english, entry.portuguese) for form in side]
    assert [form for form in forms if form != form.strip() or not form or "  " in form or "~" in form] == []
    assert entry.variant in VARIANTS
    assert entry.forced in FORCED
    assert entry.domain
    assert not entry.english[0].only_accepted
    assert not entry.portuguese[0].only_accepted


def test_no_row_comes_twice() -> None:
    rows = Counter((entry.english[0].one, entry.portuguese[0].one) for entry in ENTRIES)
    assert [row for row, count in rows.items() if count > 1] == []


@pytest.mark.parametrize(
    ("source", "target"), [("en", "pt"), ("en", "pt-PT"), ("en", "pt-BR"), ("pt", "en")], ids=lambda code: code
)
def test_no_form_of_a_source_has_two_translations(source: str, target: str) -> None:
    base = term_base(source, target)
    assert base is not None
    several = {
        key: {row.wanted for row in rows}
        for key, rows in base.wordings.items()
        if len({row.wanted.casefold() for row in rows if row.form == rows[0].form}) > 1
    }
    assert several == {}


def test_uses_finds_a_plural_and_wants_one() -> None:
    assert wanted("Member States shall inform third-country nationals.") == [
        "Estados-Membros",
        "nacionais de países terceiros",
    ]


def test_uses_takes_the_longest_term() -> None:
    assert wanted("The conformity assessment bodies met.") == ["organismos de avaliação da conformidade"]


def test_uses_finds_a_term_with_or_without_its_hyphen() -> None:
    assert wanted("Any third country national may apply.") == ["nacional de país terceiro"]


def test_uses_finds_a_name_with_a_capital_only() -> None:
    assert wanted("A world bank is not the World Bank.") == ["Banco Mundial"]


def test_uses_leaves_parts_of_words_and_of_compounds() -> None:
    assert wanted("The non-Contracting Party and the undercapital requirement-based model.") == []


def test_uses_of_a_line_in_capitals_wants_capitals() -> None:
    assert wanted("RULES OF PROCEDURE") == ["REGULAMENTO INTERNO"]


def test_uses_leaves_what_has_several_translations() -> None:
    assert wanted("The fine was paid to the plaintiff under national law.") == []


def test_terms_of_one_variant_are_wanted_only_for_it() -> None:
    text = "A natural person committed an administrative offence."
    assert wanted(text) == []
    assert wanted(text, EUROPEAN) == ["pessoa singular", "contraordenação"]
    assert wanted(text, term_base("en", "pt-BR")) == ["pessoa física", "infração administrativa"]


def test_uses_finds_portuguese_of_both_variants_and_spellings() -> None:
    text = "A contraordenação da pessoa colectiva e a da pessoa jurídica são punidas com coima."
    assert wanted(text, PORTUGUESE) == ["administrative offence", "legal person", "legal person", "fine"]


def test_keeps_accepts_any_form_number_and_spelling() -> None:
    (use,) = ENGLISH.uses("The implementing acts apply.")
    assert ENGLISH.keeps(use, "Os actos de execução são aplicáveis.")
    assert not ENGLISH.keeps(use, "As medidas de execução são aplicáveis.")


def test_means_a_term_whose_words_stand_among_others() -> None:
    (use,) = ENGLISH.uses("industrial and intellectual property")
    assert ENGLISH.means(use, "propriedade industrial e intelectual")
    assert not ENGLISH.means(use, "propriedade industrial")


@pytest.mark.parametrize(("source", "target"), [("en", "fr"), ("de", "pt")])
def test_other_pairs_have_no_terms(source: str, target: str) -> None:
    assert term_base(source, target) is None


def test_a_variant_has_terms_of_its_own() -> None:
    assert ENGLISH.digest != EUROPEAN.digest
