"""Message: a sentence for a reader, in English, that remembers how it was made and so can be had in other languages.

wording.in_language() gives it in another language; everything else takes it for the plain text that it also is.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

Field = str | int | float
"""What stands in a message: words of the text or a file's name, other Messages, numbers."""
_NOTHING: Mapping[str, Field] = MappingProxyType({})


class Message(str):
    """English text with its template and what fills it; equal to, and stored as, the same plain text.

    Attributes:
        template: The English sentence with fields in braces; the key that other languages are looked up by.
        fields: What stands in their place.
    """

    __slots__ = ("fields", "template")
    template: str
    fields: dict[str, Field]

    def __new__(cls, template: str, fields: Mapping[str, Field] = _NOTHING) -> "Message":
        """The template with its fields filled in."""
        made = super().__new__(cls, template.format(**fields))
        made.template, made.fields = template, dict(fields)
        return made

    def __reduce__(self) -> tuple[type["Message"], tuple[str, dict[str, Field]]]:
        """How copies and pickles make it again: from its template, not from its text."""
        return type(self), (self.template, self.fields)


def say(template: str, /, **fields: Field) -> Message:
    """A message; its template must stand in messages.json with the other languages (a test checks).

    Args:
        template: A whole English sentence, as it stands in the source: never put together.
        fields: What its braces name.

    >>> say("The address {address} is not in the translation as it is.", address="a@example.org")
    'The address a@example.org is not in the translation as it is.'
    """
    return Message(template, fields)


def joined(parts: Iterable[str], between: str = " ") -> Message:
    """Messages one after the other as one, each of which is still had in other languages.

    Args:
        parts: Messages, or plain words that are the same in every language.
        between: What stands between two of them: blanks and punctuation only.

    >>> joined([say("The engine returned nothing."), say("Left as it is.")])
    'The engine returned nothing. Left as it is.'
    """
    fields = {f"part{number}": part for number, part in enumerate(parts)}
    return Message(between.join(f"{{{name}}}" for name in fields), fields)


def to_plain(text: Any) -> Any:
    """A text as JSON has it; a Message with what it is made of, as from_plain() takes it. Other values stay."""
    if not isinstance(text, Message):
        return text
    return {"say": text.template, **{name: to_plain(field) for name, field in text.fields.items()}}


def from_plain(value: Any) -> Any:
    """What to_plain() was given.

    >>> from_plain(to_plain(say("Translated in {count} parts.", count=2)))
    'Translated in 2 parts.'
    """
    if not isinstance(value, dict):
        return value
    return Message(value["say"], {name: from_plain(field) for name, field in value.items() if name != "say"})
