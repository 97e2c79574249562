"""as_demand(): “Do not open”, where an engine made a demand without a subject into a statement about nobody."""

import re

from translate.hypothesis import NOT_TRANSLATED, Hypothesis, Repair
from translate.message import say
from translate.pipeline.rewriting import rewritten
from translate.tag import primary
from translate.text.changes import Change
from translate.text.verb_forms import verb_forms
from translate.text.word_list import lemma

VERSION = 1
"""Part of the signature of a translation; another one may find other demands."""

_OPENING = re.compile(r"\W*(?:(?P<not>não)\s+)?(?P<verb>[^\W\d_]+)", re.IGNORECASE)
_STATED = re.compile(r"\W*(?P<said>(?:(?:It|He|She|They)\s+)?(?:[Dd]oes|[Dd]o)(?:\s+not|n[’']t))\s+[a-z]+")
_GOING = re.compile(r"\W*(?P<said>(?:(?:It|He|She)\s+(?=[A-Za-z]+(?:s|ing)\b)|(?=[A-Za-z]+ing\b))(?P<verb>[A-Za-z]+))")


def as_demand(text: str, found: Hypothesis, source: str, target: str) -> Hypothesis:
    """The hypothesis, as a demand where the Portuguese sentence opens with a verb in the subjunctive, or “não” and one.

    “Não reabra a negociação” asks somebody for something; “It does not reopen” tells that nothing happens.

    Args:
        text: The segment.
        found: Its translation; `written` keeps what the engine wrote.
        source: BCP 47 code of the segment; only Portuguese is changed.
        target: BCP 47 code of the translation; only English is.
    """
    if primary(source) != "pt" or primary(target) != "en" or found.origin in NOT_TRANSLATED:
        return found
    opening = _OPENING.match(text)
    if opening is None:
        return found
    change = _refused(found.text) if opening["not"] else _asked(found.text)
    if change is None or not _is_subjunctive(opening["verb"].lower()):  # which reads a list of words, so it comes last
        return found
    reason = say("It opens with a verb of asking, “{verb}”.", verb=opening["verb"])
    return rewritten(found, [change], Repair(reason, say("Put as “{new}”, by the verb.", new=change.new)))


def _is_subjunctive(word: str) -> bool:
    """Whether a Portuguese word is the subjunctive of he, by which others are asked, and no other form of its verb."""
    infinitive = lemma(word, "pt")
    if not infinitive.endswith(("ar", "er", "ir", "ôr")) or infinitive == word:
        return False
    return word == verb_forms(infinitive, "pt")["subjunctive"][0]


def _refused(text: str) -> Change | None:
    """“Do not” for “It does not” at the beginning; None where it does not begin so."""
    stated = _STATED.match(text)
    if stated is None or stated["said"] == "Do not":
        return None
    return Change(*stated.span("said"), "Do not")


def _asked(text: str) -> Change | None:
    """“Open” for “It opens” or “Opening” at the beginning; None where it does not begin so."""
    stated = _GOING.match(text)
    if stated is None:
        return None
    own = stated["verb"].lower()
    base = lemma(own, "en")
    forms = verb_forms(base, "en")
    if own not in (*forms["s"], *forms["ing"]):
        return None
    return Change(*stated.span("said"), base.capitalize())
