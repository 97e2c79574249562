"""English “by” for “until”, where a thing is done once."""

import pytest

from translate import Hypothesis
from translate.pipeline.by_when import by_when


@pytest.mark.parametrize(
    ("text", "written", "better"),
    [
        (
            "A proposta é entregue até 4 de maio.",
            "The bid is delivered until 4 May.",
            "The bid is delivered by 4 May.",
        ),
        (
            "O mapa é publicado até 20 dias após a votação.",
            "The map is published up to 20 days after the vote.",
            "The map is published no later than 20 days after the vote.",
        ),
        (
            "Até 2 de junho, a junta notifica os donos.",
            "Until 2 June, the board shall notify the owners.",
            "By 2 June, the board shall notify the owners.",
        ),
        (
            "La solicitud se presenta hasta el 3 de abril.",
            "The request is submitted until the 3rd of April.",
            "The request is submitted by the 3rd of April.",
        ),
    ],
)
def test_what_is_done_once_is_done_by_a_time(text: str, written: str, better: str) -> None:
    source = "es" if text.startswith("La ") else "pt"
    found = by_when(text, Hypothesis(written, origin="engine"), source, "en")
    assert (found.text, found.written, len(found.repairs)) == (better, written, 1)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("O alvará vigora até 4 de maio.", "The permit is valid until 4 May."),
        ("Podem entregar-se propostas até 4 de maio.", "Bids may be delivered until 4 May."),
        ("Nada se entrega até 4 de maio.", "Nothing is delivered until 4 May."),
        ("O prazo de entrega foi prolongado até 4 de maio.", "The time of delivery is extended until 4 May."),
        ("Entrega-se até dez propostas.", "Up to ten bids are delivered."),
        ("A renda é paga até 2031.", "The rent is paid until 2031."),
    ],
)
def test_what_lasts_or_may_be_done_lasts_until_a_time(text: str, written: str) -> None:
    found = Hypothesis(written, origin="engine")
    assert by_when(text, found, "pt", "en") is found


def test_a_source_that_tells_the_difference_is_left_alone() -> None:
    found = Hypothesis("The bid is delivered until 4 May.", origin="engine")
    assert by_when("The bid is due.", found, "da", "en") is found


def test_portuguese_has_one_word_for_both() -> None:
    found = Hypothesis("A proposta é entregue até 4 de maio.", origin="engine")
    assert by_when("La propuesta se entrega hasta el 4 de mayo.", found, "es", "pt") is found
