"""Good translations that the checks are tried on: news, the UN Charter, the declaration of human rights."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from benchmarks.injections.opposites import NAME
from benchmarks.report import data_folder

_LANGUAGES = ("en", "pt", "es", "fr", "de", "it", "ru", "zh", "ar")
_NEWS_PAIRS = (
    *(pair for other in _LANGUAGES[1:] for pair in (("en", other), (other, "en"))),
    ("es", "pt"),
    ("pt", "fr"),
)
_CHARTER = ("en", "fr", "es", "ru", "zh", "ar")
_CHARTER_PAIRS = tuple(pair for other in _CHARTER[1:] for pair in (("en", other), (other, "en")))


class Corpus(NamedTuple):
    """Segments and their reference translations."""

    name: str
    source_language: str
    target_language: str
    sources: Sequence[str]
    targets: Sequence[str]

    @property
    def pair(self) -> tuple[str, str]:
        """Both languages."""
        return self.source_language, self.target_language

    def first(self, size: int) -> "Corpus":
        """The first segments only."""
        return self._replace(sources=self.sources[:size], targets=self.targets[:size])


def corpora() -> tuple[Corpus, ...]:
    """Every corpus on every pair of languages that it has."""
    return (*_news(), *_charter(), *_declaration())


def _news() -> Iterator[Corpus]:
    """NTREX news."""
    folder = data_folder("ntrex")
    texts = {code: (folder / f"{code}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n") for code in _LANGUAGES}
    for source, target in _NEWS_PAIRS:
        yield Corpus("news", source, target, texts[source], texts[target])


def _charter() -> Iterator[Corpus]:
    """UN Charter, line by line where two languages have as many lines in an article, else by article."""
    articles = json.loads((data_folder("un_charter") / "articles.json").read_text(encoding="utf-8"))
    for source, target in _CHARTER_PAIRS:
        rows = [
            pair for article in articles.values() for pair in _lines(article.get(source, ""), article.get(target, ""))
        ]
        yield Corpus("charter", source, target, [a for a, _ in rows], [b for _, b in rows])


def _lines(before: str, after: str) -> list[tuple[str, str]]:
    """Pairs of lines, or of whole texts where the lines do not match."""
    first, second = ([line.strip() for line in text.split("\n") if line.strip()] for text in (before, after))
    if len(first) == len(second):
        return list(zip(first, second, strict=True))
    return [(" ".join(first), " ".join(second))] if first and second else []


def _declaration() -> Iterator[Corpus]:
    """Universal Declaration of Human Rights."""
    units = json.loads((data_folder("udhr") / "units.json").read_text(encoding="utf-8"))
    for source, target in _NEWS_PAIRS:
        rows = [(unit[source], unit[target]) for unit in units.values() if source in unit and target in unit]
        yield Corpus("declaration", source, target, [a for a, _ in rows], [b for _, b in rows])


@cache
def _names_of(sources: tuple[str, ...], targets: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the translations that stand in their sources too, sorted."""
    pairs = zip(sources, targets, strict=True)
    return tuple(sorted({match[0] for a, b in pairs for match in NAME.finditer(b) if match[0] in a}))


def names_of(corpus: Corpus) -> tuple[str, ...]:
    """Names that stayed in a corpus, sorted."""
    return _names_of(tuple(corpus.sources), tuple(corpus.targets))
