"""codes_of(): which words of each segment look otherwise than the rest of it, as its file has them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from translate.formats.codes import Code, Codes
from translate.reading.archive import Archive
from translate.reading.asides import has_comments
from translate.reading.draft import Draft, Part, Piece, origins
from translate.reading.encoding import decode
from translate.reading.kind import kind_of
from translate.reading.markup import markdown_tokens, page_of, page_root
from translate.reading.office.book import book_draft
from translate.reading.office.opendocument import opendocument_draft
from translate.reading.office.slides import slides_draft
from translate.reading.office.word import word_draft
from translate.reading.reader import READERS
from translate.translation import Translation
from translate.writing.changes import accept
from translate.writing.filling import blocks, stretches
from translate.writing.leaves import Grammar, Region, leaves
from translate.writing.opendocument import TextGrammar, accept_tracked, text_region
from translate.writing.page import PageGrammar, page_draft, page_region
from translate.writing.weaving import Weaver
from translate.writing.word import region, story_names
from translate.writing.word_grammar import WordGrammar
from translate.writing.woven import Woven


class Opened(NamedTuple):
    """A file, opened again.

    Attributes:
        draft: With the places of its words.
        grammar: Of its kind.
        region: As fill() takes it.
    """

    draft: Draft
    grammar: Grammar
    region: Callable[[Sequence[Piece]], Region | None]


def codes_of(translation: Translation, content: bytes, name: str) -> Codes:
    """Words of each segment that are bold, a link or otherwise unlike their sentence, and where they are translated.

    Args:
        translation: Of the document that was read from the file.
        content: The file.
        name: Its name.

    Returns:
        None of the files that have no such words, or of which nothing can be said: PDF, RTF, e-mail, plain text.

    Raises:
        InputError: It is another file.
    """
    openers: dict[str, Callable[[bytes], Opened]] = {
        ".docx": partial(_word, comments=has_comments(translation.source)),
        ".pptx": _slides,
        ".odt": _text,
        ".html": _page,
        ".md": _markdown,
        ".epub": _book,
    }
    kind = kind_of(content, name, tuple(READERS))
    if kind not in openers:
        return {}
    opened = openers[kind](content)
    found: dict[int, Sequence[Code]] = {}
    segments = iter(translation.source.segments_by_block().values())
    for part, block in blocks(translation, opened.draft):
        own = next(segments)
        for position, codes in _block_codes(part, block, opened):
            if codes:
                found[own[position]] = codes
    return found


def _block_codes(part: Part, block: Woven, opened: Opened) -> Iterator[tuple[int, list[Code]]]:
    """The codes of a block's sentences, by their position in it; of those that stand in one paragraph."""
    positions = {(one.start, one.end): number for number, one in enumerate(block.sentences)}
    places = origins(part.pieces, block.source)
    for first, last, start, end in stretches(part.pieces, places, opened.region) if places else ():
        pieces = part.pieces[first:last]
        where = opened.region(pieces)
        if where is None:
            continue
        own = [(number - first, index) for number, index in (places or ())[start:end]]
        weaver = Weaver(block.part(start, end), leaves(where, opened.grammar, pieces), pieces, own, opened.grammar)
        for sentence, codes in weaver.codes():
            position = positions.get((sentence.start + start, sentence.end + start))
            if position is not None:
                yield position, codes


def _word(content: bytes, comments: bool) -> Opened:
    archive = Archive(content)
    for name in story_names(archive):
        accept(archive.xml(name))
    return Opened(word_draft(archive, comments), WordGrammar(), region)


def _slides(content: bytes) -> Opened:
    return Opened(slides_draft(Archive(content)), WordGrammar(), region)


def _text(content: bytes) -> Opened:
    archive = Archive(content)
    for name in ("content.xml", "styles.xml"):
        accept_tracked(archive.xml(name))
    return Opened(opendocument_draft(archive), TextGrammar(), text_region)


def _page(content: bytes) -> Opened:
    root = page_root(decode(content, declared=True))
    return Opened(Draft("", ()) if root is None else page_draft(root), PageGrammar(), page_region)


def _markdown(content: bytes) -> Opened:
    tokens, parser, _ = markdown_tokens(decode(content))
    return Opened(page_draft(page_root(parser.renderer.render(tokens, parser.options, {}))), PageGrammar(), page_region)


def _book(content: bytes) -> Opened:
    draft = book_draft(Archive(content), lambda _, text: page_of(page_root(text)))
    return Opened(draft, PageGrammar(), page_region)
