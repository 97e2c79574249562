import io
import runpy
import zipfile
from pathlib import Path

_EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
make = runpy.run_path(str(_EXAMPLES / "make_docx.py"))["make"]


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_make_gives_the_document_that_is_kept() -> None:
    assert _parts(make()) == _parts((_EXAMPLES / "directive.en.docx").read_bytes())


def test_make_gives_the_same_bytes_every_time() -> None:
    assert make() == make()
