"""Sections and those that a summary says nothing about."""

from summarize.structure.sections import sections, unmentioned
from translate.document import Block, BlockKind, Document, Segment


def outline(*kinds: tuple[BlockKind, int]) -> Document:
    """A document with a segment of ten letters for each block of that kind and level."""
    blocks = tuple(Block(11 * i, 11 * i + 10, kind, level=level) for i, (kind, level) in enumerate(kinds))
    segments = tuple(Segment(block.start, block.end, i) for i, block in enumerate(blocks))
    return Document("\n".join(["abcdefghij"] * len(kinds)), "en", blocks, segments)


REPORT = outline(
    ("heading", 1),  # 0 the title
    ("paragraph", 0),
    ("heading", 2),  # 2
    ("paragraph", 0),
    ("heading", 3),  # 4
    ("paragraph", 0),
    ("heading", 2),  # 6 and 7: "PART II", "Costs"
    ("heading", 3),
    ("paragraph", 0),
)


def test_sections_are_those_of_the_highest_level_that_repeats() -> None:
    assert [section.headings for section in sections(REPORT)] == [(2,), (6, 7)]


def test_sections_reach_to_the_next_of_their_level() -> None:
    assert [list(section.segments) for section in sections(REPORT)] == [[3, 4, 5], [8]]


def test_sections_of_a_single_heading_are_none() -> None:
    assert sections(outline(("heading", 1), ("paragraph", 0))) == ()


def test_unmentioned_names_a_section_without_a_point() -> None:
    assert unmentioned(REPORT, cited=[1, 5], worth=[1, 3, 5, 8]) == ((6, 7),)


def test_unmentioned_is_silent_about_a_section_that_has_nothing_to_say() -> None:
    assert unmentioned(REPORT, cited=[1, 5], worth=[1, 3, 5]) == ()
