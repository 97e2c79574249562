"""A damaged file is read as far as it goes or refused in the reader's words; it never ends in another error."""

import random
from functools import cache

import pytest

from benchmarks.completeness_documents import DOCUMENTS
from benchmarks.completeness_markers import Places
from translate.document import Document
from translate.errors import InputError
from translate.reading.reader import read


@cache
def _content(suffix: str) -> bytes:
    return DOCUMENTS[suffix](Places())


def _damaged(content: bytes, seed: int) -> bytes:
    """The content with one stretch cut out and some bytes changed."""
    chance = random.Random(seed)
    start = chance.randrange(len(content))
    found = bytearray(content[:start] + content[start + chance.randrange(60) :])
    for position in chance.sample(range(len(found)), 6):
        found[position] = chance.randrange(256)
    return bytes(found)


def _outcome(content: bytes, name: str) -> type[Document] | type[InputError]:
    try:
        return type(read(content, name=name, language="en"))
    except InputError as error:
        return type(error)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_read_of_a_damaged_file_gives_a_document_or_an_input_error(suffix: str, seed: int) -> None:
    assert _outcome(_damaged(_content(suffix), seed), f"a{suffix}") in (Document, InputError)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_read_of_half_a_file_gives_a_document_or_an_input_error(suffix: str, share: float) -> None:
    content = _content(suffix)
    assert _outcome(content[: int(share * len(content))], f"a{suffix}") in (Document, InputError)
