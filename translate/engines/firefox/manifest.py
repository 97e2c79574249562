"""manifest.json: what a model's folder holds, written when it is installed and read when models are looked for.

A manifest that changed on the disk is refused as a whole: one letter of it makes a model translate another language,
or without its shortlist.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from translate.engines.firefox.model import Model
from translate.engines.model_files import ModelFile
from translate.errors import EngineError
from translate.message import say

MANIFEST = "manifest.json"
"""The file's name inside a model's folder."""

_FORMAT = 1
_ROLES = ("network", "source_vocabulary", "target_vocabulary", "shortlist")
_FIELDS = frozenset(
    ("format", "source", "target", "kind", "licence", "origin", "status", "quality", "files", "checksum")
)
_NAME = re.compile(r"\w[\w.+-]*")


def manifest_text(model: Model) -> str:
    """The manifest of a model, as it is written."""
    files = {role: file for role in _ROLES if (file := getattr(model, role)) is not None}
    content: dict[str, Any] = {
        "format": _FORMAT,
        "source": model.source,
        "target": model.target,
        "kind": model.kind,
        "licence": model.licence,
        "origin": model.origin,
        "status": model.status,
        "quality": model.quality,
        "files": {role: {"name": file.name, "sha256": file.sha256} for role, file in files.items()},
    }
    return json.dumps({**content, "checksum": _checksum(content)}, indent=1, ensure_ascii=False) + "\n"


def read_manifest(folder: Path) -> Model:
    """The model in a folder.

    Raises:
        EngineError: The manifest is missing, damaged or of a later format.
    """
    try:
        return _model(folder, json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise EngineError(
            say(
                "The model in {folder} has no readable {manifest} ({reason}). Remove it and install it "
                "again: python -m translate models remove {name}",
                folder=str(folder),
                manifest=MANIFEST,
                reason=str(error),
                name=folder.name,
            )
        ) from error


def _model(folder: Path, content: Mapping[str, Any]) -> Model:
    """A manifest's content as a model; raises what reading JSON of another shape raises."""
    if content["format"] != _FORMAT:
        raise ValueError(f"its format is {content['format']!r}, and {_FORMAT} is known")
    files = {role: _file(listed) for role, listed in content["files"].items()}
    _require_unchanged(folder, content)
    return Model(
        source=str(content["source"]),
        target=str(content["target"]),
        kind=str(content["kind"]),
        folder=folder,
        network=files["network"],
        source_vocabulary=files["source_vocabulary"],
        target_vocabulary=files["target_vocabulary"],
        shortlist=files.get("shortlist"),
        licence=str(content["licence"]),
        origin=str(content["origin"]),
        status=str(content["status"]),
        quality=str(content["quality"]),
    )


def _require_unchanged(folder: Path, content: Mapping[str, Any]) -> None:
    """Raise ValueError where a manifest is not as it was written; those of older versions have no checksum."""
    unknown = sorted((content.keys() - _FIELDS) | (content["files"].keys() - set(_ROLES)))
    if unknown:
        raise ValueError(f"it has the unknown field {unknown[0]!r}")
    if f"{content['source']}-{content['target']}" != folder.name:
        raise ValueError("its languages are not those of its folder")
    if "checksum" in content and content["checksum"] != _checksum(content):
        raise ValueError("it is damaged: its checksum is another")


def _checksum(content: Mapping[str, Any]) -> int:
    """CRC-32 of a manifest's fields, however they are set out."""
    fields = {name: value for name, value in content.items() if name != "checksum"}
    return crc32(json.dumps(fields, sort_keys=True).encode())


def _file(listed: Mapping[str, Any]) -> ModelFile:
    """One file, whose name must be one inside the folder."""
    name = str(listed["name"])
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} names no file")
    return ModelFile(name, str(listed["sha256"]))
