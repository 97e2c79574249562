"""corrected(): a comparison with one sentence of the later version as its reader translated it."""

from collections.abc import Mapping
from dataclasses import replace

from summarize.comparison.comparing import redlines
from summarize.comparison.points import change_points
from summarize.comparison.values import Comparison
from translate.checks.ranking import ranked
from translate.pipeline import correction
from translate.resources.glossary import Glossary
from translate.revision.wording import carried_links
from translate.translation import Translation


def corrected(comparison: Comparison, segment: int, text: str, glossary: Glossary | None = None) -> Comparison:
    """The comparison with one translation replaced: redlines, points and what there is to check follow.

    Where the sentence stands unchanged in the earlier version its translation there is replaced too, so that nothing
    seems to have changed.

    Args:
        comparison: With translations, and no comparison of two language versions.
        segment: Of the later version.
        text: The reader's translation; white space around it is dropped.
        glossary: The reader's terms, where the comparison was made with any.

    Raises:
        ValueError: There is no translation, no such segment, or the text is empty.
    """
    if comparison.new_translation is None or comparison.is_across:
        raise ValueError("a comparison without a translation has nothing to correct")
    new = _put(comparison.new_translation, {segment: text}, glossary)
    old = comparison.old_translation
    same = {
        i: text
        for change in comparison.changes
        if change.kind in ("unchanged", "moved") and segment in change.new
        for i in change.old
    }
    if old is not None and same:
        old = _put(old, same, glossary)
    translations = old, new
    kept = [issue for issue in comparison.issues if not correction.is_renewed(issue, {segment}, glossary)]
    found = [issue for issue in new.issues if correction.is_renewed(issue, {segment}, glossary)]
    return replace(
        comparison,
        old_translation=old,
        new_translation=new,
        redlines=redlines(comparison.changes, translations),
        points=change_points(comparison.old, comparison.new, comparison.changes, comparison.facts, translations),
        issues=ranked((*kept, *found)),
    )


def _put(translation: Translation, texts: Mapping[int, str], glossary: Glossary | None) -> Translation:
    """The translation with a reader's sentences, whose words keep their links where they are as they were."""
    made = correction.corrected_all(translation, texts, glossary)
    hypotheses = tuple(
        replace(one, alignment=carried_links(translation.hypotheses[i], one.text)) if i in texts else one
        for i, one in enumerate(made.hypotheses)
    )
    return replace(made, hypotheses=hypotheses)
