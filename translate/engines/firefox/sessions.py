"""ONNX Runtime sessions over a model's graphs, which are built once and then kept in the cache folder."""

import logging
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from translate.errors import EngineError
from translate.message import say

_log = logging.getLogger(__name__)


def cache_folder() -> Path:
    """Where graphs are kept: $ENTENTE_CACHE, or the platform's folder for caches."""
    named = os.environ.get("ENTENTE_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("entente", appauthor=False)


def session(key: str, build: Callable[[], bytes]) -> Any:
    """A session over the graph that the cache has under `key`, or that `build` makes.

    A cache that is missing, damaged or read-only costs time and is no error.

    Args:
        key: Names everything that decides the graph; becomes the file's name.
        build: Makes the serialised graph.

    Raises:
        EngineError: ONNX Runtime can't run what `build` made.
    """
    path = cache_folder() / f"{key}.onnx"
    if path.is_file():
        try:
            return _open(str(path))
        except Exception as error:  # ONNX Runtime raises classes of its own for a file that is no graph
            _log.warning("a cached graph could not be used and is built again: %s", type(error).__name__)
    graph = build()
    try:
        opened = _open(graph)
    except Exception as error:
        raise EngineError(
            say("The model's matrices don't fit the sizes that its configuration names. Install the model again.")
        ) from error
    _keep(path, graph)
    return opened


def forget(model: str, kept: str) -> None:
    """Remove what an older version of this program has left in the cache of a model.

    Args:
        model: What the keys of the model's graphs begin with.
        kept: What those begin with that stay.
    """
    try:
        for path in cache_folder().glob(f"{model}*.onnx"):
            if not path.name.startswith(kept):
                path.unlink(missing_ok=True)
    except OSError as error:
        _log.info("old graphs are not removed: %s", error.strerror)


@cache
def signed_products_are_exact() -> bool:
    """Whether this processor multiplies uint8 with int8 without overflow.

    Processors without VNNI add pairs of products in 16 bits, where 2 · 255 · 127 doesn't fit. This multiplies such
    numbers and looks.
    """
    inner = 64
    most, least = np.full((5, inner), 255, np.uint8), np.full((inner, 5), 127, np.int8)
    (found,) = session("product-1", _product).run(None, {"a": most, "b": least})
    return bool((found == 255 * 127 * inner).all())


def _product() -> bytes:
    """A graph that multiplies two matrices of integers."""
    from onnx import TensorProto, helper

    names = [("a", TensorProto.UINT8), ("b", TensorProto.INT8)]
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["a", "b"], ["c"])],
        "product",
        [helper.make_tensor_value_info(name, kind, [None, None]) for name, kind in names],
        [helper.make_tensor_value_info("c", TensorProto.INT32, [None, None])],
    )
    content: bytes = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9
    ).SerializeToString()
    return content


def _open(graph: bytes | str) -> Any:
    """A session of one thread that may be run from several at once: one worker a core beats one session on all.

    Args:
        graph: The serialised graph, or the path of its file, which is read in a third less time.
    """
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # Windows's log of events; what is sent, switches.py stops
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _keep(path: Path, graph: bytes) -> None:
    """Write the graph beside its place and move it there, so that no reader ever sees half of it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            file.write(graph)
        os.replace(file.name, path)
    except OSError as error:
        _log.info("the graph is not kept: %s", error.strerror)
