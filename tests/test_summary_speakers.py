"""Points of minutes: who says them, and that each has one speaker."""

from dataclasses import replace

from summarize.export.json import from_json, to_json
from summarize.length import Length
from summarize.methods.request import SummaryRequest, extract
from summarize.summary import Citation, Point, Summary
from tests.briefings import briefing
from translate.reading.reader import read
from translate.text.genre import Genre


def _extracted(text: str, *segments: int, genre: Genre = "minutes") -> Summary:
    document = read(text, language="en")
    return extract(document, SummaryRequest(Length(), genre, None, 80, None), segments, segments, "fake")


_SAID = Point("The pier costs 3 million.", (Citation(1),), speaker="Ana Costa")
TALK = "Ana Costa: We build a pier for the boats. The pier costs 3 million.\n\nRui Lemos: They rot. I ask who pays it."


def test_a_point_of_minutes_names_who_says_it() -> None:
    assert _extracted(TALK, 1).points[0].spoken == "Ana Costa: The pier costs 3 million."


def test_a_point_whose_text_names_the_speaker_names_him_once() -> None:
    point = _extracted(TALK, 0).points[0]
    assert point.spoken == point.text == "Ana Costa: We build a pier for the boats."


def test_a_point_of_another_text_has_no_speaker() -> None:
    assert _extracted(TALK, 1, genre="report").points[0].speaker == ""


def test_the_json_keeps_the_speaker() -> None:
    told = replace(briefing(), summary=replace(briefing().summary, points=(_SAID,), gist=None, groups=()))
    assert from_json(to_json(told)).summary.points[0].speaker == "Ana Costa"
    assert "speaker" not in to_json(briefing())
