"""changed(): a file that was whole, with seeded changes of the kinds that have broken readers."""

import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from copy import deepcopy
from io import BytesIO

_NUMBER = re.compile(rb"\d{1,9}")
_QUOTED = re.compile(rb"""(?<=["'=])[^"'<>=\s]{1,40}(?=["'\s>])""")
_NUMBERS = (*b"0 -1 1 255 65536 2147483648 -2147483649 99999999999999999999 1e999 NaN".split(), b"9" * 5000)
_MARKUP = b"""
    < > </ <!-- --> <![CDATA[ &a; &#0; &#55296; <script> <style <pre> <ul><li> <table><tr><td> <b> <w:p/> <text:list>
    <w:r><w:ruby/></w:r> <text:note/> charset=undefined charset=punycode charset=utf-7 charset=utf-16 <tu><tuv><seg>
    <ph> encoding='UTF-0' { } {\\footnote {\\*\\ \\' \\par \\cell\\row \\ansicpg0 ( [ ]( ![ ` * _ | [^1]: # ~~ 
    =?utf-8?q?a?= =?x?b?a?=
    =?utf-8?b?//8=?= --b ET Tj Do Q obj endobj endstream /Parent /Filter/ASCIIHexDecode " ' , ; null true
    [] {} 1e400 \\ud800 $ $$
""".split()
_LINES = (
    b"<!DOCTYPE a [<!ENTITY a 'b'>]>", b'<w:sym w:char="110000"/>', b"\\u-1 ", b"\0", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\xed\xa0\x80", b"\xc3", b"\r\n\r\n", b"\n\n", b"\t", b" " * 99, b"> - ", b"    ", b"---\n", b"# ", b"[" * 500,
    b"Content-Type: multipart/mixed; boundary=b\r\n", b"Content-Type: message/rfc822\r\n\r\n", b"--b\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"BT ", b"q ", b"9999999 0 Td ", b"stream\n", b"/Kids[3 0 R 3 0 R]",
    b"/Length 99999999", b"/Count -1", b"/MediaBox[0 0 1e9 1e9]", b'{"a": ', b"\x1a", b"\x85",
)  # fmt: skip
_TEXTS = tuple(
    text.encode()
    for text in ("；", "\u202eא", "e\u0301", "。」", "กา ", "Art. 5 n.º 1 — ", "ﬁ", "𝟙", "Ⅻ.", "१. ", "ا؟")
)
_WORDS = (*_MARKUP, *_LINES, *_TEXTS)


def changed(rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    """One of the files after one to eight changes.

    Args:
        rng: Decides everything.
        seeds: Whole files of one kind.
    """
    content = rng.choice(seeds)
    if content.startswith(b"PK\x03\x04") and rng.random() < 0.85:
        return _in_archive(rng, content)
    if content.startswith(b"%PDF") and rng.random() < 0.5:
        content = _unpacked(content)
    return _several(rng, content, seeds)


def _several(rng: random.Random, content: bytes, seeds: Sequence[bytes]) -> bytes:
    """The content after one to eight changes, or two files' halves."""
    if rng.random() < 0.05:
        other = rng.choice(seeds)
        return content[: rng.randrange(len(content) + 1)] + other[rng.randrange(len(other) + 1) :]
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        content = rng.choice(_CHANGES)(rng, content)
    return content


def _in_archive(rng: random.Random, content: bytes) -> bytes:
    """The archive with one of its parts changed, left out, or there twice."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        names = source.namelist()
        chosen = rng.choice(names)
        for name in names:
            part = source.read(name)
            if name == chosen:
                if rng.random() < 0.03:
                    continue
                part = _several(rng, part, [part]) if rng.random() < 0.5 else _shaped(rng, part)
            target.writestr(name, part, rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    return out.getvalue()


def _shaped(rng: random.Random, content: bytes) -> bytes:
    """A part of an archive after changes that leave it XML."""
    for _ in range(rng.choice((1, 2, 4, 8))):
        content = rng.choice((_tree, _tree, _number, _quoted))(rng, content)
    return content


def _unpacked(content: bytes) -> bytes:
    """A PDF with what is packed in it put as it is, so that changes meet its words and not its packing."""

    def inflate(match: re.Match[bytes]) -> bytes:
        try:
            return b"stream\n" + zlib.decompress(match.group(1)) + b"\nendstream"
        except zlib.error:
            return match.group()

    return re.sub(rb"stream\r?\n(.*?)\r?\nendstream", inflate, content, flags=re.S)


def _span(rng: random.Random, content: bytes) -> tuple[int, int]:
    """A stretch, mostly short."""
    start = rng.randrange(len(content) + 1)
    return start, min(len(content), start + rng.choice((1, 2, 4, 16, 64, 256, 1024)))


def _bits(rng: random.Random, content: bytes) -> bytes:
    found = bytearray(content)
    for _ in range(rng.choice((1, 1, 4, 32)) if found else 0):
        place = rng.randrange(8 * len(found))
        found[place // 8] ^= 1 << place % 8
    return bytes(found)


def _noise(rng: random.Random, content: bytes) -> bytes:
    start, end = _span(rng, content)
    return content[:start] + rng.randbytes(end - start) + content[end:]


def _left_out(rng: random.Random, content: bytes) -> bytes:
    start, end = _span(rng, content)
    return content[:start] + content[end:]


def _cut(rng: random.Random, content: bytes) -> bytes:
    return content[: rng.randrange(len(content) + 1)]


def _repeated(rng: random.Random, content: bytes) -> bytes:
    start, end = _span(rng, content)
    times = rng.choice((2, 3, 30, 300, 3000 if end - start <= 64 else 30))
    return content[:start] + content[start:end] * times + content[end:]


def _moved(rng: random.Random, content: bytes) -> bytes:
    start, end = _span(rng, content)
    place = rng.randrange(len(content) + 1)
    return content[:place] + content[start:end] + content[place:]


def _word(rng: random.Random, content: bytes) -> bytes:
    place = rng.randrange(len(content) + 1)
    return content[:place] + rng.choice(_WORDS) * rng.choice((1, 1, 1, 2, 50, 500)) + content[place:]


def _number(rng: random.Random, content: bytes) -> bytes:
    return _replaced(rng, content, _NUMBER, _NUMBERS)


def _quoted(rng: random.Random, content: bytes) -> bytes:
    return _replaced(rng, content, _QUOTED, (*_NUMBERS, *_WORDS, b""))


def _tree(rng: random.Random, content: bytes) -> bytes:
    """XML with one of its elements doubled, moved, emptied or taken out: still XML, unlike after most other changes."""
    from lxml import etree

    try:
        root = etree.fromstring(content)
    except (etree.XMLSyntaxError, ValueError):
        return _quoted(rng, content)
    elements = list(root.iter(etree.Element))
    chosen, other = rng.choice(elements), rng.choice(elements)
    match rng.randrange(5):
        case 0:
            chosen.clear()
        case 1 if chosen.getparent() is not None:
            chosen.getparent().remove(chosen)
        case 2:
            chosen.attrib.update(dict(other.attrib))
        case 3:
            chosen.tag = other.tag
        case _:
            inner = deepcopy(chosen)
            inner.tail = None
            other.insert(rng.randrange(len(other) + 1), inner)
    return etree.tostring(root)


def _replaced(rng: random.Random, content: bytes, pattern: re.Pattern[bytes], words: Sequence[bytes]) -> bytes:
    """The content with one of the places that a pattern finds made another word."""
    places = list(pattern.finditer(content))
    if not places:
        return _noise(rng, content)
    start, end = rng.choice(places).span()
    return content[:start] + rng.choice(words) + content[end:]


_CHANGES: Sequence[Callable[[random.Random, bytes], bytes]] = (
    _bits, _noise, _left_out, _cut, _repeated, _moved, _word, _word, _word, _number, _number, _quoted, _tree, _tree,
)  # fmt: skip
