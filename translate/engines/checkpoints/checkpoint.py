"""The encoder-decoder models on this machine: their families, languages and licences, read without loading any.

They lie in the models folder (see translate.models), one folder a model:

    seq2seq/NAME/       a Hugging Face folder: config.json, weights, tokenizer files
    ctranslate2/NAME/   a CTranslate2 folder: model.bin, config.json, vocabulary, the same tokenizer files

A folder that was put there by hand works like an installed one. The local Hugging Face cache is read too. A file
entente.json beside the model may say what nothing else does: {"sources": ["ru"], "targets": ["en"], "licence": "MIT"}.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from translate.engines.checkpoints.codes import languages, read_json
from translate.engines.model_files import models_folder, sha256
from translate.errors import EngineError
from translate.message import say

Family = Literal["marian", "m2m100", "nllb", "mbart", "madlad"]

_FAMILY_BY_TYPE: dict[str, Family] = {"marian": "marian", "m2m_100": "m2m100", "mbart": "mbart", "t5": "madlad"}
_FAMILY_BY_TOKENIZER: dict[str, Family] = {
    "Marian": "marian",
    "M2M100": "m2m100",
    "Nllb": "nllb",
    "MBart50": "mbart",
    "T5": "madlad",
}
_TITLES = {
    "marian": (r"opus-mt-(?:tc-)?", "OPUS-MT"),
    "m2m100": (r"m2m100_?", "M2M100"),
    "nllb": (r"nllb-200-?", "NLLB-200"),
    "mbart": (r"mbart-large-50-?", "mBART-50"),
    "madlad": (r"madlad400-?", "MADLAD-400"),
}
NOTES = "entente.json"
"""File beside a model in which it is noted what nothing else tells."""
_LICENCE = re.compile(r"^license:\s*[\"']?([\w.+-]+)", re.MULTILINE)
_END_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One model.

    Attributes:
        name: Name of its folder, or of its repository without the owner.
        folder: Where its files lie.
        family: What it is fed with.
        sources: Its own code of each language that it translates from, by BCP 47 code; "" where it needs none.
        targets: The same for those that it translates into.
        licence: As its card or notes tell it; empty where they don't.
    """

    name: str
    folder: Path
    family: Family
    sources: Mapping[str, str]
    targets: Mapping[str, str]
    licence: str

    @property
    def title(self) -> str:
        """Name for people, which begins as the table of figures knows its family: "OPUS-MT ru-en"."""
        prefix, brand = _TITLES[self.family]
        rest, found = re.subn(f"^{prefix}", "", self.name, flags=re.IGNORECASE)
        if not found:
            return self.name
        return f"{brand} {rest}".strip()

    @property
    def is_free(self) -> bool:
        """Whether everyone may use it; weights for non-commercial use only are used by name only."""
        told = self.licence.casefold()
        return "-nc" not in told and "noncommercial" not in told and (bool(told) or self.family != "nllb")

    def supports(self, source: str, target: str) -> bool:
        """Whether it translates a pair of BCP 47 codes."""
        return source != target and source in self.sources and target in self.targets

    def fingerprint(self) -> str:
        """16 hexadecimal digits that change with the model's files: small ones whole, of weights size and both ends."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.iterdir()):
            if path.is_file() and path.suffix != ".md":
                size_bytes = path.stat().st_size
                digest.update(f"{path.name} {size_bytes}\n".encode())
                with path.open("rb") as file:
                    digest.update(file.read(_END_BYTES))
                    file.seek(max(0, size_bytes - _END_BYTES))
                    digest.update(file.read())
        return digest.hexdigest()[:16]

    def require_intact(self) -> None:
        """Raise EngineError where a file is not the one whose hash was noted when the checkpoint came.

        Takes 0.6 s a gigabyte where the processor helps with SHA-256, and four times that where it does not. What was
        put into the folder by hand, or lies in Hugging Face's cache, has no notes and is not checked.
        """
        notes = self.folder / NOTES
        noted = read_json(notes)
        hashes = noted.get("files", {})
        found = {name: self._sha256(name) for name in hashes} if isinstance(hashes, dict) else {}
        wrong = [name for name in found if found[name] != hashes[name]]
        if notes.exists() and not noted:
            wrong.append(NOTES)
        if wrong:
            raise EngineError(
                say(
                    "The file {file} of the model {model} is damaged: it is no longer as it was installed. See how to "
                    "get it again: python -m translate models verify",
                    file=wrong[0],
                    model=self.name,
                )
            )

    def _sha256(self, name: str) -> str:
        """Hash of one of its files; empty where it cannot be read."""
        try:
            return sha256(self.folder / name)
        except OSError:
            return ""


def read_checkpoint(folder: Path, name: str = "") -> Checkpoint | None:
    """What a folder holds; None where it is no translation model of a known family, or its languages are not told.

    Args:
        folder: A Hugging Face or CTranslate2 folder.
        name: The model's name; the folder's if empty.
    """
    name = name or folder.name
    family = _family(folder, name)
    if family is None:
        return None
    notes = read_json(folder / NOTES)
    sources, targets = languages(family, folder, str(notes.get("name", name)))
    noted = [notes.get(side) for side in ("sources", "targets")]
    if all(isinstance(side, list) and all(isinstance(code, str) for code in side) for side in noted):
        sources, targets = (
            {code: own.get(code, "") for code in side or ()}
            for own, side in zip((sources, targets), noted, strict=True)
        )
    if not sources or not targets:
        return None
    return Checkpoint(name, folder, family, sources, targets, str(notes.get("licence", "")) or _card_licence(folder))


def find_checkpoints(engine: str) -> tuple[Checkpoint, ...]:
    """The models that an engine can run, those of the models folder first, each group sorted by name.

    Args:
        engine: "seq2seq" or "ctranslate2".
    """
    weights = "model.bin" if engine == "ctranslate2" else "config.json"
    found: dict[str, Checkpoint] = {}
    for name, folder in (*_installed(engine), *(_cached() if engine == "seq2seq" else ())):
        if name not in found and (folder / weights).is_file():
            checkpoint = read_checkpoint(folder, name)
            if checkpoint is not None:
                found[name] = checkpoint
    return tuple(found.values())


def folders_state(engine: str) -> tuple[tuple[str, int], ...]:
    """What changes when an engine's models do: names and times of change of the folders that hold them.

    It is asked for with every pair that a route may take, so it must be cheap.
    """
    roots = [models_folder() / engine, *([_hub_cache()] if engine == "seq2seq" else [])]
    found = []
    for root in roots:
        try:
            with os.scandir(root) as entries:
                found += [(entry.path, entry.stat().st_mtime_ns) for entry in entries]
        except OSError:  # there is no such folder, or an entry is gone again
            continue
    return tuple(sorted(found))


def _installed(engine: str) -> Iterator[tuple[str, Path]]:
    """Names and folders in the models folder."""
    root = models_folder() / engine
    for folder in sorted(root.iterdir()) if root.is_dir() else ():
        if folder.is_dir() and not folder.name.startswith("."):
            yield folder.name, folder


def _cached() -> Iterator[tuple[str, Path]]:
    """Names and folders in the local Hugging Face cache: what `main` was when it was last fetched."""
    for repository in sorted(_hub_cache().glob("models--*--*")):
        try:
            revision = (repository / "refs" / "main").read_text(encoding="utf-8").strip()
        except OSError:
            continue
        yield repository.name.split("--", 2)[2], repository / "snapshots" / revision


def _hub_cache() -> Path:
    """Where Hugging Face's own library keeps what it downloads."""
    caches = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # never raises, as Path.home() may
    home = os.environ.get("HF_HOME") or Path(caches, "huggingface")
    return Path(os.environ.get("HF_HUB_CACHE") or Path(home, "hub"))


def _family(folder: Path, name: str) -> Family | None:
    """The family that a folder's settings tell, or None."""
    settings, tokenizer = read_json(folder / "config.json"), read_json(folder / "tokenizer_config.json")
    found = _FAMILY_BY_TYPE.get(str(settings.get("model_type")))
    for beginning, family in _FAMILY_BY_TOKENIZER.items():
        if str(tokenizer.get("tokenizer_class")).startswith(beginning):
            found = family
    if found is None and (folder / "source.spm").is_file():
        return "marian"
    if found == "m2m100" and "nllb" in name.casefold():
        return "nllb"
    return found


def _card_licence(folder: Path) -> str:
    """The licence that a model card names in its header, or nothing."""
    try:
        found = _LICENCE.search(
            (folder / "README.md").read_text(encoding="utf-8", errors="replace").partition("\n---")[0]
        )
    except OSError:
        return ""
    return found[1] if found else ""
