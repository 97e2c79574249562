"""Notes: what a run has made, kept in its journal line by line, and had again where the run was cut off."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, fields
from hashlib import sha256
from typing import Any, Generic, TypeVar

from translate.choices import Choices
from translate.document import Document
from translate.hypothesis import Alternative, Hypothesis, Link, Repair, TokenScore
from translate.issue import Issue
from translate.message import from_plain, to_plain
from translate.store.journal import Journal
from translate.translation import Doubt, read_place
from translate.version import VERSION

V = TypeVar("V", Hypothesis, Doubt)


def run_key(document: Document, target: str, choices: Choices) -> bytes:
    """What tells a run from others: its text, its languages, and what was chosen for it."""
    chosen = (choices.engine, choices.glossary, choices.replacing, choices.alignment, choices.readings)
    further = (choices.thorough, choices.terms, choices.variant)
    earlier = () if choices.earlier is None else (choices.earlier.digest,)
    return sha256(repr((document.text, document.languages, target, chosen, further, *earlier)).encode()).digest()


class Notes(Generic[V]):
    """What one run has made with one engine; without a journal nothing is known and nothing noted.

    Args:
        kind: What is noted.
        journal: Where.
        run: As run_key() tells it.
        settings: Whatever else changes what comes of a text: languages, signatures.
    """

    def __init__(self, kind: type[V], journal: Journal | None, run: bytes, *settings: object) -> None:
        self._kind: type[V] = kind
        self._journal, self._run = journal, run
        shape = [field.name for field in fields(kind)]
        self._settings = repr((VERSION, kind.__name__, shape, *settings)).encode()

    def known(self, texts: Iterable[str]) -> dict[str, V]:
        """What is known of these texts, by text."""
        if self._journal is None:
            return {}
        keys = {self._key(text): text for text in texts}
        found = self._journal.known(self._run, list(keys))
        return {keys[key]: _read(self._kind, json.loads(content)) for key, content in found.items()}

    def note(self, made: Mapping[str, V]) -> None:
        """Note what came of texts, by text."""
        if self._journal is not None:
            contents = {self._key(text): json.dumps(_plain(asdict(value))).encode() for text, value in made.items()}
            self._journal.note(self._run, contents)

    def _key(self, text: str) -> bytes:
        """The key of a text."""
        return sha256(self._settings + b"\0" + text.encode("utf-8", "surrogatepass")).digest()


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, dict):
        return {name: _plain(field) for name, field in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else to_plain(value)


def _read(kind: type[V], content: dict[str, Any]) -> V:
    """What was noted."""
    return kind(**{name: _READERS[name](value) if name in _READERS else value for name, value in content.items()})


def _pairs(spans: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    """Spans of a doubt."""
    return tuple(tuple(span) for span in spans)


def _repairs(listed: list[dict[str, Any]]) -> tuple[Repair, ...]:
    """Repairs of a hypothesis."""
    return tuple(Repair(from_plain(repair["reason"]), from_plain(repair["action"])) for repair in listed)


def _issues(listed: list[dict[str, Any]]) -> tuple[Issue, ...]:
    """Issues of a hypothesis."""
    return tuple(
        Issue(
            **{
                **own,
                "message": from_plain(own["message"]),
                "span": None if own["span"] is None else tuple(own["span"]),
            }
        )
        for own in listed
    )


_READERS: dict[str, Callable[[Any], Any]] = {
    "alignment": lambda links: tuple(Link(*link) for link in links),
    "token_scores": lambda tokens: tuple(TokenScore(*token) for token in tokens),
    "alternatives": lambda listed: tuple(Alternative(a, b, tuple(others)) for a, b, others in listed),
    "repairs": _repairs,
    "issues": _issues,
    "lost": _pairs,
    "added": _pairs,
    "places": lambda listed: tuple(read_place(own) for own in listed),
}
"""How a field is read; the others are what JSON has."""
