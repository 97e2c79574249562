"""Language tags as BCP 47 has them."""

from functools import lru_cache


@lru_cache(maxsize=1024)
def primary(language: str) -> str:
    """Primary subtag of a BCP 47 code.

    >>> primary("pt-BR")
    'pt'
    """
    return language.partition("-")[0].lower()
