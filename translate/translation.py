"""Translation: two documents with the same segment ids, how one became the other, and how a run can end early."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from math import ceil
from typing import Any, Literal

from translate.document import Document
from translate.errors import EngineError
from translate.hypothesis import Hypothesis
from translate.issue import Issue
from translate.route import Route

Span = tuple[int, int]
"""Half-open string indices."""
PlaceKind = Literal["exchanged", "gone", "unsure"]
_SHOWN = 50
"""Sentences that a notebook shows: a few screens; the exports have all."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second engine makes of a segment.

    Attributes:
        segment: Position of the segment.
        hypothesis: The second engine's; the Translation keeps the first.
        agreement: 0 (no three letters in common with the first) to 1 (the same letters).
    """

    segment: int
    hypothesis: Hypothesis
    agreement: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a translation is likeliest wrong; a span is (0, 0) where there are no words.

    Attributes:
        kind: Whether other words came back for the segment's, or nothing did, or the model was unsure of a word of the
            translation, whatever came back.
        source: Span of the segment's words.
        target: Span of what the translation has for them.
        back: Span of what came back for them in the read-back.
        gloss: What the segment's words mean by themselves, in the translation's language; only where it has none for
            them.
    """

    kind: PlaceKind
    source: Span
    target: Span
    back: Span
    gloss: str = ""


def read_place(fields: Mapping[str, Any]) -> Place:
    """A place as JSON has it; spans are pairs again."""
    source, target, back = (tuple(fields[name]) for name in ("source", "target", "back"))
    return Place(fields["kind"], source, target, back, fields["gloss"])


@dataclass(frozen=True, slots=True)
class Doubt:
    """How likely a segment's translation says something else, and how it reads in the source's language.

    Attributes:
        segment: Position of the segment.
        score: 0 to 1, higher is worse: the share of such sentences by which a reader was misled, as measured on
            English and Portuguese. With other languages it puts sentences in order, and is no share.
        read_back: The translation translated back.
        lost: Words of the segment that the read-back lacks; half-open string indices in the segment's text.
        added: Words of the read-back that the segment lacks; half-open string indices in `read_back`.
        places: Where an error is likeliest, at most two places, the likeliest first.
    """

    segment: int
    score: float
    read_back: str
    lost: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Translation:
    """Two documents with the same segment ids, and how one became the other.

    Attributes:
        source: The document that was read.
        target: The same structure in the target language.
        hypotheses: One for each segment.
        route: The way the document's main language took.
        issues: What a reader must check, in segment order.
        signature: Whatever decided the output besides the source text: engines, models, settings, version.
        opinions: What a second engine makes of the segments with errors or warnings; empty unless asked for.
        doubts: How likely each segment misleads, in segment order; empty unless asked for. Segments have none that no
            engine translated, and none where no installed model leads back.
        settled: Scores of the doubts of segments that a reader corrected since.
    """

    source: Document
    target: Document
    hypotheses: tuple[Hypothesis, ...]
    route: Route
    issues: tuple[Issue, ...]
    signature: str
    opinions: tuple[Opinion, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    settled: tuple[float, ...] = ()

    @property
    def coverage(self) -> dict[str, int]:
        """Number of segments by origin, most frequent first; the numbers add up to all segments."""
        return dict(Counter(hypothesis.origin for hypothesis in self.hypotheses).most_common())

    def most_doubtful(self, share: float = 0.2) -> tuple[Doubt, ...]:
        """The doubts of the sentences to read first, the most doubtful first; among equals the first in the text.

        A heading that reads back word for word is not among them: there is nothing to be seen in it. A sentence that a
        reader corrected leaves its place empty, so that no other comes up.

        Args:
            share: Of the sentences that have or had a doubt, 0 to 1, rounded up. On the benchmark's texts a fifth held
                half of the serious errors.
        """
        told = [doubt for doubt in self.doubts if doubt.lost or doubt.added or not self._is_heading(doubt.segment)]
        places = [(-doubt.score, doubt.segment, doubt) for doubt in told]
        ranked = sorted([*places, *((-score, -1, None) for score in self.settled)], key=lambda place: place[:2])
        most = ceil(round(share * (len(self.doubts) + len(self.settled)), 6))
        return tuple(doubt for _, _, doubt in ranked[:most] if doubt is not None)

    def _is_heading(self, segment: int) -> bool:
        """Whether a segment is a heading or part of one."""
        return self.source.blocks[self.source.segments[segment].block].kind == "heading"

    def __repr__(self) -> str:
        """What it is, in a line, without its texts."""
        return f"<Translation {self._in_short()}; {len(self.issues):,} issues>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the first sentences beside their translations, numbered as on the page."""
        pairs = list(zip(self.source.texts, self.target.texts, strict=True))
        rows = [
            f"<tr><td>{number}</td>"
            + "".join(f'<td dir="auto" style="text-align:start">{escape(t)}</td>' for t in pair)
            for number, pair in enumerate(pairs[:_SHOWN], 1)
        ]
        left = len(pairs) - len(rows)
        more = f"<p>… and {left:,} more sentences</p>" if left else ""
        return f"<p>{escape(self._in_short())}</p><table>{''.join(rows)}</table>{more}"

    def _in_short(self) -> str:
        """Languages, and where the sentences come from."""
        origins = ", ".join(f"{count:,} {origin}" for origin, count in self.coverage.items())
        return f"{self.source.language} → {self.target.language}: {origins or 'no sentences'}"


class Cancelled(Exception):
    """The run was stopped by its caller; what was done by then is in `translation`, the rest is pending."""

    def __init__(self, translation: Translation) -> None:
        """Keep what was done."""
        super().__init__("The translation was stopped.")
        self.translation = translation


class BrokenOff(EngineError):
    """The engine failed after it had translated something: what was done is in `translation`, the rest is pending.

    It is an EngineError with the engine's own words, so that who wants all or nothing need not know of it.
    """

    def __init__(self, error: EngineError, translation: Translation) -> None:
        """Keep what was done."""
        super().__init__(error.message)
        self.translation = translation
