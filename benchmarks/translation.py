"""How good are the translations of each installed route?"""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from benchmarks.report import arguments, ntrex_lines, report
from translate import EngineSet, LanguageError, Route, find_route, language
from translate.engines.pieces import pieces
from translate.engines.protocol import Engine
from translate.routing.routes import describe, open_route

_WINDOW = 128


@dataclass(frozen=True, slots=True)
class Trial:
    """A pair as NTREX names it, the engine that is asked for (None: the best installed), and how many lines."""

    pair: str
    engine: str | None
    lines: int


_TRIALS = (
    Trial("en-pt", "firefox", 1000),
    Trial("en-pt-BR", "firefox", 1000),
    Trial("pt-en", "firefox", 1000),
    Trial("es-en", "apertium", 500),
    Trial("en-es", "apertium", 500),
    Trial("pt-es", "apertium", 500),
    Trial("es-pt", "apertium", 500),
    Trial("es-ca", "apertium", 500),
    Trial("en-ca", "apertium", 500),
    Trial("fr-es", "apertium", 500),
    Trial("fr-en", "apertium", 500),
)


def main() -> None:
    """Translate NTREX line by line and compare with the references."""
    parser = arguments(__doc__ or "")
    parser.add_argument(
        "--pair", action="append", help="a pair such as es-en, any number of times; else the usual ones"
    )
    parser.add_argument("--engine", help="the engine for --pair; the best installed route if not given")
    parser.add_argument("--lines", type=int, default=1000, help="first lines to translate, for --pair")
    options = parser.parse_args()
    engines = EngineSet()
    rows, missing = [], []
    for trial in _trials(options):
        try:
            rows.append(_row(trial, engines))
        except LanguageError as error:
            missing.append(f"{trial.pair} is not measured: {error}")
    report(
        "translation",
        "How good are the translations of each route?",
        ["pair", "route", "lines", "chrF", "BLEU"],
        rows,
        notes=[
            "NTREX-128 line by line, greedy; en-pt-BR is en-pt against the Brazilian references.",
            f"Signatures: {_signature(CHRF())}; {_signature(_bleu('en'))} (zh: tok:zh, ja: tok:char).",
            *missing,
        ],
        packages=["sacrebleu", "onnxruntime"],
        update=options.update,
    )


def _trials(options: Namespace) -> Sequence[Trial]:
    """What the options ask for."""
    if not options.pair:
        return _TRIALS
    return [Trial(pair, options.engine, options.lines) for pair in options.pair]


def _row(trial: Trial, engines: EngineSet) -> list[object]:
    """Pair, route, lines, chrF and BLEU."""
    source_name, target_name = trial.pair.split("-", 1)
    source, target = language(source_name).code, language(target_name).code
    route = find_route(source, target, engine=trial.engine, engines=engines)
    texts, references = (ntrex_lines(name, trial.lines) for name in (source_name, target_name))
    found = _translated(texts, route, open_route(route, engines))
    chrf = CHRF().corpus_score(found, [references]).score
    bleu = _bleu(target).corpus_score(found, [references]).score
    return [trial.pair, describe(route), len(texts), f"{chrf:.1f}", f"{bleu:.1f}"]


def _translated(texts: Sequence[str], route: Route, engine: Engine) -> list[str]:
    """Each line's translation; a line longer than the engine takes goes in pieces, as in translate()."""
    source, target = route.source, route.target
    cut = [pieces(text, lambda part: engine.count_tokens(part, source, target), engine.max_tokens) for text in texts]
    flat = [piece for parts in cut for piece in parts]
    outputs = iter(
        [
            hypothesis.text
            for start in range(0, len(flat), _WINDOW)
            for hypothesis in engine.translate(flat[start : start + _WINDOW], source, target)
        ]
    )
    return [language(target).joiner.join(next(outputs) for _ in parts) for parts in cut]


def _bleu(target: str) -> BLEU:
    """BLEU with the tokenizer that a language needs."""
    return BLEU(tokenize={"zh-Hans": "zh", "zh-Hant": "zh", "ja": "char"}.get(target, "13a"))


def _signature(metric: CHRF | BLEU) -> str:
    """A metric's settings; it tells them only once it has scored something."""
    metric.corpus_score(["a"], [["a"]])
    return str(metric.get_signature())


if __name__ == "__main__":
    main()
