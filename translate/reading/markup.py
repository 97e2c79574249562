"""Markdown and HTML to a Draft: every visible word once, in the order of the page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from translate.document import BlockKind, Cell
from translate.errors import InputError
from translate.issue import Issue
from translate.message import say
from translate.reading.archive import whole
from translate.reading.boilerplate import with_boilerplate
from translate.reading.characters import one_line, raised, visible
from translate.reading.counters import numeral
from translate.reading.draft import Draft, LeftOut, Part, Piece, assemble
from translate.reading.encoding import decode
from translate.reading.limits import require
from translate.text.words import words

_BLOCK_NAMES = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol optgroup option p pre search section
    summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SECTIONS = frozenset(("article", "section", "main", "aside"))
_SKIPPED = frozenset(("head", "script", "style", "template", "noscript", "nav", "iframe", "object", "svg"))
_UNSPOKEN = frozenset(("script", "style", "template"))
_STRUCK = frozenset(("del", "s", "strike"))
_LISTS, _TABLES = frozenset(("ul", "ol")), frozenset(("table",))
_NOTES = frozenset(("footnote", "footnotes", "endnotes", "rearnotes", "doc-footnote", "doc-endnotes"))
_BACK = frozenset(("footnote-backref", "doc-backlink", "navigation"))
_TO_ITSELF = frozenset("¶#🔗⚓")  # what a heading shows for a link to itself
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# In a comment; tags are no words either. A script ends where the next begins: else each would be sought to the end.
_NO_WORDS = re.compile(r"<(script|style)\b(?:(?!<(?:script|style)\b).)*?</\1\s*>|<[^<>]*>", re.I | re.S)
_CONDITION = re.compile(r"\s*(?:\[(?:if|endif)|<!\[endif)", re.I)  # what only old browsers read is no author's comment
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TITLE = re.compile(r"""^title:\s*["']?(.+?)["']?\s*$""", re.M)
_BULLET = "•"
_DEEPEST = 100  # a quote is one level, a list two; the parser calls itself for each, and drops what lies deeper
_OPENED = 10  # elements that a "[" counts for: its end is sought on all these levels, 0.06 ms each
_HOLDERS = frozenset(("blockquote_open", "list_item_open", "dd_open"))


def read_html(content: bytes, name: str) -> Draft:
    """Draft of a web page: no scripts or navigation; hidden and struck-out text and comments with a notice.

    Menus without a name are set apart: see with_boilerplate().
    """
    page = web_page(decode(content, declared=True))
    parts, issues = with_boilerplate(page.parts)
    return assemble(parts, page.title, page.language, (*page.left_out.issues(), *issues))


def read_markdown(content: bytes, name: str) -> Draft:
    """Draft of a Markdown file, without its marks."""
    tokens, parser, known = markdown_tokens(decode(content))
    title = front_title(tokens)
    draft = _draft(parser.renderer.render(tokens, parser.options, {}))
    return replace(draft, title=title or draft.title, issues=(*draft.issues, *_dropped(tokens, known)))


def markdown_tokens(text: str) -> tuple[list[Any], Any, dict[str, Any]]:
    """What the parser of Markdown makes of a text, with line numbers; the parser; and the parser's own notes."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    require("elements", _OPENED * text.count("["))
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(front_matter_plugin).use(deflist_plugin)
    known: dict[str, Any] = {}
    tokens: list[Any] = parser.parse(text, known)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type != "front_matter":
            token.attrSet("data-line", str(token.map[0] + 1))
    return tokens, parser, known


def front_title(tokens: Iterable[Any]) -> str:
    """The title that a Markdown file's front matter gives, or empty."""
    for token in tokens:
        if token.type == "front_matter":
            match = _TITLE.search(token.content)
            return match.group(1) if match else ""
    return ""


def _dropped(tokens: Iterable[Any], known: dict[str, Any]) -> tuple[Issue, ...]:
    """What the parser of Markdown drops: blocks in too many lists and quotes, and notes without a mark in the text."""
    found = []
    lines = [t.map[0] + 1 for t in tokens if t.type in _HOLDERS and t.level >= _DEEPEST - 1 and t.map]
    if lines:
        message = say(
            "Lists or quotes are nested too deep from line {line} on: what lies in more than {depth} levels is left "
            "out. Give the text with fewer.",
            line=min(lines),
            depth=_DEEPEST,
        )
        found.append(Issue("reading", None, None, message, "warning", "source"))
    unused = sum(number < 0 for number in known.get("footnotes", {}).get("refs", {}).values())
    if unused:
        one = say("1 note that has no mark in the text is left out.")
        many = say("{count} notes that have no mark in the text are left out.", count=unused)
        found.append(Issue("reading", None, None, one if unused == 1 else many, "notice", "source"))
    return tuple(found)


@dataclass(slots=True)
class _Frame:
    """An open element that sets what the words in it are."""

    tag: str
    kind: BlockKind
    level: int = 0
    marker: str = ""
    source_ref: str = ""
    count: int = 0  # list items or table rows so far
    column: int = 0  # cells so far in the row
    number: int = 0  # of a table, in the page
    cell: Cell | None = None
    numerals: str = ""  # how a list counts; empty for bullets


class _Page:
    """What the walk over a page's elements gathers."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.left_out = LeftOut()
        self._pieces: list[Piece] = []
        self._frames = [_Frame("html", "paragraph")]
        self._marked: list[_Frame] = []  # those open whose marker no words have taken
        self._verbatim = 0
        self._lists: list[_Frame] = []
        self._open_tables: list[_Frame] = []
        self._sections = 0
        self._tables = 0

    def add(self, words: str | None, element: Any, place: str = "text") -> None:
        """Words of the block that is open; white space in them counts only in <pre>."""
        if words:
            self._pieces.append(Piece(words if self._verbatim else _SPACE.sub(" ", words), element, place))

    def break_line(self, element: Any) -> None:
        """A line end that the author set."""
        self._pieces.append(Piece("\n", element, "whole"))

    def open(self, element: Any) -> None:
        """Begin a block."""
        self._flush()
        frame = self._frame(element)
        self._frames.append(frame)
        self._verbatim += frame.tag == "pre"
        self._sections += frame.tag in _SECTIONS
        for tags, frames in ((_LISTS, self._lists), (_TABLES, self._open_tables)):
            if frame.tag in tags:
                frames.append(frame)
        if frame.marker:
            self._marked.append(frame)

    def close(self) -> None:
        """End the block that is open."""
        self._flush()
        frame = self._frames.pop()
        self._verbatim -= frame.tag == "pre"
        self._sections -= frame.tag in _SECTIONS
        for frames in (self._lists, self._open_tables, self._marked):
            if frames and frames[-1] is frame:
                frames.pop()

    def _flush(self) -> None:
        """Make a part of the words since the last block began or ended."""
        pieces = tuple(self._pieces)
        text = visible("".join(piece.text for piece in pieces))
        self._pieces.clear()
        if not text.strip():
            return
        frame = self._frames[-1]
        if frame.tag != "pre":
            text = "\n".join(map(one_line, text.split("\n")))
        marker = self._marked.pop().marker if self._marked else ""
        label = marker.strip(".") if marker != _BULLET else ""
        place, level, cell = frame.source_ref, frame.level, frame.cell
        self.parts.append(Part(text, frame.kind, label, marker, place, level, pieces=pieces, cell=cell))

    def _frame(self, element: Any) -> _Frame:
        """What the words in an element are."""
        tag, above = element.tag, self._frames[-1]
        line = element.get("data-line") or element.sourceline
        frame = _Frame(tag, above.kind, above.level, source_ref=above.source_ref if above.column else f"line {line}")
        frame.cell = above.cell
        if tag in _HEADINGS:
            frame.kind, frame.level = "heading", int(tag[1])
        elif above.kind not in ("header", "footer", "footnote"):
            frame.kind = self._kind(element) or above.kind
        if tag in _LISTS:
            frame.level = 1 + len(self._lists)
            frame.numerals = (element.get("type") or "1") if tag == "ol" else ""
            frame.count = whole(element.get("start"), 1) - 1
        elif tag == "li":
            self._number(element, frame)
        elif tag == "table":
            self._tables += 1
            frame.count, frame.number = 0, self._tables
        elif tag in ("td", "th", "tr"):
            self._place(element, frame)
        return frame

    def _kind(self, element: Any) -> BlockKind | None:
        """Kind that an element sets, or None where it takes that of the element around it."""
        tag = element.tag
        if _names(element) & _NOTES:
            return "footnote"
        if tag in ("header", "footer") and not self._sections:
            return "header" if tag == "header" else "footer"
        return {"li": "list_item", "td": "table_cell", "th": "table_cell"}.get(tag)  # type: ignore[return-value]

    def _number(self, element: Any, frame: _Frame) -> None:
        """Set a list item's marker."""
        owner = self._lists[-1] if self._lists else None
        if owner is None or not owner.numerals:
            frame.marker = _BULLET
        else:
            owner.count = whole(element.get("value"), owner.count + 1)
            frame.marker = f"{numeral(owner.count, owner.numerals)}."

    def _place(self, element: Any, frame: _Frame) -> None:
        """Count a table's rows and cells."""
        owner = self._open_tables[-1] if self._open_tables else None
        if owner is None:
            return
        if element.tag == "tr":
            owner.count, owner.column = owner.count + 1, 0
        else:
            owner.column += 1
            frame.column = owner.column
            is_header = element.tag == "th" or element.getparent().getparent().tag == "thead"
            frame.cell = Cell(owner.number, owner.count, owner.column, is_header)
            frame.source_ref = f"table {owner.number}, row {owner.count}, column {owner.column}"
            owner.column += whole(element.get("colspan"), 1) - 1


@dataclass(frozen=True, slots=True)
class WebPage:
    """One HTML page.

    Attributes:
        parts: In the order of the page; none where it shows no words.
        title: Of its head, or empty.
        language: What it says its language is, or empty.
        left_out: What its readers do not see.
    """

    parts: tuple[Part, ...]
    title: str
    language: str
    left_out: LeftOut


def web_page(text: str) -> WebPage:
    """The parts of an HTML text.

    Raises:
        InputError: Its elements are nested deeper than any real page's.
    """
    root = page_root(text)
    return WebPage((), "", "", LeftOut()) if root is None else page_of(root)


def page_root(text: str) -> Any:
    """Root element of an HTML text, or None where it has no element.

    Raises:
        InputError: Its elements are nested deeper than any real page's.
    """
    from lxml import etree, html

    require("elements", text.count("<") + text.count("="))
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    root: Any
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # lxml's word for a page without any element
        return None
    if any("depth" in entry.message for entry in parser.error_log):  # what lies deeper is gone
        raise InputError(
            say(
                "The page nests its elements more than 2,000 deep. The parser reads down to that. Save "
                "the page as text, or paste its text."
            )
        )
    return root


def page_of(root: Any) -> WebPage:
    """The parts of an HTML page; they name its elements."""
    page = _Page()
    comments = [comment.text or "" for comment in root.xpath("//body//comment()")]
    _walk(root, page)
    left_out = page.left_out + LeftOut(commented=sum(map(_comment_words, comments)))
    titles = root.xpath("//head/title")
    title = one_line(visible(titles[0].text_content())) if titles else ""
    return WebPage(tuple(page.parts), title, root.get("lang") or root.get("xml:lang") or "", left_out)


def _draft(text: str) -> Draft:
    """Draft of an HTML text."""
    page = web_page(text)
    return assemble(page.parts, page.title, page.language, page.left_out.issues())


def _walk(root: Any, page: _Page) -> None:
    """Give the page every word that a reader sees, in order."""
    from lxml import etree

    walker: Any = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walker:
        tag = element.tag
        if event == "comment":
            page.add(element.tail, element, "tail")
        elif event == "end":
            if tag in _BLOCKS and not is_unread(element):
                page.close()
            page.add(element.tail if element is not root else None, element, "tail")
        elif is_unread(element):
            page.left_out += _left_out(element)
            walker.skip_subtree()
        elif tag == "sup":
            page.add(raised(element.text_content()), element, "whole")
            walker.skip_subtree()
        else:
            if tag in _BLOCKS:
                page.open(element)
            elif tag == "br":
                page.break_line(element)
            place = "alt" if tag == "img" else "text"
            page.add(element.get("alt") if tag == "img" else element.text, element, place)


def is_block(element: Any) -> bool:
    """Whether an element begins a block of its own."""
    return element.tag in _BLOCKS


def is_unread(element: Any) -> bool:
    """Whether a reader of the page does not see an element's words, or sees them struck out."""
    if element.tag in _SKIPPED or element.tag in _STRUCK or _names(element) & _BACK or _is_hidden(element):
        return True
    return element.tag == "a" and element.text_content().strip() in _TO_ITSELF


def _is_hidden(element: Any) -> bool:
    """Whether the page itself hides an element, as far as its own attributes tell; style sheets are not read."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _left_out(element: Any) -> LeftOut:
    """What a reader is told of an unread element."""
    if element.tag in _SKIPPED:
        return LeftOut()
    if element.tag in _STRUCK:
        return LeftOut(struck=bool(element.text_content().strip()))
    return LeftOut(hidden=len(words(" ".join(_texts(element))))) if _is_hidden(element) else LeftOut()


def _texts(element: Any) -> Iterator[str]:
    """Texts in an element, but for those of programs, style sheets and templates."""
    from lxml import etree

    walker: Any = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walker:
        is_read = inner.tag not in _UNSPOKEN
        if event == "end":
            yield (inner.tail or "") if inner is not element else ""
        elif is_read:
            yield inner.text or ""
        else:
            walker.skip_subtree()


def _comment_words(comment: str) -> int:
    """Number of words in a comment; markup that is commented out counts by the words that it would show."""
    return 0 if _CONDITION.match(comment) else len(words(_NO_WORDS.sub(" ", comment)))


def _names(element: Any) -> set[str]:
    """Class names and roles of an element."""
    names = [element.get(key) or "" for key in ("class", "role", "epub:type")]
    return set(" ".join(names).split())
