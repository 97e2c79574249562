"""Paragraphs: the lines of a region as blocks, by gaps, indents, sizes and what would have fitted on a line."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from translate.document import Cell
from translate.reading.pdf.formulas import with_sentences
from translate.reading.pdf.lines import Line, SetLine
from translate.reading.pdf.pitch import (
    SAME_SIZE,
    is_finished,
    is_left_over,
    is_long,
    pitches,
    runs_on,
    starts_new,
    starts_small,
    starts_with_bullet,
    would_fit,
)
from translate.reading.pdf.rulings import Rulings
from translate.segmentation.labels import label, label_end

Kind = Literal["text", "heading", "cell", "note"]

_GAP = 1.2  # times the usual distance of two lines: a wider one parts paragraphs
_WIDE_GAP = 3.0  # of the font size; the same where a sentence plainly goes on
_INDENT = 0.8  # of the font size
_APART = 0.4  # of the font size; an item's text stands as far from its number, and words seldom
_OTHER_SIZE = 0.3  # of the larger size: raised numbers, notes and captions differ by less than headings do
_HEADING_SIZE = 1.1
_SET_RIGHT = 0.3  # of the column's width
_NOTE_SIZE = 0.94
_NOTE_RULE = 0.6  # of the column's width: longer lines part other things too
_MAX_HEADING_LINES = 4
_MAX_HEADING_CHARACTERS = 200
LEADER = re.compile(r"(?<!\s)\s*(?:(?:\.\s?){4,}|…{2,}|_{4,})")
_ITEM_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}[a-z]?|[A-Za-z]\d?)[.)\]:]?")
_ITEM_END = re.compile(r"[,;،，、](?:\s\w{1,3})?$")
_LONE_MARK = re.compile(r"\d{1,3}|[*†‡§¶]{1,3}")
NOTE_MARK = re.compile(r"\(?(?:\d{1,3}|[*†‡§¶]{1,3}|[¹²³⁰⁴-⁹]{1,3})\)?(?=[\s.)A-ZÀ-Ý])")


@dataclass(slots=True)
class Passage:
    """Lines that make one block."""

    lines: list[SetLine]
    kind: Kind = "text"
    source_ref: str = ""
    region: int = 0  # a paragraph may run on from one region of a page into the next
    cell: Cell | None = None
    edge: float = 0.0  # right edge of its column (left edge where the text runs from the right)


def passages(lines: Sequence[Line], page: int, body_size: float, rulings: Rulings) -> list[Passage]:
    """Blocks of the lines of one region.

    Args:
        lines: From top to bottom.
        page: Their page's number.
        body_size: Font size of most of the document, in points.
        rulings: Straight lines of the page; one above small type begins the footnotes.
    """
    if not lines:
        return []
    start = _notes_start(lines, body_size, rulings)
    edge = _edge(lines)
    found: list[Passage] = []
    for group in with_sentences(_grouped(lines[:start], body_size)):
        kind: Kind = "heading" if _is_heading(group, body_size) else "text"
        found.append(Passage([line.settled(page) for line in group], kind, edge=edge))
    notes = _grouped(lines[start:], body_size, notes=True)
    return found + [Passage([line.settled(page) for line in group], "note", edge=edge) for group in notes]


def _grouped(lines: Sequence[Line], body_size: float, notes: bool = False) -> list[list[Line]]:
    """Lines by paragraph."""
    groups: list[list[Line]] = []
    indent = _indent(lines)
    for cluster in _clusters(lines):
        edge = _edge(lines, cluster)
        group: list[Line] = []
        for position, line in enumerate(cluster):
            following = cluster[position + 1] if position + 1 < len(cluster) else None
            large = line.size >= _HEADING_SIZE * body_size
            if group and _is_new(group, line, following, edge, indent, notes, large):
                groups.append(group)
                group = []
            group.append(line)
        groups.append(group)
    return groups


def _indent(lines: Sequence[Line]) -> float | None:
    """Where first lines of paragraphs begin, if the region indents them; None where it does not."""
    edge = _edge(lines) if lines else 0.0
    starts = Counter(round(_start(line)) for line in lines)
    base = min((start for start, count in starts.items() if count > 0.3 * len(lines)), default=None)
    if base is None:
        return None
    after: Counter[int] = Counter(
        round(_start(line))
        for before, line, following in zip(lines, lines[1:], lines[2:], strict=False)
        if abs(_start(following) - base) < 1.5
        and (is_finished(before.text) or (_may_begin(before, line) and would_fit(before, line, edge)))
    )
    indents = [
        start
        for start, count in after.items()
        if _INDENT * lines[0].size < start - base < 5 * lines[0].size and count >= 3 and 2 * count > starts[start]
    ]
    return max(indents, key=lambda start: (after[start], -start), default=None)


def _may_begin(before: Line, line: Line) -> bool:
    """Whether a line may begin a paragraph: it is not in mid-sentence, as lines of a hanging list are."""
    return is_finished(before.text) or not starts_small(line.text)


def _is_at(line: Line, indent: float | None) -> bool:
    """Whether a line begins at the indent of first lines."""
    return indent is not None and abs(_start(line) - indent) < 1.5


def _start(line: Line) -> float:
    """Where a line begins, growing in the direction of reading."""
    return -line.right if line.is_rtl else line.left


def _clusters(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that neither a gap nor a change of type parts."""
    if not lines:
        return []
    edge = _edge(lines)
    found = [[lines[0]]]
    for before, line, pitch in zip(lines, lines[1:], pitches(lines, edge), strict=False):
        if _belongs(before, line, pitch, edge):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _belongs(before: Line, line: Line, pitch: float, edge: float) -> bool:
    """Whether two lines are of one size and weight and no further apart than lines are.

    A small letter goes on in other weight too: a bold phrase may fill a line of a paragraph. Where a sentence breaks
    off at the column's edge and a small letter follows, it may go on in other size, as text typed into a form does.
    """
    if _is_lone_mark(before, line):
        return 0 < before.baseline - line.baseline < _GAP * line.size
    size = max(before.size, line.size)
    is_small = line.text[:1].islower()
    goes_on = is_small and runs_on(before, line, edge)
    if abs(before.size - line.size) > SAME_SIZE * size:
        if not goes_on or would_fit(before, line, edge) or abs(before.size - line.size) > _OTHER_SIZE * size:
            return False
    elif before.bold != line.bold and not is_small:
        return False
    return 0 < before.baseline - line.baseline <= (_WIDE_GAP * size if goes_on else _GAP * pitch)


def _is_note(before: Line, line: Line, edge: float) -> bool:
    """Whether a line of the notes begins one; a number that didn't fit on the line before may stand in mid-sentence."""
    is_number = NOTE_MARK.match(line.text) is not None
    return line.starts_raised or (is_number and (is_finished(before.text) or would_fit(before, line, edge)))


def _is_lone_mark(before: Line, line: Line) -> bool:
    """Whether a line is nothing but the small number of the note that begins under it."""
    return before.size < _NOTE_SIZE * line.size and _LONE_MARK.fullmatch(before.text) is not None


def _is_new(
    group: list[Line], line: Line, following: Line | None, edge: float, indent: float | None, notes: bool, large: bool
) -> bool:
    """Whether a line begins a paragraph; lines of large type make one heading, unless one is but a number."""
    before = group[-1]
    if LEADER.search(before.text):
        return True
    if _is_next(group, line) or starts_with_bullet(line.text) or (notes and _is_note(before, line, edge)):
        return True
    if before.text.endswith(("-", "\u2010")) or _is_lone_mark(before, line):
        return False
    if large:
        return label_end(line.text) > 0 or label(before.text) == before.text
    if _are_centred(before, line):  # a centred line has as much room again on its other side
        edge += edge - (before.left if before.is_rtl else before.right)
    if _hangs(group, line):
        return False
    if _is_at(line, indent) and (_may_begin(before, line) or _ITEM_END.search(_tail(group))):
        return True
    if runs_on(before, line, edge) or is_left_over(group, line, edge):
        return False
    fits = would_fit(before, line, edge)
    if starts_new(line.text) and (fits or is_finished(before.text) or _ends_item(group)):
        return True
    step = _step(before, line)
    if fits:
        return abs(step) >= _INDENT * line.size or not (_goes_on_small(group, line) or _goes_on(group, line, edge))
    if _are_centred(before, line):
        return False
    if step > _INDENT * line.size and (following is None or _step(line, following) < -0.5 * _INDENT * line.size):
        return is_finished(before.text)
    return len(group) - _is_lone_mark(group[0], line) > 1 and step < -_INDENT * line.size


def _goes_on_small(group: list[Line], line: Line) -> bool:
    """Whether an unfinished sentence goes on with a small letter, though the line before ends before its column does.

    So it does in addresses and in lines that were ended by hand; after a comma it may be the next item of a list.
    """
    return starts_small(line.text) and not is_finished(group[-1].text) and not _ITEM_END.search(_tail(group))


def _goes_on(group: list[Line], line: Line, edge: float) -> bool:
    """The same in scripts without small letters: only a line that is as long as lines of a text are goes on."""
    before, first = group[-1], line.text[:1]
    if not first.isalpha() or first.islower() or first.isupper() or _ITEM_END.search(_tail(group)):
        return False
    return is_long(before, edge) and not (is_finished(before.text) or starts_new(line.text))


def _hangs(group: list[Line], line: Line) -> bool:
    """Whether a line stands under the text of an item that has not ended, beside the item's number."""
    if is_finished(group[-1].text) or starts_new(line.text):
        return False
    place = _after_number(group[0])
    return place is not None and abs(place - _start(line)) < 1.5


def _is_next(group: list[Line], line: Line) -> bool:
    """Whether a number stands under an item's number, and its text under the item's text."""
    place, own = _after_number(group[0]), _after_number(line)
    return place is not None and own is not None and abs(place - own) < 1.5


def _after_number(line: Line) -> float | None:
    """Where the text of an item begins, set apart from its number; None where a line has none."""
    words = sorted(line.words, key=lambda word: -word.right if line.is_rtl else word.left)
    if len(words) < 2 or not _ITEM_NUMBER.fullmatch(words[0].text):
        return None
    gap = max(words[1].left - words[0].right, words[0].left - words[1].right)
    if gap < _APART * line.size:
        return None
    return -words[1].right if line.is_rtl else words[1].left


def _ends_item(group: list[Line]) -> bool:
    """Whether a paragraph that is a list item ends as items do: "…," or "…; and"."""
    return label_end(group[0].text) > 0 and _ITEM_END.search(_tail(group)) is not None


def _tail(group: list[Line]) -> str:
    """The last words of a paragraph so far; its last line may be but one."""
    return " ".join(line.text for line in group[-2:])


def _step(before: Line, line: Line) -> float:
    """How much further in a line begins than the one before it, in points."""
    return before.right - line.right if line.is_rtl else line.left - before.left


def _are_centred(before: Line, line: Line) -> bool:
    """Whether two lines of different length have one middle."""
    apart = abs(before.left + before.right - line.left - line.right) / 2
    return apart < 0.3 * line.size and abs(before.left - line.left) > line.size


def _edge(lines: Sequence[Line], cluster: Sequence[Line] = ()) -> float:
    """Where the column ends; for a cluster of lines set narrower, where that ends.

    A cluster is narrower where three of its lines reach its edge, or where it is drawn in as far on both sides.
    """
    rtl = sum(line.is_rtl for line in lines) * 2 > len(lines)
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    if not cluster:
        return start if rtl else end
    own_start, own_end = min(line.left for line in cluster), max(line.right for line in cluster)
    own, size = own_start if rtl else own_end, cluster[0].size
    reaching = sum(abs((line.left if rtl else line.right) - own) < 0.5 * size for line in cluster)
    starting = sum(abs((line.right if rtl else line.left) - (own_end if rtl else own_start)) < 1 for line in cluster)
    if not rtl and _are_set_right(cluster) and own_start - start > _SET_RIGHT * (end - start):
        return end + own_start - start  # a line that is set to the right has room on its left
    drawn_in = own_start - start > size and abs((own_start - start) - (end - own_end)) < 1.5 * size
    if reaching >= 3 or (drawn_in and starting > 1):
        return own
    return start if rtl else end


def _are_set_right(lines: Sequence[Line]) -> bool:
    """Whether lines of different length end at one place."""
    ends, starts = [line.right for line in lines], [line.left for line in lines]
    return len(lines) > 1 and max(ends) - min(ends) < 1 and max(starts) - min(starts) > lines[0].size


def _is_heading(lines: Sequence[Line], body_size: float) -> bool:
    """Whether a block is a heading by its type."""
    text = " ".join(line.text for line in lines)
    if len(lines) > _MAX_HEADING_LINES or len(text) > _MAX_HEADING_CHARACTERS or not any(map(str.isalpha, text)):
        return False
    if starts_with_bullet(text):
        return False
    if lines[0].size >= _HEADING_SIZE * body_size:
        return True
    if all(line.bold for line in lines):
        return not text.endswith((".", ";", ","))
    return text.isupper() and len(lines) <= 2 and sum(map(str.isalpha, text)) > 3 and not text.endswith((";", ","))


def _notes_start(lines: Sequence[Line], body_size: float, rulings: Rulings) -> int:
    """Position of the first footnote line; the number of lines where there is none."""
    start, level = len(lines), rulings.level
    width = max(line.right for line in lines) - min(line.left for line in lines)
    while start and lines[start - 1].size <= _NOTE_SIZE * body_size:
        start -= 1
    for position in range(start, len(lines)):
        line = lines[position]
        above = lines[position - 1].baseline if position else line.baseline + 3 * line.size
        over = [b - a for a, b, y in level if line.baseline < y < above and a < line.right and b > line.left]
        marked = line.starts_raised or NOTE_MARK.match(f"{line.text} ") is not None
        begins = position == start or line.starts_raised or is_finished(lines[position - 1].text)
        if (marked and (over or (position and begins))) or any(length < _NOTE_RULE * width for length in over):
            return position
    return len(lines)
