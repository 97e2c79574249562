"""Choices and Watch: what a run may be told, and how its caller follows and ends it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from translate.errors import Stopped
from translate.hypothesis import Hypothesis
from translate.resources.earlier import Earlier
from translate.resources.glossary import Glossary
from translate.resources.memory import Memory
from translate.store.journal import Journal
from translate.text.variants.variant import variant_of

V = TypeVar("V")

_EVERY = 32
"""Things that are looked at between two questions whether to stop: a hundredth of a second."""

READINGS = ("first", "unsure", "every")
"""How many sentences get a second reading: none, those that the engine was least sure of, all."""
DEFAULT_READINGS = "unsure"
"""Two readers who did not know which was which found 31 and 27 of 95 changed sentences better, 15 and 13 worse."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What decides a translation besides its text and its two languages; nothing has to be chosen.

    Attributes:
        engine: Key in ENGINES; the best installed route if None.
        alignment: Whether word links are wanted, from engines that give any.
        glossary: The reader's terms; where the translation does not keep to them, an Issue says so.
        replacing: Whether sentences with missed terms are translated again with them, or where the engine can't, terms
            put in through word alignment; each becomes an Issue too.
        memory: The reader's approved translations; the same sentence is taken from there, with origin "memory".
        earlier: An earlier version's translation: the sentences that stand in it too are taken over, and an engine that
            can is shown what a changed one was before; compare() makes it.
        second: Key in ENGINES of an engine that translates segments with errors or warnings as well.
        post_edit: Key in ENGINES of an engine that translates segments with errors or warnings, and doubtful ones,
            anew; where the checks find less wrong with that, it takes the first one's place, which becomes an opinion.
        context: Sentences on each side that an engine which can is shown with each; the engine server can.
        thorough: Whether checks that take longer than the translation itself are made too: about 4 ms a sentence in
            USE_LANGUAGES, 80 in others.
        readings: One of READINGS. A second reading weighs eight translations of a sentence and takes about four times
            as long as the first; `thorough` reads every sentence again.
        doubt: Whether each sentence is translated back and scored for how likely it misleads, which takes about three
            times as long as translating.
        terms: Whether terms of law and phrases that a translation lacks are put in from the packaged tables; None for
            terms in laws and acts only, and phrases everywhere. Each becomes an Issue.
        variant: BCP 47 code of the target's variant, such as "pt-PT"; taken from the target where that has a region.
        journal: Where what the run makes is kept as it is made, so that the same run, cut off, goes on where it was;
            nowhere if None. Its finish() erases that, once the output is written.
    """

    engine: str | None = None
    alignment: bool = False
    glossary: Glossary | None = None
    replacing: bool = False
    memory: Memory | None = None
    earlier: Earlier | None = None
    second: str | None = None
    post_edit: str | None = None
    context: int = 1
    thorough: bool = False
    readings: str = DEFAULT_READINGS
    doubt: bool = False
    terms: bool | None = None
    variant: str | None = None
    journal: Journal | None = None

    @property
    def further(self) -> bool:
        """Whether a translation is looked at again once it is whole."""
        return self.thorough or self.doubt or self.post_edit is not None or self.second is not None


def with_variant(choices: Choices, target: str) -> Choices:
    """The choices with the variant that a target names, where none was chosen.

    Args:
        choices: What was chosen.
        target: As the reader gave it: "pt-PT", "Brazilian Portuguese".
    """
    return choices if choices.variant else replace(choices, variant=variant_of(target))


def _unheard(*told: object) -> None:
    """Nobody listens."""


def _never() -> bool:
    """Nobody stops it."""
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """How a caller follows a run.

    Attributes:
        progress: Called with (stage, done, total). Stages are "translating", with segments; of a briefing also
            "reading", "checking" where doubts, a second opinion or thorough checks are wanted, and "summarising".
        arrived: Called with the new hypotheses by segment id after each batch.
        stop: Asked before each batch, and inside what takes long; true ends the run with what is done.
    """

    progress: Callable[[str, int, int], None] = _unheard
    arrived: Callable[[Mapping[int, Hypothesis]], None] = _unheard
    stop: Callable[[], bool] = _never

    def heed(self) -> None:
        """Raise Stopped where the caller says stop."""
        if self.stop():
            raise Stopped

    def each(self, things: Iterable[V]) -> Iterator[V]:
        """The same things one after the other, until the caller says stop: then Stopped is raised."""
        for number, thing in enumerate(things):
            if number % _EVERY == 0:
                self.heed()
            yield thing


def with_keywords(value: V, keywords: dict[str, Any]) -> V:
    """A value with the fields that are named put in, also in values that stand inside it.

    Args:
        value: A dataclass.
        keywords: Fields by name. Those that are taken are removed, so that what is left at the end is unknown.
    """
    own: Any = value
    put: dict[str, Any] = {}
    for field in fields(own):
        inner = getattr(own, field.name)
        if field.name in keywords:
            put[field.name] = keywords.pop(field.name)
        elif isinstance(inner, Choices):
            put[field.name] = with_keywords(inner, keywords)
    changed: V = replace(own, **put)
    return changed


def require_none_left(function: str, keywords: dict[str, Any]) -> None:
    """Raise TypeError, as Python does, for keywords that no value has."""
    if keywords:
        raise TypeError(f"{function}() got unexpected keyword arguments: {', '.join(keywords)}")
