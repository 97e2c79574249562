"""A question to some texts: answered by their own passages, or by saying that they do not say."""

from summarize.answers.answer import Answer, Passage
from summarize.answers.asking import ask
from summarize.answers.question import Question

__all__ = ["Answer", "Passage", "Question", "ask"]
