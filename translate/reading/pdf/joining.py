"""Joining: lines to one text, hyphens at line ends undone where they only broke a word."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from translate.text.words import UNSPACED

_HYPHENS = "-\u2010"
_END = re.compile(rf"(?<![^\W\d_])([^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+)*)[{_HYPHENS}]$")
_START = re.compile(rf"^([^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+)*)")
_WORD = re.compile(rf"[^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+)*")
# Scripts written without spaces: lines meet without one.
_UNSPACED = re.compile(rf"[{UNSPACED}\u3000-\u303f\uff00-\uffef]")
# "Ein- und Ausfuhr", "import- of exportvergunning": a hyphen before these stands for the rest of a word.
_AND = frozenset(("und", "oder", "bzw", "sowie", "en", "of", "och", "eller", "og"))
# First parts that keep their hyphen where the document itself doesn't show it; each is seldom a word's first syllable.
_PREFIXES = frozenset(("self", "non", "ex", "quasi", "cross", "well", "long", "short", "anti", "semi", "vice"))


class Vocabulary:
    """The words a document writes inside its lines, by which broken words are judged.

    Args:
        lines: All of the document's lines.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        self._heads: Counter[str] = Counter()
        for line in lines:
            inner = _END.sub("", line)
            for word in _WORD.findall(inner.lower().replace("\u2010", "-")):
                self._words[word] += 1
                if "-" in word:
                    self._heads[word.rpartition("-")[0]] += 1

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether two parts of a word that a line end parts belong together with a hyphen.

        Args:
            before: Letters before the hyphen, such as "Franco" or "self".
            after: The next line's first letters.
        """
        if after[:1].isupper() and not before.isupper():
            return True
        first, second = before.lower().replace("\u2010", "-"), after.lower().replace("\u2010", "-")
        whole, compound = self._words[first + second], self._words[f"{first}-{second}"]
        if whole or compound:
            return compound > whole
        return self._heads[first] > 0 or first.rpartition("-")[2] in _PREFIXES


def joined(lines: Sequence[str], vocabulary: Vocabulary) -> tuple[str, list[int]]:
    """Lines as one text, and the string index in it at which each line begins.

    Args:
        lines: Without white space around them.
        vocabulary: Of the whole document.
    """
    text, starts = "", []
    for line in lines:
        text = _before(text, line, vocabulary)
        starts.append(len(text))
        text += line
    return text, starts


def _before(text: str, line: str, vocabulary: Vocabulary) -> str:
    """The text so far, ready for the next line: its hyphen taken off, or a space put on."""
    if not text or not line:
        return text
    end, start = _END.search(text), _START.match(line)
    if end and start:
        if start.group(1).lower() in _AND:
            return f"{text} "
        return text if vocabulary.keeps_hyphen(end.group(1), start.group(1)) else text[:-1]
    if text[-1] in _HYPHENS and len(text) > 1 and text[-2].isalnum() and line[0].isalnum():
        return text  # "2014-" and "2020", "COVID-" and "19"
    if text[-1] in "/\u2013\u2014" and len(text) > 1 and not text[-2].isspace():
        return text
    if _UNSPACED.match(text[-1]) and _UNSPACED.match(line[0]):
        return text
    return f"{text} "
