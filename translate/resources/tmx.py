"""TMX 1.4: translation memories as every translation tool exchanges them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from xml.parsers import expat

from translate.errors import FormatError
from translate.hypothesis import NOT_TRANSLATED
from translate.message import say
from translate.tag import primary
from translate.translation import Translation
from translate.version import VERSION

_LONGEST = 50 * 1024 * 1024
_XML_LANG = ("xml:lang", "lang")
# XML 1.0, section 2.2: what no document may hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INLINE = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements that hold another tool's formatting codes, not text."""


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """One text in several languages.

    Attributes:
        texts: Pairs of BCP 47 code and text, in the order of the file.
    """

    texts: tuple[tuple[str, str], ...]

    def text(self, language: str) -> str | None:
        """The text in a language: the same code first, else one with the same primary subtag, else None."""
        wanted = language.lower()
        exact = [text for code, text in self.texts if code.lower() == wanted]
        near = [text for code, text in self.texts if primary(code) == primary(wanted)]
        return next(iter(exact or near), None)


def write_tmx(pairs: Iterable[tuple[str, str]], source_language: str, target_language: str) -> str:
    """A TMX 1.4 file of pairs of texts.

    Args:
        pairs: Source and translation.
        source_language: BCP 47 code.
        target_language: BCP 47 code.

    Returns:
        XML, to be encoded as UTF-8; characters that XML cannot hold are left out.
    """
    header = (
        f'<header creationtool="Entente" creationtoolversion="{escape(VERSION)}" segtype="sentence" '
        f'o-tmf="Entente" adminlang="en" srclang="{escape(source_language)}" datatype="plaintext"/>'
    )
    units = "".join(
        f"    <tu>\n      {_variant(source_language, source)}\n      {_variant(target_language, target)}\n    </tu>\n"
        for source, target in pairs
    )
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{declaration}\n<tmx version="1.4">\n  {header}\n  <body>\n{units}  </body>\n</tmx>\n'


def write_translation(translation: Translation) -> str:
    """A translation as TMX: each pair once, without segments that were copied, left untranslated or not reached."""
    pairs = zip(translation.source.texts, translation.hypotheses, strict=True)
    kept = {text: hypothesis.text for text, hypothesis in pairs if hypothesis.origin not in NOT_TRANSLATED}
    return write_tmx(kept.items(), translation.source.language, translation.target.language)


def _variant(language: str, text: str) -> str:
    """One language's side of a unit."""
    return f'<tuv xml:lang="{escape(language)}"><seg>{escape(xml_text(text), quote=False)}</seg></tuv>'


def xml_text(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold; not escaped."""
    return _FORBIDDEN.sub("", text)


def read_tmx(content: bytes) -> tuple[TmxUnit, ...]:
    """The units of a TMX file, in order; formatting codes of other tools are left out.

    Nothing outside the file is read, and a file that declares entities is refused: they can grow without bound.

    Args:
        content: The file, at most 50 MB.

    Raises:
        FormatError: It is no TMX file, is damaged, declares entities or is too large.
    """
    if len(content) > _LONGEST:
        raise FormatError(
            say(
                "The TMX file has {size} MB; at most {limit} are read. Split it and read the parts one by one.",
                size=len(content) // 2**20,
                limit=_LONGEST // 2**20,
            )
        )
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two of encodings that are none
        reason = expat.errors.messages[error.code] if isinstance(error, expat.ExpatError) else str(error)
        raise FormatError(
            say(
                "The TMX file is damaged in line {line}: {reason}. Export it again from the tool that made it.",
                line=reader.parser.CurrentLineNumber,
                reason=reason,
            )
        ) from error
    if not reader.is_tmx:
        raise FormatError(say("The file is XML but no TMX: its outermost element is not <tmx>. Choose a TMX file."))
    return tuple(reader.units)


class _Reader:
    """What is open while the parser runs."""

    def __init__(self) -> None:
        self.units: list[TmxUnit] = []
        self.is_tmx = False
        self._texts: list[tuple[str, str]] = []
        self._language = ""
        self._segment: list[str] | None = None
        self._hidden = 0
        self.parser = expat.ParserCreate()
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.EntityDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _refuse(self, name: str, *declaration: object) -> None:
        """An entity is declared."""
        raise FormatError(
            say(
                "The TMX file declares the entity {name!r}; such files are not read, as an entity can "
                "grow without bound. Export it again without a document type declaration.",
                name=name,
            )
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "tmx":
            self.is_tmx = True
        elif name == "tu":
            self._texts = []
        elif name == "tuv":
            self._language = next((attributes[key] for key in _XML_LANG if key in attributes), "")
        elif name == "seg":
            self._segment = []
        elif name in _INLINE:
            self._hidden += 1

    def _end(self, name: str) -> None:
        if name in _INLINE:
            self._hidden -= 1
        elif name == "seg" and self._segment is not None:
            self._texts.append((self._language, "".join(self._segment)))
            self._segment = None
        elif name == "tu" and self._texts:
            self.units.append(TmxUnit(tuple(self._texts)))

    def _characters(self, text: str) -> None:
        if self._segment is not None and not self._hidden:
            self._segment.append(text)
