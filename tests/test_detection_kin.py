"""Near kin told apart by the words that only one of them has."""

import pytest

from translate.languages.detection import detect
from translate.languages.kin import settled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Vlada je posle rasprave usvojila izveštaj o vrednosti zemljišta u ovom mestu.", "sr", id="sr"),
        pytest.param(
            "Vlada je poslije rasprave prihvatila izvješće o tisuću novih mjesta u tijeku tjedna.", "hr", id="hr"
        ),
        pytest.param(
            "Vijeće je prije sedmicu dana raspravljalo o historiji saradnje općina u hiljadu naselja.", "bs", id="bs"
        ),
        pytest.param("Kerajaan telah mengumumkan bahawa syarikat itu boleh memohon wang kerana banjir.", "ms", id="ms"),
        pytest.param("Pemerintah mengumumkan bahwa perusahaan itu bisa meminta uang karena banjir.", "id", id="id"),
    ],
)
def test_detect_tells_near_kin_apart(text: str, expected: str) -> None:
    assert detect(text).language == expected


def test_settled_gives_the_best_place_to_the_kin_whose_words_there_are() -> None:
    assert settled("posle i pre", {"hr": -1.0, "sr": -3.0, "de": -2.0}) == {"hr": -3.0, "sr": -1.0, "de": -2.0}


@pytest.mark.parametrize(
    "text", [pytest.param("knjiga", id="no such word"), pytest.param("posle prije", id="as many of both")]
)
def test_settled_leaves_kin_as_they_are_without_a_difference(text: str) -> None:
    assert settled(text, {"hr": -1.0, "sr": -3.0}) == {"hr": -1.0, "sr": -3.0}


def test_settled_does_nothing_to_languages_without_kin() -> None:
    assert settled("posle i pre", {"de": -1.0, "sr": -3.0}) == {"de": -1.0, "sr": -3.0}
