"""A question to the text: asked below its summary, answered by its passages."""

from page import frame, recent
from page.run import Run
from summarize.answers.suggestions import suggested
from translate import PolicyTextError
from translate.languages.wording import in_language

_MOST_SUGGESTIONS = 3


def suggestions(run: Run) -> list[str]:
    """Questions that the text has something to say to, in the reader's language.

    Args:
        run: Finished; without a briefing there are none.
    """
    briefing = run.briefing
    if briefing is None:
        return []
    target = None if briefing.translation is None else briefing.translation.target
    found = suggested(briefing.document, target, _MOST_SUGGESTIONS, briefing.facts)
    return [in_language(question, frame.language()) for question in found]


def ask(run: Run, question: str) -> str:
    """Put the answer to a question into the briefing; why that cannot be, or empty."""
    try:
        run.ask(question, frame.engines())
    except PolicyTextError as error:
        return in_language(error.message, frame.language())
    recent.keep(run)
    return ""
