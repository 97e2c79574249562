"""Every check by name, and check(): what a whole document's translation should be checked for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from translate.checks.coverage import find_coverage
from translate.checks.pair import Check, make_pairs
from translate.checks.separators import find_separators
from translate.checks.terms import find_terms
from translate.hypothesis import Hypothesis
from translate.issue import Issue, in_segment_order
from translate.registry import resolve
from translate.resources.glossary import Glossary

CHECKS: dict[str, str] = {
    "copied": "translate.checks.copied:find_copied",
    "remains": "translate.checks.remains:find_remains",
    "repetition": "translate.checks.repetition:find_repetition",
    "language": "translate.checks.language:find_language",
    "numbers": "translate.checks.numbers:find_numbers",
    "dates": "translate.checks.dates:find_dates",
    "weekdays": "translate.checks.concepts:find_weekdays",
    "countries": "translate.checks.concepts:find_countries",
    "references": "translate.checks.references:find_references",
    "negation": "translate.checks.negation:find_negation",
    "bounds": "translate.checks.bounds:find_bounds",
    "obligation": "translate.checks.obligation:find_obligation",
    "length": "translate.checks.length:find_length",
    "additions": "translate.checks.additions:find_additions",
    "similarity": "translate.checks.similarity:find_similarity",
    "names": "translate.checks.names:find_names",
    "actors": "translate.checks.actors:find_actors",
    "confidence": "translate.checks.confidence:find_confidence",
    "consistency": "translate.checks.consistency:find_consistency",
    "quotes": "translate.checks.quotes:find_quotes",
}
"""Kind of issue to the function that finds it. Adding a check is one file here and one line."""

ON_REQUEST = frozenset({"similarity"})
"""Checks that take longer than the translation itself: they run only where `kinds` names them."""

TOGETHER = frozenset({"names", "consistency"})
"""Checks that compare segments with each other; all others find the same in each segment alone."""

ALONE = frozenset(CHECKS) - TOGETHER - ON_REQUEST
"""Checks that can run as the segments come; what they found goes to check() as `known`."""


def check(
    source_texts: Sequence[str],
    hypotheses: Sequence[Hypothesis],
    source_languages: Sequence[str],
    target_language: str,
    kinds: Collection[str] | None = None,
    glossary: Glossary | None = None,
    known: Mapping[str, Sequence[Issue]] | None = None,
) -> tuple[Issue, ...]:
    """What to check in a translation, segment by segment.

    Args:
        source_texts: Text of every segment.
        hypotheses: One for each segment.
        source_languages: BCP 47 code of each segment.
        target_language: BCP 47 code of the translation.
        kinds: Names of the checks to run; None for all of CHECKS but those ON_REQUEST.
        glossary: The reader's terms; issues of kind "terms" where the translation did not keep to them.
        known: What checks that need not run any more found in these segments, by their names in CHECKS.

    Returns:
        Issues sorted by segment, then by kind in the order of CHECKS. Segments without a translation of their own
        (copied, untranslated, pending) are not checked; an untranslated one and one that the engine cut are
        issues of their own, whatever `kinds` says. Where copied numbers read otherwise, a notice on the whole says so.
    """
    pairs = make_pairs(source_texts, hypotheses, source_languages, target_language)
    found: list[Issue] = find_coverage(hypotheses)
    if kinds is None:
        found += find_separators(source_texts, hypotheses, source_languages, target_language)
    for kind in CHECKS:
        if kind in kinds if kinds is not None else kind not in ON_REQUEST:
            run: Check = resolve(CHECKS, kind)
            found += known[kind] if known is not None and kind in known else run(pairs)
    if glossary is not None:
        found += find_terms(pairs, glossary)
    return in_segment_order(found)


class Alone:
    """What the checks of ALONE find in segments as they come, so that it need not all be looked for at the end."""

    def __init__(self, source_texts: Sequence[str], source_languages: Sequence[str], target_language: str) -> None:
        """Know the document whose segments will come."""
        self._texts, self._languages, self._target = source_texts, source_languages, target_language
        self._seen: set[int] = set()
        self.found: dict[str, list[Issue]] = {kind: [] for kind in CHECKS if kind in ALONE}
        """By the names of the checks; give it to check()."""

    def look_at(self, hypotheses: Mapping[int, Hypothesis]) -> None:
        """Check segments, given by their ids, that were not checked before."""
        ids = sorted(hypotheses.keys() - self._seen)
        self._seen.update(ids)
        texts, languages = [self._texts[i] for i in ids], [self._languages[i] for i in ids]
        pairs = make_pairs(texts, [hypotheses[i] for i in ids], languages, self._target)
        placed = [replace(pair, segment=ids[pair.segment]) for pair in pairs]
        for kind, found in self.found.items():
            found += resolve(CHECKS, kind)(placed)
