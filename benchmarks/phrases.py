"""What do the packaged phrases change, and is it nearer to what people wrote?"""

import json
from collections.abc import Sequence

from benchmarks.report import arguments, data_folder, ntrex_lines, report
from translate.engines.atoms import AtomKeeper
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.protocol import Decoding
from translate.pipeline.phrases import Rules, kept_to_phrases
from translate.pipeline.readings import read_again
from translate.reading.reader import read
from translate.resources.phrase_base import all_rows, phrase_base
from translate.text.chrf import chrf_table

_LINES = 1000
_MEETINGS = 12_000  # sentences; a third of the meetings' words


def main() -> None:
    """Run it; the exit code is 0."""
    parser = arguments(main.__doc__ or "")
    parser.add_argument("--list", action="store_true", help="show every change")
    asked = parser.parse_args()
    english = ntrex_lines("en", _LINES)
    rows = [_row("news", "en-pt", english, ntrex_lines("pt", _LINES), asked.list)]
    rows += [_row(f"news, {code}", "pt-en", ntrex_lines(code, _LINES), english, asked.list) for code in ("pt", "pt-BR")]
    rows.append(_row("UN statements", "en-pt", _statements(), (), asked.list))
    rows.append(_row("parliament and meetings", "en-pt", _meetings(), (), asked.list))
    counts = [len(all_rows(*pair)) for pair in (("en", "pt"), ("pt", "en"))]
    report(
        "phrases",
        "What do the packaged phrases change?",
        ("text", "direction", "sentences", "with a phrase", "missed by the engine", "changed", "chrF of these"),
        rows,
        notes=(
            f"{counts[0]} rows from English to Portuguese, {counts[1]} back. Second readings as by default.",
            "chrF: of the changed sentences against people's, before and after; of one with so few it says little.",
            "The news contain the documents of `meaning`, whose errors were known when the phrases were written.",
        ),
        packages=("onnxruntime",),
        update=asked.update,
    )


def _row(name: str, pair: str, texts: Sequence[str], references: Sequence[str], shown: bool) -> tuple[object, ...]:
    """What the phrases of one direction change in some texts."""
    source, target = pair.split("-")
    base, engine = phrase_base(source, target), AtomKeeper(FirefoxEngine())
    assert base is not None
    used = [i for i, text in enumerate(texts) if base.uses(text)]
    own = [texts[i] for i in used]
    first = engine.translate(own, source, target, Decoding(token_scores=True))
    found = read_again(own, first, engine, source, target)  # type: ignore[arg-type]
    missed = [
        (i, before)
        for i, before in zip(used, found, strict=True)
        if not all(base.keeps(use, before.text) for use in base.uses(texts[i]))
    ]
    rules = Rules(source, target, base)
    changed = [(i, before.text, kept_to_phrases(texts[i], before, engine, rules).text) for i, before in missed]
    changed = [(i, before, after) for i, before, after in changed if after != before]
    for i, before, after in changed if shown else ():
        print(f"{texts[i]}\n    {before}\n    {after}")
    cell = "no references"
    if references and changed:
        tables = [chrf_table([before, after, references[i]]) for i, before, after in changed]
        means = [100 * sum(float(table[row, 2]) for table in tables) / len(tables) for row in (0, 1)]
        cell = f"{means[0]:.1f} → {means[1]:.1f}"
    return (name, pair, len(texts), len(used), len(missed), len(changed), cell)


def _statements() -> list[str]:
    """Sentences of statements in English."""
    files = sorted((data_folder("keypoints")).glob("*_en.txt"))
    return [" ".join(text.split()) for path in files for text in read(path.read_text("utf-8"), language="en").texts]


def _meetings() -> list[str]:
    """Sentences of a parliament's committees and other meetings."""
    lines = (data_folder("qmsum") / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    turns = [words for row in map(json.loads, lines) for _, words in row["turns"]]
    found = [" ".join(text.split()) for words in turns for text in read(words, language="en").texts]
    return list(dict.fromkeys(found))[:_MEETINGS]


if __name__ == "__main__":
    main()
