"""Who must or may do what: words that oblige, forbid or permit, and the actor or role that is their subject."""

import re
from collections.abc import Collection
from typing import NamedTuple

from summarize.facts.fact import Mode
from summarize.facts.modals import NOT_BEFORE, modals, negated, plain, word_spans
from summarize.facts.people import people
from summarize.facts.spans import CLAUSE, Span, longest, roles
from summarize.facts.subjects import behind, doer, noun, opening
from translate.text.lexicon import pattern

_PART = re.compile(r"[,،，]\s*(?!\d)")
# How far behind a modal its subject may stand ("Bis Mai müssen die Mitgliedstaaten …", "يجب على اللجنة …").
_BEHIND = 25
# An actor as near before a modal as "ne" or "not" allows is its subject.
_BESIDE = 6
# "none of" before an article.
_NONE_OF = 12
# An article and a preposition between "incumbe" and who must.
_RIGHT_BEHIND = 6
# By whom something is done stands at most so far behind the modal of its passive.
_AGENT = 60
# "shall be redistributed among the Parties by the Director"; behind another participle "by" belongs to that.
_FAR_AGENT = re.compile(r"\s+be\s+\w+(?:\s(?!\w+ed\b|taken\b|made\b|given\b|by\b)[\w-]+){0,10}?\sby\s(?!\w+ing\b)")
# So many words between the last comma and a modal may belong to a subject before an insertion: ", however, shall".
_INSERTED = 2
# "shall in any event have the right": as much stands between who and what makes it a right.
_HELD = 40
# What a relative pronoun speaks of stands before it, a comma between.
_ANTECEDENT = 2
# The subject of a verb in the plain present opens its clause, and little of its name stands between: "Органы
# исполнительной власти обеспечивают".
_OPENS, _NAMED = 12, 40
# What stands between two names that are joined: ", os operadores de serviços essenciais e ".
_JOINED = 45
_ARTICLES_TOO = frozenset({"de", "pt"})
_INVERTED = frozenset({"de", "ar"})
# "deve o requerente", "podrá el juez": only an article stands between.
_INVERTED_BESIDE = frozenset({"pt", "es"})
# "lo leerá el notario": a pronoun before a verb whose subject stands behind it.
_CLITICS = re.compile(r"\s*(?:(?:não|no)\s)?(?:(?:lo|la|los|las|le|les|o|a)\s)?", re.IGNORECASE)
# "Члены Организации": a noun right before an actor makes it a genitive; an adjective does not.
_RUSSIAN_NOUN = re.compile(
    r"(?<![\w])(?!\w*(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[ыи]м|[ыи]х|го|му)\s)[а-яё]{3,}\s$", re.IGNORECASE
)
_ELIDED = frozenset({"l’", "l'"})
# "IRP documents shall": an actor before a noun only describes it.
_COMPOUND = re.compile(
    r"\s(?!(?:and|or|also|not|then|thereby|itself|themselves|alone|both|each)\s)[a-z]+(?<!ly)(?<!ed)(?<!ing)\s"
)
_NOT = re.compile(r"(?:\s*,[^,;.]{1,80},)?\s*(?:not\s+|also\s+|pas\s+|nicht\s+|не\s+)?")
_GERMAN_NOT = re.compile(r"(?<!\w)(?:nicht|kein\w*|weder)(?!\w)", re.IGNORECASE)
# "Washington’s alarmism", "the Russia-China entente" are no subjects.
_OWNS = re.compile(r"[’']s\b|-\w")
_ARABIC_TO = re.compile(r"[^.,،؛]{0,12}\sأ(?:ن|لا)\s")


class Obligation(NamedTuple):
    """Span of who must or may, of the clause from there on, and of the words that oblige or permit."""

    actor: Span
    clause: Span
    mode: Mode = "must"
    verb: Span = (0, 0)


def obligations(text: str, language: str, act: bool = True, own: Collection[str] = ()) -> list[Obligation]:
    """Duties, prohibitions and rights whose subject is a known actor or role; the others are left out.

    Args:
        text: One sentence.
        language: Primary subtag of its language.
        act: Whether it stands in an act's provisions, where "the municipality publishes the plan" obliges.
        own: The document's own names for bodies; see own_names().
    """
    named = longest([*people(text, language, own), *roles(text, language)])
    named = [span for span in named if not _OWNS.match(text, span[1])]
    found = _by_modals(text, language, named, modals(text, language, act), act)
    found = [(subject, mark, negated(text, language, mark, mode)) for subject, mark, mode in found]
    forms: list[tuple[str, Mode]] = [("falls_to", "must"), ("open_to", "may")]
    found += [
        (_named_behind(text, language, named, mark), mark, mode)
        for kind, mode in forms
        for mark in word_spans(text, language, kind)
        if not NOT_BEFORE.search(text[: mark[0]])
    ]
    if act:
        found += [
            (_opening(text, language, named, mark), mark, negated(text, language, mark, "must"))
            for mark in plain(text, language)
        ]
        found += _impersonal(text, language, named)
    kept: dict[Span, Obligation] = {}
    for subject, (start, end), mode in sorted(found, key=lambda entry: entry[1]):
        if subject in kept and mode == "may" and kept[subject].mode == "must" and subject:
            between = text[subject[1] : start]
            if len(between) <= _HELD and not _has(between, language, "relative"):
                kept[subject] = kept[subject]._replace(mode="may")  # "shall in any event have the right"
        if subject and subject not in kept:
            closed = CLAUSE.search(text, max(end, subject[1]))
            first = min(_with_article(text, language, subject[0]), start)
            clause = first, closed.start() if closed else len(text)
            kept[subject] = Obligation(subject, clause, _forbidden(text, language, clause, subject, mode), (start, end))
    return list(kept.values())


def _by_modals(
    text: str, language: str, named: list[Span], marks: list[tuple[Span, Mode]], act: bool
) -> list[tuple[Span | None, Span, Mode]]:
    """Each modal with its subject; one behind "and" has that of the modal before it in its clause."""
    coordinate = pattern("facts", language, "coordinate")
    found: list[tuple[Span | None, Span, Mode]] = []
    for mark, mode in marks:
        opened = _opened(text, mark[0])
        edge = len(text[: mark[0]].rstrip())
        joined = coordinate and any(match.end() == edge for match in coordinate.finditer(text, opened, edge))
        before = [subject for subject, other, _ in found if other[0] >= opened]
        if joined and before and not _passive(text, language, mark):
            found.append((before[-1], mark, mode))
        else:
            subject = _subject(text, language, named, mark, mode)
            found.append((_grammatical(text, language, subject, mark) if act else subject, mark, mode))
    return found


def _impersonal(text: str, language: str, named: list[Span]) -> list[tuple[Span | None, Span, Mode]]:
    """What is compulsory or forbidden, with whom "por parte de" names; what is forbidden may be so to everybody."""
    found: list[tuple[Span | None, Span, Mode]] = []
    by = pattern("facts", language, "by_whom")
    modes: list[tuple[str, Mode]] = [("compulsory", "must"), ("forbids", "must_not")]
    for kind, mode in modes:
        for mark in word_spans(text, language, kind):
            closed = CLAUSE.search(text, mark[1])
            end = min(closed.start() if closed else len(text), mark[1] + _AGENT)
            agents = (_right_behind(named, word.end()) for word in (by.finditer(text, mark[1], end) if by else ()))
            whom = next((agent for agent in agents if agent), None)
            if whom or mode == "must_not":
                found.append((whom or (mark[0], mark[0]), mark, mode))
    return found


def _grammatical(text: str, language: str, subject: Span | None, modal: Span) -> Span | None:
    """The subject by grammar where no name stands there, or where the name only describes it."""
    if _passive(text, language, modal) or _relative(text, language, modal[0]):
        return subject
    if subject and 0 <= modal[0] - subject[1] <= 1:
        return subject
    found = doer(text, language, _opened(text, modal[0]), modal)
    if found is None or (subject and subject[0] < found[1] and found[0] < subject[1]):
        return subject
    return found if subject is None or found[1] <= subject[0] else subject


def _forbidden(text: str, language: str, clause: Span, subject: Span, mode: Mode) -> Mode:
    """The mode, which "no" before who it is about turns into a prohibition, as does "nicht" behind "darf"."""
    none = pattern("facts", language, "none")
    if none and none.search(text, max(_opened(text, subject[0]), clause[0] - _NONE_OF), subject[1]):
        return "must_not"
    if language == "de" and mode == "may" and _GERMAN_NOT.search(text, subject[1], clause[1]):
        return "must_not"
    return mode


def _with_article(text: str, language: str, start: int) -> int:
    """Where an actor starts with the article or "each" before it."""
    find = pattern("facts", language, "article")
    if text[max(0, start - 2) : start].casefold() in _ELIDED:
        return start - 2
    edge = len(text[:start].rstrip())
    return (
        next((match.start() for match in find.finditer(text[:start]) if match.end() == edge), start) if find else start
    )


def _subject(text: str, language: str, named: list[Span], modal: Span, mode: Mode) -> Span | None:
    """Who must or may: of a passive the one it is done by; else the actor beside the modal, or its clause's first."""
    if _passive(text, language, modal):
        return _agent(text, language, named, modal)
    if mode != "may" or language not in _INVERTED:
        pronoun = pattern("facts", language, "pronoun")
        if pronoun and any(m.end() == len(text[: modal[0]].rstrip()) for m in pronoun.finditer(text[: modal[0]])):
            return None
    opened = _opened(text, modal[0])
    before = [(start, end) for start, end in named if opened <= start and end <= modal[0]]
    if relative := _relative(text, language, modal[0]):
        who = text[relative:].casefold().startswith("who")
        if mode == "may" and not who and (language == "en" or not _told(text, language, before, opened)):
            return None  # "any dispute which may arise"
        return before[-1] if before and relative - before[-1][1] <= _ANTECEDENT else None
    free = []
    for place, span in enumerate(before):
        joined = place and before[place - 1] not in free and _joins(text[before[place - 1][1] : span[0]], language)
        if not joined and not _governed(text, language, span, opened):
            free.append(span)
    if free and language == "en" and _COMPOUND.fullmatch(text, free[-1][1], modal[0]):
        free = []  # "IRP documents shall"
    part = _part(text, opened, modal[0])
    subordinate = pattern("facts", language, "subordinate")
    if subordinate and subordinate.match(text, part):
        free = [span for span in free if span[0] >= part]
    if language == "ar":
        free = [span for span in free if modal[0] - span[1] <= _BESIDE]
    if free:
        between = text[free[-1][1] : modal[0]]
        if len(between) <= _BESIDE and not _has(between, language, "coordinate") and "," not in between:
            while len(free) > 1 and _described_by(text[free[-2][1] : free[-1][0]], language):
                free = free[:-1]  # "a Party that is an organisation may"
            held = max((end for (_, end), _ in modals(text, language) if end <= modal[0]), default=0)
            return _first_of_list(text, language, [span for span in free if span[0] >= held] or free[-1:])
        inside = next((span for span in free if span[0] >= part), None)
        article = pattern("facts", language, "article")
        goes_on = article is None or not article.match(text, part)
        if inside is None and goes_on and _with_article(text, language, free[0][0]) == opened:
            return free[0]  # "The Board (SPC) set up by Decision 89/382, as amended, shall"
        if inside is None and len(text[part : modal[0]].split()) > _INSERTED:
            return None  # "If the Agency agrees, the rules shall apply"
        return _described(before, inside or free[0])
    if language in _INVERTED:
        return next(((start, end) for start, end in named if 0 <= start - modal[1] <= _BEHIND), None)
    return _article_behind(text, language, named, modal[1]) if language in _INVERTED_BESIDE else None


def _told(text: str, language: str, before: list[Span], opened: int) -> bool:
    """Whether who stands before a relative pronoun is told something, or is part of no other name: "ao autor que"."""
    recipient = pattern("facts", language, "recipient")
    edge = len(text[: before[-1][0]].rstrip()) if before else 0
    told = recipient is not None and any(word.end() == edge for word in recipient.finditer(text[:edge]))
    return bool(before) and (told or not _governed(text, language, before[-1], opened))


def _described_by(between: str, language: str) -> bool:
    """Whether a name stands in a clause on the name before it, which no comma has ended."""
    find = pattern("facts", language, "relative")
    last = [match.end() for match in find.finditer(between)] if find else []
    return bool(last) and "," not in between[last[-1] :]


def _relative(text: str, language: str, before: int) -> int:
    """Where the relative pronoun starts that is a modal's subject ("…, which shall"); 0 where there is none."""
    find = pattern("facts", language, "relative")
    edge = len(text[:before].rstrip())
    return next((m.start() for m in find.finditer(text[:before]) if m.end() == edge), 0) if find else 0


def _passive(text: str, language: str, modal: Span) -> bool:
    """Whether something is done to the modal's subject; "shall be required to" still obliges it."""
    find, duty = pattern("facts", language, "passive"), pattern("facts", language, "duty")
    at = _verb(text, modal)
    if find is None or (duty and (duty.match(text, at) or duty.match(text, modal[0]))):
        return False
    if language == "de":
        closed = re.compile(r"[,;.]|$").search(text, at)
        return text[at : closed.start() if closed else len(text)].endswith("werden")
    return find.match(text, at) is not None


def _agent(text: str, language: str, named: list[Span], modal: Span) -> Span | None:
    """By whom the verb of a passive is done, where it is named before the clause ends."""
    agent = pattern("facts", language, "agent")
    closed, verb = CLAUSE.search(text, modal[1]), _verb(text, modal)
    found = agent.finditer(text, verb, closed.start() if closed else len(text)) if agent else ()
    by = next((match for match in found if match.end() - verb <= _AGENT), None)
    if by:
        return _right_behind(named, by.end()) or opening(text, language, by.end() + 1)
    away = _FAR_AGENT.match(text, modal[1], closed.start() if closed else len(text)) if language == "en" else None
    return (_right_behind(named, away.end()) or opening(text, language, away.end())) if away else None


def _verb(text: str, modal: Span) -> int:
    """Where the verb behind a modal starts, a negation left out."""
    skipped = _NOT.match(text, modal[1])
    return skipped.end() if skipped else modal[1]


def _named_behind(text: str, language: str, named: list[Span], phrase: Span) -> Span | None:
    """Who stands right behind a phrase such as "incumbe"; Arabic "على" obliges only with the verb that follows."""
    found = _right_behind(named, phrase[1]) or behind(text, language, phrase[1])
    return None if found and language == "ar" and not _ARABIC_TO.match(text, found[1]) else found


def _article_behind(text: str, language: str, named: list[Span], edge: int) -> Span | None:
    """Who stands right behind a verb, with only an article between."""
    article = pattern("facts", language, "article")
    found = next((span for span in named if span[0] > edge), None)
    return found if found and article and article.fullmatch(text[edge : found[0]].strip()) else None


def _right_behind(named: list[Span], edge: int) -> Span | None:
    return next(((start, end) for start, end in named if 0 <= start - edge <= _RIGHT_BEHIND), None)


def _opening(text: str, language: str, named: list[Span], verb: Span) -> Span | None:
    """The actor that opens the clause of a verb and stands before it without a comma."""
    if _relative(text, language, verb[0]):
        return None
    opened = _opened(text, verb[0])
    part = _part(text, opened, verb[0])
    free = [s for s in named if opened <= s[0] and s[1] <= verb[0] and not _governed(text, language, s, opened)]
    inside = [span for span in free if span[0] >= part]
    inverted = language in _INVERTED_BESIDE and _CLITICS.fullmatch(text, part, verb[0])
    if inverted and (found := _article_behind(text, language, named, verb[1])):
        return found
    grammar = None if inside else noun(text, language, opened, verb[0])
    if grammar:
        return next((span for span in free if span[0] < grammar[1] and grammar[0] < span[1]), None)
    if inside and inside[0][0] - part <= _OPENS and _after_relative(text[inside[0][1] : verb[0]], language):
        return inside[0]
    if not inside or verb[0] - inside[-1][1] > _NAMED or _has(text[inside[-1][1] : verb[0]], language, "relative"):
        return None
    first = _first_of_list(text, language, free)
    if first[0] - opened <= _OPENS:
        return first
    return inside[0] if inside[0][0] - part <= _OPENS else None


def _after_relative(between: str, language: str) -> bool:
    """Whether a clause that describes somebody ends before a verb: "o progenitor que gozar a licença informa"."""
    find, article = (pattern("facts", language, kind) for kind in ("relative", "article"))
    opens = find.match(between.lstrip()) if find and "," not in between else None
    rest = between.lstrip()[opens.end() :].split() if opens else []
    return len(rest) > 1 and not (article and article.fullmatch(rest[0]))


def _first_of_list(text: str, language: str, listed: list[Span]) -> Span:
    """The first of the names that are joined to the last one: "the operator or its agent", "A, B and C"."""
    first = len(listed) - 1
    while first:
        between = text[listed[first - 1][1] : listed[first][0]]
        joined = _has(between, language, "coordinate") or (first < len(listed) - 1 and _PART.match(between))
        if len(between) > _JOINED or not joined:
            break
        first -= 1
    return listed[first]


def _opened(text: str, before: int) -> int:
    """Where the clause starts that a position stands in."""
    return max((match.end() for match in CLAUSE.finditer(text[:before])), default=0)


def _part(text: str, opened: int, before: int) -> int:
    """Where the part of a clause after its last comma starts: "If …, the authority" has its subject there."""
    return max((match.end() for match in _PART.finditer(text, opened, before)), default=opened)


def _described(before: list[Span], subject: Span) -> Span:
    """联合国会员国: a name before a name, without a space, only describes it."""
    for span in before:
        if span[0] == subject[1]:
            subject = span
    return subject


def _governed(text: str, language: str, span: Span, opened: int) -> bool:
    """Whether an actor is part of another name: a preposition before it, a genitive, "的" behind it.

    At a clause's start der, den and a are articles.
    """
    behind = pattern("facts", language, "governed")
    if behind and behind.match(text, span[1]):
        return True
    if language == "ru" and _RUSSIAN_NOUN.search(text[opened : span[0]]):
        return True
    find = pattern("facts", language, "preposition")
    edge = len(text[: span[0]].rstrip())
    some = pattern("facts", language, "some_of")
    if some and any(match.end() == edge for match in some.finditer(text[:edge])):
        return False
    other = pattern("facts", language, "determiner")
    if other:  # "for other States"
        edge = next((len(text[: m.start()].rstrip()) for m in other.finditer(text[:edge]) if m.end() == edge), edge)
    if find is None or (language in _ARTICLES_TOO and span[0] - opened < 6):
        return False
    return any(match.end() == edge for match in find.finditer(text[:edge]))


def _joins(between: str, language: str) -> bool:
    """Whether only "and" and an article stand between two names, so that what governs one governs the other."""
    joins, article = pattern("facts", language, "coordinate"), pattern("facts", language, "article")
    words = between.split()
    rest = words[1:]
    return bool(joins and words and joins.fullmatch(words[0])) and all(article and article.fullmatch(w) for w in rest)


def _has(text: str, language: str, kind: str) -> bool:
    """Whether a text has a word of one kind."""
    find = pattern("facts", language, kind)
    return bool(find and find.search(text))
