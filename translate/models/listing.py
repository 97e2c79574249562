"""What `models list` prints: the models that are here, and what would add pairs."""

from collections.abc import Collection, Iterable, Sequence

from translate.engines.apertium.engine import DEBIAN_MODES, mode_pairs
from translate.engines.figures import figure, pairs_with_figures
from translate.engines.model_files import models_folder
from translate.extras import models_command
from translate.languages.table import name_of
from translate.models.catalogue import LICENCE, Offer
from translate.models.inventory import InstalledModel
from translate.routing.remedies import debian_packages

_NEWER = "newer than the packaged one"
_SOURCES = (
    "COMET is COMET22 from 0 to 1, a mean over WMT and FLORES sets that Mozilla published for all of these models;",
    "chrF, from 0 to 1, was measured here on NTREX-128. Higher is better, each among its own kind only.",
    "translate/engines/figures.tsv says where each comes from; `list --online` shows Mozilla's newest.",
)


def installed_lines(found: Iterable[InstalledModel], wanted: Collection[str]) -> list[str]:
    """The installed models.

    Args:
        found: Every installed.
        wanted: Codes of the languages to show pairs of; all if empty.
    """
    rows = [
        (_name(one), _pairs(one), one.kind, _size(one.size_bytes), one.licence or "licence unknown", _quality(one))
        for one in found
        if any(_fits(pair, wanted) for pair in one.pairs)
    ]
    rows += [
        (f"{a}-{b}", _direction(a, b), "Apertium", "", "GPL", f"{_published('Apertium', a, b)} gist quality".strip())
        for a, b in sorted(_apertium_pairs())
        if _fits((a, b), wanted)
    ]
    return [f"Installed (models lie in {models_folder()}):", *_table(rows or [("nothing for these languages",)]), ""]


def available_lines(found: Iterable[InstalledModel], wanted: Collection[str]) -> list[str]:
    """What could be installed, as far as it is known without a network; arguments as above."""
    firefox = [one for one in found if one.engine == "firefox"]
    installed = {pair for one in firefox for pair in one.pairs if not one.owner}
    packaged = {pair for one in firefox for pair in one.pairs if one.owner}
    mozilla = [
        (f"{a}-{b}", _direction(a, b), _published("Firefox", a, b), _NEWER if (a, b) in packaged else "")
        for a, b in sorted(pairs_with_figures("Firefox") - installed)
        if _fits((a, b), wanted)
    ]
    lines = [f"Mozilla's, 17 to 60 MB each, {LICENCE}: python -m translate models install PAIR"]
    lines += [*_table(mozilla or [("nothing more for these languages",)]), ""]
    lines += [*_debian_lines(wanted), *_hub_lines(wanted), *_SOURCES]
    return lines


def online_lines(offers: Sequence[Offer], wanted: Collection[str]) -> list[str]:
    """What a registry offers now; of each pair what `install` would take."""
    best = {(offer.source, offer.target): offer for offer in reversed(offers) if offer.released}
    rows = [
        (offer.pair, _direction(*pair), offer.kind, _size(offer.network.limit_bytes), offer.status, offer.quality)
        for pair, offer in sorted(best.items())
        if _fits(pair, wanted)
    ]
    generated = offers[0].generated if offers else ""
    head = f"Mozilla's, {LICENCE}, as the registry of {generated or 'unknown date'} lists them"
    return [f"{head}: python -m translate models install PAIR", *_table(rows or [("nothing for these languages",)])]


def _debian_lines(wanted: Collection[str]) -> list[str]:
    """Debian's packages of rules that would add pairs."""
    here = _apertium_pairs()
    pairs_by_package: dict[str, list[tuple[str, str]]] = {}
    for pair, package in sorted(debian_packages().items()):
        if pair not in here and _fits(pair, wanted):
            pairs_by_package.setdefault(package, []).append(pair)
    rows = [
        (package, ", ".join(f"{a}-{b}" for a, b in pairs), _published("Apertium", *pairs[0]))
        for package, pairs in sorted(pairs_by_package.items())
    ]
    head = "Apertium's rules, gist quality, GPL: apt-get install PACKAGE (Debian and what derives from it)"
    return [head, *_table(rows), ""] if rows else []


def _apertium_pairs() -> frozenset[tuple[str, str]]:
    """Pairs whose rules are on this machine."""
    return frozenset(pair for path in DEBIAN_MODES.glob("*.mode") for pair in mode_pairs(path.stem))


def _hub_lines(wanted: Collection[str]) -> list[str]:
    """Models of Hugging Face."""
    known = pairs_with_figures("OPUS-MT") if wanted else frozenset()
    rows = [
        (f"hf:Helsinki-NLP/opus-mt-{a}-{b}".replace("zh-Hans", "zh"), _direction(a, b), _published("OPUS-MT", a, b))
        for a, b in sorted(known)
        if _fits((a, b), wanted)
    ]
    rows += [
        ("hf:facebook/m2m100_418M", "100 languages, 1.9 GB", "MIT"),
        ("hf:ORGANISATION/NAME", "any OPUS-MT, M2M100, NLLB-200, mBART-50, MADLAD-400", "read its licence"),
    ]
    head = f"Models of Hugging Face, after {models_command()}: python -m translate models install NAME"
    return [head, *_table(rows), ""]


def _name(one: InstalledModel) -> str:
    """The name to use, with the engine where that is not Firefox's."""
    return one.name if one.engine == "firefox" else f"{one.engine}/{one.name}"


def _pairs(one: InstalledModel) -> str:
    """Its directions in words, or how many."""
    return _direction(*one.pairs[0]) if len(one.pairs) == 1 else f"{len(one.pairs)} pairs"


def _quality(one: InstalledModel) -> str:
    """Its figure, and what brought it where that was not `install`."""
    return "; ".join(filter(None, (one.quality, f"came with {one.owner}" if one.owner else "")))


def _direction(source: str, target: str) -> str:
    return f"{name_of(source)} → {name_of(target)}"


def _published(family: str, source: str, target: str) -> str:
    """A family's figure on a pair; nothing where only its mean is known."""
    found = figure(family, source, target)
    return f"{found.metric} {found.value:.2f}" if found and found.exact else ""


def _fits(pair: tuple[str, str], wanted: Collection[str]) -> bool:
    """Whether a pair has all wanted languages, or at least the wanted one."""
    return set(wanted) <= set(pair)


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.0f} MB"


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows with their columns aligned."""
    columns = max(len(row) for row in rows)
    widths = [max((len(row[i]) for row in rows if i < len(row)), default=0) for i in range(columns)]
    return [
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in rows
    ]
