"""Post-edits: another engine's translations in the place of those that checks or doubt mark, where they are better."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from translate.checks.ranking import rank, weight
from translate.checks.registry import check
from translate.engines.protocol import Engine
from translate.hypothesis import NOT_TRANSLATED, Hypothesis, Repair
from translate.issue import Issue, in_segment_order
from translate.message import Message, say
from translate.pipeline.correction import with_hypothesis
from translate.pipeline.doubts import with_doubts
from translate.pipeline.opinions import agreement, doubtful
from translate.resources.glossary import Glossary
from translate.translation import Opinion, Translation

_CLEARLY = 0.5
"""Share of the first translation's doubt that another's may have at most, where the checks find the same in both.

On principle, not measured: doubt is told by the packaged models, which find their own translations likely.
"""


def marked(translation: Translation) -> tuple[int, ...]:
    """Segments with an error or a warning, and the most doubtful ones, in order."""
    return tuple(sorted({*doubtful(translation.issues), *(doubt.segment for doubt in translation.most_doubtful())}))


class Others(NamedTuple):
    """What another engine made of some segments.

    Attributes:
        hypotheses: By segment; fewer than were asked for where it failed or was stopped.
        signature: Of its run; empty where there was none.
        failure: Why it came no further, if it did not.
    """

    hypotheses: Mapping[int, Hypothesis]
    signature: str
    failure: str | None


def post_edited(
    translation: Translation, others: Others, engines: Mapping[str, Engine], glossary: Glossary | None = None
) -> Translation:
    """The translation with those of another engine's hypotheses that are better, and what a reader should know of it.

    Args:
        translation: With its issues and doubts.
        others: Of its marked() segments.
        engines: Loaded engines to use again, for doubts.
        glossary: The reader's terms.
    """
    changed = with_better(translation, others.hypotheses, engines, glossary)
    issues, signature = changed.issues, changed.signature
    if others.failure is not None:
        message = say("Not every marked sentence was translated anew. {reason}", reason=others.failure)
        issues = in_segment_order((*issues, Issue("post-edit", None, None, message, "notice")))
    if others.signature:
        signature = f"{signature}; post-edit {others.signature}"
    return replace(changed, issues=issues, signature=signature)


def with_better(
    translation: Translation,
    others: Mapping[int, Hypothesis],
    engines: Mapping[str, Engine],
    glossary: Glossary | None = None,
) -> Translation:
    """The translation with those of another engine's hypotheses with which less is wrong.

    Less is wrong where the checks' findings weigh less; where they weigh the same, the doubt must be half at most.

    Args:
        translation: With its issues and doubts.
        others: By segment.
        engines: Loaded engines to use again, for doubts.
        glossary: The reader's terms.

    Returns:
        Each translation that is replaced stands among the opinions; the one in its place says why.
    """
    usable = {i: other for i, other in others.items() if _differs(translation.hypotheses[i], other)}
    tried = translation
    for segment, other in usable.items():
        tried = with_hypothesis(tried, segment, other, glossary)
    if translation.doubts and usable:
        tried = with_doubts(tried, engines, only=usable)
    reasons = {segment: _reason(translation, tried, segment, glossary) for segment in usable}
    found = translation
    former: list[Opinion] = []
    for segment, reason in reasons.items():
        if reason is not None:
            first, other = translation.hypotheses[segment], usable[segment]
            found = with_hypothesis(found, segment, _recorded(first, other, reason), glossary)
            if first.origin not in NOT_TRANSLATED:
                former.append(Opinion(segment, first, agreement(other.text, first.text)))
    new = [doubt for doubt in tried.doubts if reasons.get(doubt.segment) is not None]
    return replace(
        found,
        opinions=(*found.opinions, *former),
        doubts=tuple(sorted((*found.doubts, *new), key=lambda doubt: doubt.segment)),
    )


def _differs(first: Hypothesis, other: Hypothesis) -> bool:
    """Whether another hypothesis is a translation, and not the same one."""
    return other.origin not in NOT_TRANSLATED and other.text.strip() != first.text.strip()


def _recorded(first: Hypothesis, other: Hypothesis, reason: Message) -> Hypothesis:
    """The other hypothesis, which says what it replaced, and why."""
    action = say("Translated by {engine}.", engine=other.origin)
    if first.origin not in NOT_TRANSLATED:
        action = say("Translated by {engine}; before, it read: “{text}”.", engine=other.origin, text=first.text)
    return replace(other, repairs=(*other.repairs, Repair(reason, action)))


def _reason(first: Translation, other: Translation, segment: int, glossary: Glossary | None) -> Message | None:
    """Why another translation of a segment is better than the first; None where nothing says so."""
    before, after = (_found_wrong(one, segment, glossary) for one in (first, other))
    if weight(after) < weight(before):
        gravest = rank(before)[0].reasons[0]
        return say("Of the first translation the checks said: {finding}", finding=gravest.message)
    doubts = [{doubt.segment: doubt.score for doubt in one.doubts}.get(segment) for one in (first, other)]
    if weight(after) == weight(before) and doubts[0] is not None and doubts[1] is not None:
        return say("The first translation was among the most doubtful.") if doubts[1] <= _CLEARLY * doubts[0] else None
    return None


def _found_wrong(translation: Translation, segment: int, glossary: Glossary | None) -> tuple[Issue, ...]:
    """What the checks find in one segment alone, so that both translations are held to the same."""
    hypothesis, source = translation.hypotheses[segment], translation.source
    found = check(
        [source.segment_text(segment)],
        [hypothesis],
        [source.segment_language(segment)],
        translation.target.language,
        glossary=glossary,
    )
    return (*hypothesis.issues, *found)
