"""What does a damaged file do? Each kind that we keep, damaged at random: the same result, or an error in words."""

import logging
import multiprocessing
import os
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.report import arguments, report
from tests.firefox_models import SHAPES, TEXTS, write_model
from translate import EngineError, FormatError, InputError, LanguageError
from translate.engines.firefox import sessions
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.firefox.manifest import MANIFEST, manifest_text
from translate.engines.firefox.packaged import packaged_models
from translate.resources.memory import Memory

_TRIALS, _SLOW_TRIALS, _CONTROLS = 1000, 100, 40
_HANGS_S = 30
_BLOCK_BYTES = 4096
_OUTCOMES = ("same", "refused in words", "different", "another error", "crash", "hung")
_SENTENCES = (
    "This bill does not transfer more than 500 records to the National Archives.",
    "The Council shall decide by a majority of its members.",
    "No person may sell the land without a permit.",
)


@dataclass(frozen=True, slots=True)
class _Scene:
    """Files that may be damaged, and what is then asked."""

    files: tuple[Path, ...]
    run: Callable[[], object]


def main() -> None:
    """Measure and report."""
    options = arguments(__doc__ or "").parse_args()
    rows = []
    for name, (_, trials) in _SCENES.items():
        found = _outcomes(name, trials)
        rows.append((name, trials, *(found[outcome] for outcome in _OUTCOMES)))
        print(rows[-1], flush=True)
    notes = [
        "Each trial damages one file in one of seven ways: one bit, 100 bits, 4 kB at random, 4 kB of zeros, cut "
        "short, two blocks of 4 kB exchanged, bytes appended (blocks smaller in small files). Seeded.",
        "The small model is random, of the real format. A model's files are network, vocabulary, shortlist, manifest.",
        "Refused in words: an EngineError or InputError that says what is damaged and what to do; never a translation.",
        f"Hung: no answer for {_HANGS_S} s. The controls leave the checks out: without them the benchmark does find "
        "other translations.",
    ]
    header = ("damaged", "trials", *_OUTCOMES)
    packages = ("onnxruntime", "sentencepiece")
    report("damage", "What does a damaged file do?", header, rows, notes, packages, options.update)


def _outcomes(name: str, trials: int) -> Counter[str]:
    """How the trials of a scene ended; they run in a process of their own, which is replaced where it hangs or dies."""
    context = multiprocessing.get_context("spawn")
    found: Counter[str] = Counter()
    while found.total() < trials:
        with TemporaryDirectory() as folder:
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, name, Path(folder), found.total(), trials))
            process.start()
            theirs.close()
            ours.recv()  # the scene stands
            outcome = ""
            while found.total() < trials and outcome not in ("hung", "crash"):
                outcome = _next(ours)
                found[outcome] += 1
            process.kill()
            process.join()
    return found


def _next(results: Connection) -> str:
    """How the next trial ends."""
    try:
        return results.recv() if results.poll(_HANGS_S) else "hung"
    except EOFError:
        return "crash"


def _work(results: Connection, name: str, folder: Path, first: int, trials: int) -> None:
    """Send how each trial ended."""
    logging.disable()
    os.environ |= {"ENTENTE_CACHE": str(folder / "cache"), "ENTENTE_MODELS": str(folder / "models")}
    scene = _SCENES[name][0](folder)
    expected = scene.run()
    results.send("ready")
    for trial in range(first, trials):
        rng = Random(f"{name} {trial}")
        path = rng.choice(scene.files)
        intact = path.read_bytes()
        path.write_bytes(_damaged(rng, intact))
        results.send(_outcome(scene, expected))
        path.write_bytes(intact)


def _outcome(scene: _Scene, expected: object) -> str:
    """How one trial ended."""
    try:
        return "same" if scene.run() == expected else "different"
    except (EngineError, FormatError, InputError, LanguageError):
        return "refused in words"
    except Exception:
        return "another error"


def _damaged(rng: Random, intact: bytes) -> bytes:
    """A file's content, damaged in one of seven ways; never as it was."""
    size = min(_BLOCK_BYTES, max(1, len(intact) // 4))
    at, other = rng.sample(range(len(intact) - size), 2)
    content = bytearray(intact)
    way = rng.randrange(7)
    if way <= 1:
        for place in rng.sample(range(8 * len(intact)), (1, 100)[way]):
            content[place // 8] ^= 1 << place % 8
    elif way == 2:
        content[at : at + size] = rng.randbytes(size)
    elif way == 3:
        content[at : at + size] = bytes(size)
    elif way == 4:
        del content[rng.randrange(len(intact)) :]
    elif way == 5:
        content[at : at + size], content[other : other + size] = intact[other : other + size], intact[at : at + size]
    else:
        content += rng.randbytes(rng.choice((1, size)))
    return bytes(content) if content != intact else _damaged(rng, intact)


def _small_model(folder: Path) -> _Scene:
    """An installed model of random weights."""
    model = write_model(folder / "models" / "firefox" / "xx-yy", SHAPES["shortlist"])
    (model.folder / MANIFEST).write_text(manifest_text(model), encoding="utf-8")
    return _Scene(tuple(sorted(model.folder.iterdir())), lambda: _translations(TEXTS, "xx", "yy"))


def _real_model(folder: Path) -> _Scene:
    """The packaged English → Portuguese model, installed."""
    packaged = next(model for model in packaged_models() if model.source == "en")
    model = replace(packaged, folder=folder / "models" / "firefox" / "en-pt", packaged=False)
    model.folder.mkdir(parents=True)
    for file in model.files:
        shutil.copyfile(packaged.path(file), model.path(file))
    (model.folder / MANIFEST).write_text(manifest_text(model), encoding="utf-8")
    return _Scene(tuple(sorted(model.folder.iterdir())), lambda: _translations(_SENTENCES, "en", "pt"))


def _translations(texts: tuple[str, ...], source: str, target: str) -> object:
    """What a fresh engine makes of texts."""
    sessions.signed_products_are_exact.cache_clear()
    return FirefoxEngine(threads=1).translate(texts, source, target)


def _graphs(model: Callable[[Path], _Scene]) -> Callable[[Path], _Scene]:
    """The cached graphs of a model."""

    def scene(folder: Path) -> _Scene:
        run = model(folder).run
        run()
        return _Scene(tuple(sorted((folder / "cache").iterdir())), run)

    return scene


def _unchecked_graphs(folder: Path) -> _Scene:
    """The same without checksums."""
    found = _graphs(_real_model)(folder)
    sessions.read_kept = lambda path: path.read_bytes()[20:] if path.is_file() else None
    return found


def _memory(folder: Path) -> _Scene:
    """A translation memory of 24 pages."""
    path = folder / "memory.sqlite"
    pairs = [(f"{text}, case {number}", f"translation {number}") for number in range(100) for text in TEXTS]
    with Memory(path) as memory:
        memory.add(pairs, "en", "pt")

    def run() -> object:
        with Memory(path) as opened:
            return [opened.hypothesis(source, "en", "pt") for source, _ in pairs], opened.find(
                "the fee", "en", "pt", 0.1
            )

    return _Scene((path,), run)


def _unchecked_memory(folder: Path) -> _Scene:
    """The same without checksums of rows and total."""
    from translate.resources import memory, memory_file

    memory_file._check = lambda database: None
    memory._match = lambda languages, found, score: memory.Match(found[0], found[1], score)
    return _memory(folder)


_SCENES: dict[str, tuple[Callable[[Path], _Scene], int]] = {
    "graphs of a small model": (_graphs(_small_model), _TRIALS),
    "graphs of English → Portuguese": (_graphs(_real_model), _SLOW_TRIALS),
    "files of a small model": (_small_model, _TRIALS),
    "files of English → Portuguese": (_real_model, _SLOW_TRIALS),
    "translation memory": (_memory, _TRIALS),
    "control: graphs of English → Portuguese, unchecked": (_unchecked_graphs, _CONTROLS),
    "control: translation memory, unchecked": (_unchecked_memory, _CONTROLS),
}


if __name__ == "__main__":
    main()
