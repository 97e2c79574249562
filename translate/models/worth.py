"""What the models that come with the installation are worth, and what would be better: said once, and in the list."""

import sys

from translate.languages.table import name_of
from translate.models.inventory import inventory
from translate.route import Route
from translate.store.kept import keep, read_kept
from translate.store.places import cache_folder

MISLEADING, READ = 100, 610
"""Sentences by which a reader is misled, of those that people read (`python -m benchmarks.meaning`)."""


def packaged_pairs() -> tuple[tuple[str, str], ...]:
    """Pairs of BCP 47 codes for which only the model that came with the installation is here, in order."""
    firefox = [one for one in inventory() if one.engine == "firefox"]
    installed = {pair for one in firefox for pair in one.pairs if not one.owner}
    return tuple(sorted({pair for one in firefox for pair in one.pairs if one.owner} - installed))


def worth_lines(pairs: tuple[tuple[str, str], ...]) -> list[str]:
    """What to say of packaged models, for people at a command line; nothing where there are none.

    Args:
        pairs: Of those that are in use.

    >>> worth_lines((("en", "pt"),))[1]
    '100 of 610 read by people. Mozilla has a better one: python -m translate models install en-pt'
    """
    if not pairs:
        return []
    names = ", ".join(f"{name_of(source)} → {name_of(target)}" for source, target in pairs)
    better, them = ("a better one", "misleads") if len(pairs) == 1 else ("better ones", "mislead")
    command = " ".join(f"{source}-{target}" for source, target in pairs)
    return [
        f"What came with the installation for {names} {them} on who, what, how much or when in one sentence of six:",
        f"{MISLEADING} of {READ} read by people. Mozilla has {better}: python -m translate models install {command}",
    ]


def tell_worth(route: Route) -> None:
    """At a terminal, say once on this machine what the packaged models of a route are worth."""
    marker = cache_folder() / "told" / "packaged"
    if not sys.stderr.isatty() or read_kept(marker) is not None:
        return
    taken = {(step.source, step.target) for step in route.steps if step.engine == "firefox"}
    lines = worth_lines(tuple(pair for pair in packaged_pairs() if pair in taken))
    if lines:
        print(*lines, sep="\n", file=sys.stderr)
        keep(marker, b"1")
