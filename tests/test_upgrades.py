"""What versions before wrote for their readers still opens: tests/kept has a folder of each, made by tests.keeping."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from page.texts import texts
from page.views import briefing_view
from summarize import FORMATS, export
from summarize.correction import corrected
from summarize.export.json import from_json, to_json
from tests.keeping import KEPT, UNITS, keep
from translate.resources.glossary import read_glossary
from translate.resources.memory import Memory

VERSIONS = sorted(path for path in KEPT.iterdir() if path.is_dir())
EVERY_VERSION = pytest.mark.parametrize("kept", VERSIONS, ids=[path.name for path in VERSIONS])
ASKED = "No operator may hold back a flood warning."
ANSWER = "Nenhum operador pode reter um aviso de cheia."


def fields(kept: Path) -> Any:
    return json.loads((kept / "briefing.json").read_text("utf-8"))


def lost(old: Any, new: Any, place: str = "") -> list[str]:
    """Where what the old fields say is no longer said; new fields may stand beside them."""
    if isinstance(old, dict) and isinstance(new, dict):
        missing = [f"{place}/{name}" for name in old if name not in new]
        return missing + [
            found for name in old if name in new for found in lost(old[name], new[name], f"{place}/{name}")
        ]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True))
        return [found for number, (a, b) in pairs for found in lost(a, b, f"{place}/{number}")]
    return [] if old == new else [place]


def test_a_version_is_kept() -> None:
    assert VERSIONS


@EVERY_VERSION
def test_a_kept_briefing_loses_nothing_by_being_opened(kept: Path) -> None:
    opened = from_json((kept / "briefing.json").read_text("utf-8"))
    assert lost(fields(kept), json.loads(to_json(opened))) == []


@EVERY_VERSION
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_kept_briefing_is_written_in_every_form(kept: Path, form: str) -> None:
    written = export(from_json((kept / "briefing.json").read_text("utf-8")), form)
    assert fields(kept)["summary"]["points"][1]["text_in_target"].rstrip(";") in re.sub("</?span[^>]*>", "", written)


@EVERY_VERSION
def test_a_kept_briefing_is_shown_by_the_page(kept: Path) -> None:
    opened = from_json((kept / "briefing.json").read_text("utf-8"))
    assert ANSWER in json.dumps(briefing_view(opened, texts("pt"), "pt"), ensure_ascii=False)


@EVERY_VERSION
def test_a_kept_briefing_can_be_corrected(kept: Path) -> None:
    opened = from_json((kept / "briefing.json").read_text("utf-8"))
    segment = opened.document.texts.index(ASKED)
    again = corrected(opened, segment, "Nenhum barqueiro pode reter um aviso de cheia.")
    assert again.translation is not None
    assert again.translation.target.segment_text(segment) == "Nenhum barqueiro pode reter um aviso de cheia."


@EVERY_VERSION
def test_a_kept_memory_is_opened_and_goes_on(kept: Path, tmp_path: Path) -> None:
    shutil.copy(kept / "memory.sqlite", tmp_path)
    with Memory(tmp_path / "memory.sqlite") as memory:
        memory.add([("The register is public.", "O registo é público.")], "en", "pt")
    with Memory(tmp_path / "memory.sqlite") as memory:
        found = [memory.hypothesis(source, "en", "pt") for source, _ in (*UNITS, ("The register is public.", ""))]
    targets = [target for _, target in UNITS]
    assert [one and one.text for one in found] == [*targets, "O registo é público."]


@EVERY_VERSION
def test_a_kept_glossary_is_read(kept: Path) -> None:
    glossary = read_glossary(kept / "glossary.csv", "en", "pt")
    assert [(term.source, term.target) for term in glossary.terms] == [
        ("flood warning", "aviso de cheia"),
        ("ferry operator", "operador de balsas"),
        ("The Agency", "A Agência"),
    ]


def test_keep_writes_what_is_held_of_every_version(tmp_path: Path) -> None:
    keep(tmp_path / "now")
    names = {path.name for path in (tmp_path / "now").iterdir()}
    assert names == {path.name for path in VERSIONS[0].iterdir()}
    assert set(fields(VERSIONS[0])) <= set(fields(tmp_path / "now"))
