"""Phrases that a translation must have: how far a hypothesis is with them, and translations that have them."""

import pytest

from translate.engines.atoms import AtomKeeper
from translate.engines.constrained import Constrained
from translate.engines.firefox.constrained import Form, Progress, Wanted
from translate.engines.firefox.engine import FirefoxEngine

END, OPEN, JOINED, OTHER = 0, 90, 91, 92


def _wanted(*phrases: list[Form]) -> Wanted:
    return Wanted(phrases, joins=lambda token: token == JOINED, opens=lambda token: token == OPEN)


ONE = [Form((5, 6))]
FORMS = [Form((5, 6)), Form((5, 6, 7, 8)), Form((6,), glued=True)]
TWO = ([Form((5, 6))], [Form((5, 7))])


@pytest.mark.parametrize(
    ("phrases", "tokens", "had"),
    [
        ((ONE,), [5, 6, END], 0b1),
        ((ONE,), [5, 6, OTHER], 0b1),
        ((ONE,), [5, 6, JOINED], 0),
        ((ONE,), [5, OTHER, 6, END], 0),
        ((ONE,), [5, 5, 6, END], 0b1),
        ((ONE,), [5, 6], 0),
        ((FORMS,), [5, 6, 7, 8, END], 0b1),
        ((FORMS,), [6, END], 0),
        ((FORMS,), [OPEN, 6, END], 0b1),
        (TWO, [5, 7, 5, 6, END], 0b11),
        (TWO, [5, 7, OTHER, END], 0b10),
    ],
    ids=[
        "at the end",
        "before a word",
        "not as part of a word",
        "not in pieces",
        "begun again",
        "not before the word is over",
        "a longer form",
        "not without its space",
        "behind a bracket",
        "two with one beginning",
        "one of two",
    ],
)
def test_after_knows_what_a_hypothesis_has(phrases: tuple[list[Form], ...], tokens: list[int], had: int) -> None:
    wanted, progress, last = _wanted(*phrases), Progress(0, 0), END
    for token in tokens:
        progress, last = wanted.after(progress, token, last), token
    assert progress.had == had


def test_onward_names_tokens_towards_what_is_lacking() -> None:
    wanted = _wanted(*TWO)
    begun = wanted.after(Progress(0b01, 0), 5, END)
    assert set(wanted.onward(begun, 5)) == {5, 7}


def test_onward_names_no_token_of_what_is_there() -> None:
    assert not list(_wanted(*TWO).onward(Progress(0b11, 0), END))


@pytest.mark.parametrize(
    ("tokens", "bank"), [([], 0), ([5], 1), ([5, OTHER], 0), ([5, 6, OTHER], 2), ([5, 6, OTHER, 5], 3)]
)
def test_bank_counts_tokens_of_phrases(tokens: list[int], bank: int) -> None:
    wanted, progress, last = _wanted(*TWO), Progress(0, 0), END
    for token in tokens:
        progress, last = wanted.after(progress, token, last), token
    assert wanted.bank(progress) == bank


@pytest.fixture(scope="module")
def engine() -> FirefoxEngine:
    return FirefoxEngine(threads=1)


LINE = "Each controller shall appoint a data protection officer."
PHRASES = (("responsável pelo tratamento", "responsáveis pelo tratamento"), ("encarregado da proteção de dados",))


def test_translate_with_has_the_phrases_and_what_agrees_with_them(engine: FirefoxEngine) -> None:
    (found,) = engine.translate_with([LINE], [PHRASES], "en", "pt")
    assert found is not None
    assert found.text == "Cada responsável pelo tratamento deve nomear um encarregado da proteção de dados."


def test_translate_with_gives_what_the_engine_says_anyway(engine: FirefoxEngine) -> None:
    (free,) = engine.translate(["The Court may hear the appeal."], "en", "pt")
    (found,) = engine.translate_with(["The Court may hear the appeal."], [[("recurso",)]], "en", "pt")
    assert found is not None
    assert found.text == free.text


def test_translate_with_is_the_same_alone_and_beside_others(engine: FirefoxEngine) -> None:
    lines = [LINE, "The Court may hear the appeal of the controller.", "The controller pays."]
    phrases = [PHRASES, [("recurso de cassação",)], PHRASES[:1]]
    alone = [engine.translate_with([a], [b], "en", "pt")[0] for a, b in zip(lines, phrases, strict=True)]
    assert engine.translate_with(lines, phrases, "en", "pt") == alone


@pytest.mark.parametrize(
    ("text", "phrases"),
    [(LINE, ()), (LINE, ((),)), (LINE, (("語",),)), (LINE * 20, PHRASES), ("", PHRASES), (LINE, PHRASES * 9)],
    ids=["no phrase", "no form", "unknown signs", "too long", "empty", "too many phrases"],
)
def test_translate_with_gives_nothing_for(
    engine: FirefoxEngine, text: str, phrases: tuple[tuple[str, ...], ...]
) -> None:
    assert engine.translate_with([text], [phrases], "en", "pt") == [None]


def test_translate_with_keeps_atoms(engine: FirefoxEngine) -> None:
    keeper = AtomKeeper(engine)
    assert isinstance(keeper, Constrained)
    (found,) = keeper.translate_with(["Each controller¹ writes to a@b.eu."], [PHRASES[:1]], "en", "pt")
    assert found is not None
    assert "responsável pelo tratamento¹" in found.text
    assert "a@b.eu" in found.text
