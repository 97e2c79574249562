"""Comparison: two versions of a text, tied together sentence by sentence."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

from summarize.facts import Table, TableRow
from translate.document import Document
from translate.issue import Issue
from translate.revision.change import CHANGE_KINDS, Change, Mark
from translate.translation import Translation

FactChangeKind = Literal["changed", "added", "removed"]
ChangeGroup = Literal["values", "duties", "clauses", "words"]
GROUPS: tuple[ChangeGroup, ...] = get_args(ChangeGroup)
"""What a change touches, the weightiest first: amounts and periods; duties and rights; whole clauses, purposes, names
of bodies and services; other words."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """A duty, date or amount that is not what it was.

    Attributes:
        kind: What became of it.
        table: Which table it belongs to: "deadlines", "duties" or "numbers".
        change: Position in Comparison.changes, which is its citation.
        old: What it was; None of an added one. Its segments are the old version's.
        new: What it is; None of a removed one. Its segments are the new version's.
    """

    kind: FactChangeKind
    table: Table
    change: int
    old: TableRow | None
    new: TableRow | None


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """A change of content; its text is the sentence itself.

    Attributes:
        change: Position in Comparison.changes, which cites the segments of both versions.
        text: The new sentence, of a dropped one the old.
        in_target: The same in the language wanted; empty where there is no translation.
        tables: What of a policy reader's tables it changes: "deadlines", "duties", "numbers"; may be empty.
        group: What it touches.
        also: Positions of further changes that exchange the same words.
    """

    change: int
    text: str
    in_target: str
    tables: tuple[Table, ...]
    group: ChangeGroup = "words"
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Redline:
    """Words removed and added in the translations of a changed sentence.

    Attributes:
        change: Position in Comparison.changes.
        removed: Marks in the target of the old version's translation.
        added: Marks in the target of the new version's translation.
        reworded: The same where the translation has other words than the earlier one, and the sentence has not.
    """

    change: int
    removed: tuple[Mark, ...]
    added: tuple[Mark, ...]
    reworded: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """Two versions of a text, or two language versions of one.

    Attributes:
        old: The earlier version, or one language version.
        new: The later one, or the other.
        changes: What became of each sentence, in the order of the new version; every segment is in exactly one.
        target: BCP 47 code of the language that both are translated to; empty where none was asked for.
        old_translation: Of the earlier version; None where none was asked for or none could be had. Between two
            language versions the machine's reading of the first in the language of the second.
        new_translation: Of the later version, in which unchanged sentences keep the earlier version's translation.
        redlines: Of changed sentences, in the translations.
        points: The changes of content, the weightiest first, the same one in several places once.
        forms: Positions of the changes of form alone. With those of the points they are all that is changed, new or
            dropped, lines without a word left out.
        facts: Duties, dates and amounts that changed, in the order of the text.
        issues: What to check in the translation of changed and new sentences. Between two language versions what the
            checks find between them; their segments are the first one's.
    """

    old: Document
    new: Document
    changes: tuple[Change, ...]
    target: str = ""
    old_translation: Translation | None = None
    new_translation: Translation | None = None
    redlines: tuple[Redline, ...] = ()
    points: tuple[ChangePoint, ...] = ()
    forms: tuple[int, ...] = ()
    facts: tuple[FactChange, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def is_across(self) -> bool:
        """Whether the two are language versions of one text and not a text and its revision."""
        return any(change.kind == "counterpart" for change in self.changes)

    @property
    def counts(self) -> dict[str, int]:
        """Number of changes by kind, in the order of CHANGE_KINDS; kinds that do not occur are left out.

        A line that came or went without a word in it, such as a rule of dashes, does not count.
        """
        found = Counter(change.kind for change in self.changes if not self.is_rule(change))
        return {kind: found[kind] for kind in CHANGE_KINDS if found[kind]}

    def is_rule(self, change: Change) -> bool:
        """Whether a change is that of a line without a word: a rule of dashes, a row of dots."""
        texts = [self.old.segment_text(i) for i in change.old] + [self.new.segment_text(j) for j in change.new]
        return change.kind in ("new", "dropped") and not any(c.isalnum() for text in texts for c in text)

    def __repr__(self) -> str:
        """What it is, in a line, without its texts."""
        counted = ", ".join(f"{count:,} {kind}" for kind, count in self.counts.items())
        return f"<Comparison {self.old.language} → {self.new.language}: {counted or 'no sentences'}>"
