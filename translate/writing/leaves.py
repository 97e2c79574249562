"""What stands inside a paragraph of any markup: words and signs in order, each in what wraps it; and back."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Protocol

from translate.reading.draft import Piece

_AROUND = "around"
"""The place of an element that has pieces somewhere inside it."""
_Numbers = Mapping[tuple[Any, str], int | None]
_UNIQUE = frozenset(("id", "{http://www.w3.org/XML/1998/namespace}id"))


class Grammar(Protocol):
    """What a file kind's elements inside a paragraph are.

    Attributes:
        mixed: Whether words stand between elements, as in HTML; else they stand in elements of their own.
    """

    mixed: bool

    def is_head(self, element: Any) -> bool:
        """Whether an element says how the one around it looks; it goes wherever that goes."""

    def is_wrapper(self, element: Any) -> bool:
        """Whether what stands in an element belongs to the sentence around it."""

    def is_whole(self, element: Any) -> bool:
        """Whether a wrapper must not be cut in two: a link, a field."""

    def look(self, wrapper: Any) -> Hashable:
        """What makes a wrapper look as it does; equal looks merge."""

    def stands_for_words(self, element: Any) -> bool:
        """Whether a sign stands for all of its words, which are then not written beside it: a formula, a picture."""

    def keep_spaces(self, element: Any) -> None:
        """Mark an element of words so that no program drops white space at its edges."""

    def fields(self, leaves: Sequence["Leaf"]) -> Sequence["Leaf"]:
        """The leaves with a Field in the path of those that are one."""

    def ranges(self, leaves: Sequence["Leaf"]) -> Iterable[tuple[int, int]]:
        """Pairs of leaves that begin and end a range, such as a bookmark."""


class Field:
    """Leaves that are one though no element holds them: a field from its begin to its end."""


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """Some words, or a sign, in a paragraph.

    Attributes:
        path: Wrappers from the paragraph inwards.
        element: What holds the words, or is the sign; None for words between elements.
        text: As the file has it; empty for a sign.
        piece: Position of the reader's piece, or None where the reader took no words of it.
        is_sign: Whether it is moved as it stands.
    """

    path: tuple[Any, ...]
    element: Any
    text: str
    piece: int | None
    is_sign: bool


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of an element's content: the text before child `first`, and all up to the text after child `last - 1`.

    Attributes:
        element: The element.
        first: Position of its first child inside.
        last: Position after its last child inside.
    """

    element: Any
    first: int
    last: int


def whole_region(element: Any) -> Region:
    """All content of an element."""
    return Region(element, 0, len(element))


def leaves(region: Region, grammar: Grammar, pieces: Sequence[Piece]) -> list[Leaf]:
    """Words and signs of a region, in order.

    Args:
        region: Where they stand.
        grammar: Of its file kind.
        pieces: What the reader took of it.
    """
    numbers: dict[tuple[Any, str], int | None] = {}
    for number, piece in enumerate(pieces):
        numbers[piece.element, piece.place] = number
        for above in piece.element.iterancestors():
            if above is region.element or (above, _AROUND) in numbers:
                break
            numbers[above, _AROUND] = None
    found = list(_content(region.element, range(region.first, region.last), grammar, numbers, ()))
    return list(grammar.fields(found))


def _content(
    element: Any,
    children: range,
    grammar: Grammar,
    numbers: _Numbers,
    path: tuple[Any, ...],
) -> Iterator[Leaf]:
    """Leaves of some children of an element, and of the text around them."""
    if grammar.mixed:
        holder, place = (element, "text") if not children.start else (element[children.start - 1], "tail")
        yield from _between(holder, place, numbers, path)
    for position in children:
        child = element[position]
        if not grammar.is_head(child):
            yield from _child(child, grammar, numbers, path)
        if grammar.mixed:
            yield from _between(child, "tail", numbers, path)


def _between(holder: Any, place: str, numbers: _Numbers, path: tuple[Any, ...]) -> Iterator[Leaf]:
    """The words between two elements, if there are any."""
    text = holder.text if place == "text" else holder.tail
    if text:
        yield Leaf(path, None, text, numbers.get((holder, place)), False)


def _child(child: Any, grammar: Grammar, numbers: _Numbers, path: tuple[Any, ...]) -> Iterator[Leaf]:
    """Leaves of one element."""
    if not isinstance(child.tag, str):
        yield Leaf(path, child, "", None, True)
    elif (grammar.is_wrapper(child) or (child, _AROUND) in numbers) and (child, "whole") not in numbers:
        inside = list(_content(child, range(len(child)), grammar, numbers, (*path, child)))
        yield from inside or [Leaf(path, child, "", None, True)]
    elif (child, "text") in numbers:
        yield Leaf(path, child, child.text or "", numbers[child, "text"], False)
    else:
        own = (numbers.get((child, place)) for place in ("whole", *child.attrib))
        yield Leaf(path, child, "", next((number for number in own if number is not None), None), True)


class Scribe:
    """Writes leaves one after the other, opening and closing what wraps them.

    Args:
        region: Whose place they take.
        grammar: Of the file kind.
    """

    def __init__(self, region: Region, grammar: Grammar) -> None:
        self._region, self._grammar = region, grammar
        self._former = list(region.element[region.first : region.last])
        self._root = region.element.makeelement("root")
        self._open: list[tuple[Any, Any]] = []  # wrapper of the source, and what stands for it now
        self._copied: set[Any] = set()
        self._ends: list[tuple[Any, Any]] = []  # what stands for a wrapper, and what is to stand last in it
        self._text: Any = None  # the element of words that is still open

    def words(self, leaf: Leaf, text: str) -> None:
        """Write words as those of a leaf look."""
        self._enter(leaf.path)
        if leaf.element is None:
            self._append_text(text)
            return
        if self._text is None or self._text.tag != leaf.element.tag:
            self._text = leaf.element.makeelement(leaf.element.tag, dict(leaf.element.attrib))
            self._text.text = ""
            self._here.append(self._text)
        self._text.text += text
        self._grammar.keep_spaces(self._text)

    def sign(self, leaf: Leaf) -> None:
        """Write a sign as it stands."""
        self._enter(leaf.path)
        self._text = None
        leaf.element.tail = None
        self._here.append(leaf.element)

    def finish(self) -> None:
        """Put what was written where the region stood."""
        region = self._region
        for shell, head in self._ends:
            shell.append(head)
        first, last = self._heads(self._former)
        for child in self._former:
            if child.getparent() is region.element:
                region.element.remove(child)
        place = region.first
        for child in [*first, *self._root, *last]:
            region.element.insert(place, child)
            place += 1
        if self._grammar.mixed:
            if region.first:
                region.element[region.first - 1].tail = self._root.text
            else:
                region.element.text = self._root.text

    @property
    def _here(self) -> Any:
        """The innermost open element."""
        return self._open[-1][1] if self._open else self._root

    def _enter(self, path: Sequence[Any]) -> None:
        """Close what does not wrap the next leaf, open what does."""
        wrappers = [wrapper for wrapper in path if not isinstance(wrapper, Field)]
        shared = 0
        while shared < min(len(wrappers), len(self._open)) and self._open[shared][0] is wrappers[shared]:
            shared += 1
        if shared < len(self._open) or shared < len(wrappers):
            self._text = None
        del self._open[shared:]
        for wrapper in wrappers[shared:]:
            shell = wrapper.makeelement(wrapper.tag, self._attributes(wrapper), nsmap=wrapper.nsmap)
            first, last = self._heads(wrapper)
            shell.extend(map(_copy, first))
            self._ends += [(shell, _copy(head)) for head in last]
            self._here.append(shell)
            self._open.append((wrapper, shell))

    def _heads(self, children: Iterable[Any]) -> tuple[list[Any], list[Any]]:
        """What says how an element looks: before all else in it, and after something else."""
        found = list(children)
        first = list(takewhile(self._grammar.is_head, found))
        return first, [child for child in found[len(first) :] if self._grammar.is_head(child)]

    def _attributes(self, wrapper: Any) -> dict[str, str]:
        """A wrapper's attributes; a second one of it has not the name that only one may have."""
        again = wrapper in self._copied
        self._copied.add(wrapper)
        return {key: value for key, value in wrapper.attrib.items() if not (again and key in _UNIQUE)}

    def _append_text(self, text: str) -> None:
        """Add words at the end of the innermost open element."""
        here = self._here
        if len(here):
            here[-1].tail = (here[-1].tail or "") + text
        else:
            here.text = (here.text or "") + text


def _copy(element: Any) -> Any:
    """A deep copy without what follows the element."""
    from copy import deepcopy

    copied = deepcopy(element)
    copied.tail = None
    return copied
