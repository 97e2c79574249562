"""What packages are told before they are imported: to send nothing, to fetch nothing, not to spin while they wait.

Importing `translate` imports this first, and nothing heavy is imported with it: so whatever imports a dependency, a
reader's program, a command, the page or a benchmark, the switches are set by then. Processes that they start inherit
them. Only the page's Streamlit runs before any line of ours, and reads `.streamlit/config.toml`.
"""

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_ALWAYS = {
    # ONNX Runtime from 1.29 on reports to Microsoft, and disable_telemetry_events() does not stop it.
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
}
_UNLESS_CHOSEN = {
    # huggingface_hub's, which transformers asks too; fetching() lifts it where a reader asked for a model.
    "HF_HUB_OFFLINE": "1",
    # With OpenMP's default idle threads spin: 2.9 s instead of 40 ms for sentence vectors on a busy machine.
    "OMP_WAIT_POLICY": "passive",
    # NumPy's: a sentence's vector takes 2.0 ms with one thread, 2.8 with two, up to 58 on a busy machine.
    "OPENBLAS_NUM_THREADS": "1",
}
_REPORTS_SINCE = (1, 29)


@contextmanager
def fetching() -> Iterator[None]:
    """Within it huggingface_hub may download, for whoever asked for that."""
    from huggingface_hub import constants

    # The variable was read when the package was imported, which may be long ago.
    before, constants.HF_HUB_OFFLINE = constants.HF_HUB_OFFLINE, False
    try:
        yield
    finally:
        constants.HF_HUB_OFFLINE = before


def _set() -> None:
    """Set the switches; warn where ONNX Runtime has started without its own."""
    runtime = getattr(sys.modules.get("onnxruntime"), "__version__", None)
    if runtime is not None and os.environ.get("ORT_DISABLE_TELEMETRY") != "1" and _reports(runtime):
        warnings.warn(
            f"onnxruntime {runtime} was imported before Entente, and reports its use to Microsoft from this process. "
            "Import translate or summarize before it, or set ORT_DISABLE_TELEMETRY=1 before Python starts.",
            RuntimeWarning,
            stacklevel=2,
        )
    os.environ.update(_ALWAYS)
    for name, value in _UNLESS_CHOSEN.items():
        os.environ.setdefault(name, value)


def _reports(version: str) -> bool:
    """Whether a release of ONNX Runtime has telemetry that only its switch stops.

    >>> _reports("1.24.4"), _reports("1.29.0"), _reports("2.0.0")
    (False, True, True)
    """
    return tuple(int(part) for part in version.split(".")[:2]) >= _REPORTS_SINCE


_set()
