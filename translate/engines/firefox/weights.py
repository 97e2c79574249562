"""Reading a Marian binary model file: named tensors and the configuration they were trained with."""

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.errors import EngineError
from translate.message import say

_FLOAT32 = 0x0404
_INT8 = 0x4101  # intgemm: the integers, then one float32 multiplier
_CONFIGURATION = "special:model.yml"


@dataclass(frozen=True, slots=True)
class Tensor:
    """One matrix or vector of a model.

    Attributes:
        values: int8 or float32 in the shape the network multiplies with: rows are inputs, columns outputs.
        multiplier: What a float was multiplied with to give the int8; 1.0 for float32.
    """

    values: NDArray[Any]
    multiplier: float = 1.0

    @property
    def floats(self) -> NDArray[np.float32]:
        """The values as float32, whatever they are stored as."""
        return np.asarray(self.values.astype(np.float32) / np.float32(self.multiplier), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Weights:
    """All tensors of a model by name, and its configuration as the file has it."""

    tensors: Mapping[str, Tensor]
    configuration: Mapping[str, Any]

    def floats(self, name: str) -> NDArray[np.float32]:
        """A tensor as float32.

        Raises:
            EngineError: The model has no such tensor.
        """
        return self.tensor(name).floats

    def tensor(self, name: str) -> Tensor:
        """A tensor as it is stored.

        Raises:
            EngineError: The model has no such tensor.
        """
        if name not in self.tensors:
            raise EngineError(
                say(
                    "The model file has no tensor {name!r}, which its configuration promises. It is damaged "
                    "or of an unknown kind: install the model again.",
                    name=name,
                )
            )
        return self.tensors[name]

    def activation_multiplier(self, name: str) -> float:
        """What a matrix's input is multiplied with before it is rounded to int8 ("alpha")."""
        return float(self.tensor(f"{name}_QuantMultA").values.reshape(-1)[0])


def read_weights(content: bytes, file: str) -> Weights:
    """The tensors of a model file.

    Args:
        content: A file in Marian's binary format, version 1.
        file: Its name, for errors.

    Raises:
        EngineError: The file is cut short or of another format.
    """
    try:
        return _parse(content)
    except (struct.error, ValueError, IndexError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise EngineError(
            say(
                "The model file {file} is damaged or not a Marian model ({reason}). Install the model again.",
                file=file,
                reason=str(error),
            )
        ) from error


def _parse(content: bytes) -> Weights:
    """Tensors and configuration; raises ValueError or struct.error where the layout is another."""
    version, count = struct.unpack_from("<QQ", content, 0)
    if version != 1 or not 0 < count < 10_000:
        raise ValueError(f"version {version}, {count} tensors")
    heads = [struct.unpack_from("<4Q", content, 16 + 32 * i) for i in range(count)]
    at = 16 + 32 * count
    names, shapes = [], []
    for length, *_ in heads:
        names.append(content[at : at + length].rstrip(b"\0").decode())
        at += length
    for _, _, dimensions, _ in heads:
        shapes.append(struct.unpack_from(f"<{dimensions}i", content, at))
        at += 4 * dimensions
    at += 8 + struct.unpack_from("<Q", content, at)[0]
    tensors: dict[str, Tensor] = {}
    configuration = ""
    for name, shape, (_, kind, _, length) in zip(names, shapes, heads, strict=True):
        if at + length > len(content):
            raise ValueError(f"it ends inside {name}")
        if name == _CONFIGURATION:
            configuration = content[at : at + length].rstrip(b"\0").decode()
        elif kind in (_FLOAT32, _INT8) and name != "Wemb_QuantMultA":
            tensors[name] = _tensor(content, at, name, shape, kind)
        at += length
    return Weights(tensors, _configuration(configuration))


def _tensor(content: bytes, at: int, name: str, shape: tuple[int, ...], kind: int) -> Tensor:
    """One tensor; int8 matrices are stored transposed, embeddings are not."""
    size = math.prod(shape)
    if kind == _FLOAT32:
        return Tensor(np.frombuffer(content, "<f4", size, at).reshape(shape))
    integers = np.frombuffer(content, np.int8, size, at)
    (multiplier,) = struct.unpack_from("<f", content, at + size)
    if not (math.isfinite(multiplier) and multiplier > 0):
        raise ValueError(f"{name} has the multiplier {multiplier}")
    if not name.endswith("Wemb"):
        return Tensor(integers.reshape(shape[::-1]).T, multiplier)
    return Tensor(integers.reshape(shape), multiplier)


def _configuration(text: str) -> Mapping[str, Any]:
    """The configuration's fields."""
    import yaml

    try:
        fields = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError("its configuration is not YAML") from error
    if not isinstance(fields, dict):
        raise ValueError("it holds no configuration")
    return fields
