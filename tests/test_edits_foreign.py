"""XLIFF files as other tools make them, put into the document that they were made of."""

import pytest

from tests import attacks
from tests.writing_files import translated
from translate import InputError, read
from translate.formats.codes import Code
from translate.pipeline.edits import Edited, apply_edits
from translate.writing.codes import codes_of

_TEXT = "The council meets. Schools pay.\n\nFee."


def old(units: str) -> bytes:
    """An XLIFF 1.2 file from English into Portuguese."""
    head = '<file original="a" source-language="en-US" target-language="pt-PT" datatype="plaintext"><body>'
    namespace = "urn:oasis:names:tc:xliff:document:1.2"
    return f'<xliff version="1.2" xmlns="{namespace}">{head}{units}</body></file></xliff>'.encode()


def new(units: str) -> bytes:
    """An XLIFF 2.0 file from English into Portuguese."""
    head = '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="pt"><file id="f">'
    return f"{head}{units}</file></xliff>".encode()


def marked(source: str, target: str) -> str:
    """A unit of XLIFF 1.2 whose sentences a tool has marked."""
    whole = "<trans-unit id='1'><source>The council meets. Schools pay.</source>"
    return f"{whole}<seg-source>{source}</seg-source><target>{target}</target></trans-unit>"


def applied(content: bytes, text: str = _TEXT) -> Edited:
    return apply_edits(content, read(text.encode(), name="a.txt", language="en"))


def texts(edited: Edited) -> list[str]:
    """The translations, of what has none an empty one."""
    return ["" if one.origin == "untranslated" else one.text for one in edited.translation.hypotheses]


def test_units_in_groups_are_found() -> None:
    unit = "<trans-unit id='1'><source>Fee.</source><target>Taxa.</target></trans-unit>"
    assert texts(applied(old(f"<group id='g'><group id='h'>{unit}</group></group>"))) == ["", "", "Taxa."]


def test_a_proposal_beside_a_unit_is_no_translation() -> None:
    match = "<alt-trans match-quality='80'><source>Fees.</source><target>Propinas.</target></alt-trans>"
    unit = f"<trans-unit id='1'><source>Fee.</source>{match}</trans-unit>"
    with pytest.raises(InputError, match="translates nothing"):
        applied(old(unit))


def test_sentences_that_a_tool_marked_are_units() -> None:
    marks = "<mrk mtype='seg' mid='0'>{}</mrk> <mrk mtype='seg' mid='1'>{}</mrk>"
    source, target = marks.format("The council meets.", "Schools pay."), marks.format("Reúne.", "Pagam.")
    edited = applied(old(marked(source, target)))
    assert (texts(edited), edited.unmatched) == (["Reúne.", "Pagam.", ""], ())


def test_sentences_that_a_tool_cut_elsewhere_are_cut_as_here() -> None:
    marks = "<mrk mtype='seg' mid='0'>{}</mrk> <mrk mtype='seg' mid='1'>{}</mrk>"
    source, target = (
        marks.format("The council", "meets. Schools pay."),
        marks.format("O conselho", "reúne. Elas pagam."),
    )
    edited = applied(old(marked(source, target)))
    assert (texts(edited), edited.unmatched) == (["O conselho reúne.", "Elas pagam.", ""], ())


def test_segments_of_a_unit_that_were_cut_elsewhere_are_joined_in_the_translations_order() -> None:
    segments = (
        "<segment><source>Schools pay today, </source><target order='3'>as escolas pagam.</target></segment>"
        "<ignorable><source> </source><target order='2'> </target></ignorable>"
        "<segment><source>as said.</source><target order='1'>Como dito,</target></segment>"
    )
    edited = applied(new(f"<unit id='u'>{segments}</unit>"), "Schools pay today, as said.")
    assert (texts(edited), edited.unmatched) == (["Como dito, as escolas pagam."], ())


def test_a_unit_of_which_a_sentence_is_not_translated_is_not_joined() -> None:
    segments = (
        "<segment><source>Schools pay </source><target>As escolas </target></segment>"
        "<segment><source>today.</source></segment>"
    )
    unit = "<unit id='v'><segment><source>Fee.</source><target>Taxa.</target></segment></unit>"
    assert texts(applied(new(f"<unit id='u'>{segments}</unit>{unit}"), "Schools pay today.\n\nFee.")) == ["", "Taxa."]


def test_a_copy_of_the_source_that_waits_for_its_translator_is_none() -> None:
    unit = "<unit id='{0}'><segment state='initial'><source>{1}</source><target>{2}</target></segment></unit>"
    edited = applied(new(unit.format("a", "Schools pay.", "Schools pay.") + unit.format("b", "Fee.", "Taxa.")))
    assert texts(edited) == ["", "", "Taxa."]


def test_marks_of_terms_and_comments_are_read_through() -> None:
    source = 'The <mrk id="m" type="term">council</mrk><sm id="s" type="comment"/> meets.<em startRef="s"/>'
    target = '<mrk id="m" type="term">Conselho</mrk> reúne.'
    unit = f"<unit id='u'><segment><source>{source}</source><target>{target}</target></segment></unit>"
    assert texts(applied(new(unit)))[0] == "Conselho reúne."


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(b"See the **water act** of today.", "a.md", id="Markdown"),
        pytest.param(attacks.book("<p>See the <b>water act</b> of today.</p>", 1), "a.epub", id="EPUB"),
    ],
)
def test_bold_words_are_codes(content: bytes, name: str) -> None:
    made = translated(content, name)
    assert codes_of(made, content, name) == {0: [Code(8, 17, 9, 18, is_link=False)]}
    assert made.target.texts[0][9:18] == "tca retaw"
