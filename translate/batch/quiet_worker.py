"""What a Dask worker of `entente cluster` is told as it starts: Ctrl-C is for the command, which ends its workers."""

import signal
from typing import Any


def dask_setup(worker: Any) -> None:
    """Leave the interrupt of the terminal, which reaches every process, to the command."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
