"""What comes back from a translation tool: the units of an XLIFF file, 1.2 or 2, ours or another tool's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from translate.errors import FormatError
from translate.formats.codes import digest
from translate.message import say
from translate.reading.limits import require, require_size

_DONE = frozenset(("reviewed", "final", "signed-off"))
_NOT_DONE = frozenset(("new", "needs-translation", "initial"))
_DIGITS = 9
_SIGNS = frozenset(("ph", "x", "bx", "ex", "bpt", "ept", "it", "sub"))
_AROUND = frozenset(("pc", "g"))


@dataclass(frozen=True, slots=True)
class Inline:
    """A text without its codes.

    Attributes:
        text: Its words.
        spans: Half-open string indices of the words in each code, by the code's id.
    """

    text: str
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A unit's two texts, with what its codes stand for or without it.

    Attributes:
        source: The text.
        target: Its translation; None where there is none.
    """

    source: Inline
    target: Inline | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text and its translation.

    Attributes:
        id: As the file has it.
        readings: With what the codes stand for, and without: tools do not agree what of a code is text.
        is_confirmed: Whether the file says that a person approved it.
        former: Translations that were proposed, each with where it came from.
        whole: What it is one of several sentences of, all of it as one unit; None where it is alone.
    """

    id: str
    readings: tuple[Reading, Reading]
    is_confirmed: bool = False
    former: tuple[tuple[str, str], ...] = ()
    whole: "Unit | None" = None

    def own(self) -> tuple[int, str, str] | None:
        """The segment's position and the hashes of its text and of our translation; None for another tool's unit."""
        number, _, hashes = self.id.partition("-")
        source, _, target = hashes.partition("-")
        if not (number[:1] == "s" and number[1:].isascii() and number[1:].isdigit() and len(number) < _DIGITS):
            return None
        return int(number[1:]) - 1, source, target

    def proposed(self) -> tuple[str, str] | None:
        """Our translation and where it came from, where the file still has it."""
        own = self.own()
        return next((one for one in self.former if own and digest(one[0]) == own[2]), None)


@dataclass(frozen=True, slots=True)
class Exchange:
    """An XLIFF file.

    Attributes:
        source: BCP 47 code as the file has it; empty where it has none.
        target: BCP 47 code of the translations; empty where it has none.
        units: In order.
    """

    source: str
    target: str
    units: tuple[Unit, ...]


def read_xliff(content: bytes) -> Exchange:
    """The units of an XLIFF file.

    Nothing outside the file is read, and a file that declares entities is refused: they can grow without bound.

    Args:
        content: The file.

    Raises:
        InputError: It is larger than files may be, or has more elements.
        FormatError: It is no XLIFF file, is damaged, declares entities, or has a version that is not known.
    """
    root = _root(content)
    name, version = _name(root), root.get("version", "")
    if name != "xliff":
        raise FormatError(say("The file is no XLIFF: its outermost element is not <xliff>. Choose an XLIFF file."))
    if version.startswith("2"):
        return Exchange(root.get("srcLang", ""), root.get("trgLang", ""), tuple(_new_units(root)))
    if version.startswith("1"):
        files = [one for one in root if _name(one) == "file"]
        source, target = (
            next((one.get(name, "") for one in files if one.get(name)), "")
            for name in ("source-language", "target-language")
        )
        return Exchange(source, target, tuple(_old_units(root)))
    raise FormatError(
        say(
            "The XLIFF file has the version {version}; known are 1.0 to 1.2 and 2.0 to 2.2. Export it as one of these.",
            version=version or "?",
        )
    )


def _root(content: bytes) -> Any:
    """Root element of a file that asks for nothing outside it."""
    from lxml import etree

    require_size(len(content))
    require("elements", content.count(b"<") + content.count(b"="))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(
            say(
                "The XLIFF file is damaged: {reason}. Export it again from the tool that made it.",
                reason=str(error),
            )
        ) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise FormatError(
            say(
                "The XLIFF file declares entities; such files are not read, as an entity can grow without bound. "
                "Export it again without a document type declaration."
            )
        )
    return root


def _name(element: Any) -> str:
    """An element's name without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _children(element: Any, name: str) -> list[Any]:
    """An element's own children of a name."""
    return [child for child in element if _name(child) == name]


def _named(root: Any, name: str) -> Iterator[Any]:
    """All elements of a name in the root's own namespace."""
    yield from root.iter(root.tag.rpartition("}")[0] + "}" + name if "}" in root.tag else name)


def _new_units(root: Any) -> Iterator[Unit]:
    """The units of XLIFF 2, one for each segment."""
    for unit in _named(root, "unit"):
        signs = {
            one.get("id", ""): "".join(one.itertext())
            for kept in _children(unit, "originalData")
            for one in _children(kept, "data")
        }
        segments = _children(unit, "segment")
        former = tuple(_proposals(unit))
        whole = Unit(unit.get("id", ""), _joined(unit, signs)) if len(segments) > 1 else None
        for number, segment in enumerate(segments, 1):
            key = unit.get("id", "") if len(segments) == 1 else f"{unit.get('id', '')}/{segment.get('id', number)}"
            source, targets = _children(segment, "source"), _children(segment, "target")
            if source:
                state, readings = segment.get("state", ""), _readings(source[0], targets[0] if targets else None, signs)
                yield Unit(key, _without_copy(readings, state), state in _DONE, former, whole)


def _joined(unit: Any, signs: Mapping[str, str]) -> tuple[Reading, Reading]:
    """All sentences of a unit of XLIFF 2 and what lies between them as one text; no target where one has none."""
    parts = [one for one in unit if _name(one) in ("segment", "ignorable")]
    found = []
    for kept in (True, False):
        texts: dict[str, dict[int, str]] = {"source": {}, "target": {}}
        for number, part in enumerate(parts, 1):
            for name in texts:
                other = _children(part, name) or (_children(part, "source") if _name(part) == "ignorable" else [])
                place = _place(other[0], number) if other else 0
                texts[name][place] = _inline(other[0], signs, kept).text if other else ""
        source, target = ("".join(text for _, text in sorted(one.items())) for one in texts.values())
        found.append(Reading(Inline(source), None if 0 in texts["target"] else Inline(target)))
    return found[0], found[1]


def _place(text: Any, number: int) -> int:
    """Which of its unit's sentences a text is: a translation may have them in another order."""
    order = text.get("order", "")
    return int(order) if order.isascii() and order.isdigit() and len(order) < _DIGITS else number


def _proposals(unit: Any) -> Iterator[tuple[str, str]]:
    """Translations that XLIFF 2 keeps beside a unit's own."""
    for matches in _children(unit, "matches"):
        for match in _children(matches, "match"):
            for target in _children(match, "target"):
                yield _inline(target, {}, True).text, match.get("origin", "")


def _old_units(root: Any) -> Iterator[Unit]:
    """The units of XLIFF 1, one for each sentence where the tool has marked them."""
    for unit in _named(root, "trans-unit"):
        sources, targets = _children(unit, "source"), _children(unit, "target")
        if not sources:
            continue
        target = targets[0] if targets else None
        state = "" if target is None else target.get("state", "")
        is_confirmed = unit.get("approved") == "yes" or state in _DONE
        former = tuple(
            (_inline(one, {}, True).text, match.get("origin", ""))
            for match in _children(unit, "alt-trans")
            for one in _children(match, "target")
        )
        marked = [_segments(one) for one in (*_children(unit, "seg-source"), *targets)]
        whole = Unit(unit.get("id", ""), _without_copy(_readings(sources[0], target, {}), state), is_confirmed, former)
        if len(marked) > 1 and marked[0] and marked[0].keys() == marked[1].keys():
            for key, source in marked[0].items():
                readings = _readings(source, marked[1][key], {})
                yield Unit(f"{whole.id}/{key}", readings, is_confirmed, former, whole)
            continue
        yield whole


def _without_copy(readings: tuple[Reading, Reading], state: str) -> tuple[Reading, Reading]:
    """The same without a target that is the source, put there to be translated."""
    one, other = readings
    if state not in _NOT_DONE or one.target is None or one.target.text != one.source.text:
        return readings
    return Reading(one.source, None), Reading(other.source, None)


def _segments(element: Any) -> dict[str, Any]:
    """The sentences that a tool has marked in a text of XLIFF 1, by their ids."""
    return {one.get("mid", ""): one for one in element.iter() if _name(one) == "mrk" and one.get("mtype") == "seg"}


def _readings(source: Any, target: Any, signs: Mapping[str, str]) -> tuple[Reading, Reading]:
    """A unit's texts with what the codes stand for, and without."""
    with_codes, bare = (Reading(_inline(source, signs, kept), _filled(target, signs, kept)) for kept in (True, False))
    return with_codes, bare


def _filled(target: Any, signs: Mapping[str, str], with_codes: bool) -> Inline | None:
    """A translation; None where there is none."""
    found = None if target is None else _inline(target, signs, with_codes)
    return found if found is not None and found.text.strip() else None


def _inline(element: Any, signs: Mapping[str, str], with_codes: bool) -> Inline:
    """The words of a text, and where the codes stand around them."""
    output = StringIO()
    spans: dict[str, tuple[int, int]] = {}
    opened: dict[str, int] = {}

    def walk(one: Any) -> None:
        output.write(one.text or "")
        for child in one:
            name = _name(child)
            if name in _AROUND:
                start = output.tell()
                walk(child)
                spans[child.get("id", "")] = (start, output.tell())
            elif name == "sc":
                opened[child.get("id", "")] = output.tell()
            elif name == "ec":
                key = child.get("startRef") or child.get("id", "")
                if key in opened:
                    spans[key] = (opened.pop(key), output.tell())
            elif name == "cp":
                pass  # stands for a character that XML cannot hold, which no text of ours has
            elif name in _SIGNS:
                output.write(_sign(child, name, signs) if with_codes else "")
            elif name:
                walk(child)  # marks of terms, comments, sentences
            output.write(child.tail or "")

    walk(element)
    return Inline(output.getvalue(), spans)


def _sign(element: Any, name: str, signs: Mapping[str, str]) -> str:
    """What a code stands for."""
    if name == "ph":
        return signs.get(element.get("dataRef", "")) or "".join(element.itertext()) or element.get("equiv", "")
    return element.get("equiv-text", "") if name == "x" else ""
