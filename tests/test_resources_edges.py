"""A reader's terms and memory: one example on each side of what decides."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from translate.errors import FormatError, InputError
from translate.hypothesis import Hypothesis, Link
from translate.resources.adherence import adherence, collisions
from translate.resources.glossary import Glossary, Term, parse_glossary
from translate.resources.memory import Memory
from translate.resources.replacement import replace_terms
from translate.resources.tmx import TmxUnit, read_tmx, write_tmx

BOATS = parse_glossary("boat,barco", "en", "pt")


def replaced(text: str, said: str, *links: Link, glossary: Glossary = BOATS) -> Hypothesis:
    return replace_terms(text, Hypothesis(said, alignment=links), glossary)


@pytest.mark.parametrize(
    ("links", "said"),
    [
        pytest.param([Link(4, 8, 2, 6)], "A barco vai hoje.", id="the term's word"),
        pytest.param([Link(0, 4, 0, 1), Link(8, 12, 7, 10)], "A nave vai hoje.", id="words that touch it"),
        pytest.param([Link(0, 5, 2, 6)], "A barco vai hoje.", id="a word that reaches into it"),
        pytest.param([Link(7, 9, 2, 6)], "A barco vai hoje.", id="a word that begins in it"),
        pytest.param([Link(4, 6, 2, 6), Link(6, 8, 7, 10)], "A barco hoje.", id="two links"),
    ],
)
def test_replace_terms_follows_links_into_the_term(links: Sequence[Link], said: str) -> None:
    assert replaced("The boat sails.", "A nave vai hoje.", *links).text == said


def test_replace_terms_finds_a_term_at_the_beginning_and_keeps_its_capital() -> None:
    found = replaced("Boat sails.", "Nave vai.", Link(0, 4, 0, 4), Link(5, 10, 5, 8))
    assert (found.text, found.alignment) == ("Barco vai.", (Link(0, 4, 0, 5), Link(5, 10, 6, 9)))


@pytest.mark.parametrize(
    ("length", "done"), [pytest.param(15, True, id="three times"), pytest.param(16, False, id="more")]
)
def test_replace_terms_leaves_what_is_far_longer_than_the_term(length: int, done: bool) -> None:
    said = "x" * length + " vai."
    assert (replaced("The boat sails.", said, Link(4, 8, 0, length)).text == "barco vai.") is done


def test_replace_terms_moves_links_around_the_term() -> None:
    links = (Link(0, 3, 0, 1), Link(4, 8, 2, 6), Link(4, 8, 2, 4), Link(9, 14, 7, 10))
    found = replaced("The boat sails.", "A nave vai.", *links)
    assert found.alignment == (Link(0, 3, 0, 1), Link(4, 8, 2, 7), Link(4, 8, 2, 7), Link(9, 14, 8, 11))


def test_replace_terms_goes_on_after_a_term_that_was_kept() -> None:
    glossary = parse_glossary("fee,taxa\nboat,barco", "en", "pt")
    links = (Link(0, 3, 0, 4), Link(8, 12, 8, 12))
    assert (
        replaced("Fee for boat.", "Taxa da nave.", links[0], links[1], glossary=glossary).text
        == "Taxa da barco"[:8] + "barco."
    )


def test_collisions_of_a_term_say_where() -> None:
    glossary = parse_glossary("boat,barco\nship,navio\nferry,balsa", "en", "pt")
    sources = {0: "A boat.", 1: "A boat and a ship.", 2: "A boat.", 3: "A ship."}
    targets = {0: "Um navio.", 1: "Um navio.", 2: "Um barco.", 3: "Um navio."}
    assert [(c.term.source, c.other.source, c.segments) for c in collisions(glossary, sources, targets)] == [
        ("boat", "ship", (0,))
    ]


def test_collisions_of_equal_targets_are_said_once_for_the_glossary() -> None:
    glossary = parse_glossary("boat,barco\nship,Barco\nferry,balsa", "en", "pt")
    found = collisions(glossary, {0: "A boat."}, {0: "Uma balsa."})
    assert [(c.term.source, c.other.source, c.segments) for c in found] == [
        ("boat", "ship", ()),
        ("boat", "ferry", (0,)),
    ]


@pytest.mark.parametrize(
    ("targets", "inconsistent"),
    [(["Um barco.", "Uma nave."], True), (["Um barco.", "O barco."], False), (["A nave.", "Uma nave."], False)],
)
def test_adherence_is_inconsistent_where_a_term_is_used_and_missed(targets: list[str], inconsistent: bool) -> None:
    (found,) = adherence(BOATS, {0: "A boat.", 1: "The boat."}, dict(enumerate(targets)))
    assert found.inconsistent is inconsistent


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("boat;barco, m.", [("boat", "barco, m.")], id="semicolons before commas"),
        pytest.param("# fees, boats\nboat;barco", [("boat", "barco")], id="a comment says nothing of delimiters"),
        pytest.param("\n\nboat\tbarco", [("boat", "barco")], id="empty lines"),
        pytest.param("boat", [("boat", "boat")], id="no target"),
        pytest.param("boat,", [("boat", "boat")], id="an empty target"),
        pytest.param(
            "boat,barco\nsource,fonte", [("boat", "barco"), ("source", "fonte")], id="no heading further down"
        ),
        pytest.param("boat,barco\nBoat,barco", [("boat", "barco")], id="the same twice"),
        *(
            pytest.param(f"{heading},x\nboat,barco", [("boat", "barco")], id=heading)
            for heading in ("source", "term", "target", "translation", "Source term", "target term")
        ),
    ],
)
def test_parse_glossary(text: str, terms: list[tuple[str, str]]) -> None:
    assert [(term.source, term.target) for term in parse_glossary(text, "en", "pt").terms] == terms


def test_parse_glossary_counts_rows_from_one() -> None:
    with pytest.raises(FormatError, match="Row 2 "):
        parse_glossary("boat,barco\n,taxa", "en", "pt")
    with pytest.raises(FormatError, match=r"row 3"):
        parse_glossary("boat,barco\nfee,taxa\nboat,nave", "en", "pt")


@pytest.mark.parametrize(
    ("text", "kept"),
    [("O UNHCR decide.", True), ("A UNHCRs decide.", False), ("(UNHCR)", True), ("UNHCR2", True), ("unhcr", False)],
)
def test_glossary_keeps_a_kept_term_to_the_letter(text: str, kept: bool) -> None:
    assert Glossary((), "en", "pt").keeps(Term("UNHCR", "UNHCR"), text) is kept


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "memory.sqlite")


def test_memory_is_closed_behind_a_with_statement(tmp_path: Path) -> None:
    with Memory(tmp_path / "memory.sqlite") as kept:
        assert len(kept) == 0
    with pytest.raises(InputError, match=r"memory\.sqlite"):
        len(kept)


def test_memory_adds_and_counts(memory: Memory) -> None:
    assert memory.add([("a  b", " c "), ("", "d"), ("e", " ")], "en", "pt") == 1
    found = memory.find("a b", "en", "pt")
    assert (len(memory), found and (found.source, found.target, found.score)) == (1, ("a b", "c", 1.0))


def test_memory_never_gives_a_similar_text_the_score_of_the_same(memory: Memory) -> None:
    memory.add([("a" * 1000 + "b", "x")], "en", "pt")
    found = memory.find("a" * 1000 + "c", "en", "pt")
    assert found is not None
    assert found.score == 0.99


def test_memory_writes_units_sorted_and_of_one_pair(memory: Memory) -> None:
    memory.add([("b", "d"), ("a", "c")], "en", "pt")
    memory.add([("a", "e")], "en", "es")
    assert [unit.texts for unit in read_tmx(memory.write_tmx("en", "pt").encode())] == [
        (("en", "a"), ("pt", "c")),
        (("en", "b"), ("pt", "d")),
    ]


def test_memory_reads_units_of_both_languages(memory: Memory) -> None:
    assert memory.read_tmx(write_tmx([("a", "c"), ("b", "")], "en", "pt").encode(), "en", "pt") == 1
    assert memory.read_tmx(write_tmx([], "en", "pt").encode(), "en", "pt") == 0
    with pytest.raises(FormatError, match=r"both de and pt; it has en, pt\."):
        memory.read_tmx(write_tmx([("a", "c")], "en", "pt").encode(), "de", "pt")


@pytest.mark.parametrize(
    ("language", "text"), [("pt-BR", "c"), ("pt", "b"), ("PT", "b"), ("pt-PT", "b"), ("en", "a"), ("es", None)]
)
def test_unit_text_of_the_same_code_before_one_of_the_same_language(language: str, text: str | None) -> None:
    assert TmxUnit((("en", "a"), ("pt", "b"), ("pt-BR", "c"))).text(language) == text


def tmx(body: str) -> list[tuple[tuple[str, str], ...]]:
    content = f'<?xml version="1.0"?><tmx version="1.4"><body>{body}</body></tmx>'
    return [unit.texts for unit in read_tmx(content.encode())]


@pytest.mark.parametrize(
    ("body", "units"),
    [
        pytest.param(
            '<tu><tuv xml:lang="en"><seg>a</seg></tuv></tu><tu><tuv xml:lang="en"><seg>b</seg></tuv></tu>',
            [(("en", "a"),), (("en", "b"),)],
            id="two units",
        ),
        pytest.param('<tu><tuv lang="en"><seg>a</seg></tuv></tu>', [(("en", "a"),)], id="the old attribute"),
        pytest.param("<tu><tuv><seg>a</seg></tuv></tu>", [(("", "a"),)], id="no language"),
        pytest.param("<tu><note>x</note></tu>", [], id="no text"),
        *(
            pytest.param(f"<tu><tuv><seg>a<{tag}>x</{tag}>b</seg></tuv></tu>", [(("", "ab"),)], id=tag)
            for tag in ("bpt", "ept", "it", "ph", "ut")
        ),
        pytest.param("<tu><tuv><seg>a<ph>x<it>y</it>z</ph>b</seg></tuv></tu>", [(("", "ab"),)], id="codes in codes"),
        pytest.param("<tu><tuv><seg>a<hi>b</hi></seg><note>c</note></tuv></tu>", [(("", "ab"),)], id="a note behind"),
    ],
)
def test_read_tmx(body: str, units: list[tuple[tuple[str, str], ...]]) -> None:
    assert tmx(body) == units


def test_replace_terms_leaves_a_term_that_stands_in_another_form() -> None:
    glossary = parse_glossary("fishery,pesca", "en", "pt")
    assert glossary.uses("Fisheries end.")
    assert replaced("Fisheries end.", "Nave vai.", Link(0, 9, 0, 4), glossary=glossary).text == "Nave vai."
