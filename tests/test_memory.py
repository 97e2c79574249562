"""The reader's translation memory."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_remove_forgets_one_translation(memory: Memory) -> None:
    assert memory.remove("The Council shall decide  by majority.", "en", "pt")
    assert (memory.find("The Council shall decide by majority.", "en", "pt"), len(memory)) == (None, 0)


def test_remove_says_when_there_was_none(memory: Memory) -> None:
    assert (memory.remove("Something else.", "en", "pt"), len(memory)) == (False, 1)


def test_remove_leaves_a_file_that_opens(memory: Memory, tmp_path: Path) -> None:
    memory.remove("The Council shall decide by majority.", "en", "pt")
    memory.close()
    assert len(Memory(tmp_path / "memory.sqlite")) == 0


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


def old_layout(path: Path) -> Path:
    """A file of the first version, which had no checksums."""
    with closing(sqlite3.connect(path)) as database, database:
        columns = "source_language TEXT NOT NULL, target_language TEXT NOT NULL, source TEXT NOT NULL, "
        columns += (
            "target TEXT NOT NULL, length INTEGER NOT NULL, PRIMARY KEY (source_language, target_language, source)"
        )
        database.execute(f"CREATE TABLE unit ({columns}) WITHOUT ROWID")
        database.execute("INSERT INTO unit VALUES ('en', 'pt', 'a fee', 'uma taxa', 5)")
    return path


def test_a_file_of_the_first_version_is_taken_over(tmp_path: Path) -> None:
    path = old_layout(tmp_path / "old.sqlite")
    with Memory(path) as taken:
        taken.add([("a permit", "uma licença")], "en", "pt")
    with Memory(path) as again:
        assert again.write_tmx("en", "pt").count("<tu>") == 2


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE unit SET target = 'por unanimidade'", id="a target"),
        pytest.param("UPDATE unit SET source = source || ' '", id="a source"),
        pytest.param("UPDATE unit SET target_language = 'es'", id="a language"),
        pytest.param("UPDATE unit SET length = 5", id="a length"),
        pytest.param("UPDATE unit SET target = x'00'", id="a type"),
        pytest.param("DELETE FROM unit", id="a row less"),
        pytest.param("DELETE FROM total", id="no total"),
        pytest.param("ALTER TABLE unit RENAME TO unjt", id="a table's name"),
    ],
)
def test_a_changed_memory_is_refused(tmp_path: Path, memory: Memory, change: str) -> None:
    memory.close()
    with closing(sqlite3.connect(tmp_path / "memory.sqlite")) as database, database:
        database.execute(change)
    with pytest.raises(InputError, match=r"memory\.sqlite"):
        Memory(tmp_path / "memory.sqlite")


@pytest.mark.parametrize("size_bytes", [0, 1, 100, 4096])
def test_a_memory_cut_short_is_refused(tmp_path: Path, memory: Memory, size_bytes: int) -> None:
    memory.close()
    os.truncate(tmp_path / "memory.sqlite", size_bytes)
    with pytest.raises(InputError, match="is damaged, or no memory"):
        Memory(tmp_path / "memory.sqlite")


def test_a_memory_whose_description_is_damaged_is_refused(tmp_path: Path, memory: Memory) -> None:
    memory.close()
    content = (tmp_path / "memory.sqlite").read_bytes()
    assert b"WITHOUT ROWID" in content
    (tmp_path / "memory.sqlite").write_bytes(content.replace(b"WITHOUT ROWID", b"WITHOUT RO\xd7ID"))
    with pytest.raises(InputError, match="is damaged, or no memory"):
        Memory(tmp_path / "memory.sqlite")


def test_a_row_that_changes_while_the_memory_is_open_is_not_used(tmp_path: Path, memory: Memory) -> None:
    with closing(sqlite3.connect(tmp_path / "memory.sqlite")) as database, database:
        database.execute("UPDATE unit SET target = 'por unanimidade'")
    with pytest.raises(InputError, match="has changed"):
        memory.hypothesis("The Council shall decide by majority.", "en", "pt")


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as database, database:
        database.execute("CREATE TABLE bookmark (address TEXT)")
    before = (tmp_path / "other.sqlite").read_bytes()
    with pytest.raises(InputError, match=r"other\.sqlite"):
        Memory(tmp_path / "other.sqlite")
    assert (tmp_path / "other.sqlite").read_bytes() == before


def test_two_that_add_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    def add(writer: int) -> None:
        with Memory(tmp_path / "shared.sqlite") as own:
            for number in range(5):
                own.add([(f"sentence {writer} {number}", "frase")], "en", "pt")

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(add, range(4)))
    with Memory(tmp_path / "shared.sqlite") as shared:
        assert len(shared) == 4 * 5


UNITS = [(f"sentence {number} of the act", f"frase {number} do ato") for number in range(60)]


@pytest.fixture(scope="module")
def intact(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A memory's file of several pages."""
    path = tmp_path_factory.mktemp("memory") / "memory.sqlite"
    with Memory(path) as made:
        made.add(UNITS, "en", "pt")
    return path.read_bytes()


def answers(path: Path) -> list[str] | None:
    """What a memory has for each unit's source; None where it refuses to be used."""
    try:
        with Memory(path) as opened:
            found = [opened.hypothesis(source, "en", "pt") for source, _ in UNITS]
            return [hypothesis.text if hypothesis else "" for hypothesis in found]
    except InputError:
        return None


@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), size=st.sampled_from([1, 64, 4096]))
def test_a_damaged_memory_gives_the_same_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, intact: bytes, place: float, bit: int, size: int
) -> None:
    damaged = bytearray(intact)
    start = int(place * len(damaged))
    for at in range(start, min(start + size, len(damaged))):
        damaged[at] ^= 1 << bit
    path = tmp_path_factory.mktemp("damaged") / "memory.sqlite"
    path.write_bytes(damaged)
    assert answers(path) in (None, [target for _, target in UNITS])


def test_find_never_takes_another_text_for_the_same(memory: Memory) -> None:
    memory.add([("word " * 200 + "a", "palavra")], "en", "pt")
    match = memory.find("word " * 200 + "b", "en", "pt")
    assert match is not None
    assert match.score == 0.99


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("abcde", True, id="half as long"),  # 2 · 5 / 15 = 0.67
        pytest.param("abcd", False, id="shorter"),  # 2 · 4 / 14 = 0.57
        pytest.param("abcdefghij" + "k" * 13, True, id="more than twice as long"),  # 2 · 10 / 33 = 0.61
        pytest.param("abcdefghij" + "k" * 14, False, id="longer"),  # 2 · 10 / 34 = 0.59
    ],
)
def test_find_takes_what_is_near_enough_whatever_its_length(memory: Memory, source: str, found: bool) -> None:
    memory.add([(source, "x")], "en", "pt")
    assert (memory.find("abcdefghij", "en", "pt", least=0.6) is not None) is found


@pytest.mark.parametrize(("source", "found"), [("abcdef", True), ("abcde", False)], ids=["0.75", "0.67"])
def test_find_wants_three_quarters(memory: Memory, source: str, found: bool) -> None:
    memory.add([(source, "x")], "en", "pt")
    assert (memory.find("abcdefghij", "en", "pt") is not None) is found
