"""A ZIP that is a document, written again: parts that were changed anew, all others byte for byte."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from translate.reading.archive import ZIP_ERRORS, damaged

_PACKED = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))


def rewritten(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive with some parts exchanged.

    Args:
        content: The archive that was read.
        changed: New content by name.

    Returns:
        An archive with its parts in the same order, each packed as it was.

    Raises:
        InputError: A part that the reader had no need of cannot be unpacked.
    """
    try:
        return _rewritten(content, changed)
    except ZIP_ERRORS as error:
        raise damaged() from error


def _rewritten(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive with some parts exchanged."""
    output = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target:
        written: set[str] = set()
        for info in source.infolist():
            if info.filename in written:  # some programs write a part twice; the last one counts
                continue
            written.add(info.filename)
            own = zipfile.ZipInfo(info.filename, info.date_time)
            own.compress_type = info.compress_type if info.compress_type in _PACKED else zipfile.ZIP_DEFLATED
            own.external_attr = info.external_attr
            data = changed.get(info.filename)
            target.writestr(own, source.read(info.filename) if data is None else data)
    return output.getvalue()


def serialized(root: Any) -> bytes:
    """A part's XML, with the declaration that it had."""
    from lxml import etree

    standalone: Any = root.getroottree().docinfo.standalone or None  # nothing is said, which the stubs do not know
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=standalone))
