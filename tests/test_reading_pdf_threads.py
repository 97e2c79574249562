"""PDF files read at the same time: pdfium may be in one thread only, so every call of it stands under one lock."""

import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import wraps
from typing import Any

import pypdfium2.raw
import pytest

from page.request import Request
from page.run import Run
from summarize.choices import BriefChoices
from tests.fakes import FakeEngine
from tests.pdf_files import column, pdf_file
from translate.errors import InputError
from translate.reading.pdf import source
from translate.reading.pdf.reader import read_pdf

LIMIT_S = 300


def _act(name: str, pages: int) -> bytes:
    """A PDF whose every line is another."""
    return pdf_file(
        *[
            column(72, 780, *[f"Section {page}.{line} of {name}: the Parties shall report." for line in range(40)])
            for page in range(1, pages + 1)
        ]
    )


def _broken_second_page() -> bytes:
    """A PDF of which one page cannot be opened."""
    content = pdf_file(*[column(72, 700, f"The Council meets in year {number}.") for number in (1, 2)])
    return content.replace(b"/Type /Page\n", b"/Type /Pagx\n", 1)


def _form() -> bytes:
    """A PDF with a form that someone filled in."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 700, "Name of the Member:")
    canvas.acroForm.textfield(name="member", value="Portugal", x=200, y=690, width=100, height=20)
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(_act("the act", 2), id="text"),
        pytest.param(pdf_file([], []), id="pictures"),
        pytest.param(pdf_file(column(72, 700, "Secret."), password="x"), id="encrypted"),
        pytest.param(b"%PDF-1.7 and nothing else", id="damaged"),
        pytest.param(_broken_second_page(), id="damaged page"),
        pytest.param(_form(), id="form"),
    ],
)
def test_read_pdf_calls_pdfium_under_its_lock_only(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[str, bool]] = []

    def noted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*arguments: Any) -> Any:
            calls.append((name, source._PDFIUM.locked()))
            return function(*arguments)

        return call

    for name in [name for name in dir(pypdfium2.raw) if name.startswith(("FPDF", "FORM_"))]:
        function = getattr(pypdfium2.raw, name)
        if hasattr(function, "argtypes"):  # the rest are constants and structures
            monkeypatch.setattr(pypdfium2.raw, name, noted(name, function))
    with suppress(InputError):
        read_pdf(content, "act.pdf")
    gc.collect()
    assert len(calls) >= 2
    assert [name for name, locked in calls if not locked] == []


def test_read_pdf_gives_threads_the_text_that_one_alone_gets() -> None:
    files = [_act("the first act", 21), _act("the second act", 21)]
    alone = [read_pdf(content, "act.pdf").text for content in files]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda content: read_pdf(content, "act.pdf").text, files * 2))
    assert together == alone * 2


def test_run_reads_several_uploads_at_once() -> None:
    files = [_act(f"act {number}", 6) for number in range(4)]
    requests = [Request(content, "pt", name="act.pdf", choices=BriefChoices("en")) for content in files]
    runs = [Run(request, {"fake": FakeEngine()}) for request in requests]
    assert [run.wait(LIMIT_S) for run in runs] == [True] * 4
    assert [run.error for run in runs] == [None] * 4
    texts = [run.document.text for run in runs if run.document is not None]
    assert texts == [read_pdf(content, "act.pdf").text for content in files]
