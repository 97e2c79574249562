"""The same against a real model server with any model, where ENTENTE_SERVER_TEST names its address."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from summarize.server_writer import ServerWriter
from summarize.summarization import summarize
from translate import EngineSet, translate
from translate.document import Document
from translate.engines.server.client import ChatClient
from translate.engines.settings import EngineSettings, settings_from
from translate.reading.reader import read
from translate.text.embedding import WordEmbedder

_URL = os.environ.get("ENTENTE_SERVER_TEST", "")
_REPORT = Path(__file__).parent.parent / "examples" / "relatorio.pt.md"

pytestmark = pytest.mark.skipif(not _URL, reason="ENTENTE_SERVER_TEST names no running model server")


@pytest.fixture
def settings() -> EngineSettings:
    return replace(settings_from(), server=_URL)


@pytest.fixture
def engines(settings: EngineSettings) -> Iterator[EngineSet]:
    with EngineSet(settings=settings) as found:
        yield found


@pytest.fixture(scope="module")
def report() -> Document:
    return read(_REPORT.read_bytes(), name=_REPORT.name, language="pt")


def test_the_server_tells_its_model(settings: EngineSettings) -> None:
    assert ChatClient(settings).title


def test_every_sentence_is_translated_or_refused_with_a_reason(report: Document, engines: EngineSet) -> None:
    found = translate(report, "en", engine="server", engines=engines)
    left = {i for i, hypothesis in enumerate(found.hypotheses) if hypothesis.origin == "untranslated"}
    told = {issue.segment for issue in found.issues if issue.severity == "error"}
    assert (len(found.hypotheses), left - told, "pending" in found.coverage) == (len(report.segments), set(), False)


def test_a_written_summary_holds_only_what_the_text_says(report: Document, settings: EngineSettings) -> None:
    found = summarize(report, method="abstractive", writer=ServerWriter(settings), embedder=WordEmbedder(), points=5)
    assert all(point.citations for point in found.points)
