"""Which segments may become a point: sentences that say something, not the furniture around them."""

import re

from translate.document import BlockKind, Document
from translate.tag import primary
from translate.text.lexicon import pattern
from translate.text.words import words

# First what authors write as sentences; the rest only where a document has nothing else.
_RANKS: tuple[tuple[BlockKind, ...], ...] = (
    ("paragraph", "list_item"),
    ("table_cell",),
    ("heading", "footnote"),
    ("header", "footer"),
)
# The same where none has as many words: a heading says more of a table than its cells do.
_SHORT_RANKS = (_RANKS[0], _RANKS[2], _RANKS[3], _RANKS[1])
# Shorter ones are labels, dates, signatures, a column's name.
_LEAST_WORDS = 4
# A first sentence of a list's item with fewer words names the item.
_ITEM_WORDS = 7
# A salutation with more words goes on with what is said.
_SALUTATION_WORDS = 12
_LETTER = re.compile(r"[^\W\d_]")
_LEADERS = ("....", "……", ". . . . ", "____")
# Between the cells of a table in a file of plain text; so many make a row.
_CELL, _CELLS = "|", 2
_END = re.compile(r"[.!?;:,。！？；：，…؟؛।።][\"'”’»›)\]】」』）]*$")
_UNFINISHED = re.compile(r"[,;，、；]\W*$")
_CLAUSE = re.compile(r"[,，、،]\W*$")
# A paragraph of its own that ends in a comma opens an act ("The Assembly and the Council,") or a letter.
_CLAUSE_WORDS = 12
_INTRODUCES = re.compile(r"[:：]\W*$")
UNMARKED = frozenset({"th", "lo", "km", "my"})
"""Languages that end a sentence without a mark."""
# A line of its own without a full stop is a heading up to here, whatever the file calls it. With 14 ROUGE-2 of EU acts
# falls by 0.3: longer lines are items of lists.
_TITLE_WORDS = 7
_LABEL = re.compile(r"[^:：.!?]{1,60}[:：]\s")
# What a segment is shows in so many characters: legal ones can be pages long.
_START = 200
_TAIL = 10
# How far down a title may stand: journals set date, number and series before it.
_TITLE_SEGMENTS = 15
# "Lisardo, 27 January 2026 · Document 5/2026": a reference has a number, and marks or a slash between its parts.
_REFERENCE = re.compile(r"\d\s?/\s?\d|\s[·•|–—]\s.*\d|\d.*\s[·•|–—]\s")
# A number without a point before a sentence is a footnote's: "8 According to the contract, …", "27 GAO, Ukraine: …".
_NOTE = re.compile(r"\d{1,3} (?=[A-Z])")
_CITED = re.compile(r"[A-Z]{2,8},")
# "Amendments to the Convention Article 12 1.": a title and the numbers of what follows it.
_NUMBERED_END = re.compile(r"\d\s+\d{1,2}\.?$")
# A title has at least 7 words of four letters, three quarters of them with a capital.
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_TITLED, _TITLED_WORDS = 0.75, 7
# "Viva la libertad!"
_CRY, _CRY_WORDS = re.compile(r"[!！]\W*$"), 6
# Marks of a heading that a file of plain text has: "#### Results", "**Results**".
_MARKED = re.compile(r"#{1,6} |\*\*[^*]*[^*.!?:]\*\*$")
# So many short lines may stand between two halves of a sentence: numbers and names of two pages.
_EDGE_SEGMENTS = 4
# Where more of a document's sentences are in another language than its own, it says all twice.
_OTHER_LANGUAGE = 0.2
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
# So many words at most has a line between title and text that says where, when and by whom, and names a year.
_IMPRINT_WORDS = 16
_IMPRINT_SEGMENTS = 8


def candidates(document: Document, titled: bool = False) -> tuple[int, ...]:
    """Segments that a summary may cite, in document order.

    Paragraphs and list items, as far as they are sentences: no label, no line that is a heading in all but name, no
    entry of a table of contents, no formula that every act has, nothing that only introduces a list. Where a document
    has none, what paragraphs and list items it has, then table cells, then headings and footnotes, then the rest;
    headings before cells where all are short. An exact repetition of an earlier segment is left out.

    Args:
        document: Any document, also an empty one.
        titled: Whether the title may be one: an act's title says what it is about.

    Returns:
        Segment ids; empty only where the document has no segment.
    """
    texts = document.texts
    kinds = [document.blocks[segment.block].kind for segment in document.segments]
    alone = {block for block, segments in document.segments_by_block().items() if len(segments) == 1}
    imprint = _imprint(document, kinds)
    sentences = [
        segment
        for segment, kind in enumerate(kinds)
        if kind in _RANKS[0]
        and segment not in imprint
        and is_sentence(document, segment, document.segments[segment].block in alone)
    ]
    sentences = _in_one_language(document, _whole(document, sentences))
    if sentences:
        return _without_repetitions([*(_title(document) if titled else ()), *sentences], texts)
    for least, ranks in ((_LEAST_WORDS, _RANKS), (1, _SHORT_RANKS)):
        for rank in ranks:
            found = [i for i, kind in enumerate(kinds) if kind in rank and _says(texts[i], least)]
            if found:
                return _without_repetitions(found, texts)
    return tuple(range(len(texts)))


def _title(document: Document) -> tuple[int, ...]:
    """The longest heading near the top, which says more than the institution's name above it; empty without one."""
    found: list[int] = []
    for segment in range(min(_TITLE_SEGMENTS, len(document.segments))):
        text = document.segment_text(segment)
        heading = document.blocks[document.segments[segment].block].kind == "heading"
        language = document.segments[segment].language.partition("-")[0]
        if heading and _says(text, _LEAST_WORDS) and not is_formula(text, language):
            found.append(segment)
    return (max(found, key=lambda segment: len(document.segment_text(segment))),) if found else ()


def _imprint(document: Document, kinds: list[BlockKind]) -> set[int]:
    """Short lines between the title and the next heading that name a year: place, date, number, authors."""
    first = kinds.index("heading") if "heading" in kinds[:_TITLE_SEGMENTS] else len(kinds)
    lines = range(first + 1, min(first + 1 + _IMPRINT_SEGMENTS, len(kinds)))
    end = next((segment for segment in lines if kinds[segment] == "heading"), first)
    count = {segment: len(words(document.segment_text(segment)[:_START])) for segment in range(first + 1, end)}
    prose = {document.segments[segment].block for segment in count if count[segment] > _IMPRINT_WORDS}
    return {
        segment
        for segment in count
        if document.segments[segment].block not in prose and _YEAR.search(document.segment_text(segment))
    }


def _whole(document: Document, found: list[int]) -> list[int]:
    """Segments that are no half of a sentence, as pages of a PDF leave them; all where nothing else is there."""
    kept = [segment for segment in found if not _broken(document, segment)]
    return kept or found


def _broken(document: Document, segment: int) -> bool:
    """Whether a paragraph ends without a mark before one that goes on in lower case, or goes on with such a one."""
    if document.blocks[document.segments[segment].block].kind != "paragraph":
        return False
    text = document.segment_text(segment).strip()
    after, before = _neighbour(document, segment, 1), _neighbour(document, segment, -1)
    return (text[-1:].isalpha() and after[:1].islower()) or (text[:1].islower() and before[-1:].isalpha())


def _neighbour(document: Document, segment: int, step: int) -> str:
    """The text of the next paragraph on, or back, over a page's edges; empty where it is the same one, or none."""
    own = document.segments[segment].block
    for other in range(segment + step, segment + (_EDGE_SEGMENTS + 1) * step, step):
        if not 0 <= other < len(document.segments) or document.segments[other].block == own:
            return ""
        text = document.segment_text(other).strip()
        kind = document.blocks[document.segments[other].block].kind
        long = len(words(text[:_START])) > _TITLE_WORDS or text[:1].islower()
        if kind == "paragraph" and long:
            return text
        if kind not in ("paragraph", "header", "footer", "footnote"):
            return ""
    return ""


def _in_one_language(document: Document, found: list[int]) -> list[int]:
    """The segments in the document's language where a large part is in another: acts are printed in two columns."""
    main = primary(document.language)
    own = [segment for segment in found if primary(document.segments[segment].language) in (main, "und")]
    others = len(found) - len(own)
    return own if others > _OTHER_LANGUAGE * len(found) and len(own) > _OTHER_LANGUAGE * len(found) else found


def is_sentence(document: Document, segment: int, alone: bool) -> bool:
    """Whether a segment reads as a sentence of the text.

    Args:
        document: Where it stands.
        segment: Its id.
        alone: Whether it is the only one of its block.
    """
    text = document.segment_text(segment).strip()
    language = document.segments[segment].language.partition("-")[0]
    start, tail = text[:_START], text[-_TAIL:]
    count = len(words(start))
    if (
        not _says_something(start, count, _LEAST_WORDS)
        or any(dots in start for dots in _LEADERS)
        or start.count(_CELL) >= _CELLS
        or _INTRODUCES.search(tail)
    ):
        return False
    if count <= _CRY_WORDS and _CRY.search(tail):
        return False
    if (
        _MARKED.match(start)
        or _is_title(text, language)
        or (count <= _TITLE_WORDS + 3 and _NUMBERED_END.search(tail))
        or _is_note(start, language)
    ):
        return False
    label = _LABEL.match(start)
    if label and len(words(text[label.end() :][:_START])) < _LEAST_WORDS:
        return False
    if count < _ITEM_WORDS and not alone and _labels(document, segment):
        return False
    if _UNFINISHED.search(tail) and count <= _TITLE_WORDS:
        return False
    if alone and _CLAUSE.search(tail) and count <= _CLAUSE_WORDS:
        return False
    unended = alone and count <= _IMPRINT_WORDS and language not in UNMARKED and not _END.search(tail)
    titled = unended and (count <= _TITLE_WORDS or _REFERENCE.search(start) is not None)
    return not titled and not is_formula(text, language)


def _labels(document: Document, segment: int) -> bool:
    """Whether a short sentence names the item of a list that it opens: "A limit on the levy. It may not exceed …"."""
    block = document.segments[segment].block
    opens = segment == 0 or document.segments[segment - 1].block != block
    return opens and document.blocks[block].kind == "list_item"


def _is_title(text: str, language: str) -> bool:
    """Whether nearly all long words have a capital, as in the title of a work that a note cites; German ones have."""
    found = _LONG_WORD.findall(text[:_START])
    capital = sum(word[0].isupper() and not word.isupper() for word in found)
    return language != "de" and len(found) >= _TITLED_WORDS and capital >= _TITLED * len(found)


def _is_note(start: str, language: str) -> bool:
    """Whether a text is a footnote that the reader of the file took for text."""
    number = _NOTE.match(start)
    if number is None:
        return False
    opens = pattern("summary", language, "note")
    return _CITED.match(start, number.end()) is not None or bool(opens and opens.match(start, number.end()))


def is_formula(text: str, language: str) -> bool:
    """Whether a text is what every document of its kind says: an enacting formula, a salutation, an imprint."""
    starts, anywhere, greets = (pattern("summary", language, kind) for kind in ("formula", "furniture", "salutation"))
    first = _LETTER.search(text)
    slight = _UNFINISHED.search(text[-_TAIL:]) is not None or len(words(text[:_START])) <= _SALUTATION_WORDS
    if slight and greets and first and greets.match(text, first.start()):
        return True
    begins = starts is not None and first is not None and starts.match(text, first.start()) is not None
    return begins or (anywhere is not None and anywhere.search(text[:_START]) is not None)


def _says(text: str, least: int) -> bool:
    """Whether a text's beginning says something; see _says_something()."""
    start = text[:_START]
    return _says_something(start, len(words(start)), least)


def _says_something(start: str, count: int, least: int) -> bool:
    """Whether a text's beginning, of so many words, is letters for the most part and has at least `least` words."""
    letters = sum(map(str.isalpha, start))
    return count >= least and 2 * letters >= len(start) - start.count(" ") and letters > 0


def _without_repetitions(found: list[int], texts: tuple[str, ...]) -> tuple[int, ...]:
    """The segments whose text has not stood in an earlier one; case and white space make no difference."""
    first: dict[str, int] = {}
    for segment in found:
        first.setdefault(" ".join(texts[segment].casefold().split()), segment)
    return tuple(sorted(first.values()))
