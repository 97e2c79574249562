"""Article labels and list markers: where they end, what a lawyer cites, what is none."""

import pytest

from translate.segmentation.labels import label, label_end, label_extent, starts_with_marker


@pytest.mark.parametrize(
    ("text", "language", "outside"),
    [
        ("Article 5. Members shall act.", "en", "Article 5."),
        ("Art. 5 n.º 1 — O conselho decide.", "pt", "Art. 5 n.º 1 —"),
        ("§ 3 Die Behörde entscheidet.", "de", "§ 3"),
        ("(a) fishing vessels;", "en", "(a)"),
        ("1. Members shall act.", "en", "1."),
        ("1.2. Members shall act.", "en", "1.2."),
        ("• fishing vessels", "en", "•"),
        ("— fishing vessels", "en", "—"),
        ("iv) fishing vessels", "en", "iv)"),
        ("3.º — O conselho decide.", "pt", "3.º —"),
        ("II.- El consejo decide.", "es", "II.-"),
        ("PRIMERO.- El consejo decide.", "es", "PRIMERO.-"),
        ("[12] The rule is old.", "en", "[12]"),
        ("a. Members shall act.", "en", "a."),
        ("iii.\tfishing vessels", "en", "iii."),
        ("14\n\nThe rule is old.", "en", "14"),
        ("14\tThe rule is old.", "en", "14"),
        ("Article 3. 1. Members shall act.", "en", "Article 3. 1."),
        ("  (b) Members shall act.", "en", "  (b)"),
        ("第五条 各国应当合作。", "zh", "第五条"),
        ("المادة 5: تتعاون الدول.", "ar", "المادة 5:"),
        ("Статья 5. Государства сотрудничают.", "ru", "Статья 5."),
    ],
)
def test_label_end_stands_after_the_label(text: str, language: str, outside: str) -> None:
    assert text[: label_end(text, language)] == outside


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Article 5 of the Treaty applies.", "en"),
        ("Article 5(2) TFEU leaves no doubt.", "en"),
        ("§ 5 Abs. 2 BGB gilt.", "de"),
        ("Parte e controparte sono d'accordo.", "it"),
        ("27 States have signed.", "en"),
        ("3 May 2026 is the last day.", "en"),
        ("A. B. Lind wrote the report.", "en"),
        ("D. Pablo Lema declaró.", "es"),
        ("-5 degrees were measured.", "en"),
        ("I agree.", "en"),
        ("e. g. fishing vessels", "en"),
        ("c. 1990 it was closed.", "en"),
        ("第五条规定了合作义务。", "zh"),
        ("Members shall act.", "en"),
        ("", "en"),
    ],
)
def test_label_end_is_zero_without_a_label(text: str, language: str) -> None:
    assert label_end(text, language) == 0


@pytest.mark.parametrize("text", ["Article 12", "(a)", "§ 3", "IV.", "14", "•"])
def test_label_end_leaves_a_label_alone_to_be_translated(text: str) -> None:
    assert label_end(text, "en") == 0


def test_label_end_leaves_a_titles_label_to_be_translated() -> None:
    assert label_end("Section 2 Scope and definitions", "en") == 0


def test_label_end_leaves_the_markers_of_a_list_kept_whole() -> None:
    assert label_end("(a) fish;\n(b) meat.", "en") == 0


def test_label_extent_holds_a_titles_label() -> None:
    assert label_extent("Section 2 Scope and definitions", "en") == len("Section 2")


@pytest.mark.parametrize(
    ("text", "language", "cited"),
    [
        ("Article 5. Members shall act.", "en", "Article 5"),
        ("Article 5", "en", "Article 5"),
        ("Section 2 Scope and definitions", "en", "Section 2"),
        ("Art. 5 n.º 1 — O conselho decide.", "pt", "Art. 5 n.º 1"),
        ("Article\u00a05(2). Members shall act.", "en", "Article 5(2)"),
        ("§ 3 Die Behörde entscheidet.", "de", "§ 3"),
        ("(a) fishing vessels;", "en", "(a)"),
        ("1. Members shall act.", "en", "1"),
        ("II.- El consejo decide.", "es", "II"),
        ("• fishing vessels", "en", ""),
        ("(a) fish;\n(b) meat.", "en", ""),
        ("Article 5 of the Treaty applies.", "en", ""),
        ("Members shall act.", "en", ""),
    ],
)
def test_label_is_the_number_a_lawyer_cites(text: str, language: str, cited: str) -> None:
    assert label(text, language) == cited


@pytest.mark.parametrize("line", ["(a)", "1. Members", "— fish", "  iv) fish", "II - fish"])
def test_starts_with_marker(line: str) -> None:
    assert starts_with_marker(line)


@pytest.mark.parametrize("line", ["Article 5", "1,5 million", "-5 degrees", "fish"])
def test_starts_with_marker_denies(line: str) -> None:
    assert not starts_with_marker(line)


@pytest.mark.parametrize(
    ("label", "letter", "longest"),
    [pytest.param("Section 2.", "S", 160, id="English"), pytest.param("第五条", "会", 40, id="Chinese")],
)
def test_label_end_takes_what_is_long_for_no_title(label: str, letter: str, longest: int) -> None:
    ends = [label_end(f"{label} {letter * length}") for length in (longest, longest + 1)]
    assert ends == [0, len(label)]


@pytest.mark.parametrize(
    ("text", "language", "outside", "whole"),
    [
        pytest.param("Article 5 The ship left.", "en", 9, 9, id="a word that opens sentences"),
        pytest.param("Article 5 the ship left.", "en", 0, 0, id="a small letter"),
        pytest.param("Article 5: “The ship left.", "en", 10, 10, id="a quotation behind a colon"),
        pytest.param("Article 5: “the ship left.", "en", 0, 0, id="a small letter behind a colon"),
        pytest.param("22 The measures apply.", "en", 2, 2, id="a paragraph's number"),
        pytest.param("22 measures apply.", "en", 0, 0, id="a number of something"),
        pytest.param("Mr. Harlow left.", "en", 0, 0, id="a title"),
        pytest.param("第五条 会", "zh", 0, 3, id="a Chinese title"),
        pytest.param("第五条：会议开始。", "zh", 3, 3, id="a Chinese clause"),
        pytest.param("(1) 2. Members act.", "en", 6, 6, id="a label in another"),
        pytest.param("Article 5. (a)", "en", 0, 0, id="one in another, and nothing else"),
        pytest.param("(a) fish", "en", 3, 3, id="a single word behind"),
    ],
)
def test_labels_end_where_they_end(text: str, language: str, outside: int, whole: int) -> None:
    assert (label_end(text, language), label_extent(text, language)) == (outside, whole)
