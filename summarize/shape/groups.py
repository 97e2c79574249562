"""groups(): a summary's points under short headings, by what each of them does."""

import re

from summarize.facts.obligations import obligations
from summarize.facts.people import own_names
from summarize.facts.provisions import first_provision
from summarize.facts.quantities import amounts
from summarize.facts.spans import known
from summarize.facts.tables import rows_in
from summarize.summary import GROUP_KINDS, Group, GroupKind, Summary
from translate.tag import primary
from translate.text.lexicon import pattern

_MONEY = re.compile(r"[$€£¥₽]|\b(?:EUR|USD|GBP|CHF|ECU)\b|euro|dollar|dólar|dollari|pound|libra|livre", re.IGNORECASE)
_ASKS = re.compile(r"[?？؟]")
# What a cue of a kind tells. Of a point with cues of several kinds the first in this order wins among equals.
_CUES: dict[GroupKind, float] = {"decides": 2.0, "costs": 1.5, "next": 2.0, "open": 1.6, "duties": 1.4, "about": 1.8}
# What facts tell beside cues: money, a deadline, who must do what in an act, and nothing.
_PAID, _DATED, _OBLIGED, _DEFAULT = 2.2, 1.3, 2.1, 1.0
_LEAST_KINDS = 2


def groups(summary: Summary) -> tuple[Group, ...]:
    """The points by kind, in the order of GROUP_KINDS; none where all are of one kind, or the language has no words.

    Every point is in one group. Its kind is the one that its sentences tell best, by cues and by facts: money costs,
    a date without somebody's duty comes next, an act's duty is who must do what.
    """
    document = summary.document
    if not known(primary(document.language)) or pattern("shape", primary(document.language), "about") is None:
        return ()
    own, opens = own_names(document), first_provision(document)
    found: dict[GroupKind, list[int]] = {kind: [] for kind in GROUP_KINDS}
    for position, point in enumerate(summary.points):
        segments = [citation.segment for citation in point.citations]
        act = document.segments[segments[-1]].block > opens
        text = " ".join(document.segment_text(segment) for segment in segments)
        found[kind_of_point(text, document.segment_language(segments[-1]), tuple(own), act)].append(position)
    filled = tuple(Group(kind, tuple(points)) for kind, points in found.items() if points)
    return filled if len(filled) >= _LEAST_KINDS else ()


def kind_of_point(text: str, language: str, own: tuple[str, ...] = (), act: bool = True) -> GroupKind:
    """Which heading a point belongs under.

    Args:
        text: Its sentences.
        language: BCP 47 code.
        own: The document's own names for bodies.
        act: Whether it stands in an act's provisions.
    """
    code = primary(language)
    scores: dict[GroupKind, float] = dict.fromkeys(GROUP_KINDS, 0.0)
    for kind, worth in _CUES.items():
        cue = pattern("shape", code, kind)
        scores[kind] = worth if cue and cue.search(text) else 0.0
    paid = any(_MONEY.search(text[slice(*span)]) for span in amounts(text, code))
    scores["costs"] = max(scores["costs"] if amounts(text, code) else 0.5 * scores["costs"], _PAID * paid)
    obliged = bool(obligations(text, code, act, own))
    if obliged:
        scores["duties"] = _OBLIGED if act else _CUES["duties"]
    elif any(row.table == "deadlines" for row in rows_in(text, code, own, act)):
        scores["next"] = max(scores["next"], _DATED)
    if _ASKS.search(text):
        scores["open"] += _CUES["open"]
    scores["about"] = max(scores["about"], _DEFAULT)
    return max(_CUES, key=lambda kind: scores[kind])
