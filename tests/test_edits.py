"""XLIFF out, edited, and back into the document and its file."""

import json
import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.word_files import word_file
from tests.writing_files import reread, root, translated
from translate import Document, Translation, read
from translate.__main__ import main
from translate.errors import FormatError, InputError, LanguageError
from translate.formats.registry import write_bilingual
from translate.formats.xliff_file import read_xliff
from translate.pipeline.edits import Edit, apply_edits
from translate.resources.memory import Memory
from translate.writing.codes import codes_of
from translate.writing.writer import write

_BOTH = pytest.mark.parametrize("form", ["xliff", "xlf"])
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = b"The council meets.[1] Pay twelve euros to a@b.eu today."


def document() -> Document:
    return read(_TEXT, name="law.txt", language="en")


def translation() -> Translation:
    return translated(_TEXT, "law.txt")


def foreign(*pairs: tuple[str, str], target: str = 'target-language="pt"') -> bytes:
    units = "".join(
        f'<trans-unit id="x{i}"><source>{source}</source><target>{text}</target></trans-unit>'
        for i, (source, text) in enumerate(pairs)
    )
    head = f'<file original="a" source-language="en" {target} datatype="plaintext"><body>'
    namespace = "urn:oasis:names:tc:xliff:document:1.2"
    return f'<xliff version="1.2" xmlns="{namespace}">{head}{units}</body></file></xliff>'.encode()


@_BOTH
def test_apply_edits_of_an_unchanged_file_gives_the_same_translation(form: str) -> None:
    made = translation()
    edited = apply_edits(write_bilingual(made, form), document())
    assert edited.translation.target == made.target
    assert (edited.edits, edited.translation.coverage) == ((), {"fake": 2})


def test_apply_edits_says_what_was_changed() -> None:
    out = write_bilingual(translation(), "xlf").decode()
    first = translation().hypotheses[0].text
    edited = out.replace('<target state="translated">', "<target>Sim: ", 1).encode()
    (edit,) = apply_edits(edited, document()).edits
    assert edit == Edit(0, first, f"Sim: {first}")


@_BOTH
def test_write_bilingual_shows_note_marks_and_addresses_as_codes(form: str) -> None:
    # the fake engine turns the address around: what is no address any more has no code
    tree = ElementTree.fromstring(write_bilingual(translation(), form))
    codes = [code for code in tree.iter() if code.tag.endswith("}ph")]
    assert [code.get("equiv") or code.get("equiv-text") for code in codes] == ["[1]", "[1]", "a@b.eu"]


def test_apply_edits_takes_another_tools_units_by_their_text() -> None:
    content = foreign(("Pay twelve euros to a@b.eu today.", "Pague hoje."), ("Not  there.", "Nada."))
    edited = apply_edits(content, document())
    assert [one.text for one in edited.translation.hypotheses] == ["The council meets.[1]", "Pague hoje."]
    assert edited.translation.coverage == {"untranslated": 1, "post-edited": 1}
    assert edited.unmatched == ("x1",)


def test_apply_edits_takes_units_whose_codes_stand_for_words() -> None:
    content = foreign(('The council meets.<ph id="1">[1]</ph>', 'Reúne.<ph id="1">[1]</ph>'))
    assert apply_edits(content, document()).translation.hypotheses[0].text == "Reúne.[1]"


def test_apply_edits_takes_units_whose_codes_stand_for_no_words() -> None:
    content = foreign(
        ('Pay <bpt id="1">&lt;b&gt;</bpt>twelve<ept id="1">&lt;/b&gt;</ept> euros to a@b.eu today.', "Pague hoje.")
    )
    assert apply_edits(content, document()).translation.hypotheses[1].text == "Pague hoje."


def test_apply_edits_gives_the_same_sentence_its_own_translations_in_order() -> None:
    content = foreign(("Fee.", "Taxa."), ("Fee.", "Propina."))
    text = read(b"Fee.\n\nFee.\n\nFee.", name="a.txt", language="en")
    hypotheses = apply_edits(content, text).translation.hypotheses
    assert [one.text for one in hypotheses] == ["Taxa.", "Propina.", "Propina."]


def test_apply_edits_cuts_a_unit_that_is_a_paragraph() -> None:
    text = read(b"The council meets. Schools pay.", name="a.txt", language="en")
    hypotheses = apply_edits(foreign(("The council meets. Schools pay.", "Reúne. As escolas pagam.")), text)
    assert [one.text for one in hypotheses.translation.hypotheses] == ["Reúne.", "As escolas pagam."]


def test_apply_edits_leaves_out_a_paragraph_of_fewer_sentences() -> None:
    text = read(b"The council meets. Schools pay.\n\nFee.", name="a.txt", language="en")
    edited = apply_edits(foreign(("The council meets. Schools pay.", "Reúne."), ("Fee.", "Taxa.")), text)
    assert edited.translation.coverage == {"untranslated": 2, "post-edited": 1}
    assert edited.unmatched == ("x0",)


def test_apply_edits_checks_what_people_wrote() -> None:
    text = read(b"Pay 12 euros.", name="a.txt", language="en")
    edited = apply_edits(foreign(("Pay 12 euros.", "Pague 13 euros.")), text)
    assert [issue.kind for issue in edited.translation.issues] == ["numbers"]


def test_feed_keeps_what_was_edited_and_nothing_else(tmp_path: Path) -> None:
    content = foreign(("Pay twelve euros to a@b.eu today.", "Pague hoje."))
    with Memory(tmp_path / "memory.db") as memory:
        assert apply_edits(content, document()).feed(memory) == 1
        kept = memory.hypothesis("Pay twelve euros to a@b.eu today.", "en", "pt")
    assert kept is not None
    assert kept.text == "Pague hoje."


def test_apply_edits_counts_all_as_approved_where_somebody_read_it() -> None:
    edited = apply_edits(write_bilingual(translation(), "xliff"), document(), read=True)
    assert (edited.translation.coverage, edited.edits) == ({"post-edited": 2}, ())


def test_a_segment_that_moved_is_found_by_its_text() -> None:
    content = write_bilingual(translation(), "xliff")
    moved = read(b"Preamble.\n\n" + _TEXT, name="law.txt", language="en")
    hypotheses = apply_edits(content, moved).translation.hypotheses
    assert [one.origin for one in hypotheses] == ["untranslated", "fake", "fake"]


def test_bold_words_stay_where_they_were_put() -> None:
    plain, bold = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>', "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
    body = plain.format("The ") + bold.format("council") + plain.format(" meets twice.")
    content = word_file(f"<w:p>{body}</w:p>")
    made = translated(content, "law.docx")
    out = write_bilingual(made, "xliff", codes_of(made, content, "law.docx")).decode()
    assert '<pc id="1" type="fmt">council</pc>' in out
    begin = out.index('<target xml:space="preserve">', out.index("<segment"))
    end = out.index("</target>", begin)
    edited = f'{out[:begin]}<target>Reúne duas vezes o <pc id="1">grande conselho</pc>.{out[end:]}'.encode()
    result = apply_edits(edited, read(content, name="law.docx", language="en"))
    written = write(result.translation, content, name="law.docx").content
    runs = [(r.find(f"{_W}rPr/{_W}b") is not None, "".join(r.itertext())) for r in root(written).iter(f"{_W}r")]
    assert runs == [(False, "Reúne duas vezes o "), (True, "grande conselho"), (False, ".")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"<tmx/>", "no XLIFF", id="not XLIFF"),
        pytest.param(b"<xliff", "damaged", id="cut off"),
        pytest.param(b'<xliff version="9"/>', "version 9", id="version"),
        pytest.param(
            b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><xliff version="1.2">&c;</xliff>',
            "declares entities",
            id="entities",
        ),
        pytest.param(
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="1.2">&a;</xliff>',
            "declares entities",
            id="outside",
        ),
    ],
)
def test_read_xliff_refuses_what_it_cannot_read(content: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        read_xliff(content)


def test_apply_edits_of_another_file_says_so() -> None:
    with pytest.raises(InputError, match="None of the 1 texts"):
        apply_edits(foreign(("Other.", "Outro.")), document())


def test_apply_edits_without_a_language_asks_for_it() -> None:
    with pytest.raises(LanguageError, match="--to LANGUAGE"):
        apply_edits(foreign(("Pay.", "Pague."), target=""), document())


@pytest.mark.skipif("ENTENTE_TRANSLATE_TOOLKIT" not in os.environ, reason="needs a Python that has translate-toolkit")
@_BOTH
def test_the_translate_toolkit_reads_the_same_texts(form: str, tmp_path: Path) -> None:
    (tmp_path / "law").write_bytes(write_bilingual(translation(), form))
    name = "xliff2.Xliff2File" if form == "xliff" else "xliff.xlifffile"
    module, _, kind = name.partition(".")
    program = (
        f"import json, sys; from translate.storage import {module}\n"
        f"found = {module}.{kind}.parsefile(sys.argv[1])\n"
        "print(json.dumps([[str(u.source), str(u.target), u.getid()] for u in found.units if u.isheader() is False]))"
    )
    done = subprocess.run(
        [os.environ["ENTENTE_TRANSLATE_TOOLKIT"], "-I", "-c", program, str(tmp_path / "law")],
        capture_output=True,
        text=True,
        check=True,
    )
    units = json.loads(done.stdout)
    assert [identifier.rpartition("\x04")[2].split("-")[0] for _, _, identifier in units] == ["s1", "s2"]
    assert units[0][0].startswith("The council meets.")


def test_links_of_a_page_are_codes_too() -> None:
    content = b'<p>See the <a href="/x">water act</a> of today.</p>'
    made = translated(content, "a.html")
    (code,) = codes_of(made, content, "a.html")[0]
    assert (made.source.texts[0][code.start : code.end], code.is_link) == ("water act", True)
    assert made.target.texts[0][code.target_start : code.target_end] == "tca retaw"


def test_the_command_gives_the_original_with_what_was_edited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "law.docx").write_bytes(word_file("<w:p><w:r><w:t>The council meets.</w:t></w:r></w:p>"))
    (tmp_path / "law.xlf").write_bytes(foreign(("The council meets.", "O conselho reúne.")))
    files = [str(tmp_path / "law.xlf"), str(tmp_path / "law.docx")]
    assert main(["apply", *files, "--output", str(tmp_path / "law.pt.docx"), "--memory", str(tmp_path / "m.db")]) == 0
    assert reread((tmp_path / "law.pt.docx").read_bytes(), "law.docx") == "O conselho reúne."
    assert "kept in the memory: 1" in capsys.readouterr().err
