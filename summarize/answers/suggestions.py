"""Questions that a reader may want to ask of a document: of its sections, its duties, its deadlines, its amounts."""

from collections import Counter

from summarize.facts import Fact, extract_facts
from summarize.facts.tables import Table, rows_in
from summarize.structure.sections import sections
from summarize.summary import one_line
from translate.document import Document
from translate.message import Message, say

_MOST_HEADING_CHARACTERS = 80
_LEAST_HEADING_WORDS = 2
DUE = say("What must be done, and by when?")
"""What the tables of deadlines and duties answer."""
ANSWERING: tuple[Table, ...] = ("deadlines", "duties")
"""These tables."""


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
    found = [_about_duties(facts, translation), _about_dates(facts), _about_amounts(facts)]
    shown = document if translation is None else translation
    for section in sections(document):
        heading = one_line(shown, section.headings, shown.language)
        if len(heading) <= _MOST_HEADING_CHARACTERS and len(heading.split()) >= _LEAST_HEADING_WORDS:
            found.append(say("What does the text say about “{subject}”?", subject=heading))
    return tuple(question for question in found if question is not None)[:most]


def _about_duties(facts: tuple[Fact, ...], translation: Document | None) -> Message | None:
    """Of whoever must do most, as the translation calls them; none where it cannot be told how it does."""
    duties = [fact for fact in facts if fact.kind == "obligation" and fact.actor]
    if not duties:
        return None
    actor = Counter(fact.actor for fact in duties).most_common(1)[0][0]
    if translation is not None:
        own = [fact.segment for fact in duties if fact.actor == actor]
        named = Counter(name for segment in own for name in _actors(translation, segment)).most_common(1)
        actor = named[0][0] if named else ""
    return say("What are the duties of “{actor}”?", actor=actor) if actor else None


def _actors(document: Document, segment: int) -> list[str]:
    """Who has the one duty of a sentence; nobody where there are several."""
    rows = rows_in(document.segment_text(segment), document.segment_language(segment))
    found = [row.who for row in rows if row.table == "duties" and row.who]
    return found if len(found) == 1 else []


def _about_dates(facts: tuple[Fact, ...]) -> Message | None:
    """Of deadlines, where duties and dates stand in one sentence."""
    duties = {fact.segment for fact in facts if fact.kind == "obligation"}
    return DUE if any(f.kind == "date" and f.segment in duties for f in facts) else None


def _about_amounts(facts: tuple[Fact, ...]) -> Message | None:
    """Of amounts, where there are any."""
    return say("How much money is it about?") if any(fact.kind == "amount" for fact in facts) else None
