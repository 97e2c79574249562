"""How long do long texts take? Processor time by stage and memory, for texts twice as long each time."""

import random
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from benchmarks.report import arguments, ntrex_lines, report
from summarize import export
from summarize.briefing import Briefing
from summarize.facts import extract_facts, fact_tables
from summarize.summarization import summarize
from translate import EngineSet, read, translate
from translate.checks.ranking import ranked
from translate.checks.registry import check
from translate.languages.detection import detect

V = TypeVar("V")


class _Clock:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def of(self, stage: str, make: Callable[[], V]) -> V:
        """What a stage makes, its time noted."""
        began = time.process_time()
        made = make()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - began
        return made


def main() -> None:
    """Measure and report."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--words", type=int, default=500_000, help="of the longest text")
    parser.add_argument("--doublings", type=int, default=3, help="how often the shortest is doubled")
    parser.add_argument("--engine", default="pseudo", help="pseudo takes no time, so that the rest shows")
    options = parser.parse_args()
    sizes = [options.words >> step for step in range(options.doublings, -1, -1)]
    measured, peaks = [], []
    for size in sizes:
        clock = _Clock()
        _brief(_text(size), clock, options.engine)
        measured.append(clock.seconds)
        peaks.append(_peak_mb())
        print(size, {stage: round(seconds, 1) for stage, seconds in clock.seconds.items()}, peaks[-1], flush=True)
    rows: list[tuple[object, ...]] = []
    for stage in measured[-1]:
        times = [seconds[stage] for seconds in measured]
        rows.append((stage, *(f"{seconds:.1f}" for seconds in times), f"{times[-1] / max(times[-2], 0.05):.1f}"))
    rows.append(("most memory (MB)", *peaks, ""))
    notes = [
        "Sentences of NTREX in English, in an order of their own, each with a number or a name of its own, under "
        "headings and in lists; no sentence comes twice. Seconds of processor time.",
        f"Engine: {options.engine}. Growth is that of the last doubling: 2 is linear.",
    ]
    header = ("stage", *(f"{size:,} words" for size in sizes), "growth")
    report("long_texts", "How long do long texts take?", header, rows, notes, (), options.update)


def _text(words: int) -> str:
    """A text of so many words, the same whenever it is asked for."""
    rng = random.Random("long texts")
    lines = ntrex_lines("en", 1000)
    written: list[str] = []
    count = number = 0
    while count < words:
        number += 1
        line = rng.choice(lines)
        opening = rng.choice(("In case {0}, ", "Under section {0}, ", "By {0} votes, ", "For {0} euros, "))
        sentence = opening.format(number) + line[0].lower() + line[1:]
        if number % 40 == 0:
            sentence = f"\nChapter {number // 40} On {line.split()[-1].strip('.')}\n"
        elif number % 7 == 0:
            sentence = f"\n({'abcdefg'[number % 5]}) {sentence}\n"
        written.append(sentence + ("\n\n" if rng.random() < 0.3 else ""))
        count += len(sentence.split())
    return " ".join(written)


def _brief(text: str, clock: _Clock, engine: str) -> None:
    """What brief() does, stage by stage."""
    document = clock.of("reading", lambda: read(text, language="en", max_characters=10 * len(text)))
    clock.of("detecting", lambda: detect(document.text))
    with EngineSet() as engines:
        made = clock.of("translating", lambda: translate(document, "pt", engine=engine, engines=engines))
    clock.of("checking again", lambda: check(document.texts, made.hypotheses, document.languages, "pt"))
    summary = clock.of("summarising", lambda: summarize(document))
    facts = clock.of("facts", lambda: extract_facts(document))
    tables = clock.of("tables", lambda: fact_tables(document))
    issues = clock.of("ranking", lambda: ranked((*made.issues, *summary.issues)))
    briefing = Briefing(detect(document.text), document, made, summary, issues, "pt", facts, tables)
    clock.of("JSON", lambda: export(briefing, "json"))
    clock.of("HTML", lambda: export(briefing, "html"))
    clock.of("text", lambda: export(briefing, "txt"))


def _peak_mb() -> int:
    """The most memory that the process has had."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
