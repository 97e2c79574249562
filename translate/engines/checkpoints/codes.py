"""Which languages a checkpoint knows, and what it calls them; these names go no further than this folder."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from translate.languages.table import LANGUAGES

# Files that may list a checkpoint's tokens, smallest first.
_TOKEN_FILES = ("special_tokens_map.json", "added_tokens.json", "tokenizer_config.json", "vocab.json", "tokenizer.json")
_TOKENS = {
    "marian": re.compile(r'">>([A-Za-z_]{2,12})<<"'),
    "nllb": re.compile(r'"([a-z]{3}_[A-Z][a-z]{3})"'),
    "mbart": re.compile(r'"([a-z]{2}_[A-Z]{2})"'),
    "madlad": re.compile(r'"<2([A-Za-z_]{2,12})>"'),
}
# M2M100's tokenizer writes its languages into no file (Fan et al. 2020, table 1).
_M2M100 = (
    "af am ar ast az ba be bg bn br bs ca ceb cs cy da de el en es et fa ff fi fr fy ga gd gl gu ha he hi hr ht hu hy "
    "id ig ilo is it ja jv ka kk km kn ko lb lg ln lo lt lv mg mk ml mn mr ms my ne nl no ns oc or pa pl ps pt ro ru "
    "sd si sk sl so sq sr ss su sv sw ta th tl tn tr uk ur uz vi wo xh yi yo zh zu"
)
# Groups that OPUS-MT models are named after (ISO 639-5, and two of its own), with the languages most of them cover.
_GROUPS = {
    "roa": "fr es pt it ro ca gl",
    "itc": "fr es pt it ro ca gl",
    "ROMANCE": "fr es pt it ro ca gl",
    "gem": "de nl af sv da nb nn is lb",
    "gmw": "de nl af lb",
    "gmq": "sv da nb nn is",
    "SCANDINAVIA": "sv da nb nn",
    "zle": "ru uk be",
    "zls": "bg mk sl hr bs",
    "zlw": "pl cs sk",
    "sla": "ru uk be bg mk sl hr bs pl cs sk",
    "bat": "lt lv",
    "fiu": "fi et hu",
    "sem": "ar he mt am",
    "trk": "tr az kk ky uz tk ug",
    "inc": "hi bn mr gu pa ur ne as or si",
    "dra": "ta te kn ml",
}
_SCRIPT = re.compile(r"[_-]([A-Z][a-z]{3})\b")


def m2m100_languages() -> frozenset[str]:
    """BCP 47 codes of the languages that M2M100 knows."""
    return frozenset(by_bcp47(_M2M100.split()))


def languages(family: str, folder: Path, name: str) -> tuple[dict[str, str], dict[str, str]]:
    """What a checkpoint translates from and into: its own code by BCP 47 code, for each side.

    Args:
        family: "marian", "m2m100", "nllb", "mbart" or "madlad".
        folder: Where its files lie.
        name: Its name, from which Marian's and mBART's directions are read.

    Returns:
        Sources and targets; either is empty where nothing tells them.
    """
    if family == "marian":
        return _marian(folder, name)
    known = by_bcp47(_M2M100.split() if family == "m2m100" else _tokens(family, folder))
    english = {code: own for code, own in known.items() if code == "en"}
    if family == "mbart" and "one-to-many" in name:
        return english, known
    if family == "mbart" and "many-to-one" in name:
        return known, english
    return known, known


def by_bcp47(codes: Iterable[str]) -> dict[str, str]:
    """A model's codes by the BCP 47 codes that they mean; those that mean none of ours are left out.

    Where several mean the same, the one that the table of languages names first is taken.

    >>> by_bcp47(["por_Latn", "prs_Arab", "pes_Arab", "srp_Latn", "zho_Hant"])
    {'fa': 'pes_Arab', 'pt': 'por_Latn', 'zh-Hant': 'zho_Hant'}
    """
    best: dict[str, tuple[int, str]] = {}
    for own in codes:
        found = _meaning(own)
        if found is not None:
            code, rank = found
            best[code] = min(best.get(code, (rank, own)), (rank, own))
    return {code: own for code, (_, own) in sorted(best.items())}


def _meaning(own: str) -> tuple[str, int] | None:
    """BCP 47 code that a model's code means, and how far it is from the usual name; None where it is none of ours."""
    tag = own.replace("_", "-")
    script = _SCRIPT.search(own)
    plain = _SCRIPT.sub("", own).replace("_", "-").casefold()
    for wanted in (tag.casefold(), plain, plain.partition("-")[0]):
        for row in LANGUAGES.values():
            names = [row.code.casefold(), *(alias.casefold() for alias in row.aliases)]
            if wanted in names and (script is None or script[1] == row.script):
                return row.code, names.index(wanted) + (wanted != tag.casefold()) * 10
    return None


def _marian(folder: Path, name: str) -> tuple[dict[str, str], dict[str, str]]:
    """A Marian checkpoint's languages: targets by its >>xxx<< tokens, else both sides by its name or settings."""
    settings = read_json(folder / "tokenizer_config.json")
    parts = name.split("-")
    named = (parts[-2], parts[-1]) if len(parts) >= 2 else ("", "")
    told = [str(settings.get(side) or name) for side, name in zip(("source_lang", "target_lang"), named, strict=True)]
    sources = _side(told[0], folder) or _side(named[0], folder)
    tokens = by_bcp47(_tokens("marian", folder))
    if tokens:
        return dict.fromkeys(sources, ""), {code: f">>{own}<<" for code, own in tokens.items()}
    targets = _side(told[1], folder) or _side(named[1], folder)
    return dict.fromkeys(sources, ""), dict.fromkeys(targets, "")


def _side(named: str, folder: Path) -> tuple[str, ...]:
    """BCP 47 codes of one side of a Marian model: a language, several joined by "+" or "_", or a group."""
    if named in _GROUPS:
        return tuple(_GROUPS[named].split())
    if named == "mul":
        return tuple(by_bcp47(_card_languages(folder)))
    return tuple(by_bcp47([named])) or tuple(by_bcp47(re.split(r"[+_]", named)))


def _card_languages(folder: Path) -> Iterator[str]:
    """Languages that a model card lists in its header, "language:" and one line each."""
    try:
        head = (folder / "README.md").read_text(encoding="utf-8", errors="replace").split("---")[1]
    except (OSError, IndexError):
        return
    for line in head.partition("language:")[2].splitlines()[1:]:
        entry = re.fullmatch(r"\s*-\s*[\"']?([A-Za-z_-]+)[\"']?\s*", line)
        if entry is None:
            return
        yield entry[1]


def _tokens(family: str, folder: Path) -> tuple[str, ...]:
    """Language codes among a checkpoint's tokens, from the first of its files that has any."""
    for name in _TOKEN_FILES:
        try:
            found = _TOKENS[family].findall((folder / name).read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object from a file; empty where there is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
