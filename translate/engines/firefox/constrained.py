"""Beam search for translations that have given phrases.

Dynamic beam allocation (Post and Vilar 2018): hypotheses are in banks by how much of their phrases they have, and the
beam goes round the banks, so that those that have begun a phrase aren't driven out by those that never will. As Hu et
al. 2019 do it, with the phrases of a sentence in one tree.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from translate.engines.constrained import Forms
from translate.engines.firefox.beam import RULED_OUT, Following, Live, Picked, search
from translate.engines.firefox.graphs import UNKNOWN
from translate.engines.firefox.greedy import END, Decoded
from translate.engines.firefox.translator import Translator
from translate.engines.firefox.vocabulary import Vocabulary
from translate.engines.protocol import Decoding

Tokens = tuple[int, ...]

_MOST_TOKENS = 40  # a sentence that must have more is a list of terms; the banks of a beam would have one place each


class Progress(NamedTuple):
    """How far a hypothesis is: the phrases that it has, a bit each, and the node of the tree that it has come to."""

    had: int
    node: int


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a phrase as tokens.

    Attributes:
        tokens: At least one.
        glued: Whether it begins without a space, as behind a bracket.
    """

    tokens: Tokens
    glued: bool = False


@dataclass(slots=True)
class _Node:
    """A node of the tree: what follows by token, the phrases that end here, a bit each, and all below, likewise."""

    depth: int
    children: dict[int, int] = field(default_factory=dict)
    ends: int = 0
    below: int = 0


class Wanted:
    """The phrases of one sentence, and how far a hypothesis is with them.

    Args:
        phrases: The forms of each phrase.
        joins: Whether a token goes on with the word before it.
        opens: Whether a phrase without a space may stand behind a token.
    """

    def __init__(
        self, phrases: Sequence[Sequence[Form]], joins: Callable[[int], bool], opens: Callable[[int], bool]
    ) -> None:
        self._joins, self._opens = joins, opens
        self._nodes = [_Node(0), _Node(0)]  # the roots of forms with a space before them, and of those without
        self._sizes = [min(len(form.tokens) for form in forms) for forms in phrases]
        self.all = (1 << len(phrases)) - 1
        for number, forms in enumerate(phrases):
            for form in forms:
                self._add(form, 1 << number)

    def _add(self, form: Form, bit: int) -> None:
        node = self._nodes[int(form.glued)]
        for token in form.tokens:
            node.below |= bit
            if token not in node.children:
                node.children[token] = len(self._nodes)
                self._nodes.append(_Node(node.depth + 1))
            node = self._nodes[node.children[token]]
        node.ends |= bit

    def after(self, progress: Progress, token: int, last: int) -> Progress:
        """How far a hypothesis is with a token more; `last` is the token before it, END at the start."""
        node = self._nodes[progress.node]
        if token in node.children and progress.node > 1:
            return Progress(progress.had, node.children[token])
        had = progress.had if self._joins(token) else progress.had | node.ends
        root = self._nodes[0].children.get(token)
        if root is None and self._opens(last):
            root = self._nodes[1].children.get(token)
        return Progress(had, root or 0)

    def onward(self, progress: Progress, last: int) -> Iterable[int]:
        """Tokens that bring a hypothesis nearer to a phrase that it lacks."""
        roots = [0, 1] if self._opens(last) else [0]
        for node in dict.fromkeys([progress.node, *roots]):
            for token, child in self._nodes[node].children.items():
                found = self._nodes[child]
                if (found.ends | found.below) & ~progress.had:
                    yield token

    def bank(self, progress: Progress) -> int:
        """How many tokens of phrases a hypothesis has."""
        node = self._nodes[progress.node]
        had = sum(size for number, size in enumerate(self._sizes) if progress.had >> number & 1)
        return had + (node.depth if (node.ends | node.below) & ~progress.had else 0)


class Banked:
    """Picks hypotheses by banks; see Picker.

    Args:
        width: How many go on.
        wanted: What each sentence of the batch must have.
    """

    def __init__(self, width: int, wanted: Sequence[Wanted]) -> None:
        self.width = width
        self.enough = max(1, width // 4)
        self._wanted = wanted
        self._progress = [[Progress(0, 0)] * width for _ in wanted]

    def pick(self, live: Live, following: Following) -> Picked:
        """See Picker: the best of each bank, the fullest first, then the second best of each."""
        shape = len(live.rows), self.width
        parents, words = np.zeros(shape, np.int64), np.full(shape, END)
        scores = np.full(shape, 4 * RULED_OUT, np.float32)
        ended: list[tuple[int, int, float]] = []
        for row, sentence in enumerate(live.rows.tolist()):
            chosen = self._chosen(row, sentence, live, following)
            going = [own for own in chosen if own.word != END][: self.width]
            ended += [(row, own.place, own.score) for own in chosen[: self.width] if own.word == END]
            for place, own in enumerate(going):
                parents[row, place], words[row, place], scores[row, place] = own.place, own.word, own.score
            left = self.width - len(going)
            self._progress[sentence] = [own.progress for own in going] + [Progress(0, 0)] * left
        return Picked(parents, words, scores, ended)

    def _chosen(self, row: int, sentence: int, live: Live, following: Following) -> "list[_Candidate]":
        """What may follow the hypotheses of one sentence, in the order in which the beam takes them."""
        wanted = self._wanted[sentence]
        by_bank: dict[int, list[_Candidate]] = {}
        for own in sorted(self._candidates(row, sentence, live, following), key=lambda c: (-c.total, c.place, c.word)):
            if own.word != END or own.progress.had == wanted.all:
                by_bank.setdefault(wanted.bank(own.progress), []).append(own)
        ranked = [(rank, -bank, own) for bank, listed in by_bank.items() for rank, own in enumerate(listed)]
        return [own for _, _, own in sorted(ranked, key=lambda entry: entry[:2])]

    def _candidates(self, row: int, sentence: int, live: Live, following: Following) -> "Iterable[_Candidate]":
        """The likeliest words of all hypotheses together, the likeliest of each, and those that phrases go on with."""
        wanted = self._wanted[sentence]
        totals = live.totals[row][:, None] + following.scores[row]
        likeliest = np.zeros(totals.shape, bool)
        likeliest[:, 0] = True
        likeliest.ravel()[np.argsort(-totals.ravel(), kind="stable")[: 2 * self.width]] = True
        for place, progress in enumerate(self._progress[sentence]):
            if live.totals[row, place] <= RULED_OUT:
                continue
            last = int(live.tokens[row, place, -1]) if live.tokens.shape[2] else END
            found = dict(
                zip(
                    following.words[row, place, likeliest[place]].tolist(),
                    following.scores[row, place, likeliest[place]].tolist(),
                    strict=True,
                )
            )
            found |= {word: following.score(row, place, word) for word in wanted.onward(progress, last)}
            for word, score in found.items():
                total = float(live.totals[row, place]) + score
                if total > RULED_OUT:
                    yield _Candidate(total, place, word, score, wanted.after(progress, word, last))


class _Candidate(NamedTuple):
    """A hypothesis with a word more: its total, the place of the hypothesis, the word, its score, and how far it is."""

    total: float
    place: int
    word: int
    score: float
    progress: Progress


def wanted_phrases(vocabulary: Vocabulary, phrases: Sequence[Forms]) -> tuple[Wanted, list[int]] | None:
    """What a sentence must have, and its tokens; None where it can't: nothing, too much, or no tokens for a phrase."""
    forms = [_forms(vocabulary, own) for own in phrases]
    if not forms or not all(forms) or sum(min(len(form.tokens) for form in own) for own in forms) > _MOST_TOKENS:
        return None
    needed = sorted({token for own in forms for form in own for token in form.tokens})
    return Wanted(forms, vocabulary.joins, vocabulary.opens), needed


def _forms(vocabulary: Vocabulary, forms: Forms) -> list[Form]:
    """Forms of a phrase as tokens, with a capital initial too, and as they stand behind a bracket."""
    found = []
    for text in dict.fromkeys(own for form in forms for own in (form, form[:1].upper() + form[1:])):
        found.append(Form(tuple(vocabulary.encode(text))))
        behind = vocabulary.encode(f"({text}")[1:]
        if tuple(behind) != found[-1].tokens:
            found.append(Form(tuple(behind), glued=True))
    return [form for form in found if form.tokens and UNKNOWN not in form.tokens]


def constrained(
    translator: Translator,
    sentences: Sequence[Sequence[int]],
    wanted: Sequence[tuple[Wanted, Sequence[int]]],
    length: int,
    decoding: Decoding,
) -> list[Decoded | None]:
    """The likeliest translation found of each sentence that has all its phrases, None where there is none.

    Args:
        translator: The direction.
        sentences: Source tokens without the end mark, each shorter than `length`.
        wanted: What each must have, with its tokens.
        length: What the batch is padded to.
        decoding: The search; its beam is the width.
    """
    picker = Banked(decoding.beam, [own for own, _ in wanted])
    lists = search(translator, sentences, length, decoding, picker, [needed for _, needed in wanted])
    return [next((output for output in outputs if not output.truncated), None) for outputs in lists]
