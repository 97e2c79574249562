"""Files kept to save time: whole, checked, or not used."""

import errno
import logging
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.store.kept import keep, read_kept, remove_unfinished
from translate.store.places import NOWHERE, cache_folder, data_folder

CONTENT = b"".join(number.to_bytes(2, "big") for number in range(5120))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    keep(tmp_path / "a.graph", CONTENT)
    return tmp_path / "a.graph"


def test_read_kept_gives_what_was_kept(path: Path) -> None:
    assert read_kept(path) == CONTENT


def test_read_kept_gives_nothing_where_there_is_no_file(tmp_path: Path) -> None:
    assert read_kept(tmp_path / "a.graph") is None


def test_read_kept_gives_nothing_of_a_folder(tmp_path: Path) -> None:
    assert read_kept(tmp_path) is None


@given(at=st.integers(0, len(CONTENT) + 19), bit=st.integers(0, 7))
def test_read_kept_refuses_every_flipped_bit(tmp_path_factory: pytest.TempPathFactory, at: int, bit: int) -> None:
    path = tmp_path_factory.mktemp("kept") / "a.graph"
    keep(path, CONTENT)
    damaged = bytearray(path.read_bytes())
    damaged[at] ^= 1 << bit
    path.write_bytes(damaged)
    assert read_kept(path) is None


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(lambda whole: b"", id="empty"),
        pytest.param(lambda whole: whole[:10], id="cut in the head"),
        pytest.param(lambda whole: whole[:-1], id="cut at the end"),
        pytest.param(lambda whole: whole + b"\0", id="longer"),
        pytest.param(lambda whole: bytes(len(whole)), id="zeros"),
        pytest.param(lambda whole: whole[20:], id="no head"),
        pytest.param(lambda whole: whole[:20] + whole[5140:10260] + whole[20:5140] + whole[10260:], id="swapped"),
    ],
)
def test_read_kept_refuses_what_is_not_as_it_was_written(path: Path, damaged: Any) -> None:
    whole = path.read_bytes()
    assert damaged(whole) != whole
    path.write_bytes(damaged(whole))
    assert read_kept(path) is None


def test_read_kept_refuses_a_file_in_the_place_of_another(path: Path) -> None:
    os.replace(path, path.with_name("b.graph"))
    assert read_kept(path.with_name("b.graph")) is None


def test_read_kept_says_in_the_log_how_long_a_damaged_file_is(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    os.truncate(path, 7)
    read_kept(path)
    assert caplog.messages == ["a kept file of 7 bytes is damaged and is made again"]


def test_keep_says_in_the_log_that_it_cannot(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_bytes(b"")
    caplog.set_level(logging.INFO)
    keep(tmp_path / "file" / "a.graph", b"content")
    assert caplog.messages == ["a file of 7 bytes is not kept: File exists"]


def test_keep_leaves_nothing_on_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    keep(path, b"another")
    assert (read_kept(path), os.listdir(path.parent)) == (CONTENT, [path.name])


def test_readers_never_see_a_half_file(path: Path) -> None:
    with ThreadPoolExecutor(4) as workers:
        writing = [workers.submit(keep, path, CONTENT) for _ in range(40)]
        seen = {read_kept(path) for _ in range(200)}
        [work.result() for work in writing]
    assert seen == {CONTENT}


@pytest.mark.parametrize("name", [".0123456789abcdef.part", "tmpa_cdefg1.part"])
def test_remove_unfinished_removes_what_is_old(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"half")
    os.utime(tmp_path / name, (0, 0))
    remove_unfinished(tmp_path)
    assert not os.listdir(tmp_path)


def test_remove_unfinished_leaves_what_is_being_written(tmp_path: Path) -> None:
    (tmp_path / ".0123456789abcdef.part").write_bytes(b"half")
    os.utime(tmp_path / ".0123456789abcdef.part", (time.time() + 9e6,) * 2)
    remove_unfinished(tmp_path)
    assert os.listdir(tmp_path)


@pytest.mark.parametrize("name", ["film.part", "a.graph", ".0123456789abcdef.part.zip"])
def test_remove_unfinished_leaves_the_files_of_others(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    os.utime(tmp_path / name, (0, 0))
    remove_unfinished(tmp_path)
    assert os.listdir(tmp_path) == [name]


def test_remove_unfinished_needs_no_folder(tmp_path: Path) -> None:
    remove_unfinished(tmp_path / "none")
    assert not os.listdir(tmp_path)


def _homeless(*arguments: Any, **settings: Any) -> Path:
    raise RuntimeError("could not determine the home directory")


@pytest.mark.parametrize("found", [_homeless, lambda *arguments, **settings: Path("~/.cache")], ids=["new", "old"])
def test_a_user_without_a_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch, found: Any) -> None:
    monkeypatch.delenv("ENTENTE_CACHE", raising=False)
    monkeypatch.setattr("platformdirs.user_cache_path", found)
    monkeypatch.setattr("platformdirs.user_data_path", found)
    keep(cache_folder() / "a.graph", CONTENT)
    assert (cache_folder(), data_folder(), read_kept(cache_folder() / "a.graph")) == (NOWHERE, NOWHERE, None)
