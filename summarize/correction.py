"""corrected(): a briefing with one translation as its reader put it."""

from dataclasses import replace

from summarize.briefing import Briefing
from translate.checks.ranking import ranked
from translate.checks.registry import CHECKS, check
from translate.document import Document
from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.pipeline.opinions import agreement
from translate.resources.glossary import Glossary
from translate.translation import Translation

_RENEWED = frozenset(CHECKS) | {"untranslated", "truncated", "disagreement"}
"""Kinds of issues that a correction settles or has found anew in its segment; others stay."""


def corrected(briefing: Briefing, segment: int, text: str, glossary: Glossary | None = None) -> Briefing:
    """The briefing with one hypothesis replaced, and what there is to check in it found anew.

    Args:
        briefing: With a translation.
        segment: Position of the segment.
        text: The reader's translation; white space around it is dropped.
        glossary: The reader's terms, where the briefing was made with any.

    Returns:
        An equal briefing but for the target text, that hypothesis (origin "edited") and its issues.

    Raises:
        ValueError: There is no translation, no such segment, or the text is empty.
    """
    translation, text = briefing.translation, text.strip()
    if translation is None or not text or not 0 <= segment < len(translation.hypotheses):
        raise ValueError(f"no translation of segment {segment} to correct, or nothing to put in its place")
    hypothesis = replace(
        translation.hypotheses[segment],
        text=text,
        score=None,
        alignment=(),
        token_scores=(),
        origin="edited",
        truncated=False,
    )
    found = _issues(briefing.document, segment, hypothesis, briefing.target, glossary)
    renewed = _RENEWED if glossary is None else _RENEWED | {"terms"}
    issues = _kept(briefing.issues, segment, renewed) + found
    return replace(
        briefing,
        translation=_with(translation, segment, hypothesis, _kept(translation.issues, segment, renewed) + found),
        issues=ranked(issues),
    )


def _with(translation: Translation, segment: int, hypothesis: Hypothesis, issues: tuple[Issue, ...]) -> Translation:
    """The translation with one hypothesis replaced, compared anew with a second opinion of it, and its issues."""
    hypotheses = (*translation.hypotheses[:segment], hypothesis, *translation.hypotheses[segment + 1 :])
    languages = [s.language for s in translation.target.segments]
    languages[segment] = translation.target.language
    texts = [h.text for h in hypotheses]
    return replace(
        translation,
        target=replace(
            translation.source.with_texts(texts, languages, translation.target.language),
            title=translation.target.title,
        ),
        hypotheses=hypotheses,
        issues=tuple(sorted(issues, key=lambda issue: -1 if issue.segment is None else issue.segment)),
        opinions=tuple(
            replace(o, agreement=agreement(hypothesis.text, o.hypothesis.text)) if o.segment == segment else o
            for o in translation.opinions
        ),
    )


def _issues(
    document: Document, segment: int, hypothesis: Hypothesis, target: str, glossary: Glossary | None
) -> tuple[Issue, ...]:
    """What there is to check in the corrected segment alone."""
    language = document.segment_language(segment)
    found = check([document.segment_text(segment)], [hypothesis], [language], target, glossary=glossary)
    return tuple(replace(issue, segment=segment) for issue in found)


def _kept(issues: tuple[Issue, ...], segment: int, renewed: frozenset[str]) -> tuple[Issue, ...]:
    """All issues but those of the segment that are found anew."""
    return tuple(issue for issue in issues if issue.segment != segment or issue.kind not in renewed)
