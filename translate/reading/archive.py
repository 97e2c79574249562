"""Archive: the XML parts of a ZIP that is a document."""

import posixpath
import re
import zipfile
import zlib
from io import BytesIO
from typing import Any

from translate.errors import InputError
from translate.message import say
from translate.reading.limits import require, require_unpacked

# What zipfile raises over damaged archives; ValueError is not documented, but comes for places before the start.
ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError)
_LONGEST_NUMBER = 9  # digits and sign; Python refuses to write what has over 4,300
_ENTRY = b"PK\x01\x02"  # each begins so in the list of entries
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# Namespaces and types of relations as files in Strict Open XML name them (ISO/IEC 29500-1), and all others do.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")


class Archive:
    """The parts of a ZIP by name, of which no more is unpacked than the limits allow.

    Raises:
        InputError: It is damaged, or has too many parts.
    """

    def __init__(self, content: bytes) -> None:
        require("entries", content.count(_ENTRY))  # before zipfile makes a value of each
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except ZIP_ERRORS as error:
            raise damaged() from error
        self.names = frozenset(self._zip.namelist())
        self._roots: dict[str, Any] = {}
        self._unpacked_bytes = 0
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}

    def read(self, name: str) -> bytes | None:
        """Content of a part, or None where the archive has no such part.

        Raises:
            InputError: The part cannot be unpacked or is absurdly large.
        """
        if name not in self.names:
            return None
        entry = self._zip.getinfo(name)
        self._unpacked_bytes += entry.file_size
        require("unpacked_bytes", self._unpacked_bytes)
        require_unpacked(entry.file_size, entry.compress_size)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged()  # no program writes documents so, and LZMA takes what memory its first bytes say
        try:
            with self._zip.open(entry) as part:
                return part.read(entry.file_size + 1)  # what says too little of its size has another checksum
        except ZIP_ERRORS as error:
            raise damaged() from error

    def xml(self, name: str) -> Any:
        """Root element of a part, the same one each time, or None where the archive has no such part.

        Raises:
            InputError: The part cannot be unpacked or is no XML.
        """
        if name not in self._roots:
            self._roots[name] = self._parsed(name)
        return self._roots[name]

    def parts(self) -> dict[str, Any]:
        """Name → root element of every part that xml() was asked for and that there is."""
        return {name: root for name, root in self._roots.items() if root is not None}

    def _parsed(self, name: str) -> Any:
        """Root element of a part."""
        from lxml import etree

        content = self.read(name)
        if content is None:
            return None
        require("elements", content.count(b"<") + content.count(b"="))
        content = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", content)
        try:
            try:
                return etree.fromstring(content, _parser())
            except etree.XMLSyntaxError:  # some programs write the same xml:id twice
                return etree.fromstring(content, _parser(collect_ids=False))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise damaged() from error

    def main_part(self, usual: str) -> str:
        """Name of an Office file's main part, which need not be the usual one."""
        if usual in self.names:
            return usual
        return next((target for kind, target in self.relations("").values() if kind == "officeDocument"), usual)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Relation id → (last part of its type, name of the part it points to) of an Office part.

        Args:
            name: Of the part; empty for the file itself.
        """
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def _read_relations(self, name: str) -> dict[str, tuple[str, str]]:
        """The same, from the file."""
        folder, _, file = name.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels".lstrip("/"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
        return found


def _parser(collect_ids: bool = True) -> Any:
    """A parser that asks for nothing outside the part, which without `collect_ids` may not name a DTD elsewhere."""
    from lxml import etree

    # Entities that the part itself declares are words of it; libxml2 ends those that grow to harm.
    return etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # the stubs know only whether, not which
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=collect_ids,
    )


def damaged() -> InputError:
    """The error for a file that cannot be taken apart."""
    return InputError(
        say(
            "The file is damaged: its parts cannot be unpacked and read. A whole file of its kind is "
            "needed. Copy or download it again, or open it in the program that made it and save it "
            "again."
        )
    )


def whole(text: str | None, default: int = 0) -> int:
    """The whole number that an attribute holds; the default where it is missing or holds something else."""
    try:
        return int(text) if text is not None and len(text) <= _LONGEST_NUMBER else default
    except ValueError:
        return default
