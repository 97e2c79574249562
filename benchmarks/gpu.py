"""Does a graphics card give the processor's translations, and how much faster?

    python -m benchmarks.gpu --pairs pairs.tsv
    python -m benchmarks.gpu --pairs pairs.tsv --checkpoint FOLDER

The first trains a small English → Portuguese model there and then; benchmarks.gpu_model writes the pairs. It needs
PyTorch, transformers, sentencepiece and sacrebleu, and neither the packaged models nor a network; it takes under five
minutes on a card.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.conversion import write_random
from benchmarks.gpu_model import train
from benchmarks.report import arguments, report

_TRAINED, _LARGE = "opus-mt-en-pt", "opus-mt-en-fr"
_CARD_COPIES = 16
"""How often the processor's sentences are given to the card, which is idle with few."""


class Run(NamedTuple):
    """What one device and precision made of the held-out lines."""

    name: str
    texts: list[str]
    seconds: float


def main() -> None:
    """Compare, or say that there is no card."""
    import torch

    parser = arguments(__doc__ or "")
    parser.add_argument("--pairs", type=Path, required=True, help="what benchmarks.gpu_model wrote")
    parser.add_argument("--checkpoint", type=Path, help="Marian checkpoint en-pt; trained on the pairs if not given")
    parser.add_argument("--train-seconds", type=float, default=75, help="how long one is trained")
    parser.add_argument("--lines", type=int, default=200, help="held-out lines")
    options = parser.parse_args()
    card = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else ""
    if not card:
        print(f"There is no graphics card here: PyTorch {torch.__version__} finds neither CUDA nor MPS.")
        return
    with tempfile.TemporaryDirectory() as models:
        os.environ |= {"ENTENTE_MODELS": models, "HF_HUB_CACHE": f"{models}/none"}
        trained, tests = _prepare(Path(models) / "seq2seq", options, card)
        rows = []
        large = _large(Path(models) / "seq2seq", [text for text, _ in tests][:64], card)
        for row in chain(_compared(tests, card, _TRAINED), _converted(tests, card), large):
            print(*row, sep=" | ", file=sys.stderr, flush=True)  # what is measured is not lost where a later part fails
            rows.append(row)
    name = torch.cuda.get_device_name() if card == "cuda" else "Apple"
    report(
        "gpu",
        "Does a graphics card give the processor's translations, and how much faster?",
        ["engine", "model", "device", "same lines %", "chrF", "difference", "speed"],
        rows,
        notes=[
            f"Card: {name}; processor: {os.cpu_count()} cores. Greedy. Speed: lines (or output tokens) a second as a "
            "multiple of the processor's in the same run, the model loaded and warm. Same lines and difference: "
            "against the processor in float32.",
            trained,
            "OPUS-MT's size: random weights, 6 + 6 layers, 512 wide, 58,101 pieces; every output as long as the engine "
            f"allows; the card got the processor's sentences {_CARD_COPIES} times.",
        ],
        packages=["torch", "transformers"],
        update=options.update,
    )


def _prepare(folder: Path, options: Namespace, card: str) -> tuple[str, list[tuple[str, str]]]:
    """Put the checkpoint there; what to say of it, and the held-out lines with their references."""
    rows = [line.split("\t") for line in options.pairs.read_text(encoding="utf-8").split("\n") if line]
    pairs = [(row[1], row[2]) for row in rows if row[0] == "train"]
    tests = [(row[1], row[2]) for row in rows if row[0] == "test"][: options.lines]
    if options.checkpoint:
        shutil.copytree(options.checkpoint, folder / _TRAINED)
        return f"Model: {options.checkpoint.name}; {len(tests)} held-out lines of NTREX-128.", tests
    steps = train(folder / _TRAINED, pairs, card, options.train_seconds)
    said = (
        f"Model: Marian, 4 + 4 layers, 256 wide, trained for {options.train_seconds:g} s ({steps:,} steps) on "
        f"{len(pairs):,} sentences and the packaged engine's translations; {len(tests)} held-out lines of NTREX-128."
    )
    return said, tests


def _compared(tests: list[tuple[str, str]], card: str, model: str) -> Iterator[list[str]]:
    """A row a device and precision: the same lines, chrF, speed."""
    from sacrebleu.metrics.chrf import CHRF

    texts, references = [text for text, _ in tests], [reference for _, reference in tests]
    first = _run("cpu", "float32", texts, model, 1)
    chrf = CHRF().corpus_score(first.texts, [references]).score
    yield ["seq2seq", model, first.name, "", f"{chrf:.2f}", "", "1"]
    for precision in ("float32", "float16", "bfloat16"):
        run = _run(card, precision, texts, model, 3)
        same = statistics.fmean(one == other for one, other in zip(first.texts, run.texts, strict=True))
        score = CHRF().corpus_score(run.texts, [references]).score
        yield [
            "seq2seq", model, run.name, f"{100 * same:.1f}", f"{score:.2f}", f"{score - chrf:+.2f}",
            f"{first.seconds / run.seconds:.1f}",
        ]  # fmt: skip


def _run(device: str, precision: str, texts: list[str], model: str, runs: int) -> Run:
    """Translations of a device, and the seconds that they took, the best of some runs."""
    from translate.engines.registry import load_engine
    from translate.engines.settings import EngineSettings

    engine = load_engine(f"seq2seq/{model}", EngineSettings(device=device, precision=precision))
    source, target = model.split("-")[-2:]
    engine.translate(texts[:8], source, target)
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        found = [hypothesis.text for hypothesis in engine.translate(texts, source, target)]
        times.append(time.perf_counter() - start)
    return Run(f"{device}, {precision}", found, min(times))


def _converted(tests: list[tuple[str, str]], card: str) -> list[list[Any]]:
    """A row of the same checkpoint on CTranslate2 on the card; why there is none where there is none."""
    from sacrebleu.metrics.chrf import CHRF

    from translate.engines.registry import load_engine
    from translate.engines.settings import EngineSettings
    from translate.errors import EngineError
    from translate.models.conversion import convert

    texts, references = [text for text, _ in tests], [reference for _, reference in tests]
    rows: list[list[Any]] = []
    first: list[str] = []
    spent = 0.0
    try:
        convert(_TRAINED)
        for device, precision in (("cpu", "float32"), (card, "float32"), (card, "float16")):
            engine = load_engine("ctranslate2", EngineSettings(device=device, precision=precision))
            engine.translate(texts[:8], "en", "pt")
            start = time.perf_counter()
            found = [hypothesis.text for hypothesis in engine.translate(texts, "en", "pt")]
            seconds = time.perf_counter() - start
            first, spent = first or found, spent or seconds
            same = statistics.fmean(one == other for one, other in zip(first, found, strict=True))
            score = CHRF().corpus_score(found, [references]).score
            rows.append(
                ["ctranslate2", _TRAINED, f"{device}, {precision}", f"{100 * same:.1f}", f"{score:.2f}", "",
                 f"{spent / seconds:.1f}"]
            )  # fmt: skip
    except (EngineError, RuntimeError) as error:
        rows.append(["ctranslate2", _TRAINED, f"{card}: {str(error)[:120]}", "", "", "", ""])
    return rows


def _large(folder: Path, texts: list[str], card: str) -> Iterator[list[str]]:
    """A row a precision: the speed of a model of OPUS-MT's size; its words mean nothing."""
    write_random(folder / _LARGE, texts)
    first = _run("cpu", "float32", texts, _LARGE, 1)
    for precision in ("float32", "float16"):
        run = _run(card, precision, texts * _CARD_COPIES, _LARGE, 2)
        same = statistics.fmean(one == other for one, other in zip(first.texts, run.texts, strict=False))
        ratio = first.seconds * _CARD_COPIES / run.seconds
        yield ["seq2seq", "OPUS-MT's size, random", run.name, f"{100 * same:.1f}", "", "", f"{ratio:.1f}"]


if __name__ == "__main__":
    main()
