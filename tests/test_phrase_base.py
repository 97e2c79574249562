"""The packaged phrases: tables without slips, where a text has one, and what may stand for it."""

import pytest

from translate.resources.phrase_base import PAIRS, PhraseBase, Row, all_rows, parsed, phrase_base
from translate.resources.phrase_forms import shapes, tokens, written

ENGLISH, PORTUGUESE = phrase_base("en", "pt-PT"), phrase_base("pt", "en")


def found(text: str, base: PhraseBase | None = ENGLISH) -> list[str]:
    assert base is not None
    return [text[use.start : use.end] for use in base.uses(text)]


def forms(text: str) -> tuple[str, ...]:
    assert ENGLISH is not None
    return ENGLISH.uses(text)[0].forms


def plain(text: str, base: PhraseBase | None = ENGLISH) -> list[str]:
    assert base is not None
    return [use.plain for use in base.uses(text)]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_row_is_well_formed(pair: str) -> None:
    source, target = pair.split("-")
    times = frozenset({"infinitive", "base"})
    broken = [
        row.sources
        for row in all_rows(source, target)
        if not all(any(True for _ in shapes(phrase, source)) for phrase in row.sources)
        or not all(own and "_" not in own and "*" not in own for own in row.targets)
        or not all(any(True for _ in written(own, target, times)) for own in row.targets)
        or row.plain.count("_") > row.sources[0].count("_")
    ]
    assert broken == []


@pytest.mark.parametrize("pair", PAIRS)
def test_no_phrase_comes_twice(pair: str) -> None:
    phrases = [phrase for row in all_rows(*pair.split("-")) for phrase in row.sources]
    assert sorted(phrases) == sorted(set(phrases))


def test_uses_finds_a_verb_in_any_form_with_words_before_its_noun() -> None:
    assert found("The two have struck a long-awaited deal.") == ["struck a long-awaited deal"]


def test_uses_takes_the_longest_phrase() -> None:
    assert found("They face an uphill battle.") == ["face an uphill battle"]


@pytest.mark.parametrize(
    "text",
    [
        "The film Strike a Deal opens.",
        "ON THE BRINK: THEY STRUCK A DEAL",
        "The union will strike if no deal comes.",
        "They joined in fighting the fire.",
        "He was accused of accepting bribes last year.",
    ],
    ids=["in a name", "in capitals", "another clause", "no hyphen", "a noun"],
)
def test_uses_leaves(text: str) -> None:
    assert found(text) == []


def test_uses_finds_a_phrase_at_the_beginning_of_a_sentence() -> None:
    assert found("It ended. Boots on the ground are ruled out.") == ["Boots on the ground"]


def test_uses_finds_portuguese_in_either_spelling() -> None:
    assert found("Os factos não chegaram a vias de facto.", PORTUGUESE) == ["chegaram a vias de facto"]


def test_forms_are_of_the_time_of_the_source() -> None:
    assert "celebraram" in forms("They struck an alliance.")
    assert "celebrará" not in forms("They struck an alliance.")
    assert "celebrar" in forms("They want to strike an alliance.")
    assert "celebrará" in forms("They will strike an alliance.")


def test_forms_of_i_and_we_only_where_these_speak() -> None:
    assert "celebrámos" not in forms("They struck an alliance.")
    assert "celebramos" not in forms("They struck an alliance.")
    assert "celebramos" in forms("We struck an alliance.")


def test_plain_words_have_the_form_and_the_number_of_the_phrase() -> None:
    assert plain("The general called the shots.") == ["gave the orders"]
    assert plain("Generals have called the shots.") == ["given the orders"]
    assert plain("The slush funds grew.") == ["secret funds"]


def test_plain_words_keep_what_stands_in_the_gap() -> None:
    assert plain("They left the farmers in the lurch.") == ["abandoned the farmers"]


def test_plain_words_keep_a_capital() -> None:
    assert plain("Tooth and nail they fight.")[0][:1].isupper()


def test_plain_portuguese_has_its_form() -> None:
    assert plain("O tribunal ilibou o ministro.", PORTUGUESE) == ["absolveu"]


def test_keeps_accepts_every_inflection_and_what_is_only_accepted() -> None:
    assert ENGLISH is not None
    (use,) = ENGLISH.uses("They turned a blind eye to abuses.")
    assert ENGLISH.keeps(use, "Fecharam os olhos aos abusos.")
    assert ENGLISH.keeps(use, "Ignoravam os abusos.")
    assert not ENGLISH.keeps(use, "Viraram um olho cego para os abusos.")


def test_a_row_without_plain_words_has_none() -> None:
    assert parsed("a b\tc|~d*") == Row(("a b",), ("c",), ("d*",), "")


def test_tokens_know_hyphens_and_capitals() -> None:
    own = tokens("The in-house plan", "en")
    assert [(token.text, token.capital, token.joined) for token in own] == [
        ("the", True, False),
        ("in", False, False),
        ("house", False, True),
        ("plan", False, False),
    ]


@pytest.mark.parametrize(("source", "target"), [("en", "fr"), ("de", "pt")])
def test_other_pairs_have_no_phrases(source: str, target: str) -> None:
    assert phrase_base(source, target) is None


def test_a_row_with_words_beside_needs_one_of_them() -> None:
    assert found("The toll rose after the quake.") == ["toll"]
    assert found("Motorists pay a toll of two euros.") == []


def test_uses_leaves_a_verb_that_is_joined_to_its_particle() -> None:
    assert found("Their first-time lay-off sent him through.") == []
    assert found("They lay off staff.") == ["lay off"]


def test_plain_words_of_a_form_that_may_be_the_past_are_of_the_past() -> None:
    assert plain("The court set aside the ruling.") == ["annulled the ruling"]
    assert plain("The court may set aside the ruling.") == ["annul the ruling"]


def test_plain_words_keep_the_noun_of_the_text() -> None:
    assert plain("They floated the proposal.") == ["suggested the proposal"]


def test_parsed_gives_plain_words_and_words_beside() -> None:
    assert parsed("a\tb|~c\td\te|f*") == Row(("a",), ("b",), ("c",), "d", ("e", "f*"))
    assert parsed("a\tb") == Row(("a",), ("b",), ())
