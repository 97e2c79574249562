import gzip
import hashlib
import json
import math
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.model_server import NETWORK, SHORTLIST, VOCABULARY, Server, entry, packaged_files, registry, serving
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.firefox.installed import damage, damaged_models, find_model, installed_models
from translate.engines.firefox.manifest import read_manifest
from translate.engines.firefox.model import Model
from translate.errors import EngineError
from translate.models.catalogue import best_offer, read_catalogue
from translate.models.installation import _packed, install


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv("ENTENTE_MODELS", str(tmp_path / "models"))
    with serving() as known:
        yield known


def trusting(model: Model) -> None:
    """Takes every model for one that loads."""


def installed(server: Server, pair: tuple[str, str] = ("en", "pt"), **changes: Any) -> Model:
    return install(best_offer(read_catalogue(server.address), *pair), **({"check": trusting} | changes))


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def left(folder: Path) -> list[str]:
    """Files below a folder, without locks and downloads that can be gone on with."""
    found = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if ".downloads" not in name)


def parts(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.part"))


def test_an_installed_model_translates(server: Server) -> None:
    model = install(best_offer(read_catalogue(server.address), "en", "pt"))
    assert find_model("en", "pt") == model
    assert "concordamos" in FirefoxEngine().translate(["We agree."], "en", "pt")[0].text.lower()


def test_an_installed_model_has_the_files_of_the_server(server: Server) -> None:
    model = installed(server)
    assert {file.name: model.checked_content(file) for file in model.files} == packaged_files()


def test_the_manifest_tells_what_was_got_and_whence(server: Server) -> None:
    manifest = json.loads((installed(server).folder / "manifest.json").read_text("utf-8"))
    assert manifest["files"]["network"] == {"name": NETWORK, "sha256": sha256(packaged_files()[NETWORK])}
    assert (manifest["licence"], manifest["status"]) == ("MPL-2.0", "Release")
    assert f"models/en-pt/{NETWORK}.gz; registry of 2025-12-01" in manifest["origin"]
    assert "COMET22 0.885" in manifest["quality"]


def test_nothing_but_the_model_is_left(server: Server, tmp_path: Path) -> None:
    installed(server)
    names = sorted([NETWORK, VOCABULARY, SHORTLIST, "manifest.json"])
    assert left(tmp_path) == [f"models/firefox/en-pt/{name}" for name in names]
    assert [path.name for path in tmp_path.rglob(".downloads/*")] == ["en-pt.lock"]


def test_an_installed_model_stands_before_the_packaged_one(server: Server) -> None:
    model = installed(server)
    found = [one for one in installed_models() if one.pair == "en-pt"]
    assert (found[0], found[0].packaged, found[1].packaged) == (model, False, True)


def test_progress_tells_the_megabytes_of_each_file(server: Server) -> None:
    told: list[tuple[str, int, int]] = []
    installed(server, progress=lambda name, done, total: told.append((name, done, total)))
    whole = math.ceil(len(server.files[f"{NETWORK}.gz"]) / 1e6)
    ends = [name for name, done, total in told if done == total]
    assert ends == [f"{NETWORK}.gz", f"{VOCABULARY}.gz", f"{SHORTLIST}.gz"]
    assert (f"{NETWORK}.gz", whole, whole) in told


def test_an_intact_model_is_not_fetched_again(server: Server) -> None:
    installed(server)
    server.asked.clear()
    installed(server)
    assert [name for name, _ in server.asked] == ["models.json"]


def test_a_damaged_model_is_replaced(server: Server) -> None:
    model = installed(server)
    model.path(model.source_vocabulary).write_bytes(b"")
    again = installed(server)
    assert again.checked_content(again.source_vocabulary) == packaged_files()[VOCABULARY]


def test_a_newer_model_replaces_the_older(server: Server) -> None:
    installed(server)
    newer = packaged_files()[NETWORK] + b"newer"
    server.files[f"{NETWORK}.gz"] = gzip.compress(newer, 1)
    files = entry()["files"]
    listed = {"path": f"b/{NETWORK}.gz", "uncompressedSize": len(newer), "uncompressedHash": sha256(newer)}
    server.registry = registry(entry(files=files | {"model": listed}))
    model = installed(server)
    assert model.path(model.network).read_bytes() == newer
    assert [one.packaged for one in installed_models() if one.pair == "en-pt"] == [False, True]


def test_a_wrong_hash_installs_nothing(server: Server, tmp_path: Path) -> None:
    server.files[f"{NETWORK}.gz"] = gzip.compress(bytes(len(packaged_files()[NETWORK])), 1)
    with pytest.raises(EngineError, match=r"SHA-256 .* Nothing was installed\. Run the same command again"):
        installed(server)
    assert left(tmp_path) == []


def test_a_file_with_a_wrong_hash_is_fetched_anew(server: Server) -> None:
    whole = server.files[f"{NETWORK}.gz"]
    server.files[f"{NETWORK}.gz"] = gzip.compress(bytes(len(packaged_files()[NETWORK])), 1)
    with pytest.raises(EngineError):
        installed(server)
    server.files[f"{NETWORK}.gz"] = whole
    assert installed(server).pair == "en-pt"


def test_a_connection_that_breaks_once_is_gone_on_with(server: Server) -> None:
    server.cuts[f"{NETWORK}.gz"] = 1
    model = installed(server)
    half = len(server.files[f"{NETWORK}.gz"]) // 2
    assert [wanted for name, wanted in server.asked if name == f"{NETWORK}.gz"] == ["", f"bytes={half}-"]
    assert model.checked_content(model.network) == packaged_files()[NETWORK]


def test_a_connection_that_keeps_breaking_says_what_to_do(server: Server, tmp_path: Path) -> None:
    server.cuts[f"{NETWORK}.gz"] = 9
    with pytest.raises(EngineError, match=r"broke off \(after .* MB\)\. Run the same command again: it goes on"):
        installed(server)
    assert left(tmp_path) == []
    assert len(parts(tmp_path)) == 1


def test_the_next_run_asks_only_for_what_is_missing(server: Server, tmp_path: Path) -> None:
    server.cuts[f"{VOCABULARY}.gz"] = 3
    with pytest.raises(EngineError):
        installed(server)
    (part,) = parts(tmp_path)
    have = part.stat().st_size
    server.asked.clear()
    installed(server)
    assert server.asked == [
        ("models.json", ""),
        (f"{VOCABULARY}.gz", f"bytes={have}-"),
        (f"{SHORTLIST}.gz", ""),
    ]


def test_a_server_without_ranges_sends_all_again(server: Server) -> None:
    server.cuts[f"{NETWORK}.gz"] = 1
    server.ranges = False
    model = installed(server)
    assert model.checked_content(model.network) == packaged_files()[NETWORK]


def test_a_part_of_another_file_is_thrown_away(server: Server, tmp_path: Path) -> None:
    server.cuts[f"{NETWORK}.gz"] = 3
    with pytest.raises(EngineError):
        installed(server)
    (part,) = parts(tmp_path)
    part.write_bytes(bytes(len(server.files[f"{NETWORK}.gz"])))
    assert installed(server).pair == "en-pt"


def test_a_file_that_is_not_gzipped_is_taken_as_it_is(server: Server) -> None:
    server.files[f"{VOCABULARY}.gz"] = packaged_files()[VOCABULARY]
    model = installed(server)
    assert model.checked_content(model.source_vocabulary) == packaged_files()[VOCABULARY]


def test_a_damaged_archive_is_fetched_anew(server: Server, tmp_path: Path) -> None:
    whole = server.files[f"{VOCABULARY}.gz"]
    server.files[f"{VOCABULARY}.gz"] = whole[:5000] + bytes(5000) + whole[10_000:]
    with pytest.raises(EngineError, match=r"came damaged .* Run the same command again: it is fetched anew"):
        installed(server)
    server.files[f"{VOCABULARY}.gz"] = whole
    assert installed(server).pair == "en-pt"


@pytest.mark.parametrize(
    ("name", "size_bytes"),
    [
        pytest.param(VOCABULARY, 65_000_000, id="a vocabulary"),
        pytest.param(NETWORK, len(packaged_files()[NETWORK]) + 1, id="a network longer than the registry says"),
    ],
)
def test_a_gzip_bomb_is_not_unzipped(server: Server, tmp_path: Path, name: str, size_bytes: int) -> None:
    server.files[f"{name}.gz"] = gzip.compress(bytes(size_bytes), 1)
    with pytest.raises(EngineError, match=f"{name} is larger than .* MB .* check the registry's address"):
        installed(server)
    assert left(tmp_path) == []


def test_a_download_that_is_too_large_is_not_taken(server: Server, tmp_path: Path) -> None:
    server.files[f"{NETWORK}.gz"] = bytes(len(packaged_files()[NETWORK]) + 2_000_000)
    with pytest.raises(EngineError, match="is larger than"):
        installed(server)
    assert [path.stat().st_size for path in parts(tmp_path)] == [0]


def test_a_missing_file_says_what_to_check(server: Server, tmp_path: Path) -> None:
    del server.files[f"{SHORTLIST}.gz"]
    with pytest.raises(EngineError, match=f"has no {SHORTLIST}.gz: it answers 404"):
        installed(server)
    assert left(tmp_path) == []


def test_a_model_that_cannot_be_run_is_not_installed(server: Server, tmp_path: Path) -> None:
    server.files[f"{SHORTLIST}.gz"] = gzip.compress(b"no shortlist")
    with pytest.raises(EngineError, match="shortlist"):
        install(best_offer(read_catalogue(server.address), "en", "pt"))
    assert left(tmp_path) == []


def test_the_files_of_a_model_that_cannot_be_run_are_fetched_anew(server: Server) -> None:
    whole = server.files[f"{SHORTLIST}.gz"]
    server.files[f"{SHORTLIST}.gz"] = gzip.compress(b"no shortlist")
    offer = best_offer(read_catalogue(server.address), "en", "pt")
    with pytest.raises(EngineError):
        install(offer)
    server.files[f"{SHORTLIST}.gz"] = whole
    assert install(offer).pair == "en-pt"


def test_a_full_disk_is_found_before_the_download(server: Server) -> None:
    with pytest.raises(
        EngineError, match=r"takes 64 MB, and 1 MB can be used .* Free some space, or set ENTENTE_MODELS"
    ):
        installed(server, free=lambda folder: 201_000_000)
    assert [name for name, _ in server.asked] == ["models.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
def test_a_disk_that_fills_up_says_what_to_do(server: Server, tmp_path: Path) -> None:
    offer = best_offer(read_catalogue(server.address), "en", "pt")
    downloads = tmp_path / "models" / "firefox" / ".downloads" / "en-pt"
    downloads.mkdir(parents=True)
    packed = _packed(offer.network, downloads)
    packed.with_name(f"{packed.name}.part").symlink_to("/dev/full")
    with pytest.raises(EngineError, match=r"cannot be written to .*: No space left on device"):
        install(offer, check=trusting)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_says_what_to_do(server: Server, tmp_path: Path) -> None:
    (tmp_path / "models").mkdir(mode=0o500)
    with pytest.raises(EngineError, match="see to the rights of that folder, or set ENTENTE_MODELS"):
        installed(server)


def test_a_folder_that_cannot_be_made_says_what_to_do(server: Server, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file stands where the folder should be")
    with pytest.raises(EngineError, match=r"cannot be written to .* set ENTENTE_MODELS to another one"):
        installed(server)


def test_two_installs_at_once_fetch_one_model(server: Server) -> None:
    meeting = threading.Barrier(2)

    def run(_: int) -> Model:
        offer = best_offer(read_catalogue(server.address), "en", "pt")
        meeting.wait()
        return install(offer, check=trusting)

    with ThreadPoolExecutor(2) as both:
        first, second = both.map(run, range(2))
    assert first == second
    assert [name for name, _ in server.asked].count(f"{NETWORK}.gz") == 1


def test_a_folder_without_a_manifest_is_told_and_left_out(server: Server, tmp_path: Path) -> None:
    (tmp_path / "models" / "firefox" / "ru-en").mkdir(parents=True)
    assert find_model("ru", "en") is None
    ((folder, problem),) = damaged_models()
    assert folder.name == "ru-en"
    assert "models remove ru-en" in problem


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "a/b", ""], ids=["up", "absolute", "below", "empty"])
def test_a_manifest_that_names_files_outside_is_refused(server: Server, name: str) -> None:
    path = installed(server).folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["files"]["network"]["name"] = name
    path.write_text(json.dumps(manifest), "utf-8")
    assert [one.packaged for one in installed_models() if one.pair == "en-pt"] == [True]
    assert "names no file" in damaged_models()[0][1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"source": "en"', '"source": "es"'),
        ('"kind": "tiny"', '"kind": "tine"'),
        ('"shortlist": {', '"shortlisp": {'),
        ('"checksum"', '"checktum"'),
        ('"format": 1', '"format": 0'),
    ],
    ids=["language", "kind", "role", "checksum", "format"],
)
def test_a_changed_manifest_is_no_model_and_no_other_is_taken(server: Server, before: str, after: str) -> None:
    path = installed(server).folder / "manifest.json"
    content = path.read_text("utf-8")
    assert before in content
    path.write_text(content.replace(before, after), "utf-8")
    engine = FirefoxEngine()
    assert engine.supports("en", "pt")  # or the packaged pair would translate in its place, and nobody would know
    with pytest.raises(EngineError, match=r"no readable manifest\.json .* models remove en-pt"):
        engine.translate(["The Council."], "en", "pt")


def test_a_manifest_of_an_older_version_has_no_checksum(server: Server) -> None:
    path = installed(server).folder / "manifest.json"
    fields = json.loads(path.read_text("utf-8"))
    del fields["checksum"]
    path.write_text(json.dumps(fields), "utf-8")
    assert find_model("en", "pt") == read_manifest(path.parent)


def test_a_damaged_model_hides_no_nearer_one(server: Server, tmp_path: Path) -> None:
    (tmp_path / "models" / "firefox" / "en-pt-PT").mkdir(parents=True)
    assert damage("en", "pt-PT")
    assert not damage("en", "pt")
