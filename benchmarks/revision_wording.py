"""How far the translations of two versions differ where the versions do not, before and after the wording is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from translate.checks.registry import check
from translate.choices import Choices
from translate.document import Block, Document, Segment
from translate.engines.registry import EngineSet
from translate.hypothesis import Hypothesis
from translate.pipeline.run import translate
from translate.reading.reader import read
from translate.resources.earlier import Earlier, Former
from translate.revision.alignment import align
from translate.revision.wording import Said, Sides
from translate.translation import Translation

_DIRECTIONS = {"en": "pt", "pt-BR": "en"}


@dataclass(frozen=True, slots=True)
class Pairs:
    """Changed sentences, each once, in the order of the versions."""

    old: list[str]
    new: list[str]


@dataclass(frozen=True, slots=True)
class Count:
    """Words of two translations that differ.

    Attributes:
        differing: In both, all.
        alone: Those of them where the sentence did not change.
        issues: Errors and warnings of the checks on the new translations.
    """

    differing: int
    alone: int
    issues: int

    def __str__(self) -> str:
        share = 100 * self.alone / max(1, self.differing)
        return f"{share:.1f} % ({self.alone} of {self.differing}), {self.issues} errors and warnings"


def wording_notes(folder: Path) -> list[str]:
    """A sentence for each direction."""
    notes = []
    with EngineSet() as engines:
        for own, target in _DIRECTIONS.items():
            pairs = changed_pairs(sorted(folder.glob(f"*/{own}")))
            first = translate(lines(pairs.old, own[:2]), target, alignment=True, engines=engines)
            former = {
                new: Former(old, said.text, said.alignment)
                for old, new, said in zip(pairs.old, pairs.new, first.hypotheses, strict=True)
            }
            document = lines(pairs.new, own[:2])
            apart = translate(document, target, alignment=True, engines=engines)
            choices = Choices(alignment=True, earlier=Earlier(target, {}, former))
            kept = translate(document, target, choices=choices, engines=engines)
            notes.append(
                f"Words in which the translations of {len(pairs.new)} changed sentences from {own[:2]} to {target} "
                f"differ though the sentence does not: {count(first, apart)} where each version is translated for "
                f"itself, {count(first, kept)} as compare() does it."
            )
    return notes


def changed_pairs(folders: Sequence[Path]) -> Pairs:
    """One sentence that became one other, each pair once."""
    found: dict[str, str] = {}
    for folder in folders:
        documents = [read(path) for path in sorted(folder.glob("*.md"))]
        for old, new in pairwise(documents):
            for change in align(old, new):
                if change.kind == "changed" and len(change.old) == len(change.new) == 1:
                    texts = [" ".join(text.split()) for text in (old.texts[change.old[0]], new.texts[change.new[0]])]
                    found.setdefault(texts[1], texts[0])
    return Pairs(list(found.values()), list(found))


def count(old: Translation, new: Translation) -> Count:
    """What differs, of all sentences together."""
    differing = alone = 0
    for i, (before, after) in enumerate(zip(old.hypotheses, new.hypotheses, strict=True)):
        sides = Sides(said(old.source.texts[i], before), said(new.source.texts[i], after))
        for one in sides.differences():
            size = one.old[1] - one.old[0] + one.new[1] - one.new[0]
            differing += size
            alone += 0 if one.is_change else size
    found = check(new.source.texts, new.hypotheses, new.source.languages, new.target.language)
    return Count(differing, alone, sum(issue.severity != "notice" for issue in found))


def said(text: str, hypothesis: Hypothesis) -> Said:
    """A sentence with its translation."""
    return Said(text, hypothesis.text, hypothesis.alignment)


def lines(texts: Sequence[str], language: str) -> Document:
    """A document of one segment a line."""
    blocks, segments, start = [], [], 0
    for position, text in enumerate(texts):
        blocks.append(Block(start, start + len(text)))
        segments.append(Segment(start, start + len(text), position, language))
        start += len(text) + 1
    return Document("\n".join(texts), language, tuple(blocks), tuple(segments))
