"""Glossary: the reader's terms, where a text uses them, and whether a translation kept to them."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.errors import FormatError, InputError, LanguageError
from translate.languages.table import UNDETERMINED, language, name_of
from translate.message import say
from translate.tag import primary
from translate.text.plurals import number_forms
from translate.text.stems import stems

_HEADINGS = frozenset({"source", "term", "target", "translation", "source term", "target term"})
_NAMED_PAIR = re.compile(r"\.([a-z]{2,3}(?:-[A-Z][A-Za-z]+)?)-([a-z]{2,3}(?:-[A-Z][A-Za-z]+)?)$")


@dataclass(frozen=True, slots=True)
class Term:
    """A term and how it is to be translated.

    Attributes:
        source: As the source language has it.
        target: As the target language must have it; the same as `source` for what is not translated.
    """

    source: str
    target: str

    @property
    def kept(self) -> bool:
        """Whether the term stays as it is."""
        return self.source == self.target


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms of one pair of languages.

    Attributes:
        terms: In the order of the file; no source term twice.
        source_language: BCP 47 code.
        target_language: BCP 47 code.
    """

    terms: tuple[Term, ...]
    source_language: str
    target_language: str

    def uses(self, text: str) -> tuple[Term, ...]:
        """Terms that a source text uses, in any inflection; a term inside a longer one does not count."""
        left = stems(text, self.source_language)
        found = {}
        for term in sorted(self.terms, key=lambda t: -len(t.source)):
            place = _find(left, stems(term.source, self.source_language))
            if place is not None:
                found[term] = place
                left = [*left[: place[0]], *[""] * (place[1] - place[0]), *left[place[1] :]]
        return tuple(term for term in self.terms if term in found)

    def keeps(self, term: Term, text: str) -> bool:
        """Whether a translation has a term's target, in any inflection; what is kept must be there to the letter."""
        if term.kept:
            return re.search(rf"(?<![^\W\d_]){re.escape(term.target)}(?![^\W\d_])", text) is not None
        found = stems(text, self.target_language)
        forms = number_forms(term.target, self.target_language)  # "regionais" has another stem than "regional"
        return any(_find(found, stems(form, self.target_language)) is not None for form in forms)


def read_glossary(file: Path | str, source_language: str, target_language: str) -> Glossary:
    """The terms of a CSV or TSV file: source, target, anything else.

    A term without a target, or with itself as target, is not to be translated. Comma, semicolon and tab are understood;
    a first row that only names the columns is left out, and so is what stands behind "#". Where that row names two
    languages, or the file is named like "terms.en-pt.csv", these must be the two that are wanted.

    Args:
        file: The file's path.
        source_language: BCP 47 code.
        target_language: BCP 47 code.

    Raises:
        InputError: The file cannot be read, is not UTF-8 or is for two other languages.
        FormatError: A row has no term, or a term comes twice with two targets.
    """
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            say(
                "The glossary {name!r} cannot be read ({reason}). A glossary is a CSV or TSV file in UTF-8: save it as "
                "one and try again.",
                name=str(file),
                reason=str(error),
            )
        ) from error
    named = _NAMED_PAIR.search(Path(file).stem)
    pair = _languages(named.groups()) if named else None
    if pair is not None:
        require_pair(pair, (source_language, target_language))
    return parse_glossary(text, source_language, target_language)


def parse_glossary(text: str, source_language: str, target_language: str) -> Glossary:
    """The terms of a glossary's text; see read_glossary().

    >>> parse_glossary("controller,responsável pelo tratamento", "en", "pt").terms
    (Term(source='controller', target='responsável pelo tratamento'),)
    """
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    delimiter = max("\t;,", key=first.count)
    terms: dict[str, Term] = {}
    for number, row in enumerate(_rows(text, delimiter), 1):
        cells = [cell.strip() for cell in row]
        pair = None if terms else _languages(cells[:2])
        if pair is not None:
            require_pair(pair, (source_language, target_language))
            continue
        if not any(cells) or cells[0].startswith("#") or (not terms and cells[0].casefold() in _HEADINGS):
            continue
        if not cells[0]:
            raise FormatError(
                say(
                    "Row {number} of the glossary has no term in its first column. Add it or remove the row.",
                    number=number,
                )
            )
        term = Term(cells[0], cells[1] if len(cells) > 1 and cells[1] else cells[0])
        if terms.setdefault(term.source.casefold(), term).target != term.target:
            raise FormatError(
                say(
                    "The glossary has {term!r} twice, with the targets {first!r} and {second!r} (row {number}). "
                    "Remove one of the rows.",
                    term=term.source,
                    first=terms[term.source.casefold()].target,
                    second=term.target,
                    number=number,
                )
            )
    return Glossary(tuple(terms.values()), source_language, target_language)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Rows of a table.

    Raises:
        FormatError: One of them is none, such as one with a cell of over 131,072 characters.
    """
    number = 1
    try:
        for row in csv.reader(io.StringIO(text), delimiter=delimiter):
            yield row
            number += 1
    except csv.Error as error:
        raise FormatError(
            say(
                "Row {number} of the glossary cannot be read ({reason}). Look for a quotation mark that is never "
                "closed, and remove it or the row.",
                number=number,
                reason=str(error),
            )
        ) from error


def require_pair(pair: tuple[str, str], wanted: tuple[str, str]) -> None:
    """Raise InputError for a glossary of two languages where two others are wanted.

    Args:
        pair: BCP 47 codes of the glossary's languages; regions do not count.
        wanted: Those of the text and its translation; "und" for one that is not known yet.
    """
    if any(UNDETERMINED != primary(other) != primary(own) for own, other in zip(pair, wanted, strict=True)):
        raise InputError(
            say(
                "The glossary is for {source} → {target}, {text} → {wanted} is wanted. Give a glossary for these two "
                "languages, with the terms of the text in its first column.",
                source=name_of(pair[0]),
                target=name_of(pair[1]),
                text=name_of(wanted[0]),
                wanted=name_of(wanted[1]),
            )
        )


def _languages(names: Sequence[str]) -> tuple[str, str] | None:
    """Codes of two different languages, None where one of the names is no language's."""
    try:
        codes = [language(name).code for name in names]
    except LanguageError:
        return None
    return (codes[0], codes[1]) if len(set(codes)) == 2 else None


def _find(found: Sequence[str], wanted: Sequence[str]) -> tuple[int, int] | None:
    """Where a run of stems stands among others, or None."""
    size = len(wanted)
    for start in range(len(found) - size + 1 if size else 0):
        if list(found[start : start + size]) == list(wanted):
            return start, start + size
    return None
