"""The network's layers as ONNX nodes, in one of three precisions.

int8: the integers of the model file. uint8: the same plus 128, for processors where products with int8 overflow; every
result is the same number. float32: what the integers stand for, and activations that are not rounded.

Vaswani et al. 2017, post-norm, with the decoder's self-attention replaced by the simpler simple recurrent unit
(Kim et al. 2019, "From Research to Production and Back", section 3).
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.weights import Tensor, Weights

EPSILON = 1e-9
_ZERO_POINT = 128


def stored(values: NDArray[np.int8], scales: NDArray[np.float32] | np.float32, precision: str) -> NDArray[Any]:
    """A matrix as a precision has it: int8 as it is, shifted to uint8, or float32."""
    if precision == "float32":
        return np.asarray(values.astype(np.float32) * scales)
    if precision == "uint8":
        return (values.astype(np.int16) + _ZERO_POINT).astype(np.uint8)
    return values


class GraphBuilder:
    """A graph under construction: each method adds nodes and returns the names of their outputs."""

    def __init__(self, weights: Weights, heads: int, precision: str) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self._weights = weights
        self._heads = heads
        self._precision = precision
        self._known: set[str] = set()

    def op(self, kind: str, *inputs: str, name: str = "", **attributes: Any) -> str:
        """Add an operator; the name of its one output."""
        from onnx import helper

        named = name or f"{kind}_{len(self.nodes)}_0"
        domain = "com.microsoft" if kind == "MatMulIntegerToFloat" else ""
        self.nodes.append(helper.make_node(kind, list(inputs), [named], domain=domain, **attributes))
        return named

    def top(self, values: str, count: str, names: tuple[str, str]) -> None:
        """The `count` highest along the last axis, the highest first, as two named outputs: values, and places."""
        from onnx import helper

        self.nodes.append(helper.make_node("TopK", [values, count], list(names), axis=-1))

    def constant(self, name: str, values: NDArray[Any]) -> str:
        """Name of a constant; the first values given to a name stay."""
        from onnx import numpy_helper

        if name not in self._known:
            self._known.add(name)
            self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def scalar(self, value: float) -> str:
        """A float32 constant."""
        return self.constant(f"float_{value!r}", np.array(value, np.float32))

    def shape(self, *sizes: int) -> str:
        """An int64 vector, as shapes and axes are given."""
        return self.constant(f"shape_{'_'.join(map(str, sizes))}", np.array(sizes, np.int64))

    def vector(self, name: str) -> str:
        """A bias or norm parameter of the model as a flat constant."""
        return self.constant(name, self._weights.floats(name).reshape(-1))

    def embed(self, name: str, ids: str) -> str:
        """Embeddings of `ids` times √width, as float32."""
        table = self._weights.tensor(name)
        scale = math.sqrt(table.values.shape[1])
        if self._precision == "float32":
            found = self.op("Gather", self.constant(name, table.floats), ids)
            return self.op("Mul", found, self.scalar(scale))
        found = self.op("Cast", self.op("Gather", self.constant(name, table.values), ids), to=1)
        return self.op("Mul", found, self.scalar(scale / table.multiplier))

    def embedded(self, columns: str, table: Tensor, width: int) -> str:
        """The same embeddings, of columns as stored() gives them, whose last axis is the width."""
        scale = math.sqrt(width)
        if self._precision == "float32":
            return self.op("Mul", columns, self.scalar(scale))
        found = self.op("Cast", columns, to=1)
        if self._precision == "uint8":
            found = self.op("Sub", found, self.scalar(float(_ZERO_POINT)))
        return self.op("Mul", found, self.scalar(scale / table.multiplier))

    def cell(self, cell: str, forget: str, candidate: str, name: str) -> str:
        """The recurrent unit's next cell, forget · cell + (1 − forget) · candidate with one multiplication less."""
        # Names of its own, as a graph inside another may use none of that one's.
        change = self.op("Sub", cell, candidate, name=f"{name}.difference")
        change = self.op("Mul", forget, change, name=f"{name}.change")
        return self.op("Add", candidate, change, name=name)

    def scan(self, cell: str, forget: str, candidate: str, name: str) -> str:
        """The cells of many steps, (batch, steps, width), each from the one before; the last gets a name."""
        from onnx import helper

        step = GraphBuilder(self._weights, self._heads, self._precision)
        step.op("Identity", step.cell("before", "forgotten", "candidates", "after"), name="each")
        given = [helper.make_tensor_value_info(one, 1, [None, None]) for one in ("before", "forgotten", "candidates")]
        found = [helper.make_tensor_value_info(one, 1, [None, None]) for one in ("after", "each")]
        body = helper.make_graph(step.nodes, "cell", given, found)
        first = self.op("Squeeze", cell, self.shape(1))
        last, cells = f"last_{len(self.nodes)}", f"cells_{len(self.nodes)}"
        self.nodes.append(
            helper.make_node(
                "Scan",
                [first, forget, candidate],
                [last, cells],
                body=body,
                num_scan_inputs=2,
                scan_input_axes=[1, 1],
                scan_output_axes=[1],
            )
        )
        self.op("Unsqueeze", last, self.shape(1), name=name)
        return cells

    def dense(self, x: str, matrix: str, bias: str = "", positive: bool = False) -> str:
        """x times a matrix of the model plus a bias, if any.

        Args:
            x: Name of a float32 tensor whose last axis is the matrix's rows.
            matrix: Its name in the model.
            bias: The bias's name.
            positive: Whether numbers of x below 0 count as 0.
        """
        tensor, gain = self._weights.tensor(matrix), self._gain(matrix)
        # Static, so that a sentence's output never depends on what stands beside it in the batch: a dynamic multiplier
        # gave another translation of 23 % of 500 lines.
        alpha = self._weights.activation_multiplier(matrix)
        scale = np.asarray(gain / np.float32(tensor.multiplier), np.float32)
        offset = self.constant(bias, self._weights.floats(bias).reshape(-1) * gain) if bias else ""
        return self.multiply(
            self._positive(x, alpha) if positive else self.rounded(x, alpha),
            self.constant(matrix, stored(tensor.values, scale, self._precision)),
            self.constant(f"{matrix}.scale", scale),
            offset,
            alpha,
        )

    def _gain(self, matrix: str) -> np.float32:
        """Queries are scaled by 1/√(width of a head), once, in their own matrix."""
        width = self._weights.tensor(matrix).values.shape[1] // self._heads
        return np.float32(1 / math.sqrt(width) if matrix.endswith("_Wq") else 1)

    def rounded(self, x: str, alpha: float, name: str = "") -> str:
        """x as the uint8 that a product takes: x · alpha to the nearest integer, plus 128; x itself for float32."""
        if self._precision == "float32":
            return self.op("Identity", x, name=name) if name else x
        return self.op("QuantizeLinear", x, self.scalar(1 / alpha), self._zero(), name=name)

    def _positive(self, x: str, alpha: float) -> str:
        """max(x, 0) as a product takes it; after rounding, where it costs a quarter."""
        if self._precision == "float32":
            return self.op("Relu", x)
        # Clip, as ONNX Runtime has no Max of bytes before 1.24, the first release without wheels for Intel Macs.
        return self.op("Clip", self.rounded(x, alpha), self._zero())

    def multiply(self, rounded: str, matrix: str, scale: str, bias: str, alpha: float) -> str:
        """What `rounded` gave, times a matrix of the same precision, plus bias ("" for none)."""
        if self._precision == "float32":
            found = self.op("MatMul", rounded, matrix)
            return self.op("Add", found, bias) if bias else found
        own_zero = self._zero() if self._precision == "uint8" else ""
        inputs = (rounded, matrix, self.scalar(1 / alpha), scale, self._zero(), own_zero, bias)
        return self.op("MatMulIntegerToFloat", *inputs)

    def _zero(self) -> str:
        """What stands for 0 in uint8."""
        return self.constant("zero_point", np.array(_ZERO_POINT, np.uint8))

    def norm(self, x: str, prefix: str) -> str:
        """Layer normalisation over the last axis."""
        scale, bias = self.vector(f"{prefix}_ln_scale"), self.vector(f"{prefix}_ln_bias")
        return self.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=EPSILON)

    def add_norm(self, x: str, residual: str, prefix: str) -> str:
        """Layer normalisation of x + residual."""
        return self.norm(self.op("Add", x, residual), prefix)

    def feed_forward(self, x: str, prefix: str) -> str:
        """Feed-forward sublayer with its residual and norm."""
        inner = self.dense(x, f"{prefix}_W1", f"{prefix}_b1")
        return self.add_norm(self.dense(inner, f"{prefix}_W2", f"{prefix}_b2", positive=True), x, f"{prefix}_ffn")

    def heads(self, x: str, order: Sequence[int]) -> str:
        """x split into heads: (batch, length, width) → (batch, length, heads, width / heads), then permuted."""
        split = self.op("Reshape", x, self.shape(0, 0, self._heads, -1))
        return self.op("Transpose", split, perm=list(order))

    def attend(self, queries: str, keys: str, values: str, mask: str) -> tuple[str, str]:
        """Attention output (batch, length, width) and weights (batch, heads, length, keys).

        Args:
            queries: (batch, heads, length, width / heads), already scaled.
            keys: (batch, heads, width / heads, keys).
            values: (batch, heads, keys, width / heads).
            mask: (batch, 1, 1, keys): 0 for tokens, a large negative number for padding.
        """
        weights = self.op("Softmax", self.op("Add", self.op("MatMul", queries, keys), mask), axis=-1)
        found = self.op("Transpose", self.op("MatMul", weights, values), perm=[0, 2, 1, 3])
        return self.op("Reshape", found, self.shape(0, 0, -1)), weights

    def attend_singly(self, queries: str, keys: str, values: str, mask: str) -> str:
        """Attention output (batch, length, width) as attend() gives it for each query by itself.

        Products of one row are summed in another order than those of several, which changes the last digits.

        Args:
            queries: (batch, length, width), already scaled.
            keys: As of attend(), as are the others.
            values: See there.
            mask: See there.
        """
        rows = self.op("Unsqueeze", self.op("Reshape", queries, self.shape(0, 0, self._heads, -1)), self.shape(3))
        keys, values, mask = (self.op("Unsqueeze", one, self.shape(1)) for one in (keys, values, mask))
        weights = self.op("Softmax", self.op("Add", self.op("MatMul", rows, keys), mask), axis=-1)
        return self.op("Reshape", self.op("MatMul", weights, values), self.shape(0, 0, -1))
