"""Task and Record: a document that is to be made, and what came of it."""

from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from translate.message import from_plain, to_plain

Status = Literal["done", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Product:
    """What is made of a document.

    Attributes:
        content: The output file's.
        sentences: Segments of the document.
        errors: Things to check that make a sentence unusable as it is.
        warnings: Things to check first.
        gist: What it is about, in the target language; empty where nobody summarised it.
        to_check: The first things to check; Messages.
        failure: Why it is not whole, a Message; empty where it is.
    """

    content: bytes
    sentences: int
    errors: int
    warnings: int
    gist: tuple[str, ...] = ()
    to_check: tuple[str, ...] = ()
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What came of a document.

    Attributes:
        name: Path inside the folder that is read, with "/".
        status: "done"; "unchanged" where an earlier run's output stands as it is; "failed".
        output: Path inside the folder that is written, with "/"; empty where there is none.
        language: BCP 47 code of the document; empty where it was not read.
        sentences: As in Product.
        errors: As in Product.
        warnings: As in Product.
        gist: As in Product.
        to_check: As in Product.
        message: Why it failed, a Message; else empty.
        seconds: What it took.
        content_hash: SHA-256 of the file that was read.
        settings: What was chosen, as a hash.
        models: Signature of the models that translated.
        output_hash: SHA-256 of the file that was written.
    """

    name: str
    status: Status
    output: str = ""
    language: str = ""
    sentences: int = 0
    errors: int = 0
    warnings: int = 0
    gist: tuple[str, ...] = ()
    to_check: tuple[str, ...] = ()
    message: str = ""
    seconds: float = 0.0
    content_hash: str = ""
    settings: str = ""
    models: str = ""
    output_hash: str = ""

    def unchanged(self) -> "Record":
        """The same, where nothing had to be made."""
        return replace(self, status="unchanged", seconds=0.0)

    def to_fields(self) -> dict[str, Any]:
        """Its fields, as JSON has them."""
        fields = {**asdict(self), "message": to_plain(self.message), "to_check": [to_plain(m) for m in self.to_check]}
        return {**fields, "gist": list(self.gist)}

    @classmethod
    def from_fields(cls, known: dict[str, Any]) -> "Record":
        """The record of such fields.

        Raises:
            TypeError: They are those of another version.
        """
        if set(known) != {field.name for field in fields(cls)}:
            raise TypeError("these are no fields of a record")
        checks, message = tuple(from_plain(one) for one in known["to_check"]), from_plain(known["message"])
        return cls(**{**known, "gist": tuple(known["gist"]), "to_check": checks, "message": message})


@dataclass(frozen=True, slots=True)
class Task:
    """A document that is to be made.

    Attributes:
        file: The file to read.
        name: As the record will have it.
        out: The folder that is written.
        settings: What was chosen, as a hash.
        before: What came of it in an earlier run.
        size_bytes: Of the file.
    """

    file: Path
    name: str
    out: Path
    settings: str
    before: Record | None = None
    size_bytes: int = 0
