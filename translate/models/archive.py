"""pack() and unpack(): one model in one file with its hashes and licence, to be carried where there is no network.

The file is a ZIP archive: archive.json, LICENCE.txt, and the model's files under ENGINE/NAME/ as in the models folder.
"""

import hashlib
import json
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from errno import EINVAL
from io import BytesIO
from pathlib import Path
from typing import IO

from translate.engines.checkpoints.checkpoint import NOTES, read_checkpoint
from translate.engines.firefox.installed import installed_models
from translate.engines.firefox.manifest import MANIFEST, manifest_text, read_manifest
from translate.engines.firefox.model import Model
from translate.engines.model_files import models_folder, sha256
from translate.errors import EngineError, FormatError
from translate.models.folders import free_bytes, locked, place, require_room
from translate.models.installation import loads
from translate.models.inventory import ENGINES, InstalledModel, installed_checkpoint, installed_firefox, verify
from translate.store.files import replacing

_LIST, _LICENCE = "archive.json", "LICENCE.txt"
_FORMAT = 1
_NAME = re.compile(r"\w[\w.+-]*")
_LIST_BYTES = 10**6
_MOST_BYTES = 60 * 10**9
_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class _Listing:
    """What an archive says it holds: the engine, the model's name, and SHA-256 by file name."""

    engine: str
    name: str
    hashes: Mapping[str, str]

    @property
    def folder(self) -> str:
        """Where the files stand in the archive, and in the models folder."""
        return f"{self.engine}/{self.name}"


def pack(installed: InstalledModel, path: Path) -> str:
    """Write a model into an archive; one that is damaged is not packed.

    Returns:
        The archive's SHA-256, by which who unpacks it can tell that it is this one.

    Raises:
        EngineError: The model is damaged, or the archive cannot be written.
    """
    problems = verify(installed)
    if problems:
        raise EngineError(
            f"The model {installed.name} is damaged: {' '.join(problems)} Install it again before it is packed."
        )
    texts = _texts(installed)
    noted = {file.name: file.sha256 for file in installed.files}  # verify() has found them right
    hashes = {path.name: noted.get(path.name) or sha256(path) for path in installed.paths if path.name not in texts}
    hashes |= {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    listing = {
        "format": _FORMAT,
        "engine": installed.engine,
        "name": installed.name,
        "licence": installed.licence,
        "origin": installed.origin,
        "files": dict(sorted(hashes.items())),
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            raise OSError(EINVAL, "it is no file")  # whose hash could be told
        with replacing(path) as written, zipfile.ZipFile(written, "w") as archive:
            _add(archive, _LIST, BytesIO(json.dumps(listing, indent=1, ensure_ascii=False).encode()))
            _add(archive, _LICENCE, BytesIO(_licence_text(installed).encode()))
            for name, text in texts.items():
                _add(archive, f"{installed.engine}/{installed.name}/{name}", BytesIO(text.encode()))
            for file in installed.paths:
                if file.name not in texts:
                    with file.open("rb") as content:
                        _add(archive, f"{installed.engine}/{installed.name}/{file.name}", content)
    except OSError as error:
        raise EngineError(
            f"The archive {path} cannot be written: {error.strerror}. Choose another place with --output."
        ) from error
    return sha256(path)


def _add(archive: zipfile.ZipFile, name: str, content: IO[bytes]) -> None:
    """Write one entry, without the time of day: the same model gives the same archive."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w", force_zip64=True) as file:
        shutil.copyfileobj(content, file, _BLOCK_BYTES)


def unpack(
    path: Path,
    *,
    waiting: Callable[[], None] = lambda: None,
    free: Callable[[Path], int] = free_bytes,
    check: Callable[[Model], None] = loads,
) -> InstalledModel:
    """The model of an archive, put into the models folder, where it replaces one of the same name.

    Args:
        path: What pack() wrote.
        waiting: Called where another process is installing the same model.
        free: Room on a folder's disk, in bytes.
        check: Raises EngineError where a complete model of Firefox's cannot be run after all.

    Raises:
        FormatError: The file is no such archive, is damaged, or holds what does not belong there.
        EngineError: The disk is full, the folder cannot be written, or the model cannot be run.
    """
    root = models_folder()
    try:
        with zipfile.ZipFile(path) as archive:
            listing = _listing(archive, path)
            size_bytes = _require_expected(archive, listing, path)
            folder = root / listing.folder
            lock = folder.parent / ".downloads" / f"{listing.name}.lock"
            with locked(lock, waiting):
                require_room(f"The model {listing.name}", size_bytes, folder.parent, free)
                return _unpacked(archive, listing, folder, path, check)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise _refused(path, f"it is damaged or no archive ({error})") from error
    except OSError as error:
        raise EngineError(
            f"The archive {path} cannot be read, or {root} cannot be written: {error.strerror or error}. "
            "Check both, or set ENTENTE_MODELS to another folder; nothing was installed."
        ) from error


def _unpacked(
    archive: zipfile.ZipFile, listing: _Listing, folder: Path, path: Path, check: Callable[[Model], None]
) -> InstalledModel:
    """Extract, check and place the files; nothing is left where something fails."""
    work = folder.parent / f".unpack-{listing.name}"
    shutil.rmtree(work, ignore_errors=True)
    made = work / listing.name
    try:
        made.mkdir(parents=True)
        for name, expected in listing.hashes.items():
            if _extract(archive, f"{listing.folder}/{name}", made / name) != expected:
                raise _refused(path, f"its file {name} has another SHA-256 than it lists")
        _require_usable(made, listing, path, check)
        place(made, folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if listing.engine == "firefox":
        return installed_firefox(read_manifest(folder))
    checkpoint = read_checkpoint(folder)
    assert checkpoint is not None  # it could be read before it was placed
    return installed_checkpoint(listing.engine, checkpoint)


def _require_usable(made: Path, listing: _Listing, path: Path, check: Callable[[Model], None]) -> None:
    """Raise where the files are no model that the engine can run."""
    if listing.engine == "firefox":
        model = read_manifest(made)
        if model.pair != listing.name:
            raise _refused(path, f"it is named {listing.name} and holds {model.pair}")
        for file in model.files:
            model.checked_content(file)
        check(model)
    elif read_checkpoint(made) is None:
        raise _refused(path, f"it holds no model that the engine {listing.engine} can run")


def _listing(archive: zipfile.ZipFile, path: Path) -> _Listing:
    """What the archive says it holds."""
    try:
        if archive.getinfo(_LIST).file_size > _LIST_BYTES:
            raise ValueError("its list is too long")
        content = json.loads(archive.read(_LIST))
        found = _Listing(str(content["engine"]), str(content["name"]), dict(content["files"]))
        if content["format"] != _FORMAT:
            raise ValueError(f"its format is {content['format']!r}, and {_FORMAT} is known")
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise _refused(path, f"it was not made by `models pack` ({error})") from error
    names = [found.name, *found.hashes]
    if found.engine not in ENGINES or not all(_NAME.fullmatch(name) for name in names):
        raise _refused(path, "it names an unknown engine, or files outside the model's folder")
    return found


def _require_expected(archive: zipfile.ZipFile, listing: _Listing, path: Path) -> int:
    """Bytes of all files; raises FormatError where the archive holds anything else than it lists, or links."""
    expected = {_LIST, _LICENCE, *(f"{listing.folder}/{name}" for name in listing.hashes)}
    entries = archive.infolist()
    for entry in entries:
        if entry.filename not in expected:
            raise _refused(path, f"it holds {entry.filename!r}, which its list does not name")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise _refused(path, f"{entry.filename} is a link")
    if sorted(entry.filename for entry in entries) != sorted(expected):
        raise _refused(path, "it lacks files that it lists, or has one twice")
    size_bytes = sum(entry.file_size for entry in entries)
    if size_bytes > _MOST_BYTES:
        raise _refused(path, f"it holds {size_bytes / 1e9:.0f} GB, more than any model")
    return size_bytes


def _extract(archive: zipfile.ZipFile, name: str, path: Path) -> str:
    """Write one file, never more of it than the archive's directory says; returns its SHA-256."""
    digest = hashlib.sha256()
    with archive.open(name) as content, path.open("wb") as file:
        while block := content.read(_BLOCK_BYTES):
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def _texts(installed: InstalledModel) -> dict[str, str]:
    """What a folder has beside the files with hashes: the manifest of Firefox's, the notes of others."""
    if installed.engine == "firefox":
        model = next(model for model in installed_models() if model.folder == installed.folder)
        return {MANIFEST: manifest_text(model)}
    notes = installed.folder / NOTES
    return {NOTES: notes.read_text(encoding="utf-8")} if notes.is_file() else {}


def _licence_text(installed: InstalledModel) -> str:
    """What who gets the archive must know."""
    known = re.fullmatch(r"[A-Za-z]+-[\w.-]+", installed.licence)
    return (
        f"{installed.kind} ({installed.name}), a translation model packed by Entente.\n"
        f"Origin: {installed.origin or 'unknown'}\n"
        f"Licence: {installed.licence or 'unknown: ask whoever made it before you pass it on'}\n"
        + (f"Its text: https://spdx.org/licenses/{installed.licence}.html\n" if known else "")
        + "The files are unchanged; archive.json lists their SHA-256.\n"
    )


def _refused(path: Path, what: str) -> FormatError:
    return FormatError(
        f"The archive {path.name} was not unpacked: {what}. Nothing was installed. "
        "Get it again from where the model was packed, and compare the SHA-256 that `models pack` printed."
    )
