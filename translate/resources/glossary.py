"""Glossary: the reader's terms, where a text uses them, and whether a translation kept to them."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from translate.errors import FormatError, InputError, LanguageError
from translate.hypothesis import Hypothesis, Link, Repair
from translate.languages.table import UNDETERMINED, language, name_of
from translate.message import say
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
        return _find(stems(text, self.target_language), stems(term.target, self.target_language)) is not None


@dataclass(frozen=True, slots=True)
class Adherence:
    """What a translation did with one term.

    Attributes:
        term: The term.
        used: Segments that use it and have its target.
        missed: Segments that use it and have not.
    """

    term: Term
    used: tuple[int, ...] = ()
    missed: tuple[int, ...] = ()

    @property
    def inconsistent(self) -> bool:
        """Whether the term was translated as asked in one place and otherwise in another."""
        return bool(self.used and self.missed)


@dataclass(frozen=True, slots=True)
class Collision:
    """Two terms that became one: both have, or were given, the same target.

    Attributes:
        term: The term whose translation is another one's.
        other: The term that it was taken for.
        segments: Where; empty where the glossary itself gives both the same target.
    """

    term: Term
    other: Term
    segments: tuple[int, ...] = field(default=())


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
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1):
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


def require_pair(pair: tuple[str, str], wanted: tuple[str, str]) -> None:
    """Raise InputError for a glossary of two languages where two others are wanted.

    Args:
        pair: BCP 47 codes of the glossary's languages; regions do not count.
        wanted: Those of the text and its translation; "und" for one that is not known yet.
    """
    if any(
        UNDETERMINED != other.partition("-")[0] != own.partition("-")[0]
        for own, other in zip(pair, wanted, strict=True)
    ):
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


def adherence(glossary: Glossary, sources: Mapping[int, str], targets: Mapping[int, str]) -> tuple[Adherence, ...]:
    """What a translation did with each term that its source uses, in the order of the glossary.

    Args:
        glossary: The terms.
        sources: Text by segment id.
        targets: Translation by segment id.
    """
    used: defaultdict[Term, list[int]] = defaultdict(list)
    missed: defaultdict[Term, list[int]] = defaultdict(list)
    for segment in sorted(sources):
        for term in glossary.uses(sources[segment]):
            (used if glossary.keeps(term, targets[segment]) else missed)[term].append(segment)
    return tuple(
        Adherence(term, tuple(used[term]), tuple(missed[term])) for term in glossary.terms if used[term] or missed[term]
    )


def collisions(glossary: Glossary, sources: Mapping[int, str], targets: Mapping[int, str]) -> tuple[Collision, ...]:
    """Pairs of terms that became one: by the glossary itself, then by the translation, in the order of the glossary."""
    found = [
        Collision(term, other)
        for i, term in enumerate(glossary.terms)
        for other in glossary.terms[i + 1 :]
        if term.target.casefold() == other.target.casefold()
    ]
    for entry in adherence(glossary, sources, targets):
        for other in glossary.terms:
            if other.target.casefold() == entry.term.target.casefold():
                continue
            places = tuple(
                segment
                for segment in entry.missed
                if other not in glossary.uses(sources[segment]) and glossary.keeps(other, targets[segment])
            )
            if places:
                found.append(Collision(entry.term, other, places))
    return tuple(found)


def replace_terms(text: str, hypothesis: Hypothesis, glossary: Glossary) -> Hypothesis:
    """The hypothesis with its missed terms replaced where word links say which words stand for them.

    Only for readers who ask for it: the words around a term are left as they are, so that its article or its ending may
    not fit. Every replacement is recorded in `repairs`; the caller makes an issue of each.

    Args:
        text: The segment.
        hypothesis: With its alignment; without links nothing is replaced.
        glossary: The terms.
    """
    for term in glossary.uses(text):
        span = _target_span(text, term, hypothesis.alignment, glossary)
        if span is None or glossary.keeps(term, hypothesis.text):
            continue
        old = hypothesis.text[span[0] : span[1]]
        new = term.target[:1].upper() + term.target[1:] if old[:1].isupper() and not term.kept else term.target
        record = Repair(
            say("The glossary has “{target}” for “{term}”.", target=term.target, term=term.source),
            say("“{old}” replaced by “{new}”.", old=old, new=new),
        )
        hypothesis = replace(
            hypothesis,
            text=hypothesis.text[: span[0]] + new + hypothesis.text[span[1] :],
            alignment=tuple(_shifted(hypothesis.alignment, span, len(new))),
            repairs=(*hypothesis.repairs, record),
        )
    return hypothesis


def _target_span(text: str, term: Term, links: Sequence[Link], glossary: Glossary) -> tuple[int, int] | None:
    """Stretch of the hypothesis that the term's words are linked to; None where it is far longer than the term."""
    start = text.casefold().find(term.source.casefold())
    if start < 0:
        return None
    ends = [link for link in links if link.source_start < start + len(term.source) and link.source_end > start]
    if not ends:
        return None
    span = min(link.target_start for link in ends), max(link.target_end for link in ends)
    return span if span[1] - span[0] <= 3 * max(len(term.source), len(term.target)) else None


def _shifted(links: Iterable[Link], span: tuple[int, int], length: int) -> Iterable[Link]:
    """Links after a stretch was replaced by one of another length; those into the stretch point at all of it."""
    shift = length - (span[1] - span[0])
    for link in links:
        if link.target_start >= span[1]:
            yield link._replace(target_start=link.target_start + shift, target_end=link.target_end + shift)
        elif link.target_end > span[0]:
            yield link._replace(target_start=span[0], target_end=span[0] + length)
        else:
            yield link


def _find(found: Sequence[str], wanted: Sequence[str]) -> tuple[int, int] | None:
    """Where a run of stems stands among others, or None."""
    size = len(wanted)
    for start in range(len(found) - size + 1 if size else 0):
        if list(found[start : start + size]) == list(wanted):
            return start, start + size
    return None
