"""Keeps a version's files, so that every later one is held to opening them: python -m tests.keeping tests/kept/0.1.0.

A reader's files outlive the version that wrote them: a briefing in an archive, a memory of years of corrections. The
kept ones come from a text with something of everything: labels, a list, a table, two languages, terms, a memory's
sentence, repairs, a second engine's opinions.
"""

import sys
from pathlib import Path

from summarize import brief, export
from translate.resources.glossary import read_glossary
from translate.resources.memory import Memory

KEPT = Path(__file__).parent / "kept"
TEXT = """# Act 12/2026 on river ferries

## Article 1. Licences

The Agency shall issue 14 licences by 3 March 2027. This number shall not be raised without a hearing.

1. The ferry operator pays € 2,500 a year;
2. The ferry operator must not carry more than 120 passengers.

## Article 2. Warnings

No operator may hold back a flood warning. O capitão responde perante a Agência.

| Route | Fare |
| --- | --- |
| North bank | 12.50 |

The fee is 2½ times the fare, see Article 1(2).
"""
UNITS = (
    ("No operator may hold back a flood warning.", "Nenhum operador pode reter um aviso de cheia."),
    ("The Agency keeps a register.", "A Agência mantém um registo."),
)
TERMS = """source,target,note
flood warning,aviso de cheia,
ferry operator,operador de balsas,the licence holder
The Agency,A Agência,
"""


def keep(folder: Path) -> None:
    """Write a briefing as JSON, the memory and the glossary that it was made with, and the text."""
    folder.mkdir(parents=True)
    (folder / "ferries.md").write_text(TEXT, "utf-8")
    (folder / "glossary.csv").write_text(TERMS, "utf-8")
    with Memory(folder / "memory.sqlite") as memory:
        memory.add(UNITS, "en", "pt")
        terms = read_glossary(folder / "glossary.csv", "en", "pt")
        briefing = brief(folder / "ferries.md", "pt", glossary=terms, memory=memory, second="pseudo", thorough=True)
    (folder / "briefing.json").write_text(export(briefing, "json"), "utf-8")


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
