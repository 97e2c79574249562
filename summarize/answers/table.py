"""A question table: the same questions to several documents side by side, each cell cited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarize.answers.answer import Answer
from summarize.answers.asking import ask
from translate.choices import Choices, Watch, require_none_left, with_keywords
from translate.document import Document
from translate.engines.protocol import Engine
from translate.engines.registry import usable_engines
from translate.languages.table import language as known_language
from translate.translation import Translation


@dataclass(frozen=True, slots=True)
class QuestionTable:
    """Answers by document and question.

    Attributes:
        questions: The columns.
        names: The rows: documents for display.
        target: BCP 47 code of the language wanted.
        answers: One tuple a document, with an answer a question.
    """

    questions: tuple[str, ...]
    names: tuple[str, ...]
    target: str
    answers: tuple[tuple[Answer, ...], ...]


def question_table(
    documents: Sequence[Document | Translation],
    questions: Sequence[str],
    target: str,
    *,
    choices: Choices = Choices(),
    watch: Watch = Watch(),
    engines: Mapping[str, Engine] | None = None,
    **keywords: Any,
) -> QuestionTable:
    """The same questions asked of each document.

    Args:
        documents: What read() gave, or Translations.
        questions: As ask() takes them.
        target: Language wanted, as a BCP 47 code or a name.
        choices: How passages, and the questions, are translated.
        watch: Stage "asking", with documents.
        engines: Loaded engines to use again; where None new ones, which are closed at the end.
        **keywords: Any field of Choices and Watch by its name.

    Raises:
        InputError: A question is empty or too long.
        LanguageError: `target` is not a known language.
    """
    choices, watch = with_keywords(choices, keywords), with_keywords(watch, keywords)
    require_none_left("question_table", keywords)
    code, rows = known_language(target).code, []
    with usable_engines(engines) as known:
        for done, text in enumerate(documents, 1):
            rows.append(tuple(ask(text, question, code, choices=choices, engines=known) for question in questions))
            watch.progress("asking", done, len(documents))
    names = [text.source.name if isinstance(text, Translation) else text.name for text in documents]
    shown = tuple(name or str(number) for number, name in enumerate(names, 1))
    return QuestionTable(tuple(questions), shown, code, tuple(rows))
