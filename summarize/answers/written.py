"""An answer that a model writes of the passages, as far as they hold what it says."""

import re
from collections.abc import Sequence
from dataclasses import replace

from summarize.answers.answer import Answer, Passage
from summarize.answers.units import document_of
from summarize.evidence.citation import Evidence
from summarize.evidence.verification import supported
from summarize.summary import Citation, Point
from summarize.writer import AnsweringWriter, Writer
from translate.document import Document
from translate.errors import EngineError
from translate.issue import Issue
from translate.message import say
from translate.segmentation.sentences import sentence_spans
from translate.text.embedding import embedder_for

_LEAST_SUPPORT = 0.3
# "[2]": models repeat the passages' numbers; ours come from the check.
_MARK = re.compile(r"\s*\[\d+\]")


def written(answer: Answer, writer: Writer) -> Answer:
    """The answer with what a model makes of its passages, sentence by sentence.

    A sentence stays only where everything in it that can be checked (numbers, names, negations) stands in a passage.

    Args:
        answer: Where the texts do not say, nothing is written.
        writer: Gets the question and the numbered passages.
    """
    if not answer.passages:
        return answer
    said = [(number, text) for number, passage in enumerate(answer.passages) for text in _sentences(passage)]
    document = document_of([text for _, text in said], [answer.target] * len(said), answer.target)
    evidence = Evidence([text for _, text in said], range(len(said)), embedder_for([answer.target]))
    try:
        sentences = _sentences_of(writer, answer)
    except EngineError as error:
        return replace(answer, issues=(*answer.issues, Issue("written", None, None, error.message, "notice")))
    points = [point for text in sentences if (point := _held(text, document, evidence, said)) is not None]
    issues = answer.issues
    if len(points) < len(sentences):
        message = say(
            "Of {written} sentences that the model wrote the passages support {kept}; the others were left out.",
            written=len(sentences),
            kept=len(points),
        )
        issues += (Issue("written", None, None, message, "notice"),)
    signature = f"{answer.signature}; {writer.name}"
    return replace(answer, written=tuple(points), issues=issues, signature=signature)


def _sentences_of(writer: Writer, answer: Answer) -> list[str]:
    """What a model writes to the question, a sentence each, without the passages' numbers."""
    said = [passage.said for passage in answer.passages]
    if isinstance(writer, AnsweringWriter):
        found = writer.answer(answer.question.text, said, answer.target)
        return [text for sentence in found if (text := _MARK.sub("", sentence).strip())]
    passages = "\n\n".join(f"[{number}] {passage}" for number, passage in enumerate(said, 1))
    text = _MARK.sub("", writer.write(f"{answer.question.text}\n\n{passages}")).strip()
    return [text[start:end] for start, end in sentence_spans(text, answer.target)]


def _sentences(passage: Passage) -> tuple[str, ...]:
    """A passage's sentences in the language wanted, in its own where there is no translation."""
    return passage.translations or passage.sentences


def _held(sentence: str, document: Document, evidence: Evidence, said: Sequence[tuple[int, str]]) -> Point | None:
    """The sentence with the passages that hold it, or None."""
    citations, reasons = supported(sentence, document, evidence)
    if reasons or not citations or citations[0].score < _LEAST_SUPPORT:
        return None
    best: dict[int, float] = {}
    for citation in citations:
        number = said[citation.segment][0]
        best[number] = max(citation.score, best.get(number, 0.0))
    first = said[citations[0].segment][0]
    cited = [number for number, score in best.items() if number == first or score >= _LEAST_SUPPORT]
    return Point(sentence, tuple(Citation(number, best[number]) for number in cited))
