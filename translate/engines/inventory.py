"""What `models list` shows besides Mozilla's models: checkpoints, Apertium's pairs, and Debian's packages of more."""

from collections.abc import Collection
from dataclasses import dataclass

from translate.engines.apertium import DEBIAN_MODES, ApertiumEngine
from translate.engines.figures import figure
from translate.engines.seq2seq.checkpoint import Checkpoint, find_checkpoints
from translate.errors import EngineError
from translate.remedies import debian_packages

_FEW = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One model for people.

    Attributes:
        engine: Key in ENGINES; with "/" and the name it can be asked for by name.
        name: Its name; for Apertium the pair.
        languages: What it translates, in short: "ru → en", "en → 3 languages".
        size_bytes: Size on disk; 0 where it is shared with other pairs.
        licence: As its card tells it, or "unknown".
        quality: A figure with its measure, or empty.
        by_name_only: Whether no route takes it unless the reader names it.
    """

    engine: str
    name: str
    languages: str
    size_bytes: int
    licence: str
    quality: str
    by_name_only: bool = False


def installed_entries() -> tuple[Entry, ...]:
    """Checkpoints of both engines and Apertium's pairs that are on this machine, by engine and name."""
    found = [
        _checkpoint_entry(engine, checkpoint)
        for engine in ("ctranslate2", "seq2seq")
        for checkpoint in find_checkpoints(engine)
    ]
    return (*found, *_apertium_entries())


def debian_offers() -> tuple[tuple[str, str], ...]:
    """Debian's packages that would add pairs to those installed, each with these: ("apertium-es-ro", "ro-es")."""
    here = {entry.name for entry in _apertium_entries()}
    pairs: dict[str, list[str]] = {}
    for (source, target), package in sorted(debian_packages().items()):
        if f"{source}-{target}" not in here:
            pairs.setdefault(package, []).append(f"{source}-{target}")
    return tuple((package, ", ".join(pairs[package])) for package in sorted(pairs))


def _checkpoint_entry(engine: str, checkpoint: Checkpoint) -> Entry:
    """The entry of one checkpoint."""
    sources, targets = _names(checkpoint.sources), _names(checkpoint.targets)
    pair = (next(iter(checkpoint.sources)), next(iter(checkpoint.targets)))
    known = figure(checkpoint.title, *pair) if len(checkpoint.sources) == len(checkpoint.targets) == 1 else None
    return Entry(
        engine,
        checkpoint.name,
        f"{sources} → {targets}",
        sum(path.stat().st_size for path in checkpoint.folder.iterdir() if path.is_file()),
        checkpoint.licence or "unknown",
        "" if known is None else f"{known.metric} {known.value:.2f}{'' if known.exact else ' (mean of its kind)'}",
        not checkpoint.is_free,
    )


def _names(codes: Collection[str]) -> str:
    """Languages in short."""
    return " ".join(codes) if len(codes) < _FEW else f"{len(codes)} languages"


def _apertium_entries() -> tuple[Entry, ...]:
    """An entry a pair; none where Apertium is not installed."""
    try:
        pairs = ApertiumEngine(DEBIAN_MODES).pairs()
    except EngineError:
        return ()
    found = []
    for source, target in pairs:
        known = figure("Apertium", source, target)
        quality = f"gist, chrF {100 * known.value:.1f}" if known is not None and known.exact else "gist"
        found.append(Entry("apertium", f"{source}-{target}", f"{source} → {target}", 0, "GPL", quality))
    return tuple(found)
