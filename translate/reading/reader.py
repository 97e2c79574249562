"""read(): a text, a file's bytes or a path to a Document."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from translate.document import Block, Document, Segment
from translate.errors import InputError, LanguageError
from translate.languages import table as languages
from translate.languages.detection import detect, segment_languages
from translate.message import Message, say
from translate.reading.draft import Draft, cuts
from translate.reading.kind import kind_of
from translate.registry import resolve

READERS: dict[str, str] = {
    ".txt": "translate.reading.encoding:read_plain",
    ".md": "translate.reading.markup:read_markdown",
    ".html": "translate.reading.markup:read_html",
    ".docx": "translate.reading.office.word:read_word",
    ".pdf": "translate.reading.pdf.reader:read_pdf",
    ".odt": "translate.reading.office.opendocument:read_opendocument",
    ".rtf": "translate.reading.richtext:read_rich_text",
    ".pptx": "translate.reading.office.slides:read_slides",
    ".epub": "translate.reading.office.book:read_book",
    ".eml": "translate.reading.mail:read_mail",
}
"""File suffix to a function (content: bytes, name: str) -> Draft."""

_MEGABYTE = 1024 * 1024

MAX_BYTES = 50 * _MEGABYTE
"""The largest file that is read unless the caller says otherwise."""


def read(
    source: str | bytes | Path,
    *,
    name: str = "",
    language: str | None = None,
    max_bytes: int = MAX_BYTES,
    max_characters: int = 2_000_000,
) -> Document:
    """The document that a text, a file's content or a file holds.

    Args:
        source: A str is always the text itself, never a path; bytes are a file's content; a Path is a file.
        name: The file's name, for display and for its suffix; a Path has its own.
        language: BCP 47 code where the reader knows it; else it is detected.
        max_bytes: The largest file that is read.
        max_characters: The longest text.

    Raises:
        InputError: The input is empty, not text, of an unknown kind, encrypted, damaged or over a limit.
        LanguageError: `language` is not known.

    >>> read("Chapter 1\\n\\nThe council meets twice a year. It elects a chair.").texts
    ('Chapter 1', 'The council meets twice a year.', 'It elects a chair.')
    """
    if isinstance(source, str):
        _require_length(source, max_characters)
        draft = _plain(source)
    else:
        content, name = content_of(source, name, max_bytes)
        if not content.strip():
            raise InputError(_no_words() if content else _no_bytes())
        draft = resolve(READERS, kind_of(content, name, tuple(READERS)))(content, name)
    _require_length(draft.text, max_characters)
    if not draft.blocks or not draft.text.strip():
        raise InputError(_no_words())
    return _document(draft, name, language)


def _plain(text: str) -> Draft:
    """Draft of a text that was typed or pasted."""
    from translate.reading.text import read_text, with_items

    return with_items(read_text(text))


def content_of(source: bytes | Path, name: str = "", max_bytes: int = MAX_BYTES) -> tuple[bytes, str]:
    """Bytes and name of a file that is not too large.

    Raises:
        InputError: It is, or cannot be opened.
    """
    try:
        size_bytes = source.stat().st_size if isinstance(source, Path) else len(source)
        if size_bytes > max_bytes:
            raise InputError(
                say(
                    "The file has {size:,.1f} MB. The limit is {limit:,.1f} MB. Give the part that matters, "
                    "or in Python raise max_bytes.",
                    size=size_bytes / _MEGABYTE,
                    limit=max_bytes / _MEGABYTE,
                )
            )
        if isinstance(source, Path):
            return source.read_bytes(), name or source.name
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            say(
                "The file {name} cannot be opened: {reason}. A path must name a file that you may read. "
                "Check the path, or give the text itself.",
                name=error.filename,
                reason=reason,
            )
        ) from error
    return source, name


def _require_length(text: str, max_characters: int) -> None:
    """Raise InputError for a text over the limit."""
    if len(text) > max_characters:
        raise InputError(
            say(
                "The text has {count:,} characters. The limit is {limit:,}. Give the part that matters, "
                "or in Python raise max_characters.",
                count=len(text),
                limit=max_characters,
            )
        )


def _no_words() -> Message:
    """What to say of a text or file without a word."""
    return say("This holds no words. At least one sentence is needed. Give a text, or a file with text in it.")


def _no_bytes() -> Message:
    """What to say of a file of no size."""
    return say("The file has no bytes, and so no words. Give a file with text in it; copy or download this one again.")


def _known(code: str) -> str | None:
    """A code that a file gives for its language, if it is one."""
    try:
        return languages.language(code).code if code else None
    except LanguageError:
        return None


def _spans(words: str, start: int, tabs: list[int], language: str) -> Iterator[tuple[int, int]]:
    """Sentences of a block's words from an index on; none goes on over a tab."""
    from translate.segmentation.sentences import sentence_spans

    for begin, end in pairwise([start, *(tab for tab in tabs if tab > start), len(words)]):
        for first, last in sentence_spans(words[begin:end], language):
            yield begin + first, begin + last


def _document(draft: Draft, name: str, language: str | None) -> Document:
    """The draft with its sentences found and their languages set."""
    from translate.segmentation.labels import label, label_end

    if language is None:
        language = detect(draft.text, prior=_known(draft.language)).language
    else:
        language = languages.language(language).code
    blocks: list[Block] = []
    segments: list[Segment] = []
    page_indices = [index for index, _ in draft.pages]
    for position, block in enumerate(draft.blocks):
        words = draft.text[block.start : block.end]
        marker = draft.markers[position] if draft.markers else 0
        tabs = [marker + tab for tab in cuts(draft.parts[position])] if draft.parts else []
        if block.kind not in ("header", "footer"):
            marker += label_end(words[marker:], language)
            block = block if block.label else replace(block, label=label(words, language))
        blocks.append(block)
        for start, end in _spans(words, marker, tabs, language):
            start += block.start
            page = draft.pages[bisect_right(page_indices, start) - 1][1] if page_indices else None
            segments.append(Segment(start, end + block.start, position, page=page))
    codes = segment_languages([draft.text[s.start : s.end] for s in segments], language)
    return Document(
        text=draft.text,
        language=language,
        blocks=tuple(blocks),
        segments=tuple(replace(s, language=code) for s, code in zip(segments, codes, strict=True)),
        title=draft.title,
        name=name,
        issues=draft.issues,
    )
