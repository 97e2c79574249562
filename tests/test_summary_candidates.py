"""candidates(): what may become a point."""

from dataclasses import replace

import pytest

from summarize.structure.candidates import candidates
from translate.document import Block, BlockKind, Document, Segment
from translate.reading.reader import read


def paragraphs(*texts: str, language: str) -> Document:
    """A document with a paragraph of one sentence for each text."""
    text, blocks, segments = "", [], []
    for number, sentence in enumerate(texts):
        blocks.append(Block(len(text), len(text) + len(sentence)))
        segments.append(Segment(len(text), len(text) + len(sentence), number, language))
        text += sentence + "\n\n"
    return Document(text, language, tuple(blocks), tuple(segments))


SENTENCE = "The Agency shall keep a register of all boats."

FURNITURE = [
    pytest.param("en", "Having regard to the Treaty, and in particular Article 43 thereof,", id="recital formula"),
    pytest.param("en", "This Regulation shall be binding in its entirety.", id="closing formula"),
    pytest.param("en", "Done at Brussels, 3 May 2021, in two copies.", id="done at"),
    pytest.param("en", "The views expressed here are those of the authors alone.", id="disclaimer"),
    pytest.param("en", "Powers of the Agency and its seat .......... 14", id="table of contents"),
    pytest.param("en", "Powers of the Agency and its seat", id="heading in all but name"),
    pytest.param("en", "The Agency shall do the following:", id="introduction of a list"),
    pytest.param("en", "The Parties to this Convention,", id="beginning of a sentence"),
    pytest.param("en", "Lisardo, 27 January 2026 – Document 5/2026 of the Secretariat", id="en date and reference"),
    pytest.param("pt", "Documento de política 14/2026 | Instituto Lindholm | junho de 2026", id="pt reference"),
    pytest.param("es", "Lisardo, a 27 de enero de 2026 · Documento 5/2026 del Consejo", id="es date and reference"),
    pytest.param(
        "ru", "Лисардо, 27 января 2026 года – Документ 5/2026 секретариата Совета", id="ru date and reference"
    ),
    pytest.param("en", "Chair (Ines Marlow): Good morning.", id="greeting"),
    pytest.param("en", "L 123/4, 12.3.2004, p. 15, 16, 17, C 12/2004", id="more figures than letters"),
    pytest.param("en", "8 According to the lease, a late boat pays twice the fee.", id="footnote"),
    pytest.param("en", "27 IMO, Guide to the harbours of the Isles and their boats.", id="footnote that cites"),
    pytest.param("en", "#### Powers of the Agency and of the Council of the Isles", id="mark of a heading"),
    pytest.param("en", "Isles: The Agency Should Count Every Boat That Enters These Harbours.", id="title of a work"),
    pytest.param("en", "Amendments to the Convention Article 12 1.", id="title before a number"),
    pytest.param("en", "Long live all our boats!", id="cry"),
    pytest.param("en", "Mr. President, Excellencies, ladies and gentlemen of the Isles,", id="salutation"),
    pytest.param(
        "fr",
        "Monsieur le Président de la quatre-vingtième session de l’Assemblée générale des Nations Unies ;",
        id="fr long salutation",
    ),
    pytest.param("fr", "-Monsieur le Secrétaire général des Nations Unies !", id="fr salutation"),
    pytest.param("fr", "Vu le traité sur le fonctionnement de l’Union européenne,", id="fr formula"),
    pytest.param("de", "Gestützt auf den Vertrag über die Arbeitsweise der Union,", id="de formula"),
    pytest.param("zh", "版权所有，未经许可不得转载本刊文章。", id="zh imprint"),
]


@pytest.mark.parametrize(("language", "furniture"), FURNITURE)
def test_candidates_leave_out_furniture(language: str, furniture: str) -> None:
    document = paragraphs(furniture, SENTENCE, language=language)
    assert [document.segment_text(segment) for segment in candidates(document)] == [SENTENCE]


KEPT = [
    pytest.param("en", "27 Member States keep a register of boats.", id="number that counts"),
    pytest.param("en", "Mr. President, we ask you to keep a register of every boat that enters a harbour.", id="asked"),
    pytest.param("en", "In 2025/26 the Agency shall keep 14 registers – one for each sea.", id="figures in a sentence"),
    pytest.param("en", "The work done at sea is counted twice.", id="done at inside"),
    pytest.param("th", "หน่วยงานต้องจัดทำทะเบียนเรือทุกลำ", id="script without full stops"),
    pytest.param("en", "the owner of a boat that is longer than twelve metres and has no mark", id="long line"),
]


@pytest.mark.parametrize(("language", "text"), KEPT)
def test_candidates_keep_what_says_something(language: str, text: str) -> None:
    document = paragraphs(text, SENTENCE, language=language)
    assert [document.segment_text(segment) for segment in candidates(document)] == [text, SENTENCE]


def test_candidates_of_furniture_only_are_that_furniture() -> None:
    assert len(candidates(paragraphs("Powers of the Agency and its seat", language="en"))) == 1


def test_candidates_of_nothing_are_none() -> None:
    assert candidates(Document("", "und", (), ())) == ()


def kinds(*parts: tuple[BlockKind, str]) -> Document:
    """A document with one segment a block."""
    starts = [sum(len(text) + 1 for _, text in parts[:i]) for i in range(len(parts))]
    spans = list(zip(starts, parts, strict=True))
    blocks = tuple(Block(start, start + len(text), kind) for start, (kind, text) in spans)
    segments = tuple(Segment(block.start, block.end, i, "en") for i, block in enumerate(blocks))
    return Document("\n".join(text for _, text in parts), "en", blocks, segments)


def test_candidates_of_an_act_hold_its_title_and_not_the_institution() -> None:
    document = kinds(
        ("heading", "NATIONAL ASSEMBLY OF THE ISLES"),
        ("heading", "ACT ON THE REGISTER OF BOATS AND THEIR OWNERS"),
        ("paragraph", SENTENCE),
    )
    assert candidates(document, titled=True) == (1, 2)


def test_candidates_leave_out_what_stands_between_title_and_text() -> None:
    document = kinds(
        ("heading", "Boats of the Isles"),
        ("paragraph", "Presented to the Committee on Fisheries on 3 March 2026."),
        ("heading", "Summary"),
        ("paragraph", SENTENCE),
    )
    assert candidates(document) == (3,)


def test_candidates_of_a_table_are_its_heading_where_no_cell_says_more() -> None:
    document = kinds(("heading", "Boats by year"), ("table_cell", "Year"), ("table_cell", "n/a"))
    assert candidates(document) == (0,)


def alone(text: str) -> bool:
    """Whether a paragraph of its own may become a point beside a sentence."""
    return len(candidates(paragraphs(text, SENTENCE, language="en"))) == 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Every boat counts.", False, id="three words"),
        pytest.param("Every old boat counts.", True, id="four words"),
        pytest.param("The register of all boats at sea", False, id="seven words without a full stop"),
        pytest.param("The register of all the boats at sea", True, id="eight words without a full stop"),
        pytest.param("The register of all boats, at sea,", False, id="seven words and a comma"),
        pytest.param("The Assembly and the Council of all the Isles at sea,", False, id="eleven words and a comma"),
        pytest.param("The Assembly and the old Council of all the Isles at sea,", False, id="twelve and a comma"),
        pytest.param("The Assembly and the old Council of all the far Isles at sea,", True, id="thirteen and a comma"),
        pytest.param("The Assembly and the Council shall decide;", False, id="seven words and a semicolon"),
        pytest.param("The Assembly and the Council shall then decide;", True, id="eight words and a semicolon"),
        pytest.param("Chair: Every boat counts.", False, id="three words after a label"),
        pytest.param("Chair: Every old boat counts.", True, id="four words after a label"),
        pytest.param("The following holds for every boat at sea:", False, id="a colon"),
        pytest.param("Boat 1 234 567 890 123 and so 45 on.", False, id="more figures than letters"),
        pytest.param("Boat 1 234 567 89 and so for ever on.", True, id="as many letters as figures"),
        pytest.param("| Boats of the island | Owners at sea and on land |", False, id="a table's row"),
        pytest.param("Boats of the island | owners at sea and on land are counted.", True, id="one bar"),
        pytest.param("Register of boats …… of all boats and owners in it.", False, id="leaders of another kind"),
        pytest.param("Register of boats . . . . of all boats and owners in it.", False, id="leaders with spaces"),
        pytest.param("Register of boats ____ 14 and owners 15 in it.", False, id="a line of leaders"),
        pytest.param("Lisardo Monday · Document 5 of the old Secretariat at sea", False, id="a reference"),
        pytest.param("Lisardo Monday · Document of the old Secretariat at sea", True, id="no number in it"),
        pytest.param(
            "Lisardo Monday · Document 5 of the old and the new Secretariat of the Isles at sea",
            False,
            id="a reference of sixteen words",
        ),
        pytest.param(
            "Lisardo Monday · Document 5 of the old and the very new Secretariat of the Isles at sea",
            True,
            id="no reference has seventeen",
        ),
    ],
)
def test_candidates_of_a_line_of_its_own(text: str, kept: bool) -> None:
    assert alone(text) is kept


def test_candidates_leave_out_repetitions() -> None:
    document = paragraphs(SENTENCE, SENTENCE.upper(), SENTENCE.replace(" ", "  "), language="en")
    assert candidates(document) == (0,)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        pytest.param(
            [("table_cell", "Boats of the Isles by year"), ("heading", "Boats of the Isles and owners")],
            (0,),
            id="cells",
        ),
        pytest.param(
            [("header", "Boats of the Isles by year"), ("heading", "Boats of the Isles and owners")],
            (1,),
            id="headings",
        ),
        pytest.param(
            [("footer", "Boats of the Isles by year"), ("footnote", "Boats of the Isles and owners")],
            (1,),
            id="footnotes",
        ),
        pytest.param([("footer", "Boats of the Isles by year"), ("heading", "Boats")], (0,), id="a long footer"),
        pytest.param([("table_cell", "Boats"), ("footer", "Page"), ("header", "Isles")], (1, 2), id="short ones"),
        pytest.param([("table_cell", "Boats"), ("paragraph", "Page")], (1,), id="a short paragraph"),
        pytest.param([("table_cell", "Boats"), ("table_cell", "12")], (0,), id="short cells"),
        pytest.param([("table_cell", "12"), ("footer", "4")], (0, 1), id="figures only"),
    ],
)
def test_candidates_without_sentences(parts: list[tuple[BlockKind, str]], found: tuple[int, ...]) -> None:
    assert candidates(kinds(*parts)) == found


_ACT: tuple[BlockKind, str] = ("heading", "ACT ON THE REGISTER OF BOATS")


@pytest.mark.parametrize(
    ("before", "found"),
    [pytest.param(14, True, id="fifteenth segment"), pytest.param(15, False, id="sixteenth segment")],
)
def test_candidates_look_for_a_title_near_the_top(before: int, found: bool) -> None:
    sentences: list[tuple[BlockKind, str]] = [("paragraph", f"{SENTENCE[:-1]} of owner {i}.") for i in range(before)]
    assert (before in candidates(kinds(*sentences, _ACT), titled=True)) is found


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("Presented to the Committee on Fisheries on 3 March 2026.", False, id="a year"),
        pytest.param("Presented to the Committee on Fisheries on 3 March.", True, id="no year"),
        pytest.param("Presented to the Committee on Fisheries as No 1426.", True, id="another number"),
        pytest.param(
            "Presented to the Committee on the Fisheries of the Isles at sea on 3 March 2026.", False, id="16 words"
        ),
        pytest.param(
            "Presented to the old Committee on the Fisheries of the Isles at sea on 3 March 2026.",
            True,
            id="17 words",
        ),
    ],
)
def test_candidates_tell_an_imprint_from_text(line: str, kept: bool) -> None:
    document = kinds(_ACT, ("paragraph", line), ("heading", "Summary"), ("paragraph", SENTENCE))
    assert (1 in candidates(document)) is kept


@pytest.mark.parametrize(("between", "kept"), [(6, False), (7, False), (8, True)], ids=["seventh", "eighth", "ninth"])
def test_candidates_look_for_the_end_of_an_imprint_within_eight_segments(between: int, kept: bool) -> None:
    lines: list[tuple[BlockKind, str]] = [("paragraph", f"It was read aloud {i} times at sea.") for i in range(between)]
    document = kinds(_ACT, *lines[1:], ("paragraph", "It was sent to us in 2026."), ("heading", "Text"), *lines[:1])
    assert (between in candidates(document)) is kept


def in_languages(*parts: tuple[str, str]) -> Document:
    """Paragraphs with the language of each; the document is in English."""
    made = kinds(*(("paragraph", text) for _, text in parts))
    segments = tuple(
        replace(segment, language=language) for segment, (language, _) in zip(made.segments, parts, strict=True)
    )
    return replace(made, segments=segments)


def test_candidates_of_an_act_in_two_languages_are_in_its_own() -> None:
    english = [("en", f"The owner of boat {name} pays the fee.") for name in ("A", "B")]
    french = [("fr", f"Le propriétaire du bateau {name} paie la redevance.") for name in ("A", "B")]
    assert candidates(in_languages(*english, *french)) == (0, 1)


def test_candidates_keep_what_is_quoted_in_another_language() -> None:
    english = [("en", f"The owner of boat {name} pays the fee.") for name in ("A", "B", "C", "D", "E")]
    assert candidates(in_languages(*english, ("fr", "Le propriétaire paie la redevance."))) == (0, 1, 2, 3, 4, 5)


def test_candidates_are_no_halves_of_a_sentence() -> None:
    halves = (
        "The owner of every boat in the harbour pays the fee and the",
        "cost of the lamp that it carries at night.",
    )
    document = kinds(("paragraph", halves[0]), ("paragraph", "14"), ("paragraph", halves[1]), ("paragraph", SENTENCE))
    assert candidates(document) == (3,)


def test_candidates_are_no_label_of_a_list_item() -> None:
    text = f"Rules:\n\n- A limit on the fee. The fee may not exceed 500 euro a year.\n\n{SENTENCE}"
    document = read(text.encode(), name="a.md", language="en")
    assert "A limit on the fee." not in [document.segment_text(segment) for segment in candidates(document)]
