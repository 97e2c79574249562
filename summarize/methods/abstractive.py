"""abstractive: a model's own words, of which only what the document supports is kept, each sentence cited."""

from collections.abc import Sequence
from dataclasses import replace

from summarize.evidence.citation import Evidence
from summarize.evidence.verification import supported
from summarize.methods.hybrid import hybrid
from summarize.methods.request import SummaryRequest
from summarize.structure.candidates import candidates
from summarize.structure.sections import sections
from summarize.summary import Point, Summary, one_line
from summarize.writer import OutlineWriter, Part, Writer
from translate.document import Document
from translate.errors import EngineError
from translate.issue import Issue
from translate.languages.detection import detect
from translate.message import Message, joined, say
from translate.segmentation.sentences import sentence_spans
from translate.tag import primary
from translate.text.lines import joined_lines
from translate.text.words import words
from translate.version import VERSION

# Less than this share of the sentences written, and the extractive summary is the better one.
_LEAST_KEPT = 0.5
_LEAST_SUPPORT = 0.25


def abstractive(document: Document, request: SummaryRequest) -> Summary:
    """Sentences that a model wrote of each section, cited and checked; the extractive summary where too few stand.

    Raises:
        EngineError: No writer was given.
    """
    if request.writer is None:
        raise EngineError(
            say(
                "The abstractive method was asked for without a model; it needs one in a local folder, or a model "
                "server on this machine. Name one, or use the method hybrid, which needs none."
            )
        )
    found = candidates(document)
    held = (isinstance(request.writer, OutlineWriter) and request.target) or document
    texts = [held.segment_text(segment) for segment in found]
    evidence = Evidence(texts, found, request.embedder)
    most, budget = request.length.limits(len(found), sum(len(words(text)) for text in texts))
    try:
        written = _written(document, found, held.language, request.writer, request, most)
    except EngineError as error:
        if not isinstance(request.writer, OutlineWriter):
            raise
        return _instead(hybrid(document, request), say("The model gave no summary. {reason}", reason=error.message))
    kept: list[Point] = []
    dropped: list[str] = []
    for sentence in written:
        point, reasons = _supported(sentence, document, held, evidence)
        if reasons:
            dropped += reasons
        elif sentence not in [_said(other) for other in kept]:
            kept.append(point)
    if not written:
        return _instead(hybrid(document, request), say("The model wrote no sentence in the language wanted."))
    if not kept or len(kept) < _LEAST_KEPT * len(written):
        return _extractive(document, request, len(kept), len(written), dropped)
    points = _shortened(kept, most, budget)
    issues = (_left_out(len(written) - len(kept), len(written), dropped),) if dropped else ()
    told = "" if held is document else f" in {held.language}"
    signature = f"abstractive 1; {request.writer.name}{told}; {request.length}; {request.genre}; entente {VERSION}"
    return Summary(document, points, signature, request.genre, (), issues)


def _written(
    document: Document, found: Sequence[int], language: str, writer: Writer, request: SummaryRequest, most: int
) -> list[str]:
    """Sentences that the writer makes of the parts, in order; what is in another language than wanted is left out."""
    parts = _parts(document, found, writer.max_words)
    if isinstance(writer, OutlineWriter):
        matters = {citation.segment for point in hybrid(document, request).points for citation in point.citations}
        texts = writer.write_from(
            [Part(_text(document, part), tuple(_text(document, [i]) for i in part if i in matters)) for part in parts],
            language,
            most,
        )
    else:
        texts = []
        for part in parts:
            request.watch.heed()
            texts.append(writer.write(_text(document, part)).strip())
    sentences: list[str] = []
    for text in texts:
        own = detect(text, prior=language).language if text else "und"
        if primary(own) in (primary(language), "und") or language == "und":
            sentences += [text[start:end] for start, end in sentence_spans(text, language)]
    return sentences


def _text(document: Document, segments: Sequence[int]) -> str:
    """The text of segments on one line."""
    return " ".join(joined_lines(document.segment_text(segment), " ") for segment in segments)


def _parts(document: Document, found: Sequence[int], most_words: int) -> list[list[int]]:
    """The document's segments section by section, cut where a part has more words than the writer reads."""
    starts = {section.segments.start for section in sections(document)}
    parts: list[list[int]] = [[]]
    size = 0
    for position, segment in enumerate(found):
        text = _text(document, [segment])
        opens = any(found[position - 1] < start <= segment for start in starts) if position else False
        if parts[-1] and (opens or size + len(words(text)) > most_words):
            parts.append([])
            size = 0
        parts[-1].append(segment)
        size += len(words(text))
    return [part for part in parts if part]


def _supported(sentence: str, document: Document, held: Document, evidence: Evidence) -> tuple[Point, tuple[str, ...]]:
    """The sentence with its citations, and why it cannot stand; no reason where it can.

    One in the reader's language is held to the document in that language, and stands beside the sentence that it cites
    first.
    """
    citations, reasons = supported(sentence, held, evidence)
    if not citations or citations[0].score < _LEAST_SUPPORT:
        reasons += (say("nothing in the document says so"),)
    if held is document or not citations:
        return Point(sentence, citations), reasons
    return Point(one_line(document, [citations[0].segment], document.language), citations, sentence), reasons


def _said(point: Point) -> str:
    """What a writer wrote for a point."""
    return point.told or point.text


def _shortened(points: Sequence[Point], most: int, budget: int) -> tuple[Point, ...]:
    """The points with the best support that fit, in their order; the best is always there."""
    ranked = sorted(range(len(points)), key=lambda i: (-points[i].citations[0].score, i))
    chosen: list[int] = []
    left = budget
    for i in ranked[:most]:
        size = len(words(_said(points[i])))
        if size <= left or not chosen:
            chosen.append(i)
            left -= size
    return tuple(points[i] for i in sorted(chosen))


def _extractive(
    document: Document, request: SummaryRequest, kept: int, written: int, reasons: Sequence[str]
) -> Summary:
    """The hybrid summary, with the reason why it stands in for the other."""
    count = say("Of {written} sentences that the model wrote the document supports {kept}.", written=written, kept=kept)
    if reasons:
        count = say(
            "Of {written} sentences that the model wrote the document supports {kept}: {reason}.",
            written=written,
            kept=kept,
            reason=reasons[0],
        )
    return _instead(hybrid(document, request), count)


def _instead(summary: Summary, why: Message) -> Summary:
    """An extractive summary, with the reason why it stands in for the written one."""
    message = joined([why, say("The summary is made of the document's own sentences instead.")])
    issue = Issue("abstractive", None, None, message, "warning", "source")
    return replace(summary, issues=(issue, *summary.issues))


def _left_out(count: int, written: int, reasons: Sequence[str]) -> Issue:
    """What a reader should know of sentences that were written and dropped."""
    message = say(
        "{count} of {written} sentences that the model wrote were left out: {reasons}.",
        count=count,
        written=written,
        reasons=joined(dict.fromkeys(reasons), "; "),
    )
    return Issue("abstractive", None, None, message, "notice", "source")
