"""The page with an engine that answers at once and always the same; Streamlit runs this file as a script."""

import re
import runpy
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from page import frame
from tests.fakes import FakeEngine, cipher
from translate import Decoding, EngineError, Hypothesis, Link
from translate.engines.protocol import GREEDY
from translate.text import embedding

_APP = Path(__file__).parent.parent.parent / "app.py"
_WORDS = ("regra", "prazo", "taxa", "membro", "sessão", "lei", "água", "porto", "ano", "voto", "fundo", "país", "selo")
SLOW_S = 0.05


def say(text: str) -> str:
    """Latin text ciphered, other scripts as made-up Portuguese; what says "slowly" takes its time, "breaks" fails.

    Where it says "lost" numbers are, and where it says "short" nearly all is.
    """
    if "breaks" in text:
        raise EngineError("The model ended in the middle. It is damaged. Install it again.")
    if "lost" in text:
        text = re.sub(r"\d+", "", text)
    if "short" in text:
        return "Hm."
    if "slowly" in text:
        time.sleep(SLOW_S)
    if any("a" <= character <= "z" for character in text):
        return cipher(text)
    return " ".join(_WORDS[(ord(character) + place) % len(_WORDS)] for place, character in enumerate(text[::6]))


class AlignedEngine(FakeEngine):
    """Says for each word of a ciphered text which word it was."""

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        return [
            replace(found, alignment=_words(text) if len(found.text) == len(text) else ())
            for text, found in zip(texts, super().translate(texts, source, target, decoding), strict=True)
        ]


def _words(text: str) -> tuple[Link, ...]:
    """The cipher keeps every word in its place."""
    return tuple(Link(*word.span(), *word.span()) for word in re.finditer(r"\w+", text))


if __name__ == "__main__":
    embedding.embedder = embedding.WordEmbedder  # what the page does, not how well, is tested here
    frame.engines = lambda: {"fake": AlignedEngine(say, window=8)}  # type: ignore[assignment]
    runpy.run_path(str(_APP), run_name="__main__")
