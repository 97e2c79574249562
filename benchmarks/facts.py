"""How many of the facts that are found are right, and how many are found? On 30 labelled sentences a language."""

import re
from pathlib import Path
from typing import NamedTuple

from benchmarks.report import arguments, report
from summarize.facts.extraction import facts_in
from summarize.facts.fact import FACT_KINDS, Fact, FactKind

LANGUAGES = ("en", "pt", "es", "fr", "de", "it", "ru", "zh", "ar")
_FOLDER = Path(__file__).with_name("facts_labelled")
_MARK = re.compile(r"\[([aodmr]) ([^\]]*)\]")
_KINDS: dict[str, tuple[FactKind, ...]] = {
    "a": ("actor",),
    "o": ("actor", "obligation"),
    "d": ("date",),
    "m": ("amount",),
    "r": ("reference",),
}


class Label(NamedTuple):
    """A fact that people see in a sentence; an obligation's span is that of who must."""

    kind: FactKind
    start: int
    end: int


class Labelled(NamedTuple):
    """A sentence and its labels."""

    text: str
    labels: tuple[Label, ...]


def labelled(language: str) -> list[Labelled]:
    """The labelled sentences of a language: [o who must], [a actor], [d date], [m amount], [r reference]."""
    return [_parsed(line) for line in (_FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()]


def counts(language: str, kind: FactKind) -> tuple[int, int, int]:
    """Facts found, those of them that are right, and labels."""
    found = right = 0
    for sentence in labelled(language):
        labels = [label for label in sentence.labels if label.kind == kind]
        facts = [fact for fact in facts_in(sentence.text, language) if fact.kind == kind]
        found += len(facts)
        right += sum(any(_agrees(fact, label, sentence.text) for label in labels) for fact in facts)
    wanted = sum(label.kind == kind for sentence in labelled(language) for label in sentence.labels)
    return found, right, wanted


def main() -> None:
    """Print the table."""
    options = arguments(__doc__ or "").parse_args()
    rows = []
    for language in LANGUAGES:
        cells = [language]
        for kind in FACT_KINDS:
            found, right, wanted = counts(language, kind)
            cells.append(
                f"{100 * right / found if found else 0:.0f} / {100 * min(right, wanted) / wanted:.0f} ({wanted})"
            )
        rows.append(cells)
    notes = [
        "Precision / recall in %, and the number of labels. A fact is right where it overlaps a label of its kind; an "
        "obligation where it names who must. The sentences were written here, by the author of the rules, and say the "
        "same things in each language: real acts are harder, above all for who must.",
    ]
    header = ["language", *FACT_KINDS]
    report("facts", "Are the facts right that are found?", header, rows, notes, (), options.update)


def _agrees(fact: Fact, label: Label, text: str) -> bool:
    """Whether a fact is what the label says."""
    if fact.kind == "obligation":
        start = text.find(fact.actor, max(0, fact.span[0] - 1))
        return start < label.end and start + len(fact.actor) > label.start
    return fact.span[0] < label.end and fact.span[1] > label.start


def _parsed(line: str) -> Labelled:
    """A line without its marks, and the marks."""
    text, labels, last = "", [], 0
    for match in _MARK.finditer(line):
        text += line[last : match.start()]
        labels += [Label(kind, len(text), len(text) + len(match[2])) for kind in _KINDS[match[1]]]
        text += match[2]
        last = match.end()
    return Labelled(text + line[last:], tuple(labels))


if __name__ == "__main__":
    main()
