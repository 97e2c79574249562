"""Countries that a question names: passages and texts about others do not answer it."""

from pathlib import Path

import pytest

from summarize.answers import Answer, ask
from summarize.answers.index import Index
from summarize.answers.indexing import add_folder
from summarize.answers.naming import asked_of, named, subjects
from summarize.answers.units import units_of
from translate.document import Document
from translate.reading.reader import read

BRAZIL = "Brazil cut the felling of trees by half. Brazil plants forests. Brazil thanks the Council for its help."
KENYA = "Kenya builds railways. Kenya exports tea to many ports. Kenya thanks the Council for its help."


def text(words: str, name: str) -> Document:
    return read(words.encode(), name=name, language="en")


def asked(question: str) -> Answer:
    return ask([text(BRAZIL, "brazil.txt"), text(KENYA, "kenya.txt")], question, "en", engines={})


def test_asked_of_knows_countries_and_their_people() -> None:
    assert asked_of("Que dizem os brasileiros sobre a Índia?", "pt") == {"BR": "brasileiros", "IN": "Índia"}


def test_subjects_are_countries_named_again_and_again() -> None:
    units = units_of(text(f"{BRAZIL} India was mentioned once.", "a.txt"))
    assert subjects(units) == {"BR"}


def test_a_text_is_about_the_country_that_its_beginning_and_another_sentence_name() -> None:
    units = units_of(text(f"Kenya speaks. {BRAZIL} So Kenya said.", "a.txt"))
    assert subjects(units) == {"BR", "KE"}


def test_only_the_text_of_the_country_asked_about_answers() -> None:
    answer = asked("What tea does Kenya export?")
    assert {passage.name for passage in answer.passages} == {"kenya.txt"}


def test_what_another_country_says_is_no_answer_and_that_is_said() -> None:
    answer = asked("What tea does Portugal export?")
    assert (answer.says, [str(issue.message) for issue in answer.issues]) == (
        False,
        ["Only passages about Portugal were counted as an answer."],
    )


@pytest.fixture
def index(tmp_path: Path) -> Index:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "brazil.txt").write_text(BRAZIL, "utf-8")
    (folder / "kenya.txt").write_text(KENYA, "utf-8")
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 4)
    opened = Index(tmp_path / "store", within=folder)
    add_folder(folder, opened)
    return opened


def test_a_folders_answer_names_the_files_that_could_not_be_read(index: Index) -> None:
    with index:
        answer = ask(index, "What tea does Kenya export?", "en", engines={})
    assert "1 file could not be read and was not searched: broken.txt." in [str(i.message) for i in answer.issues]


def test_a_file_that_is_gone_is_no_longer_named(index: Index, tmp_path: Path) -> None:
    (tmp_path / "texts" / "broken.txt").unlink()
    with index:
        add_folder(tmp_path / "texts", index)
        assert index.unread == ()


def test_who_says_a_thing_gets_one_passage_of_each_text_and_a_notice(index: Index) -> None:
    with index:
        answer = ask(index, "Who thanks the Council for its help?", "en", engines={})
    assert sorted(Path(passage.name).name for passage in answer.passages) == ["brazil.txt", "kenya.txt"]
    assert any("others may say so too" in issue.message for issue in answer.issues)


def test_a_country_s_letters_and_capital_name_it() -> None:
    units = units_of(text("US pressure rose. Kyiv was silent.", "a.txt"))
    assert [named(unit) for unit in units] == [{"US"}, {"UA"}]


@pytest.mark.parametrize(
    ("question", "countries"),
    [
        ("What help does Beirut want for its army?", {"LB"}),
        ("What was signed in Paris?", set()),
        ("What does the Rome Statute say?", set()),
        ("What does Georgia say about foreign agents?", {"GE"}),
    ],
)
def test_a_capital_asks_for_its_government_where_it_is_no_place(question: str, countries: set[str]) -> None:
    assert asked_of(question, "en").keys() == countries


def test_a_text_about_a_country_need_not_name_it_where_it_answers() -> None:
    answer = ask([text(f"{BRAZIL} Trees are felled no more.", "brazil.txt")], "Does Brazil fell trees?", "en")
    assert answer.passages
