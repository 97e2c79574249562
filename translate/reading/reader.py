"""read(): a text, a file's bytes or a path to a Document."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from translate.document import Block, Document, Segment
from translate.errors import InputError, LanguageError
from translate.issue import Issue
from translate.languages import table as languages
from translate.languages.detection import detect, segment_languages
from translate.message import Message, say
from translate.reading.asides import reading_comments
from translate.reading.characters import HALF, encodable
from translate.reading.draft import Draft, cuts
from translate.reading.kind import kind_of
from translate.reading.limits import DEFAULT, Limits, current, exceeded, require, require_length, require_size, within
from translate.reading.scans import Scans, reading_scans
from translate.reading.titles import document_title
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
    ".png": "translate.reading.pdf.reader:read_picture",
    ".jpg": "translate.reading.pdf.reader:read_picture",
    ".tif": "translate.reading.pdf.reader:read_picture",
}
"""File suffix to a function (content: bytes, name: str) -> Draft."""

MAX_BYTES, MAX_CHARACTERS = DEFAULT.bytes, DEFAULT.characters
"""The largest file and the longest text that are read unless the caller says otherwise."""
_WITH_PROPERTIES = frozenset((".pdf", ".docx", ".odt", ".rtf", ".pptx"))
_LISTED = 8  # doubtful words of a segment that are named


def read(
    source: str | bytes | Path,
    *,
    name: str = "",
    language: str | None = None,
    max_bytes: int = MAX_BYTES,
    max_characters: int = MAX_CHARACTERS,
    limits: Limits = DEFAULT,
    ocr: bool = True,
    comments: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Document:
    """The document that a text, a file's content or a file holds.

    It is read in this process, under the limits that can be counted; see read_apart() for files of strangers.

    Args:
        source: A str is always the text itself, never a path; bytes are a file's content; a Path is a file.
        name: The file's name, for display and for its suffix; a Path has its own.
        language: BCP 47 code where the reader knows it; else it is detected.
        max_bytes: The largest file that is read.
        max_characters: The longest text.
        limits: The most of everything else.
        ocr: Whether pictures of text are read by text recognition, where Tesseract is installed.
        comments: Whether the comments of a Word file are read too, as notes behind its text.
        progress: Called with (pages done, pages of the file) after each page that was recognised, which takes some
            seconds; what it raises ends the reading.

    Raises:
        InputError: The input is empty, not text, of an unknown kind, encrypted, damaged or over a limit.
        LanguageError: `language` is not known.

    >>> read("Chapter 1\\n\\nThe council meets twice a year. It elects a chair.").texts
    ('Chapter 1', 'The council meets twice a year.', 'It elects a chair.')
    """
    known = _known(language or "") or ""
    scans = Scans(ocr, known, progress) if progress else Scans(ocr, known)
    with (
        within(replace(limits, bytes=max_bytes, characters=max_characters)),
        reading_scans(scans),
        reading_comments(comments),
    ):
        try:
            return _read(source, name, language)
        except RecursionError as error:
            raise exceeded("depth") from error
        except MemoryError as error:
            raise exceeded("memory_bytes") from error


def file_content(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a file, a device or a pipe that is not too large.

    Raises:
        InputError: It is too large or cannot be opened.
    """
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)  # devices and pipes have no size, and some no end
            size_bytes = max(len(content), path.stat().st_size)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise InputError(
            say(
                "The file {name} cannot be opened: {reason}. A path must name a file that you may read. "
                "Check the path, or give the text itself.",
                name=encodable(str(path)),
                reason=reason,
            )
        ) from error
    with within(replace(DEFAULT, bytes=max_bytes)):
        require_size(size_bytes)
    return content


def _read(source: str | bytes | Path, name: str, language: str | None) -> Document:
    """The document, under the limits that are set."""
    if isinstance(source, str):
        require_length(len(source))
        draft, kind = _plain(source), ".txt"
    else:
        if isinstance(source, Path):
            name = name or source.name
            source = file_content(source, current().bytes)
        require_size(len(source))
        if not source.strip():
            raise InputError(_no_words() if source else _no_bytes())
        kind = kind_of(source, name, tuple(READERS))
        draft = resolve(READERS, kind)(source, name)
    require_length(len(draft.text))
    require("segments", len(draft.blocks))
    if not draft.blocks or not draft.text.strip():
        raise InputError(_no_words())
    if (half := HALF.search(draft.text)) is not None:
        raise InputError(
            say(
                "The text is damaged: character {place:,} is half of a pair, which stands for nothing alone. Copy the "
                "text again, or take that character out.",
                place=half.start() + 1,
            )
        )
    draft = replace(draft, title=document_title(draft, kind in _WITH_PROPERTIES))
    return _document(draft, encodable(name), language)


def _plain(text: str) -> Draft:
    """Draft of a text that was typed or pasted."""
    from translate.reading.text import read_text, with_items

    return with_items(read_text(text))


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
        require("segments", len(segments))
    codes = segment_languages([draft.text[s.start : s.end] for s in segments], language)
    return Document(
        text=draft.text,
        language=language,
        blocks=tuple(blocks),
        segments=tuple(replace(s, language=code) for s, code in zip(segments, codes, strict=True)),
        title=encodable(draft.title),
        name=name,
        issues=(*draft.issues, *_lost(draft.text), *_doubts(draft, segments)),
    )


def _lost(text: str) -> list[Issue]:
    """What a reader must know of characters that were lost before the file came here."""
    count = text.count("\ufffd")
    one = say("1 character of the source was lost before it came here and shows as \ufffd: compare with the original.")
    many = say(
        "{count} characters of the source were lost before it came here and show as \ufffd: compare with the original.",
        count=count,
    )
    return [Issue("reading", None, None, one if count == 1 else many, "warning", "source")] if count else []


def _doubts(draft: Draft, segments: Sequence[Segment]) -> list[Issue]:
    """An issue for each segment that has words of which text recognition was unsure."""
    starts = [segment.start for segment in segments]
    spans: dict[int, list[tuple[int, int]]] = {}
    for start, end in draft.doubtful:
        position = bisect_right(starts, start) - 1
        if position >= 0 and end <= segments[position].end:
            spans.setdefault(position, []).append((start, end))
    return [_doubt(draft.text, position, segments[position].start, found) for position, found in spans.items()]


def _doubt(text: str, position: int, origin: int, spans: Sequence[tuple[int, int]]) -> Issue:
    """What to check of one segment against the page."""
    words = ", ".join(text[start:end] for start, end in spans[:_LISTED])
    message = say("Text recognition (OCR) was unsure here; compare with the page: {words}", words=words)
    span = (spans[0][0] - origin, spans[0][1] - origin)
    return Issue("reading", position, span, message, "warning", "source", repairable=False)
