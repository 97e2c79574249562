"""Engines that do what a test says."""

import codecs
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from translate.engines.protocol import GREEDY, Decoding
from translate.errors import EngineError
from translate.hypothesis import Hypothesis, Link


def cipher(text: str) -> str:
    """Another text of the same length with the same numbers and punctuation, as a translation might be."""
    return codecs.encode(text, "rot13")


def failing_at(word: str) -> Callable[[str], str]:
    """What an engine says whose model ends in the middle: cipher() until it meets the word."""

    def say(text: str) -> str:
        if word in text:
            raise EngineError("The model is cut short. It has 3 bytes, not 9. Install it again.")
        return cipher(text)

    return say


class FakeEngine:
    """Turns each text into what `say` makes of it, and keeps what it was asked.

    Args:
        say: Text to output; cipher() if None.
        pairs: Pairs that it supports; every pair into Portuguese if None.
        max_tokens: Limit in words.
        window: Texts a call.
    """

    def __init__(
        self,
        say: Callable[[str], str] | None = None,
        pairs: Sequence[tuple[str, str]] | None = None,
        max_tokens: int = 100,
        window: int = 128,
        name: str = "fake",
    ) -> None:
        self.name = name
        self.max_tokens = max_tokens
        self.window = window
        self.calls: list[tuple[str, ...]] = []
        self._say = say or cipher
        self._pairs = pairs

    def supports(self, source: str, target: str) -> bool:
        return (source, target) in self._pairs if self._pairs is not None else target == "pt" != source

    def count_tokens(self, text: str, source: str, target: str) -> int:
        return len(text.split())

    def signature(self, source: str, target: str) -> str:
        return f"{self.name} 1"

    def describe(self, source: str, target: str) -> str:
        return self.name

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        self.calls.append(tuple(texts))
        return [Hypothesis(self._say(text), score=-0.5, origin=self.name) for text in texts]


class ResidentEngine(FakeEngine):
    """A FakeEngine that stands for one with programs of its own, which are open until it is closed."""

    made: ClassVar[list["ResidentEngine"]] = []
    say_next: ClassVar[Callable[[str], str] | None] = None
    """What the next one made says; cipher() if None."""

    def __init__(self) -> None:
        say, ResidentEngine.say_next = ResidentEngine.say_next, None
        super().__init__(say)
        self.is_open = True
        self.made.append(self)

    def close(self) -> None:
        self.is_open = False


class LinkingEngine(FakeEngine):
    """A FakeEngine that says cipher() of each text and links every word to its own."""

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        found = super().translate(texts, source, target, decoding)
        return [
            replace(h, alignment=tuple(Link(*m.span(), *m.span()) for m in re.finditer(r"\S+", text)))
            for text, h in zip(texts, found, strict=True)
        ]
