"""ONNX Runtime sessions over a model's graphs, which are built once and then kept in the cache folder."""

import logging
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from translate.errors import EngineError
from translate.message import say
from translate.store.kept import keep, read_kept, remove_unfinished
from translate.store.places import cache_folder

_log = logging.getLogger(__name__)

_SUFFIX = ".graph"  # not .onnx, as a head stands before the graph


def session(key: str, build: Callable[[], bytes]) -> Any:
    """A session over the graph that the cache has under `key`, or that `build` makes.

    A cache that is missing, damaged or read-only costs time and is no error. A damaged graph is never opened: of 55,
    5 translated otherwise in silence and 5 kept ONNX Runtime busy for ever.

    Args:
        key: Names everything that decides the graph; becomes the file's name.
        build: Makes the serialised graph.

    Raises:
        EngineError: ONNX Runtime can't run what `build` made.
    """
    path = cache_folder() / f"{key}{_SUFFIX}"
    kept = read_kept(path)
    graph = build() if kept is None else kept
    try:
        opened = _open(graph)
    except Exception as error:  # ONNX Runtime raises classes of its own
        raise EngineError(
            say("The model's matrices don't fit the sizes that its configuration names. Install the model again.")
        ) from error
    if kept is None:
        keep(path, graph)
    return opened


def forget(model: str, kept: str) -> None:
    """Remove what an older version of this program, or a process that was ended, has left in the cache.

    Args:
        model: What the keys of the model's graphs begin with.
        kept: What those begin with that stay.
    """
    folder = cache_folder()
    remove_unfinished(folder)
    try:
        for path in folder.glob(f"{model}*"):
            if not (path.name.startswith(kept) and path.suffix == _SUFFIX):
                path.unlink(missing_ok=True)
    except OSError as error:
        _log.info("old graphs are not removed: %s", error.strerror)


@cache
def only_wanted() -> Any:
    """Options of a run that computes nothing but what the wanted outputs need."""
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.only_execute_path_to_fetches = True
    return options


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


def _open(graph: bytes) -> Any:
    """A session of one thread that may be run from several at once: one worker a core beats one session on all."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # Windows's log of events; what is sent, switches.py stops
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it keeps what the longest text so far wanted: 40 MB in 400 documents
    options.enable_mem_pattern = False  # one for every shape, and hardly a shape comes twice
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
