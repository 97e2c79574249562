"""What a model is asked when it is to translate; the words are data, in prompts.json."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from translate.engines.context import Neighbours
from translate.languages.table import name_of

SCHEMA = {
    "type": "object",
    "properties": {"translation": {"type": "string"}},
    "required": ["translation"],
    "additionalProperties": False,
}
"""What an answer looks like where a server can keep a model to JSON."""
_ALONE = Neighbours((), ())


@cache
def prompts() -> dict[str, Any]:
    """The words by their names."""
    text = files("translate.engines.server").joinpath("prompts.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def version() -> str:
    """Part of every signature: other words give other translations."""
    return f"prompts {prompts()['version']}"


def instruction(source: str, target: str, *, again: bool) -> str:
    """What holds for every sentence of a pair.

    Args:
        source: BCP 47 code of the sentence.
        target: BCP 47 code wanted.
        again: Whether the first answer could not stand: other words then, as the same ones would give it again.
    """
    lines = prompts()["again" if again else "translate"]
    return "\n".join(line.format(source=str(name_of(source)), target=str(name_of(target))) for line in lines)


def question(text: str, beside: Neighbours = _ALONE) -> str:
    """One sentence to translate, between its neighbours, behind what it was before.

    >>> print(question("It may close the harbour.", Neighbours(("The Agency keeps a register.",), ())))
    What stands before the sentence, only so that you understand it; do not translate it:
    The Agency keeps a register.
    <BLANKLINE>
    The sentence to translate:
    It may close the harbour.
    """
    said = prompts()
    former: Sequence[str] = (beside.former or ())[:1]
    parts = [(said["before"], beside.before), (said["after"], beside.after), (said["former"], former)]
    parts += [(said["former_translation"], (beside.former or ())[1:]), (said["sentence"], [text])]
    return "\n\n".join("\n".join([title, *lines]) for title, lines in parts if lines)
