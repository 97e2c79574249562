"""The reader's terms: reading them, finding them, keeping to them."""

from pathlib import Path

import pytest

from translate.errors import FormatError, InputError
from translate.hypothesis import Hypothesis, Link
from translate.resources.adherence import adherence, collisions
from translate.resources.glossary import Glossary, Term, parse_glossary, read_glossary
from translate.resources.replacement import replace_terms

PARTIES = parse_glossary("Auftraggeber,client\nAuftragnehmer,contractor", "de", "en")


@pytest.mark.parametrize(
    "delimiter", [pytest.param(c, id=n) for c, n in ((",", "comma"), (";", "semicolon"), ("\t", "tab"))]
)
def test_parse_glossary_understands_delimiters(delimiter: str) -> None:
    assert parse_glossary(f"controller{delimiter}responsável", "en", "pt").terms == (Term("controller", "responsável"),)


def test_parse_glossary_leaves_out_headings_and_comments() -> None:
    text = "source,target\n# energy\npeak demand,pico de procura\n\n"
    assert parse_glossary(text, "en", "pt").terms == (Term("peak demand", "pico de procura"),)


def test_parse_glossary_keeps_a_term_without_target_as_it_is() -> None:
    assert parse_glossary("Eurostat,", "en", "pt").terms[0].kept


def test_parse_glossary_refuses_two_targets_for_a_term() -> None:
    with pytest.raises(FormatError, match="row 2"):
        parse_glossary("controller,responsável\nController,controlador", "en", "pt")


def test_parse_glossary_names_the_row_without_a_term() -> None:
    with pytest.raises(FormatError, match="Row 2"):
        parse_glossary("controller,responsável\n,controlador", "en", "pt")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("en,pt\nload,carga", id="codes"),
        pytest.param("English;Português\nload;carga", id="names"),
        pytest.param("en\tpt-BR\tnote\nload\tcarga\tgrid", id="region"),
        pytest.param("source,target\nload,carga", id="columns"),
    ],
)
def test_parse_glossary_leaves_out_a_heading_that_names_its_pair(text: str) -> None:
    assert parse_glossary(text, "en", "pt").terms == (Term("load", "carga"),)


def test_parse_glossary_takes_names_of_one_language_for_a_term() -> None:
    assert parse_glossary("Polish,polaco", "en", "pt").terms == (Term("Polish", "polaco"),)


@pytest.mark.parametrize("heading", ["pt,en", "German,French"])
def test_parse_glossary_refuses_the_heading_of_another_pair(heading: str) -> None:
    with pytest.raises(InputError, match="English → Portuguese is wanted"):
        parse_glossary(f"{heading}\ncontroller,responsável", "en", "pt")


def test_parse_glossary_asks_for_no_pair_where_none_is_known_yet() -> None:
    assert len(parse_glossary("pt,en\nresponsável,controller", "und", "und").terms) == 1


@pytest.mark.parametrize("name", ["terms.pt-en.csv", "water.policy.de-zh-Hans.tsv"])
def test_read_glossary_refuses_a_file_named_for_another_pair(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("controller,responsável", "utf-8")
    with pytest.raises(InputError, match="English → Portuguese is wanted"):
        read_glossary(tmp_path / name, "en", "pt")


@pytest.mark.parametrize("name", ["terms.csv", "terms.en-pt.csv", "terms.en-pt-BR.csv", "follow-up.csv", "a.1-2.csv"])
def test_read_glossary_takes_any_other_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("controller,responsável", "utf-8")
    assert len(read_glossary(tmp_path / name, "en", "pt").terms) == 1


def test_read_glossary_names_a_missing_file() -> None:
    with pytest.raises(InputError, match="no-such-file"):
        read_glossary("no-such-file.csv", "en", "pt")


def test_read_glossary_reads_the_example() -> None:
    glossary = read_glossary(Path(__file__).parent.parent / "examples" / "glossary.en-pt.csv", "en", "pt")
    assert Term("controller", "responsável pelo tratamento") in glossary.terms


@pytest.mark.parametrize(
    ("term", "language", "text"),
    [
        pytest.param("controller", "en", "Controllers shall keep records.", id="english plural"),
        pytest.param("autoridade de controlo", "pt", "As autoridades de controlo decidem.", id="portuguese plural"),
        pytest.param("договор", "ru", "Стороны договора согласны.", id="russian genitive"),
        pytest.param("安全理事会", "zh", "联合国安全理事会应决定。", id="chinese inside a run"),
    ],
)
def test_glossary_uses_finds_inflected_terms(term: str, language: str, text: str) -> None:
    assert Glossary((Term(term, "x"),), language, "en").uses(text) == (Term(term, "x"),)


def test_glossary_uses_does_not_find_a_term_inside_a_longer_one() -> None:
    glossary = parse_glossary("data,dados\npersonal data,dados pessoais", "en", "pt")
    assert glossary.uses("Personal data is protected.") == (Term("personal data", "dados pessoais"),)


def test_adherence_tells_used_from_missed() -> None:
    glossary = parse_glossary("controller,responsável pelo tratamento", "en", "pt")
    sources = {0: "The controller decides.", 3: "The controller answers."}
    targets = {0: "O responsável pelo tratamento decide.", 3: "O controlador responde."}
    (found,) = adherence(glossary, sources, targets)
    assert (found.used, found.missed, found.inconsistent) == ((0,), (3,), True)


def test_adherence_wants_kept_terms_to_the_letter() -> None:
    glossary = parse_glossary("Eurostat,", "en", "pt")
    (found,) = adherence(glossary, {0: "Eurostat counts."}, {0: "O Eurostato conta."})
    assert found.missed == (0,)


def test_collisions_finds_two_terms_that_became_one() -> None:
    sources = {0: "Der Auftraggeber zahlt.", 1: "Der Auftragnehmer liefert."}
    targets = {0: "The contractor pays.", 1: "The contractor delivers."}
    (found,) = collisions(PARTIES, sources, targets)
    assert (found.term.source, found.other.source, found.segments) == ("Auftraggeber", "Auftragnehmer", (0,))


def test_collisions_finds_equal_targets_in_the_glossary_itself() -> None:
    (found,) = collisions(parse_glossary("A1,x\nB2,x", "en", "pt"), {}, {})
    assert (found.term.source, found.other.source, found.segments) == ("A1", "B2", ())


def test_replace_terms_follows_the_word_links() -> None:
    glossary = parse_glossary("controller,responsável pelo tratamento", "en", "pt")
    first = Hypothesis("O controlador decide.", alignment=(Link(0, 3, 0, 1), Link(4, 14, 2, 13), Link(15, 22, 14, 20)))
    found = replace_terms("The controller decides.", first, glossary)
    assert found.text == "O responsável pelo tratamento decide."


def test_replace_terms_records_what_it_did() -> None:
    glossary = parse_glossary("controller,responsável pelo tratamento", "en", "pt")
    first = Hypothesis("O controlador decide.", alignment=(Link(4, 14, 2, 13),))
    (record,) = replace_terms("The controller decides.", first, glossary).repairs
    assert record.action == "“controlador” replaced by “responsável pelo tratamento”."


def test_replace_terms_moves_the_links_behind_it() -> None:
    glossary = parse_glossary("controller,gestor", "en", "pt")
    first = Hypothesis("O controlador decide.", alignment=(Link(4, 14, 2, 13), Link(15, 22, 14, 20)))
    found = replace_terms("The controller decides.", first, glossary)
    assert [found.text[link.target_start : link.target_end] for link in found.alignment] == ["gestor", "decide"]


def test_replace_terms_leaves_a_hypothesis_without_links() -> None:
    glossary = parse_glossary("controller,gestor", "en", "pt")
    first = Hypothesis("O controlador decide.")
    assert replace_terms("The controller decides.", first, glossary) is first


def test_replace_terms_leaves_a_term_that_was_kept_in_another_form() -> None:
    glossary = parse_glossary("controller,controlador", "en", "pt")
    first = Hypothesis("Os controladores decidem.", alignment=(Link(4, 15, 3, 16),))
    assert replace_terms("The controllers decide.", first, glossary) is first


@pytest.mark.parametrize(
    ("terms", "text", "used"),
    [
        pytest.param("controller,x\ndata controller,y", "The data controller.", ["data controller"], id="inside"),
        pytest.param("data,x\ndata controller,y", "The data controller.", ["data controller"], id="at its start"),
        pytest.param("joint register,x\ndata controller,y", "A joint data controller register.", ["data controller"],
                     id="around it"),
        pytest.param("controller,x\ndata controller,y", "A data controller and a controller.",
                     ["controller", "data controller"], id="beside it"),
    ],
)  # fmt: skip
def test_uses_counts_a_term_only_where_it_stands_by_itself(terms: str, text: str, used: list[str]) -> None:
    assert [term.source for term in parse_glossary(terms, "en", "pt").uses(text)] == used


def test_uses_finds_no_term_without_a_word() -> None:
    assert Glossary((Term("—", "x"),), "en", "pt").uses("A text — with a dash.") == ()
