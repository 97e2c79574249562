"""What stands inside a paragraph of Word and of PowerPoint: runs, links, fields, bookmarks."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from translate.reading.office.graphics import DRAWING
from translate.reading.office.numbering import WORD
from translate.writing.leaves import Field, Leaf

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HEADS = frozenset(
    [f"{WORD}{name}" for name in ("rPr", "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rt")]
    + [f"{DRAWING}{name}" for name in ("rPr", "pPr", "endParaRPr")]
    + [f"{_COMPATIBILITY}Fallback"]
)
_SPLITTABLE = frozenset([f"{WORD}{name}" for name in ("r", "smartTag", "customXml", "bdo", "dir")] + [f"{DRAWING}r"])
_WHOLE = frozenset(
    [f"{WORD}{name}" for name in ("hyperlink", "sdt", "sdtContent", "fldSimple", "ruby", "rubyBase")]
    + [f"{DRAWING}fld", f"{_COMPATIBILITY}AlternateContent", f"{_COMPATIBILITY}Choice"]
)
_UNSEEN = frozenset(("lang", "noProof", "rsid", "rsidR", "rsidRPr", "webHidden"))
"""What does not change how a run looks."""
_UNSEEN_ATTRIBUTES = frozenset(("lang", "altLang", "dirty", "err", "noProof", "smtClean", "bmk"))
_OUTDATED = frozenset(f"{WORD}{name}" for name in ("proofErr", "lastRenderedPageBreak"))
"""What Word noted of the words as they were, and notes anew."""
_ENDS = {f"{WORD}{name}Start": f"{WORD}{name}End" for name in ("bookmark", "commentRange", "perm")}


class WordGrammar:
    """Paragraphs of Word and of DrawingML."""

    mixed = False

    def is_head(self, element: Any) -> bool:
        """Whether an element says how the one around it looks."""
        return element.tag in _HEADS

    def is_wrapper(self, element: Any) -> bool:
        """Whether what stands in an element belongs to the sentence around it."""
        if element.tag.startswith(_COMPATIBILITY) and element.getparent().tag == f"{WORD}r":
            return False  # a drawing
        return element.tag in _SPLITTABLE or element.tag in _WHOLE

    def is_whole(self, element: Any) -> bool:
        """Whether a wrapper must not be cut in two; a run of DrawingML is itself a link."""
        return element.tag not in _SPLITTABLE or element.find(f"{DRAWING}rPr/{DRAWING}hlinkClick") is not None

    def stands_for_words(self, element: Any) -> bool:
        """Whether a sign stands for its words: a formula does."""
        return str(element.tag).startswith(_MATH)

    def look(self, wrapper: Any) -> Hashable:
        """How a run looks: its properties, but for its language."""
        if isinstance(wrapper, Field):
            return None
        if wrapper.tag in (f"{WORD}bdo", f"{WORD}dir"):
            return tuple(wrapper.attrib.items())
        properties = wrapper.find(f"{WORD}rPr" if wrapper.tag == f"{WORD}r" else f"{DRAWING}rPr")
        return None if properties is None else _shown(properties)

    def keep_spaces(self, element: Any) -> None:
        """Say that white space at the edges of a run's words counts, which Word drops otherwise."""
        if element.tag == f"{WORD}t" and element.text != element.text.strip():
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def fields(self, leaves: Sequence[Leaf]) -> Sequence[Leaf]:
        """The leaves with a Field in the path of those that a field with words spans, from its begin to its end."""
        found = [leaf for leaf in leaves if not leaf.is_sign or leaf.element.tag not in _OUTDATED]
        leaves = tuple(found)
        begun: list[int] = []
        pairs: list[tuple[int, int]] = []
        for number, leaf in enumerate(leaves):
            kind = leaf.element.get(f"{WORD}fldCharType") if leaf.is_sign else None
            if kind == "begin":
                begun.append(number)
            elif kind == "end" and begun:
                pairs.append((begun.pop(), number))
        for first, last in sorted(pairs):
            if any(leaf.piece is not None for leaf in leaves[first : last + 1]):
                field = Field()
                shared = _shared(found[first].path, found[last].path)
                for number in range(first, last + 1):
                    path = found[number].path
                    found[number] = replace(found[number], path=(*path[:shared], field, *path[shared:]))
        return found

    def ranges(self, leaves: Sequence[Leaf]) -> Iterable[tuple[int, int]]:
        """Bookmarks, commented and editable stretches that begin and end here."""
        open_: dict[tuple[str, str], int] = {}
        for number, leaf in enumerate(leaves):
            if not leaf.is_sign:
                continue
            key = leaf.element.get(f"{WORD}id", "")
            if leaf.element.tag in _ENDS:
                open_[_ENDS[leaf.element.tag], key] = number
            elif (leaf.element.tag, key) in open_:
                yield open_.pop((leaf.element.tag, key)), number


def _shared(one: tuple[Any, ...], other: tuple[Any, ...]) -> int:
    """How many wrappers two paths share from the outermost on, runs left out."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first is not second or (not isinstance(first, Field) and first.tag == f"{WORD}r"):
            break
        count += 1
    return count


def _shown(properties: Any) -> tuple[Hashable, ...] | None:
    """A run's properties as a value; None for none."""
    own = tuple((k, v) for k, v in sorted(properties.attrib.items()) if k not in _UNSEEN_ATTRIBUTES)
    return (own, *_described(properties)) if own or any(_described(properties)) else None


def _described(element: Any) -> Iterator[Hashable]:
    """Elements with all that is in them, in order."""
    for child in element:
        name = str(child.tag).rpartition("}")[2]
        if name not in _UNSEEN:
            yield (name, tuple(sorted(child.attrib.items())), tuple(_described(child)))
