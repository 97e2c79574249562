"""corrected(): a translation with one sentence as its reader put it, and what there is to check in it found anew."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from translate.checks.registry import CHECKS, check
from translate.hypothesis import Hypothesis
from translate.issue import Issue, in_segment_order
from translate.pipeline.opinions import agreement
from translate.resources.glossary import Glossary
from translate.translation import Translation

_RENEWED = frozenset(CHECKS) | {"untranslated", "truncated", "disagreement", "doubt"}


def corrected(translation: Translation, segment: int, text: str, glossary: Glossary | None = None) -> Translation:
    """The translation with one hypothesis replaced, as corrected_all() does it.

    Raises:
        ValueError: There is no such segment, or the text is empty.
    """
    return corrected_all(translation, {segment: text}, glossary)


def corrected_all(translation: Translation, texts: Mapping[int, str], glossary: Glossary | None = None) -> Translation:
    """The translation with some hypotheses replaced.

    Args:
        translation: Whole or partial.
        texts: A reader's translations by segment; white space around them is dropped.
        glossary: The reader's terms, where the translation was made with any.

    Returns:
        An equal translation but for the target text, these hypotheses (origin "edited"), their issues, how far a
        second opinion of them agrees, and their doubts, of which the scores stay as settled.

    Raises:
        ValueError: There is no such segment, or a text is empty.
    """
    hypotheses = {}
    for segment, text in texts.items():
        if not text.strip() or not 0 <= segment < len(translation.hypotheses):
            raise ValueError(f"no translation of segment {segment} to correct, or nothing to put in its place")
        hypotheses[segment] = replace(
            translation.hypotheses[segment],
            text=text.strip(),
            score=None,
            alignment=(),
            token_scores=(),
            alternatives=(),
            origin="edited",
            truncated=False,
        )
    found = with_hypotheses(translation, hypotheses, glossary)
    settled = (doubt.score for doubt in translation.doubts if doubt.segment in hypotheses)
    return replace(found, settled=(*translation.settled, *settled))


def restored(translation: Translation, former: Translation, segment: int) -> Translation:
    """The translation with one segment as it was before, with its issues, second opinion and doubt.

    Args:
        translation: With the segment corrected, and maybe others.
        former: Of the same document, as it was before.
        segment: Position of the segment.
    """
    hypothesis = former.hypotheses[segment]
    put = with_hypotheses(translation, {segment: hypothesis}, None)
    own = former.target.segments[segment].language
    codes = [own if place == segment else one.language for place, one in enumerate(put.target.segments)]
    target = put.source.with_texts([h.text for h in put.hypotheses], codes, put.target.language)
    issues = [issue for issue in put.issues if issue.segment != segment]
    opinions = {opinion.segment: opinion for opinion in former.opinions}
    doubts = [*put.doubts, *(doubt for doubt in former.doubts if doubt.segment == segment)]
    settled = list(put.settled)
    for doubt in former.doubts:
        if doubt.segment == segment and doubt.score in settled:
            settled.remove(doubt.score)
    return replace(
        put,
        target=replace(target, title=put.target.title),
        issues=in_segment_order((*issues, *(issue for issue in former.issues if issue.segment == segment))),
        opinions=tuple(opinions[o.segment] if o.segment == segment else o for o in put.opinions),
        doubts=tuple(sorted(doubts, key=lambda doubt: doubt.segment)),
        settled=tuple(settled),
    )


def is_renewed(issue: Issue, segments: Collection[int], glossary: Glossary | None) -> bool:
    """Whether correcting segments settles an issue, or finds it anew; others stay."""
    return issue.segment in segments and (issue.kind in _RENEWED or (issue.kind == "terms" and glossary is not None))


def with_hypothesis(
    translation: Translation, segment: int, hypothesis: Hypothesis, glossary: Glossary | None = None
) -> Translation:
    """The translation with one hypothesis replaced, as with_hypotheses() does it."""
    return with_hypotheses(translation, {segment: hypothesis}, glossary)


def with_hypotheses(
    translation: Translation, put: Mapping[int, Hypothesis], glossary: Glossary | None = None
) -> Translation:
    """The translation with hypotheses replaced: their issues found anew, opinions compared anew, their doubts gone.

    Args:
        translation: Whole or partial.
        put: By segment, what takes the former one's place.
        glossary: The reader's terms, where the translation was made with any.
    """
    kept = [issue for issue in translation.issues if not is_renewed(issue, put, glossary)]
    found = [issue for segment, one in put.items() for issue in _issues(translation, segment, one, glossary)]
    hypotheses = tuple(put.get(segment, former) for segment, former in enumerate(translation.hypotheses))
    languages = [
        translation.target.language if number in put else segment.language
        for number, segment in enumerate(translation.target.segments)
    ]
    texts = [h.text for h in hypotheses]
    return replace(
        translation,
        target=replace(
            translation.source.with_texts(texts, languages, translation.target.language),
            title=translation.target.title,
        ),
        hypotheses=hypotheses,
        issues=in_segment_order((*kept, *found)),
        opinions=tuple(
            replace(o, agreement=agreement(put[o.segment].text, o.hypothesis.text)) if o.segment in put else o
            for o in translation.opinions
        ),
        doubts=tuple(doubt for doubt in translation.doubts if doubt.segment not in put),
    )


def _issues(
    translation: Translation, segment: int, hypothesis: Hypothesis, glossary: Glossary | None
) -> tuple[Issue, ...]:
    """What there is to check in the corrected segment alone."""
    source = translation.source
    own = source.segment_language(segment)
    found = check([source.segment_text(segment)], [hypothesis], [own], translation.target.language, glossary=glossary)
    return tuple(replace(issue, segment=segment) for issue in found)
