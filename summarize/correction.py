"""corrected(), restored(), brought_back(): a briefing as its reader, or a translation tool, puts its sentences."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from summarize.briefing import Briefing
from translate.checks.ranking import ranked
from translate.errors import InputError
from translate.formats.xliff_file import read_xliff
from translate.issue import Issue
from translate.message import say
from translate.pipeline import correction
from translate.pipeline.edits import ORIGIN, apply_edits
from translate.resources.glossary import Glossary
from translate.tag import primary

EDITED = "edited"
"""Origin of what a reader wrote."""
DOUBTFUL = "doubtful"
"""Kind of what is settled in a corrected sentence that no check was about, but that was among the doubtful ones."""


def corrected(briefing: Briefing, segment: int, text: str, glossary: Glossary | None = None) -> Briefing:
    """The briefing with one hypothesis replaced, as corrected_all() does it.

    Raises:
        ValueError: There is no translation, no such segment, or the text is empty.
    """
    return corrected_all(briefing, {segment: text}, glossary)


def corrected_all(briefing: Briefing, texts: Mapping[int, str], glossary: Glossary | None = None) -> Briefing:
    """The briefing with some hypotheses replaced; nothing in them is to be checked any more.

    Whoever reads both languages is trusted. What the checks say to a correction stands in its translation's issues, for
    remarks(); what there was to check before stands in the briefing's settled issues, so that a list shows it as done.

    Args:
        briefing: With a translation.
        texts: The reader's translations by segment; white space around them is dropped.
        glossary: The reader's terms, where the briefing was made with any.

    Returns:
        An equal briefing but for the target text, these hypotheses (origin "edited") and their issues.

    Raises:
        ValueError: There is no translation, no such segment, or a text is empty.
    """
    if briefing.translation is None:
        raise ValueError("a briefing without a translation has nothing to correct")
    translation = correction.corrected_all(briefing.translation, texts, glossary)
    kept = [issue for issue in briefing.issues if not correction.is_renewed(issue, texts, glossary)]
    done = [issue for issue in briefing.issues if issue not in kept]
    settled = ranked((*briefing.settled, *done, *_doubtful(briefing, texts)))
    return replace(briefing, translation=translation, issues=ranked(kept), settled=settled)


def _doubtful(briefing: Briefing, segments: Collection[int]) -> list[Issue]:
    """Of some segments those that stood in the list of doubtful sentences, as issues."""
    doubts = () if briefing.translation is None else briefing.translation.most_doubtful()
    checked = {issue.segment for issue in briefing.issues}
    return [
        Issue(DOUBTFUL, doubt.segment, None, say("Its translation was among the doubtful ones."), "notice")
        for doubt in doubts
        if doubt.segment in segments and doubt.segment not in checked
    ]


def remarks(briefing: Briefing, segment: int) -> tuple[Issue, ...]:
    """What the checks say to a reader's own translation of a segment; nothing where it is not the reader's.

    Args:
        briefing: With a translation.
        segment: Position of the segment.
    """
    translation = briefing.translation
    if translation is None or translation.hypotheses[segment].origin != EDITED:
        return ()
    return tuple(issue for issue in translation.issues if issue.segment == segment and issue not in briefing.issues)


def restored(briefing: Briefing, former: Briefing, segment: int) -> Briefing:
    """The briefing with one segment as it was before it was corrected, with all that there was to check in it.

    Args:
        briefing: With corrections.
        former: The same before them.
        segment: Position of the segment.

    Raises:
        ValueError: There is no translation.
    """
    if briefing.translation is None or former.translation is None:
        raise ValueError("a briefing without a translation has nothing to restore")
    kept = [issue for issue in briefing.issues if issue.segment != segment]
    found = [issue for issue in former.issues if issue.segment == segment]
    translation = correction.restored(briefing.translation, former.translation, segment)
    settled = tuple(issue for issue in briefing.settled if issue.segment != segment)
    return replace(briefing, translation=translation, issues=ranked((*kept, *found)), settled=settled)


def brought_back(
    briefing: Briefing, content: bytes, glossary: Glossary | None = None
) -> tuple[Briefing, tuple[int, ...], int]:
    """The briefing with what people edited in a translation tool.

    What nobody edited there stays as it is here, corrections made meanwhile among it.

    Args:
        briefing: With a translation.
        content: An XLIFF file of its text, from write_bilingual() or from another tool.
        glossary: The reader's terms, where the briefing was made with any.

    Returns:
        The briefing, the segments that it says something else of now, and how many texts of the file it does not have.

    Raises:
        FormatError: It is no XLIFF file that can be read.
        InputError: It translates into another language, or none of its text stands in the briefing's.
        ValueError: The briefing has no translation.
    """
    if briefing.translation is None:
        raise ValueError("a briefing without a translation has nothing to bring an edited one back to")
    into = read_xliff(content).target
    if into and primary(into) != primary(briefing.target):
        raise InputError(
            say(
                "The XLIFF file is in {found}, the briefing in {wanted}. Bring the file made of this briefing.",
                found=into,
                wanted=briefing.target,
            )
        )
    edited = apply_edits(content, briefing.document, target=briefing.target, glossary=glossary)
    pairs = zip(edited.translation.hypotheses, briefing.translation.hypotheses, strict=True)
    texts = {
        segment: new.text
        for segment, (new, old) in enumerate(pairs)
        if new.origin == ORIGIN and new.text.strip() and new.text.strip() != old.text
    }
    if not texts:
        return briefing, (), len(edited.unmatched)
    return corrected_all(briefing, texts, glossary), tuple(texts), len(edited.unmatched)
