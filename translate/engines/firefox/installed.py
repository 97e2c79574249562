"""Which models are on this machine, and which of them serves a pair of languages."""

import os
from functools import lru_cache
from pathlib import Path

from translate.engines.firefox.manifest import MANIFEST, read_manifest
from translate.engines.firefox.model import Model
from translate.engines.firefox.packaged import packaged_models
from translate.engines.model_files import models_folder
from translate.errors import EngineError


def firefox_folder() -> Path:
    """Where installed models of Mozilla's lie, a folder a pair."""
    return models_folder() / "firefox"


def installed_models() -> tuple[Model, ...]:
    """Every model on this machine, sorted by pair; an installed one stands before the packaged one of its pair.

    A folder whose manifest cannot be read is left out; damaged_models() tells of it.
    """
    models, _ = _read(_state(firefox_folder()))
    return tuple(sorted((*models, *packaged_models()), key=lambda model: (model.source, model.target)))


def damaged_models() -> tuple[tuple[Path, str], ...]:
    """Folders of models that cannot be read, each with what is wrong and what to do."""
    _, damaged = _read(_state(firefox_folder()))
    return damaged


def _state(root: Path) -> tuple[tuple[Path, int], ...]:
    """Folders of models, and when their manifests changed; asked for with every pair that a route may take."""
    found = []
    try:
        with os.scandir(root) as entries:
            folders = [Path(entry.path) for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
    except OSError:  # nothing was installed yet
        return ()
    for folder in sorted(folders):
        try:
            found.append((folder, os.stat(folder / MANIFEST).st_mtime_ns))
        except OSError:
            found.append((folder, 0))
    return tuple(found)


@lru_cache(maxsize=4)
def _read(state: tuple[tuple[Path, int], ...]) -> tuple[tuple[Model, ...], tuple[tuple[Path, str], ...]]:
    """The models of folders, and what is wrong with those that cannot be read."""
    models, damaged = [], []
    for folder, _ in state:
        try:
            models.append(read_manifest(folder))
        except EngineError as error:
            damaged.append((folder, error.message))
    return tuple(models), tuple(damaged)


def find_model(source: str, target: str) -> Model | None:
    """The model for a pair of BCP 47 codes, or None.

    A region is dropped where no model names it ("pt-BR" is served by "pt"); a script never is, as "zh-Hant" and
    "zh-Hans" are written differently.
    """
    models = installed_models()
    for wanted in _served(source, target):
        for model in models:
            if (model.source, model.target) == wanted:
                return model
    return None


def damage(source: str, target: str) -> str:
    """What is wrong with the installed model for a pair of BCP 47 codes; empty where nothing is, or there is none.

    Whoever translates the pair must say so: another model would give another translation, and nobody would know why.
    """
    problems = {folder.name: problem for folder, problem in damaged_models()}
    if not problems:  # this is asked for with every pair that a route may take
        return ""
    intact = {(model.source, model.target) for model in installed_models()}
    for pair in _served(source, target):
        if "-".join(pair) in problems:
            return problems["-".join(pair)]
        if pair in intact:
            break
    return ""


def _served(source: str, target: str) -> tuple[tuple[str, str], ...]:
    """Pairs whose model serves a pair, the nearest first."""
    return (source, target), (source, _base(target)), (_base(source), target), (_base(source), _base(target))


def _base(code: str) -> str:
    """A language code without its region: "pt-BR" → "pt", "zh-Hant-HK" → "zh-Hant"."""
    return "-".join(part for i, part in enumerate(code.split("-")) if i == 0 or len(part) > 3)
