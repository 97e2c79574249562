"""Questions that a reader may want to ask of a document: of its sections, its duties, its deadlines, its amounts."""

from collections import Counter

from summarize.facts import Fact, extract_facts
from summarize.structure.sections import sections
from summarize.summary import one_line
from translate.document import Document
from translate.message import Message, say

_MOST_HEADING_CHARACTERS = 80
_LEAST_HEADING_WORDS = 2


def suggested(
    document: Document, translation: Document | None = None, most: int = 6, facts: tuple[Fact, ...] | None = None
) -> tuple[Message, ...]:
    """Questions that the document has something to say to, in English with their Portuguese wording.

    Args:
        document: The source.
        translation: Its target document, whose headings and actors are named instead.
        most: Most questions.
        facts: The document's, where they are known.

    Returns:
        Who must do most, until when, how much, what each section says; empty where nothing of the kind is there.
    """
    facts = extract_facts(document) if facts is None else facts
    found = [_about_duties(facts), _about_dates(facts), _about_amounts(facts)]
    shown = document if translation is None else translation
    for section in sections(document):
        heading = one_line(shown, section.headings, shown.language)
        if len(heading) <= _MOST_HEADING_CHARACTERS and len(heading.split()) >= _LEAST_HEADING_WORDS:
            found.append(say("What does the text say about “{subject}”?", subject=heading))
    return tuple(question for question in found if question is not None)[:most]


def _about_duties(facts: tuple[Fact, ...]) -> Message | None:
    """Of whoever must do most."""
    actors = Counter(fact.actor for fact in facts if fact.kind == "obligation" and fact.actor)
    return say("What are the duties of “{actor}”?", actor=actors.most_common(1)[0][0]) if actors else None


def _about_dates(facts: tuple[Fact, ...]) -> Message | None:
    """Of deadlines, where duties and dates stand in one sentence."""
    duties = {fact.segment for fact in facts if fact.kind == "obligation"}
    return (
        say("What must be done, and by when?") if any(f.kind == "date" and f.segment in duties for f in facts) else None
    )


def _about_amounts(facts: tuple[Fact, ...]) -> Message | None:
    """Of amounts, where there are any."""
    return say("How much money is it about?") if any(fact.kind == "amount" for fact in facts) else None
