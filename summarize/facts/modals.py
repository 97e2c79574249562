"""Words that oblige, forbid or permit, where they stand in a sentence, and what "not" before them makes of them."""

import re

from summarize.facts.fact import Mode
from summarize.facts.spans import Span
from translate.text.lexicon import pattern

# "aplica-se o disposto" does nothing to anybody.
_PASSIVE_SE = re.compile(r"-se\b")
# "hat die Unterlagen nachzureichen": the infinitive ends the clause.
_GERMAN_HAS_TO = re.compile(r"(?<!\w)(?:hat|haben)(?=\s[^,;.]{0,80}\s(?:zu [a-zäöüß]+n|[a-zäöüß]+zu[a-zäöüß]+n)[,;.])")
# "shall not be entitled to", "não dispõe de".
NOT_BEFORE = re.compile(
    r"(?<!\w)(?:not|never|não|nunca|no|ne|n[’'])(?:\s\w+ly)?(?:\s(?:be|have|ainda|se|lhe|être|avoir))?\s*$",
    re.IGNORECASE,
)

# "shall not be required to" forbids nothing; "their will to cooperate" is a noun.
_NEED_NOT = re.compile(r"(?<=not)\s(?:\w+ly\s)?be\s(?:required|obliged|bound|compelled)\sto\b|(?<=will)\sto\b")


def word_spans(text: str, language: str, kind: str) -> list[Span]:
    """Where the words of one kind stand."""
    find = pattern("facts", language, kind)
    return [match.span() for match in find.finditer(text)] if find else []


def modals(text: str, language: str, act: bool = True) -> list[tuple[Span, Mode]]:
    """Words that oblige, forbid or permit their subject, without those that only state."""
    outside = word_spans(text, language, "statement")
    modal = pattern("modals", language, "obligation")
    found: dict[Span, Mode] = {match.span(): "must" for match in modal.finditer(text)} if modal else {}
    duties = [span for span in word_spans(text, language, "duty") if not NOT_BEFORE.search(text[: span[0]])]
    found |= dict.fromkeys(duties, "must")
    found |= dict.fromkeys(word_spans(text, language, "agreed") if act else (), "must")
    if language == "de":
        found |= dict.fromkeys((match.span() for match in _GERMAN_HAS_TO.finditer(text)), "must")
    found = {span: mode for span, mode in found.items() if not any(a <= span[0] < b for a, b in outside)}
    rights: dict[Span, Mode] = dict.fromkeys(word_spans(text, language, "right"), "may")
    rights |= dict.fromkeys(word_spans(text, language, "permits") if act else (), "may")
    forbidden: dict[Span, Mode] = dict.fromkeys(word_spans(text, language, "prohibition"), "must_not")
    found = rights | found | forbidden
    found = {span: mode for span, mode in found.items() if not (span[0] and text[span[0]].isupper())}  # "29 May"
    inside = [span for span in found for a, b in found if a <= span[0] and span[1] <= b and (a, b) != span]
    found = {span: mode for span, mode in found.items() if not _NEED_NOT.match(text, span[1])}
    return sorted((span, mode) for span, mode in found.items() if span not in inside)


def plain(text: str, language: str) -> list[Span]:
    """Verbs in the plain present or future, without those that look like one."""
    other = pattern("facts", language, "plain_not")
    found = [span for span in word_spans(text, language, "plain") if not (other and other.fullmatch(text, *span))]
    return [span for span in found if not _PASSIVE_SE.match(text, span[1])]


def negated(text: str, language: str, verb: Span, mode: Mode) -> Mode:
    """The mode, which "not" before "be entitled" makes a prohibition."""
    return "must_not" if mode != "must_not" and NOT_BEFORE.search(text[: verb[0]]) else mode
