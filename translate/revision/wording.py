"""Where the translations of two versions of a sentence differ, and whether the sentence itself does there."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from translate.hypothesis import Hypothesis, Link
from translate.revision.change import Mark
from translate.revision.redline import tokens
from translate.translation import Translation

Span = tuple[int, int]
"""Half-open positions of words."""


class Said(NamedTuple):
    """A sentence, its translation, and which words of the one are which of the other."""

    source: str
    target: str
    links: tuple[Link, ...]


class Difference(NamedTuple):
    """A place where two translations differ.

    Attributes:
        old: Words of the old translation.
        new: Words of the new one.
        is_change: Whether the source's words changed there too; else only the wording differs.
    """

    old: Span
    new: Span
    is_change: bool


class Sides:
    """Two versions of a sentence with their translations, word by word.

    Args:
        old: The earlier version.
        new: The later one.
    """

    def __init__(self, old: Said, new: Said) -> None:
        from rapidfuzz.distance import Indel

        self.old, self.new = old, new
        self.sources = tokens(old.source), tokens(new.source)
        self.targets = tokens(old.target), tokens(new.target)
        self.kept: dict[int, int] = {}
        for code in Indel.opcodes(*([text for text, _, _ in side] for side in self.sources)):
            if code.tag == "equal":
                self.kept.update(
                    zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
                )
        self._changed = (
            frozenset(range(len(self.sources[0]))) - self.kept.keys(),
            frozenset(range(len(self.sources[1]))) - frozenset(self.kept.values()),
        )
        self.linked = _linked(old, self.sources[0], self.targets[0]), _linked(new, self.sources[1], self.targets[1])

    def changed(self, side: int, word: int) -> bool | None:
        """Whether what a word of a translation stands for changed; None where no link tells.

        A word is not changed because of a comma, nor a comma because of a word, where it has links of its own kind.
        """
        links = self.linked[side].get(word, ())
        own = self.targets[side][word][0][0].isalnum()
        alike = [i for i in links if self.sources[side][i][0][0].isalnum() == own]
        return any(i in self._changed[side] for i in alike) if alike else None

    def differences(self) -> list[Difference]:
        """Where the translations differ, in order, split where one part is a change and another is none."""
        from rapidfuzz.distance import Indel

        texts = [[text for text, _, _ in side] for side in self.targets]
        found: list[Difference] = []
        start = (0, 0)
        for code in [*Indel.opcodes(*texts), None]:
            if code is not None and code.tag != "equal":
                continue
            end = (len(texts[0]), len(texts[1])) if code is None else (code.src_start, code.dest_start)
            if start != end:
                found += self._split((start[0], end[0]), (start[1], end[1]))
            if code is not None:
                start = code.src_end, code.dest_end
        return found

    def _split(self, old: Span, new: Span) -> list[Difference]:
        """A difference, with what says the same at its two ends apart from the rest."""
        if not self._is_change(old, new):
            return [Difference(old, new, False)]
        found = []
        if head := self._alike(range(old[0] + 1, old[1] + 1), range(new[0] + 1, new[1] + 1), old, new, 0):
            found.append(Difference((old[0], head[0]), (new[0], head[1]), False))
            old, new = (head[0], old[1]), (head[1], new[1])
        tail = self._alike(range(old[1] - 1, old[0] - 1, -1), range(new[1] - 1, new[0] - 1, -1), old, new, 1)
        if tail:
            found.append(Difference((old[0], tail[0]), (new[0], tail[1]), True))
            return [*found, Difference((tail[0], old[1]), (tail[1], new[1]), False)]
        return [*found, Difference(old, new, True)] if old[0] < old[1] or new[0] < new[1] else found

    def _alike(self, olds: Iterable[int], news: Sequence[int], old: Span, new: Span, end: int) -> Span | None:
        """The longest beginning (or end) of both stretches that stands for the same words of the source."""
        best = None
        ends = [(b, self._means(1, (new[0], b) if end == 0 else (b, new[1]))) for b in news]
        for a in olds:
            meant = self._means(0, (old[0], a) if end == 0 else (a, old[1]))
            if meant is None:
                break
            if meant and (same := [b for b, other in ends if other == meant]):
                best = a, same[-1]
        return best

    def _means(self, side: int, stretch: Span) -> frozenset[int] | None:
        """Words of the new source that a stretch stands for; None where one of them changed."""
        found: set[int] = set()
        for word in range(*stretch):
            if self.changed(side, word):
                return None
            links = self.linked[side].get(word, ())
            found.update(links if side else (self.kept[i] for i in links if i in self.kept))
        return frozenset(found)

    def _is_change(self, old: Span, new: Span) -> bool:
        """Whether the source changed where the translations differ; where no link tells, whether it did beside it."""
        told = [self.changed(side, word) for side, stretch in enumerate((old, new)) for word in range(*stretch)]
        if any(one is not None for one in told):
            return any(told)
        beside = [(0, old[0] - 1), (0, old[1]), (1, new[0] - 1), (1, new[1])]
        return any(self.changed(side, word) for side, word in beside if 0 <= word < len(self.targets[side]))


def _linked(
    said: Said, sources: Sequence[tuple[str, int, int]], targets: Sequence[tuple[str, int, int]]
) -> dict[int, list[int]]:
    """Words of the source by word of the translation."""
    found: dict[int, set[int]] = {}
    for link in said.links:
        own = [i for i, (_, start, end) in enumerate(sources) if start < link.source_end and link.source_start < end]
        for j, (_, start, end) in enumerate(targets):
            if start < link.target_end and link.target_start < end:
                found.setdefault(j, set()).update(own)
    return {word: sorted(linked) for word, linked in found.items()}


def links_of(translation: Translation, segments: Sequence[int]) -> tuple[Link, ...]:
    """Word links of a few sentences, with their indices in the texts joined by spaces."""
    links: list[Link] = []
    before = [0, 0]
    for segment in segments:
        shift = before[0], before[0], before[1], before[1]
        links += (
            Link(*(place + by for place, by in zip(link, shift, strict=True)))
            for link in translation.hypotheses[segment].alignment
        )
        before[0] += len(translation.source.segment_text(segment)) + 1
        before[1] += len(translation.hypotheses[segment].text) + 1
    return tuple(links)


def marks_of(
    words: Sequence[tuple[str, int, int]], stretches: Sequence[Span], segments: Sequence[int], texts: Sequence[str]
) -> tuple[Mark, ...]:
    """Stretches of words as marks in the segments that they stand in; neighbours are one mark.

    Args:
        words: Of the segments' texts joined by spaces.
        stretches: Half-open positions in them, in order.
        segments: What the marks call each segment.
        texts: The segments' texts.
    """
    starts, length = [], 0
    for text in texts:
        starts.append(length)
        length += len(text) + 1
    found: list[Mark] = []
    for word in (word for stretch in stretches for word in range(*stretch)):
        _, start, end = words[word]
        own = max(i for i, begin in enumerate(starts) if begin <= start)
        mark = Mark(segments[own], start - starts[own], end - starts[own])
        last = found[-1] if found else None
        if last and last.segment == mark.segment and not texts[own][last.end : mark.start].strip():
            mark = Mark(mark.segment, found.pop().start, mark.end)
        found.append(mark)
    return tuple(found)


def carried_links(hypothesis: Hypothesis, text: str) -> tuple[Link, ...]:
    """The word links of a translation that a reader rewrote: words that stayed keep theirs, others have none."""
    from rapidfuzz.distance import Indel

    before, after = tokens(hypothesis.text), tokens(text)
    kept: dict[tuple[int, int], tuple[int, int]] = {}
    for code in Indel.opcodes([word for word, _, _ in before], [word for word, _, _ in after]):
        if code.tag == "equal":
            pairs = zip(before[code.src_start : code.src_end], after[code.dest_start : code.dest_end], strict=True)
            kept.update({own[1:]: other[1:] for own, other in pairs})
    found = (
        (link, there)
        for link in hypothesis.alignment
        for here, there in kept.items()
        if here[0] < link.target_end and link.target_start < here[1]
    )
    return tuple(link._replace(target_start=there[0], target_end=there[1]) for link, there in found)
