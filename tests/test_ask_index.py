"""The index: what is added, read again, dropped and forgotten, and that damage never answers."""

import sqlite3
from pathlib import Path

import pytest

from summarize.answers import ask
from summarize.answers.index import PART, Index
from summarize.answers.indexing import add_folder
from translate.choices import Watch
from translate.errors import InputError
from translate.store.database import forget

FERRY = "The ferry leaves at nine on weekdays.\n\nTickets cost four euros.\n\nDogs travel free.\n"
HIVES = "Bees may be kept in gardens.\n\nA hive needs a permit of the council.\n\nHoney is sold at the market.\n"
LEI = "O operador deve comunicar cada acidente à Autoridade no prazo de 24 horas.\n\nOs peixes dormem de noite.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "law").mkdir(parents=True)
    (folder / "ferry.txt").write_text(FERRY, "utf-8")
    (folder / "hives.txt").write_text(HIVES, "utf-8")
    (folder / "law" / "lei.txt").write_text(LEI, "utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path, texts: Path) -> Path:
    with Index(tmp_path / "store") as index:
        add_folder(texts, index)
    return tmp_path / "store"


def answer(store: Path, question: str) -> str:
    with Index(store) as index:
        passages = ask(index, question, "en", engines={}).passages
    return passages[0].text if passages else ""


def test_a_question_finds_its_file_and_sentence(store: Path, texts: Path) -> None:
    with Index(store) as index:
        passage = ask(index, "Who gives a permit for a hive?", "en", engines={}).passages[0]
    assert (passage.name, passage.segments) == (str(texts / "hives.txt"), (1,))


def test_where_one_folder_is_seen_files_are_named_from_there_on(store: Path, texts: Path) -> None:
    with Index(store, within=texts) as index:
        names = [index.name(file.id) for file in index.files]
    assert names == ["ferry.txt", "hives.txt", str(Path("law") / "lei.txt")]


def test_a_text_in_another_language_is_found_by_meaning(store: Path) -> None:
    assert "24 horas" in answer(store, "How soon must the operator report an accident to the Authority?")


def test_what_nobody_wrote_is_not_answered(store: Path) -> None:
    assert answer(store, "Who won the football match on Sunday?") == ""


def test_nothing_is_read_twice(store: Path, texts: Path) -> None:
    with Index(store) as index:
        done = add_folder(texts, index)
    assert (done.added, done.unchanged) == (0, 3)


def test_a_changed_file_is_read_again(store: Path, texts: Path) -> None:
    (texts / "ferry.txt").write_text(FERRY.replace("nine", "half past eleven"), "utf-8")
    with Index(store) as index:
        done = add_folder(texts, index)
    assert (done.added, "eleven" in answer(store, "When does the ferry leave on weekdays?")) == (1, True)


@pytest.fixture
def updated(store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index whose files another version of the readers reads now."""
    monkeypatch.setattr("summarize.answers.index.read_by", lambda: "next")
    monkeypatch.setattr("summarize.answers.indexing.read_by", lambda: "next")
    return store


def test_files_that_other_readers_read_are_known(updated: Path) -> None:
    with Index(updated) as index:
        assert index.outdated == 3


def test_files_that_other_readers_read_are_read_again_once(updated: Path, texts: Path) -> None:
    with Index(updated) as index:
        first, second = add_folder(texts, index), add_folder(texts, index)
        assert (first.added, second.added, len(index.files), index.outdated) == (3, 0, 3, 0)


def test_a_file_that_is_gone_is_found_no_more(store: Path, texts: Path) -> None:
    (texts / "hives.txt").unlink()
    with Index(store) as index:
        done = add_folder(texts, index)
    assert (done.removed, "hive" in answer(store, "Who gives a permit for a hive?")) == (1, False)


def test_the_same_content_is_kept_once(store: Path, texts: Path) -> None:
    (texts / "copy.txt").write_text(FERRY, "utf-8")
    with Index(store) as index:
        assert add_folder(texts, index).added == 0


def test_other_folders_stay(store: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    with Index(store) as index:
        add_folder(tmp_path / "more", index)
        assert len(index.files) == 3


def test_within_a_folder_only_its_texts_answer(store: Path, texts: Path) -> None:
    with Index(store, within=texts / "law") as index:
        assert [Path(file.path).name for file in index.files] == ["lei.txt"]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    with Index(tmp_path / "store") as index:
        done = add_folder(tmp_path / "texts", index)
    assert (done.added, [Path(path).name for path, _ in done.failed]) == (0, ["broken.pdf"])


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with Index(tmp_path / "store") as index, pytest.raises(InputError, match="There is no folder"):
        add_folder(tmp_path / "nowhere", index)


def test_a_stopped_run_keeps_what_it_did_and_the_next_goes_on(tmp_path: Path, texts: Path) -> None:
    with Index(tmp_path / "store") as index:
        first = add_folder(texts, index, watch=Watch(stop=lambda: True))
        second = add_folder(texts, index)
    assert (first.added, second.added, len(index.files)) == (1, 2, 3)


def test_forgetting_leaves_no_word(store: Path) -> None:
    forget(PART.name, store)
    assert [path.name for path in store.iterdir() if b"weekdays" in path.read_bytes()] == []


def test_a_sentence_that_was_altered_on_the_disk_never_answers(store: Path) -> None:
    file = sqlite3.connect(store / "index.sqlite")
    file.execute("UPDATE unit SET content = replace(content, 'nine', 'five')")
    file.commit()
    file.close()
    assert "five" not in answer(store, "When does the ferry leave on weekdays?")


def test_a_damaged_index_is_set_aside_and_said(store: Path) -> None:
    (store / "index.sqlite").write_bytes(b"no database at all")
    with Index(store) as index:
        assert (index.files, index.notice is not None) == ((), True)
