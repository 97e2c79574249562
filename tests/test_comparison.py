"""compare(): what a reader sees of two versions, and how it is written down."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as new_document

from page.__main__ import entente
from summarize.briefing import brief
from summarize.comparison import Comparison, compare
from summarize.comparison import corrected as corrected_comparison
from summarize.export import export
from summarize.export.comparison import COMPARISON_FORMATS, export_comparison, export_comparison_file
from summarize.export.comparison.rows import change_rows
from summarize.export.wording import wording
from tests.fakes import FakeEngine, cipher
from translate import Document, InputError, read, translate
from translate.engines.context import Neighbours
from translate.engines.protocol import Engine
from translate.errors import FormatError
from translate.pipeline.correction import corrected

OLD = """The Agency shall publish its report within 30 days of the end of each year.

The seat of the Agency is in the town of Vila Nova.

Each boat pays a fee of 500 euro a year."""
EMPTY = Document("", "en", (), ())
NEW = OLD.replace("30 days", "45 days").replace("500 euro", "650 euro")


def compared(old: str = OLD, new: str = NEW, engine: FakeEngine | None = None, **keywords: object) -> Comparison:
    known = {"fake": engine or FakeEngine()}
    return compare(read(old, language="en"), read(new, language="en"), "pt", engine="fake", engines=known, **keywords)


def test_unchanged_sentences_keep_their_translation() -> None:
    first = translate(read(OLD, language="en"), "pt", engine="fake", engines={"fake": FakeEngine()})
    approved = corrected(first, 1, "A sede da Agência é em Vila Nova.")
    found = compare(approved, read(NEW, language="en"), "pt", engine="fake", engines={"fake": FakeEngine()})
    assert found.new_translation is not None
    assert found.new_translation.target.segment_text(1) == "A sede da Agência é em Vila Nova."
    assert found.new_translation.hypotheses[1].origin == "edited"


def test_only_changed_sentences_are_translated_anew() -> None:
    engine = FakeEngine()
    found = compared(engine=engine)
    assert engine.calls[0] == found.old.texts
    asked = {text for call in engine.calls[1:] for text in call}  # some of them again, with what the checks say
    assert asked - set(found.old.texts) == {found.new.segment_text(0), found.new.segment_text(2)}


def test_a_comparison_without_a_target_translates_nothing() -> None:
    found = compare(read(OLD, language="en"), read(NEW, language="en"), engines={})
    assert (found.old_translation, found.new_translation, found.redlines) == (None, None, ())


class ReadingEngine(FakeEngine):
    """A FakeEngine that keeps what it was shown beside each sentence."""

    shown: dict[str, Neighbours]

    def within(self, neighbours: dict[str, Neighbours]) -> Engine:
        self.shown = neighbours
        return self


def test_an_engine_that_can_is_shown_what_a_changed_sentence_was() -> None:
    engine = ReadingEngine()
    found = compared(engine=engine)
    assert engine.shown[found.new.segment_text(0)].former == (found.old.texts[0], cipher(found.old.texts[0]))
    assert engine.shown[found.new.segment_text(1)].former is None


def test_the_earlier_version_is_in_the_signature() -> None:
    found = compared()
    assert found.new_translation is not None
    assert "earlier version" in found.new_translation.signature


def test_redlines_mark_the_translations() -> None:
    found = compared()
    assert found.old_translation is not None
    line, text = found.redlines[0], found.old_translation.target.segment_text(0)
    assert [text[mark.start : mark.end] for mark in line.removed] == ["30"]


def test_a_translation_into_another_language_is_refused() -> None:
    first = translate(read(OLD, language="en"), "pt", engine="fake", engines={"fake": FakeEngine()})
    with pytest.raises(InputError, match="is into pt, and fr is asked for"):
        compare(first, read(NEW, language="en"), "fr", engines={})


def test_facts_say_what_they_were_and_are() -> None:
    found = compared()
    sides = [
        (one.kind, one.old and one.old.text, one.new and one.new.text) for one in found.facts if one.table != "duties"
    ]
    assert sides == [("changed", "within 30 days", "within 45 days"), ("changed", "500 euro", "650 euro")]


def test_a_duty_that_becomes_a_ban_is_a_change() -> None:
    found = compared(OLD, OLD.replace("shall publish", "shall not publish"))
    duties = [(one.old and one.old.mode, one.new and one.new.mode) for one in found.facts if one.table == "duties"]
    assert duties == [("must", "must_not")]


def test_words_around_an_amount_do_not_change_it() -> None:
    found = compared(OLD, OLD.replace("Each boat pays", "Every single boat pays"))
    assert [one for one in found.facts if one.table == "numbers"] == []


def test_what_only_moved_changes_no_fact() -> None:
    parts = OLD.split("\n\n")
    assert compared(OLD, "\n\n".join([parts[2], parts[1], parts[0]])).facts == ()


def test_points_are_sentences_and_cite_their_change() -> None:
    found = compared()
    assert [found.changes[point.change].new for point in found.points] == [(0,), (2,)]
    assert found.points[0].text == found.new.segment_text(0)


def test_capitals_and_commas_are_no_point() -> None:
    assert compared(OLD, OLD.replace("the town of", "the Town, of")).points == ()


def test_short_lines_come_behind_amounts() -> None:
    found = compared("Annex\n\n" + OLD, "Appendix\n\n" + NEW)
    assert [point.group for point in found.points] == ["values", "values", "words", "words"]


def test_the_document_s_date_is_a_change_of_form_and_no_deadline() -> None:
    found = compared(f"Lisbon, 8 March 2023\n\n{OLD}", f"Lisbon, 3 April 2024\n\n{OLD}")
    assert (found.points, found.facts) == ((), ())
    assert found.counts == {"unchanged": 3, "changed": 1}
    assert found.forms == (0,)


def test_html_names_the_document_s_own_date_in_its_head() -> None:
    found = compare(f"Lisbon, 8 March 2023\n\n{OLD}", f"Lisbon, 3 April 2024\n\n{OLD}")
    assert "date: Lisbon, 8 March 2023 → Lisbon, 3 April 2024" in export_comparison(found, "html")


def test_all_changes_are_points_or_of_form() -> None:
    found = compared(f"The Fund.\n\n{OLD}", f"The fund.\n\n{NEW}\n\nBoats of the navy pay nothing at all.")
    counted = sum(1 + len(point.also) for point in found.points) + len(found.forms)
    assert counted == sum(count for kind, count in found.counts.items() if kind != "unchanged") == 4


def test_the_same_change_in_two_places_is_one_point() -> None:
    old = "The Agency keeps the register of boats.\n\nFees are paid to the Agency by the owners."
    found = compared(old, old.replace("Agency", "Office"))
    assert [(point.change, point.also) for point in found.points] == [(0, (1,))]


def test_a_rule_of_dashes_does_not_count() -> None:
    found = compared(OLD, f"{OLD}\n\n{'-' * 30}x".replace("x", ""))
    assert found.counts == {"unchanged": 3}
    assert (found.points, found.forms) == ((), ())


def test_a_corrected_sentence_that_did_not_change_is_the_same_in_both_versions() -> None:
    found = corrected_comparison(compared(), 1, "A sede fica em Vila Nova.")
    assert found.old_translation is not None
    assert found.old_translation.target.segment_text(1) == "A sede fica em Vila Nova."


def test_a_comparison_without_translation_cannot_be_corrected() -> None:
    found = compare(read(OLD, language="en"), read(NEW, language="en"))
    with pytest.raises(ValueError, match="nothing to correct"):
        corrected_comparison(found, 0, "Sim.")


def test_word_marks_what_went_and_came_once() -> None:
    word = new_document(BytesIO(export_comparison_file(compared(), "list.docx")))
    runs = [run for paragraph in word.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.font.strike] == ["30", "30", "500", "500"]
    assert [run.text for run in runs if run.font.underline] == ["45", "45", "650", "650"]


def test_word_says_before_and_now_of_an_amount() -> None:
    word = new_document(BytesIO(export_comparison_file(compare(OLD, NEW), "list.docx")))
    assert [cell.text for cell in word.tables[0].rows[1].cells[:2]] == ["within 30 days", "within 45 days"]


def test_equal_comparisons_give_equal_word_files() -> None:
    assert export_comparison_file(compared(), "list.docx") == export_comparison_file(compared(), "list.docx")


def test_an_unknown_file_format_is_told() -> None:
    with pytest.raises(FormatError, match=r"known are html, md, json, docx, list\.docx, pdf"):
        export_comparison_file(compared(), "rtf")


def test_what_is_to_be_checked_has_its_sentence() -> None:
    new = OLD.replace("30 days", "12 days")
    engine = FakeEngine(lambda text: cipher(text).replace("12", "21"))
    found = compared(OLD, new, engine=engine)
    assert "of the end of each year" in export_comparison(found, "html").split('class="check"')[1].split("<section")[0]


PORTUGUESE = """A Agência publica o seu relatório no prazo de 60 dias a contar do fim de cada ano.

A sede da Agência fica na vila de Vila Nova.

Cada barco paga uma taxa de 500 euros por ano."""
READINGS = {
    "The Agency shall publish its report within 30 days of the end of each year.": "A Agência deve publicar o seu "
    "relatório no prazo de 30 dias a contar do fim de cada ano.",
    "The seat of the Agency is in the town of Vila Nova.": "A sede da Agência fica na cidade de Vila Nova.",
    "Each boat pays a fee of 500 euro a year.": "Cada barco paga uma taxa de 500 euros por ano.",
}


def versions(portuguese: str = PORTUGUESE) -> Comparison:
    engine = FakeEngine(say=lambda text: READINGS[text])
    return compare(read(OLD, language="en"), read(portuguese, language="pt"), engines={"fake": engine}, engine="fake")


def test_two_language_versions_are_told_by_their_languages() -> None:
    assert (versions().is_across, versions().counts) == (True, {"counterpart": 3})


def test_a_version_with_another_number_is_an_issue() -> None:
    assert [(issue.kind, issue.segment) for issue in versions().issues if issue.kind == "numbers"] == [("numbers", 0)]


def test_a_sentence_that_a_version_lacks_is_an_issue() -> None:
    parts = PORTUGUESE.replace("60", "30").split("\n\n")
    found = versions("\n\n".join([parts[0], parts[2]]))
    assert [(issue.kind, issue.segment, issue.severity) for issue in found.issues] == [("missing", 1, "error")]


def test_without_a_route_two_language_versions_are_still_compared() -> None:
    found = compare(
        read(OLD, language="en"), read(PORTUGUESE, language="pt"), engines={"fake": FakeEngine(pairs=[])}, engine="fake"
    )
    assert found.old_translation is None
    assert "no-route" in {issue.kind for issue in found.issues}


HOSTILE = OLD.replace("Vila Nova", "<b>| *Vila* ~~Nova~~")


def test_html_escapes_the_text() -> None:
    assert "<b>" not in export_comparison(compared(OLD, HOSTILE), "html")


def test_html_marks_what_is_removed_and_added() -> None:
    page = export_comparison(compared(), "html")
    assert "within <del>30</del> days" in page
    assert "within <ins>45</ins> days" in page


def test_html_points_lead_to_rows() -> None:
    page = export_comparison(compared(), "html")
    assert '<a class="cite" href="#c1" title=' in page
    assert 'id="c1"' in page


def test_html_says_what_the_versions_say_where_their_translations_are_alike() -> None:
    found = compared()
    assert found.old_translation is not None
    alike = found.old_translation.target.segment_text(0)
    points = export_comparison(corrected_comparison(found, 0, alike), "html")
    said = points[points.index('class="alike"') :]
    assert said.index("within <ins>45</ins> days") < said.index("within <del>30</del> days")


def test_markdown_strikes_out_and_embolds() -> None:
    text = export_comparison(compared(), "md")
    assert "within ~~30~~ days" in text
    assert "within **45** days" in text


def test_markdown_escapes_the_text() -> None:
    text = export_comparison(compared(OLD, HOSTILE), "md")
    assert "<b>" not in text
    assert "\\<" in text


def test_json_has_every_sentence_and_change() -> None:
    fields = json.loads(export_comparison(compared(), "json"))
    assert [change["kind"] for change in fields["changes"]] == ["changed", "unchanged", "changed"]
    assert fields["changes"][0]["removed"] == [{"segment": 0, "start": 43, "end": 45}]
    assert [segment["text"] for segment in fields["new"]["segments"]] == NEW.split("\n\n")


def test_a_comparison_speaks_portuguese_to_who_reads_it() -> None:
    assert "O que mudou" in export_comparison(compared(), "html")


@pytest.mark.parametrize("name", COMPARISON_FORMATS)
def test_every_format_takes_two_language_versions(name: str) -> None:
    assert "60 dias" in export_comparison(versions(), name)


@pytest.mark.parametrize("name", COMPARISON_FORMATS)
def test_every_format_takes_empty_versions(name: str) -> None:
    assert export_comparison(compare(EMPTY, EMPTY, engines={}), name)


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(FormatError, match="no format 'docx'; known are html, md, json"):
        export_comparison(compared(), "docx")


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, "utf-8")
    return str(tmp_path / "old.txt"), str(tmp_path / "new.txt")


def test_the_command_writes_what_its_output_is_called(drafts: tuple[str, str], tmp_path: Path) -> None:
    output = tmp_path / "changes.html"
    assert entente(["compare", *drafts, "--to", "pt", "--engine", "pseudo", "--output", str(output)]) == 0
    assert "<ins>45</ins>" in output.read_text("utf-8")


def test_the_command_needs_no_target(drafts: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert entente(["compare", *drafts]) == 0
    assert "~~30~~" in capsys.readouterr().out


def test_the_command_keeps_an_earlier_briefing(drafts: tuple[str, str], tmp_path: Path) -> None:
    briefing = brief(OLD, "pt", language="en", engine="fake", engines={"fake": FakeEngine()})
    earlier, output = tmp_path / "old.json", tmp_path / "changes.json"
    earlier.write_text(export(briefing, "json"), "utf-8")
    arguments = [str(earlier), drafts[1], "--to", "pt", "--engine", "pseudo", "--output", str(output)]
    assert entente(["compare", *arguments]) == 0
    origins = [segment["origin"] for segment in json.loads(output.read_text("utf-8"))["new"]["segments"]]
    assert origins == ["pseudo", "fake", "pseudo"]


def test_the_command_refuses_an_ending_before_any_work(
    drafts: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert entente(["compare", *drafts, "--output", "changes.rtf"]) == 1
    assert "not written as .rtf; known are html, md, json, docx, list.docx, pdf" in capsys.readouterr().err


def test_the_command_writes_word(drafts: tuple[str, str], tmp_path: Path) -> None:
    output = tmp_path / "changes.list.docx"
    assert entente(["compare", *drafts, "--output", str(output)]) == 0
    assert "What changed" in [paragraph.text for paragraph in new_document(str(output)).paragraphs]


def test_the_command_wants_a_file_for_word(drafts: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert entente(["compare", *drafts, "--format", "docx"]) == 1
    assert "is no text: name it with --output" in capsys.readouterr().err


def test_the_command_never_overwrites_what_it_reads(
    drafts: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert entente(["compare", *drafts, "--format", "md", "--output", drafts[1]]) == 1
    assert "which this command reads" in capsys.readouterr().err


def test_the_command_refuses_versions_in_one_language(
    drafts: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert entente(["compare", *drafts, "--languages"]) == 1
    assert "Both texts are in en" in capsys.readouterr().err


def test_duties_and_dates_that_changed_are_told_in_the_language_wanted() -> None:
    written = export_comparison(compared(), "md")
    tables = written.split(f"## {wording('pt')['changes_facts']}")[1].split("## ")[0]
    assert (
        cipher("The Agency shall publish its report within 45 days of the end of each year").removesuffix(".") in tables
    )


def test_a_provisions_number_stands_once() -> None:
    old = "Article 1 The Agency reports. It meets in May."
    found = compare(read(old, language="en"), read(old.replace("May", "June"), language="en"))
    assert [row.new.label for row in change_rows(found) if row.new] == ["Article 1", ""]
