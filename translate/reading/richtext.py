"""Rich Text Format (RTF 1.9) to a Draft: text with its notes, tables, headers and list numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from translate.document import BlockKind, Cell
from translate.reading.archive import damaged
from translate.reading.characters import one_line, raised, visible
from translate.reading.draft import Draft, Part, assemble, formatted_as_hidden, struck_out
from translate.reading.limits import require

_TOKEN = re.compile(
    rb"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-f]{2})|\\(?P<sign>[^a-z])|(?P<brace>[{}])"
    rb"|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.I | re.S,
)
_CHARACTERS = {
    "tab": " ", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "softline": "\n",
}  # fmt: skip
_SIGNS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\t": " "}
# Groups that hold no words of the text.
_SILENT_NAMES = """
    fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator pict objdata fldinst xe tc txe
    bkmkstart bkmkend datafield annotation atnid atnauthor atntime atndate atnref atnparent themedata
    colorschememapping latentstyles datastore xmlnstbl listname listlevel pnseclvl sn sv sp nonshppict shprslt
    filetbl info mmathPr userprops fchars lchars ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template
"""
_SILENT = frozenset(_SILENT_NAMES.split())
# Groups marked as ignorable whose words are of the text nevertheless.
_READABLE = frozenset(("shpinst", "shptxt", "ud", "mmath", "footnote", "result"))
_STORIES: dict[str, BlockKind] = {
    "footnote": "footnote",
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
}  # fmt: skip
_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_GROUPLESS = re.compile(rb"[^{}]+")
_STYLE = re.compile(rb"\\s(\d{1,9})\b", re.I), re.compile(rb"\sheading ?(\d);", re.I)
_FONT = re.compile(rb"\\f(\d{1,9})"), re.compile(rb"\\fcharset(\d{1,9})")
_MAX_TABLE_BYTES = 256 * 1024  # of the style and font tables, which stand near the start


def read_rich_text(content: bytes, name: str) -> Draft:
    """Draft of an RTF file.

    Notes and text boxes come after the paragraph that holds them, headers before the text, footers after it. Deleted
    and hidden text and comments are left out, with a notice.
    """
    if not content.lstrip().startswith(b"{\\rtf"):
        raise damaged()
    reader = _Reader(content)
    reader.read()
    title = re.search(rb"\{\\title ([^{}]*)\}", content)
    issues = [struck_out(reader.deleted)] if reader.deleted else []
    if reader.hidden:
        issues.append(formatted_as_hidden())
    written = title.group(1).decode("latin-1") if title and b"\\" not in title.group(1) else ""
    return assemble(reader.parts(), written, issues=tuple(issues))


@dataclass(slots=True)
class _Story:
    """The text, a header, a note or a text box while it is read."""

    kind: BlockKind
    parts: list[Part] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    marker: list[str] = field(default_factory=list)
    after: list[Part] = field(default_factory=list)  # parts of notes in the open paragraph
    counted: int = 0  # parts of which it is known whether they are paragraphs
    paragraphs: int = 0
    style: int = 0
    in_table: bool = False
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class _State:
    """What a group sets and its end undoes."""

    story: _Story
    silent: bool = False
    hidden: bool = False
    deleted: bool = False
    lifted: bool = False
    in_marker: bool = False
    skip: int = 1
    codec: str = "cp1252"


class _Reader:
    """Walks over the file's tokens once.

    Attributes:
        deleted: How many runs of deleted words were left out.
        hidden: How many runs of hidden words were left out.
    """

    def __init__(self, content: bytes) -> None:
        self.deleted = 0
        self.hidden = 0
        self._content = content
        self._main = _Story("paragraph")
        self._margins: list[_Story] = []
        styles, fonts = (_table(content, name) for name in (b"{\\stylesheet", b"{\\fonttbl"))
        self._levels = {int(number): int(level) for number, level in _pairs(styles, *_STYLE)}
        self._fonts = {int(font): _CHARSETS.get(int(charset), "") for font, charset in _pairs(fonts, *_FONT)}
        self._notes = 0
        self._tables = 0
        self._pending = bytearray()  # bytes of one encoding, which a character may need two of
        self._to_skip = 0

    def read(self) -> None:
        """Read the whole file."""
        state = _State(self._main)
        stack: list[_State] = []
        ignorable = False
        for match in self._tokens():
            if match["hex"]:
                self._byte(int(match["hex"], 16))
                continue
            text = match["text"]
            if text is not None and text.isascii() and self._pending:
                self._flush(state)
            if text is not None:
                self._bytes(text, state)
            elif match["brace"] == b"{":
                self._flush(state)
                require("depth", len(stack))
                stack.append(state)
            elif match["brace"] == b"}":
                self._flush(state)
                if stack:
                    state = self._leave(state, stack.pop())
            elif match["sign"] is not None:
                self._flush(state)
                sign = match["sign"].decode("latin-1")
                ignorable = sign == "*"
                if sign in "\r\n":
                    self._end_paragraph(state)
                self._add(_SIGNS.get(sign, ""), state)
                continue
            elif match["word"]:
                self._flush(state)
                number = int(match["number"]) if match["number"] else None
                state = self._word(match["word"].decode("ascii"), number, state, ignorable, stack)
            ignorable = False
        self._flush(state)
        self._end_paragraph(_State(self._main))

    def _tokens(self) -> Iterator[re.Match[bytes]]:
        """The file's tokens; the raw bytes of a picture, of which a control word says how many there are, are none."""
        place = 0
        while (match := _TOKEN.search(self._content, place)) is not None:
            place = match.end()
            if match["word"] == b"bin":
                place += max(0, int(match["number"] or 0))
            yield match

    def parts(self) -> Iterator[Part]:
        """Headers, text, footers; the same margin once."""
        seen: set[tuple[BlockKind, str]] = set()
        for wanted in ("header", "paragraph", "footer"):
            if wanted == "paragraph":
                yield from self._main.parts
            for story in self._margins:
                for part in story.parts:
                    if story.kind == wanted and (story.kind, part.text) not in seen:
                        seen.add((story.kind, part.text))
                        yield part

    def _word(self, word: str, number: int | None, state: _State, ignorable: bool, stack: list[_State]) -> _State:
        """The state after a control word."""
        if word in _SILENT or (ignorable and word not in _READABLE):
            return replace(state, silent=True)
        if state.silent:
            return state
        if word in _STORIES:
            return replace(state, story=_Story(_STORIES[word]), lifted=False)
        if word == "shptxt":
            return replace(state, story=_Story(state.story.kind))
        if word == "ud":
            return replace(state, silent=False)
        if word == "upr":
            return state
        if word in ("listtext", "pntext"):
            return replace(state, in_marker=True)
        if word == "u" and number is not None:
            self._add(_unicode(number), state)
            self._to_skip = state.skip
            return state
        if word in _CHARACTERS:
            self._add(_CHARACTERS[word], state)
            return state
        return self._layout(word, number, state)

    def _layout(self, word: str, number: int | None, state: _State) -> _State:
        """The state after a word about layout."""
        story, on = state.story, number != 0
        match word:
            case "par" | "sect" | "page" | "column":
                self._end_paragraph(state)
            case "cell" | "nestcell":
                self._end_paragraph(state)
                story.column += 1
            case "row" | "nestrow":
                story.row, story.column = story.row + 1, 0
            case "pard":
                story.style, story.in_table = 0, False
            case "intbl":
                if not story.in_table and not story.row and not story.column:
                    self._tables += 1
                story.in_table = True
            case "s":
                story.style = self._levels.get(number or 0, 0)
            case "outlinelevel":
                story.style = number + 1 if number is not None and number < 9 else 0
            case "v":
                return replace(state, hidden=on)
            case "deleted":
                return replace(state, deleted=on)
            case "super":
                return replace(state, lifted=on)
            case "nosupersub":
                return replace(state, lifted=False)
            case "plain":
                return replace(state, hidden=False, deleted=False, lifted=False)
            case "uc":
                return replace(state, skip=number or 0)
            case "chftn":
                note = state.story.kind == "footnote"
                self._add("" if note else raised(str(self._notes + 1)), replace(state, lifted=False))
            case "f":
                return replace(state, codec=self._fonts.get(number or 0) or state.codec)
            case "ansicpg":
                return replace(state, codec=f"cp{number}")
            case "mac":
                return replace(state, codec="mac-roman")
        return state

    def _leave(self, state: _State, outer: _State) -> _State:
        """The state after a group's end; what it held goes where such things stand."""
        if state.story is outer.story:
            return outer
        self._end_paragraph(state)
        story = state.story
        if story.kind in ("header", "footer") and outer.story.kind != story.kind:
            self._margins.append(story)
        elif story.kind == "footnote" and outer.story.kind != "footnote":
            self._notes += 1
            label = str(self._notes)
            parts = [replace(part, source_ref=f"footnote {label}") for part in story.parts]
            if parts:
                parts[0] = replace(parts[0], label=label, marker=label)
            outer.story.after += parts
        else:
            outer.story.after += [
                part if part.source_ref == "text box" else replace(part, source_ref="text box") for part in story.parts
            ]
        return outer

    def _byte(self, value: int) -> None:
        """One byte written in hexadecimal."""
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._pending.append(value)

    def _bytes(self, text: bytes, state: _State) -> None:
        """Characters as they stand in the file."""
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        self._pending += text[skipped:]
        if not self._pending.isascii():
            return
        self._flush(state)

    def _flush(self, state: _State) -> None:
        """Add the bytes gathered so far as text."""
        if self._pending:
            raw = bytes(self._pending)
            self._pending.clear()
            try:
                self._add(raw.decode(state.codec, "replace"), state)
            except LookupError:
                self._add(raw.decode("cp1252", "replace"), state)

    def _add(self, words: str, state: _State) -> None:
        """Add words to the open paragraph, unless nobody sees them."""
        if not words or state.silent:
            return
        if state.hidden or state.deleted:
            self.hidden += state.hidden and bool(words.strip())
            self.deleted += not state.hidden and bool(words.strip())
            return
        if state.in_marker:
            state.story.marker.append(words)
        else:
            state.story.words.append(raised(words) if state.lifted else words)

    def _end_paragraph(self, state: _State) -> None:
        """Make a part of the open paragraph."""
        if state.silent:
            return
        story = state.story
        text = "\n".join(map(one_line, visible("".join(story.words)).split("\n"))).strip()
        marker = one_line(visible("".join(story.marker)))
        marker = "•" if len(marker) == 1 and not marker.isalnum() else marker
        story.words.clear()
        story.marker.clear()
        if text:
            story.parts.append(self._part(text, marker, story))
        story.parts += story.after
        story.after = []

    def _part(self, text: str, marker: str, story: _Story) -> Part:
        """The open paragraph's part."""
        label = "" if marker == "•" else marker.strip(".:")
        if story.kind != "paragraph":
            return Part(text, story.kind, label, marker, story.kind)
        if story.in_table:
            place = f"table {self._tables}, row {story.row + 1}, column {story.column + 1}"
            cell = Cell(self._tables, story.row + 1, story.column + 1)
            return Part(text, "table_cell", label, marker, place, cell=cell)
        story.row = story.column = 0
        while story.counted < len(story.parts):  # each part once
            story.paragraphs += story.parts[story.counted].kind != "footnote"
            story.counted += 1
        place = f"paragraph {story.paragraphs + 1}"
        if story.style:
            return Part(text, "heading", label, marker, place, story.style)
        return Part(text, "list_item" if marker else "paragraph", label, marker, place, 1 if marker else 0)


def _table(content: bytes, start: bytes) -> bytes:
    """A table of the file's head and some of what follows it."""
    at = content.find(start)
    return content[at : at + _MAX_TABLE_BYTES] if at >= 0 else b""


def _pairs(table: bytes, first: re.Pattern[bytes], second: re.Pattern[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """What two patterns find, one after the other, in stretches without a brace; each byte is looked at once."""
    for stretch in _GROUPLESS.findall(table):
        opened = first.search(stretch)
        while opened and (closed := second.search(stretch, opened.end())):
            yield opened.group(1), closed.group(1)
            opened = first.search(stretch, closed.end())


def _unicode(number: int) -> str:
    """The character of a \\u word; RTF writes numbers above 32,767 as negative ones."""
    code = number + 0x10000 if number < 0 else number
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
