from typing import Any

import pytest

from tests.word_files import paragraph, word_file
from tests.writing_files import TurningEngine, part, reread, rewritten, root, translated
from translate import InputError, read, translate, write
from translate.reading.office.numbering import WORD

BOLD = "<w:rPr><w:b/></w:rPr>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def body(*inside: str) -> bytes:
    return word_file(f"<w:p>{''.join(inside)}</w:p>")


def runs(content: bytes) -> list[tuple[str, bool]]:
    """Words of each run, and whether they are bold."""
    found = root(content).iter(f"{WORD}r")
    texts = [("".join(run.itertext()), run.find(f"{WORD}rPr/{WORD}b") is not None) for run in found]
    return [one for one in texts if one[0]]


def names(element: Any) -> list[str]:
    return [str(child.tag).removeprefix(WORD) for child in element]


def test_bold_follows_its_word_to_another_place() -> None:
    content = body(run("the "), run("red", BOLD), run(" house burned"))
    assert runs(rewritten(content, "a.docx")) == [("denrub esuoh ", False), ("der", True), (" eht", False)]


def test_white_space_at_the_edge_of_a_run_is_kept() -> None:
    content = body("<w:r><w:t>one two</w:t></w:r>", run(" three", BOLD))
    found = list(root(rewritten(content, "a.docx")).iter(f"{WORD}t"))
    spaces = [element.get("{http://www.w3.org/XML/1998/namespace}space") for element in found]
    assert [(element.text, space) for element, space in zip(found, spaces, strict=True)] == [
        ("eerht", "preserve"),
        (" owt eno", "preserve"),
    ]


def test_runs_that_look_alike_are_one_sentence() -> None:
    content = body(run("the re"), run("d house", '<w:rPr><w:lang w:val="fr"/></w:rPr>'))
    assert runs(rewritten(content, "a.docx")) == [("esuoh der eht", False)]


def test_a_link_stays_whole_and_keeps_its_address() -> None:
    link = f'<w:hyperlink r:id="rId7">{run("law ")}{run("text", BOLD)}</w:hyperlink>'
    (found,) = root(rewritten(body(run("see the "), link, run(" now")), "a.docx")).iter(f"{WORD}hyperlink")
    assert ("".join(found.itertext()), list(found.attrib.values())) == ("txet wal", ["rId7"])


def test_a_field_stays_between_its_marks() -> None:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    field = f"{marks[0]}<w:r><w:instrText>REF x</w:instrText></w:r>{marks[1]}{run('annex')}{marks[2]}"
    (found,) = root(rewritten(body(run("see "), field, run(" today")), "a.docx")).iter(f"{WORD}p")
    wanted = ["yadot ", "begin", "REF x", "separate", "xenna", "end", " ees"]
    assert ["".join(r.itertext()) or r[0].get(f"{WORD}fldCharType") for r in found] == wanted


def test_a_note_stands_behind_its_word_once_and_is_translated() -> None:
    note = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    content = word_file(
        f"<w:p>{run('old law')}{note}{run(' stays valid')}</w:p>",
        footnotes=f'<w:footnote w:id="2">{paragraph("one remark")}</w:footnote>',
    )
    new = rewritten(content, "a.docx")
    assert len(list(root(new).iter(f"{WORD}footnoteReference"))) == 1
    assert reread(new, "a.docx").split("\n") == [reread(new, "a.docx").split("\n")[0], "1 kramer eno"]


def test_a_bookmark_stays_around_its_words() -> None:
    marks = '<w:bookmarkStart w:id="3" w:name="b"/>', '<w:bookmarkEnd w:id="3"/>'
    (found,) = root(rewritten(body(run("the "), marks[0], run("red"), marks[1], run(" house")), "a.docx")).iter(
        f"{WORD}p"
    )
    assert [e.get(f"{WORD}name", "") + "".join(e.itertext()) for e in found] == ["esuoh ", "b", "der", "", " eht"]


def test_a_line_break_stays_between_words() -> None:
    content = body("<w:r><w:t>one two</w:t><w:br/><w:t>three four</w:t></w:r>")
    assert reread(rewritten(content, "a.docx"), "a.docx").split("\n") == ["ruof eerht owt", "eno"]


def test_parts_that_hold_no_words_are_the_same_bytes() -> None:
    content = word_file(paragraph("one two"), numbering="<!-- kept -->", settings="<w:zoom w:percent='90'/>")
    new = rewritten(content, "a.docx")
    names_ = ("word/numbering.xml", "word/settings.xml")
    assert [part(new, name) for name in names_] == [part(content, name) for name in names_]


def test_a_paragraph_without_words_stays_as_it_is() -> None:
    picture = "<w:p><w:r><w:drawing><x/></w:drawing></w:r></w:p>"
    new = root(rewritten(word_file(picture + paragraph("one two")), "a.docx"))
    assert names(next(new.iter(f"{WORD}p"))[0]) == ["drawing"]


def test_tracked_changes_are_accepted_and_that_is_said() -> None:
    content = body(
        run("one "), f"<w:ins>{run('two')}</w:ins>", "<w:del><w:r><w:delText>three</w:delText></w:r></w:del>"
    )
    written = write(translated(content, "a.docx"), content, name="a.docx")
    assert reread(written.content, "a.docx") == "owt eno"
    assert [name for name in ("ins", "del") if list(root(written.content).iter(f"{WORD}{name}"))] == []
    assert [issue.message for issue in written.issues] == [
        "The source has tracked changes. They are accepted in the translated file, which tracks none."
    ]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    ended = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('one ')}</w:p>"
    assert reread(rewritten(word_file(ended + paragraph("two")), "a.docx"), "a.docx") == "owt eno"


def test_a_table_of_contents_is_made_anew_when_the_file_opens() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    begin = next(root(rewritten(body(field, end, run("one two")), "a.docx")).iter(f"{WORD}fldChar"))
    assert begin.get(f"{WORD}dirty") == "true"


def test_a_file_turns_to_the_left_for_arabic() -> None:
    content = body(
        "<w:pPr><w:jc w:val='both'/></w:pPr>", run("one two", "<w:rPr><w:b/><w:i/><w:sz w:val='20'/></w:rPr>")
    )
    found = root(rewritten(content, "a.docx", "ar"))
    assert names(found.find(f".//{WORD}pPr")) == ["bidi", "jc"]
    look = found.find(f".//{WORD}r/{WORD}rPr")
    assert names(look) == ["b", "bCs", "i", "iCs", "sz", "szCs", "rtl", "cs"]
    assert [look.find(f"{WORD}{name}").get(f"{WORD}val") for name in ("i", "iCs")] == ["0", "0"]


def test_a_file_in_arabic_turns_to_the_right() -> None:
    content = body("<w:pPr><w:bidi/><w:jc w:val='right'/></w:pPr>", run("one two", "<w:rPr><w:rtl/><w:cs/></w:rPr>"))
    translation = translate(read(content, name="a.docx", language="ar"), "pt", engine="pseudo")
    found = root(write(translation, content, name="a.docx").content)
    assert (names(found.find(f".//{WORD}pPr")), names(found.find(f".//{WORD}rPr"))) == (["jc"], [])


def test_the_language_is_named() -> None:
    content = word_file(paragraph("one two"), styles="<w:style><w:rPr><w:lang w:val='en-bg'/></w:rPr></w:style>")
    assert root(rewritten(content, "a.docx"), "word/styles.xml").find(f".//{WORD}lang").get(f"{WORD}val") == "pt"


def test_another_file_is_refused() -> None:
    with pytest.raises(InputError, match="holds other words than those that were translated"):
        write(translated(body(run("one two")), "a.docx"), body(run("three")), name="a.docx")


def commented() -> bytes:
    """A file with a comment on its words."""
    return word_file(
        f"<w:p>{run('old law')}<w:r><w:commentReference w:id='4'/></w:r></w:p>",
        comments=f'<w:comment w:id="4" w:author="Ana">{paragraph("one remark")}</w:comment>',
    )


def test_comments_are_read_and_translated_where_they_are_asked_for() -> None:
    document = read(commented(), name="a.docx", language="en", comments=True)
    assert (document.texts, document.issues) == (("old law", "one remark"), ())
    engines = {"fake": TurningEngine(pairs=[("en", "pt")])}
    made = translate(document, "pt", engine="fake", engines=engines, alignment=True)
    (comment,) = root(write(made, commented(), name="a.docx").content, "word/comments.xml")
    assert ("".join(comment.itertext()), comment.get(f"{WORD}author")) == ("kramer eno", "Ana")


def test_words_of_a_watermark_are_named() -> None:
    mark = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="SECRET"/></v:shape></w:pict>'
    content = body(f"<w:r>{mark}</w:r>", run("one two"))
    (issue,) = write(translated(content, "a.docx"), content, name="a.docx").issues
    assert issue.message == "Words drawn as a watermark stay as they are in the translated file: SECRET"


def test_comments_stay_as_they_are_where_nobody_asks_for_them() -> None:
    new = rewritten(commented(), "a.docx")
    assert part(new, "word/comments.xml") == part(commented(), "word/comments.xml")
