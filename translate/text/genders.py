"""The gender of a Portuguese noun phrase, told by the ending of its first word."""

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
    one = one.removesuffix("s") if one not in ("pais", "país") else one
    for place, kind in enumerate(("masculine", "feminine")):
        if one in rows("agreement")["pt", kind]:
            return place
    if _FEMININE.search(one):
        return 1
    return 0 if _MASCULINE.search(one) else None
