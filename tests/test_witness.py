"""What a check found between two languages, and its read-back does not bear out."""

from dataclasses import replace

import pytest

from tests.fakes import FakeEngine
from translate.issue import Issue
from translate.message import say
from translate.pipeline.doubts import with_doubtful_listed
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.translation import Doubt, Translation


def severities(text: str, read_back: str, *issues: Issue, segment: int = 0) -> list[str]:
    """Severities of issues on a text whose segment reads back so."""
    made: Translation = translate(read(text, language="en"), "pt", engines={"fake": FakeEngine()})
    found = with_doubtful_listed(replace(made, issues=issues, doubts=(Doubt(segment, 0.1, read_back),)))
    return [issue.severity for issue in found.issues]


def issue(kind: str, segment: int = 0) -> Issue:
    return Issue(kind, segment, None, say("Something is wrong."))


@pytest.mark.parametrize(
    ("kind", "text", "read_back", "severity"),
    [
        ("names", "They met in Nova Scotia.", "They met in Nova Scotia.", "notice"),
        ("names", "They met in Nova Scotia.", "They met in Nova Scocia.", "warning"),
        ("negation", "We spend more than ever.", "We spend more than ever.", "notice"),
        ("negation", "The court did not agree.", "The court agreed.", "warning"),
        ("bounds", "It runs smoothly.", "It runs smoothly.", "notice"),
        ("bounds", "Pay at least ten euros.", "Pay at most ten euros.", "warning"),
        ("obligation", "It shall have such staff as it may need.", "It has such staff as it may need.", "notice"),
        ("obligation", "The parties shall meet yearly.", "The parties may meet yearly.", "warning"),
        ("numbers", "It costs ten euros.", "It costs ten euros.", "warning"),
    ],
    ids=[
        "name back",
        "name respelt",
        "no negation",
        "lost negation",
        "no bound",
        "turned bound",
        "present",
        "permission",
        "other kind",
    ],
)
def test_what_the_read_back_does_not_bear_out_is_a_notice(kind: str, text: str, read_back: str, severity: str) -> None:
    assert severities(text, read_back, issue(kind)) == [severity]


def test_a_sentence_without_a_read_back_keeps_its_warning() -> None:
    text = "It runs smoothly.\n\nIt stopped."
    assert severities(text, "It runs smoothly.", issue("bounds", 1)) == ["warning"]
