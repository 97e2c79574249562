"""Notation of the packaged phrases: what a phrase may look like in a text, and all the ways to write it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from translate.text.lexicon import rows
from translate.text.plurals import plural
from translate.text.verb_forms import agreeing, verb_forms

GAP = 3
"""Words that may stand where a phrase has "_"."""
_ANY = frozenset({"any"})
_HYPHENS = frozenset("-‐‑")
_VERB = re.compile(r"<([^>]+)>(-se)?")


class Token(NamedTuple):
    """A word or a mark of a text: its letters, whether it has a capital, its half-open string indices, and whether a
    hyphen joins it to the one before.
    """

    text: str
    capital: bool
    start: int
    end: int
    joined: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return self.text[:1].isalnum()


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a phrase.

    Attributes:
        times: What may stand there, with the groups of a verb's forms that it belongs to; other words have "any".
        beginnings: Letters that any word there may begin with.
        verbs: The verbs whose forms these are.
        joined: Whether a hyphen must stand before it.
    """

    times: Mapping[str, frozenset[str]]
    beginnings: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    joined: bool = False

    def takes(self, token: Token) -> bool:
        """Whether a word may stand here."""
        if self.joined and not token.joined:
            return False
        return token.text in self.times or any(token.text.startswith(own) for own in self.beginnings)


Shape = tuple[Slot | None, ...]
"""Slots in order; None where up to GAP words may stand."""


def tokens(text: str, language: str) -> list[Token]:
    """The words and marks of a text; a hyphen divides."""
    found = []
    for match in re.finditer(r"\w+(?:['’]\w+)*|[^\w\s‐‑-]", text):
        word = match[0].lower().replace("’", "'")
        joined = text[match.start() - 1 : match.start()] in _HYPHENS
        own = respelled(word) if language == "pt" else word
        found.append(Token(own, match[0][:1].isupper(), *match.span(), joined))
    return found


def respelled(text: str) -> str:
    """Portuguese in one spelling, for comparing: of Portugal, of Brazil and of before 1990 are the same."""
    plain = re.sub(r"[cp](?=[cçt])", "", text.translate(_SPELLINGS))
    return plain.replace("éi", "ei").replace("ói", "oi")


def shapes(phrase: str, language: str) -> Iterator[Shape]:
    """What a phrase may look like: "<strike> _ deal+" is any form of "strike", up to three words, "deal" or "deals".

    Args:
        phrase: Words; "<verb>" or "<verb/verb>" for all forms of verbs, "<verb>-se" with its pronoun before or after;
            "_" for up to GAP words; "word@" for an adjective in all its forms; "word*" for what begins so; "a/b" for
            either; "+" at the end for singular and plural of the words behind the last verb or gap.
        language: "en" or "pt".
    """
    for plain in numbered(phrase, language):
        parts = [_slots(part, language) for part in plain.split()]
        yield from (tuple(slot for part in choice for slot in part) for choice in product(*parts))


def written(phrase: str, language: str, times: frozenset[str]) -> Iterator[str]:
    """All ways to write a phrase without gaps, with verbs in some groups of their forms.

    Args:
        phrase: As for shapes().
        language: "en" or "pt".
        times: Groups of forms wanted, as verb_forms() names them.
    """
    for plain in numbered(phrase, language):
        for choice in product(*(list(_wordings(part, language, times)) for part in plain.split())):
            yield " ".join(choice)


def found_at(shape: Shape, text: Sequence[Token], start: int, language: str) -> tuple[int, ...]:
    """Positions of the tokens that fill the slots from a position on, shortest gaps first; none where they don't."""
    if not shape:
        return ()
    first = shape[0]
    if first is None:
        stops = rows("phrases")[language, "stop"]
        for skipped in range(GAP + 1):
            between = text[start : start + skipped]
            if any(not token.is_word or token.text in stops for token in between):
                return ()
            if rest := found_at(shape[1:], text, start + skipped, language):
                return rest
        return ()
    if start >= len(text) or not first.takes(text[start]):
        return ()
    if len(shape) == 1:
        return (start,)
    rest = found_at(shape[1:], text, start + 1, language)
    return (start, *rest) if rest else ()


def times_of(shape: Shape, words: Sequence[str]) -> frozenset[str]:
    """The groups that the verb forms in a phrase belong to; without a verb only "any"."""
    slots = [slot for slot in shape if slot is not None]
    groups = [slot.times.get(word, _ANY) for slot, word in zip(slots, words, strict=True)]
    return next((own for own in groups if own != _ANY), _ANY)


def inflected_as(phrase: str, shape: Shape, words: Sequence[str], language: str, helped: bool, past: bool) -> str:
    """A phrase with its verbs in the form that a verb has in another one, and in its number.

    Args:
        phrase: In the notation, without alternatives.
        shape: Of the other phrase.
        words: What fills that one's slots.
        language: Of both.
        helped: Whether an auxiliary stands before it, so that "struck" is a participle.
        past: Whether a form that may be the past, such as "set", is.
    """
    slots = [slot for slot in shape if slot is not None]
    word, slot = next(
        ((word, own) for word, own in zip(words, slots, strict=True) if own.times.get(word, _ANY) != _ANY), ("", None)
    )
    place = _place(word, slot, language, helped, past) if slot is not None else ("", 0)
    made = []
    for part in phrase.split(" "):
        verb = _VERB.fullmatch(part)
        forms = verb_forms(verb[1], language).get(place[0], ()) if verb else ()
        made.append((forms[min(place[1], len(forms) - 1)] if forms else verb[1]) if verb else part)
    return " ".join(made)


def _place(word: str, slot: Slot, language: str, helped: bool, past: bool) -> tuple[str, int]:
    """The group of a verb's form and its place there."""
    order = ("participle", "past") if helped else ("past", "participle")
    own = slot.times[word] - ({"base"} if past and "past" in slot.times[word] else set())
    groups = sorted(own, key=lambda group: (order.index(group) if group in order else -1, group))
    for verb in slot.verbs:
        for group in groups:
            forms = [_same(form, language) for form in verb_forms(verb, language)[group]]
            if word in forms:
                return group, forms.index(word)
    return groups[0], 0


def numbered(phrase: str, language: str) -> tuple[str, ...]:
    """The phrase in the singular and, where "+" says so, in the plural, which may be the same."""
    if not phrase.endswith("+"):
        return (phrase,)
    parts = phrase.removesuffix("+").split(" ")
    last = max((i for i, part in enumerate(parts) if part == "_" or part.startswith("<")), default=-1)
    before, noun = parts[: last + 1], " ".join(parts[last + 1 :])
    return tuple(" ".join([*before, form]) for form in (noun, plural(noun, language)))


def _slots(part: str, language: str) -> list[tuple[Slot | None, ...]]:
    """What one part of a phrase may be."""
    if part == "_":
        return [(None,)]
    verb = _VERB.fullmatch(part)
    if verb:
        slot = Slot(_times(verb[1], language), (), tuple(verb[1].split("/")))
        pronoun = Slot({"se": _ANY})
        return [(slot, pronoun), (pronoun, slot)] if verb[2] else [(slot,)]
    if part.endswith("*"):
        return [(Slot({}, (_same(part[:-1], language),)),)]
    sequences = [re.split(r"[-‐‑]", one) for one in _either(part)]
    if all(len(own) == 1 for own in sequences):
        return [(Slot({_same(own[0], language): _ANY for own in sequences}),)]
    return [
        tuple(Slot({_same(word, language): _ANY}, joined=place > 0) for place, word in enumerate(own))
        for own in sequences
    ]


def _times(verbs: str, language: str) -> dict[str, frozenset[str]]:
    """Every form of some verbs with its groups."""
    found: dict[str, frozenset[str]] = {}
    for verb in verbs.split("/"):
        for group, forms in verb_forms(verb, language).items():
            for form in forms:
                own = _same(form, language)
                found[own] = found.get(own, frozenset()) | {group}
    return found


def _wordings(part: str, language: str, times: frozenset[str]) -> Iterator[str]:
    """How one part of a phrase may be written."""
    verb = _VERB.fullmatch(part)
    if not verb:
        yield from _either(part)
        return
    for one in verb[1].split("/"):
        forms = [form for group, own in verb_forms(one, language).items() if group in times for form in own]
        for form in dict.fromkeys(forms):
            yield from (f"{form}-se", f"se {form}") if verb[2] else (form,)


def _either(part: str) -> list[str]:
    """The words that a part stands for."""
    return [form for one in part.split("/") for form in (agreeing(one[:-1]) if one.endswith("@") else (one,))]


def _same(word: str, language: str) -> str:
    """A word as tokens() writes it."""
    return respelled(word.lower()) if language == "pt" else word.lower().replace("’", "'")


_SPELLINGS = str.maketrans("ôêü", "óéu")
