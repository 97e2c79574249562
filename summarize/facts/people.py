"""Who a sentence speaks of: bodies, people, countries, and the act's own short names for them."""

import re
from collections.abc import Collection

from summarize.facts.spans import Span, acronyms, actors, longest, whole_name
from translate.document import Document
from translate.tag import primary
from translate.text.lexicon import pattern
from translate.text.repeated import repeated

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_SMALL = r"(?:of|the|and|for|on|de|do|da|dos|das|e|du|des|et|pour|del|la|los|las|y|der|die|und|für|dei|delle|ed|in)"
# "European Institute of Innovation and Technology (hereinafter the 'EIT')", "(“the Agency”)"
_DEFINED = re.compile(
    rf"(?P<long>{_CAPITAL}(?:[ \u00a0](?:{_SMALL}[ \u00a0])*{_CAPITAL})*)[ \u00a0]"
    r"\((?:[^()«“”\"‘’'„]{0,40}[ ])?(?P<open>[«“\"‘'„]\s?)?(?:the |o |a |le |la |l[’']|el |der |die |das |il )?"
    rf"(?P<short>{_CAPITAL}(?:[ ]{_CAPITAL})?)\s?[»”\"’'“]?\)"
)
_NAME = rf"{_CAPITAL}(?:[ \u00a0](?:(?:de|da|do|dos|van|von|bin|al|el|di|du)[ \u00a0])?{_CAPITAL}){{1,2}}"
_NAMED = re.compile(_NAME)
# "Las Cámaras", "o Centro Nacional de Cibersegurança"
_SUBJECT = re.compile(rf"(?<![\w-]){_CAPITAL}(?:[ \u00a0](?:{_SMALL}[ \u00a0])?{_CAPITAL})*")
_LEAST_INITIALS = 0.6
_BEFORE = 40
"""Characters in which the word before a name is looked for: articles are short, and texts are long."""


def people(text: str, language: str, own: Collection[str] = (), act: bool = True) -> list[Span]:
    """Spans of people, bodies and countries, in order; neighbours with only a space between are one.

    Args:
        text: One sentence.
        language: Primary subtag of its language.
        own: The document's own names for bodies; see own_names().
        act: Whether it stands in an act's provisions, where classes of people count: "the applicants".
    """
    found = [
        *actors(text, language),
        *_named(text, language),
        *_countries(text, language),
        *_with_capital(text, language),
    ]
    found += [*acronyms(text, language), *owned(text, own)]
    if act:
        find = pattern("facts", language, "person")
        found += [match.span() for match in find.finditer(text)] if find else []
    other = pattern("facts", language, "not_people")
    outside = [match.span() for match in other.finditer(text)] if other else []
    kept = [span for span in found if not any(span[0] < end and start < span[1] for start, end in outside)]
    return _neighbours(text, longest(kept))


def owned(text: str, own: Collection[str]) -> list[Span]:
    """Where a document's own names stand in a text."""
    said = [name for name in own if name in text]  # a long text has hundreds, and a sentence one
    return [match.span() for name in said for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]


def own_names(document: Document) -> dict[str, str]:
    """The names that a text has for bodies of its own, each with the long form that it gives, or with none.

    "European Institute of Innovation (the 'EIT')", where the long name is a body's or the acronym must or may do
    something; and what is written with a capital and must or may do something: "Las Cámaras podrán …".
    """
    language = primary(document.language)
    found = dict.fromkeys(_subjects(document.text, language), "")
    for match in _DEFINED.finditer(document.text):
        short, long = match["short"], match["long"]
        body, shortened = bool(actors(long, language)), _abbreviates(short, long)
        if (body and (match["open"] or shortened)) or (shortened and _acts(document.text, short, language)):
            if found.get(short):
                continue
            found[short] = _without_article(" ".join(long.split()), language)
    return found


def _without_article(name: str, language: str) -> str:
    """A name without the article that a sentence's beginning gives a capital."""
    article, (first, _, rest) = pattern("facts", language, "article"), name.partition(" ")
    return rest if article and rest and article.fullmatch(first) else name


def _subjects(text: str, language: str) -> list[str]:
    """Capitalised names behind an article and before a word that obliges or permits, without things such as acts."""
    article, thing = pattern("facts", language, "article"), pattern("facts", language, "thing")
    if article is None:
        return []
    found = []
    for kind in (("modals", "obligation"), ("facts", "permits")):
        modal = pattern(kind[0], language, kind[1])
        for match in _SUBJECT.finditer(text) if modal else ():
            first, _, rest = match[0].partition(" ")
            opens = bool(rest) and article.fullmatch(first) is not None
            edge = re.search(r"[^\W\d_]+$", text[max(0, match.start() - _BEFORE) : match.start()].rstrip())
            behind_article = opens or (edge is not None and article.fullmatch(edge[0]) is not None)
            acts = modal is not None and modal.match(text, match.end() + 1) is not None
            if (
                behind_article
                and acts
                and not (thing and thing.search(match[0]))
                and not _passive(text, match.end(), language)
            ):
                found.append(rest if opens else match[0])
    return found


def _passive(text: str, edge: int, language: str) -> bool:
    """Whether something only is or happens behind a name: "shall be opened", "shall enter into force"."""
    for kind in ("statement", "starts_effect", "passive"):
        find = pattern("facts", language, kind)
        if find and find.search(text, edge, edge + 30):
            return True
    return False


def _abbreviates(short: str, long: str) -> bool:
    """Whether most letters of an acronym are initials of its long form."""
    initials = "".join(word[0] for word in re.split(r"[\s-]+", long)).upper()
    letters = [letter for letter in short if letter.isupper()]
    shared = sum(letter in initials for letter in letters)
    return short.isupper() and len(letters) > 1 and shared >= _LEAST_INITIALS * len(letters)


def _acts(text: str, name: str, language: str) -> bool:
    """Whether a name is the subject of a word that obliges or permits anywhere in a text."""
    for kind in (("modals", "obligation"), ("facts", "permits")):
        modal = pattern(kind[0], language, kind[1])
        if modal and re.search(rf"(?<![\w-]){re.escape(name)}\s(?:{modal.pattern})", text, re.IGNORECASE):
            return True
    return False


@repeated
def _countries(text: str, language: str) -> list[Span]:
    """Countries, and capitals that stand for governments; none of a place ("in Europe", "done at Brussels")."""
    place = pattern("facts", language, "place")
    found = []
    for kind in ("country", "seat"):
        find = pattern("countries", language, kind)
        for match in find.finditer(text) if find else ():
            edge = len(text[: match.start()].rstrip())
            inside = place and any(word.end() == edge for word in place.finditer(text[: match.start()]))
            if any(letter.isupper() for letter in match[0]) and not inside:
                found.append(match.span())
    return found


@repeated
def _with_capital(text: str, language: str) -> list[Span]:
    """What is a body only with a capital: "the Organisation", "the Member"."""
    find = pattern("facts", language, "capital")
    found = [match.span() for match in find.finditer(text) if match[0][0].isupper()] if find else []
    return [whole_name(text, span, language) for span in found]


@repeated
def _named(text: str, language: str) -> list[Span]:
    """Persons by name, behind a title or before what they said."""
    title, speech = pattern("facts", language, "title"), pattern("facts", language, "speech")
    found = []
    titled = ((word, _NAMED.match(text, word.end() + 1)) for word in title.finditer(text)) if title else ()
    found += [(word.start(), named.end()) for word, named in titled if named]
    said = (match for match in _NAMED.finditer(text) if speech and speech.match(text, match.end() + 1))
    return found + [match.span() for match in said]


def _neighbours(text: str, found: list[Span]) -> list[Span]:
    """Spans with those that follow them after only a space: "pessoas responsáveis"."""
    joined: list[Span] = []
    for start, end in found:
        if joined and text[joined[-1][1] : start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
