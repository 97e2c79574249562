"""Genre: what kind of text a document is, as far as that decides where its main points stand."""

import re
from typing import Literal, get_args

from translate.document import Document
from translate.errors import InputError
from translate.message import say
from translate.tag import primary
from translate.text.lexicon import pattern
from translate.text.words import words

Genre = Literal["law", "report", "news", "minutes", "transcript", "unknown"]
GENRES: tuple[Genre, ...] = get_args(Genre)

# "Article 5", "Art. 5", "§ 3", "第五条", "Статья 5", "المادة 5": the numbering that only acts and treaties have.
_PROVISION = re.compile(
    r"(?:(?:Art(?:icle|icolo|igo|ículo|ikel)?|ART(?:ICLE|ICOLO|IGO|ÍCULO|IKEL)?|Стат(?:ья|тя)|المادة|مادة)\.?\s*\(?"
    r"|§\s*|(?<!\w)(?:SEC(?:TION)?|Sec)\.?\s+(?=\d+\.)|第\s*(?=[\d一二三四]+\s*条))([\d٠-٩]+|I{1,3}(?!\w)|IV(?!\w)|[一二三四](?!十))"
)
_NUMBERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "一": 1, "二": 2, "三": 3, "四": 4}
# A text that has the first four is an act; one that speaks of an act seldom names them all.
_FIRST_PROVISIONS = frozenset({1, 2, 3, 4})
# A chapter of an act has so many provisions that follow each other.
_FOLLOWING = 4
_TURN = re.compile(r"[^\W\d_][^:：\n!?]{1,80}[:：]\s*\S")
# Spoken words a 100: meetings have 2.3 to 13, news in nine languages seldom over 2.5 (95th percentile), laws under 0.7.
_SPOKEN = 2.5
# What others said, in quotation marks, makes no transcript of a news text.
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"|「[^」]*」")
_SPOKEN_IN_TURNS = 1.0
# Names of news agencies in their own scripts.
_AGENCY = re.compile(
    r"\b(?:AFP|Reuters|AP|dpa|EFE|Lusa|ANSA|Xinhua|Associated Press)\b|ТАСС|Интерфакс|新华社|路透社|法新社|رويترز"
)
_REPORT_HEADINGS = 4
_NEWS_SENTENCES = 60


def guess_genre(document: Document) -> Genre:
    """The genre that a document's structure and words suggest.

    Args:
        document: Any document, also an empty one.

    Returns:
        "law" for numbered provisions, with an enacting formula be it only one, or a chapter's, "minutes" for what was
        spoken with the speakers' names before it, "transcript" for speech without them, "report" for prose under
        headings, "news" for short prose without any that names an agency or days of the week, "unknown" for the rest.
    """
    numbers = {_NUMBERS.get(found) or int(found) for found in _PROVISION.findall(document.text)}
    if numbers.issuperset(_FIRST_PROVISIONS) or (numbers and _enacts(document)) or _is_part_of_act(document):
        return "law"
    named = sum(_TURN.match(document.text, block.start) is not None for block in document.blocks)
    turns = 2 * named >= len(document.blocks) > 0
    if _spoken_share(document) >= (_SPOKEN_IN_TURNS if turns else _SPOKEN):
        return "minutes" if turns else "transcript"
    if sum(block.kind == "heading" for block in document.blocks) >= _REPORT_HEADINGS:
        return "report"
    return "news" if 3 <= len(document.segments) <= _NEWS_SENTENCES and _reports(document) else "unknown"


def known_genre(genre: str | None, document: Document) -> Genre:
    """The genre that was asked for, or a guess where none was.

    Raises:
        InputError: There is no such genre.
    """
    if genre is None:
        return guess_genre(document)
    for known in GENRES:
        if genre == known:
            return known
    raise InputError(
        say(
            "There is no genre {genre!r}; known are {known}. Choose one of these or give none.",
            genre=genre,
            known=", ".join(GENRES),
        )
    )


def turns(document: Document) -> list[str]:
    """Who speaks in each block, as the text names them: the last name before a colon; empty before the first."""
    found = [""]
    for block in document.blocks:
        named = _TURN.match(document.text, block.start)
        found.append(re.split("[:：]", named.group(), maxsplit=1)[0] if named else found[-1])
    return found[1:]


def _enacts(document: Document) -> bool:
    """Whether an enacting formula of the document's language stands in it."""
    formula = pattern("summary", primary(document.language), "enacts")
    return formula is not None and formula.search(document.text) is not None


def _is_part_of_act(document: Document) -> bool:
    """Whether blocks begin with provisions that follow each other, as in a chapter of an act."""
    found = [_PROVISION.match(document.text, block.start) for block in document.blocks]
    numbers = {int(match[1]) for match in found if match and match[1].isdecimal()}
    return any(numbers.issuperset(range(number, number + _FOLLOWING)) for number in numbers)


def _reports(document: Document) -> bool:
    """Whether a text has what news have and essays have not: an agency's name, a day of the week."""
    language = document.language.partition("-")[0]
    found = (pattern("summary", language, "weekday"), _AGENCY)
    return any(sign is not None and sign.search(document.text) is not None for sign in found)


def _spoken_share(document: Document) -> float:
    """Words of speech in a hundred, quotations left out; 0 where the language has no lexicon."""
    spoken = pattern("summary", primary(document.language), "speech")
    if spoken is None:
        return 0.0
    text = _QUOTED.sub(" ", document.text)
    count = len(spoken.findall(text))
    if not count or 1000 * count < len(text):  # under one word in a thousand characters is no talk in any script
        return 0.0
    return 100 * count / len(words(text))
