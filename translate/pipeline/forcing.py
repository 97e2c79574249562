"""What decides whether a word that an engine did not choose may stand in its translation."""

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.checks.registry import check
from translate.engines.protocol import Decoding, Engine
from translate.hypothesis import Hypothesis, TokenScore


def with_links(text: str, found: Hypothesis, engine: Engine, source: str, target: str) -> Hypothesis:
    """The same hypothesis with word links; without any where the engine now says something else."""
    if found.alignment:
        return found
    again = engine.translate([text], source, target, Decoding(alignment=True))[0]
    return replace(found, alignment=again.alignment if again.text == found.text else ())


def linked_form(found: Hypothesis, forms: Sequence[str], start: int, end: int) -> tuple[int, int] | None:
    """Where one of some forms stands in a translation and is linked to a stretch of the source; None where none is."""
    links = [link for link in found.alignment if link.source_start < end and link.source_end > start]
    for form in forms:
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", found.text, re.IGNORECASE):
            if any(link.target_start < match.end() and link.target_end > match.start() for link in links):
                return match.span()
    return None


def mean_score(scores: Sequence[TokenScore], without: tuple[int, int] = (0, 0)) -> float:
    """Mean log-probability of a translation's tokens, a stretch left out."""
    found = [token.score for token in scores if token.end <= without[0] or token.start >= without[1]]
    return sum(found) / len(found) if found else 0.0


def wrong(text: str, hypothesis: Hypothesis, source: str, target: str) -> int:
    """How many errors and warnings the checks have on a translation, however sure the engine is of it."""
    found = check([text], [unscored(hypothesis)], [source], target)
    return sum(issue.severity != "notice" for issue in found)


def unscored(found: Hypothesis) -> Hypothesis:
    """A translation without its score, which would say how unlikely a forced word is and nothing of the rest."""
    return replace(found, score=None, token_scores=())
