"""The packaged terms of laws and policy: where a text uses one, and whether a translation has a word for it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from translate.tag import primary
from translate.text.plurals import plural
from translate.text.stems import stem
from translate.text.words import words

FORCED = ("en-pt", "pt-en", "both", "none")
VARIANTS = ("both", "pt-PT", "pt-BR")


class Form(NamedTuple):
    """One way to write a term: in the singular, in the plural (None where it has none), and whether it is only
    accepted in a translation and never taken for the term in a source.
    """

    one: str
    many: str | None
    only_accepted: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning and its words.

    Attributes:
        english: Its forms, the one that is written first.
        portuguese: The same.
        domain: What it belongs to.
        variant: BCP 47 code of the Portuguese that has these words, "both" where they are the same.
        forced: The directions in which the term has one translation: a pair, "both" or "none".
    """

    english: tuple[Form, ...]
    portuguese: tuple[Form, ...]
    domain: str
    variant: str
    forced: str


class TermUse(NamedTuple):
    """A term in a source text: its entry, its half-open string indices there, and what is to stand for it."""

    entry: Entry
    start: int
    end: int
    wanted: str


class _Wording(NamedTuple):
    """One form of a term as a source may have it, and what is to stand for it."""

    entry: Entry
    form: str
    wanted: str


@dataclass(frozen=True, slots=True)
class TermBase:
    """The terms that have one translation in one direction; term_base() makes it.

    Attributes:
        source_language: Primary subtag.
        target_language: Primary subtag.
        wordings: What a source may have, by its letters without case and hyphens; names first.
        pattern: Finds any of them, the longest first.
        digest: Tells one state of the terms from another.
    """

    source_language: str
    target_language: str
    wordings: Mapping[str, Sequence[_Wording]]
    pattern: re.Pattern[str]
    digest: str

    def uses(self, text: str) -> tuple[TermUse, ...]:
        """Terms that a source text uses, in its order; a term inside a longer one does not count."""
        found = []
        for match in self.pattern.finditer(text):
            for own in self.wordings[_key(match[0], self.source_language)]:
                if own.form.islower() or match[0][:1].isupper():  # a name has its capital
                    wanted = own.wanted.upper() if match[0].isupper() else own.wanted
                    found.append(TermUse(own.entry, *match.span(), wanted))
                    break
        return tuple(found)

    def keeps(self, use: TermUse, text: str) -> bool:
        """Whether a translation has any accepted form of a term, in any inflection and either spelling."""
        return any(True for _ in self.places(use, text))

    def forms(self, use: TermUse) -> tuple[str, ...]:
        """The forms in which a term is written: in the singular and, where it has one, in the plural."""
        written = _side(use.entry, self.target_language)[0]
        return (written.one, written.many) if written.many else (written.one,)

    def means(self, use: TermUse, stretch: str) -> bool:
        """Whether a stretch of a translation has all content words of a form, in any order and among others."""
        found = {_bare(word) for word in _folded(stretch, self.target_language)}
        forms = (_folded(form.one, self.target_language) for form in _side(use.entry, self.target_language))
        return any({_bare(word) for word in own if len(word) > _FUNCTION_LETTERS} <= found for own in forms)

    def places(self, use: TermUse, text: str) -> Iterator[tuple[int, int]]:
        """Where forms of a term stand in a translation: positions among its words, half-open."""
        found = _folded(text, self.target_language)
        for form in _side(use.entry, self.target_language):
            for written in (form.one, form.many):
                wanted = _folded(written or "", self.target_language)
                size = len(wanted)
                for start in range(len(found) - size + 1 if size else 0):
                    if found[start : start + size] == wanted:
                        yield start, start + size


@cache
def term_base(source: str, target: str) -> TermBase | None:
    """The packaged terms of a direction; None where there are none.

    Args:
        source: BCP 47 code of the text.
        target: BCP 47 code wanted. Portuguese with a region takes the words of that variant too, without one only those
            that are the same in both.
    """
    own, other = primary(source), primary(target)
    if f"{own}-{other}" not in FORCED:
        return None
    found: defaultdict[str, list[_Wording]] = defaultdict(list)
    for entry in all_entries():
        if entry.forced in ("both", f"{own}-{other}") and (own == "pt" or entry.variant in ("both", target)):
            for wording in _wordings(entry, own, other):
                found[_key(wording.form, own)].append(wording)
    ordered = {key: sorted(rows, key=lambda row: row.form.islower()) for key, rows in found.items()}
    forms = sorted((rows[0].form for rows in ordered.values()), key=lambda form: (-len(form), form))
    either = "|".join(_expression(form, own) for form in forms)
    pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w]|-\w)", re.IGNORECASE)
    digest = sha256(repr((_rows(), own, target)).encode()).hexdigest()[:16]
    return TermBase(own, other, ordered, pattern, digest)


@cache
def all_entries() -> tuple[Entry, ...]:
    """Every entry of the packaged file, also those that are never forced."""
    return tuple(
        Entry(_parsed(english, "en"), _parsed(portuguese, "pt"), domain, variant, forced)
        for english, portuguese, domain, variant, forced in (row.split("\t") for row in _rows())
    )


@cache
def _rows() -> tuple[str, ...]:
    """The rows of the packaged file."""
    text = files("translate.resources.terms").joinpath("en-pt.tsv").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def _parsed(cell: str, language: str) -> tuple[Form, ...]:
    """The forms of one cell; see the head of the file."""
    forms = []
    for part in cell.split("|"):
        one, divided, many = part.lstrip("~").partition("/")
        given = {"-": None}.get(many, many) if divided else plural(one, language)
        forms.append(Form(one, given, part.startswith("~")))
    return tuple(forms)


def _side(entry: Entry, language: str) -> tuple[Form, ...]:
    """An entry's forms in one language."""
    return entry.english if language == "en" else entry.portuguese


def _wordings(entry: Entry, source: str, target: str) -> Iterator[_Wording]:
    """What a source may have for an entry: every form in both numbers, but those that are only accepted."""
    written = _side(entry, target)[0]
    for form in _side(entry, source):
        if not form.only_accepted:
            yield _Wording(entry, form.one, written.one)
            if form.many and form.many != form.one:
                yield _Wording(entry, form.many, written.many or written.one)


def _expression(form: str, language: str) -> str:
    """Regular expression of a form: any white space and hyphen, any apostrophe, Portuguese in any spelling."""
    escaped = re.escape(form).replace(r"\ ", r"\s+").replace(r"\-", r"[-‐‑\s]").replace("'", "['’]")
    if language == "pt":
        escaped = re.sub(r"(?<=[a-zéó])(?=[çt])", "[cp]?", escaped)
        escaped = escaped.replace("é", "[éê]").replace("ó", "[óô]")
    return escaped


def _key(text: str, language: str) -> str:
    """What a form is looked up by."""
    plain = re.sub(r"[-‐‑\s]+", " ", text.casefold()).replace("’", "'")
    return _respelled(plain) if language == "pt" else plain


def _respelled(text: str) -> str:
    """Portuguese in one spelling, for comparing: of Portugal, of Brazil and of before 1990 are the same."""
    plain = re.sub(r"[cp](?=[cçt])", "", text.translate(_SPELLINGS))
    return plain.replace("éi", "ei").replace("ói", "oi")


def _folded(text: str, language: str) -> Sequence[str]:
    """Stems of a text's words, the same for every spelling of Portuguese."""
    return [stem(_respelled(word) if language == "pt" else word, language) for word in words(text)]


def _bare(word: str) -> str:
    """A word without its accents, which capitals often lack."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


_FUNCTION_LETTERS = 3
_SPELLINGS = str.maketrans("ôêü", "óéu")
