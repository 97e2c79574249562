"""What a quoted word of the source is followed by."""

import pytest

from translate.hypothesis import Hypothesis, Link
from translate.pipeline.glosses import glossed

SOURCE = "O atestado é público."
SAID = Hypothesis(
    "The certificate is public.", alignment=(Link(0, 1, 0, 3), Link(2, 10, 4, 15), Link(13, 20, 19, 25)), origin="fake"
)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("It lacks “atestado”.", "It lacks “atestado” (here: “certificate”)."),
        ("It has “certificado”.", "It has “certificado”."),
        (
            "It says “público” and “atestado”.",
            "It says “público” (here: “public”) and “atestado” (here: “certificate”).",
        ),
        ("“atestado” is “certificate” here.", "“atestado” is “certificate” here."),
        ("“certificate is” stands for “atestado”.", "“certificate is” stands for “atestado”."),
    ],
    ids=["lost", "not in the source", "two", "said already", "said with more"],
)
def test_glossed_tells_what_became_of_a_word(message: str, expected: str) -> None:
    assert glossed(message, SOURCE, SAID, "en") == expected


def test_glossed_speaks_the_readers_language() -> None:
    assert glossed("Falta “atestado”.", SOURCE, SAID, "pt") == "Falta “atestado” (aqui: “certificate”)."


def test_glossed_leaves_a_message_about_an_untranslated_sentence() -> None:
    left = Hypothesis(SOURCE, alignment=SAID.alignment, origin="untranslated")
    assert glossed("It lacks “atestado”.", SOURCE, left, "en") == "It lacks “atestado”."


def test_glossed_takes_no_stretch_that_is_far_too_long() -> None:
    wide = Hypothesis("It is x and more words stand between x.", alignment=(Link(11, 12, 0, 39),), origin="fake")
    assert glossed("It lacks “é”.", SOURCE, wide, "en") == "It lacks “é”."
