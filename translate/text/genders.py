"""The gender and number of a Portuguese noun phrase, told by the ending of its first word."""

import re

from translate.text.lexicon import rows

_MASCULINE = re.compile(r"(?:o|ore?)$")
_FEMININE = re.compile(r"(?:a|[çsx]ão|dade|gem|tude)$")


def gender(phrase: str) -> int | None:
    """0 for masculine, 1 for feminine, None where its ending does not tell.

    Args:
        phrase: A noun in the singular or plural, with what belongs to it.

    >>> gender("regulamento interno"), gender("decisões-quadro"), gender("nacional")
    (0, 1, None)
    """
    word = re.split(r"[\s-]", phrase.lower(), maxsplit=1)[0]
    one = re.sub(r"ões$", "ão", word)
    one = re.sub(r"gens$", "gem", one)
    one = one.removesuffix("s") if one not in rows("agreement")["pt", "singular"] else one
    for place, kind in enumerate(("masculine", "feminine")):
        if one in rows("agreement")["pt", kind]:
            return place
    if _FEMININE.search(one):
        return 1
    return 0 if _MASCULINE.search(one) else None


def agreeing_forms(phrase: str) -> tuple[int, ...]:
    """Which of four forms may agree with a phrase: masculine 0, feminine 1, both in the plural 2 and 3.

    >>> agreeing_forms("grupos de trabalho"), agreeing_forms("nacional")
    ((2,), (0, 1))
    """
    word = re.split(r"[\s-]", phrase.lower(), maxsplit=1)[0]
    plural = word.endswith("s") and word not in rows("agreement")["pt", "singular"]
    told = gender(phrase)
    return tuple(own + 2 * plural for own in ((0, 1) if told is None else (told,)))
