"""Paragraphs of slides, with their words turned around."""

from tests import attacks
from tests.writing_files import rewritten, root
from translate.reading.office.graphics import DRAWING

_LINK = '<a:rPr><a:hlinkClick r:id="r9"/></a:rPr>'


def runs(*texts: str) -> str:
    """Runs for a slide whose markup stands around a first and after a last word; a text with a > is a link's."""
    found = (f"<a:r>{_LINK if text.startswith('>') else ''}<a:t>{text.lstrip('>')}</a:t></a:r>" for text in texts)
    return f"</a:t></a:r>{''.join(found)}<a:endParaRPr/><a:r><a:t>"


def paragraph(*texts: str) -> list[tuple[str, str, bool]]:
    """Name, words and whether they are a link of all that stands in a slide's first paragraph."""
    new = root(rewritten(attacks.slides(runs(*texts)), "a.pptx"), "ppt/s0.xml")
    inside = next(new.iter(f"{DRAWING}p"))
    return [
        (
            str(one.tag).removeprefix(DRAWING),
            "".join(one.itertext()),
            any(True for _ in one.iter(f"{DRAWING}hlinkClick")),
        )
        for one in inside
    ]


def test_a_link_of_a_slide_is_one_however_long_it_is() -> None:
    found = paragraph("see ", ">the first steps of human vision", " or ", ">colour", " today")
    links = [words for _, words, is_link in found if is_link]
    assert links == ["ruoloc", "noisiv namuh fo spets tsrif eht"]


def test_the_look_of_a_paragraphs_end_stays_at_its_end() -> None:
    found = paragraph("see ", ">the first steps")
    names = [name for name, words, _ in found if words or name != "r"]
    assert (names[0], names[-1]) == ("pPr", "endParaRPr")
