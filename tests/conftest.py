"""Settings of every test: the same examples in each run, no deadlines on shared machines."""

import os

import pytest
from hypothesis import settings

settings.register_profile("entente", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("entente")


def pytest_configure(config: pytest.Config) -> None:
    """Say what the marks mean."""
    config.addinivalue_line("markers", "torch: trains and runs tiny models; needs requirements-transformers.txt")


@pytest.fixture(scope="session", autouse=True)
def _own_store(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What tests keep, and the commands that they start, lies in no home folder."""
    os.environ["ENTENTE_STORE"] = str(tmp_path_factory.mktemp("store"))
