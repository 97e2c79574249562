"""A Translation back into its Markdown file: the words of each line exchanged, its marks kept."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any, NamedTuple

from translate.issue import Issue
from translate.message import say
from translate.reading.encoding import decode
from translate.reading.markup import front_title, markdown_tokens, page_root
from translate.translation import Translation
from translate.writing.filling import blocks, fill, translated_words
from translate.writing.page import PageGrammar, page_draft, page_region

_LINE = "x-line"
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "s": "~~", "del": "~~"}
_SPECIAL = re.compile(r"([\\*`\[\]<]|(?<!\w)_|_(?!\w)|~(?=~)|(?<=~)~)")
_BLOCK_START = re.compile(r"(#{1,6}|[-+>]|\d{1,9}(?=[.)]))(?=[\s.)]|$)")
_VERBATIM = frozenset(("fence", "code_block", "html_block"))
_VOID = frozenset(("br", "img", "hr", "wbr", "input"))


class _Change(NamedTuple):
    """A stretch of a line that other words take."""

    line: int
    start: int
    end: int
    text: str


def write_markdown(translation: Translation, content: bytes) -> tuple[bytes, tuple[Issue, ...]]:
    """The Markdown file with the translation's words, in UTF-8.

    Args:
        translation: Of the document that was read from the file.
        content: The file.

    Raises:
        InputError: It is another file.
    """
    text = decode(content)
    tokens, parser, _ = markdown_tokens(text)
    inline = [token for token in tokens if token.type == "inline" and token.map]
    labels: dict[str, str] = {}
    for number, token in enumerate(inline):
        labels |= _noted(token)
        _wrap(token, number)
    root = page_root(parser.renderer.render(tokens, parser.options, {}))
    lines = {int(line.get("n")): line for line in root.iter(_LINE)}
    before = {number: _written(line, labels) for number, line in lines.items()}
    grammar = PageGrammar()
    for part, block in blocks(translation, page_draft(root)):
        for _ in fill(part, block, grammar, page_region):
            pass
    lines = {int(line.get("n")): line for line in root.iter(_LINE)}
    new = {n: _written(line, labels) for n, line in lines.items() if _written(line, labels) != before[n]}
    source = text.splitlines(keepends=True)
    changes, lost = _changes(source, inline, new)
    title = translated_words(translation).get(front_title(tokens))
    if title:
        changes += _titled(source, front_title(tokens), title)
    notes = [_unwritten(lost)] if lost else []
    if any(token.type in _VERBATIM for token in tokens):
        notes.append(_verbatim())
    return _changed(source, changes).encode("utf-8"), tuple(notes)


def _wrap(token: Any, number: int) -> None:
    """Put an element around a token's words, by which they are found again."""
    from markdown_it.token import Token

    begin = Token("html_inline", "", 0, content=f'<{_LINE} n="{number}">')
    token.children = [begin, *(token.children or ()), Token("html_inline", "", 0, content=f"</{_LINE}>")]


def _noted(token: Any) -> dict[str, str]:
    """Labels of the notes that a token's words cite, by the address that they are given."""
    found = (child for child in token.children or () if child.type == "footnote_ref" and "label" in child.meta)
    return {f"#fn{child.meta['id'] + 1}": child.meta["label"] for child in found}


def _written(element: Any, labels: dict[str, str]) -> str:
    """What an element holds, as Markdown."""
    parts = [_escaped(element.text or "")]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(_inline(child, labels))
        parts.append(_escaped(child.tail or ""))
    return "".join(parts)


def _inline(element: Any, labels: dict[str, str]) -> str:
    """One element as Markdown; as HTML where that has no mark for it."""
    tag, inner = element.tag, _written(element, labels)
    if tag == "sup" and element.get("class") == "footnote-ref":
        link = element.find("a")
        return f"[^{labels.get(link.get('href', ''), '')}]" if link is not None else ""
    if tag in _MARKS and not dict(element.attrib):
        words = inner.strip()
        if not words:
            return inner
        lead, tail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
        return f"{lead}{_MARKS[tag]}{words}{_MARKS[tag]}{tail}"
    if tag == "code" and not len(element):
        ticks = "``" if "`" in (element.text or "") else "`"
        return f"{ticks}{element.text or ''}{ticks}"
    if tag == "a" and element.get("href") is not None:
        return _link(element, inner)
    if tag == "img":
        return f"![{_escaped(element.get('alt') or '')}]({_address(element, 'src')})"
    if tag == "br":
        return "\\\n"
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attrib.items())
    return f"<{tag}{attributes}>" + ("" if tag in _VOID else f"{inner}</{tag}>")


def _link(element: Any, inner: str) -> str:
    """A link as Markdown."""
    if element.text_content() == element.get("href") and not element.get("title"):
        return f"<{element.get('href')}>"
    return f"[{inner}]({_address(element, 'href')})"


def _address(element: Any, name: str) -> str:
    """An address and its title, as they stand in round brackets."""
    address, title = element.get(name) or "", element.get("title")
    address = f"<{address}>" if re.search(r"[\s()]", address) else address
    return f'{address} "{title}"' if title else address


def _escaped(text: str) -> str:
    """Words in which nothing is taken for a mark."""
    return _SPECIAL.sub(r"\\\1", text)


def _changes(source: list[str], inline: list[Any], new: dict[int, str]) -> tuple[list[_Change], int]:
    """What is written where, and how many stretches of words were not found in the source."""
    found: list[_Change] = []
    lost = 0
    columns: dict[int, int] = {}
    for number, token in enumerate(inline):
        places = list(_places(source, token, columns))
        for line, _, end in places:
            columns[line] = max(columns.get(line, 0), end)
        if number not in new:
            continue
        if not places or len(places) < len(token.content.split("\n")):
            lost += 1
            continue
        first = places[0]
        in_row = any(other is not token and other.map == token.map for other in inline)
        text = new[number].replace("|", "\\|").replace("\\\n", "<br>") if in_row else new[number]
        start = _BLOCK_START.match(text)
        text = f"{text[: start.end()]}\\{text[start.end() :]}" if start and start[0][0].isdigit() else text
        text = "\\" + text if start and not start[0][0].isdigit() else text
        prefix = _prefix(source, places)
        end = len(source[first[0]].rstrip("\r\n")) if len(places) > 1 else first[2]  # a break's spaces go with it
        found.append(_Change(first[0], first[1], end, text.replace("\n", "\n" + prefix)))
        found += [_Change(line, -1, -1, "") for line, _, _ in places[1:]]
    return found, lost


def _titled(source: list[str], title: str, new: str) -> list[_Change]:
    """The change of the title in the front matter, where its line has it as it is."""
    for number, line in enumerate(source):
        if line.startswith("title:") and title in line:
            start = line.index(title)
            return [_Change(number, start, start + len(title), new.replace('"', "'"))]
    return []


def _prefix(source: list[str], places: list[tuple[int, int, int]]) -> str:
    """What stands before the words of a block's further lines: "> ", or as many spaces."""
    if len(places) > 1:
        return source[places[1][0]][: places[1][1]]
    before = source[places[0][0]][: places[0][1]]
    return "".join(sign if sign == ">" else " " for sign in before)


def _places(source: list[str], token: Any, columns: dict[int, int]) -> Iterator[tuple[int, int, int]]:
    """Where each line of a token's words stands: line, start, end; nothing more from the first that is not found."""
    for number, words in enumerate(token.content.split("\n")):
        line = token.map[0] + number
        written = source[line] if line < len(source) else ""
        for form in (words.strip(), words.strip().replace("|", "\\|")):
            start = written.find(form, columns.get(line, 0))
            if start >= 0:
                yield line, start, start + len(form)
                break
        else:
            return


def _changed(source: list[str], changes: list[_Change]) -> str:
    """The source with all changes made, from the last to the first."""
    lines = list(source)
    for line, start, end, text in sorted(changes, reverse=True):
        lines[line] = "" if start < 0 else lines[line][:start] + text + lines[line][end:]
    return "".join(lines)


def _unwritten(count: int) -> Issue:
    """The notice that some words stayed in the source's language."""
    one = say("1 stretch of Markdown could not be found again and stands in the source's language.")
    many = say(
        "{count} stretches of Markdown could not be found again and stand in the source's language.", count=count
    )
    return Issue("writing", None, None, one if count == 1 else many, "warning", "target")


def _verbatim() -> Issue:
    """The notice that code and HTML stayed in the source's language."""
    message = say("Blocks of code and of HTML stay as they are in the translated Markdown.")
    return Issue("writing", None, None, message, "notice", "target")
