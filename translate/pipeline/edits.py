"""apply_edits(): a translation as people edited it in a translation tool, on the document that it was made of."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from translate.checks.registry import check
from translate.document import Document
from translate.errors import InputError, LanguageError
from translate.formats.codes import digest
from translate.formats.xliff_file import Exchange, Inline, Reading, Unit, read_xliff
from translate.hypothesis import NOT_TRANSLATED, Hypothesis, Link
from translate.issue import Issue, in_segment_order
from translate.languages.table import language
from translate.message import say
from translate.resources.glossary import Glossary
from translate.resources.memory import Memory
from translate.route import Route
from translate.segmentation.sentences import sentence_spans
from translate.translation import Translation
from translate.version import VERSION

ORIGIN = "post-edited"
"""Of what people edited or approved."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence that was edited.

    Attributes:
        segment: Its position.
        before: Our translation; empty where the file no longer has it.
        after: What it became.
    """

    segment: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edited:
    """What came back.

    Attributes:
        translation: What people edited or approved has the origin "post-edited"; the rest keeps its own, as far as the
            file names it. What the file has no translation of is "untranslated".
        edits: What was changed, in segment order.
        unmatched: Ids of units whose text is not in the document.
    """

    translation: Translation
    edits: tuple[Edit, ...]
    unmatched: tuple[str, ...]

    def feed(self, memory: Memory) -> int:
        """Keep what people edited or approved in a memory; the number of sentences kept."""
        made, pairs = self.translation, defaultdict(list)
        for number, hypothesis in enumerate(made.hypotheses):
            if hypothesis.origin == ORIGIN:
                own = made.source.segment_language(number)
                pairs[own].append((made.source.segment_text(number), hypothesis.text))
        return sum(memory.add(kept, own, made.target.language) for own, kept in pairs.items())


def apply_edits(
    content: bytes,
    document: Document,
    *,
    target: str | None = None,
    glossary: Glossary | None = None,
    read: bool = False,
) -> Edited:
    """The translation that an XLIFF file holds, with what there is to check in it.

    A unit of ours goes to its segment by number and by the hash of its text; another tool's, and one whose segment
    moved, goes where its text stands: the first to the first, and the last also to all that follow. A unit that is a
    whole paragraph, and one whose sentences the other tool cut elsewhere, is cut into its sentences, where both texts
    have as many.

    Args:
        content: An XLIFF file, ours or another tool's, from 1.0 to 2.2.
        document: What read() made of the original.
        target: BCP 47 code of the translation, where the file does not name it.
        glossary: The reader's terms.
        read: Whether a person has read all, so that what they left as it was counts as approved.

    Raises:
        FormatError: It is no XLIFF file that can be read.
        InputError: None of its text stands in the document, or it translates nothing.
        LanguageError: The file names no language, and neither does `target`.
    """
    exchange = read_xliff(content)
    code = _language(target or exchange.target)
    found = dict(_placed(exchange.units, document, code))
    used = {id(unit) for unit, _ in found.values()}
    unmatched = tuple(unit.id for unit in exchange.units if not used & {id(unit), id(unit.whole)})
    _require_some(exchange, found, document)
    results = [
        _hypothesis(text, *found[number], read) if number in found else _missing(text)
        for number, text in enumerate(document.texts)
    ]
    hypotheses = tuple(hypothesis for hypothesis, _ in results)
    own = document.languages
    languages = [own[i] if one.origin in NOT_TRANSLATED else code for i, one in enumerate(hypotheses)]
    issues = (*_notices(unmatched), *in_segment_order(check(document.texts, hypotheses, own, code, glossary=glossary)))
    translation = Translation(
        source=document,
        target=document.with_texts([one.text for one in hypotheses], languages, code),
        hypotheses=hypotheses,
        route=Route(document.language, code, ()),
        issues=(*document.issues, *issues),
        signature=f"entente {VERSION}; {ORIGIN} {sha256(content).hexdigest()[:16]}",
    )
    edits = tuple(
        Edit(number, before, hypotheses[number].text)
        for number, (_, before) in enumerate(results)
        if before is not None and before != hypotheses[number].text
    )
    return Edited(translation, edits, unmatched)


def _language(named: str) -> str:
    """Code of the translation's language."""
    if not named:
        raise LanguageError(
            say("The XLIFF file does not name the language of its translations. Name it: --to LANGUAGE.")
        )
    return language(named).code


def _placed(units: Sequence[Unit], document: Document, code: str) -> Iterator[tuple[int, tuple[Unit, Reading]]]:
    """The unit of each segment, and that of its readings whose source is the segment's text."""
    texts = [" ".join(text.split()) for text in document.texts]
    hashes = [digest(text) for text in texts]
    waiting: dict[str, deque[tuple[Unit, Reading]]] = defaultdict(deque)
    placed: dict[int, tuple[Unit, Reading]] = {}
    wholes = {id(unit.whole): unit.whole for unit in units if unit.whole is not None}
    for unit in (*units, *wholes.values()):
        own = unit.own()
        readings = {" ".join(one.source.text.split()): one for one in reversed(unit.readings)}
        if own is not None and own[0] < len(texts) and hashes[own[0]] == own[1] and own[0] not in placed:
            placed[own[0]] = unit, readings.get(texts[own[0]], unit.readings[0])
            continue
        for key, reading in readings.items():
            waiting[key].append((unit, reading))
    for number, text in enumerate(texts):
        same = waiting.get(text)
        if number not in placed and same:
            placed[number] = same.popleft() if len(same) > 1 else same[0]
    yield from placed.items()
    for segments in document.segments_by_block().values():
        left = set(segments) - placed.keys()
        if len(segments) > 1 and left:
            yield from (one for one in _in_sentences(segments, waiting, document, code) if one[0] in left)


def _in_sentences(
    segments: Sequence[int], waiting: Mapping[str, deque[tuple[Unit, Reading]]], document: Document, code: str
) -> Iterator[tuple[int, tuple[Unit, Reading]]]:
    """The sentences of a unit that is a whole block, as tools make them; none where its two texts have not as many."""
    start, end = document.segments[segments[0]].start, document.segments[segments[-1]].end
    same = waiting.get(" ".join(document.text[start:end].split()))
    if not same:
        return
    unit, reading = same.popleft() if len(same) > 1 else same[0]
    words = reading.target.text if reading.target else ""
    spans = sentence_spans(words, code)
    if len(spans) == len(segments):
        for number, (begin, finish) in zip(segments, spans, strict=True):
            pair = Reading(Inline(document.segment_text(number)), Inline(words[begin:finish]))
            yield number, (unit, pair)


def _require_some(exchange: Exchange, found: dict[int, tuple[Unit, Reading]], document: Document) -> None:
    """Raise InputError where nothing can be put back."""
    if document.segments and not found:
        raise InputError(
            say(
                "None of the {count:,} texts of the XLIFF file stands in the original. Give the file that it was made "
                "of, as it was then.",
                count=len(exchange.units),
            )
        )
    if found and not any(reading.target for _, reading in found.values()):
        raise InputError(say("The XLIFF file translates nothing: its targets are empty. Export it with translations."))


def _missing(text: str) -> tuple[Hypothesis, None]:
    """What stands for a segment that the file does not have."""
    return Hypothesis(text, origin="untranslated"), None


def _hypothesis(text: str, unit: Unit, reading: Reading, read: bool) -> tuple[Hypothesis, str | None]:
    """A segment's translation as the file has it, and what ours was: None where it was not changed."""
    if reading.target is None:
        return _missing(text)
    own, proposed, after = unit.own(), unit.proposed(), reading.target.text.strip()
    links = _links(text, reading.source, reading.target)
    is_ours = own is not None and digest(after) == own[2]
    if is_ours and not (unit.is_confirmed or read):
        return Hypothesis(after, alignment=links, origin=proposed[1] if proposed and proposed[1] else "xliff"), None
    origin = "copied" if is_ours and proposed and proposed[1] == "copied" else ORIGIN
    before = None if is_ours else proposed[0] if proposed else ""
    return Hypothesis(after, alignment=links, origin=origin), before


def _links(text: str, source: Inline, target: Inline) -> tuple[Link, ...]:
    """Links between the words that stand in the same code, so that what hangs on them stays where it was put."""
    lead = len(target.text) - len(target.text.lstrip())
    if source.text != text:
        return ()
    length = len(target.text.strip())
    found = [
        Link(*source.spans[key], max(0, start - lead), min(length, end - lead))
        for key, (start, end) in target.spans.items()
        if key in source.spans
    ]
    return tuple(
        sorted(one for one in found if one.source_start < one.source_end and one.target_start < one.target_end)
    )


def _notices(unmatched: Sequence[str]) -> Iterable[Issue]:
    """What to say of units that found no place."""
    if unmatched:
        count = len(unmatched)
        message = (
            say("One text of the XLIFF file stands nowhere in the original; its translation is not used.")
            if count == 1
            else say(
                "{count:,} texts of the XLIFF file stand nowhere in the original; their translations are not used.",
                count=count,
            )
        )
        yield Issue("unmatched", None, None, message, "warning")
