"""What a change means to a policy reader: an amount, a duty, a clause, a name, other words, or form alone."""

import re
from collections.abc import Mapping, Sequence

from summarize.comparison.values import ChangeGroup, FactChange
from summarize.facts.when import dates
from translate.document import Document
from translate.revision.change import Change, Mark
from translate.revision.redline import tokens
from translate.tag import primary
from translate.text.lexicon import pattern
from translate.text.words import words

_MOST_WORDS = 40
"""Changed words from which more count no further: a long sentence is no weightier than a long list."""
_NAME = 5
"""What a name is worth, in changed words."""
_PURPOSE = 10
"""What a change in a sentence that says what something is for is worth besides."""
_CLAUSE = 3
"""Words in a row that make a clause, a purpose or another thing in a list."""
_BESIDE_DATE = 2
"""Words that a line with the date of a document has beside it: the day of the week, "Lisbon,"."""
_ADDRESS = re.compile(r"\w\.\w|@")


def is_blank(document: Document, segments: Sequence[int]) -> bool:
    """Whether nothing can be read there: a rule of dashes, a row of dots."""
    return not any(character.isalnum() for i in segments for character in document.segment_text(i))


def is_form(old: Document, new: Document, change: Change) -> bool:
    """Whether a change is one of form: capitals, punctuation, quotes, the division into sentences, or the date of the
    document itself."""
    sides = [(old, change.old), (new, change.new)]
    if all(is_date(document, segments) for document, segments in sides if segments):
        return True
    before, after = (words(" ".join(document.segment_text(i) for i in segments)) for document, segments in sides)
    return before == after


def is_date(document: Document, segments: Sequence[int]) -> bool:
    """Whether a sentence is a date and nothing else, as below a title or above a signature."""
    text = " ".join(document.segment_text(i) for i in segments)
    found = dates(text, primary(document.segment_language(segments[0])))
    beside = words("".join(" " if any(a <= i < b for a, b in found) else text[i] for i in range(len(text))))
    return bool(found) and len(beside) <= _BESIDE_DATE and not any(word.isdigit() for word in beside)


def weighed(old: Document, new: Document, change: Change, facts: Sequence[FactChange]) -> tuple[ChangeGroup, float]:
    """What a change touches, and how much of it there is, in words.

    Args:
        old: The earlier version.
        new: The later one.
        change: "changed", "new" or "dropped", and not one of form.
        facts: Those of this change.
    """
    runs = _runs(old, new, change)
    count = sum(len(words(text)) for text, _ in runs)
    names = sum(name for _, name in runs)
    worth = min(_MOST_WORDS, count) + _NAME * names
    document, segments = (new, change.new) if change.new else (old, change.old)
    purpose = pattern("purposes", primary(document.segment_language(segments[0])), "purpose")
    text = " ".join(document.segment_text(i) for i in segments)
    if purpose is not None and purpose.search(text) and count >= _CLAUSE:
        worth += _PURPOSE
    if any(fact.table != "duties" for fact in facts):
        return "values", worth
    if change.kind == "changed" and any(_binds_otherwise(fact) for fact in facts):
        return "duties", worth
    if names or any(len(words(text)) >= _CLAUSE for text, _ in runs):
        return "clauses", worth
    return "words", worth


def same_change(old: Document, new: Document, change: Change) -> tuple[str, ...]:
    """What two changes share that are the same in two places: the words that went, and those that came.

    A word that only came, such as "not", or only went, means what its sentence says, which counts too.
    """
    found = [" ".join(text.casefold().split()) for text, _ in _runs(old, new, change)]
    if change.kind == "changed" and not (change.removed and change.added):
        found += [new.segment_text(j) for j in change.new]
    return (change.kind, str(len(change.removed)), *found)


def by_change(facts: Sequence[FactChange]) -> Mapping[int, list[FactChange]]:
    """The facts of each change that has any, by its position."""
    found: dict[int, list[FactChange]] = {}
    for fact in facts:
        found.setdefault(fact.change, []).append(fact)
    return found


def _binds_otherwise(fact: FactChange) -> bool:
    """Whether a duty came or went, binds somebody else, or permits where it obliged."""
    if fact.old is None or fact.new is None:
        return True
    return (fact.old.who.casefold(), fact.old.mode) != (fact.new.who.casefold(), fact.new.mode)


def _runs(old: Document, new: Document, change: Change) -> list[tuple[str, int]]:
    """The stretches that went and came, each with the number of names in it."""
    marks = [(old, mark) for mark in change.removed] + [(new, mark) for mark in change.added]
    if change.kind != "changed":
        document, segments = (new, change.new) if change.new else (old, change.old)
        marks = [(document, Mark(i, 0, len(document.segment_text(i)))) for i in segments]
    return [
        (document.segment_text(mark.segment)[mark.start : mark.end], _names(document, mark)) for document, mark in marks
    ]


def _names(document: Document, mark: Mark) -> int:
    """Names and addresses in a stretch: capitals that no sentence's start explains, and what has a dot or @ inside."""
    text = document.segment_text(mark.segment)
    found, follows = 0, False
    for word, start, _ in tokens(text):
        opens = not text[:start].strip() or text[:start].rstrip()[-1] in ".:!?"
        is_name = (word[0].isupper() and not opens) or (not word[0].isdigit() and bool(_ADDRESS.search(word)))
        if is_name and not follows and mark.start <= start < mark.end:
            found += 1
        follows = is_name
    return found
