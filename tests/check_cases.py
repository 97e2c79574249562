"""What the tests of checks share: one pair in, the messages out."""

from translate.checks.registry import check
from translate.hypothesis import Hypothesis
from translate.issue import Issue


def issues(kind: str, source: str, target: str, pair: str = "en-pt", notices: bool = False) -> list[Issue]:
    """Issues of one kind for one segment; notices only where they are asked for."""
    before, _, after = pair.partition("-")
    found = check([source], [Hypothesis(target, origin="fake")], [before], after, [kind])
    return [issue for issue in found if notices or issue.severity != "notice"]


def messages(kind: str, source: str, target: str, pair: str = "en-pt") -> list[str]:
    """Their messages."""
    return [issue.message for issue in issues(kind, source, target, pair)]
