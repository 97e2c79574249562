"""Quotation marks and brackets that the translation lost, added or left open."""

import re
from collections.abc import Sequence

from translate.checks.pair import Pair
from translate.issue import Issue
from translate.message import say

_QUOTE = re.compile(r"[\"“”„«»「」『』‹›]")
_OPEN, _CLOSE = re.compile(r"[(\[{（［【]"), re.compile(r"[)\]}）］】]")
_BRACKET = re.compile(f"{_OPEN.pattern}|{_CLOSE.pattern}")
_LABEL = re.compile(r"(?<!\w)(?:\d{1,3}[a-z]?|[^\W\d_]|[ivx]{1,4})$", re.IGNORECASE)
"""What stands before the bracket of a list's label, "a)" or "iv)", which is not opened."""


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
    source, target = _brackets(pair.source), _brackets(pair.target)
    balanced = source[0] == source[1]
    if balanced and target[0] != target[1]:
        issues.append(_notice(pair, say("A bracket is opened and not closed, or closed and not opened.")))
    elif balanced and target[0] < source[0]:
        issues.append(_notice(pair, say("What stands in brackets in the source is not in brackets here, or is gone.")))
    return issues


def _brackets(text: str) -> tuple[int, int]:
    """How many brackets are opened and closed, without labels in or before one: "(a)" and "a)" are the same."""
    opened = closed = 0
    start = -1
    for match in _BRACKET.finditer(text):
        if _OPEN.match(match[0]):
            opened, start = opened + 1, match.end()
        elif opened > closed:
            label = _LABEL.fullmatch(text, start, match.start())
            opened, closed = (opened - 1, closed) if label else (opened, closed + 1)
        elif not _LABEL.search(text[: match.start()]):
            closed += 1
    return opened, closed


def _notice(pair: Pair, message: str) -> Issue:
    """A notice about the whole segment."""
    return Issue("quotes", pair.segment, None, message, "notice")
