"""corrected(): a briefing with one translation as its reader put it."""

from dataclasses import replace

from summarize.briefing import Briefing
from translate.checks.ranking import ranked
from translate.pipeline import correction
from translate.resources.glossary import Glossary


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
    if briefing.translation is None:
        raise ValueError("a briefing without a translation has nothing to correct")
    translation = correction.corrected(briefing.translation, segment, text, glossary)
    kept = [issue for issue in briefing.issues if not correction.is_renewed(issue, segment, glossary)]
    found = [issue for issue in translation.issues if correction.is_renewed(issue, segment, glossary)]
    return replace(briefing, translation=translation, issues=ranked((*kept, *found)))
