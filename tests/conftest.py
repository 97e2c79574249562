"""Settings of every test: the same examples in each run, no deadlines on shared machines."""

import pytest
from hypothesis import settings

settings.register_profile("entente", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("entente")


def pytest_configure(config: pytest.Config) -> None:
    """Say what the marks mean."""
    config.addinivalue_line("markers", "torch: trains and runs tiny models; needs requirements-transformers.txt")


@pytest.fixture(autouse=True)
def _own_store(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a test keeps, and the commands that it starts, lies in no home folder, and no other test finds it."""
    monkeypatch.setenv("ENTENTE_STORE", str(tmp_path_factory.mktemp("store")))


@pytest.fixture(autouse=True)
def _without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text recognition is installed on some machines: tests that want it say so."""
    monkeypatch.setattr("translate.reading.pdf.scanned.program", lambda: "")
