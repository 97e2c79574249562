"""What sets British and American English apart: spelling, and the order of dates."""

import re
from collections.abc import Callable
from functools import cache, partial

from translate.text.changes import Change
from translate.text.variants.variant import table_rows

_WORD = re.compile(r"(?<![\w'’./@-])[^\W\d_]{4,}(?![\w@/-]|\.\w)")
_BEFORE_CAPITAL = re.compile(r"(?:^|[.!?:;]\s+[\"“(]?|\n\s*)$")
_ISE = re.compile(r"(\w+?)i[sz](e|ed|es|er|ers|ing|able|ation|ations|ational)")
_YSE = re.compile(r"(\w+?)y[sz](e|ed|er|ers|ing)")
_DOUBLED = re.compile(r"(\w+?l)l?(ed|ing|er|ers|or|ors)")
_MONTH = r"(January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"([12]?\d|3[01])(?:st|nd|rd|th)?"
_AMERICAN = re.compile(rf"(?<![\w-]){_MONTH} {_DAY}(?:,? (\d{{4}})\b,?(?=\s|[.;:)])|(?![\w,.-]*\d))(?![\w-])")
_BRITISH = re.compile(rf"(?<![\w.,-]){_DAY} {_MONTH}(?: (\d{{4}}))?(?![\w-])")
_PER_CENT = re.compile(r"(?<=\w )per ?cent(?!\w)")

Rule = Callable[[str], tuple[Change, ...]]


def towards_britain() -> tuple[Rule, ...]:
    """The rules of en-GB, in order."""
    return (partial(spelling, variant="en-GB"), day_first)


def towards_america() -> tuple[Rule, ...]:
    """The rules of en-US, in order."""
    return (partial(spelling, variant="en-US"), month_first)


def spelling(text: str, variant: str) -> tuple[Change, ...]:
    """ "organise the centre" as "organize the center", or back; words with a capital inside a sentence are names."""
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.islower() and (word[1:] != word[1:].lower() or not _BEFORE_CAPITAL.search(text[: match.start()])):
            continue
        new = _respelled(word.lower(), variant)
        if new != word.lower():
            found.append(Change(*match.span(), new if word.islower() else new[:1].upper() + new[1:]))
    per_cent = "percent" if variant == "en-US" else "per cent"
    found += [Change(*match.span(), per_cent) for match in _PER_CENT.finditer(text) if match[0] != per_cent]
    return tuple(sorted(found))


def day_first(text: str) -> tuple[Change, ...]:
    """ "August 11, 2026" as "11 August 2026"."""
    return tuple(
        Change(*match.span(), " ".join(part for part in (match[2], match[1], match[3]) if part))
        for match in _AMERICAN.finditer(text)
    )


def month_first(text: str) -> tuple[Change, ...]:
    """ "11 August 2026" as "August 11, 2026"."""
    return tuple(
        Change(*match.span(), f"{match[2]} {match[1]}" + (f", {match[3]}" if match[3] else ""))
        for match in _BRITISH.finditer(text)
    )


def _respelled(word: str, variant: str) -> str:
    """One word in lower case as a variant spells it."""
    if new := _of_kind("whole", variant).get(word):
        return new
    american = variant == "en-US"
    endings = (("ise", _ISE, "iz" if american else "is"), ("yse", _YSE, "yz" if american else "ys"))
    for kind, pattern, new in endings:
        match = pattern.fullmatch(word)
        if match and match[1] in _of_kind(kind, variant):
            return f"{match[1]}{new}{match[2]}"
    match = _DOUBLED.fullmatch(word)
    if match and match[1] in _of_kind("double", variant):
        return f"{match[1]}{'' if american else 'l'}{match[2]}"
    for row in table_rows(variant):
        if row.kind == "beginning" and word.startswith(row.old) and not (row.kept and word.startswith(row.kept)):
            return row.new + word[len(row.old) :]
    return word


@cache
def _of_kind(kind: str, variant: str) -> dict[str, str]:
    """What rows of one kind have, with what it becomes."""
    return {row.old: row.new for row in table_rows(variant) if row.kind == kind}
