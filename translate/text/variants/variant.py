"""Variants of a language: their names, and the changes that turn a text into one of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from translate.registry import resolve
from translate.tag import primary
from translate.text.changes import Change

VARIANTS = ("pt-PT", "pt-BR", "en-GB", "en-US")
"""BCP 47 codes of what can be asked for as a target; each language has a table beside this file."""
RULES = {
    "pt-PT": "translate.text.variants.portuguese:towards_portugal",
    "pt-BR": "translate.text.variants.portuguese:towards_brazil",
    "en-GB": "translate.text.variants.english:towards_britain",
    "en-US": "translate.text.variants.english:towards_america",
}
"""What a variant does beyond its table: functions from a text to changes, in the order of `Rules`."""
Rule = Callable[[str], Sequence[Change]]
_NAMES = {
    "pt-PT": ("european portuguese", "português europeu"),
    "pt-BR": ("brazilian portuguese", "português do brasil"),
    "en-GB": ("british english", "inglês britânico"),
    "en-US": ("american english", "inglês americano"),
}
_FIRST = frozenset({"pt-PT", "en-GB"})
"""Variants that the second column of their table is of."""
_TAG = re.compile(r"([a-z]{2,3})[-_]([a-z]{2})(?:[.@].*)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VOWEL = "aeiouáéíóúâêôãõà"


class Row(NamedTuple):
    """One row of a table as it is to be read: what is looked for, what it becomes, beginnings of words that stay."""

    kind: str
    old: str
    new: str
    kept: tuple[str, ...]


def variant_of(target: str) -> str | None:
    """The variant that a target names; None where it names none, or one without a table.

    Args:
        target: A BCP 47 code or a name, as language() takes them.

    >>> variant_of("pt_PT.UTF-8"), variant_of("Brazilian Portuguese"), variant_of("pt")
    ('pt-PT', 'pt-BR', None)
    """
    key = target.strip()
    match = _TAG.fullmatch(key)
    code = f"{match[1].lower()}-{match[2].upper()}" if match else ""
    named = next((own for own, names in _NAMES.items() if key.casefold() in names), None)
    return code if code in VARIANTS else named


def rules(variant: str) -> tuple[Rule, ...]:
    """What turns a text into a variant, in order: each rule sees what those before it made.

    Args:
        variant: One of VARIANTS.
    """
    further: Callable[[], tuple[Rule, ...]] = resolve(RULES, variant)
    return (lambda text: tuple(table_changes(text, variant)), *further())


def table_changes(text: str, variant: str) -> Iterator[Change]:
    """Words and spellings of a text that a variant has otherwise: disjoint changes in order."""
    phrases, either = _phrases(variant)
    for match in either.finditer(text):
        found = match[0]
        new = phrases.get(" ".join(found.lower().split())) or _respelled(found.lower(), variant)
        if new != found.lower():
            yield Change(*match.span(), _cased(new, found))


def _respelled(word: str, variant: str) -> str:
    """One word in lower case as a variant spells it."""
    for row in table_rows(variant):
        if row.kind == "word" or word.startswith(row.kept or ("\0",)):
            continue
        if row.kind == "stem" and word.startswith(row.old):
            word = row.new + word[len(row.old) :]
        elif row.kind == "accent":
            word = re.sub(rf"{row.old}(?=[mn][{_VOWEL}])", row.new, word)
        elif row.kind in ("letters", "old"):
            word = word.replace(row.old, row.new)
    return word


@cache
def _phrases(variant: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Whole words and phrases with what they become, and a pattern of these or any word, the longest first."""
    found = {row.old: row.new for row in table_rows(variant) if row.kind == "word"}
    longest = sorted((old for old in found if " " in old), key=lambda old: (-len(old), old))
    escaped = [re.escape(old).replace(r"\ ", r"\s+") for old in longest]
    return found, re.compile("|".join([rf"(?<![\w-])(?:{'|'.join(escaped)})(?![\w-])", _WORD.pattern]), re.IGNORECASE)


@cache
def table_rows(variant: str) -> tuple[Row, ...]:
    """The rows of the table that lead towards a variant.

    Args:
        variant: One of VARIANTS.
    """
    text = files("translate.text.variants").joinpath(f"{primary(variant)}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(_row(cells, variant) for cells in rows if cells[3] in ("both", variant))


def _row(cells: Sequence[str], variant: str) -> Row:
    """One row, turned so that it leads towards the variant."""
    kind, first, second, _ = cells
    other, _, kept = second.partition(" !")
    old, new = (other, first) if kind == "old" or variant in _FIRST else (first, other)
    return Row(kind, old, new, tuple(kept.split()))


def _cased(new: str, old: str) -> str:
    """What is to stand for words, with their capitals: of all, of the first or of each."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    if all(word[:1].isupper() for word in old.split()) and " " in old:
        return " ".join(word[:1].upper() + word[1:] for word in new.split())
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


@cache
def digest(variant: str) -> str:
    """Tells one state of a variant's table from another."""
    from hashlib import sha256

    return sha256(repr(table_rows(variant)).encode()).hexdigest()[:16]
