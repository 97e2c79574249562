"""The page with an engine that answers at once and always the same; Streamlit runs this file as a script."""

import runpy
import time
from pathlib import Path

from page import frame
from tests.fakes import FakeEngine, cipher

_APP = Path(__file__).parent.parent.parent / "app.py"
_WORDS = ("regra", "prazo", "taxa", "membro", "sessão", "lei", "água", "porto", "ano", "voto", "fundo", "país", "selo")
SLOW_S = 0.05


def say(text: str) -> str:
    """Latin text ciphered, other scripts as made-up Portuguese; texts that say "slowly" take their time."""
    if "slowly" in text:
        time.sleep(SLOW_S)
    if any("a" <= character <= "z" for character in text):
        return cipher(text)
    return " ".join(_WORDS[(ord(character) + place) % len(_WORDS)] for place, character in enumerate(text[::6]))


if __name__ == "__main__":
    frame.engines = lambda: {"fake": FakeEngine(say, window=8)}  # type: ignore[assignment]
    runpy.run_path(str(_APP), run_name="__main__")
