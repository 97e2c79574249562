"""Settings of every test: the same examples in each run, no deadlines on shared machines."""

import pytest
from hypothesis import settings

settings.register_profile("entente", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("entente")


def pytest_configure(config: pytest.Config) -> None:
    """Say what the marks mean."""
    config.addinivalue_line("markers", "torch: trains and runs tiny models; needs requirements-transformers.txt")
