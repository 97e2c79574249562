"""Which injected errors the checks find, and how often they cry wolf over good translations."""

import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from benchmarks.injections import amounts, structure, wording
from benchmarks.report import arguments, data_folder, report
from translate.checks.registry import check
from translate.hypothesis import Hypothesis

_ROUNDS = 8
"""One segment in eight is changed at a time, so that a document's own statistics stay what they are."""
_DOCUMENT_KINDS = frozenset({"length", "similarity"})
"""Checks that compare a segment with the rest of its document; the others see the changed segments only."""
_LANGUAGES = ("en", "pt", "es", "fr", "de", "it", "ru", "zh", "ar")
_NEWS_PAIRS = (
    *(pair for other in _LANGUAGES[1:] for pair in (("en", other), (other, "en"))),
    ("es", "pt"),
    ("pt", "fr"),
)
_CHARTER = ("en", "fr", "es", "ru", "zh", "ar")
_CHARTER_PAIRS = tuple(pair for other in _CHARTER[1:] for pair in (("en", other), (other, "en")))


class Corpus(NamedTuple):
    """Segments and their reference translations."""

    name: str
    source_language: str
    target_language: str
    sources: Sequence[str]
    targets: Sequence[str]

    @property
    def pair(self) -> tuple[str, str]:
        """Both languages."""
        return self.source_language, self.target_language


class Experiment(NamedTuple):
    """One kind of error: how it is made, which checks should see it, the bars for hits and false alarms."""

    name: str
    inject: Callable[[Corpus, int, random.Random], str | None]
    kinds: frozenset[str]
    least_found: float
    most_alarms: float
    corpora: frozenset[str] = frozenset({"news", "charter", "declaration"})


def _target(
    function: Callable[[str, str, random.Random], str | None],
) -> Callable[[Corpus, int, random.Random], str | None]:
    """An injection that looks at the translation only."""
    return lambda corpus, i, rng: function(corpus.targets[i], corpus.target_language, rng)


def _both(
    function: Callable[[str, str, tuple[str, str], random.Random], str | None],
) -> Callable[[Corpus, int, random.Random], str | None]:
    """An injection that looks at both sides."""
    return lambda corpus, i, rng: function(corpus.sources[i], corpus.targets[i], corpus.pair, rng)


_AMOUNTS = frozenset({"numbers", "dates", "references"})
EXPERIMENTS = (
    Experiment("changed number", _target(amounts.change_number), _AMOUNTS, 0.95, 0.02),
    Experiment("changed date", _target(amounts.change_date), _AMOUNTS, 0.95, 0.02),
    Experiment("changed reference", _target(amounts.change_reference), _AMOUNTS, 0.95, 0.02),
    Experiment("dropped negation", _both(wording.drop_negation), frozenset({"negation"}), 0.80, 0.02),
    Experiment("added negation", _both(wording.add_negation), frozenset({"negation"}), 0.0, 0.02),
    Experiment(
        "changed obligation",
        _both(wording.change_obligation),
        frozenset({"obligation"}),
        0.75,
        0.02,
        frozenset({"charter"}),
    ),
    Experiment("loop", _target(structure.loop), frozenset({"repetition"}), 0.95, 0.005),
    Experiment(
        "untranslated",
        lambda corpus, i, rng: structure.leave_source(corpus.sources[i], corpus.pair),
        frozenset({"copied", "language"}),
        0.99,
        0.005,
    ),
    Experiment("dropped clause", _target(structure.drop_clause), frozenset({"length"}), 0.70, 0.02),
)


def main() -> None:
    """Print the tables; with --update write them and the rates that the program shows beside each kind."""
    parser = arguments(main.__doc__ or "")
    parser.add_argument("--only", default="", help="run one kind of error")
    options = parser.parse_args()
    corpora = [*_news(), *_charter(), *_declaration()]
    rows = []
    for experiment in EXPERIMENTS:
        if options.only in experiment.name:
            rows += _measure(experiment, corpora)
    report(
        "checks",
        "Which errors do the checks find?",
        ("error", "corpus", "pair", "cases", "found %", "false alarms %"),
        rows,
        update=options.update,
    )


def _measure(experiment: Experiment, corpora: Sequence[Corpus]) -> list[tuple[object, ...]]:
    """Hits and false alarms on every corpus and pair, and their totals."""
    rows: list[tuple[object, ...]] = []
    hits = cases = alarms = segments = 0
    for corpus in corpora:
        if corpus.name not in experiment.corpora:
            continue
        found, made = _found(experiment, corpus)
        if not made:
            continue
        false = len(_flagged(corpus, dict(enumerate(corpus.targets)), experiment.kinds))
        hits, cases, alarms, segments = hits + found, cases + made, alarms + false, segments + len(corpus.targets)
        pair = ">".join(corpus.pair)
        rows.append(
            (experiment.name, corpus.name, pair, made, _percent(found, made), _percent(false, len(corpus.targets)))
        )
    rows.append((experiment.name, "all", "all", cases, _percent(hits, cases), _percent(alarms, segments)))
    return rows


def _found(experiment: Experiment, corpus: Corpus) -> tuple[int, int]:
    """Number of injected errors that were flagged, and of those injected."""
    found = made = 0
    rng = random.Random(f"{experiment.name} {corpus.pair}")
    whole = bool(experiment.kinds & _DOCUMENT_KINDS)
    for turn in range(_ROUNDS):
        changed = {
            i: text
            for i in range(turn, len(corpus.targets), _ROUNDS)
            if (text := experiment.inject(corpus, i, rng)) is not None
        }
        wanted = range(len(corpus.targets)) if whole else sorted(changed)
        flagged = _flagged(corpus, {i: changed.get(i, corpus.targets[i]) for i in wanted}, experiment.kinds)
        found += len(flagged & changed.keys())
        made += len(changed)
    return found, made


def _flagged(corpus: Corpus, targets: Mapping[int, str], kinds: frozenset[str]) -> set[int]:
    """Segments with an issue of these kinds above a notice."""
    ids = list(targets)
    hypotheses = [Hypothesis(targets[i], origin="reference") for i in ids]
    languages = [corpus.source_language] * len(ids)
    issues = check([corpus.sources[i] for i in ids], hypotheses, languages, corpus.target_language, kinds)
    return {ids[issue.segment] for issue in issues if issue.segment is not None and issue.severity != "notice"}


def _news() -> Iterator[Corpus]:
    """NTREX news."""
    folder = data_folder("ntrex")
    texts = {code: (folder / f"{code}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n") for code in _LANGUAGES}
    for source, target in _NEWS_PAIRS:
        yield Corpus("news", source, target, texts[source], texts[target])


def _charter() -> Iterator[Corpus]:
    """UN Charter, line by line where two languages have as many lines in an article, else by article."""
    articles = json.loads((data_folder("un_charter") / "articles.json").read_text(encoding="utf-8"))
    for source, target in _CHARTER_PAIRS:
        rows = [
            pair for article in articles.values() for pair in _lines(article.get(source, ""), article.get(target, ""))
        ]
        yield Corpus("charter", source, target, [a for a, _ in rows], [b for _, b in rows])


def _lines(before: str, after: str) -> list[tuple[str, str]]:
    """Pairs of lines, or of whole texts where the lines do not match."""
    first, second = ([line.strip() for line in text.split("\n") if line.strip()] for text in (before, after))
    if len(first) == len(second):
        return list(zip(first, second, strict=True))
    return [(" ".join(first), " ".join(second))] if first and second else []


def _declaration() -> Iterator[Corpus]:
    """Universal Declaration of Human Rights."""
    units = json.loads((data_folder("udhr") / "units.json").read_text(encoding="utf-8"))
    for source, target in _NEWS_PAIRS:
        rows = [(unit[source], unit[target]) for unit in units.values() if source in unit and target in unit]
        yield Corpus("declaration", source, target, [a for a, _ in rows], [b for _, b in rows])


def _percent(part: int, whole: int) -> str:
    """Share in percent with one digit."""
    return f"{100 * part / whole:.1f}" if whole else "–"


if __name__ == "__main__":
    main()
