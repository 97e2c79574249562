"""A summary's shape: gist, headings, sections."""

import pytest

from summarize.shape.digest import digest
from summarize.shape.groups import groups, kind_of_point
from summarize.shape.shaping import shaped
from summarize.summarization import summarize
from summarize.summary import Citation, GroupKind, Point, Summary
from translate.document import Document
from translate.reading.reader import read

KINDS = [
    pytest.param("en", "This paper examines three ways to close the gap.", "about", id="aim"),
    pytest.param("en", "We recommend the second option.", "decides", id="advice"),
    pytest.param("en", "The scheme would need €2.4 billion over five years.", "costs", id="money"),
    pytest.param("en", "It enters into force on 1 May 2027.", "next", id="entry into force"),
    pytest.param("en", "Whether the ports agree is unclear.", "open", id="unknown"),
    pytest.param("en", "The sea is calm.", "about", id="no sign"),
    pytest.param("pt", "A missão recomenda ao Conselho um protocolo.", "decides", id="pt"),
    pytest.param("fr", "Le coût est de 3 millions d’euros.", "costs", id="fr"),
    pytest.param("es", "Esta ley tiene por objeto proteger el agua.", "about", id="es"),
]


@pytest.mark.parametrize(("language", "text", "kind"), KINDS)
def test_kind_of_point(language: str, text: str, kind: GroupKind) -> None:
    assert kind_of_point(text, language, act=False) == kind


def test_kind_of_point_is_a_duty_in_an_act() -> None:
    assert kind_of_point("The operator shall keep records.", "en", act=True) == "duties"


def _summary(document: Document) -> Summary:
    """Every sentence as a point."""
    return Summary(document, tuple(Point(text, (Citation(i),)) for i, text in enumerate(document.texts)), "")


def test_groups_hold_every_point_once_in_the_order_of_kinds() -> None:
    document = read(
        "It enters into force on 1 May 2027.\n\nThe levy is 3 million euros.\n\nThe sea is calm.", language="en"
    )
    found = groups(_summary(document))
    assert [(group.kind, group.points) for group in found] == [("about", (2,)), ("costs", (1,)), ("next", (0,))]


def test_groups_of_one_kind_are_none() -> None:
    assert groups(_summary(read("The sea is calm.\n\nThe sky is blue.", language="en"))) == ()


def test_groups_in_a_language_without_words_are_none() -> None:
    assert groups(_summary(read("A tenger nyugodt.\n\nAz ár 3 millió euró.", language="hu"))) == ()


TEXT = "\n\n".join(
    f"# Part {part}\n\n" + " ".join(f"The harbour of town {part}{i} needs a new pier." for i in range(9))
    for part in range(20)
)


def test_digest_has_a_sentence_of_each_section_of_a_long_text() -> None:
    document = read(TEXT.encode(), name="a.md", language="en")
    worth = {i: 0.0 for i, text in enumerate(document.texts) if text.startswith("The harbour")}
    found = digest(document, worth)
    assert [document.segment_text(part.headings[0]) for part in found] == [f"Part {part}" for part in range(20)]
    assert {len(part.points) for part in found} == {1}


def test_digest_of_a_short_text_is_none() -> None:
    assert digest(read("The sea is calm.", language="en"), {0: 1.0}) == ()


def test_digest_of_a_text_without_sections_has_eight_parts() -> None:
    document = read(" ".join(f"Town {i} needs a new pier for its boats." for i in range(160)), language="en")
    found = digest(document, dict.fromkeys(range(160), 0.0))
    assert [part.headings for part in found] == [()] * 8


def test_gist_of_an_act_is_what_it_is_about() -> None:
    aim, fine = "A presente lei estabelece as regras da pesca no mar.", "A coima é de 900 euros por barco."
    text = f"Artigo 1.º\n\n{aim}\n\nArtigo 2.º\n\n{fine}"
    summary = summarize(read(text, language="pt"), method="lead", genre="law")
    assert summary.gist is not None
    assert summary.gist.text == aim


def test_gist_is_a_cited_sentence() -> None:
    document = read("The sea is calm today. We recommend a new pier for the old harbour town.", language="en")
    gist = summarize(document, method="lead").gist
    assert gist is not None
    assert [document.segment_text(citation.segment) for citation in gist.citations] == [gist.text]


def test_shaped_leaves_a_summary_without_points_alone() -> None:
    empty = Summary(Document("", "en", (), ()), (), "")
    assert shaped(empty) == empty


ACT = "# Regulation on harbours and the boats that lie in them over winter\n\n" + "\n\n".join(
    f"Article {i}\n\nThe harbour office of town {i} shall keep a register of boats that enter its harbour in winter "
    f"and publish it before the month of May in the year that follows, with {i} copies for the ministry."
    for i in range(1, 61)
)


@pytest.mark.parametrize("words", [250, 900])
def test_a_long_summary_of_an_act_does_not_begin_with_its_title(words: int) -> None:
    document = read(ACT.encode(), name="act.md", language="en")
    first = summarize(document, words=words, genre="law").points[0].citations[0].segment
    assert document.blocks[document.segments[first].block].kind == "paragraph"


def _report(advice: str, title: str) -> str:
    parts = (f"# {title}\n\nThe harbour of the old town has no pier.", f"# Findings\n\n{advice}")
    return "\n\n".join((*parts, "# Costs\n\nA pier costs much.", "# Next\n\nTalks about it follow soon."))


@pytest.mark.parametrize(
    ("advice", "title", "gist"),
    [
        pytest.param(
            "We recommend a new pier for the old town.",
            "Harbours of the Isles: what the old town needs",
            "We recommend a new pier for the old town.",
            id="advice",
        ),
        pytest.param(
            "A pier was built in the old town.",
            "Harbours of the Isles",
            "A pier was built in the old town.",
            id="a finding",
        ),
    ],
)
def test_gist_of_a_report(advice: str, title: str, gist: str) -> None:
    document = read(_report(advice, title).encode(), name="report.md", language="en")
    found = summarize(document, method="lead", genre="report").gist
    assert found is not None
    assert found.text == gist
