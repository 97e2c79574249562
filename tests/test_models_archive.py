import hashlib
import json
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.model_server import NETWORK, packaged_files
from translate.engines.checkpoints.checkpoint import find_checkpoints
from translate.engines.firefox.installed import find_model
from translate.engines.firefox.model import Model
from translate.errors import EngineError, FormatError
from translate.models.archive import pack, unpack
from translate.models.inventory import find_installed, verify

FOLDER = "seq2seq/opus-mt-ru-en"
FILES = {
    "config.json": b'{"model_type": "marian"}',
    "source.spm": b"pieces",
    "entente.json": b'{"licence": "Apache-2.0", "origin": "hf:Example/opus-mt-ru-en"}',
}


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "models"
    monkeypatch.setenv("ENTENTE_MODELS", str(folder))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "no-cache"))
    return folder


def trusting(model: Model) -> None:
    """Takes every model for one that loads."""


def checkpoint(models: Path, files: Mapping[str, bytes] = FILES) -> None:
    """Put a model of Hugging Face where it is found."""
    (models / FOLDER).mkdir(parents=True)
    for name, content in files.items():
        (models / FOLDER / name).write_bytes(content)


def archive(
    path: Path,
    files: Mapping[str, bytes],
    listed: Mapping[str, bytes] | None = None,
    changes: Mapping[str, object] | None = None,
) -> Path:
    """An archive with these entries, whose list names `listed` of the checkpoint's folder."""
    hashes = {
        name: hashlib.sha256(content).hexdigest() for name, content in (FILES if listed is None else listed).items()
    }
    listing = {"format": 1, "engine": "seq2seq", "name": "opus-mt-ru-en", "files": hashes} | (changes or {})
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("archive.json", json.dumps(listing))
        made.writestr("LICENCE.txt", "")
        for name, content in files.items():
            made.writestr(name, content)
    return path


def inside(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def test_the_packaged_model_goes_through_an_archive(tmp_path: Path, models: Path) -> None:
    pack(find_installed("en-pt"), tmp_path / "en-pt.zip")
    installed = unpack(tmp_path / "en-pt.zip")
    model = find_model("en", "pt")
    assert model is not None
    assert (installed.folder, model.folder, model.packaged) == (models / "firefox" / "en-pt",) * 2 + (False,)
    assert model.checked_content(model.network) == packaged_files()[NETWORK]
    assert verify(installed) == ()


def test_a_checkpoint_goes_through_an_archive(tmp_path: Path, models: Path) -> None:
    checkpoint(models)
    pack(find_installed("opus-mt-ru-en"), tmp_path / "it.zip")
    (models / FOLDER).rename(tmp_path / "elsewhere")
    unpack(tmp_path / "it.zip")
    assert {path.name: path.read_bytes() for path in (models / FOLDER).iterdir()} == FILES
    assert [one.name for one in find_checkpoints("seq2seq")] == ["opus-mt-ru-en"]


def test_an_archive_names_licence_origin_and_hashes(tmp_path: Path) -> None:
    pack(find_installed("en-pt"), tmp_path / "en-pt.zip")
    with zipfile.ZipFile(tmp_path / "en-pt.zip") as made:
        listing = json.loads(made.read("archive.json"))
        licence = made.read("LICENCE.txt").decode()
    assert listing["files"][NETWORK] == hashlib.sha256(packaged_files()[NETWORK]).hexdigest()
    assert "Licence: CC-BY-SA-4.0\n" in licence
    assert "https://spdx.org/licenses/CC-BY-SA-4.0.html" in licence
    assert "Bergamot project" in licence


def test_pack_returns_the_hash_of_the_archive(tmp_path: Path, models: Path) -> None:
    checkpoint(models)
    found = pack(find_installed("opus-mt-ru-en"), tmp_path / "it.zip")
    assert found == hashlib.sha256((tmp_path / "it.zip").read_bytes()).hexdigest()


def test_the_same_model_gives_the_same_archive(tmp_path: Path, models: Path) -> None:
    checkpoint(models)
    first = pack(find_installed("opus-mt-ru-en"), tmp_path / "it.zip")
    (models / FOLDER / "source.spm").touch()
    assert pack(find_installed("opus-mt-ru-en"), tmp_path / "again.zip") == first


def test_a_damaged_model_is_not_packed(tmp_path: Path, models: Path) -> None:
    notes = {"files": {"config.json": "0" * 64}}
    checkpoint(models, FILES | {"entente.json": json.dumps(notes).encode()})
    with pytest.raises(EngineError, match=r"is damaged: config\.json has the SHA-256 .* Install it again"):
        pack(find_installed("opus-mt-ru-en"), tmp_path / "it.zip")
    assert not (tmp_path / "it.zip").exists()


def test_an_archive_that_cannot_be_written_says_what_to_do(tmp_path: Path, models: Path) -> None:
    checkpoint(models)
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="Choose another place with --output"):
        pack(find_installed("opus-mt-ru-en"), tmp_path / "file" / "it.zip")


def test_unpack_replaces_a_model_of_the_same_name(tmp_path: Path, models: Path) -> None:
    checkpoint(models)
    newer = FILES | {"source.spm": b"newer"}
    unpack(archive(tmp_path / "it.zip", inside(newer), newer))
    assert (models / FOLDER / "source.spm").read_bytes() == b"newer"
    assert {path.name for path in (models / "seq2seq").iterdir()} == {".downloads", "opus-mt-ru-en"}


LINK = zipfile.ZipInfo(f"{FOLDER}/source.spm")
LINK.external_attr = (stat.S_IFLNK | 0o777) << 16


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param(inside(FILES) | {"../../evil": b""}, "holds '../../evil'", id="a path outside"),
        pytest.param(inside(FILES) | {"/etc/evil": b""}, "holds '/etc/evil'", id="an absolute path"),
        pytest.param(
            inside(FILES) | {f"{FOLDER}/run.py": b""}, "its list does not name", id="a file that is not listed"
        ),
        pytest.param(inside(FILES | {"source.spm": b"other"}), "source.spm has another SHA-256", id="a wrong hash"),
        pytest.param({}, "lacks files that it lists", id="missing files"),
    ],
)
def test_an_archive_that_holds_something_else_is_refused(
    tmp_path: Path, models: Path, files: dict[str, bytes], said: str
) -> None:
    path = archive(tmp_path / "it.zip", files)
    with pytest.raises(FormatError, match=f"{said}.* Nothing was installed. Get it again"):
        unpack(path)
    assert find_checkpoints("seq2seq") == ()


def test_a_link_is_refused(tmp_path: Path) -> None:
    others = {name: content for name, content in FILES.items() if name != "source.spm"}
    path = archive(tmp_path / "it.zip", inside(others))
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(LINK, "/etc/passwd")
    with pytest.raises(FormatError, match=r"source\.spm is a link"):
        unpack(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "it.zip", inside(FILES))
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(f"{FOLDER}/source.spm", b"another")
    with pytest.raises(FormatError, match="has one twice"):
        unpack(path)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"format": 2}, "its format is 2", id="a later format"),
        pytest.param({"name": "../up"}, "outside the model's folder", id="a name that leaves"),
        pytest.param({"name": ".hidden"}, "outside the model's folder", id="a hidden name"),
        pytest.param({"engine": "pseudo"}, "unknown engine", id="an engine without models"),
        pytest.param({"files": {"../x": "0"}}, "outside the model's folder", id="a file that leaves"),
        pytest.param({"files": 5}, "not made by `models pack`", id="no list"),
    ],
)
def test_a_list_of_another_shape_is_refused(tmp_path: Path, changes: dict[str, object], said: str) -> None:
    path = archive(tmp_path / "it.zip", inside(FILES), changes=changes)
    with pytest.raises(FormatError, match=said):
        unpack(path)


def test_another_zip_file_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "it.zip", "w") as made:
        made.writestr("letter.txt", "")
    with pytest.raises(FormatError, match="not made by `models pack`"):
        unpack(tmp_path / "it.zip")


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "it.zip", inside(FILES))
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(FormatError, match="damaged or no archive"):
        unpack(path)


def test_a_damaged_entry_is_refused(tmp_path: Path, models: Path) -> None:
    path = archive(tmp_path / "it.zip", inside(FILES))
    path.write_bytes(path.read_bytes().replace(b"pieces", b"pIeces"))
    with pytest.raises(FormatError, match="damaged"):
        unpack(path)
    assert find_checkpoints("seq2seq") == ()


def test_a_model_that_no_engine_can_run_is_refused(tmp_path: Path) -> None:
    files = {"config.json": b'{"model_type": "bert"}'}
    with pytest.raises(FormatError, match="no model that the engine seq2seq can run"):
        unpack(archive(tmp_path / "it.zip", inside(files), files))


def test_a_missing_archive_says_what_to_check(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"none\.zip cannot be read.*No such file"):
        unpack(tmp_path / "none.zip")


def test_a_full_disk_is_found_before_anything_is_written(tmp_path: Path) -> None:
    pack(find_installed("en-pt"), tmp_path / "en-pt.zip")
    with pytest.raises(EngineError, match=r"takes 22 MB, and 10 MB can be used"):
        unpack(tmp_path / "en-pt.zip", free=lambda folder: 210_000_000, check=trusting)


def test_a_firefox_model_that_cannot_be_run_is_not_installed(tmp_path: Path, models: Path) -> None:
    pack(find_installed("en-pt"), tmp_path / "en-pt.zip")

    def refusing(model: Model) -> None:
        raise EngineError("It cannot be run. Use another.")

    with pytest.raises(EngineError, match="cannot be run"):
        unpack(tmp_path / "en-pt.zip", check=refusing)
    assert [path.name for path in (models / "firefox").iterdir()] == [".downloads"]


def test_pack_leaves_nothing_where_it_is_stopped(tmp_path: Path, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*arguments: object) -> None:
        raise KeyboardInterrupt

    checkpoint(models)
    monkeypatch.setattr("translate.models.archive._add", stopped)
    with pytest.raises(KeyboardInterrupt):
        pack(find_installed("opus-mt-ru-en"), tmp_path / "packed" / "model.zip")
    assert not list((tmp_path / "packed").iterdir())
