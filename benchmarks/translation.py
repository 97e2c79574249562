"""How good the translations of a route are, on NTREX."""

from collections.abc import Sequence

from benchmarks.report import arguments, data_folder, report
from translate.engines.registry import load_engine

_DEFAULT = ("en-pt", "en-pt-BR", "pt-en")


def main() -> None:
    """Score each pair by chrF and BLEU."""
    parser = arguments(__doc__)
    parser.add_argument("--pair", action="append", help="a pair such as es-en; may be given several times")
    parser.add_argument("--engine", default="firefox", help="the engine to ask")
    parser.add_argument("--lines", type=int, default=1000, help="first lines to translate")
    options = parser.parse_args()
    engine = load_engine(options.engine)
    rows, signatures = [], set()
    for pair in options.pair or _DEFAULT:
        source, _, target = pair.partition("-")
        texts, references = _lines(source, options.lines), _lines(target, options.lines)
        outputs = [found.text for found in engine.translate(texts, source, target)]
        scores, used = _scores(outputs, references, target)
        rows.append([pair, engine.describe(source, target), *scores])
        signatures |= used
    notes = [f"NTREX, first {options.lines} segments", *sorted(signatures)]
    header = ["pair", "model", "chrF", "BLEU"]
    name = "translation"
    report(name, "How good are the translations?", header, rows, notes, ("sacrebleu", "onnxruntime"), options.update)


def _lines(code: str, count: int) -> list[str]:
    """First lines of a language of NTREX."""
    return (data_folder("ntrex") / f"{code}.txt").read_text(encoding="utf-8").splitlines()[:count]


def _scores(outputs: Sequence[str], references: Sequence[str], target: str) -> tuple[list[str], set[str]]:
    """chrF and BLEU with one decimal, and sacreBLEU's signatures of both."""
    from sacrebleu.metrics import BLEU, CHRF

    tokenizers = {"zh": "zh", "ja": "ja-mecab", "ko": "ko-mecab"}
    metrics = (CHRF(), BLEU(tokenize=tokenizers.get(target, "13a")))
    scores = [f"{metric.corpus_score(outputs, [references]).score:.1f}" for metric in metrics]
    return scores, {f"{type(metric).__name__}: {metric.get_signature()}" for metric in metrics}


if __name__ == "__main__":
    main()
