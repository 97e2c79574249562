"""pseudo: marks and lengthens text instead of translating it, for layout tests and demonstrations without weights."""

from collections.abc import Sequence

from translate.engines.protocol import GREEDY, Decoding
from translate.hypothesis import Hypothesis

_ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")


class PseudoEngine:
    """Accents the vowels and lengthens the text by a third, the usual growth from English; never a translation.

    It is used only when asked for by name.
    """

    name = "pseudo"
    max_tokens = 512
    window = 128

    def supports(self, source: str, target: str) -> bool:
        """Any two languages that differ."""
        return source != target

    def count_tokens(self, text: str, source: str, target: str) -> int:
        """Words, counted by spaces."""
        return len(text.split())

    def signature(self, source: str, target: str) -> str:
        """Constant: there is nothing that could change the output."""
        return "pseudo 1"

    def describe(self, source: str, target: str) -> str:
        """What people should know of it."""
        return "pseudo (no translation)"

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        """One marked text for each text."""
        return [Hypothesis(f"[{text.translate(_ACCENTS)}{'~' * (len(text) // 3)}]", origin=self.name) for text in texts]
