import io
import os
import runpy
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

_EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
make = runpy.run_path(str(_EXAMPLES / "make_docx.py"))["make"]


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_make_gives_the_document_that_is_kept() -> None:
    assert _parts(make()) == _parts((_EXAMPLES / "directive.en.docx").read_bytes())


def test_make_gives_the_same_bytes_every_time() -> None:
    assert make() == make()


@pytest.mark.parametrize("example", ["journalist", "lawyer", "batch"])
def test_the_librarys_examples_run(example: str, tmp_path: Path) -> None:
    texts = tmp_path / "examples"
    texts.mkdir()
    for name in ("lei-dados.pt.txt", "relatorio.pt.md"):
        shutil.copy(_EXAMPLES / name, texts)
    environment = {**os.environ, "PYTHONPATH": str(_EXAMPLES.parent)}
    done = subprocess.run(
        [sys.executable, str(_EXAMPLES / f"{example}.py")],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout
