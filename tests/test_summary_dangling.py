"""Sentences that lean on another, and the one that they lean on."""

import pytest

from summarize.structure.dangling import antecedents, hanging, leans
from summarize.summarization import summarize
from translate.document import Block, BlockKind, Document, Segment
from translate.reading.reader import read

LEANING = [
    pytest.param("en", "For example, the fee is due.", id="en example"),
    pytest.param("en", "If they do not come, the fee is due.", id="en pronoun in a condition"),
    pytest.param("es", "Una ocupación que debe terminar.", id="es fragment"),
    pytest.param("pt", "É o valor mais baixo.", id="pt without a subject"),
    pytest.param("en", "This fee is due at once.", id="en"),
    pytest.param("en", "However, the fee is due.", id="en connective"),
    pytest.param("en", "“It is due at once.”", id="en in quotation marks"),
    pytest.param("pt", "Esta taxa é devida de imediato.", id="pt"),
    pytest.param("es", "Sin embargo, la tasa se debe pagar.", id="es"),
    pytest.param("fr", "Il est dû immédiatement.", id="fr"),
    pytest.param("de", "Diese Gebühr ist sofort fällig.", id="de"),
    pytest.param("it", "Tale tassa è dovuta subito.", id="it"),
    pytest.param("ru", "Эта пошлина взимается сразу.", id="ru"),
    pytest.param("zh", "这项费用应当立即缴纳。", id="zh"),
    pytest.param("ar", "هذه الرسوم مستحقة على الفور.", id="ar"),
    pytest.param("en", "keep a register of all boats;", id="list item"),
]
STANDING = [
    pytest.param("fr", "En effet, la redevance est due.", id="fr connective that can stand"),
    pytest.param("en", "The fee is due at once.", id="en"),
    pytest.param("en", "This Act applies to all boats.", id="en the act itself"),
    pytest.param("en", "This Act shall enter into force on 1 May.", id="en the act's own beginning"),
    pytest.param("de", "Dieses Gesetz tritt am 1. Mai in Kraft.", id="de the act's own beginning"),
    pytest.param("en", "Thistles are not subject to the fee.", id="en longer word"),
    pytest.param("de", "Die Gebühr ist sofort fällig.", id="de"),
    pytest.param("zh", "费用应当立即缴纳。", id="zh"),
    pytest.param("en", "—", id="no letter"),
]


def one(text: str, language: str) -> Document:
    return Document(text, language, (Block(0, len(text)),), (Segment(0, len(text), 0, language),))


@pytest.mark.parametrize(("language", "text"), LEANING)
def test_leans_on_what_stands_before(language: str, text: str) -> None:
    assert leans(one(text, language), 0)


@pytest.mark.parametrize(("language", "text"), STANDING)
def test_leans_not(language: str, text: str) -> None:
    assert not leans(one(text, language), 0)


def test_antecedents_are_the_sentence_before() -> None:
    document = read("Boats pay a fee. Owners are free to sell. This fee is due at once.", language="en")
    assert antecedents(document, [0, 1, 2]) == {2: 1}


def test_antecedents_of_a_list_item_are_its_introduction() -> None:
    parts = ("The Agency shall:", "keep a register of all boats;", "publish a report each year.")
    starts = [sum(len(part) + 1 for part in parts[:i]) for i in range(3)]
    blocks = tuple(Block(start, start + len(part)) for start, part in zip(starts, parts, strict=True))
    segments = tuple(Segment(block.start, block.end, i, "en") for i, block in enumerate(blocks))
    assert antecedents(Document("\n".join(parts), "en", blocks, segments), [2]) == {2: 0}


def test_introduction_of_a_list_may_be_an_item_itself() -> None:
    parts = ("The fee is low.", "The Act does not apply to:", "Boats of the navy;", "Boats of monks.")
    starts = [sum(len(part) + 1 for part in parts[:i]) for i in range(4)]
    pairs = zip(starts, parts, strict=True)
    blocks = tuple(Block(start, start + len(part), "list_item") for start, part in pairs)
    segments = tuple(Segment(block.start, block.end, i, "en") for i, block in enumerate(blocks))
    assert antecedents(Document("\n".join(parts), "en", blocks, segments), [1, 2, 3]) == {2: 1, 3: 1}


def test_antecedents_do_not_cross_a_heading() -> None:
    assert (
        antecedents(read("Boats pay a fee.\n\nTHE REGISTER\n\nThis is kept by the Agency.", language="en"), [2]) == {}
    )


def test_summarize_brings_the_antecedent_into_the_point() -> None:
    document = read("Boats pay a fee. This fee is due at once.\n\nSeals sleep in the sun.", language="en")
    summary = summarize(document, method="lead", points=3)
    assert [[c.segment for c in point.citations] for point in summary.points] == [[0], [1], [2]]


def test_summarize_shows_an_antecedent_that_is_no_point_of_its_own() -> None:
    text = "The Agency shall do what follows:\n\n(a) keep a register of all boats in the harbour;"
    summary = summarize(read(text, language="en"), points=1)
    assert summary.points[0].text == "The Agency shall do what follows: keep a register of all boats in the harbour;"


def test_summarize_marks_a_point_whose_antecedent_is_missing() -> None:
    summary = summarize(read("This fee is due at once and for all boats.", language="en"), points=1)
    assert [(issue.kind, issue.segment) for issue in summary.issues] == [("dangling", 0)]


def test_antecedents_of_an_item_in_upper_case_are_the_colon_before_its_list() -> None:
    parts: tuple[tuple[BlockKind, str], ...] = (
        ("paragraph", "The Agency shall not:"),
        ("list_item", "Sell what it knows of a boat."),
        ("list_item", "Lend its register."),
    )
    starts = [sum(len(text) + 1 for _, text in parts[:i]) for i in range(3)]
    blocks = tuple(Block(start, start + len(text), kind) for start, (kind, text) in zip(starts, parts, strict=True))
    segments = tuple(Segment(block.start, block.end, i, "en") for i, block in enumerate(blocks))
    listed = Document("\n".join(text for _, text in parts), "en", blocks, segments)
    assert antecedents(listed, [1, 2]) == {1: 0, 2: 0}


def lined(*parts: tuple[int, BlockKind, str]) -> Document:
    """A document of sentences, each with the number of its block and that block's kind."""
    text, segments, spans = "", [], {}
    for block, kind, sentence in parts:
        begun = spans[block][0] if block in spans else len(text)
        segments.append(Segment(len(text), len(text) + len(sentence), block, "en"))
        spans[block] = (begun, len(text) + len(sentence), kind)
        text += sentence + "\n"
    return Document(text, "en", tuple(Block(*span) for span in spans.values()), tuple(segments))


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        pytest.param([(0, "paragraph", "They shall not:"), (1, "paragraph", "Sell what they know.")], {}, id="no item"),
        pytest.param(
            [(0, "paragraph", "They shall not:"), (1, "list_item", "Sell them."), (1, "list_item", "Boats pay.")],
            {1: 0},
            id="an item's second sentence",
        ),
        pytest.param([(0, "paragraph", "They shall."), (1, "list_item", "Sell what they know.")], {}, id="no colon"),
        pytest.param([(0, "heading", "They shall:"), (1, "list_item", "Sell what they know.")], {}, id="a heading"),
        pytest.param([(0, "list_item", "Sell what they know.")], {}, id="nothing before"),
        pytest.param(
            [(0, "paragraph", "They do pay."), (1, "paragraph", "This is short.")], {1: 0}, id="a sentence before"
        ),
        pytest.param(
            [(0, "paragraph", "They pay."), (1, "paragraph", "This is short.")], {}, id="nine characters before"
        ),
        pytest.param(
            [(0, "paragraph", "They do pay."), (1, "table_cell", "Cells are no text."), (2, "paragraph", "This is.")],
            {2: 0},
            id="a cell between",
        ),
        pytest.param(
            [(0, "paragraph", "They shall not:"), (1, "list_item", "sell them;"), (2, "list_item", "lend boats.")],
            {1: 0, 2: 0},
            id="an item before it",
        ),
        pytest.param(
            [(0, "paragraph", "They shall not:"), (1, "paragraph", "Boats do pay."), (2, "list_item", "lend boats.")],
            {},
            id="a sentence that ends between",
        ),
    ],
)  # fmt: skip
def test_antecedents_of_sentences(parts: list[tuple[int, BlockKind, str]], found: dict[int, int]) -> None:
    made = lined(*parts)
    assert antecedents(made, range(len(parts))) == found


@pytest.mark.parametrize(("items", "found"), [(39, True), (40, False)])
def test_antecedents_look_forty_segments_up(items: int, found: bool) -> None:
    rows: list[tuple[int, BlockKind, str]] = [(i + 1, "list_item", f"Sell boat {i}.") for i in range(items)]
    made = lined((0, "paragraph", "They shall not:"), *rows)
    assert (items in antecedents(made, [items])) is found
    low: list[tuple[int, BlockKind, str]] = [(i + 1, "list_item", f"sell boat {i};") for i in range(items)]
    assert (items in antecedents(lined((0, "paragraph", "They shall not:"), *low), [items])) is found


@pytest.mark.parametrize(
    ("text", "segment", "hangs"),
    [
        pytest.param("Boats pay a fee. This fee is due at once.", 1, False, id="on one that stands"),
        pytest.param("Boats pay. They must. This fee is due at once.", 2, True, id="on one that leans itself"),
        pytest.param("This fee is due at once.", 0, True, id="on nothing"),
        pytest.param("Boats pay a fee.", 0, False, id="stands itself"),
    ],
)
def test_hanging(text: str, segment: int, hangs: bool) -> None:
    assert hanging(read(text, language="en"), segment) is hangs


def test_antecedents_are_no_single_words() -> None:
    document = read("Every boat in the harbour pays. Unfortunately so. And it is due at once.", language="en")
    assert antecedents(document, [2]) == {2: 0}
