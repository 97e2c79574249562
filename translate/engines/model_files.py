"""Where models lie on this machine, and whether their files are what they were."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from translate.store.places import data_folder

_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model: its name inside the model's folder, and its SHA-256 in hexadecimal."""

    name: str
    sha256: str


def sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        OSError: It can't be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()


def models_folder() -> Path:
    """Where installed models lie: $ENTENTE_MODELS, or "models" in the platform's folder for user data."""
    named = os.environ.get("ENTENTE_MODELS")
    return Path(named) if named else data_folder() / "models"
