"""Words of a text in any script, for counting and comparing; never for display."""

import re

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Letters of scripts written without spaces, as a class of a regular expression has them, without its brackets.

words() cuts runs of them into character bigrams (Manning et al. 2008, section 2.2.1).
"""
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff"
_TOKEN = re.compile(rf"[{UNSPACED}]+|[^\W_{UNSPACED}]+(?:[{_MARKS}]+[^\W_{UNSPACED}]*)*")
_STEM = 5
_UNSPACED_RUN = re.compile(rf"[{UNSPACED}]")
# The same for text without such scripts and marks, in half the time.
_PLAIN_TOKEN = re.compile(r"[^\W_]+")
_NOT_PLAIN = re.compile(rf"[{UNSPACED}{_MARKS}]")


def words(text: str) -> list[str]:
    """Case-folded words in order; character bigrams where a script has no spaces between words.

    Args:
        text: Any text; may be empty.

    Returns:
        Words without punctuation. A single character of an unspaced script is a word of its own.

    >>> words("The Parliament's 27 acts")
    ['the', 'parliament', 's', '27', 'acts']
    >>> words("外交政策")
    ['外交', '交政', '政策']
    """
    if text.isascii() or not _NOT_PLAIN.search(text):
        return _PLAIN_TOKEN.findall(text.casefold())
    found: list[str] = []
    for token in _TOKEN.findall(text.casefold()):
        if _UNSPACED_RUN.match(token) and len(token) > 1:
            found += [token[i : i + 2] for i in range(len(token) - 1)]
        else:
            found.append(token)
    return found


def beginning(word: str) -> str:
    """The first five characters of a word, by which its inflected forms are taken for the same."""
    return word[:_STEM]
