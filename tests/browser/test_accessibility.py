"""axe-core finds no serious violation on any screen, light or dark."""

from importlib.resources import files
from typing import Any

import pytest

from tests.browser.reader import NewReader, Reader
from tests.browser.texts import ENGLISH, long_text

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


def serious(reader: Reader) -> list[str]:
    """Serious violations as "rule: element"."""
    reader.page.evaluate(AXE)
    found: list[dict[str, Any]] = reader.page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in found
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]


@THEMES
def test_form_is_accessible(new_reader: NewReader, theme: str) -> None:
    assert serious(new_reader(color_scheme=theme)) == []


@THEMES
def test_briefing_is_accessible(new_reader: NewReader, theme: str) -> None:
    reader = new_reader(color_scheme=theme)
    reader.paste(ENGLISH)
    reader.see_briefing()
    assert serious(reader) == []


def test_progress_is_accessible(reader: Reader) -> None:
    reader.paste(long_text(400, "slowly"))
    reader.page.locator(".entente.live #s1").wait_for()
    assert serious(reader) == []
