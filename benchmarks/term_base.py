"""Do people translate the packaged terms as the term base does, and what does it change in the engine's acts?"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.report import arguments, data_folder, ntrex_lines, report
from translate.engines.atoms import AtomKeeper
from translate.engines.firefox.engine import FirefoxEngine
from translate.pipeline.law_terms import kept_to_terms
from translate.reading.reader import read
from translate.resources.term_base import TermBase, all_entries, term_base

_LINES = 1000
_READ_CHARACTERS = 14_000  # of an act; annexes are tables and lists

Pairs = Sequence[tuple[str, str]]


def main() -> None:
    """Run it; the exit code is 0."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--acts", type=int, default=80, help="acts to translate")
    parser.add_argument("--list", action="store_true", help="show what people wrote otherwise, and every change")
    asked = parser.parse_args()
    rows: list[tuple[object, ...]] = []
    for name, pairs in (
        ("news, people", _news("pt")),
        ("UDHR, people", _declaration()),
        ("notices, people", _notices()),
    ):
        for source, target in (("en", "pt"), ("pt", "en")):
            own = pairs if source == "en" else [(other, text) for text, other in pairs]
            rows.append(_people(name, own, _base(source, target), asked.list))
    if asked.acts:
        rows.append(_acts(asked.acts, asked.list))
    entries = all_entries()
    forced = Counter(entry.forced for entry in entries)
    report(
        "term_base",
        "Are the packaged terms right, and what do they change?",
        ("text", "direction", "sentences", "terms used", "kept before", "put in", "different terms"),
        rows,
        notes=(
            f"{len(entries)} entries: forced in both directions {forced['both']}, English to Portuguese alone "
            f"{forced['en-pt']}, back alone {forced['pt-en']}, never {forced['none']}.",
            "People: translations by people, none made with the term base; of the uses of a term in the source the "
            "share whose translation has an accepted form. A term that people write otherwise is mostly left out or "
            "paraphrased. Acts: the packaged engine's greedy output, before and after.",
            f"Acts: the first {_READ_CHARACTERS:,} characters of {asked.acts} acts of the EU; half of them were read "
            "while the terms were written.",
        ),
        packages=("onnxruntime",),
        update=asked.update,
    )


def _base(source: str, target: str) -> TermBase:
    """The terms of a direction."""
    base = term_base(source, target)
    assert base is not None
    return base


def _news(code: str) -> Pairs:
    """NTREX."""
    return list(zip(ntrex_lines("en", _LINES), ntrex_lines(code, _LINES), strict=True))


def _declaration() -> Pairs:
    """The Universal Declaration of Human Rights, unit by unit."""
    units = json.loads((data_folder("udhr") / "units.json").read_text(encoding="utf-8")).values()
    return [(unit["en"], unit["pt"]) for unit in units if "en" in unit and "pt" in unit]


def _notices() -> Pairs:
    """Legal notices with Brazilian translations."""
    lines = (data_folder("formatting") / "links_en_pt-BR.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["en"], row["pt-BR"]) for row in map(json.loads, lines)]


def _people(name: str, pairs: Pairs, base: TermBase, shown: bool) -> tuple[object, ...]:
    """How often people's translations have an accepted form."""
    used, kept, terms = 0, 0, set()
    for text, translation in pairs:
        for use in base.uses(text):
            used, terms = used + 1, terms | {use.entry}
            if base.keeps(use, translation):
                kept += 1
            elif shown:
                print(f"{text[use.start : use.end]} → {use.wanted}\n    {text}\n    {translation}")
    share = f"{kept / used:.0%}" if used else "none used"
    return (name, f"{base.source_language}-{base.target_language}", len(pairs), used, share, "", len(terms))


def _acts(count: int, shown: bool) -> tuple[object, ...]:
    """What the terms change in the engine's translations of acts."""
    base, engine = _base("en", "pt"), AtomKeeper(FirefoxEngine())
    texts = [text for text in _sentences(count) if base.uses(text)]
    used = kept = put = 0
    terms = set()
    for text, found in zip(texts, engine.translate(texts, "en", "pt"), strict=True):
        uses = base.uses(text)
        used, terms = used + len(uses), terms | {use.entry for use in uses}
        kept += sum(base.keeps(use, found.text) for use in uses)
        changed = kept_to_terms(text, found, engine, "en", "pt", base)
        put += len(changed.issues) - len(found.issues)
        if shown and changed.written:
            print(f"{text}\n    {found.text}\n    {changed.text}")
    return ("EU acts, engine", "en-pt", len(texts), used, f"{kept / used:.1%}", put, len(terms))


def _sentences(count: int) -> Iterable[str]:
    """Sentences of acts."""
    lines = (data_folder("eurlexsum") / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines[:count]):
        document = read(row["text"][:_READ_CHARACTERS], language="en")
        yield from (" ".join(text.split()) for text in document.texts)


if __name__ == "__main__":
    main()
