import os
import stat
from pathlib import Path
from threading import Thread

import pytest

from translate.store.files import is_replaceable, is_stream, replacing


def write(path: Path, content: bytes = b"new") -> None:
    with replacing(path) as file:
        file.write(content)


def test_replacing_makes_a_file_with_the_usual_rights(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write(tmp_path / "a.html")
    assert (tmp_path / "a.html").read_bytes() == b"new"
    assert (tmp_path / "a.html").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_replacing_keeps_the_old_file_and_nothing_else_where_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"old")
    with pytest.raises(ValueError, match="closed"), replacing(tmp_path / "a.html") as file:
        file.close()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.html", b"old")]


def test_replacing_keeps_the_old_file_where_a_signal_ends_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), replacing(tmp_path / "a.html"):
        raise KeyboardInterrupt
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.html", b"old")]


def test_replacing_leaves_the_old_file_as_it_is_until_the_new_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"old")
    with replacing(tmp_path / "a.html") as file:
        file.write(b"new")
        file.flush()
        assert (tmp_path / "a.html").read_bytes() == b"old"
    assert (tmp_path / "a.html").read_bytes() == b"new"


def test_replacing_keeps_the_permissions(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    (tmp_path / "a.html").chmod(0o640)
    write(tmp_path / "a.html")
    assert stat.S_IMODE((tmp_path / "a.html").stat().st_mode) == 0o640


def test_what_is_secret_is_so_while_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    (tmp_path / "a.html").chmod(0o600)
    with replacing(tmp_path / "a.html"):
        assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_replacing_follows_links(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.html").write_bytes(b"old")
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to(tmp_path / "there" / "a.html")
    write(tmp_path / "one")
    assert (tmp_path / "one").is_symlink()
    assert (tmp_path / "there" / "a.html").read_bytes() == b"new"


def test_replacing_makes_what_a_link_leads_to(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a.html")
    write(tmp_path / "link")
    assert (tmp_path / "a.html").read_bytes() == b"new"


def test_a_pipe_is_written_as_it_stands(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write(tmp_path / "pipe")
    reader.join(20)
    assert read == [b"new"]
    assert (tmp_path / "pipe").is_fifo()


def test_a_name_as_long_as_can_be_is_written(tmp_path: Path) -> None:
    write(tmp_path / ("a" * 255))
    assert [path.name for path in tmp_path.iterdir()] == ["a" * 255]


def test_what_a_process_has_open_is_a_stream(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    assert is_stream(Path("/dev/stdout"))
    assert is_stream(tmp_path / "link")
    assert not is_stream(tmp_path / "a.html")


def test_links_in_a_circle_are_no_stream(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    assert not is_stream(tmp_path / "one")


def test_a_file_in_a_folder_that_may_not_be_written_is_written_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_bytes(b"old")
    node = (tmp_path / "a.html").stat().st_ino
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != tmp_path)
    assert not is_replaceable(tmp_path / "a.html")
    write(tmp_path / "a.html")
    assert ((tmp_path / "a.html").stat().st_ino, (tmp_path / "a.html").read_bytes()) == (node, b"new")
