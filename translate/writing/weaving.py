"""A block's translation on the leaves of its source: which words look like what, and where its signs stand."""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby, pairwise

from translate.formats.codes import Code
from translate.hypothesis import Link
from translate.reading.characters import RAISED
from translate.reading.draft import Piece
from translate.writing.leaves import Field, Grammar, Leaf, Scribe
from translate.writing.projection import Span, project
from translate.writing.woven import Sentence, Woven


class Weaver:
    """Writes one block's translation on its leaves.

    Args:
        block: What it says.
        leaves: Words and signs of its source.
        pieces: What the reader took of them.
        places: From origins().
        grammar: Of the file kind.
    """

    def __init__(
        self,
        block: Woven,
        leaves: Sequence[Leaf],
        pieces: Sequence[Piece],
        places: Sequence[tuple[int, int]],
        grammar: Grammar,
    ) -> None:
        self._block, self._leaves, self._grammar = block, leaves, grammar
        number_by_piece = {leaf.piece: number for number, leaf in enumerate(leaves) if leaf.piece is not None}
        self._homes = [number_by_piece[piece] for piece, _ in places]
        self._pieces, self._places = pieces, places
        self._moved = {n for n, leaf in enumerate(leaves) if leaf.is_sign or self._is_raised(leaf)}
        worded = {id(one) for home in self._homes for one in leaves[home].path}
        for number, leaf in enumerate(leaves):
            if any(self._is_uncut(one) and id(one) not in worded for one in leaf.path):
                self._moved.add(number)  # a link around white space alone stays as it stands
        self._target: list[int | None] = []  # for each character of the translation its leaf; None for a sign's own

    def write(self, scribe: Scribe) -> None:
        """Write the translation."""
        self._target = self._assigned()
        signs = self._signs()
        lead, tail = self._edges()
        queue = sorted(signs, key=lambda one: (one[0], self._rank(*one), one[1]))
        position = 0
        for index, number in [*queue, (len(self._block.target), -1)]:
            self._write_words(scribe, position, index, lead if position == 0 else "")
            lead = "" if index else lead
            position = max(position, index)
            if number >= 0:
                self._write_sign(scribe, number)
        if tail and self._homes:
            scribe.words(self._leaves[self._homes[-1]], tail)

    def _write_words(self, scribe: Scribe, start: int, end: int, lead: str) -> None:
        """Write a stretch of the translation."""
        for number, indices in groupby(range(start, end), key=lambda index: self._target[index]):
            leaf = None if number is None else self._holder(number)
            if leaf is not None:
                text = "".join(self._block.target[index] for index in indices)
                scribe.words(leaf, lead + text)
                lead = ""

    def _holder(self, number: int) -> Leaf | None:
        """The leaf that words are written as: the nearest with words for those that were made of a sign alone.

        None for those of a formula, which stands for them.
        """
        if not self._leaves[number].is_sign:
            return self._leaves[number]
        if self._grammar.stands_for_words(self._leaves[number].element):
            return None
        worded = [n for n, leaf in enumerate(self._leaves) if not leaf.is_sign]
        return self._leaves[min(worded, key=lambda n: abs(n - number))] if worded else None

    def _write_sign(self, scribe: Scribe, number: int) -> None:
        """Write a sign, or words that are moved as they stand."""
        leaf = self._leaves[number]
        if leaf.is_sign:
            scribe.sign(leaf)
        else:
            scribe.words(leaf, leaf.text)

    def _is_raised(self, leaf: Leaf) -> bool:
        """Whether a leaf's words are a raised number, which the reader writes in digits of its own."""
        taken = self._pieces[leaf.piece].text if leaf.piece is not None else ""
        return any(digit in RAISED and digit not in leaf.text for digit in taken)

    def _edges(self) -> tuple[str, str]:
        """White space before the first and after the last of the source's words, which stays."""
        if not self._places or self._homes[0] in self._moved or self._homes[-1] in self._moved:
            return "", ""
        (_, begin), (_, end) = self._places[0], self._places[-1]
        first, last = self._leaves[self._homes[0]].text, self._leaves[self._homes[-1]].text
        lead, tail = first[:begin], last[end + 1 :]
        return (lead if lead.isspace() else ""), (tail if tail.isspace() else "")

    def _assigned(self) -> list[int | None]:
        """The leaf of each character of the translation."""
        found: list[int | None] = []
        done = 0
        for sentence in self._block.sentences:
            found += self._homes[done : sentence.start]
            homes = self._homes[sentence.start : sentence.end]
            source, target = self._block.texts(sentence)
            if source == target:
                found += homes
            else:
                found += self._spread(source, target, sentence.links, self._worded(homes), 0)
                self._bridge_back(found, sentence)
                self._bridge(found, sentence)
            done = sentence.end
        return found + list(self._homes[done:])

    def _worded(self, homes: Sequence[int]) -> list[int]:
        """The leaves of a sentence's characters, those of signs as the words before or after them."""
        found: list[int] = []
        words = [home for home in homes if home not in self._moved]
        for home in homes:
            found.append(home if home not in self._moved else found[-1] if found else words[0] if words else home)
        return found

    def _spread(
        self, source: str, target: str, links: Sequence[Link], homes: Sequence[int], depth: int
    ) -> list[int | None]:
        """The leaf of each character of a translation, or of a link in it."""
        groups = self._groups(source, homes, depth)
        if len(groups) == 1:
            _, start, _ = groups[0]
            wrapper = self._whole(homes[start], depth)
            if wrapper is None:
                return [homes[start]] * len(target)
            inner = self._leaves[homes[start]].path.index(wrapper) + 1
            return self._spread(source, target, links, homes, inner)
        base = self._base(groups, homes, depth)
        marked = [(start, end) for key, start, end in groups if base is None or key != base]
        spans = [Span(*_tight(source, start, end), number) for number, (start, end) in enumerate(marked)]
        placed = project(source, target, links, spans)
        home = next((homes[start] for key, start, _ in groups if key == base), homes[0])
        found: list[int | None] = [home] * len(target)
        for span in placed:
            start, end = marked[span.mark]
            inside = [
                Link(a - start, b - start, c - span.start, d - span.start)
                for a, b, c, d in links
                if start <= a and b <= end and span.start <= c and d <= span.end
            ]
            found[span.start : span.end] = self._spread(
                source[start:end], target[span.start : span.end], inside, homes[start:end], depth
            )
        return found if base is not None else _closed(found, placed)

    def codes(self) -> Iterator[tuple[Sentence, list[Code]]]:
        """Each sentence with the words in it that look otherwise than most of it, or are a link."""
        target = self._assigned()
        for sentence in self._block.sentences:
            homes = self._worded(self._homes[sentence.start : sentence.end])
            source, _ = self._block.texts(sentence)
            groups = self._groups(source, homes, 0)
            base = self._base(groups, homes, 0)
            found = []
            for key, start, end in groups:
                if base is not None and key == base:
                    continue
                own = set(homes[start:end])
                inside = [i for i in range(sentence.target_start, sentence.target_end) if target[i] in own] or [0, -1]
                place = (inside[0] - sentence.target_start, inside[-1] + 1 - sentence.target_start)
                is_link = self._whole(homes[start], 0) is not None
                found.append(Code(*_tight(source, start, end), *(place if inside[-1] >= 0 else (0, 0)), is_link))
            yield sentence, found

    def _base(self, groups: Sequence[tuple[Hashable, int, int]], homes: Sequence[int], depth: int) -> Hashable | None:
        """How most of a sentence looks; None where all of it is links."""
        sizes: dict[Hashable, int] = {}
        for key, start, end in groups:
            if self._whole(homes[start], depth) is None:
                sizes[key] = sizes.get(key, 0) + end - start
        return max(sizes, key=lambda key: sizes[key]) if sizes else None

    def _groups(self, source: str, homes: Sequence[int], depth: int) -> list[tuple[Hashable, int, int]]:
        """Stretches of a sentence that look alike or are one link: key, start, end; white space goes with its past."""
        found: list[tuple[Hashable, int, int]] = []
        for key, indices in groupby(range(len(homes)), key=lambda index: self._key(homes[index], depth)):
            stretch = list(indices)
            start, end = stretch[0], stretch[-1] + 1
            blank = not source[start:end].strip()
            if found and (blank or found[-1][0] == key):
                found[-1] = (found[-1][0], found[-1][1], end)
            elif not blank:
                found.append((key, start if found else 0, end))
        return found or [(self._key(homes[0], depth), 0, len(homes))]

    def _key(self, number: int, depth: int) -> Hashable:
        """What tells a leaf's group: the link around it, or how it looks."""
        whole = self._whole(number, depth)
        if whole is not None:
            return ("whole", id(whole))
        path = self._leaves[number].path[depth:]
        return ("look", tuple(filter(None, (self._grammar.look(wrapper) for wrapper in path))))

    def _whole(self, number: int, depth: int) -> object | None:
        """The outermost wrapper of a leaf, from a depth inwards, that must not be cut."""
        path = self._leaves[number].path[depth:]
        return next(filter(self._is_uncut, path), None)

    def _is_uncut(self, wrapper: object) -> bool:
        """Whether a wrapper must not be cut."""
        return isinstance(wrapper, Field) or self._grammar.is_whole(wrapper)

    def _bridge_back(self, found: list[int | None], sentence: Sentence) -> None:
        """Let a link that runs on from the sentence before begin where the sentence does."""
        first = self._whole(self._homes[sentence.start], 0)
        if not sentence.start or first is None or self._whole(self._homes[sentence.start - 1], 0) is not first:
            return
        own = [i for i in range(sentence.target_start, len(found)) if self._is_in(found[i], first)]
        if own:
            found[sentence.target_start : own[0]] = [found[own[0]]] * (own[0] - sentence.target_start)

    def _bridge(self, found: list[int | None], sentence: Sentence) -> None:
        """Let a link that runs on into the next sentence reach the sentence's end."""
        if sentence.end >= len(self._homes):
            return
        last = self._whole(self._homes[sentence.end - 1], 0)
        if last is None or self._whole(self._homes[sentence.end], 0) is not last:
            return
        own = [i for i in range(sentence.target_start, len(found)) if self._is_in(found[i], last)]
        if own:
            found[own[-1] :] = [found[own[-1]]] * (len(found) - own[-1])

    def _is_in(self, number: int | None, wrapper: object) -> bool:
        """Whether a leaf stands in a wrapper."""
        return number is not None and any(one is wrapper for one in self._leaves[number].path)

    def _signs(self) -> list[tuple[int, int]]:
        """Where each sign stands in the translation: (string index, position of the leaf)."""
        ranges = dict(self._ranges())
        found: list[tuple[int, int]] = []
        least = 0
        searched = 0
        for number in sorted(self._moved):
            own = self._own(number)
            if own is not None:
                index, searched, keep = self._printed(number, own, searched)
                if not keep:
                    continue
            elif number in ranges:
                begins = any(number == first for first, _ in self._grammar.ranges(self._leaves))
                found.append((self._outside(ranges[number], number, begins), number))
                continue
            else:
                index = self._block.index(bisect_left(self._homes, number))
                if self._is_blank(number):
                    index = self._beside_space(index, bisect_left(self._homes, number))
            wholes = [one for one in reversed(self._leaves[number].path) if self._is_uncut(one)]
            if wholes:
                worded = (one for one in wholes if any(self._is_in(home, one) for home in self._target))
                index = self._clamped(index, number, next(worded, wholes[0]))
            else:
                index = least = self._outside(max(least, index), number, begins=False)
            found.append((index, number))
        return found

    def _own(self, number: int) -> tuple[int, int] | None:
        """The stretch of the source's words that a sign wrote there, or None."""
        start = bisect_left(self._homes, number)
        end = bisect_left(self._homes, number + 1)
        return (start, end) if start < end else None

    def _printed(self, number: int, own: tuple[int, int], searched: int) -> tuple[int, int, bool]:
        """Where a sign with words of its own stands, which of its words it takes over, and whether it is kept.

        Returns:
            String index; from where on the next sign's words are looked for; whether it stands there.
        """
        text = self._block.source[slice(*own)]
        sentence = self._block.sentence(own[0])
        if sentence is None or self._block.is_same(sentence):
            index = self._block.index(own[0])
            self._target[index : index + len(text)] = [None] * len(text)
            return index, searched, True
        if text.isspace():
            index = self._space(sentence, self._block.index(own[0]), searched)
            if self._block.target[index : index + 1].isspace():
                self._target[index] = None
                searched = index + 1
            return index, searched, True
        start = max(searched, sentence.target_start)
        index = self._block.target.find(text, start, sentence.target_end)
        if index >= 0:
            self._target[index : index + len(text)] = [None] * len(text)
            return index, index + len(text), True
        leaf = self._leaves[number]
        if not leaf.is_sign or not text.strip("-‑"):
            return 0, searched, False  # the words that were made of it stand for it
        if self._grammar.stands_for_words(leaf.element):
            span = Span(own[0] - sentence.start, own[1] - sentence.start, 0)
            source, target = self._block.texts(sentence)
            (found,) = project(source, target, sentence.links, [span])
            index = sentence.target_start + found.start
            if leaf.piece is not None and self._pieces[leaf.piece].place != "whole":  # a picture's description
                leaf.element.set(self._pieces[leaf.piece].place, target[found.start : found.end])
            self._target[index : sentence.target_start + found.end] = [None] * (found.end - found.start)
            return index, searched, True
        return self._block.index(own[1]), searched, True

    def _space(self, sentence: Sentence, index: int, searched: int) -> int:
        """The space of a translated sentence that is nearest to a place, and behind what was written before it."""
        start, end = max(searched, sentence.target_start), sentence.target_end
        spaces = [i for i in range(start, end) if self._block.target[i].isspace() and self._target[i] is not None]
        return min(spaces, key=lambda place: abs(place - index), default=max(index, start))

    def _is_blank(self, number: int) -> bool:
        """Whether a sign is white space, such as the second of two tabs."""
        piece = self._leaves[number].piece
        return piece is not None and self._pieces[piece].text.isspace()

    def _beside_space(self, index: int, position: int) -> int:
        """The place nearest to one inside a translated sentence where white space more is none."""
        sentence = self._block.sentence(position)
        if sentence is None or position == sentence.start or self._block.is_same(sentence):
            return index
        edges = [sentence.target_start, sentence.target_end]
        inside = range(sentence.target_start + 1, sentence.target_end)
        edges += [i for i in inside if self._block.target[i - 1 : i + 1].strip() != self._block.target[i - 1 : i + 1]]
        return min(edges, key=lambda place: abs(place - index))

    def _ranges(self) -> Iterator[tuple[int, int]]:
        """Where the signs stand that begin and end a range with words: (position of the leaf, string index)."""
        for first, last in self._grammar.ranges(self._leaves):
            start, end = bisect_left(self._homes, first), bisect_left(self._homes, last)
            sentence = self._block.sentence(start)
            if start >= end or sentence is None or end > sentence.end or self._block.is_same(sentence):
                continue
            source, target = self._block.texts(sentence)
            stretch = _tight(source, start - sentence.start, end - sentence.start)
            if stretch[0] < stretch[1]:
                (span,) = project(source, target, sentence.links, [Span(*stretch, 0)])
                yield first, sentence.target_start + span.start
                yield last, sentence.target_start + span.end

    def _clamped(self, index: int, number: int, whole: object) -> int:
        """A sign's place inside the link or field that it belongs to."""
        own = [i for i, home in enumerate(self._target) if self._is_in(home, whole)]
        inside = [n for n, leaf in enumerate(self._leaves) if any(one is whole for one in leaf.path)]
        worded = [n for n in inside if n in set(self._homes)]
        if not own or not worded:
            return index
        if number < worded[0]:
            return own[0]
        if number > worded[-1]:
            return own[-1] + 1
        return min(max(index, own[0]), own[-1] + 1)

    def _outside(self, index: int, number: int, begins: bool) -> int:
        """A sign's place, before or behind a link or field that it would cut and does not belong to."""
        if self._whole(number, 0) is not None or not 0 < index < len(self._target):
            return index
        home = self._target[index]
        whole = None if home is None else self._whole(home, 0)
        if whole is None or not self._is_in(self._target[index - 1], whole):
            return index
        while begins and index and self._is_in(self._target[index - 1], whole):
            index -= 1
        while not begins and index < len(self._target) and self._is_in(self._target[index], whole):
            index += 1
        return index

    def _rank(self, index: int, number: int) -> int:
        """Order of signs at one place: of the link that ends there, of none, of the link that begins there."""
        whole = self._whole(number, 0)
        if whole is None:
            return 1
        before = index > 0 and self._is_in(self._target[index - 1], whole)
        after = index < len(self._target) and self._is_in(self._target[index], whole)
        return 1 if before == after else 0 if before else 2


def _closed(found: list[int | None], placed: Sequence[Span]) -> list[int | None]:
    """Leaves of a translation that is nothing but links: what lies between two goes with the first."""
    edges = [0, *(span.start for span in placed[1:]), len(found)]
    for span, (begin, end) in zip(placed, pairwise(edges), strict=True):
        if span.start < span.end:
            found[begin : span.start] = [found[span.start]] * (span.start - begin)
            found[span.end : end] = [found[span.end - 1]] * (end - span.end)
    return found


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without white space at its edges."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
