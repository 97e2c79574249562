"""Doubts: how likely each sentence misleads its reader, and how its translation reads back."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from translate.choices import Choices, Watch
from translate.document import Document
from translate.doubt.differences import differences
from translate.doubt.evidence import Evidence, gather
from translate.doubt.judgement import Judgement, judge
from translate.doubt.model import CALIBRATED, LISTED, fitted, fitted_changes, fitted_words
from translate.engines.pieces import unjoined
from translate.engines.protocol import GREEDY, Engine
from translate.engines.registry import BY_NAME_ONLY, NO_TRANSLATION, usable_engines
from translate.engines.scoring import Scorer
from translate.errors import EngineError, Stopped
from translate.hypothesis import NOT_TRANSLATED, Link
from translate.issue import Issue, in_segment_order
from translate.languages.table import language, name_of
from translate.message import Message, say
from translate.pipeline.resuming import Notes, run_key
from translate.pipeline.witness import without_unfounded
from translate.store.journal import Journal
from translate.tag import primary
from translate.text.lines import joined_lines
from translate.translation import Doubt, Place, Span, Translation

if TYPE_CHECKING:
    from translate.text.embedding import Embedder

_WINDOW = 128  # segments between two chances to stop, as many as a translation has
_NOT_DOUBTED = NOT_TRANSLATED | NO_TRANSLATION | {"memory", "edited"}
"""Origins of what is no translation, and of what a person approved."""


def with_doubts(
    translation: Translation,
    engines: Mapping[str, Engine] | None = None,
    watch: Watch = Watch(),
    journal: Journal | None = None,
    only: Collection[int] | None = None,
) -> Translation:
    """The same translation with a doubt for each translated segment, in segment order.

    Where no model reads the target language back into a segment's, or it fails, the segment has none, and an Issue
    says so once for each language.

    Args:
        translation: What translate() gave.
        engines: Loaded engines to use again; new ones if None.
        watch: Told how many segments are done; once it says stop, the rest has no doubt.
        journal: Where doubts are kept as they are made; nowhere if None.
        only: Segments whose doubts are found anew, while the others keep theirs; all if None.
    """
    target = translation.target.language
    found: list[Doubt] = [] if only is None else [d for d in translation.doubts if d.segment not in only]
    issues: list[Issue] = []
    signature = [translation.signature]
    by_language = _segments_by_language(translation, only)
    done, total = 0, sum(map(len, by_language.values()))
    run = run_key(translation.source, target, Choices())
    with usable_engines(engines) as known:
        for source, segments in by_language.items():
            scorer = _scorer(source, target, known)
            if scorer is None:
                issues.append(_unread(source, target))
                continue
            windows = [segments[start : start + _WINDOW] for start in range(0, len(segments), _WINDOW)]
            try:
                made_with = _judged_with(source, target)
                models = [scorer.signature(source, target), scorer.signature(target, source)]
                notes = Notes(Doubt, journal, run, source, models, made_with)
                for window in windows:
                    watch.heed()
                    found += _doubts(translation, window, scorer, source, target, notes, watch)
                    done += len(window)
                    watch.progress("checking", done, total)
                signature.append(f"doubt {source} {' and '.join(models)} {made_with}")
            except Stopped:
                break
            except EngineError as error:
                issues.append(_failed(source, error))
    return replace(
        translation,
        doubts=tuple(sorted(found, key=lambda doubt: doubt.segment)),
        issues=in_segment_order((*translation.issues, *issues)),
        signature="; ".join(signature),
    )


def with_doubtful_listed(translation: Translation) -> Translation:
    """The same translation with a warning on each sentence that is probably wrong, which quotes what differs.

    What the read-back does not bear out is a notice, and so is that the engine was unsure of a sentence with a doubt:
    the score knows it already.
    """
    doubted = {doubt.segment for doubt in translation.doubts}
    known = (
        replace(issue, severity="notice") if issue.kind == "confidence" and issue.segment in doubted else issue
        for issue in without_unfounded(translation)
    )
    put_in: dict[int, list[Span]] = {}
    for issue in translation.issues:
        if issue.kind == "terms" and issue.severity == "notice" and issue.segment is not None and issue.span:
            put_in.setdefault(issue.segment, []).append(issue.span)
    listed = (_listed(translation, doubt, put_in.get(doubt.segment, ())) for doubt in translation.doubts)
    issues = [issue for issue in listed if issue is not None]
    return replace(translation, issues=in_segment_order((*known, *issues)))


def _is_calibrated(translation: Translation, segment: int) -> bool:
    """Whether the score tells how doubtful a segment is: in other languages it tells which is more so."""
    languages = translation.source.segment_language(segment), translation.target.language
    return CALIBRATED.issuperset(map(primary, languages))


def _listed(translation: Translation, doubt: Doubt, put_in: Collection[Span]) -> Issue | None:
    """The warning on one sentence; None where it is not doubtful enough, or nothing that tells reads back otherwise.

    Args:
        translation: Of the text.
        doubt: Of the sentence.
        put_in: Words of its translation that came from a packaged list. They are not what is doubtful: models that did
            not know them read them back wrongly.
    """
    if doubt.score < LISTED or not _is_calibrated(translation, doubt.segment):
        return None
    places = [place for place in doubt.places if not _is_within(place.target, put_in)]
    if not places:
        return None
    text, given = translation.source.segment_text(doubt.segment), translation.hypotheses[doubt.segment].text
    first, *others = (_said(place, text, given, doubt.read_back) for place in places)
    message = say("{first} {second}", first=first, second=others[0]) if others else first
    place = places[0]
    if place.target[1]:
        return Issue("doubt", doubt.segment, place.target, message)
    return Issue("doubt", doubt.segment, place.source, message, side="source")


def _is_within(span: Span, spans: Iterable[Span]) -> bool:
    """Whether words stand in one of a few stretches."""
    return any(start <= span[0] and span[1] <= end for start, end in spans) and span[1] > span[0]


def _said(place: Place, text: str, given: str, read_back: str) -> Message:
    """One place in a sentence of its own, the translation's words first, as who reads it may know these alone."""
    own, said, back = (
        _quoted(whole, span) for whole, span in ((text, place.source), (given, place.target), (read_back, place.back))
    )
    if place.kind == "unsure":
        if own:
            return say("The engine was unsure of {said}, which stands for {own}.", said=said, own=own)
        return say("The engine was unsure of {said}.", said=said)
    if place.kind == "exchanged":
        if said:
            return say("{said} stands for {own}, but reads back as {back}.", said=said, own=own, back=back)
        return say("{own} reads back as {back}.", own=own, back=back)
    if said:
        return say("{said} stands for {own}, of which nothing reads back.", said=said, own=own)
    if place.gloss:
        return say("{own} (“{gloss}”) seems to be missing: nothing reads back.", own=own, gloss=place.gloss)
    return say("{own} seems to be missing: nothing reads back.", own=own)


def _quoted(text: str, span: Span) -> str:
    """Words of a text in quotation marks; nothing where there are none."""
    return f"“{' '.join(text[span[0] : span[1]].split())}”" if span[1] else ""


def _segments_by_language(translation: Translation, only: Collection[int] | None) -> dict[str, list[int]]:
    """Segments that an engine translated, by their language; of those that are asked for, where only some are."""
    found: dict[str, list[int]] = {}
    for i, (own, hypothesis) in enumerate(zip(translation.source.languages, translation.hypotheses, strict=True)):
        if hypothesis.origin not in _NOT_DOUBTED and (only is None or i in only):
            found.setdefault(own, []).append(i)
    return found


def _scorer(source: str, target: str, engines: Mapping[str, Engine]) -> Scorer | None:
    """The first engine that scores and knows both directions."""
    for name in engines:
        if name in BY_NAME_ONLY:
            continue
        try:
            engine = engines[name]
        except EngineError:  # it cannot run here, and is not needed
            continue
        if isinstance(engine, Scorer) and engine.supports(source, target) and engine.supports(target, source):
            return engine
    return None


def _unread(source: str, target: str) -> Issue:
    """That segments of a language have no doubt."""
    message = say(
        "How doubtful the sentences in {source} are is not told: no installed model reads {target} back into "
        "{source} and scores it. Where there is one: python -m translate models install {target_code}-{source_code}",
        source=name_of(source),
        target=name_of(target),
        target_code=target,
        source_code=source,
    )
    return Issue("doubt", None, None, message, "notice")


def _failed(source: str, error: EngineError) -> Issue:
    """That the models failed on segments of a language."""
    message = say(
        "How doubtful the sentences in {source} are could not be told. {reason}",
        source=name_of(source),
        reason=error.message,
    )
    return Issue("doubt", None, None, message, "notice")


def _doubts(
    translation: Translation,
    segments: Iterable[int],
    scorer: Scorer,
    source: str,
    target: str,
    notes: Notes[Doubt],
    watch: Watch,
) -> list[Doubt]:
    """Doubts of segments of one language; the same pair of texts is looked at once."""
    document = translation.source
    lines = {i: joined_lines(document.segment_text(i), language(source).joiner) for i in segments}
    pairs = {i: (line, translation.hypotheses[i].text) for i, line in lines.items()}
    by_text = {"\0".join(pair): pair for pair in pairs.values()}
    known = notes.known(by_text)
    missing = {text: pair for text, pair in by_text.items() if text not in known}
    texts, given = [text for text, _ in missing.values()], [given for _, given in missing.values()]
    gathered = gather(scorer, texts, given, source, target, watch.heed)
    scored = {text: evidence for text, evidence in zip(missing, gathered, strict=True) if evidence is not None}
    judged = judge(list(scored.values()), _embedder(source, target), target)
    made = {text: _doubt(*own) for text, own in zip(scored, zip(scored.values(), judged, strict=True), strict=True)}
    made = _with_glosses(made, scorer, source, target)
    notes.note(made)
    known |= made
    return [
        _placed(known["\0".join(pair)], document, i, lines[i]) for i, pair in pairs.items() if "\0".join(pair) in known
    ]


def _judged_with(source: str, target: str) -> str:
    """Whatever decides the scores besides the models."""
    model = _embedder(source, target)
    weights = (own.signature for own in (fitted(), fitted_changes(), fitted_words()))
    return " ".join((*weights, *([model.name] if model else [])))


def _embedder(source: str, target: str) -> "Embedder | None":
    """The embedder that compares words of both languages; None where the fast one is missing or knows not both."""
    from translate.text.embedding import USE_LANGUAGES, fast_embedder  # brings NumPy, which importing does without

    return fast_embedder() if USE_LANGUAGES.issuperset(map(primary, (source, target))) else None


def _doubt(evidence: Evidence, judgement: Judgement) -> Doubt:
    """The doubt of one line, of no segment yet."""
    return Doubt(-1, judgement.score, evidence.read_back, *differences(evidence), judgement.places)


def _with_glosses(doubts: Mapping[str, Doubt], scorer: Scorer, source: str, target: str) -> dict[str, Doubt]:
    """The doubts by line, listed ones with what the words mean that did not come back."""
    lines = {key: key.partition("\0")[0] for key in doubts}
    gone = {
        lines[key][slice(*place.source)]
        for key, doubt in doubts.items()
        for place in doubt.places
        if doubt.score >= LISTED and not place.target[1]
    }
    if not gone:
        return dict(doubts)
    words = sorted(gone)
    found = scorer.translate(words, source, target, GREEDY)
    glosses = {word: one.text for word, one in zip(words, found, strict=True)}

    def glossed(place: Place, line: str) -> Place:
        own = line[slice(*place.source)]
        gloss = "" if place.target[1] else glosses.get(own, "")
        gloss = gloss.lower() if own.islower() else gloss
        return replace(place, gloss="" if gloss.casefold() == own.casefold() else gloss)

    return {
        key: replace(doubt, places=tuple(glossed(place, lines[key]) for place in doubt.places))
        for key, doubt in doubts.items()
    }


def _placed(doubt: Doubt, document: Document, segment: int, line: str) -> Doubt:
    """A line's doubt as that of a segment."""
    text = document.segment_text(segment)
    places = tuple(
        replace(place, source=_moved([place.source], line, text)[0]) if place.source[1] else place
        for place in doubt.places
    )
    return replace(doubt, segment=segment, lost=_moved(doubt.lost, line, text), places=places)


def _moved(spans: Iterable[tuple[int, int]], line: str, text: str) -> tuple[tuple[int, int], ...]:
    """Places in a line as those in the segment's text."""
    moved = unjoined([Link(*span, 0, 0) for span in spans], line, text)
    return tuple((link.source_start, link.source_end) for link in moved)
