"""Language tags as BCP 47 has them."""


def primary(language: str) -> str:
    """Primary subtag of a BCP 47 code.

    >>> primary("pt-BR")
    'pt'
    """
    return language.partition("-")[0].lower()
