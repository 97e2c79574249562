import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.model_server import NETWORK, Server, entry, registry, serving
from translate.__main__ import main
from translate.errors import EngineError, LanguageError
from translate.models.command import split_pair

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv("ENTENTE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "no-cache"))
    with serving() as known:
        monkeypatch.setenv("ENTENTE_REGISTRY", known.address)
        yield known


def run(*arguments: str) -> int:
    return main(["models", *arguments])


def test_install_puts_a_model_in_place_and_says_where(tmp_path: Path, capsys: Output) -> None:
    assert run("install", "en-pt") == 0
    assert (
        f"en-pt (tiny, MPL-2.0) is installed in {tmp_path / 'models' / 'firefox' / 'en-pt'}" in capsys.readouterr().err
    )


def test_install_takes_the_registry_that_is_named(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_REGISTRY", "http://127.0.0.1:9/none.json")
    assert run("install", "en-pt", "--registry", server.address) == 0


def test_install_finds_every_pair_before_it_fetches_one(server: Server, capsys: Output) -> None:
    assert run("install", "en-pt", "ka-pt") == 1
    assert [name for name, _ in server.asked] == ["models.json"]
    assert "Georgian into Portuguese" in capsys.readouterr().err


def test_install_of_something_else_than_a_pair_says_what_pairs_look_like(server: Server, capsys: Output) -> None:
    assert run("install", "opus-mt-ru-en") == 1
    assert "hf:ORGANISATION/NAME" in capsys.readouterr().err
    assert server.asked == []


def test_install_of_a_model_of_the_hub_asks_for_its_revision(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    asked: list[tuple[str, str]] = []

    def refusing(repository: str, revision: str) -> None:
        asked.append((repository, revision))
        raise EngineError("The hub is away. Try again later.")

    monkeypatch.setattr("translate.models.hub.install_checkpoint", refusing)
    assert run("install", "hf:Example/opus-mt-ru-en@abc") == 1
    assert run("install", "hf:Example/opus-mt-ru-en") == 1
    assert asked == [("Example/opus-mt-ru-en", "abc"), ("Example/opus-mt-ru-en", "main")]
    assert "The hub is away" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told_of_models_of_the_hub(
    monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    def full(repository: str, revision: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("translate.models.hub.install_checkpoint", full)
    assert run("install", "hf:Example/opus-mt-ru-en") == 1
    assert "No space left on device. Make room" in capsys.readouterr().err


def test_list_names_what_is_installed_and_what_could_be(capsys: Output) -> None:
    assert run("list", "ru", "en") == 0
    said = capsys.readouterr().out
    assert "nothing for these languages" in said
    assert "ru-en  Russian → English  COMET 0.83" in said
    assert "hf:Helsinki-NLP/opus-mt-ru-en" in said


def test_list_names_debians_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Output) -> None:
    monkeypatch.setattr("translate.models.listing.DEBIAN_MODES", tmp_path)
    run("list", "es", "en")
    assert "apertium-eng-spa  en-es, es-en  chrF 0.48" in capsys.readouterr().out


def test_list_shows_pairs_of_apertium_that_are_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "spa-eng.mode").touch()
    monkeypatch.setattr("translate.models.listing.DEBIAN_MODES", tmp_path)
    run("list", "es", "en")
    installed, _, available = capsys.readouterr().out.partition("\n\n")
    assert "es-en  Spanish → English  Apertium" in installed
    assert "apertium-eng-spa" in available


def test_list_shows_an_installed_model_with_its_figures(capsys: Output) -> None:
    run("install", "en-pt")
    run("list", "pt", "en")
    line = capsys.readouterr().out.splitlines()[1]
    assert re.split(r"  +", line.strip()) == [
        "en-pt",
        "English → Portuguese",
        "Firefox tiny",
        "22 MB",
        "MPL-2.0",
        "COMET22 0.885, chrF++ 67.0 on FLORES-200+ (Mozilla's registry)",
    ]


def test_list_online_shows_what_the_registry_offers(server: Server, capsys: Output) -> None:
    server.registry = registry(entry("ru", "en"), entry("fr", "en", releaseStatus="Nightly"))
    assert run("list", "--online") == 0
    said = capsys.readouterr().out
    assert "ru-en  Russian → English  tiny  17 MB  Release  COMET22 0.885" in said
    assert "fr-en" not in said


def test_list_tells_of_a_folder_that_cannot_be_read(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "models" / "firefox" / "ru-en").mkdir(parents=True)
    assert run("list") == 0
    assert "models remove ru-en" in capsys.readouterr().err


def test_verify_says_that_all_is_intact(capsys: Output) -> None:
    assert run("verify") == 0
    assert capsys.readouterr().out.splitlines() == ["firefox/en-pt: intact", "firefox/pt-en: intact"]


def test_verify_fails_where_a_file_was_changed(tmp_path: Path, capsys: Output) -> None:
    run("install", "en-pt")
    (tmp_path / "models" / "firefox" / "en-pt" / NETWORK).write_bytes(b"")
    assert run("verify", "en-pt") == 1
    said = capsys.readouterr().err
    assert f"firefox/en-pt: {NETWORK} has the SHA-256" in said
    assert "Get it again: python -m translate models install en-pt" in said


def test_verify_fails_where_a_folder_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "models" / "firefox" / "ru-en").mkdir(parents=True)
    assert run("verify") == 1


def test_pack_onto_a_file_of_the_model_is_refused(tmp_path: Path, capsys: Output) -> None:
    run("install", "en-pt")
    file = tmp_path / "models" / "firefox" / "en-pt" / NETWORK
    before = file.read_bytes()
    assert run("pack", "en-pt", "--output", str(file)) == 1
    assert "which this command reads" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_pack_keeps_the_archive_that_a_link_leads_to(tmp_path: Path) -> None:
    (tmp_path / "link.zip").symlink_to("real.zip")
    assert run("pack", "en-pt", "--output", str(tmp_path / "link.zip")) == 0
    assert (tmp_path / "real.zip").read_bytes()[:2] == b"PK"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["link.zip", "real.zip"]


def test_pack_into_what_is_no_file_is_refused(capsys: Output) -> None:
    assert run("pack", "en-pt", "--output", "/dev/null") == 1
    assert "/dev/null cannot be written: it is no file" in capsys.readouterr().err


def test_a_model_is_carried_from_one_folder_to_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    archive = str(tmp_path / "carried.zip")
    assert run("pack", "pt-en", "--output", archive) == 0
    monkeypatch.setenv("ENTENTE_MODELS", str(tmp_path / "elsewhere"))
    assert run("unpack", archive) == 0
    assert json.loads((tmp_path / "elsewhere/firefox/pt-en/manifest.json").read_text("utf-8"))["source"] == "pt"


def test_pack_names_the_archive_after_the_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    run("pack", "pt-en")
    assert capsys.readouterr().out.endswith("  pt-en.entente.zip\n")
    assert (tmp_path / "pt-en.entente.zip").exists()


def test_a_model_is_found_by_other_codes_of_its_pair(capsys: Output) -> None:
    assert run("verify", "eng-por") == 0
    assert capsys.readouterr().out == "firefox/en-pt: intact\n"


def test_remove_says_how_much_is_free_again(tmp_path: Path, capsys: Output) -> None:
    run("install", "en-pt")
    assert run("remove", "en-pt") == 0
    assert "en-pt is removed, 22 MB are free again" in capsys.readouterr().err
    assert not (tmp_path / "models" / "firefox" / "en-pt").exists()


def test_convert_of_an_unknown_model_says_what_to_install(capsys: Output) -> None:
    assert run("convert", "opus-mt-ru-en") == 1
    assert "models install hf:ORGANISATION/NAME" in capsys.readouterr().err


def test_stopping_says_that_a_download_goes_on(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    def stopped(address: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("translate.models.command.read_catalogue", stopped)
    assert run("install", "en-pt") == 130
    assert "goes on where it was" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["frobnicate"], ["install"], ["pack"]], ids=["unknown", "no pair", "no model"])
def test_wrong_use_is_exit_code_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    assert stopped.value.code == 2


def test_help_teaches_by_examples(capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        run()
    assert stopped.value.code == 0
    assert "models install ru-en" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("ru-en", ("ru", "en")),
        ("zh-en", ("zh-Hans", "en")),
        ("en-zh-Hant", ("en", "zh-Hant")),
        ("zh_hant-en", ("zh-Hant", "en")),
        ("pt-BR-en", ("pt", "en")),
        ("en-pt-BR", ("en", "pt")),
        ("rus-eng", ("ru", "en")),
    ],
)
def test_split_pair_takes_codes_as_people_write_them(name: str, pair: tuple[str, str]) -> None:
    assert split_pair(name) == pair


@pytest.mark.parametrize("name", ["en", "", "-", "en-", "en-xx", "ru-en-pt"])
def test_split_pair_refuses_what_is_no_pair(name: str) -> None:
    with pytest.raises(LanguageError):
        split_pair(name)
