"""kept_to_terms(): a translation whose terms of law are those that the packaged term base has, where that mends it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from translate.engines.constrained import Constrained
from translate.engines.protocol import Engine
from translate.engines.scoring import Scorer
from translate.hypothesis import Hypothesis, Link, Repair, TokenScore
from translate.issue import Issue
from translate.message import Message, joined, say
from translate.pipeline.forcing import linked_form, mean_score, unscored, with_links, wrong
from translate.pipeline.rewriting import rewritten
from translate.resources.glossary import Glossary
from translate.resources.term_base import TermBase, TermUse
from translate.tag import primary
from translate.text.changes import Change, changed_text
from translate.text.genders import agreeing_forms
from translate.text.lexicon import rows

_LEAST_AROUND = -0.05
"""How much less likely, in log-probability a token, the words around a term may become.

Chosen by reading what it lets through on 125 sentences of acts: 47 terms. A bound of the same kind on the whole
translation, -0.2, kept out a dozen right ones, as long names are unlikely.
"""
_LONGEST = 3
"""A stretch more than so many times as long as the term and what is to stand for it is none that means it."""
_WORD = re.compile(r"\w+(?:-\w+)*")
_FUNCTION_LETTERS = 3
_LEADING = frozenset({"the", "a", "an", "de", "of"})
_MOST_DETERMINERS = 3
_ALIKE = 4  # letters that two words begin with alike: "trabalhadoras" and "trabalho"
_BEFORE = re.compile(r"(\w+)\s+\Z")
_FOLLOWING = re.compile(r"(\s+\w{2,}(?:ad|id|iv|óri|ári|ic|íst|os))[oa]s?(?!\w)")  # an adjective or a participle


def kept_to_terms(
    text: str,
    found: Hypothesis,
    engine: Engine,
    source: str,
    target: str,
    base: TermBase,
    glossary: Glossary | None = None,
) -> Hypothesis:
    """The hypothesis with terms that it lacks put where the engine's word links say that they belong.

    A term is put there only where the stretch that stands for it holds nothing else, no check finds more wrong
    afterwards, and the engine finds the words around it as likely as before. Every change is a repair and an Issue;
    `written` keeps what the engine wrote.

    Args:
        text: The segment.
        found: Its translation.
        engine: Made the translation. One that does not score changes nothing.
        source: BCP 47 code of the text.
        target: BCP 47 code of the translation.
        base: The terms of the two languages.
        glossary: The reader's terms, which go before these.
    """
    missed = [use for use in base.uses(text) if not base.keeps(use, found.text) and not _is_own(text, use, glossary)]
    scorer = getattr(engine, "engine", engine)
    if not missed or found.origin != engine.name or not isinstance(scorer, Scorer):
        return found
    linked = with_links(text, found, engine, source, target)
    for use in missed:
        span = _stretch(text, linked, use)
        if span is None or base.keeps(use, linked.text) or base.means(use, linked.text[slice(*span)]):
            continue
        linked = _with_term(linked, _Place(text, use, span, base, engine, scorer, source, target, glossary))
    return replace(linked, alignment=linked.alignment if found.alignment else ())


def _is_own(text: str, use: TermUse, glossary: Glossary | None) -> bool:
    """Whether the reader's glossary says what a term is to be, or a part of it or more than it."""
    if glossary is None:
        return False
    written = text[use.start : use.end].casefold()
    own = [term.source.casefold() for term in glossary.uses(text)]
    return any(written in other or other in written for other in own)


def _stretch(source: str, found: Hypothesis, use: TermUse) -> tuple[int, int] | None:
    """What stands for a term in a translation; None where that cannot be told, or other words stand in it too."""
    text, links = found.text, found.alignment
    own = [link for link in links if link.source_start < use.end and link.source_end > use.start]
    if not own:
        return None
    start, end = min(link.target_start for link in own), max(link.target_end for link in own)
    words = list(_WORD.finditer(text, start, end))
    while words and words[0][0].lower() in _LEADING.union(_determiners()):
        words.pop(0)
    if not words:
        return None
    start, end = words[0].start(), words[-1].end()
    if any(character.isdigit() for character in text[start:end]):  # a note's mark, or a number that must stay
        return None
    if end - start > _LONGEST * max(len(use.wanted), use.end - use.start):
        return None
    for word in words:
        sources = [link for link in links if link.target_start < word.end() and link.target_end > word.start()]
        inside = any(link in own for link in sources)
        if sources and not inside and len(word[0]) > _FUNCTION_LETTERS:
            return None
    if _is_adjective(text, use, start, links) or _is_part(text[start:end], source[use.start : use.end], use.wanted):
        return None
    return start, end


def _is_part(stretch: str, written: str, wanted: str) -> bool:
    """Whether a stretch has fewer words than the term, and none that begins like one of those wanted."""
    own, term, other = (
        [word[0].lower() for word in _WORD.finditer(text) if len(word[0]) > _FUNCTION_LETTERS]
        for text in (stretch, written, wanted)
    )
    return len(own) < len(term) and not any(a[:_ALIKE] == b[:_ALIKE] for a in own for b in other)


def _is_adjective(text: str, use: TermUse, start: int, links: Sequence[Link]) -> bool:
    """Whether the stretch says of the noun before it what the term says of the noun behind it: no noun fits there."""
    before = _BEFORE.search(text[:start])
    return (
        before is not None
        and len(before[1]) > _FUNCTION_LETTERS
        and any(
            link.target_start <= before.start(1) < link.target_end and use.end < link.source_start <= use.end + 1
            for link in links
        )
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A term that a translation lacks, and what puts it there.

    Attributes:
        text: The segment.
        use: The term in it.
        span: The stretch of the translation that stands for it.
        base: The terms.
        engine: Made the translation.
        scorer: The same without its keeper of atoms.
        source: BCP 47 code of the text.
        target: BCP 47 code of the translation.
        glossary: The reader's terms.
    """

    text: str
    use: TermUse
    span: tuple[int, int]
    base: TermBase
    engine: Engine
    scorer: Scorer
    source: str
    target: str
    glossary: Glossary | None

    def scores(self, translations: Sequence[str]) -> list[tuple[TokenScore, ...]]:
        """How likely the engine finds translations of the segment."""
        return self.scorer.score([self.text] * len(translations), translations, self.source, self.target)


def _with_term(found: Hypothesis, place: _Place) -> Hypothesis:
    """The hypothesis with a term in its stretch, or else another translation that has it; the same if neither will do.

    Another translation comes second, as it may change what was right elsewhere in the sentence.
    """
    most = wrong(place.text, found, place.source, place.target)
    for way in (_replaced, _searched):
        new = way(found, place)
        if new is not None and wrong(place.text, new, place.source, place.target) <= most:
            return new
    return found


def _replaced(found: Hypothesis, place: _Place) -> Hypothesis | None:
    """The hypothesis with a term in a stretch, in the wording around it that is likeliest; None if none will do."""
    old = found.text[slice(*place.span)]
    wanted = _cased(place.use, place.text, old[0])
    made = [*dict.fromkeys(_agreeing(found.text, place.span, wanted, place.target))]
    first, *others = place.scores([found.text, *(changed_text(found.text, [change]) for change, _ in made)])
    likeliest = max(range(len(made)), key=lambda i: sum(token.score for token in others[i]))
    (change, span), scores = made[likeliest], others[likeliest]
    if mean_score(scores, span) < mean_score(first, place.span) + _LEAST_AROUND:
        return None
    return _recorded(rewritten(found, [change]), place, span, say("“{old}” replaced by “{new}”.", old=old, new=wanted))


def _searched(found: Hypothesis, place: _Place) -> Hypothesis | None:
    """Another translation that has a term where its source stands; None where the engine finds none, or a worse one."""
    if not isinstance(place.engine, Constrained):
        return None
    forms = tuple(dict.fromkeys((place.use.wanted, *place.base.forms(place.use))))
    new = place.engine.translate_with([place.text], [[forms]], place.source, place.target)[0]
    span = linked_form(new, forms, place.use.start, place.use.end) if new is not None else None
    own = place.glossary.uses(place.text) if place.glossary else ()
    kept = [use for use in place.base.uses(place.text) if place.base.keeps(use, found.text)]
    if new is None or span is None or not all(place.base.keeps(use, new.text) for use in kept):
        return None
    if place.glossary and any(place.glossary.keeps(t, found.text) > place.glossary.keeps(t, new.text) for t in own):
        return None
    first, second = place.scores([found.text, new.text])
    if mean_score(second, span) < mean_score(first, place.span) + _LEAST_AROUND:
        return None
    new = replace(unscored(new), written=found.written or found.text, repairs=found.repairs, issues=found.issues)
    return _recorded(new, place, span, say("Translated again with it."))


def _recorded(new: Hypothesis, place: _Place, span: tuple[int, int], action: Message) -> Hypothesis:
    """The hypothesis with the record of a term that was put in, and the notice of it."""
    target, term = new.text[slice(*span)], place.text[place.use.start : place.use.end]
    record = Repair(say("The terms of law have “{target}” for “{term}”.", target=target, term=term), action)
    notice = Issue("terms", None, span, joined([record.reason, record.action]), "notice")
    return replace(new, repairs=(*new.repairs, record), issues=(*new.issues, notice))


def _cased(use: TermUse, text: str, first: str) -> str:
    """What is to stand for a term, with capitals where its words have them in the source or a sentence begins."""
    written = text[use.start : use.end]
    if not use.wanted.islower():
        return use.wanted
    capitals = all(word[0][:1].isupper() for word in _WORD.finditer(written) if len(word[0]) > _FUNCTION_LETTERS)
    if capitals and " " in written:
        small = {word for own in ("en", "pt") for word in rows("agreement")[own, "complement"]}
        return _WORD.sub(lambda word: word[0] if word[0] in small else word[0].capitalize(), use.wanted)
    return use.wanted[:1].upper() + use.wanted[1:] if first.isupper() else use.wanted


def _agreeing(text: str, span: tuple[int, int], wanted: str, target: str) -> Iterator[tuple[Change, tuple[int, int]]]:
    """Changes that put a term in a stretch, and where it then stands: with each form of the words beside it that agree.

    Args:
        text: The translation.
        span: The stretch.
        wanted: The term.
        target: BCP 47 code of the translation; words agree in Portuguese only.
    """
    words = list(_WORD.finditer(text[: span[0]]))
    first = len(words)
    agrees = primary(target) == "pt"
    while agrees and first and words[first - 1][0].lower() in _determiners() and len(words) - first < _MOST_DETERMINERS:
        first -= 1
    if first == len(words):
        yield Change(*span, wanted), (span[0], span[0] + len(wanted))
    if not agrees:
        return
    start = words[first].start() if first < len(words) else span[0]
    bare = first == len(words) and bool(words) and words[-1][0].lower() not in rows("agreement")["pt", "complement"]
    following = _FOLLOWING.match(text, span[1])
    for cell, ending in enumerate(("o", "a", "os", "as")):
        if cell not in agreeing_forms(wanted):
            continue
        before = _WORD.sub(lambda word, cell=cell: _form(word[0], cell), text[start : span[0]])  # type: ignore[misc]
        place = start + len(before), start + len(before) + len(wanted)
        yield Change(start, span[1], before + wanted), place
        if bare and wanted.islower():
            article = rows("agreement")["pt", "determiner"][cell]
            yield (
                Change(*span, f"{article} {wanted}"),
                (span[0] + len(article) + 1, span[0] + len(article) + 1 + len(wanted)),
            )
        if following:
            yield Change(start, following.end(), before + wanted + following[1] + ending), place


@cache
def _determiners() -> dict[str, tuple[str, ...]]:
    """The four forms of a word that agrees with its noun, by each of them."""
    found = rows("agreement")["pt", "determiner"]
    return {form: found[start : start + 4] for start in range(0, len(found), 4) for form in found[start : start + 4]}


def _form(word: str, cell: int) -> str:
    """A word that agrees with a noun, in one of its four forms."""
    form = _determiners()[word.lower()][cell]
    return form.capitalize() if word[:1].isupper() else form
