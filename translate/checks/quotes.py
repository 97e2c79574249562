"""Quotation marks and brackets that the translation lost, added or left open."""

import re
from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say

_QUOTE = re.compile(r"[\"“”„«»「」『』‹›]")
_OPEN, _CLOSE = re.compile(r"[(\[{（［【]"), re.compile(r"[)\]}）］】]")
_LABEL = re.compile(r"(?<!\w)\(?\w{1,4}[)）]")


def find_quotes(pairs: Sequence[Pair]) -> list[Issue]:
    """Notices where a quotation or a bracket of the source is gone, or one was opened and not closed."""
    return [issue for pair in pairs for issue in _in_pair(pair)]


def _in_pair(pair: Pair) -> list[Issue]:
    """At most one issue for quotation marks and one for brackets."""
    issues = []
    before, after = len(_QUOTE.findall(pair.source)), len(_QUOTE.findall(pair.target))
    if before >= 2 and after == 0:
        issues.append(_notice(pair, say("The quotation marks of the source are gone.")))
    elif before % 2 == 0 and after % 2 == 1:
        issues.append(_notice(pair, say("A quotation is opened and not closed, or closed and not opened.")))
    source, target = _LABEL.sub("", pair.source), _LABEL.sub("", pair.target)
    opened, closed = len(_OPEN.findall(target)), len(_CLOSE.findall(target))
    balanced = len(_OPEN.findall(source)) == len(_CLOSE.findall(source))
    if balanced and opened != closed:
        issues.append(_notice(pair, say("A bracket is opened and not closed, or closed and not opened.")))
    elif balanced and opened < len(_OPEN.findall(source)):
        issues.append(_notice(pair, say("What stands in brackets in the source is not in brackets here, or is gone.")))
    return issues


def _notice(pair: Pair, message: str) -> Issue:
    """A notice about the whole segment."""
    return Issue("quotes", pair.segment, None, message, "notice")
