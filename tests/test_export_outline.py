"""Parts of a text: at its headings, whole, and none too long to look at."""

from summarize.export.outline import Part, outline
from summarize.export.rows import Row
from translate.issue import Issue


def _row(segment: int, heading: int = 0, text: str = "", page: int | None = None, **more: object) -> Row:
    """A sentence, or a heading of a level."""
    kind = "heading" if heading else "paragraph"
    return Row(segment, kind, heading, "", page, True, "", "", text or f"Sentence {segment}.", "en", **more)  # type: ignore[arg-type]


def _text(*sections: tuple[int, int]) -> list[Row]:
    """Sections, each a heading of a level with sentences after it."""
    found: list[Row] = []
    for level, sentences in sections:
        found.append(_row(len(found), level, f"Section at {len(found)}"))
        found += [_row(len(found) + i) for i in range(sentences)]
    return found


def _sizes(parts: tuple[Part, ...]) -> list[int]:
    return [len(part.rows) for part in parts]


def test_a_short_text_is_one_part_without_a_title() -> None:
    parts = outline(_text((1, 10), (1, 10)))
    assert [(part.title, len(part.rows)) for part in parts] == [("", 22)]


def test_no_rows_are_no_parts() -> None:
    assert outline([]) == ()


def test_every_row_stands_in_one_part() -> None:
    rows = _text((1, 30), (2, 300), (1, 150))
    assert [row for part in outline(rows) for row in part.rows] == rows


def test_a_text_is_parted_at_its_headings() -> None:
    parts = outline(_text((1, 30), (1, 20)))
    assert [(part.title, len(part.rows)) for part in parts] == [("Section at 0", 31), ("Section at 31", 21)]


def test_deeper_headings_part_what_would_be_too_long() -> None:
    assert _sizes(outline(_text((1, 10), (2, 80), (2, 80)))) == [11, 81, 81]


def test_deeper_headings_do_not_part_what_is_short_enough() -> None:
    assert _sizes(outline(_text((1, 10), (2, 30), (1, 30)))) == [42, 31]


def test_a_title_alone_is_no_reason_to_stop_at_its_level() -> None:
    assert _sizes(outline(_text((1, 5), (2, 30), (2, 30)))) == [6, 31, 31]


def test_a_long_text_without_headings_comes_in_pieces() -> None:
    parts = outline([_row(i) for i in range(450)])
    assert [(part.title, part.segments[0], part.segments[-1]) for part in parts] == [
        ("", 0, 199),
        ("", 200, 399),
        ("", 400, 449),
    ]


def test_headings_that_follow_each_other_are_one_of_two() -> None:
    rows = [_row(0, 1, "Act"), _row(1, 2, "Chapter I"), _row(2, 3, "Aim"), *(_row(i) for i in range(3, 50))]
    assert [part.title for part in outline(rows)] == ["Act · Chapter I"]


def test_a_title_is_said_in_the_target_language() -> None:
    rows = [_row(0, 1, "Aim", target="Objeto", target_language="pt"), *(_row(i) for i in range(1, 50))]
    assert [(part.title, part.language) for part in outline(rows)] == [("Objeto", "pt")]


def test_a_part_counts_its_points_once_and_its_sentences_to_check() -> None:
    warned = Issue("numbers", 1, None, "250 became 520.", "warning")
    noticed = Issue("names", 2, None, "A name.", "notice")
    rows = [_row(0, points=(0, 2)), _row(1, points=(2,), issues=(warned, noticed)), _row(2, issues=(noticed,))]
    (part,) = outline(rows)
    assert (part.points, part.to_check) == (2, 1)


def test_a_part_names_the_page_that_it_begins_on() -> None:
    rows = [_row(i, page=1 + i // 30 if i % 30 == 0 else None) for i in range(60)]
    rows[45] = _row(45, 1, "Costs")
    assert [part.page for part in outline(rows)] == [1, 2]
