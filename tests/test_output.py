import io
import os
import sys
from pathlib import Path

import pytest

from translate.command.output import require_writable, write_output
from translate.errors import InputError


@pytest.fixture
def law(tmp_path: Path) -> Path:
    """What a command reads."""
    (tmp_path / "law.txt").write_text("Article 1", "utf-8")
    return tmp_path / "law.txt"


def link(folder: Path, source: Path) -> Path:
    (folder / "link.txt").symlink_to(source.name)
    return folder / "link.txt"


def link_of_link(folder: Path, source: Path) -> Path:
    (folder / "second.txt").symlink_to(link(folder, source))
    return folder / "second.txt"


def hard_link(folder: Path, source: Path) -> Path:
    (folder / "hard.txt").hardlink_to(source)
    return folder / "hard.txt"


def linked_folder(folder: Path, source: Path) -> Path:
    (folder / "there").symlink_to(folder)
    return folder / "there" / source.name


def roundabout(folder: Path, source: Path) -> Path:
    (folder / "in").mkdir()
    return folder / "in" / ".." / source.name


def itself(folder: Path, source: Path) -> Path:
    return source


@pytest.mark.parametrize("name", [itself, link, link_of_link, hard_link, linked_folder, roundabout])
def test_an_output_onto_what_is_read_is_refused(name, law: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputError, match=r"is .*law.txt, which this command reads. Give another --output."):
        require_writable(str(name(law.parent, law)), (None, str(law)))


def test_an_output_onto_a_memory_that_is_yet_to_be_made_is_refused(tmp_path: Path) -> None:
    memory = tmp_path / "memory.sqlite"
    with pytest.raises(InputError, match="which this command reads"):
        require_writable(str(tmp_path / "." / "memory.sqlite"), (str(memory),))


def test_an_output_onto_standard_input_is_refused(law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with law.open() as source:
        monkeypatch.setattr(sys, "stdin", source)
        with pytest.raises(InputError, match=r"law.txt is standard input, which"):
            require_writable(str(law), ("-",))


@pytest.mark.parametrize("output", [None, "-"])
def test_standard_output_onto_what_is_read_is_refused(
    law: Path, output: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with law.open("a") as standard:
        monkeypatch.setattr(sys, "stdout", standard)
        with pytest.raises(InputError, match=r"Standard output is .*law.txt, which"):
            require_writable(output, (str(law),))


def test_an_output_beside_what_is_read_is_taken_and_leaves_no_trace(law: Path) -> None:
    require_writable(str(law.with_name("law.pt.txt")), (str(law), "-", None))
    assert [path.name for path in law.parent.iterdir()] == ["law.txt"]


def test_a_device_that_is_read_and_written_is_no_file_to_lose() -> None:
    require_writable("/dev/null", ("/dev/null",))


def test_a_file_that_may_not_be_written_is_told(law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != law)
    with pytest.raises(InputError, match="that is not allowed"):
        require_writable(str(law))


def test_a_full_disk_is_found_before_the_work_starts(law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="cannot be written: No space left on device"):
        require_writable(str(law))


def test_a_disk_that_fills_leaves_the_old_file_and_hands_on_the_new_text(
    law: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="No space left on device; the text went to standard output instead"):
        write_output("Artigo 1", str(law))
    assert capsys.readouterr().out == "Artigo 1\n"
    assert [(path.name, path.read_text("utf-8")) for path in law.parent.iterdir()] == [("law.txt", "Article 1")]


def test_a_text_with_nowhere_to_go_says_only_why(law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(InputError, match=r"below cannot be written: [\w ]+\. It must name"):
        write_output("Artigo 1", str(law / "below"))


def test_standard_output_by_another_name_is_standard_output(law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with law.open("w", encoding="utf-8") as standard:
        monkeypatch.setattr(sys, "stdout", standard)
        standard.write("before ")
        write_output("after", str(law))
    assert law.read_text("utf-8") == "before after\n"


def test_signs_that_an_encoding_lacks_stand_as_numbers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "cp1252", newline="\n"))
    write_output("Água → água")
    assert written.getvalue().decode("cp1252") == "Água \\u2192 água\n"
    assert "writes cp1252" in capsys.readouterr().err


def test_a_name_that_no_encoding_has_is_written_in_a_file(law: Path) -> None:
    write_output("law\udce9.txt", str(law))
    assert law.read_bytes() == b"law\\udce9.txt"
