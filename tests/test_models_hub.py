import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from translate.engines.checkpoints.checkpoint import find_checkpoints
from translate.errors import EngineError
from translate.models.hub import install_checkpoint, wanted_files

REPOSITORY = "Example/opus-mt-ru-en"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
FILES = {
    "config.json": b'{"model_type": "marian"}',
    "README.md": b"---\nlicense: apache-2.0\n---\n",
    "source.spm": b"pieces",
    "model.safetensors": b"\x00\x01" * 4000,
    "pytorch_model.bin": b"the same, older",
    "run.py": b"import os",
}
LARGE = "model.safetensors"


@dataclass
class Hub:
    """What a hub on loopback serves; tests change it."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=lambda: dict(FILES))
    sizes: dict[str, int] = field(default_factory=dict)
    served: dict[str, bytes] = field(default_factory=dict)
    fetched: list[str] = field(default_factory=list)
    cut: int | None = None

    def sibling(self, name: str) -> dict[str, object]:
        content = self.files[name]
        listed: dict[str, object] = {"rfilename": name, "path": name, "type": "file"}
        size = self.sizes.get(name, len(content))
        listed |= {"size": size, "blobId": git_hash(content), "oid": git_hash(content)}
        if name == LARGE:
            sha256 = hashlib.sha256(content).hexdigest()
            listed["lfs"] = {"sha256": sha256, "oid": sha256, "size": size, "pointerSize": 130}
        return listed

    def answer(self, path: str) -> object:
        """JSON for an address of the interface, bytes for a file, None for what there is not."""
        address = urlsplit(path).path
        siblings = [self.sibling(name) for name in self.files]
        if address == f"/api/models/{REPOSITORY}/revision/{COMMIT}" or address.endswith(f"{REPOSITORY}/revision/main"):
            card = {"license": "apache-2.0"}
            return {"id": REPOSITORY, "modelId": REPOSITORY, "sha": COMMIT, "siblings": siblings, "cardData": card}
        if address == f"/api/models/{REPOSITORY}/tree/{COMMIT}":
            return siblings
        name = address.removeprefix(f"/{REPOSITORY}/resolve/{COMMIT}/")
        return self.served.get(name, self.files.get(name))


def git_hash(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setenv("ENTENTE_MODELS", str(tmp_path))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "no-cache"))
    known = Hub()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer = known.answer(self.path)
            start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
            body = answer if isinstance(answer, bytes) else json.dumps(answer or {"error": "Not found"}).encode()
            self.send_response(404 if answer is None else 206 if start else 200)
            self.send_header("Content-Length", str(len(body) - start))
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
            self.send_header("Content-Type", "application/json")
            self.send_header("X-Repo-Commit", COMMIT)
            self.send_header("ETag", f'"{hashlib.sha256(body).hexdigest()}"')
            self.end_headers()
            if self.command == "GET":
                known.fetched += [self.path.rpartition("/")[2]] if "/resolve/" in self.path else []
                self.wfile.write(body[start : known.cut if self.path.endswith(LARGE) else None])
            self.close_connection = known.cut is not None

        do_HEAD = do_GET

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        known.address = f"http://127.0.0.1:{server.server_address[1]}"
        yield known
        server.shutdown()


def left(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def models(folder: Path) -> list[str]:
    """What lies in the models folder besides locks."""
    return [name for name in left(folder / "seq2seq") if not name.startswith(".downloads") and "/" not in name]


def test_install_makes_a_checkpoint_that_is_found(hub: Hub) -> None:
    found = install_checkpoint(REPOSITORY, endpoint=hub.address)
    assert find_checkpoints("seq2seq") == (found,)
    assert (found.name, list(found.sources), list(found.targets)) == ("opus-mt-ru-en", ["ru"], ["en"])


def test_install_fetches_settings_and_safe_weights_only(hub: Hub) -> None:
    found = install_checkpoint(REPOSITORY, endpoint=hub.address)
    assert left(found.folder) == ["README.md", "config.json", "entente.json", LARGE, "source.spm"]


def test_install_notes_revision_licence_and_hashes(hub: Hub) -> None:
    found = install_checkpoint(REPOSITORY, endpoint=hub.address)
    notes = json.loads((found.folder / "entente.json").read_text())
    assert (notes["origin"], notes["revision"], notes["licence"]) == (f"hf:{REPOSITORY}", COMMIT, "apache-2.0")
    assert notes["files"][LARGE] == hashlib.sha256(FILES[LARGE]).hexdigest()


def test_install_twice_replaces_the_first(hub: Hub, tmp_path: Path) -> None:
    install_checkpoint(REPOSITORY, endpoint=hub.address)
    hub.files[LARGE] = b"newer" * 1000
    found = install_checkpoint(REPOSITORY, endpoint=hub.address)
    assert (found.folder / LARGE).read_bytes() == b"newer" * 1000
    assert models(tmp_path) == ["opus-mt-ru-en"]


@pytest.mark.parametrize("name", [LARGE, "source.spm"], ids=["weights", "vocabulary"])
def test_install_refuses_a_file_that_is_not_the_listed_one(hub: Hub, tmp_path: Path, name: str) -> None:
    hub.served[name] = bytes(len(FILES[name]))
    with pytest.raises(EngineError, match=f"{name} of the model {REPOSITORY} is not the one"):
        install_checkpoint(REPOSITORY, endpoint=hub.address)
    assert models(tmp_path) == []


def test_install_refuses_what_does_not_translate(hub: Hub, tmp_path: Path) -> None:
    hub.files["config.json"] = b'{"model_type": "bert"}'
    del hub.files["source.spm"]
    with pytest.raises(EngineError, match="must be an encoder-decoder"):
        install_checkpoint(REPOSITORY, endpoint=hub.address)
    assert models(tmp_path) == []


def test_install_after_a_cut_connection_fetches_what_is_missing(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.file_download.time.sleep", lambda seconds: None)
    hub.cut = 5000
    with pytest.raises(EngineError, match="are not asked for again"):
        install_checkpoint(REPOSITORY, endpoint=hub.address)
    hub.cut, hub.fetched = None, []
    found = install_checkpoint(REPOSITORY, endpoint=hub.address)
    assert (found.folder / LARGE).read_bytes() == FILES[LARGE]
    assert hub.fetched == [LARGE]
    assert models(tmp_path) == ["opus-mt-ru-en"]


def test_install_of_an_unknown_model_says_what_to_do(hub: Hub) -> None:
    with pytest.raises(EngineError, match=r"Example/none .* could not be downloaded"):
        install_checkpoint("Example/none", endpoint=hub.address)


def test_install_without_a_connection_says_what_to_do(hub: Hub) -> None:
    with pytest.raises(EngineError, match="Check the name and the connection"):
        install_checkpoint(REPOSITORY, endpoint="http://127.0.0.1:9")


def test_install_refuses_what_the_disk_cannot_hold(hub: Hub) -> None:
    hub.sizes[LARGE] = shutil.disk_usage("/").total * 10
    with pytest.raises(EngineError, match="Free some space"):
        install_checkpoint(REPOSITORY, endpoint=hub.address)


@pytest.mark.parametrize("name", ["opus-mt-ru-en", "../x/y", "a/b/c", "https://example.org/x"])
def test_install_refuses_a_name_of_another_shape(name: str) -> None:
    with pytest.raises(EngineError, match="names no model"):
        install_checkpoint(name)


def test_wanted_files_take_older_weights_where_there_are_no_safe_ones() -> None:
    names = ["config.json", "pytorch_model.bin", "tf_model.h5", "run.py", "source.spm"]
    assert wanted_files(names) == ("config.json", "source.spm", "pytorch_model.bin")


def test_an_installed_checkpoint_is_intact(hub: Hub) -> None:
    install_checkpoint(REPOSITORY, endpoint=hub.address).require_intact()


@pytest.mark.parametrize("name", [LARGE, "source.spm", "entente.json"])
def test_a_checkpoint_with_a_changed_file_is_refused(hub: Hub, name: str) -> None:
    found = install_checkpoint(REPOSITORY, endpoint=hub.address)
    (found.folder / name).write_bytes(b"\0" * (found.folder / name).stat().st_size)
    with pytest.raises(EngineError, match=rf"{name} .* is damaged: .* models verify"):
        found.require_intact()


def test_a_checkpoint_with_a_file_less_is_refused(hub: Hub) -> None:
    found = install_checkpoint(REPOSITORY, endpoint=hub.address)
    (found.folder / LARGE).unlink()
    with pytest.raises(EngineError, match="is damaged"):
        found.require_intact()
