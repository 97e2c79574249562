"""Outputs: what a file's ending asks for, and whether it can be made of a source."""

from pathlib import Path

from translate.errors import InputError
from translate.formats.registry import FORMATS
from translate.message import say
from translate.reading.kind import same_kind
from translate.writing.writer import MADE_ANEW, WRITERS, forms


def suffix(output: str | None) -> str:
    """Ending of an output's name; empty for standard output and for names without one."""
    return Path(output or "").suffix.lower()


def require_known(output: str | None) -> None:
    """Raise InputError where nobody can write what an output's ending names."""
    known = [".txt", *(f".{name}" for name in FORMATS), *(kind for kind in WRITERS if kind not in MADE_ANEW)]
    if suffix(output) and same_kind(suffix(output)) not in known:
        raise InputError(
            say(
                "Nothing writes files that end in {suffix}. Known are {known}. Give --output one of these endings.",
                suffix=suffix(output),
                known=", ".join(dict.fromkeys(known)),
            )
        )


def is_own_kind(output: str | None, content: bytes, name: str) -> bool:
    """Whether an output is the source's own file in the other language; else it is text or both languages.

    Raises:
        InputError: It is a file of a kind that cannot be made of this source.
    """
    ending = suffix(output)
    if not ending or ending.lstrip(".") in FORMATS:
        return False
    own = forms(content, name)
    if ending in own or same_kind(ending) == ".txt":
        return ending in own
    known = [*own, ".txt", *(f".{name}" for name in FORMATS)]
    raise InputError(
        say(
            "A file that ends in {suffix} cannot be made of {name}. Known are {known}. Give --output one of these "
            "endings.",
            suffix=ending,
            name=name,
            known=", ".join(dict.fromkeys(known)),
        )
    )
