"""Answer: what some texts say to a question, each passage with the segments that it is."""

from dataclasses import dataclass
from itertools import pairwise

from summarize.answers.question import Question
from summarize.summary import Point
from translate.errors import LanguageError
from translate.issue import Issue
from translate.languages.table import language

_CELLS = " | "
_GAP = "…"


@dataclass(frozen=True, slots=True)
class Passage:
    """One or a few neighbouring sentences that answer a question, as the text has them.

    Attributes:
        document: Which of the documents, from 0.
        name: That document's name for display, or empty.
        segments: Ids of its sentences there: its citation.
        sentences: Their texts, each on one line.
        language: BCP 47 code.
        score: 0 to 1: how likely the passage answers, as measured on texts in English, Portuguese, French and Spanish.
        reasons: Why it was chosen, in words, where that tells something: one at most.
        heading: The nearest heading before it, or empty.
        label: The article or item that it stands in, or empty.
        speaker: Who says it, in a transcript, or empty.
        page: From 1, or None.
        target: BCP 47 code of the translation, or empty where there is none.
        translations: The sentences in the language wanted; empty where they are in that language, or no route leads
            there.
        heading_translation: The heading in the language wanted, or empty.
        issues: What a reader must check in the translation; their segments are positions in `segments`.
        row: Whether the sentences are the cells of a table's row; the heading names the columns then.
        goes_on: Whether the list that it shows items of has more of them.
        sure: Whether it surely answers; one that does not is shown beside one that does, or as what came nearest.
    """

    document: int
    name: str
    segments: tuple[int, ...]
    sentences: tuple[str, ...]
    language: str
    score: float
    reasons: tuple[str, ...] = ()
    heading: str = ""
    label: str = ""
    speaker: str = ""
    page: int | None = None
    target: str = ""
    translations: tuple[str, ...] = ()
    heading_translation: str = ""
    issues: tuple[Issue, ...] = ()
    row: bool = False
    goes_on: bool = False
    sure: bool = True

    @property
    def text(self) -> str:
        """The sentences one behind the other, "…" for what is left out between them, cells with a line between them."""
        return self._together(self.sentences, self.language)

    @property
    def translation(self) -> str:
        """The same of the translated sentences, or empty."""
        return self._together(self.translations, self.target)

    @property
    def said(self) -> str:
        """The passage in the language wanted, in its own where there is no translation."""
        return self.translation or self.text

    def _together(self, sentences: tuple[str, ...], language: str) -> str:
        """Sentences as a reader may quote them."""
        if self.row or not sentences:
            return _CELLS.join(sentences)
        between = joiner(language)
        found = sentences[0]
        for (before, segment), sentence in zip(pairwise(self.segments), sentences[1:], strict=True):
            found += f"{between}{sentence}" if segment == before + 1 else f"{between}{_GAP}{between}{sentence}"
        return f"{found}{between}{_GAP}" if self.goes_on else found


def joiner(code: str) -> str:
    """What stands between two sentences of a language; a space where it is not known."""
    try:
        return language(code).joiner
    except LanguageError:
        return " "


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What some texts say to a question.

    Attributes:
        question: What was asked.
        target: BCP 47 code of the language wanted.
        passages: At most five, the best first; empty where the texts do not say.
        nearest: Where they do not say, the passages that came nearest to it; else empty.
        written: Sentences that a model wrote of the passages; their citations are positions in `passages`. What the
            passages do not say was left out.
        issues: What a reader should know of the search: a language that was searched by meaning alone, no translation.
        signature: What decided it besides the texts.
    """

    question: Question
    target: str
    passages: tuple[Passage, ...]
    nearest: tuple[Passage, ...] = ()
    written: tuple[Point, ...] = ()
    issues: tuple[Issue, ...] = ()
    signature: str = ""

    @property
    def says(self) -> bool:
        """Whether the texts say anything to it."""
        return bool(self.passages)

    def __repr__(self) -> str:
        """What it is, in a line, without its texts."""
        found = f"{len(self.passages)} passages" if self.passages else "the text does not say"
        return f"<Answer in {self.target}: {found}>"
