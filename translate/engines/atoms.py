"""AtomKeeper: note marks and addresses stay out of an engine's sight and come back where they stood.

An atom is a sign in a sentence that is not to be translated: “¹” or “[2]” behind a word, an e-mail or web address. A
note mark at the end of a sentence changed other words of the packaged model's translation in 43 of 100 sentences, and
the model knows no “@”.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from translate.engines.alternatives import COUNT, Alternatives
from translate.engines.cells import joined_cells, row_cells
from translate.engines.constrained import Constrained, Forms
from translate.engines.protocol import GREEDY, Decoding, Engine
from translate.hypothesis import Hypothesis, Link, TokenScore
from translate.text.addresses import DOMAIN

VERSION = 4
"""Part of every signature; another one gives other translations of sentences with atoms."""

_MARK = re.compile(
    r"(?<=[^\s⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]+(?![^\W_])"  # behind a word
    r"|(?<!\S)[⁰¹²³⁴-⁹]+(?=[^\W\d_⁰¹²³⁴-⁹]{2})"  # before one
    r"|\s?\[\d{1,3}\](?=[\s.,;:!?…”’\"»)\[]|$)"
)
_UNIT = re.compile(r"(?:^|[^\w])(?:[\d,.]*\s?(?:[munckd]?m|ft|in|mi|yd|s|h|[b-df-zA-Z])|\d{1,3}|\d{5,}|10)$")
"""What a raised figure behind it is a power of: metres, feet, single letters, numbers that are no year."""
_ADDRESS = re.compile(
    r"(?<![\w@])(?:<(?:https?://|mailto:|(?=[^\s<>@]+@))[^\s<>]+>"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:https?://|www\.)[^\s<>“”«»\"]*[^\s<>“”«».,;:!?)\"'’])"
    rf"|{DOMAIN}"
)
_PLACEHOLDER = "info{number}.eu"
"""What engines copy: “info.eu” in eight of eight sentences, “Exemplo.com” in four."""
_AT_ONCE, _AT_ONCE_SEVERALLY = 64, 16
"""Texts between two chances to stop, and such as get several translations: each takes a third of a second."""
_WORD = re.compile(r"\w+")
_STOPS = re.compile(r"[.,;:!?…”’\"»)\]]+")


class Mark(NamedTuple):
    """A note mark: its place in the text without marks, and what stands there."""

    place: int
    text: str


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without its atoms.

    Attributes:
        text: What the engine gets: no marks, and placeholders for addresses.
        marks: The marks that were taken out, in order.
        addresses: Addresses by placeholder.
        origins: For each character of `text` the stretch of the text that it was made of: an address for each of its
            placeholder's.
    """

    text: str
    marks: tuple[Mark, ...]
    addresses: tuple[tuple[str, str], ...]
    origins: tuple[tuple[int, int], ...]


def bare(text: str) -> Bare:
    """A text without its atoms.

    >>> bare("See the annex.¹ Write to a@b.eu").text
    'See the annex. Write to info1.eu'
    """
    parts: list[str] = []
    origins: list[tuple[int, int]] = []
    marks: list[Mark] = []
    addresses: list[tuple[str, str]] = []
    end = size = 0
    for match in atoms(text):
        parts.append(text[end : match.start()])
        origins += [(i, i + 1) for i in range(end, match.start())]
        size += match.start() - end
        if match.re is _MARK:
            marks.append(Mark(size, match[0]))
        else:
            given = _PLACEHOLDER.format(number=len(addresses) + 1)
            addresses.append((given, match[0]))
            parts.append(given)
            origins += [match.span()] * len(given)
            size += len(given)
        end = match.end()
    parts.append(text[end:])
    origins += [(i, i + 1) for i in range(end, len(text))]
    return Bare("".join(parts), tuple(marks), tuple(addresses), tuple(origins))


def atoms(text: str) -> list[re.Match[str]]:
    """The note marks and addresses of a text, in order; none over another.

    >>> [atom[0] for atom in atoms("See the annex.¹ Write to a@b.eu")]
    ['¹', 'a@b.eu']
    """
    marked = [match for match in _MARK.finditer(text) if not _UNIT.search(text, 0, match.start())]
    found: list[re.Match[str]] = []
    for match in sorted([*marked, *_ADDRESS.finditer(text)], key=lambda match: match.start()):
        if not found or match.start() >= found[-1].end():  # else a mark inside an address
            found.append(match)
    return found


def restored(found: Hypothesis, source: Bare) -> Hypothesis | None:
    """A bare text's hypothesis with its atoms; None where an address did not come through just once.

    A mark stands behind the word that was made of the word it stood on, behind the stop where it stood behind one; at
    the end where it stood there, before a word where it stood before one. Marks stay in their order.
    """
    if any(found.text.count(given) != 1 for given, _ in source.addresses):
        return None
    inserted = [(found.text.index(given), len(given), address) for given, address in source.addresses]
    least = 0
    addresses = list(inserted)
    for mark in source.marks:
        place = _place(mark, source.text, found)
        inside = [start + length for start, length, _ in addresses if start < place < start + length]
        least = max(least, place, *inside)  # never within an address
        inserted.append((least, 0, mark.text))
    return _with(found, sorted(inserted, key=lambda one: one[0]), source.origins)


def _place(mark: Mark, text: str, found: Hypothesis) -> int:
    """Where a mark belongs in a translation."""
    if not text[: mark.place][-1:].strip() and _WORD.match(text, mark.place):
        return _place_before(mark, text, found)
    before, behind_stop = text[: mark.place].rstrip(), bool(_STOPS.match(text[mark.place - 1 : mark.place]))
    if not _WORD.search(text, mark.place):  # nothing but stops follows
        stops = len(found.text.rstrip()) - len(found.text.rstrip().rstrip(".,;:!?…"))
        return len(found.text.rstrip()) - (0 if behind_stop or not stops else stops)
    for word in reversed(list(_WORD.finditer(before))):
        ends = [link.target_end for link in found.alignment if link.source_start <= word.start() < link.source_end]
        if ends:
            return _beside_stop(found.text, max(ends), behind_stop)
    share = round(mark.place / max(1, len(text)) * len(found.text))
    near = _WORD.search(found.text, share)
    return len(found.text) if near is None else near.start() and found.text.rfind(" ", 0, near.start() + 1)


def _place_before(mark: Mark, text: str, found: Hypothesis) -> int:
    """Where a mark belongs that stands before a word."""
    if not mark.place:
        return 0
    linked = [link.target_start for link in found.alignment if link.source_start <= mark.place < link.source_end]
    near = _WORD.search(found.text, round(mark.place / len(text) * len(found.text)))
    return min(linked) if linked else near.start() if near else len(found.text)


def _beside_stop(text: str, place: int, behind: bool) -> int:
    """The end of a word, before or behind the stops that follow it."""
    word = len(text[:place].rstrip(".,;:!?…"))
    stop = _STOPS.match(text, word)
    return stop.end() if behind and stop else word


def _with(
    found: Hypothesis, inserted: Sequence[tuple[int, int, str]], origins: Sequence[tuple[int, int]]
) -> Hypothesis:
    """The hypothesis with stretches of its text replaced (place, length, text), and everything that counts moved."""
    text, end = "", 0
    moved: list[tuple[int, int]] = []  # for each character of the former text its stretch in the new one
    for place, length, new in inserted:
        moved += [(i, i + 1) for i in range(len(text), len(text) + place - end)]
        text += found.text[end:place] + new
        moved += [(len(text) - len(new), len(text))] * length
        end = place + length
    moved += [(i, i + 1) for i in range(len(text), len(text) + len(found.text) - end)]
    text += found.text[end:]
    return replace(
        found,
        text=text,
        alignment=tuple(
            dict.fromkeys(Link(*_span(origins, a, b), *_span(moved, c, d)) for a, b, c, d in found.alignment)
        ),
        token_scores=tuple(TokenScore(*_span(moved, a, b), score) for a, b, score in found.token_scores),
        issues=tuple(
            replace(issue, span=_span(origins, *issue.span)) if issue.span and issue.side == "source" else issue
            for issue in found.issues
        ),
    )


def _span(stretches: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """A span's place, where each of its characters' is known; an empty one stays empty."""
    if start == end:
        at = stretches[start][0] if start < len(stretches) else (stretches[-1][1] if stretches else 0)
        return at, at
    return stretches[start][0], stretches[end - 1][1]


def _parts(places: Sequence[int], texts: Sequence[str], most: int) -> list[list[int]]:
    """Places of texts that go to an engine together; where there are more than `most`, those of about one length."""
    if len(places) <= most:
        return [list(places)] if places else []
    longest = sorted(places, key=lambda i: -len(texts[i]))
    return [longest[start : start + most] for start in range(0, len(longest), most)]


def _unheeded() -> None:
    """Nobody ends it."""


class AtomKeeper:
    """An engine that never sees an atom; otherwise the engine that it is made of.

    Args:
        engine: Translates what is left.
        heed: Called before the engine is; what it raises ends the call.

    Attributes:
        engine: The same.
        alternatives: Several translations of each text, where the engine can give them.
        translate_with: Translations that have given phrases, where the engine can make them.
    """

    def __init__(self, engine: Engine, heed: Callable[[], None] = _unheeded) -> None:
        self.engine, self._heed = engine, heed
        self.name, self.max_tokens = engine.name, engine.max_tokens
        self.supports: Callable[[str, str], bool] = engine.supports
        self.describe: Callable[[str, str], str] = engine.describe
        if isinstance(engine, Alternatives):
            self.alternatives = partial(self._alternatives, engine)
        if isinstance(engine, Constrained):
            self.translate_with = partial(self._translate_with, engine)

    @property
    def window(self) -> int:
        """The engine's."""
        return self.engine.window

    def count_tokens(self, text: str, source: str, target: str) -> int:
        """Tokens of the text without its atoms."""
        return self.engine.count_tokens(bare(text).text, source, target)

    def signature(self, source: str, target: str) -> str:
        """The engine's, and how atoms are kept."""
        return f"{self.engine.signature(source, target)} atoms {VERSION}"

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        """Translate each text without its atoms and put them back; see the Engine protocol.

        A row of a table is translated cell by cell. A text whose address does not come through is translated as it
        stands. Word links are asked for where a mark is to be placed.

        Raises:
            LanguageError: The pair is not supported.
            EngineError: The model is missing, damaged or cannot run.
        """
        rows = [row_cells(text) for text in texts]
        asked = [t[a:b] for t, cells in zip(texts, rows, strict=True) for a, b in cells or ((0, len(t)),)]
        found = iter(self._translated(asked, source, target, decoding))
        return [
            joined_cells(text, cells, [next(found) for _ in cells]) if cells else next(found)
            for text, cells in zip(texts, rows, strict=True)
        ]

    def _translated(self, texts: Sequence[str], source: str, target: str, decoding: Decoding) -> list[Hypothesis]:
        """The translations of texts that are no rows of a table."""
        bares = [bare(text) for text in texts]
        found: dict[int, Hypothesis] = {}
        for marked, search in ((False, decoding), (True, replace(decoding, alignment=True))):
            asked = [i for i, one in enumerate(bares) if bool(one.marks) == marked]
            for part in _parts(asked, [one.text for one in bares], _AT_ONCE):
                self._heed()
                given = self.engine.translate([bares[i].text for i in part], source, target, search)
                found.update(zip(part, given, strict=True))
        kept = {i: restored(found[i], one) for i, one in enumerate(bares) if one.marks or one.addresses}
        lost = [i for i, hypothesis in kept.items() if hypothesis is None]
        whole = self.engine.translate([texts[i] for i in lost], source, target, decoding) if lost else []
        found |= {i: hypothesis for i, hypothesis in kept.items() if hypothesis is not None}
        found.update(zip(lost, whole, strict=True))
        return [found[i] for i in range(len(texts))]

    def _alternatives(
        self, engine: Alternatives, texts: Sequence[str], source: str, target: str, count: int = COUNT
    ) -> list[tuple[Hypothesis, ...]]:
        """Several translations of each text, with its atoms put back; see the Alternatives protocol.

        One in which an address does not come through is left out; where none is left there is the usual one.

        Raises:
            LanguageError: The pair is not supported.
            EngineError: The model is missing, damaged or cannot run.
        """
        bares = [bare(text) for text in texts]
        lists: dict[int, tuple[Hypothesis, ...]] = {}
        for part in _parts(range(len(bares)), [one.text for one in bares], _AT_ONCE_SEVERALLY):
            self._heed()
            lists.update(
                zip(part, engine.alternatives([bares[i].text for i in part], source, target, count), strict=True)
            )
        found = []
        for i, (text, one) in enumerate(zip(texts, bares, strict=True)):
            given = lists[i]
            kept = [] if row_cells(text) else [h for own in given if (h := restored(own, one)) is not None]
            found.append(tuple(kept or self.translate([text], source, target)))
        return found

    def _translate_with(
        self, engine: Constrained, texts: Sequence[str], phrases: Sequence[Sequence[Forms]], source: str, target: str
    ) -> list[Hypothesis | None]:
        """Translations that have given phrases, with their atoms put back; see the Constrained protocol.

        Raises:
            LanguageError: The pair is not supported.
            EngineError: The model is missing, damaged or cannot run.
        """
        bares = [bare(text) for text in texts]
        self._heed()
        found = engine.translate_with([one.text for one in bares], phrases, source, target)
        kept = [None if own is None else restored(own, one) for own, one in zip(found, bares, strict=True)]
        return [None if row_cells(text) else own for text, own in zip(texts, kept, strict=True)]
