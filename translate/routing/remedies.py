"""remedies(): what could be installed to translate between two languages, best first."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from translate.engines.apertium.engine import mode_pairs
from translate.engines.checkpoints.codes import m2m100_languages
from translate.engines.figures import pairs_with_figures
from translate.extras import models_command
from translate.languages.table import name_of
from translate.message import say

_PACKAGES = files("translate.engines.apertium").joinpath("packages.tsv")
_INSTALL = "python -m translate models install"


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something that would make a route.

    Attributes:
        command: What to type.
        gives: What comes of it, in a few words.
        pairs: Pairs of BCP 47 codes that install_pair() brings without anything else; none where more is needed.
    """

    command: str
    gives: str
    pairs: tuple[tuple[str, str], ...] = ()


def remedies(
    source: str, target: str, installed: Callable[[str, str], bool] = lambda source, target: False
) -> tuple[Remedy, ...]:
    """What could be installed to translate between two languages, best first; empty where nothing is known.

    Args:
        source: BCP 47 code.
        target: BCP 47 code.
        installed: Whether a pair already works, so that one half of a pivot need not be installed.

    >>> [remedy.command for remedy in remedies("ru", "en")][0]
    'python -m translate models install ru-en'
    """
    return (
        *_firefox(source, target, installed),
        *_opus(source, target, installed),
        *_m2m100(source, target),
        *_debian(source, target),
    )


def _firefox(source: str, target: str, installed: Callable[[str, str], bool]) -> Iterator[Remedy]:
    """Mozilla's models: directly where one side is English, else through English."""
    known = pairs_with_figures("Firefox")
    if (source, target) in known:
        yield Remedy(f"{_INSTALL} {_pair(source, target)}", say("Mozilla's model"), ((source, target),))
    elif wanted := _halves(source, target, known, installed):
        names = " ".join(_pair(*half) for half in wanted)
        yield Remedy(f"{_INSTALL} {names}", say("Mozilla's, through English"), tuple(wanted))


def _halves(
    source: str, target: str, known: Collection[tuple[str, str]], installed: Callable[[str, str], bool]
) -> list[tuple[str, str]]:
    """Pairs to install for a way through English; none where one of them is not known."""
    wanted = [half for half in [(source, "en"), ("en", target)] if not installed(*half)]
    return wanted if all(half in known for half in wanted) else []


def _pair(source: str, target: str) -> str:
    """A pair as people type it and models are named: "en-zh" for simplified Chinese."""
    return f"{source}-{target}".replace("zh-Hans", "zh")


def _opus(source: str, target: str, installed: Callable[[str, str], bool]) -> Iterator[Remedy]:
    """OPUS-MT: of the pair, else through English where Mozilla's models don't lead there."""
    known = pairs_with_figures("OPUS-MT")
    if (source, target) in known:
        yield Remedy(
            f"{_INSTALL} {_opus_name(source, target)}", say("OPUS-MT; needs {command}", command=models_command())
        )
    elif not any(_firefox(source, target, installed)) and (wanted := _halves(source, target, known, installed)):
        names = " ".join(_opus_name(*half) for half in wanted)
        yield Remedy(f"{_INSTALL} {names}", say("OPUS-MT, through English; needs {command}", command=models_command()))


def _opus_name(source: str, target: str) -> str:
    """A pair's model as `models install` takes it."""
    return f"hf:Helsinki-NLP/opus-mt-{_pair(source, target)}"


def _m2m100(source: str, target: str) -> Iterator[Remedy]:
    """The model that knows most pairs and may be used by everyone."""
    if {source, target} <= m2m100_languages():
        yield Remedy(
            f"{_INSTALL} hf:facebook/m2m100_418M", say("M2M100, 1.9 GB; needs {command}", command=models_command())
        )


def _debian(source: str, target: str) -> Iterator[Remedy]:
    """Packages of rules: directly, or by two of them."""
    packages = debian_packages()
    if (source, target) in packages:
        yield Remedy(f"apt-get install {packages[source, target]}", say("Apertium, gist quality"))
        return
    for via in sorted({b for a, b in packages if a == source} & {a for a, b in packages if b == target}):
        both = " ".join(dict.fromkeys([packages[source, via], packages[via, target]]))
        yield Remedy(f"apt-get install {both}", say("Apertium through {via}, gist quality", via=name_of(via)))
        return


@cache
def debian_packages() -> dict[tuple[str, str], str]:
    """Debian's Apertium packages by the pairs of BCP 47 codes that they serve."""
    lines = [line for line in _PACKAGES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {
        pair: package
        for package, modes in (line.split("\t") for line in lines[1:])
        for mode in modes.split()
        for pair in mode_pairs(mode)
    }
