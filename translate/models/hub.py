"""install_checkpoint(): a Hugging Face model into the models folder, pinned, hashed and complete, or not at all."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from translate.engines.checkpoints.checkpoint import NOTES, Checkpoint, read_checkpoint
from translate.engines.model_files import models_folder, sha256
from translate.errors import EngineError
from translate.models.download import CARRY
from translate.models.folders import locked, place
from translate.switches import fetching

_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
_SETTINGS = re.compile(r"(?:[\w.-]+\.json|[\w.-]+\.spm|[\w.-]+\.model|README\.md|LICENSE[\w.]*)")
_SAFE_WEIGHTS = re.compile(r"model[\w-]*\.safetensors")
_OLD_WEIGHTS = re.compile(r"pytorch_model[\w-]*\.bin")
_MOST_BYTES = 40 * 10**9
_SPARE_BYTES = 500 * 10**6


def install_checkpoint(repository: str, revision: str = "main", endpoint: str | None = None) -> Checkpoint:
    """The checkpoint, downloaded into the models folder, complete and checked, or not at all.

    Files that came whole before a download broke are kept aside and not asked for again.

    Only settings, vocabulary, card and weights are fetched, never code: safetensors where there are any, else the
    older .bin files, which are read with weights_only. The notes beside it keep the exact revision, the licence and
    the SHA-256 of every file.

    Args:
        repository: "ORGANISATION/NAME".
        revision: A branch, tag or commit; what it means now is pinned.
        endpoint: Address of the hub; Hugging Face's if None.

    Raises:
        EngineError: The hub cannot be reached, has no such model or it is none that translates; a file is not what
            the hub says; the disk is full.
    """
    if not _REPOSITORY.fullmatch(repository):
        raise EngineError(
            f"{repository!r} names no model of Hugging Face; names look like Helsinki-NLP/opus-mt-ru-en. "
            "Run: python -m translate models install hf:ORGANISATION/NAME"
        )
    root, name = models_folder() / "seq2seq", repository.partition("/")[2]
    made = root / f".install-{name}"
    with locked(root / ".downloads" / f"{name}.lock", lambda: None):
        listing = _fetched(repository, revision, endpoint, made)
        try:
            _finish(repository, listing, made)
        except EngineError:
            shutil.rmtree(made)
            raise
        place(made, root / name)
    found = read_checkpoint(root / name)
    assert found is not None
    return found


def wanted_files(names: Iterable[str]) -> tuple[str, ...]:
    """Those of a repository's files that are fetched.

    >>> wanted_files(["config.json", "model.py", "model.safetensors", "pytorch_model.bin", "onnx/model.onnx"])
    ('config.json', 'model.safetensors')
    """
    known = sorted(names)
    weights = [name for name in known if _SAFE_WEIGHTS.fullmatch(name)]
    weights = weights or [name for name in known if _OLD_WEIGHTS.fullmatch(name)]
    return (*(name for name in known if _SETTINGS.fullmatch(name)), *weights)


def _fetched(repository: str, revision: str, endpoint: str | None, folder: Path) -> Any:
    """Download the wanted files; returns what the hub says of the model at that revision."""
    from huggingface_hub import HfApi
    from huggingface_hub.errors import (  # type: ignore[attr-defined]
        EntryNotFoundError,
        HTTPError,
        IncompleteSnapshotError,
        XetDownloadError,
    )

    hub = HfApi(endpoint=endpoint, token=False)
    try:
        with fetching():
            listing = hub.model_info(repository, revision=revision, files_metadata=True, timeout=30)
            siblings = {sibling.rfilename: sibling for sibling in listing.siblings or []}
            wanted = wanted_files(siblings)
            _require_room(repository, sum(siblings[name].size or 0 for name in wanted), folder.parent)
            hub.snapshot_download(repository, revision=listing.sha, allow_patterns=list(wanted), local_dir=folder)
    except (HTTPError, EntryNotFoundError, IncompleteSnapshotError, XetDownloadError, OSError) as error:
        raise EngineError(
            f"The model {repository} (revision {revision}) could not be downloaded: {_first_line(error)} "
            "Check the name and the connection, then run the same command again; files that came whole are not asked "
            f"for again. {CARRY}"
        ) from error
    return listing


def _finish(repository: str, listing: Any, folder: Path) -> None:
    """Check what was downloaded and note what it is.

    Raises:
        EngineError: A file is not the listed one, or the model does not translate.
    """
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    siblings = {sibling.rfilename: sibling for sibling in listing.siblings}
    wanted = wanted_files(siblings)
    hashes: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if path.name in wanted:
            hashes[path.name] = sha256(path)
            _require_intact(repository, path, siblings[path.name], hashes[path.name])
        else:  # of another revision, whose download broke
            path.unlink()
    notes = {
        "name": repository.partition("/")[2],
        "origin": f"hf:{repository}",
        "revision": listing.sha,
        "licence": str((listing.card_data or {}).get("license", "")),
        "files": hashes,
    }
    (folder / NOTES).write_text(json.dumps(notes, indent=1), encoding="utf-8")
    if read_checkpoint(folder, notes["name"]) is None:
        raise EngineError(
            f"The model {repository} is none that this engine can translate with: it must be an encoder-decoder of "
            "the kind of OPUS-MT, M2M100, NLLB-200, mBART-50 or MADLAD-400. Nothing was installed."
        )


def _require_room(repository: str, size_bytes: int, folder: Path) -> None:
    """Raise EngineError where a model is too large for the disk, or for anything we could run."""
    free_bytes = shutil.disk_usage(folder).free - _SPARE_BYTES
    limit_bytes = min(free_bytes, _MOST_BYTES)
    if size_bytes > limit_bytes:
        raise EngineError(
            f"The model {repository} takes {size_bytes / 1e9:.1f} GB; at most {max(0, limit_bytes) / 1e9:.1f} GB can "
            "be used here. Free some space or choose a smaller model; nothing was installed."
        )


def _require_intact(repository: str, path: Path, sibling: Any, digest: str) -> None:
    """Raise EngineError where a file is not the one that the hub lists: by SHA-256, or by Git's hash of small ones."""
    expected = sibling.lfs.sha256 if sibling.lfs is not None else sibling.blob_id
    found = digest if sibling.lfs is not None else _git_hash(path)
    if expected is not None and found != expected:
        raise EngineError(
            f"The file {path.name} of the model {repository} is not the one that the hub lists (its hash is "
            f"{found[:12]}…, not {expected[:12]}…). Run the same command again; nothing was installed."
        )


def _git_hash(path: Path) -> str:
    """The hash by which Git knows a file's content."""
    content = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _first_line(error: Exception) -> str:
    """What an error says first, as a sentence."""
    line = (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
    return f"{line}."
