"""pivot: two engines that meet in a third language, one text in and one hypothesis out all the way."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from translate.engines.pieces import join_hypotheses, pieces
from translate.engines.protocol import GREEDY, Decoding, Engine
from translate.hypothesis import Hypothesis, Link
from translate.languages.table import LANGUAGES


class PivotEngine:
    """Translates with one engine into the pivot language and with another out of it.

    Each text stays by itself through both steps. A score is the sum of both mean log-probabilities, the upper bound
    of what the chain is worth; alignments are composed over the pivot's characters.

    Args:
        first: From the source into the pivot.
        second: From the pivot into the target; may be the same engine.
        via: BCP 47 code of the pivot.
    """

    def __init__(self, first: Engine, second: Engine, via: str) -> None:
        self._first, self._second, self._via = first, second, via
        self.name = first.name if first.name == second.name else f"{first.name}+{second.name}"
        self.window = min(first.window, second.window)
        self.max_tokens = first.max_tokens

    def supports(self, source: str, target: str) -> bool:
        """Whether both steps can run now."""
        return self._first.supports(source, self._via) and self._second.supports(self._via, target)

    def count_tokens(self, text: str, source: str, target: str) -> int:
        """Tokens for the first engine."""
        return self._first.count_tokens(text, source, self._via)

    def signature(self, source: str, target: str) -> str:
        """Both steps' signatures."""
        return f"{self._first.signature(source, self._via)} → {self._via} → {self._second.signature(self._via, target)}"

    def describe(self, source: str, target: str) -> str:
        """Both models' names."""
        return f"{self._first.describe(source, self._via)}, {self._second.describe(self._via, target)}"

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        """One hypothesis a text, through the pivot language.

        Raises:
            LanguageError: One of the steps is not supported.
            EngineError: One of the models cannot run.
        """
        middle = self._first.translate(texts, source, self._via, decoding)
        last = self._out_of_pivot([hypothesis.text for hypothesis in middle], target, decoding)
        return [self._joined(one, two) for one, two in zip(middle, last, strict=True)]

    def _out_of_pivot(self, texts: list[str], target: str, decoding: Decoding) -> list[Hypothesis]:
        """The second step; a text that is longer than its engine takes goes in parts, so that nothing is cut."""
        count = partial(self._second.count_tokens, source=self._via, target=target)
        cut = [pieces(text, count, self._second.max_tokens) for text in texts]
        found = iter(self._second.translate([part for parts in cut for part in parts], self._via, target, decoding))
        joiner = LANGUAGES[target].joiner
        return [
            join_hypotheses([next(found) for _ in parts], parts, text, joiner) if len(parts) > 1 else next(found)
            for text, parts in zip(texts, cut, strict=True)
        ]

    def _joined(self, first: Hypothesis, second: Hypothesis) -> Hypothesis:
        """What both steps say together."""
        score = None if first.score is None or second.score is None else first.score + second.score
        return Hypothesis(
            second.text,
            score=score,
            alignment=composed(first.alignment, second.alignment),
            origin=self.name,
            repairs=first.repairs + second.repairs,
            truncated=first.truncated or second.truncated,
            issues=tuple(replace(issue, span=None) for issue in first.issues) + second.issues,
        )


def composed(first: Sequence[Link], second: Sequence[Link]) -> tuple[Link, ...]:
    """Links from source to target through a text in between.

    A source word is linked to a target word where their spans in the text between share a character.

    Args:
        first: From source to pivot.
        second: From pivot to target.

    Returns:
        Links in source order, each once.

    >>> composed([Link(0, 4, 0, 5)], [Link(0, 5, 3, 7)])
    (Link(source_start=0, source_end=4, target_start=3, target_end=7),)
    """
    found = {
        Link(one.source_start, one.source_end, two.target_start, two.target_end)
        for one in first
        for two in second
        if one.target_start < two.source_end and two.source_start < one.target_end
    }
    return tuple(sorted(found))
