"""The packaged phrases: expressions of policy and news that models take word by word, and what stands for them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from translate.resources.phrase_forms import (
    Shape,
    Slot,
    Token,
    found_at,
    inflected_as,
    numbered,
    shapes,
    times_of,
    tokens,
    written,
)
from translate.tag import primary
from translate.text.lexicon import rows

PAIRS = ("en-pt", "pt-en")
VERSION = 1
"""Part of the signature of a translation with phrases; another one may translate otherwise."""

_NEAR = 3  # words before a verb in which what decides its time is looked for
_OPENING = frozenset('.:;!?“"«(—–')
_LIKE_NOUNS = frozenset({"base", "s", "present", "first", "subjunctive"})  # groups whose forms may be nouns: "bribes"


@dataclass(frozen=True, slots=True)
class Row:
    """One phrase.

    Attributes:
        sources: How it is written in the source, in the notation of phrase_forms.
        targets: What may stand for it: the search takes the likeliest.
        accepted: What is also right in a translation, but never put in.
        plain: The same in plain words of the source language, with as many gaps; empty where the row has none.
        beside: Words or, with "*", beginnings of words, of which one must stand in the text too; none where the phrase
            has one meaning.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    accepted: tuple[str, ...]
    plain: str = ""
    beside: tuple[str, ...] = ()


class _Known(NamedTuple):
    """A phrase as a text may have it: its row, its shape, the place there of the word that it is looked up by, whether
    it is a name, which has a capital, and whether it is the plural.
    """

    row: Row
    shape: Shape
    place: int
    named: bool = False
    many: bool = False


class PhraseUse(NamedTuple):
    """A phrase in a source text: its row, its half-open string indices there, all that may stand for it, the words of
    which nothing is left then, likewise, and the stretch of the source in plain words, empty where there are none.
    """

    row: Row
    start: int
    end: int
    forms: tuple[str, ...]
    replaced: tuple[tuple[int, int], ...]
    plain: str = ""


@dataclass(frozen=True, slots=True)
class PhraseBase:
    """The phrases of one direction; phrase_base() makes it.

    Attributes:
        source_language: Primary subtag.
        target_language: Primary subtag.
        shapes: By a word that they must have: phrases, and how many words stand before that word.
        digest: Tells one state of the phrases from another.
    """

    source_language: str
    target_language: str
    shapes: Mapping[str, Sequence["_Known"]]
    digest: str

    def uses(self, text: str) -> tuple[PhraseUse, ...]:
        """Phrases of a source text in its order; of those that overlap the longest. None in a line of capitals."""
        if text.isupper():
            return ()
        own = tokens(text, self.source_language)
        found: list[tuple[_Known, tuple[int, ...]]] = []
        for place, token in enumerate(own):
            for known in self.shapes.get(token.text, ()):
                start = place - known.place
                filled = found_at(known.shape, own, start, self.source_language) if start >= 0 else ()
                if not filled or (not own[start].capital if known.named else _is_name(own, filled)):
                    continue
                if self._is_compound(own, known.shape, filled) or self._is_noun(own, known.shape, start):
                    continue
                if _is_beside(known.row, own, filled, self.source_language):
                    found.append((known, filled))
        kept: list[PhraseUse] = []
        taken: set[int] = set()
        for known, filled in sorted(found, key=lambda one: (one[1][0] - one[1][-1], one[1][0])):
            if taken.isdisjoint(range(filled[0], filled[-1] + 1)):
                taken.update(range(filled[0], filled[-1] + 1))
                forms = _forms(known.row.targets, self.target_language, self._times(own, known.shape, filled))
                places = tuple((own[i].start, own[i].end) for i in _replaced(known, filled))
                plain = self._plain(text, own, known, filled) if known.row.plain else ""
                kept.append(PhraseUse(known.row, own[filled[0]].start, own[filled[-1]].end, forms, places, plain))
        return tuple(sorted(kept, key=lambda use: use.start))

    def keeps(self, use: PhraseUse, text: str) -> bool:
        """Whether a translation has anything that may stand for a phrase, in any inflection and either spelling."""
        own = tokens(text, self.target_language)
        return any(
            found_at(shape, own, start, self.target_language)
            for shape in _accepted(use.row, self.target_language)
            for start in range(len(own))
        )

    def _is_noun(self, text: Sequence[Token], shape: Shape, start: int) -> bool:
        """Whether what may be a verb at the head of a phrase is none; a verb alone must be sure to be one."""
        slot = shape[0]
        if slot is None or not slot.verbs:
            return False
        times, before = slot.times[text[start].text], text[start - 1].text if start else ""
        nouns = self._words("noun_follows")
        if before in nouns and not times & {"infinitive", "gerund"}:
            return True
        if len(shape) > 1 or not times <= _LIKE_NOUNS:
            return False
        if times == {"first"} and not text[start].text.endswith("mos"):
            return before != "eu"
        after = text[start + 1].text if start + 1 < len(text) else ""
        verbs = {*self._words("verb_follows"), *self._words("after_infinitive"), *self._words("after_future")}
        return before not in verbs.union(self._words("after_past")) and after not in {*nouns, *self._words("article")}

    def _is_compound(self, text: Sequence[Token], shape: Shape, filled: Sequence[int]) -> bool:
        """Whether a verb and its particle are joined to a noun: "a first-time lay-off"."""
        own = [slot for slot in shape if slot is not None]
        return self.source_language == "en" and bool(own[0].verbs) and len(filled) > 1 and text[filled[1]].joined

    def _words(self, kind: str) -> Sequence[str]:
        """Words of the source language that tell something of what stands beside them."""
        return rows("phrases").get((self.source_language, kind), ())

    def _plain(self, text: str, own: Sequence[Token], known: _Known, filled: Sequence[int]) -> str:
        """The stretch of a source that has a phrase, in plain words, with its gap as it is and its verb's form."""
        gap = next((i for i, (a, b) in enumerate(pairwise(filled)) if b > a + 1), None)
        between = "" if gap is None else text[own[filled[gap]].end : own[filled[gap + 1]].start].strip()
        words = [own[i].text for i in filled]
        helped = filled[0] > 0 and own[filled[0] - 1].text in self._words("helping")
        before = {token.text for token in own[max(0, filled[0] - _NEAR) : filled[0]]}
        told = before.intersection((*self._words("after_infinitive"), *self._words("after_future")))
        phrase = numbered(known.row.plain, self.source_language)[known.many and known.row.plain.endswith("+")]
        made = inflected_as(phrase, known.shape, words, self.source_language, helped, not told)
        made = " ".join(made.replace("_", between).split())
        return made[:1].upper() + made[1:] if own[filled[0]].capital and not known.named else made

    def _times(self, text: Sequence[Token], shape: Shape, filled: Sequence[int]) -> frozenset[str]:
        """The groups of verb forms that may translate the verb of a phrase."""
        groups = times_of(shape, [text[i].text for i in filled])
        if {"base", "past"} <= groups:  # "put" without "to" or "will" is mostly past
            groups = groups - {"base"} | {"bare"}
        wanted = {own for group in groups for own in self._words(f"{group}>")}
        before = [token.text for token in text[max(0, filled[0] - _NEAR) : filled[0]]]
        for near in reversed(before) if groups & {"base", "bare"} else ():
            told = [form for form in ("infinitive", "future", "past") if near in self._words(f"after_{form}")]
            if told:
                wanted = {*told, "infinitive"}
                break
        if wanted and any(token.text in self._words("first") for token in text):
            wanted.add("first")
        return frozenset(wanted)


@cache
def phrase_base(source: str, target: str) -> PhraseBase | None:
    """The packaged phrases of a direction; None where there are none.

    Args:
        source: BCP 47 code of the text.
        target: BCP 47 code wanted.
    """
    own, other = primary(source), primary(target)
    if f"{own}-{other}" not in PAIRS:
        return None
    found: defaultdict[str, list[_Known]] = defaultdict(list)
    for row in all_rows(own, other):
        for phrase in row.sources:
            one = list(shapes(phrase.removesuffix("+"), own))
            for shape in shapes(phrase, own):
                place = _key(shape)
                slot = shape[place]
                for word in slot.times if slot else ():
                    found[word].append(_Known(row, shape, place, phrase != phrase.lower(), shape not in one))
    digest = sha256(repr((VERSION, all_rows(own, other))).encode()).hexdigest()[:16]
    return PhraseBase(own, other, dict(found), digest)


@cache
def all_rows(source: str, target: str) -> tuple[Row, ...]:
    """Every row of a packaged file.

    Args:
        source: Primary subtag.
        target: Primary subtag.
    """
    text = files("translate.resources.phrases").joinpath(f"{source}-{target}.tsv").read_text(encoding="utf-8")
    return tuple(parsed(line) for line in text.splitlines() if line and not line.startswith("#"))


def parsed(line: str) -> Row:
    """One row of a file; see its head."""
    left, right, plain, beside = [*line.split("\t"), "", ""][:4]
    targets = right.split("|")
    return Row(
        tuple(left.split("|")),
        tuple(own for own in targets if not own.startswith("~")),
        tuple(own[1:] for own in targets if own.startswith("~")),
        plain,
        tuple(beside.split("|")) if beside else (),
    )


@cache
def _accepted(row: Row, language: str) -> tuple[Shape, ...]:
    """All shapes of what may stand for a phrase."""
    return tuple(shape for phrase in (*row.targets, *row.accepted) for shape in shapes(phrase, language))


@cache
def _forms(targets: tuple[str, ...], language: str, times: frozenset[str]) -> tuple[str, ...]:
    """All ways to write some phrases."""
    return tuple(dict.fromkeys(form for phrase in targets for form in written(phrase, language, times)))


def _key(shape: Shape) -> int:
    """The place of the word by which a phrase is looked up: the longest that has a fixed place."""
    fixed = shape.index(None) if None in shape else len(shape)
    return max(range(fixed), key=lambda i: min(len(word) for word in slot.times) if (slot := shape[i]) else 0)


def _replaced(known: _Known, filled: Sequence[int]) -> Sequence[int]:
    """The words of a phrase that what stands for it leaves nothing of: where that is one word, those before a gap."""
    gap = known.shape.index(None) if None in known.shape else len(known.shape)
    return filled[:gap] if all(" " not in target for target in known.row.targets) else filled


@cache
def _tellers(beside: tuple[str, ...], language: str) -> tuple[Slot, ...]:
    """What may stand beside a phrase."""
    found = (slot for word in beside for shape in shapes(word, language) for slot in shape)
    return tuple(slot for slot in found if slot is not None)


def _is_beside(row: Row, text: Sequence[Token], filled: Sequence[int], language: str) -> bool:
    """Whether a text has a word that tells that a phrase in it has the meaning of a row."""
    slots = _tellers(row.beside, language)
    return not slots or any(slot.takes(token) for i, token in enumerate(text) if i not in filled for slot in slots)


def _is_name(text: Sequence[Token], filled: Sequence[int]) -> bool:
    """Whether a word of a phrase has a capital that no beginning of a sentence explains."""
    return any(text[i].capital and i > 0 and (text[i - 1].is_word or text[i - 1].text not in _OPENING) for i in filled)
