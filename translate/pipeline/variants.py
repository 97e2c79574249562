"""in_variant(): a translation in the variant of its language that was asked for."""

from collections.abc import Sequence

from translate.errors import LanguageError
from translate.hypothesis import NOT_TRANSLATED, Hypothesis
from translate.issue import Issue
from translate.languages.table import name_of
from translate.message import say
from translate.pipeline.rewriting import rewritten
from translate.tag import primary
from translate.text.changes import Change
from translate.text.variants.variant import VARIANTS, rules


def in_variant(source: str, found: Hypothesis, variant: str, kept: Sequence[str] = ()) -> Hypothesis:
    """The hypothesis as a variant writes it; `written` keeps what the engine wrote.

    Args:
        source: The segment. Names that stand in it too stay as they are.
        found: Its translation.
        variant: One of VARIANTS.
        kept: What must not change, such as the reader's own terms.
    """
    if found.origin in NOT_TRANSLATED:
        return found
    for rule in rules(variant):
        found = rewritten(found, [change for change in rule(found.text) if _may(change, found.text, source, kept)])
    return found


def require_variant(variant: str, target: str) -> None:
    """Raise LanguageError for a variant that is not known, or is of another language than the target.

    Args:
        variant: As chosen.
        target: BCP 47 code of the translation.
    """
    if variant not in VARIANTS or primary(variant) != primary(target):
        raise LanguageError(
            say(
                "There is no variant {variant!r} of {language}; known are {known}. Choose one of these or none.",
                variant=variant,
                language=name_of(target),
                known=", ".join(VARIANTS),
            )
        )


def variant_notice(hypotheses: Sequence[Hypothesis], variant: str) -> list[Issue]:
    """A notice on the whole translation of how many sentences were changed towards a variant; none where none was."""
    count = sum(bool(found.written) for found in hypotheses)
    if not count:
        return []
    if count == 1:
        message = say("Put into {variant} by rules: one sentence differs from what the engine wrote.", variant=variant)
    else:
        message = say(
            "Put into {variant} by rules: {count} sentences differ from what the engine wrote.",
            variant=variant,
            count=count,
        )
    return [Issue("variant", None, None, message, "notice")]


def _may(change: Change, text: str, source: str, kept: Sequence[str]) -> bool:
    """Whether a change touches neither a name of the source nor what is to stay, and changes anything."""
    old = text[change.start : change.end]
    if old == change.new or (change.start and old[:1].isupper() and old in source):
        return False
    lower = text.casefold()
    spans = ((max(0, change.start - len(own) + 1), change.end + len(own) - 1, own.casefold()) for own in kept)
    return all(lower.find(own, start, end) < 0 for start, end, own in spans)
