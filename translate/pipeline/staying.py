"""staying(): a changed sentence's translation that keeps the earlier one's wording wherever the sentence stayed.

An engine that translates two versions apart words them apart too: one word more in a sentence, and another word of it
becomes another synonym, changes its place, or goes. A reader who compares the two would take that for a change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from translate.engines.alternatives import Alternatives
from translate.engines.constrained import Constrained
from translate.engines.protocol import Engine
from translate.engines.scoring import Scorer
from translate.hypothesis import NOT_TRANSLATED, Hypothesis, Link, Repair
from translate.message import say
from translate.pipeline.forcing import wrong
from translate.resources.earlier import Former
from translate.revision.wording import Difference, Said, Sides

VERSION = 1
"""Part of the signature of what is made with an earlier version; another one may word it otherwise."""

_LEAST = -3.0
"""How much less likely, in log-probability, a translation in the earlier wording may be than the engine's own.

Read on 322 places of two public notices, both ways: above stand synonyms, articles and capitals; from -3.2 down
words go that the sentence has, and from -4 down what does not agree.
"""
_LETTERS = 4
"""Letters of a word that is missed where nothing of a translation stands for it any more."""
_OPENING = "([{«“‘"


def staying(
    texts: Sequence[str],
    hypotheses: Sequence[Hypothesis],
    former: Mapping[str, Former],
    engine: Engine,
    source: str,
    target: str,
) -> list[Hypothesis]:
    """The hypotheses, those of changed sentences in the earlier translation's wording wherever their words stayed.

    Of the first translation, the other readings of a search and, where words lost their translation, one that is made
    to have it, each with the earlier wording put in, the one is taken that loses fewest words, has least for the checks
    to say and differs least where the sentence does not, if the engine finds it about as likely as its own.

    Args:
        texts: Lines of the new version.
        hypotheses: One for each, with word links.
        former: What changed ones were before, with links. Those without are left as they are.
        engine: Made the translations. One that does not score changes nothing.
        source: BCP 47 code of the texts.
        target: BCP 47 code of the translations.
    """
    scorer = getattr(engine, "engine", engine)
    found = list(hypotheses)
    if not isinstance(scorer, Scorer):
        return found
    for i, (text, own) in enumerate(zip(texts, hypotheses, strict=True)):
        before = former.get(text)
        if before is not None and before.links and own.alignment and own.origin not in NOT_TRANSLATED:
            found[i] = _Staying(text, own, before, engine, scorer, source, target).best()
    return found


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A translation, how many words it lost and how many it words otherwise for no reason."""

    hypothesis: Hypothesis
    lost: int
    apart: int


@dataclass(frozen=True, slots=True)
class _Staying:
    """One changed sentence."""

    text: str
    own: Hypothesis
    before: Former
    engine: Engine
    scorer: Scorer
    source: str
    target: str

    def best(self) -> Hypothesis:
        """The translation that is taken; the engine's own where it needs nothing or nothing is better."""
        first = self._candidate(self.own)
        if not (first.lost or first.apart):
            return self.own
        made = [first, self._candidate(_put_back(self.own, self._sides(self.own)))]
        ranked = self._ranked(made)
        if made[ranked[0]].lost or made[ranked[0]].apart:
            made += [self._candidate(one) for one in self._partly(self._sides(self.own))]
            made += [self._candidate(_put_back(one, self._sides(one))) for one in self._others(first)]
            ranked = self._ranked(made)
        taken = made[ranked[0]].hypothesis
        return self.own if taken.text == self.own.text else self._told(taken)

    def _ranked(self, made: Sequence[_Candidate]) -> list[int]:
        """The candidates' positions, the best first; the first one is the engine's own, which bounds the others."""
        likely = self._likely([one.hypothesis.text for one in made])
        return [
            rank[-1]
            for rank in sorted(
                (one.lost, wrong(self.text, one.hypothesis, self.source, self.target), one.apart, -likely[i], i)
                for i, one in enumerate(made)
                if likely[i] >= likely[0] + _LEAST or one.lost < made[0].lost
            )
        ]

    def _likely(self, texts: Sequence[str]) -> list[float]:
        """Log-probability of each translation."""
        scores = self.scorer.score([self.text] * len(texts), texts, self.source, self.target)
        return [sum(token.score for token in own) for own in scores]

    def _partly(self, sides: Sides) -> list[Hypothesis]:
        """The first translation with the old wording in some places: each alone, two neighbours, as where a word was
        put elsewhere, and together all that may stand by themselves."""
        places = _places(sides)
        chosen = [[place] for place in places] + [list(pair) for pair in pairwise(places)]
        made = [_reworded(self.own, sides, some) for some in chosen]
        first, *likely = self._likely([self.own.text, *(one.text for one in made)])
        stand = {place for some, own in zip(chosen, likely, strict=True) if own >= first + _LEAST for place in some}
        return [*made, _reworded(self.own, sides, [place for place in places if place in stand])]

    def _others(self, first: _Candidate) -> list[Hypothesis]:
        """Other translations of the sentence: with the words that were lost, and the readings of a search."""
        found: list[Hypothesis] = []
        if self.own.written:  # the reader's terms were put in, and a new search would lose them
            return found
        if first.lost and isinstance(self.engine, Constrained):
            phrases = [[(phrase,) for phrase in _lost_phrases(self._sides(self.own))]]
            found += [one for one in self.engine.translate_with([self.text], phrases, self.source, self.target) if one]
        if isinstance(self.engine, Alternatives):
            found += self.engine.alternatives([self.text], self.source, self.target)[0]
        return found

    def _sides(self, hypothesis: Hypothesis) -> Sides:
        before = Said(self.before.source, self.before.target, self.before.links)
        return Sides(before, Said(self.text, hypothesis.text, hypothesis.alignment))

    def _candidate(self, hypothesis: Hypothesis) -> _Candidate:
        sides = self._sides(hypothesis)
        apart = sum(one.old[1] - one.old[0] + one.new[1] - one.new[0] for one in _places(sides))
        gone = _covered(self._sides(self.own)) - _covered(sides)
        return _Candidate(hypothesis, len(_lost(sides)) + len(gone), apart)

    def _told(self, taken: Hypothesis) -> Hypothesis:
        """The translation that is taken, with what was done."""
        repair = Repair(
            say("The first translation had other words where the sentence is as it was in the earlier version."),
            say("The earlier version's wording was kept there."),
        )
        return replace(
            taken,
            score=self.own.score,
            origin=self.own.origin,
            repairs=(*self.own.repairs, repair),
            issues=self.own.issues,
            written=self.own.written or self.own.text,
        )


def _covered(sides: Sides) -> frozenset[int]:
    """Words of the new sentence that have something in its translation, those too short to tell left out."""
    found = {i for links in sides.linked[1].values() for i in links}
    return frozenset(i for i in found if len(sides.sources[1][i][0]) >= _LETTERS)


def _lost(sides: Sides) -> list[int]:
    """Words of the old translation for which the new one has nothing, though the source kept what they stand for.

    Words that stand in both versions as they are, such as names and addresses, count by themselves.
    """
    covered = {i for links in sides.linked[1].values() for i in links}
    there = {text for text, _, _ in sides.targets[1]}
    named = {sides.sources[1][i][0] for i in sides.kept.values()}
    lost = []
    for word, (text, _, _) in enumerate(sides.targets[0]):
        kept = [sides.kept[i] for i in sides.linked[0].get(word, ()) if i in sides.kept]
        if text in there or not text[0].isalnum():
            continue
        if text in named:
            lost.append(word)
            continue
        if sides.changed(0, word) is not False:
            continue
        if kept and not any(i in covered for i in kept) and any(len(sides.sources[1][i][0]) >= _LETTERS for i in kept):
            lost.append(word)
    return lost


def _lost_phrases(sides: Sides) -> list[str]:
    """The same, neighbours together."""
    found: list[tuple[int, int]] = []
    for word in _lost(sides):
        if found and found[-1][1] == word:
            found[-1] = found[-1][0], word + 1
        else:
            found.append((word, word + 1))
    targets = sides.targets[0]
    return [sides.old.target[targets[start][1] : targets[end - 1][2]] for start, end in found]


def _put_back(base: Hypothesis, sides: Sides) -> Hypothesis:
    """The translation with the old wording wherever only the wording differs."""
    return _reworded(base, sides, _places(sides))


def _places(sides: Sides) -> list[Difference]:
    """Where the translations differ and the sentence does not."""
    return [one for one in sides.differences() if not one.is_change]


def _reworded(base: Hypothesis, sides: Sides, places: Sequence[Difference]) -> Hypothesis:
    """The translation with the old wording in some places, and its links."""
    text, links, last = "", list[Link](), 0
    for place in [*places, None]:
        until = len(sides.targets[1]) if place is None else place.new[0]
        for side, stretch in ((1, (last, until)), (0, place.old if place else (0, 0))):
            for word in range(*stretch):
                text = _joined(text, sides, side, word)
                start = len(text) - len(sides.targets[side][word][0])
                for i in sides.linked[side].get(word, ()):
                    own = i if side else sides.kept.get(i)
                    if own is not None:
                        links.append(Link(*sides.sources[1][own][1:], start, len(text)))
        last = len(sides.targets[1]) if place is None else place.new[1]
    if base.text[:1].isupper():
        text = text[:1].upper() + text[1:]
    return replace(base, text=text, alignment=tuple(sorted(links)), token_scores=(), alternatives=())


def _joined(text: str, sides: Sides, side: int, word: int) -> str:
    """A text with a word more, and before it the white space that it has where it comes from."""
    said = (sides.old, sides.new)[side].target
    own, start, _ = sides.targets[side][word]
    space = said[sides.targets[side][word - 1][2] if word else 0 : start]
    if not text or text[-1] in _OPENING:
        space = ""
    elif not space and word == 0 and own[0].isalnum():
        space = " "
    return f"{text}{space}{own}"
