"""kept_to_phrases(): a translation whose expressions are those that the packaged phrases have, where that mends it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate.engines.alternatives import Alternatives
from translate.engines.constrained import Constrained
from translate.engines.protocol import Decoding, Engine
from translate.engines.scoring import Scorer
from translate.hypothesis import Hypothesis, Repair
from translate.issue import Issue
from translate.message import Message, joined, say
from translate.pipeline.forcing import linked_form, mean_score, unscored, with_links, wrong
from translate.pipeline.readings import probabilities
from translate.resources.glossary import Glossary
from translate.resources.phrase_base import PhraseBase, PhraseUse
from translate.resources.term_base import TermBase
from translate.text.changes import Change, changed_text, moved

_LEAST_AROUND = -0.1
"""How much less likely, in log-probability a token, the words around a phrase may become."""
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<=[\w,;:] )[^\W\d_a-zà-ÿ][\w’'-]+")
_FUNCTION_LETTERS = 3
_ENDS = re.compile(r"[.!?;](?=\s)")


@dataclass(frozen=True, slots=True)
class Rules:
    """What translations of one direction are held to.

    Attributes:
        source: BCP 47 code of the texts.
        target: BCP 47 code of the translations.
        phrases: The packaged phrases.
        terms: The terms of law in use, which a translation may not lose.
        glossary: The reader's terms, which go before these phrases.
    """

    source: str
    target: str
    phrases: PhraseBase
    terms: TermBase | None = None
    glossary: Glossary | None = None


def kept_to_phrases(text: str, found: Hypothesis, engine: Engine, rules: Rules) -> Hypothesis:
    """The hypothesis, or a translation by the same engine with phrases that it lacks.

    A phrase that has plain words is translated in these. Else the engine is told all forms that may stand for it and
    takes the likeliest, so that the words around agree. Its translation is taken where a form stands for the phrase, no
    check finds more wrong, nothing that was told before is lost, and the words around it are about as likely as before.
    Every change is a repair and an Issue; `written` keeps what the engine wrote first.

    Args:
        text: The segment.
        found: Its translation.
        engine: Made the translation. One that does not score changes nothing.
        rules: What it is held to.
    """
    uses = rules.phrases.uses(text)
    missed = [
        use for use in uses if not rules.phrases.keeps(use, found.text) and not _is_own(text, use, rules.glossary)
    ]
    scorer = getattr(engine, "engine", engine)
    if not missed or found.origin != engine.name or not isinstance(scorer, Scorer):
        return found
    if engine.count_tokens(text, rules.source, rules.target) >= engine.max_tokens:
        return found
    first = found
    work = _Work(text, engine, scorer, rules)
    for use in missed:
        if rules.phrases.keeps(use, found.text):
            continue
        for way in (_said_plainly, _searched):
            new = way(found, use, work)
            if new is not None:
                found = new
                break
    return found if found is first or first.alignment else replace(found, alignment=())


@dataclass(frozen=True, slots=True)
class _Work:
    """A segment, and what makes its translations: the engine, and the same without its keeper of atoms."""

    text: str
    engine: Engine
    scorer: Scorer
    rules: Rules


def _said_plainly(found: Hypothesis, use: PhraseUse, work: _Work) -> Hypothesis | None:
    """The translation of the text with a phrase in plain words; None where it has none, or that does not help."""
    if not use.plain:
        return None
    rules = work.rules
    text = changed_text(work.text, [Change(use.start, use.end, use.plain)])
    kept = [own for own in _readings(text, work) if rules.phrases.keeps(use, own.text) and _keeps_names(own, found)]
    new = _nearest(kept, found)
    if new is None or new.text == found.text or not _stands(work.text, new, found, use, rules):
        return None
    if found.score is not None and new.score is not None and new.score < found.score + _LEAST_AROUND:
        return None
    back = Change(use.start, use.start + len(use.plain), work.text[use.start : use.end])
    links = [
        link._replace(source_start=a, source_end=b) for link in new.alignment for a, b in [moved([back], *link[:2])]
    ]
    new = replace(new, alignment=tuple(dict.fromkeys(links)))
    span = _stretch(new, use)
    return _recorded(new, found, work.text, use, span, say("Translated again as “{plain}”.", plain=use.plain))


def _readings(text: str, work: _Work) -> Sequence[Hypothesis]:
    """What the engine may make of a text, the likeliest first."""
    if isinstance(work.engine, Alternatives):
        return work.engine.alternatives([text], work.rules.source, work.rules.target)[0]
    return work.engine.translate([text], work.rules.source, work.rules.target, Decoding(True, token_scores=True))


def _keeps_names(new: Hypothesis, found: Hypothesis) -> bool:
    """Whether a translation has every name of the one before, which a search may drop with the words around it."""
    return set(_NAME.findall(found.text)) <= set(_NAME.findall(new.text))


def _nearest(readings: Sequence[Hypothesis], found: Hypothesis) -> Hypothesis | None:
    """The reading that agrees most with the others and with a translation, so that little else changes."""
    if not readings:
        return None
    from translate.text.chrf import chrf_table  # brings NumPy, which importing does without

    table = chrf_table([*(own.text for own in readings), found.text])
    agreed = table[:-1, :-1] @ probabilities(readings) + table[:-1, -1]
    return readings[int(agreed.round(9).argmax())]


def _searched(found: Hypothesis, use: PhraseUse, work: _Work) -> Hypothesis | None:
    """Another translation that has a phrase; None where the engine finds none that can stand."""
    text, rules = work.text, work.rules
    if not isinstance(work.engine, Constrained):
        return None
    (new,) = work.engine.translate_with([text], [[use.forms]], rules.source, rules.target)
    span = linked_form(new, use.forms, use.start, use.end) if new is not None else None
    if new is None or span is None or not _stands(text, new, found, use, rules):
        return None
    old = with_links(text, found, work.engine, rules.source, rules.target)
    if _doubles(new, old, use, span):
        return None
    scores = work.scorer.score([text, text], [found.text, new.text], rules.source, rules.target)
    if mean_score(scores[1], span) < mean_score(scores[0], _stretch(old, use)) + _LEAST_AROUND:
        return None
    return _recorded(new, found, text, use, span, say("Translated again with it."))


def _is_own(text: str, use: PhraseUse, glossary: Glossary | None) -> bool:
    """Whether the reader's glossary has a word of a phrase."""
    if glossary is None:
        return False
    phrase = text[use.start : use.end].casefold()
    return any(term.source.casefold() in phrase for term in glossary.uses(text))


def _stands(text: str, new: Hypothesis, found: Hypothesis, use: PhraseUse, rules: Rules) -> bool:
    """Whether a translation has no more wrong with it than the one before, and all that was wanted there."""
    for own in rules.phrases.uses(text):
        if own != use and rules.phrases.keeps(own, found.text) and not rules.phrases.keeps(own, new.text):
            return False
    if rules.terms is not None:
        kept = [term for term in rules.terms.uses(text) if rules.terms.keeps(term, found.text)]
        if not all(rules.terms.keeps(term, new.text) for term in kept):
            return False
    if rules.glossary is not None:
        own_terms = [term for term in rules.glossary.uses(text) if rules.glossary.keeps(term, found.text)]
        if not all(rules.glossary.keeps(term, new.text) for term in own_terms):
            return False
    counts = [wrong(text, own, rules.source, rules.target) for own in (new, found)]
    return counts[0] <= counts[1]


def _doubles(new: Hypothesis, old: Hypothesis, use: PhraseUse, span: tuple[int, int]) -> bool:
    """Whether what stood for a phrase still stands in the new translation, beside what was wanted."""
    if len(_ENDS.findall(new.text)) > len(_ENDS.findall(old.text)):
        return True
    outside = Counter(word[0].lower() for word in _words(new.text) if word.end() <= span[0] or word.start() >= span[1])
    before = Counter(word[0].lower() for word in _words(old.text))
    literal = {word[0].lower() for word in _words(old.text) if _is_of(word, old, use)}
    left = [
        word
        for word in _words(new.text)
        if (word.end() <= span[0] or word.start() >= span[1]) and _is_of(word, new, use)
    ]
    return bool(left) or any(outside[word] >= before[word] for word in literal)


def _words(text: str) -> list[re.Match[str]]:
    """The longer words of a text."""
    return [word for word in _WORD.finditer(text) if len(word[0]) > _FUNCTION_LETTERS]


def _is_of(word: re.Match[str], found: Hypothesis, use: PhraseUse) -> bool:
    """Whether a word of a translation stands for words of a phrase that are replaced, and for nothing else."""
    links = [own for own in found.alignment if own.target_start < word.end() and own.target_end > word.start()]
    return bool(links) and all(
        any(link.source_start < end and link.source_end > start for start, end in use.replaced) for link in links
    )


def _stretch(found: Hypothesis, use: PhraseUse) -> tuple[int, int]:
    """What stands for a phrase in a translation, by its links; an empty stretch where nothing does."""
    links = [link for link in found.alignment if link.source_start < use.end and link.source_end > use.start]
    if not links:
        return 0, 0
    return min(link.target_start for link in links), max(link.target_end for link in links)


def _recorded(
    new: Hypothesis, found: Hypothesis, text: str, use: PhraseUse, span: tuple[int, int], action: Message
) -> Hypothesis:
    """The new translation with the record of the phrase that it has, and the notice of it."""
    target, phrase = new.text[slice(*span)], text[use.start : use.end]
    record = Repair(
        say("The packaged phrases have “{target}” for “{phrase}”.", target=target, phrase=phrase),
        action,
    )
    notice = Issue("terms", None, span, joined([record.reason, record.action]), "notice")
    issues = tuple(replace(issue, span=None) if issue.side == "target" else issue for issue in found.issues)
    return replace(
        unscored(new),
        written=found.written or found.text,
        repairs=(*found.repairs, record),
        issues=(*issues, notice),
    )
