"""A question to the text: asked below its summary, answered by its passages."""

from page import frame, recent
from page.run import Run
from page.texts import LANGUAGES
from summarize.answers.suggestions import ANSWERING, DUE, suggested
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


def is_tabled(run: Run, question: str) -> bool:
    """Whether a question is the offered one that the tables of deadlines and duties answer, and there are some."""
    if run.briefing is None or not any(row.table in ANSWERING for row in run.briefing.tables):
        return False
    return question.strip() in {in_language(DUE, code) for code in LANGUAGES}


def ask(run: Run, question: str) -> str:
    """Put the answer to a question into the briefing; why that cannot be, or empty."""
    if is_tabled(run, question):
        run.tabled, run.revision = question, run.revision + 1
        return ""
    try:
        run.ask(question, frame.engines())
        run.tabled = ""  # the tables are long, and would stand above the answer
    except PolicyTextError as error:
        return in_language(error.message, frame.language())
    recent.keep(run)
    return ""
