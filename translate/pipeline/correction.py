"""corrected(): a translation with one sentence as its reader put it, and what there is to check in it found anew."""

from dataclasses import replace

from translate.checks.registry import CHECKS, check
from translate.hypothesis import Hypothesis
from translate.issue import Issue, in_segment_order
from translate.pipeline.opinions import agreement
from translate.resources.glossary import Glossary
from translate.translation import Translation

_RENEWED = frozenset(CHECKS) | {"untranslated", "truncated", "disagreement", "doubt"}


def corrected(translation: Translation, segment: int, text: str, glossary: Glossary | None = None) -> Translation:
    """The translation with one hypothesis replaced.

    Args:
        translation: Whole or partial.
        segment: Position of the segment.
        text: The reader's translation; white space around it is dropped.
        glossary: The reader's terms, where the translation was made with any.

    Returns:
        An equal translation but for the target text, that hypothesis (origin "edited"), its issues, how far a
        second opinion of it agrees, and its doubt, which goes.

    Raises:
        ValueError: There is no such segment, or the text is empty.
    """
    text = text.strip()
    if not text or not 0 <= segment < len(translation.hypotheses):
        raise ValueError(f"no translation of segment {segment} to correct, or nothing to put in its place")
    hypothesis = replace(
        translation.hypotheses[segment],
        text=text,
        score=None,
        alignment=(),
        token_scores=(),
        alternatives=(),
        origin="edited",
        truncated=False,
    )
    return with_hypothesis(translation, segment, hypothesis, glossary)


def is_renewed(issue: Issue, segment: int, glossary: Glossary | None) -> bool:
    """Whether correcting a segment settles an issue, or finds it anew; others stay."""
    return issue.segment == segment and (issue.kind in _RENEWED or (issue.kind == "terms" and glossary is not None))


def with_hypothesis(
    translation: Translation, segment: int, hypothesis: Hypothesis, glossary: Glossary | None = None
) -> Translation:
    """The translation with one hypothesis replaced: its issues found anew, its opinions compared anew, its doubt gone.

    Args:
        translation: Whole or partial.
        segment: Position of the segment.
        hypothesis: What takes the former one's place.
        glossary: The reader's terms, where the translation was made with any.
    """
    kept = tuple(issue for issue in translation.issues if not is_renewed(issue, segment, glossary))
    issues = kept + _issues(translation, segment, hypothesis, glossary)
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
        issues=in_segment_order(issues),
        opinions=tuple(
            replace(o, agreement=agreement(hypothesis.text, o.hypothesis.text)) if o.segment == segment else o
            for o in translation.opinions
        ),
        doubts=tuple(doubt for doubt in translation.doubts if doubt.segment != segment),
    )


def _issues(
    translation: Translation, segment: int, hypothesis: Hypothesis, glossary: Glossary | None
) -> tuple[Issue, ...]:
    """What there is to check in the corrected segment alone."""
    source = translation.source
    own = source.segment_language(segment)
    found = check([source.segment_text(segment)], [hypothesis], [own], translation.target.language, glossary=glossary)
    return tuple(replace(issue, segment=segment) for issue in found)
