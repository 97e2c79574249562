"""Terms of the reader's glossary that the translation did not keep to."""

from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.glossary import Glossary, adherence, collisions
from translate.issue import Issue


def find_terms(pairs: Sequence[Pair], glossary: Glossary) -> list[Issue]:
    """Segments that use a term of the glossary without its translation, and those where two terms became one.

    Args:
        pairs: A document's translated segments, in the glossary's languages.
        glossary: The reader's terms.
    """
    sources, targets = {p.segment: p.source for p in pairs}, {p.segment: p.target for p in pairs}
    merged = {(c.term, segment): c.other for c in collisions(glossary, sources, targets) for segment in c.segments}
    issues = []
    for entry in adherence(glossary, sources, targets):
        for segment in entry.missed:
            term = entry.term
            wanted = "is not to be translated" if term.kept else f"should be “{term.target}”"
            other = merged.get((term, segment))
            taken = f"; “{other.target}” is the term for “{other.source}”" if other else ""
            elsewhere = " (elsewhere it is)" if entry.inconsistent else ""
            message = f"By the glossary “{term.source}” {wanted}{elsewhere}{taken}."
            issues.append(Issue("terms", segment, None, message))
    return issues
