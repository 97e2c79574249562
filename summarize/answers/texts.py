"""Texts: documents at hand in which answers are looked for."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from summarize.answers.expansion import short_forms
from summarize.answers.naming import subjects
from summarize.answers.ranking import Asked, Ranking
from summarize.answers.units import LEAST_SHARE, Unit, units_of
from translate.document import Document
from translate.translation import Translation


class Texts:
    """Some documents, all of whose sentences are compared with a question.

    Args:
        texts: Documents, or Translations, whose both sides are searched.
    """

    def __init__(self, texts: Sequence[Document | Translation]) -> None:
        """Take the texts apart; vectors are made when a question comes."""
        self.documents = tuple(text.source if isinstance(text, Translation) else text for text in texts)
        pairs = zip(self.documents, texts, strict=True)
        units = [
            unit
            for number, (document, text) in enumerate(pairs)
            for unit in units_of(document, number, text if isinstance(text, Translation) else None)
        ]
        counts = Counter(unit.language for unit in units)
        self.languages = tuple(
            code for code, n in counts.most_common() if code != "und" and n >= LEAST_SHARE * len(units)
        )
        self._ranking = Ranking(units)

    @cached_property
    def short_forms(self) -> dict[str, str]:
        """See Searchable."""
        return short_forms(unit.text for unit in self._ranking.units)

    @cached_property
    def subjects(self) -> dict[int, frozenset[str]]:
        """See Searchable."""
        units: dict[int, list[Unit]] = {}
        for unit in self._ranking.units:
            units.setdefault(unit.document, []).append(unit)
        return {number: subjects(own) for number, own in units.items()}

    @property
    def unread(self) -> tuple[str, ...]:
        """See Searchable: whoever read the texts knows which could not be."""
        return ()

    def ranking(self, asked: Asked) -> Ranking:
        """See Searchable: everything."""
        return self._ranking

    def name(self, document: int) -> str:
        """See Searchable."""
        return self.documents[document].name
