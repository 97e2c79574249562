"""candidates(): what may become a point."""

import pytest

from summarize.structure.candidates import candidates
from translate.document import Block, BlockKind, Document, Segment


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
    pytest.param("fr", "Vu le traité sur le fonctionnement de l’Union européenne,", id="fr formula"),
    pytest.param("de", "Gestützt auf den Vertrag über die Arbeitsweise der Union,", id="de formula"),
    pytest.param("zh", "版权所有，未经许可不得转载本刊文章。", id="zh imprint"),
]


@pytest.mark.parametrize(("language", "furniture"), FURNITURE)
def test_candidates_leave_out_furniture(language: str, furniture: str) -> None:
    document = paragraphs(furniture, SENTENCE, language=language)
    assert [document.segment_text(segment) for segment in candidates(document)] == [SENTENCE]


KEPT = [
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
