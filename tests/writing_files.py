"""What tests of translated files share: an engine that turns words around, and looks into archives."""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import PurePath
from typing import Any

from lxml import etree

from tests.fakes import FakeEngine
from translate import Translation, read, translate, write
from translate.engines.protocol import GREEDY, Decoding
from translate.hypothesis import Hypothesis, Link

_WORD = re.compile(r"[^\W\d_]+")


class TurningEngine(FakeEngine):
    """Says the letters-only words of each text and their letters in the opposite order, each linked to its own."""

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        plain = super().translate(texts, source, target, decoding)
        return [replace(one, **_turned(text)) for text, one in zip(texts, plain, strict=True)]


def _turned(text: str) -> dict[str, Any]:
    """Text and links of a text with its words turned around."""
    words = list(_WORD.finditer(text))
    places = iter(reversed(words))
    parts, links, end, size = [], [], 0, 0
    for match in words:
        word = next(places)
        parts += [text[end : match.start()], word[0][::-1]]
        size += match.start() - end
        links.append(Link(*word.span(), size, size + len(word[0])))
        size += len(word[0])
        end = match.end()
    return {"text": "".join(parts) + text[end:], "alignment": tuple(sorted(links))}


def translated(content: bytes, name: str, target: str = "pt") -> Translation:
    """A file's translation by the TurningEngine, from English."""
    document = read(content, name=name, language="en")
    pairs = [("en", target)]
    return translate(document, target, engine="fake", engines={"fake": TurningEngine(pairs=pairs)}, alignment=True)


def rewritten(content: bytes, name: str, target: str = "pt") -> bytes:
    """A file with its words turned around."""
    return write(translated(content, name, target), content, name=name).content


def part(content: bytes, name: str) -> bytes:
    """A part of an archive."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def root(content: bytes, name: str = "word/document.xml") -> Any:
    """Root element of an archive's part."""
    return etree.fromstring(part(content, name))


def reread(content: bytes, name: str) -> str:
    """What read() finds in a file, a line for each block."""
    document = read(content, name=PurePath(name).name, language="pt")
    return "\n".join(document.text[block.start : block.end] for block in document.blocks)
