"""The reader's translation memory."""

from pathlib import Path

import pytest

from translate.errors import FormatError, InputError
from translate.resources.memory import Memory


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    kept = Memory(tmp_path / "memory.sqlite")
    kept.add([("The Council shall decide by majority.", "O Conselho decide por maioria.")], "en", "pt")
    return kept


def test_find_gives_the_same_text_with_score_one(memory: Memory) -> None:
    match = memory.find("The Council shall  decide\nby majority.", "en", "pt")
    assert match is not None
    assert (match.target, match.score) == ("O Conselho decide por maioria.", 1.0)


def test_find_gives_a_similar_text_with_its_score(memory: Memory) -> None:
    match = memory.find("The Council shall decide by consensus.", "en", "pt")
    assert match is not None
    # 37 and 38 characters, 30 of them in common: the 28 before "majority", an o and the full stop.
    assert match.score == pytest.approx(2 * 30 / (37 + 38))


def test_find_gives_nothing_for_another_text(memory: Memory) -> None:
    assert memory.find("Fish and chips are sold here.", "en", "pt") is None


def test_find_keeps_language_pairs_apart(memory: Memory) -> None:
    assert memory.find("The Council shall decide by majority.", "en", "es") is None


def test_add_replaces_an_older_translation(memory: Memory) -> None:
    memory.add([("The Council shall decide by majority.", "O Conselho delibera por maioria.")], "en", "pt")
    match = memory.find("The Council shall decide by majority.", "en", "pt")
    assert match is not None
    assert (match.target, len(memory)) == ("O Conselho delibera por maioria.", 1)


def test_add_leaves_out_empty_sides(memory: Memory) -> None:
    assert memory.add([("A", ""), ("", "B")], "en", "pt") == 0


def test_hypothesis_says_that_it_comes_from_the_memory(memory: Memory) -> None:
    found = memory.hypothesis("The Council shall decide by majority.", "en", "pt")
    assert found is not None
    assert found.origin == "memory"


def test_hypothesis_takes_no_similar_text(memory: Memory) -> None:
    assert memory.hypothesis("The Council shall decide by consensus.", "en", "pt") is None


def test_memory_is_there_when_opened_again(tmp_path: Path) -> None:
    with Memory(tmp_path / "kept.sqlite") as first:
        first.add([("a b", "c d")], "en", "pt")
    with Memory(tmp_path / "kept.sqlite") as second:
        assert len(second) == 1


def test_memory_refuses_a_file_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir or Madam, " * 200, encoding="utf-8")
    with pytest.raises(InputError, match=r"letter\.txt"):
        Memory(tmp_path / "letter.txt")


def test_tmx_goes_out_and_comes_back(memory: Memory, tmp_path: Path) -> None:
    exported = memory.write_tmx("en", "pt").encode()
    with Memory(tmp_path / "other.sqlite") as other:
        assert other.read_tmx(exported, "en", "pt") == 1
        assert other.write_tmx("en", "pt").encode() == exported


def test_read_tmx_names_the_languages_that_are_there(memory: Memory) -> None:
    with pytest.raises(FormatError, match="en, pt"):
        memory.read_tmx(memory.write_tmx("en", "pt").encode(), "de", "fr")
