"""An act to work with: `python -m examples.lawyer [FILE] [LANGUAGE] [GLOSSARY]`.

Who must do what, in both languages; where the translation does not keep to your terms; and the whole as XLIFF, for the
editor of your translation tool.
"""

import sys
from pathlib import Path

from summarize import brief
from translate import read
from translate.formats.registry import write_bilingual
from translate.resources.adherence import adherence
from translate.resources.glossary import read_glossary


def main(file: str = "examples/lei-dados.pt.txt", target: str = "en", terms: str = "") -> None:
    """Print duties and terms; write the XLIFF where it is run."""
    document = read(Path(file))
    glossary = read_glossary(terms, document.language, target) if terms else None
    briefing = brief(document, target, glossary=glossary)
    translation = briefing.translation
    if translation is None:
        sys.exit(briefing.issues[0].message)
    for fact in briefing.facts:
        if fact.kind == "obligation":
            print(f"{fact.segment + 1}: {fact.text}\n   {translation.hypotheses[fact.segment].text}")
    sources, targets = dict(enumerate(translation.source.texts)), dict(enumerate(translation.target.texts))
    for entry in adherence(glossary, sources, targets) if glossary else ():
        missed = ", ".join(str(segment + 1) for segment in entry.missed)
        print(f"{entry.term.source} → {entry.term.target}: " + (f"not in {missed}" if missed else "kept to"))
    Path(f"{Path(file).stem}.xliff").write_bytes(write_bilingual(translation, "xliff"))


if __name__ == "__main__":
    main(*sys.argv[1:])
