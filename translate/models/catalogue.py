"""The models that Mozilla's registry offers, and the best of them for a pair of languages."""

import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from translate.errors import EngineError, LanguageError
from translate.languages.table import language, name_of
from translate.models.download import fetch, unzip

REGISTRY = "https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data/db/models.json"
"""Mozilla's list of its models, as the README of mozilla/translations names it."""

LICENCE = "MPL-2.0"
"""Of every model that the registry lists, as the README of mozilla/translations says."""

_REGISTRY_BYTES = 20 * 10**6  # 0.2 MB in 2025
_NETWORK_BYTES = 500 * 10**6  # the largest of 2025 has 60 MB
_TABLE_BYTES = 64 * 10**6  # vocabularies have up to 2 MB, shortlists up to 6
_SERBO_CROATIAN = ("bs", "hr")  # Mozilla's hbs is written in Latin script, and our Serbian in Cyrillic
_NAME = re.compile(r"[\w][\w.+-]*")
_OTHER_SHAPE = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
)  # what reading JSON of another shape raises
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """One file of an offer.

    Attributes:
        address: Where it is fetched, gzipped.
        name: Of the unzipped file.
        limit_bytes: The most that it may have when unzipped.
        sha256: Of the unzipped file, or None: the registry gives it of networks only.
    """

    address: str
    name: str
    limit_bytes: int
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Offer:
    """One model that can be installed.

    Attributes:
        source: BCP 47 code.
        target: BCP 47 code.
        kind: "tiny", "base-memory" or "base".
        status: How far Mozilla stands behind it: "Release", "Release Desktop", "Nightly", …, or empty.
        network: The binary model file.
        source_vocabulary: SentencePiece model of the source.
        target_vocabulary: That of the target; the same where they share one.
        shortlist: Likely target words by source word, or None.
        chrf: chrF++ on FLORES-200+, 0 to 100, or None where it was not measured.
        comet: COMET22 on the same, 0 to 1, or None.
        generated: When the registry was made, as it says.
    """

    source: str
    target: str
    kind: str
    status: str
    network: OfferedFile
    source_vocabulary: OfferedFile
    target_vocabulary: OfferedFile
    shortlist: OfferedFile | None
    chrf: float | None
    comet: float | None
    generated: str

    @property
    def pair(self) -> str:
        """The direction as people type it."""
        return f"{self.source}-{self.target}"

    @property
    def released(self) -> bool:
        """Whether Firefox ships it."""
        return self.status.startswith("Release")

    @property
    def files(self) -> tuple[OfferedFile, ...]:
        """Every file once."""
        named = [self.network, self.source_vocabulary, self.target_vocabulary, self.shortlist]
        return tuple(dict.fromkeys(file for file in named if file is not None))

    @property
    def quality(self) -> str:
        """Its figures with their source; empty where it has none."""
        figures = [f"COMET22 {self.comet:.3f}"] if self.comet is not None else []
        figures += [f"chrF++ {self.chrf:.1f}"] if self.chrf is not None else []
        return f"{', '.join(figures)} on FLORES-200+ (Mozilla's registry)" if figures else ""


def registry_address(named: str | None = None) -> str:
    """The registry to ask: the one that is named, else $ENTENTE_REGISTRY, else Mozilla's."""
    return named or os.environ.get("ENTENTE_REGISTRY") or REGISTRY


def read_catalogue(address: str) -> tuple[Offer, ...]:
    """Every model that a registry offers between languages we know, sorted by pair, the best of a pair first.

    Raises:
        EngineError: The registry cannot be reached, or is of another shape.
    """
    with tempfile.TemporaryDirectory() as work:
        packed, path = Path(work) / "packed", Path(work) / "registry"
        fetch(address, packed, _REGISTRY_BYTES, lambda name, done, total: None)
        unzip(packed, path, _REGISTRY_BYTES)
        content = path.read_bytes()
    found = _parse(content, address)
    return tuple(sorted(found, key=lambda offer: (offer.source, offer.target, *_rank(offer))))


def best_offer(offers: Iterable[Offer], source: str, target: str, unreleased: bool = False) -> Offer:
    """The model to install for a pair: of the released ones that with the best chrF++.

    Args:
        offers: A registry's.
        source: BCP 47 code.
        target: BCP 47 code.
        unreleased: Whether one that is not released will do where no other is.

    Raises:
        LanguageError: There is none; the message names what there is.
    """
    known = list(offers)
    fitting = [offer for offer in known if (offer.source, offer.target) == (source, target)]
    usable = sorted((offer for offer in fitting if offer.released or unreleased), key=_rank)
    if usable:
        return usable[0]
    wanted = f"from {name_of(source)} into {name_of(target)}"
    if fitting:
        raise LanguageError(
            f"Mozilla's model {wanted} is not released (it is {fitting[0].status or 'unrated'!r}). "
            f"To take it all the same: python -m translate models install {source}-{target} --unreleased"
        )
    pairs = {(offer.source, offer.target) for offer in known if offer.released}
    if {(source, "en"), ("en", target)} <= pairs:
        raise LanguageError(
            f"The registry has no model {wanted}, but two that go through English. "
            f"Run: python -m translate models install {source}-en en-{target}"
        )
    near = sorted(f"{a}-{b}" for a, b in pairs if a == source or (b == target and target != "en"))
    raise LanguageError(
        f"The registry has no model {wanted}; it has {', '.join(near) or f'{len(pairs)} other pairs'}. "
        "See what else there is: python -m translate models list"
    )


def _rank(offer: Offer) -> tuple[bool, float, float, str]:
    """Sort key: the best offer of a pair comes first."""
    return not offer.released, -(offer.chrf or 0.0), -(offer.comet or 0.0), offer.kind


def _parse(content: bytes, address: str) -> list[Offer]:
    """A registry's offers; an entry of another form is left out where others can be read."""
    found: list[Offer] = []
    unread: Exception | None = None
    try:
        registry = json.loads(content)
        entries = [entry for entries in registry["models"].values() for entry in entries]
        base = urljoin(address, str(registry["baseUrl"]).rstrip("/") + "/")
    except _OTHER_SHAPE as error:
        raise _unreadable(address, error) from error
    for entry in entries:
        try:
            found += _offers(entry, base, str(registry.get("generated", "")))
        except _OTHER_SHAPE as error:
            unread = error
    if not found:
        raise _unreadable(address, unread or ValueError("it lists no model")) from unread
    return found


def _offers(entry: Mapping[str, Any], base: str, generated: str) -> Iterator[Offer]:
    """What an entry offers: nothing where it is between languages we don't know, two for Serbo-Croatian."""
    files, scores = entry["files"], (entry.get("metrics") or {}).get("flores200-plus") or {}
    pairs = [(a, b) for a in _codes(entry["sourceLanguage"]) for b in _codes(entry["targetLanguage"]) if a != b]
    listed, size_bytes, sha256 = files["model"], files["model"]["uncompressedSize"], files["model"]["uncompressedHash"]
    if not _SHA256.fullmatch(sha256) or not 0 < int(size_bytes) <= _NETWORK_BYTES:
        raise ValueError(f"it gives no SHA-256 or no size of {listed['path']}")
    shortlist = files.get("lexicalShortlist")
    for source, target in pairs:
        offer = Offer(
            source=source,
            target=target,
            kind=str(entry["architecture"]),
            status=str(entry.get("releaseStatus") or ""),
            network=_file(base, listed, int(size_bytes), sha256),
            source_vocabulary=_file(base, files.get("vocab") or files["srcVocab"]),
            target_vocabulary=_file(base, files.get("vocab") or files["trgVocab"]),
            shortlist=_file(base, shortlist) if shortlist else None,
            chrf=_score(scores.get("chrfpp")),
            comet=_score(scores.get("comet22")),
            generated=generated,
        )
        if len({file.name for file in offer.files}) < len(offer.files):
            raise ValueError(f"two files of {offer.pair} have one name")
        yield offer


def _file(
    base: str, listed: Mapping[str, Any], limit_bytes: int = _TABLE_BYTES, sha256: str | None = None
) -> OfferedFile:
    """A file as the registry lists it."""
    address = urljoin(base, str(listed["path"]))
    name = urlsplit(address).path.rpartition("/")[2].removesuffix(".gz")
    if not _NAME.fullmatch(name):
        raise ValueError(f"{listed['path']!r} names no file")
    return OfferedFile(address, name, limit_bytes, sha256)


def _score(found: object) -> float | None:
    """A figure, where there is one."""
    return float(found) if isinstance(found, int | float) else None


def _codes(key: str) -> tuple[str, ...]:
    """BCP 47 codes of a language as the registry calls it; none where our table lacks it."""
    if key == "hbs":
        return _SERBO_CROATIAN
    try:
        return (language(key).code,)
    except LanguageError:
        return ()


def _unreadable(address: str, error: Exception) -> EngineError:
    """What to say of a registry that is of another shape."""
    if isinstance(error, KeyError):
        what = f"{error} is missing"
    elif isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        what = f"it is no JSON ({error})"
    else:
        what = str(error) if isinstance(error, ValueError) else "its entries are built otherwise"
    return EngineError(
        f"The registry at {address} is not of the shape of Mozilla's: {what}. "
        "Check the address (--registry or $ENTENTE_REGISTRY), or look for a newer version of Entente."
    )
