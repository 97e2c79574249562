"""Full stops that nearly end a sentence: one example on each side of every rule."""

import pytest

from translate.segmentation.sentences import sentence_spans


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("The load was 5 kg. The ship left.", "en", 2, id="a unit after a number, a word behind"),
        pytest.param("The load was 5 kg. 3 ships left.", "en", 1, id="a unit after a number, a number behind"),
        pytest.param("5 kg. 3 ships left.", "en", 1, id="a unit after a number at the start"),
        pytest.param("He met Mrs. The ship left.", "en", 1, id="a title before a name"),
        pytest.param("See No. 5 of it.", "en", 1, id="a number's name before it"),
        pytest.param("See pp. The ship left.", "en", 2, id="without it, before a word that opens sentences"),
        pytest.param("J. R. Harlow met. He left.", "en", 2, id="initials"),
        pytest.param("He left. J. Harlow came.", "en", 2, id="a word before initials"),
        pytest.param("U.S. The ship left.", "en", 2, id="capitals before a word that opens sentences"),
        pytest.param("The U.S. Navy left.", "en", 1, id="capitals before a name"),
        pytest.param("Under Pub.L. Number five it left.", "en", 1, id="parts of three letters and one"),
        pytest.param("Under Publi.L. Number five it left.", "en", 2, id="a part of five letters is a word"),
        pytest.param("The Xyzab. 400 more came.", "en", 1, id="five letters with a capital before a number"),
        pytest.param("The Xyzabc. 400 more came.", "en", 2, id="six letters before a number"),
        pytest.param("The xrtz. 400 more came.", "en", 1, id="no vowel before a number"),
        pytest.param("The xaz. 400 more came.", "en", 2, id="a vowel before a number"),
        pytest.param("The xrtzrt. 400 more came.", "en", 2, id="no vowel in six letters"),
        pytest.param("The ships. 4. Boats", "en", 3, id="a number in a line"),
        pytest.param("The Xyz. 4) Boats left.", "en", 2, id="a marker in a line"),
        pytest.param("Der 33. Mai kommt.", "de", 1, id="an ordinal of two digits"),
        pytest.param("Der 333. Mai kommt.", "de", 2, id="three digits are no ordinal"),
        pytest.param("Im Jahr 99. Das Gesetz gilt.", "de", 2, id="a number before a word that opens sentences"),
        pytest.param("He wrote ship(s). Boats left.", "en", 2, id="an ending in brackets"),
        pytest.param("He said (yes. Indeed.) that.", "en", 1, id="in brackets"),
        pytest.param("He met (yes.) Ships left.", "en", 2, id="behind brackets"),
        pytest.param("他说（会议开始。）然后走了。", "zh", 1, id="an aside in a sentence"),
        pytest.param(f"他说（会议开始。）{' ' * 9}然后走了。", "zh", 1, id="an aside before nine spaces"),
        pytest.param(f"他说（会议开始。）{' ' * 10}然后走了。", "zh", 2, id="an aside before ten spaces"),
        pytest.param("会议开始。（他说。）然后走了。", "zh", 3, id="brackets of their own"),
        pytest.param("Il part ; Elle vint.", "fr", 1, id="a semicolon"),
        pytest.param("Πότε; Φεύγει.", "el", 2, id="a Greek question mark before a capital"),
        pytest.param("Πότε; φεύγει.", "el", 1, id="a Greek question mark before a small letter"),
        pytest.param("He asked: (a note)\nThen he left.", "en", 2, id="a note on a line's rest"),
        pytest.param("He asked: (a note) then", "en", 1, id="a note in a line"),
        pytest.param("Il vint.\u00a0Dupont vint.", "fr", 1, id="a space that keeps together"),
        pytest.param("Il vint.\u00a0«Dupont vint.", "fr", 2, id="a quotation behind it"),
        pytest.param("会议开始。”他说。结束。", "zh", 3, id="a quotation's end"),
        pytest.param("「会議。」と述べた。終わり。", "ja", 2, id="a quotation that was said"),
        pytest.param('他说:"会议开始。"然后走了。', "zh", 2, id="a plain quotation mark closes"),
        pytest.param('会议开始。"他说开始。"', "zh", 2, id="a plain quotation mark opens"),
        pytest.param("开始。、结束。", "zh", 1, id="a comma behind"),
        pytest.param("He left.[1] The ship.[2][3] The end.", "en", 3, id="notes by number"),
        pytest.param("He left ... the ship. Wait?! Yes.", "en", 3, id="several marks"),
    ],
)
def test_sentence_spans_count(text: str, language: str, expected: int) -> None:
    assert len(sentence_spans(text, language)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(60, 60, 2, id="sixty letters each"),
        pytest.param(59, 60, 1, id="fifty-nine before"),
        pytest.param(60, 59, 1, id="fifty-nine behind"),
    ],
)
def test_sentence_spans_of_thai_end_at_spaces_between_long_clauses(before: int, after: int, expected: int) -> None:
    assert len(sentence_spans("ก" * before + " " + "ข" * after, "th")) == expected


def test_sentence_spans_of_thai_start_anew_at_each_clause() -> None:
    text = " ".join(letter * 60 for letter in "กขค")
    assert sentence_spans(text, "th") == [(0, 60), (61, 121), (122, 182)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param('他说:"会议开始。"然后走了。', ['他说:"会议开始。"', "然后走了。"], id="a closing mark"),
        pytest.param('会议开始。"他说开始。"', ["会议开始。", '"他说开始。"'], id="an opening mark"),
        pytest.param("  Art. 5. The ship.  It left. ", ["The ship.", "It left."], id="white space around"),
    ],
)
def test_sentence_spans_hold_what_belongs_to_each(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text, "en")] == sentences
