"""install(): one of a registry's models onto this machine, complete and checked, or not at all."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from translate.engines.firefox.installed import firefox_folder
from translate.engines.firefox.manifest import MANIFEST, manifest_text, read_manifest
from translate.engines.firefox.model import Model
from translate.engines.model_files import ModelFile
from translate.errors import EngineError
from translate.models.catalogue import LICENCE, Offer, OfferedFile, best_offer, read_catalogue, registry_address
from translate.models.download import Progress, fetch, unzip
from translate.models.folders import free_bytes, locked, place, require_room

_TABLES_BYTES = 30 * 10**6  # what vocabularies and shortlist take, gzipped and unzipped
_SLACK_BYTES = 10**6  # what gzip may add to a file that does not shrink


def loads(model: Model) -> None:
    """Raise EngineError unless the engine can run a model; takes a second."""
    from translate.engines.firefox.translator import Translator

    Translator(model, "int8")


def install(
    offer: Offer,
    *,
    progress: Progress = lambda name, done, total: None,
    waiting: Callable[[], None] = lambda: None,
    free: Callable[[Path], int] = free_bytes,
    check: Callable[[Model], None] = loads,
) -> Model:
    """The model of an offer, downloaded into the models folder; one that is there and intact is not fetched again.

    What a broken download brought is kept and not asked for again. Several processes may install at the same time:
    those that want the same pair take turns.

    Args:
        offer: What to install; it replaces another model of the pair.
        progress: Told of the megabytes that have come.
        waiting: Called where another process is installing the pair.
        free: Room on a folder's disk, in bytes.
        check: Raises EngineError where a complete model cannot be run after all.

    Raises:
        EngineError: The download failed, a file is not the one that the registry lists, or the folder cannot be
            written; the message says what to do.
    """
    root = firefox_folder()
    try:
        with locked(root / ".downloads" / f"{offer.pair}.lock", waiting):
            present = _present(offer, root / offer.pair)
            if present is not None:
                return present
            size_bytes = 2 * offer.network.limit_bytes + _TABLES_BYTES
            require_room(f"Installing the model {offer.pair}", size_bytes, root, free)
            return _install(offer, root, progress, check)
    except OSError as error:
        raise EngineError(
            f"The model {offer.pair} cannot be written to {root}: {error.strerror or error}. Make room or see to the "
            "rights of that folder, or set ENTENTE_MODELS to another one; then run the same command again."
        ) from error


def install_pair(source: str, target: str, progress: Progress = lambda name, done, total: None) -> Model:
    """The best model that the registry offers for a pair, installed; it asks the registry first.

    Args:
        source: BCP 47 code.
        target: BCP 47 code.
        progress: Told of the megabytes that have come.

    Raises:
        LanguageError: The registry has no model of the pair.
        EngineError: As install() raises it, or the registry cannot be reached.
    """
    return install(best_offer(read_catalogue(registry_address()), source, target), progress=progress)


def _present(offer: Offer, folder: Path) -> Model | None:
    """The model that is there, if it is the offered one and intact."""
    try:
        model = read_manifest(folder)
        for file in model.files:
            model.checked_content(file)
    except EngineError:
        return None
    return model if model.network.sha256 == offer.network.sha256 else None


def _install(offer: Offer, root: Path, progress: Progress, check: Callable[[Model], None]) -> Model:
    """Download, check and place the model; nothing but the downloads is left where something fails."""
    work = root / f".install-{offer.pair}"
    shutil.rmtree(work, ignore_errors=True)
    downloads = root / ".downloads" / offer.pair
    downloads.mkdir(exist_ok=True)
    packed = {file: _packed(file, downloads) for file in offer.files}
    try:
        made = work / offer.pair
        made.mkdir(parents=True)
        found = {}
        for file, path in packed.items():
            fetch(file.address, path, file.limit_bytes + _SLACK_BYTES, progress)
            found[file] = ModelFile(file.name, _content(file, path, made / file.name))
        model = _model(offer, made, found)
        try:
            check(model)
        except EngineError:  # a file without a hash may have come damaged: it must be fetched anew
            shutil.rmtree(downloads)
            raise
        (made / MANIFEST).write_text(manifest_text(model), encoding="utf-8")
        place(made, root / offer.pair)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    shutil.rmtree(downloads, ignore_errors=True)
    return read_manifest(root / offer.pair)


def _packed(file: OfferedFile, folder: Path) -> Path:
    """Where a file's download lies; another address is another file."""
    return folder / f"{hashlib.sha256(file.address.encode()).hexdigest()[:12]}-{file.name}.gz"


def _content(file: OfferedFile, packed: Path, path: Path) -> str:
    """Unzip a download; returns its SHA-256. A download that is not what it should be is thrown away."""
    try:
        found = unzip(packed, path, file.limit_bytes)
        if file.sha256 not in (None, found):
            raise EngineError(
                f"The file {file.name} has the SHA-256 {found[:12]}…, and the registry lists {str(file.sha256)[:12]}…. "
                "Nothing was installed. Run the same command again; if it says the same, the registry and its files "
                "don't fit: wait a day, or use another registry (--registry)."
            )
    except EngineError:
        packed.unlink()
        raise
    return found


def _model(offer: Offer, folder: Path, found: dict[OfferedFile, ModelFile]) -> Model:
    """The offer's model, as it lies in a folder."""
    return Model(
        source=offer.source,
        target=offer.target,
        kind=offer.kind,
        folder=folder,
        network=found[offer.network],
        source_vocabulary=found[offer.source_vocabulary],
        target_vocabulary=found[offer.target_vocabulary],
        shortlist=found[offer.shortlist] if offer.shortlist else None,
        licence=LICENCE,
        origin=f"Mozilla, {offer.network.address}; registry of {offer.generated or 'unknown date'}",
        status=offer.status,
        quality=offer.quality,
    )
