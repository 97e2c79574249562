"""is_word(): whether a language has a word, by simplemma's lists of inflected forms (MIT)."""

from functools import lru_cache

_LISTED = frozenset(["en", "es", "fr", "it", "pt"])
"""Languages whose words a list can hold; those that write compounds as one word make new ones all the time."""


@lru_cache(maxsize=8192)
def is_word(word: str, language: str) -> bool | None:
    """Whether a word exists; None where no list can tell.

    The first word of a language takes a second and 20 to 100 MB, as its list is unpacked.

    Args:
        word: One word, in any case.
        language: BCP 47 code.

    >>> is_word("obligatory", "en"), is_word("transmittified", "en"), is_word("Wort", "de")
    (True, False, None)
    """
    own = language.partition("-")[0]
    if own not in _LISTED:
        return None
    from simplemma import is_known

    return is_known(word, own) or is_known(word.casefold(), own)


@lru_cache(maxsize=8192)
def lemma(word: str, language: str) -> str:
    """The form under which a dictionary has a word, by the same lists; the word where they have none.

    Args:
        word: One word, in small letters.
        language: BCP 47 code of a language with a list.

    >>> lemma("reabra", "pt"), lemma("opening", "en")
    ('reabrir', 'open')
    """
    from simplemma import lemmatize

    return str(lemmatize(word, language.partition("-")[0]))
