"""Adaptation: what is done to translations of a line: terms, terms of law, phrases, a variant, an earlier version."""

from collections.abc import Sequence

from translate.choices import Choices
from translate.document import Document
from translate.engines.atoms import AtomKeeper
from translate.hypothesis import Hypothesis
from translate.pipeline.by_when import VERSION as BY_WHEN
from translate.pipeline.by_when import by_when
from translate.pipeline.capitals import VERSION as CAPITALS
from translate.pipeline.demands import VERSION as DEMANDS
from translate.pipeline.demands import as_demand
from translate.pipeline.law_terms import kept_to_terms
from translate.pipeline.phrases import Rules, kept_to_phrases
from translate.pipeline.staying import staying
from translate.pipeline.terms import kept_to
from translate.pipeline.variants import in_variant
from translate.resources.phrase_base import PhraseBase, phrase_base
from translate.resources.term_base import TermBase, term_base
from translate.text.genre import guess_genre
from translate.text.variants.variant import digest


class Adaptation:
    """What a run was told about words.

    Args:
        document: Decides whether terms of law are used, where the reader did not.
        target: BCP 47 code of the translation.
        choices: What the reader chose.
    """

    def __init__(self, document: Document, target: str, choices: Choices) -> None:
        self._target, self._choices = target, choices
        self._terms = guess_genre(document) == "law" if choices.terms is None else choices.terms
        self._own = [term.target for term in choices.glossary.terms] if choices.glossary else []

    def adapted(
        self, texts: Sequence[str], found: list[Hypothesis], engine: AtomKeeper, source: str
    ) -> list[Hypothesis]:
        """Translations of lines from one language with all that is wanted, in this order."""
        base, phrases = self._base(source), self._phrases(source)
        glossary, variant = self._choices.glossary, self._choices.variant
        if glossary is not None and self._choices.replacing:
            found = kept_to(texts, found, glossary, engine, source, self._target)
        if base is not None:
            pairs = zip(texts, found, strict=True)
            found = [kept_to_terms(text, own, engine, source, self._target, base, glossary) for text, own in pairs]
        if phrases is not None:
            rules = Rules(source, self._target, phrases, base, glossary)
            found = [kept_to_phrases(text, own, engine, rules) for text, own in zip(texts, found, strict=True)]
        for put in (by_when, as_demand):
            found = [put(text, own, source, self._target) for text, own in zip(texts, found, strict=True)]
        if variant is not None:
            found = [in_variant(text, own, variant, self._own) for text, own in zip(texts, found, strict=True)]
        earlier = self._choices.earlier
        return found if earlier is None else staying(texts, found, earlier.former, engine, source, self._target)

    def signatures(self, source: str) -> list[str]:
        """What of this changes translations from a language, and in which state."""
        base, phrases, variant = self._base(source), self._phrases(source), self._choices.variant
        terms = [
            f"capitals {CAPITALS}, by when {BY_WHEN}, demands {DEMANDS}",
            *([] if base is None else [f"terms {base.digest}"]),
        ]
        terms += [] if phrases is None else [f"phrases {phrases.digest}"]
        return terms if variant is None else [*terms, f"variant {variant} {digest(variant)}"]

    def _base(self, source: str) -> TermBase | None:
        """The packaged terms from a language, where they are to be used and there are any."""
        return term_base(source, self._choices.variant or self._target) if self._terms else None

    def _phrases(self, source: str) -> PhraseBase | None:
        """The packaged phrases from a language, unless the reader wants none or there are none."""
        return None if self._choices.terms is False else phrase_base(source, self._target)
