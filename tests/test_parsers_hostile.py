"""Files for the small parsers that were made to harm, or are of another shape: an error in words."""

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarize.briefing import brief
from summarize.export.json import from_json, to_json
from translate.engines.checkpoints.checkpoint import read_checkpoint
from translate.engines.firefox.manifest import MANIFEST, read_manifest
from translate.engines.firefox.shortlist import read_shortlist
from translate.engines.firefox.weights import read_weights
from translate.errors import EngineError, FormatError, PolicyTextError
from translate.models.catalogue import _parse
from translate.resources.glossary import parse_glossary
from translate.resources.tmx import read_tmx

_DEEP = "[" * 100_000
_HUGE = 2**63
_TENSOR = struct.pack("<4Q", 1, 0, 2**40, 4)  # name of one byte, float32, more dimensions than there are bytes

REFUSED: dict[str, Callable[[], object]] = {
    "a cell over 131,072 characters": lambda: parse_glossary(f'fee,"{"a" * 140_000}"', "en", "pt"),
    "an encoding that no parser knows": lambda: read_tmx(b"<?xml version='1.0' encoding='UTF-0'?><tmx/>"),
    "a briefing nested too deep": lambda: from_json(_DEEP),
    "a registry nested too deep": lambda: _parse(_DEEP.encode(), "https://example.org"),
    "tensors that overflow": lambda: read_weights(struct.pack("<QQ", 1, 1) + _TENSOR + bytes(99), "model.bin"),
    "sizes that overflow": lambda: read_weights(struct.pack("<QQ4Q", 1, 1, _HUGE, 0, 1, _HUGE) + bytes(9), "model.bin"),
    "a shortlist that overflows": lambda: read_shortlist(
        struct.pack("<6Q", 0xF11A48D5013417F5, 0, 1, 1, _HUGE, _HUGE), "lex.bin", 9, 9, True
    ),
}


@pytest.mark.parametrize("parse", REFUSED.values(), ids=REFUSED)
def test_what_was_made_to_harm_is_refused_in_words(parse: Callable[[], object]) -> None:
    with pytest.raises(PolicyTextError, match=r"\. "):
        parse()


def test_a_manifest_nested_too_deep_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(_DEEP, encoding="utf-8")
    with pytest.raises(EngineError, match="no readable"):
        read_manifest(tmp_path)


def _kept() -> dict[str, Any]:
    """The fields of a whole briefing."""
    made = brief("The fee is due. It is 12 euros.", "pt", language="en", engine="pseudo", method="lead")
    fields: dict[str, Any] = json.loads(to_json(made))
    return fields


SHAPES = {
    "a text that is a number": ("document", "text", 5),
    "a name that is a list": ("document", "name", ["a"]),
    "a text with half a character": ("document", "title", "\ud800"),
    "a signature that is nothing": ("translation", "signature", None),
    "a route through an object": ("translation", "language", {}),
    "a confidence that is no number": ("detection", "confidence", float("nan")),
    "a confidence that is a switch": ("detection", "confidence", True),
    "a genre that is none": ("summary", "genre", "novel"),
    "headings that there are not": ("summary", "unmentioned", [[99]]),
    "points without a citation": ("summary", "points", [{"text": "a", "citations": []}]),
    "points on a segment that there is not": ("summary", "points", [{"text": "a", "citations": [{"segment": 99}]}]),
    "a doubt of a segment before the first": (
        "translation", "doubts", [{"segment": -1, "score": 0.5, "read_back": "a", "lost": [], "added": []}]
    ),
}  # fmt: skip


@pytest.mark.parametrize(("part", "field", "value"), SHAPES.values(), ids=SHAPES)
def test_a_briefing_of_another_shape_is_refused_in_words(part: str, field: str, value: object) -> None:
    fields = _kept()
    fields[part][field] = value
    with pytest.raises(FormatError, match="contradicts itself"):
        from_json(json.dumps(fields))


@pytest.mark.parametrize("notes", ['{"sources": 5, "targets": 5}', '{"sources": [[]], "targets": ["en"]}', _DEEP])
def test_notes_of_another_shape_are_none(tmp_path: Path, notes: str) -> None:
    folder = tmp_path / "opus-mt-ru-en"
    folder.mkdir()
    (folder / "config.json").write_text('{"model_type": "marian"}')
    (folder / "entente.json").write_text(notes)
    found = read_checkpoint(folder)
    assert found is not None
    assert (found.sources, found.targets) == ({"ru": ""}, {"en": ""})
