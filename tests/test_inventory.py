import json
from pathlib import Path

import pytest

from translate.engines import inventory
from translate.engines.inventory import Entry, debian_offers, installed_entries


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A models folder, a folder of Apertium's modes with one pair, no cache."""
    monkeypatch.setenv("ENTENTE_MODELS", str(tmp_path))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "no-cache"))
    (tmp_path / "modes").mkdir()
    (tmp_path / "modes" / "spa-eng.mode").write_text("lt-proc a.bin")
    monkeypatch.setattr(inventory, "DEBIAN_MODES", tmp_path / "modes")
    return tmp_path


def write(folder: Path, settings: dict[str, str], card: str = "") -> None:
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps(settings))
    (folder / "README.md").write_text(card)


def test_installed_entries_describe_a_checkpoint(models: Path) -> None:
    write(models / "seq2seq" / "opus-mt-ru-en", {"model_type": "marian"}, "---\nlicense: apache-2.0\n---\n")
    (models / "seq2seq" / "opus-mt-ru-en" / "model.safetensors").write_bytes(bytes(1000))
    found = installed_entries()[0]
    assert (found.engine, found.languages, found.licence) == ("seq2seq", "ru → en", "apache-2.0")
    assert (found.quality, found.by_name_only, found.size_bytes > 1000) == ("COMET 0.82", False, True)


def test_installed_entries_say_what_is_used_by_name_only(models: Path) -> None:
    write(models / "seq2seq" / "nllb-200-3.3B", {"model_type": "m2m_100", "codes": "por_Latn"} | {"a": "eng_Latn"})
    (models / "seq2seq" / "nllb-200-3.3B" / "tokenizer.json").write_text('["por_Latn", "eng_Latn"]')
    assert (installed_entries()[0].by_name_only, installed_entries()[0].languages) == (True, "en pt → en pt")


def test_installed_entries_have_apertium_s_pairs_marked_as_gist(models: Path) -> None:
    assert installed_entries() == (Entry("apertium", "es-en", "es → en", 0, "GPL", "gist, chrF 49.9"),)


def test_debian_offers_leave_out_what_is_installed(models: Path) -> None:
    offers = dict(debian_offers())
    assert (offers["apertium-eng-spa"], offers["apertium-es-ro"]) == ("en-es", "ro-es")


def test_debian_offers_are_all_of_them_without_apertium(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory, "DEBIAN_MODES", models / "none")
    assert dict(debian_offers())["apertium-eng-spa"] == "en-es, es-en"
