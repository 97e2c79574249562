"""Doubts: how likely each sentence misleads its reader, and how its translation reads back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from translate.choices import Choices, Watch
from translate.document import Document
from translate.doubt.differences import differences, telling
from translate.doubt.evidence import Evidence, gather
from translate.doubt.model import CALIBRATED, LISTED, REASSURING, fitted, probability
from translate.doubt.signals import signals
from translate.engines.pieces import unjoined
from translate.engines.protocol import Engine
from translate.engines.registry import BY_NAME_ONLY, NO_TRANSLATION, usable_engines
from translate.engines.scoring import Scorer
from translate.errors import EngineError, Stopped
from translate.hypothesis import NOT_TRANSLATED, Link
from translate.issue import Issue, in_segment_order
from translate.languages.table import language, name_of
from translate.message import say
from translate.pipeline.resuming import Notes, run_key
from translate.store.journal import Journal
from translate.tag import primary
from translate.text.lines import joined_lines
from translate.translation import Doubt, Translation

_WINDOW = 128  # segments between two chances to stop, as many as a translation has
_SHOWN = 2
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
                models = [scorer.signature(source, target), scorer.signature(target, source)]
                notes = Notes(Doubt, journal, run, source, models, fitted().signature)
                for window in windows:
                    watch.heed()
                    found += _doubts(translation, window, scorer, source, target, notes, watch)
                    done += len(window)
                    watch.progress("checking", done, total)
                signature.append(f"doubt {source} {' and '.join(models)} {fitted().signature}")
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

    Where the doubt is small, that the engine was unsure is no more than a notice: the read-back knows more.
    """
    sure = {d.segment for d in translation.doubts if d.score < REASSURING and _is_calibrated(translation, d.segment)}
    known = (
        replace(issue, severity="notice") if issue.kind == "confidence" and issue.segment in sure else issue
        for issue in translation.issues
    )
    issues = [issue for doubt in translation.doubts if (issue := _listed(translation, doubt)) is not None]
    return replace(translation, issues=in_segment_order((*known, *issues)))


def _is_calibrated(translation: Translation, segment: int) -> bool:
    """Whether the score tells how doubtful a segment is: in other languages it tells which is more so."""
    languages = translation.source.segment_language(segment), translation.target.language
    return CALIBRATED.issuperset(map(primary, languages))


def _listed(translation: Translation, doubt: Doubt) -> Issue | None:
    """The warning on one sentence; None where it is not doubtful enough, or reads back word for word."""
    if doubt.score < LISTED or not _is_calibrated(translation, doubt.segment) or not (doubt.lost or doubt.added):
        return None
    text = translation.source.segment_text(doubt.segment)
    missing = doubt.telling or doubt.lost[:_SHOWN]
    lost, added = _quoted(text, missing), _quoted(doubt.read_back, _instead(doubt, missing, text))
    if lost and added:
        message = say("Read back, the translation lacks {lost} and has {added}.", lost=lost, added=added)
    elif lost:
        message = say("Read back, the translation lacks {lost}.", lost=lost)
    else:
        message = say("Read back, the translation has {added} besides.", added=added)
    span = missing[0] if missing else None
    return Issue("doubt", doubt.segment, span, message, side="source")


def _instead(doubt: Doubt, missing: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """For each missing word the new one of the read-back that stands at most nearly its place; else the first."""
    left = list(doubt.added)
    found = []
    for start, _ in missing or left[:_SHOWN]:
        place = start / max(1, len(text)) if missing else 0.0
        if left:
            found.append(min(left, key=lambda span: abs(span[0] / max(1, len(doubt.read_back)) - place)))
            left.remove(found[-1])
    return found


def _quoted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Words at some places: "“strike”, “alliance”"."""
    return ", ".join(f"“{' '.join(text[start:end].split())}”" for start, end in spans)


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
    made = {text: _doubt(evidence) for text, evidence in zip(missing, gathered, strict=True) if evidence is not None}
    notes.note(made)
    known |= made
    return [
        _placed(known["\0".join(pair)], document, i, lines[i]) for i, pair in pairs.items() if "\0".join(pair) in known
    ]


def _doubt(evidence: Evidence) -> Doubt:
    """The doubt of one line, of no segment yet."""
    lost, added = differences(evidence)
    return Doubt(-1, probability(signals(evidence)), evidence.read_back, lost, added, telling(evidence, lost))


def _placed(doubt: Doubt, document: Document, segment: int, line: str) -> Doubt:
    """A line's doubt as that of a segment."""
    text = document.segment_text(segment)
    lost, telling = (_moved(spans, line, text) for spans in (doubt.lost, doubt.telling))
    return replace(doubt, segment=segment, lost=lost, telling=telling)


def _moved(spans: Iterable[tuple[int, int]], line: str, text: str) -> tuple[tuple[int, int], ...]:
    """Places in a line as those in the segment's text."""
    moved = unjoined([Link(*span, 0, 0) for span in spans], line, text)
    return tuple((link.source_start, link.source_end) for link in moved)
