"""Woven: what a block says in both languages, and where a place in one is in the other."""

from dataclasses import dataclass

from translate.hypothesis import Link
from translate.writing.projection import place


@dataclass(frozen=True, slots=True)
class Sentence:
    """A segment in its block's words and in the words of its translation.

    Attributes:
        start: String index in the block's words.
        end: String index after its last character.
        target_start: String index in the translated words.
        target_end: String index after its last character.
        links: Word links, within the sentence; empty where there are none.
    """

    start: int
    end: int
    target_start: int
    target_end: int
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Woven:
    """What a block says in both languages.

    Attributes:
        source: Its words, without the marker before them.
        target: The translated words.
        sentences: In order; what lies between them is the same in both.
    """

    source: str
    target: str
    sentences: tuple[Sentence, ...]

    def sentence(self, position: int) -> Sentence | None:
        """The sentence around a place in the source's words, or None between sentences."""
        return next((one for one in self.sentences if one.start <= position < one.end), None)

    def texts(self, sentence: Sentence) -> tuple[str, str]:
        """A sentence's words in both languages."""
        return (
            self.source[sentence.start : sentence.end],
            self.target[sentence.target_start : sentence.target_end],
        )

    def is_same(self, sentence: Sentence) -> bool:
        """Whether a sentence stayed as it was."""
        source, target = self.texts(sentence)
        return source == target

    def index(self, position: int) -> int:
        """Where a place in the source's words is in the translated ones."""
        shift = 0
        for one in self.sentences:
            if position < one.start:
                break
            if position == one.start or (position < one.end and self.is_same(one)):
                return one.target_start + position - one.start
            if position < one.end:
                return one.target_start + place(*self.texts(one), one.links, position - one.start)
            shift = one.target_end - one.end
        return position + shift

    def part(self, start: int, end: int) -> "Woven":
        """A stretch of the source's words with its translation; a sentence that is cut has no links."""
        begin = self.index(start)
        finish = max(begin, self.index(end) if end < len(self.source) else len(self.target))
        inside = []
        for one in self.sentences:
            if one.end <= start or end <= one.start:
                continue
            is_cut = one.start < start or end < one.end
            inside.append(
                Sentence(
                    max(one.start, start) - start,
                    min(one.end, end) - start,
                    min(max(one.target_start, begin), finish) - begin,
                    max(min(one.target_end, finish), begin) - begin,
                    () if is_cut else one.links,
                )
            )
        return Woven(self.source[start:end], self.target[begin:finish], tuple(inside))
