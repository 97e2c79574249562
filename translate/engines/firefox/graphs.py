"""The five graphs of a model: encoder, columns of the output layer, decoder step, many known steps, output layer.

The encoder also prepares what the decoder attends to. The step weighs the words whose columns it is given; the output
layer knows all words, for many steps at once, which is four times cheaper than at every step.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.architecture import Architecture
from translate.engines.firefox.network import GraphBuilder, stored
from translate.engines.firefox.weights import Weights

BUILDER = "9"
"""Version of this file and network.py; every change of a graph's output counts it up, and old caches go unused."""

MASKED = -1e9
UNKNOWN = 1  # the token that is never an output
_OPSET = 17
_FLOAT, _UINT8, _INT8, _INT64, _DOUBLE = 1, 2, 3, 7, 11  # onnx.TensorProto.DataType
_STORED = {"int8": _INT8, "uint8": _UINT8, "float32": _FLOAT}

_Declared = tuple[str, int, int | None]
"""An input or output: its name, ONNX type, rank; None for any rank."""


def encoder_graph(weights: Weights, shape: Architecture, precision: str) -> bytes:
    """The encoder as a serialised ONNX model.

    Inputs: ids int64 (batch, length); mask float32 (batch, 1, 1, length), 0 or MASKED.
    Outputs, for every decoder layer from 1: keys1 (batch, heads, width / heads, length) and values1
    (batch, heads, length, width / heads), float32.
    """
    net = GraphBuilder(weights, shape.heads, precision)
    x = net.embed(shape.source_table, "ids")
    x = net.op("Add", x, _positions(net, shape.width, _indices(net)))
    for layer in range(1, shape.encoder_layers + 1):
        prefix = f"encoder_l{layer}_self"
        # One product of all three, split afterwards, takes longer.
        queries, keys, values = (net.dense(x, f"{prefix}_W{part}", f"{prefix}_b{part}") for part in "qkv")
        found, _ = net.attend(
            net.heads(queries, (0, 2, 1, 3)), net.heads(keys, (0, 2, 3, 1)), net.heads(values, (0, 2, 1, 3)), "mask"
        )
        x = net.add_norm(net.dense(found, f"{prefix}_Wo", f"{prefix}_bo"), x, f"{prefix}_Wo")
        x = net.feed_forward(x, f"encoder_l{layer}_ffn")
    outputs = []
    for layer in range(1, shape.decoder_layers + 1):
        for kind, order in (("keys", (0, 2, 3, 1)), ("values", (0, 2, 1, 3))):
            part = f"decoder_l{layer}_context_{{}}{kind[0]}"
            found = net.heads(net.dense(x, part.format("W"), part.format("b")), order)
            outputs.append(net.op("Identity", found, name=f"{kind}{layer}"))
    return _model(net, [("ids", _INT64, 2), ("mask", _FLOAT, 4)], [(name, _FLOAT, 4) for name in outputs])


def step_graph(weights: Weights, shape: Architecture, precision: str) -> bytes:
    """One decoder step, with an output layer over given words, as a serialised ONNX model.

    Inputs: previous int64 (batch, beam), the tokens of the step before (any value at step 0), of one or more hypotheses
    a sentence; position float32 scalar; mask as in the encoder; for every layer cell1 float32 (batch, beam, width),
    keys1, values1; words (width, n) or (batch, width, n), the columns of the output layer to choose from, as the
    precision stores them; bias float32 (batch, 1, n), MASKED where a sentence may not choose the word; count int64
    (1,).
    Outputs: logits float32 (batch, beam, n), before the softmax; share float32 (batch, beam), the probability of the
    best among words; hidden (batch, beam, width), what the output layer gets, uint8 or float32; attention float32
    (batch, beam, length), the guided head's; best float32 and places int64, both (batch, beam, count), natural
    log-probabilities of the likeliest words and their columns, the likeliest first, the first column of equals first;
    for every layer next1, the new cell.
    """
    net = GraphBuilder(weights, shape.heads, precision)
    started = net.op("Min", "position", net.scalar(1.0))  # the first input is a zero embedding
    x = net.op("Mul", net.embed(shape.target_table, "previous"), started)
    x = net.op("Add", x, _positions(net, shape.width, net.op("Reshape", "position", net.shape(1, 1))))
    attention = ""
    layers = range(1, shape.decoder_layers + 1)
    for layer in layers:
        x = _recurrence(net, x, layer)
        prefix = f"decoder_l{layer}_context"
        queries = net.heads(net.dense(x, f"{prefix}_Wq", f"{prefix}_bq"), (0, 2, 1, 3))
        found, attention = net.attend(queries, f"keys{layer}", f"values{layer}", "mask")
        x = net.add_norm(net.dense(found, f"{prefix}_Wo", f"{prefix}_bo"), x, f"{prefix}_Wo")
        x = net.feed_forward(x, f"decoder_l{layer}_ffn")
    first = net.op("Slice", attention, net.shape(0), net.shape(1), net.shape(1))
    net.op("Squeeze", first, net.shape(1), name="attention")
    alpha = weights.activation_multiplier("none")
    hidden = net.rounded(x, alpha, name="hidden")
    scale = net.scalar(1 / weights.tensor(shape.target_table).multiplier)
    logits = net.op("Add", net.multiply(hidden, "words", scale, "", alpha), "bias", name="logits")
    net.op("ReduceMax", net.op("Softmax", logits, axis=-1), axes=[-1], keepdims=0, name="share")
    _likeliest(net, logits)
    states = [("cell", 3), ("keys", 4), ("values", 4)]
    rounded = _FLOAT if precision == "float32" else _UINT8
    inputs: list[_Declared] = [("previous", _INT64, 2), ("position", _FLOAT, 0), ("mask", _FLOAT, 4)]
    inputs += [(f"{kind}{layer}", _FLOAT, rank) for layer in layers for kind, rank in states]
    inputs += [("words", _STORED[precision], None), ("bias", _FLOAT, 3), ("count", _INT64, 1)]
    outputs: list[_Declared] = [("logits", _FLOAT, 3), ("share", _FLOAT, 2), ("hidden", rounded, 3)]
    outputs += [("attention", _FLOAT, 3), ("best", _FLOAT, 3), ("places", _INT64, 3)]
    return _model(net, inputs, [*outputs, *((f"next{layer}", _FLOAT, 3) for layer in layers)])


def known_graph(weights: Weights, shape: Architecture, precision: str) -> bytes:
    """Decoder steps whose words are known beforehand, as a serialised ONNX model: many at once, and each as by itself.

    Inputs: words (batch, steps, width), columns of the output layer of the tokens before each step, which are their
    embeddings, as the precision stores them; position float32 (steps, 1); mask, and for every layer cell1 (batch, 1,
    width), keys1, values1 as in the step.
    Outputs: hidden (batch, steps, width) as in the step; for every layer next1 (batch, 1, width), the last cell.
    """
    net = GraphBuilder(weights, shape.heads, precision)
    started = net.op("Min", "position", net.scalar(1.0))  # the first input is a zero embedding
    table = weights.tensor(shape.target_table)
    x = net.op("Mul", net.embedded("words", table, shape.width), started)
    x = net.op("Add", x, _positions(net, shape.width, "position"))
    layers = range(1, shape.decoder_layers + 1)
    for layer in layers:
        x = _recurrence(net, x, layer, known=True)
        prefix = f"decoder_l{layer}_context"
        queries = net.dense(x, f"{prefix}_Wq", f"{prefix}_bq")
        found = net.attend_singly(queries, f"keys{layer}", f"values{layer}", "mask")
        x = net.add_norm(net.dense(found, f"{prefix}_Wo", f"{prefix}_bo"), x, f"{prefix}_Wo")
        x = net.feed_forward(x, f"decoder_l{layer}_ffn")
    net.rounded(x, weights.activation_multiplier("none"), name="hidden")
    states = [("cell", 3), ("keys", 4), ("values", 4)]
    inputs: list[_Declared] = [("words", _STORED[precision], 3), ("position", _FLOAT, 2), ("mask", _FLOAT, 4)]
    inputs += [(f"{kind}{layer}", _FLOAT, rank) for layer in layers for kind, rank in states]
    outputs: list[_Declared] = [("hidden", _FLOAT if precision == "float32" else _UINT8, 3)]
    return _model(net, inputs, [*outputs, *((f"next{layer}", _FLOAT, 3) for layer in layers)])


def _likeliest(net: GraphBuilder, logits: str) -> None:
    """The outputs best and places of a step.

    The sum over the words is in double precision: in single precision its last digit depends on how many masked words
    stand between, and so on the rest of the batch, and decides between hypotheses that are as likely.
    """
    highest = net.op("ReduceMax", logits, axes=[-1], keepdims=1)
    powers = net.op("Exp", net.op("Sub", logits, highest))
    total = net.op("ReduceSum", net.op("Cast", powers, to=_DOUBLE), net.shape(-1), keepdims=1)
    share = net.op("Add", highest, net.op("Cast", net.op("Log", total), to=_FLOAT))
    names = f"TopK_{len(net.nodes)}_0", "places"
    net.top(logits, "count", names)
    net.op("Sub", names[0], share, name="best")


def columns_graph(weights: Weights, shape: Architecture, precision: str) -> bytes:
    """The part of the output layer that belongs to some words, as a serialised ONNX model.

    Six times faster than NumPy, which turns matrices of bytes slowly.

    Inputs: ids int64 (n,).
    Outputs: columns (width, n), as the precision stores them.
    """
    net = GraphBuilder(weights, shape.heads, precision)
    table = weights.tensor(shape.target_table)
    words = net.constant("words", stored(table.values, np.float32(1 / table.multiplier), precision))
    net.op("Transpose", net.op("Gather", words, "ids"), perm=[1, 0], name="columns")
    return _model(net, [("ids", _INT64, 1)], [("columns", _STORED[precision], 2)])


def output_graph(weights: Weights, shape: Architecture, precision: str) -> bytes:
    """The output layer over the whole vocabulary as a serialised ONNX model.

    Inputs: hidden (n, width) as a step gives it; token int64 (n, 1); count int64 (1,).
    Outputs: logits float32 (n, target words), normalised to natural log-probabilities; score float32 (n, 1), that
    of the token; highest float32 (n,); words int64 (n, count), the likeliest, the lower id of equals first.
    """
    net = GraphBuilder(weights, shape.heads, precision)
    table = weights.tensor(shape.target_table)
    scale = np.float32(1 / table.multiplier)
    names = (
        net.constant("table", stored(table.values.T, scale, precision)),
        net.constant("scale", np.array(scale)),
        net.constant("bias", output_bias(weights)),
    )
    logits = net.multiply("hidden", *names, weights.activation_multiplier("none"))
    net.op("LogSoftmax", logits, axis=-1, name="logits")
    net.op("GatherElements", "logits", "token", axis=1, name="score")
    net.op("ReduceMax", "logits", axes=[-1], keepdims=0, name="highest")
    net.top("logits", "count", (f"TopK_{len(net.nodes)}_0", "words"))
    inputs = [("hidden", _FLOAT if precision == "float32" else _UINT8, 2), ("token", _INT64, 2), ("count", _INT64, 1)]
    outputs = [("logits", _FLOAT, 2), ("score", _FLOAT, 2), ("highest", _FLOAT, 1), ("words", _INT64, 2)]
    return _model(net, inputs, outputs)


def output_bias(weights: Weights) -> NDArray[np.float32]:
    """The output layer's bias, float32 (target words,), which rules the unknown token out."""
    bias = weights.floats("decoder_ff_logit_out_b").reshape(-1).copy()
    bias[UNKNOWN] = MASKED
    return bias


def _recurrence(net: GraphBuilder, x: str, layer: int, known: bool = False) -> str:
    """The recurrent unit with its residual and norm; the new cell, or the last of known steps, is next{layer}."""
    prefix = f"decoder_l{layer}_rnn"
    candidate = net.dense(x, f"{prefix}_W")
    forget = net.op("Sigmoid", net.dense(x, f"{prefix}_Wf", f"{prefix}_bf"))
    cells = net.scan if known else net.cell
    cell = cells(f"cell{layer}", forget, candidate, f"next{layer}")
    return net.add_norm(net.op("Relu", cell), x, f"{prefix}_ffn")


def _indices(net: GraphBuilder) -> str:
    """0, 1, 2 … for each column of ids, as float32 (length, 1)."""
    length = net.op("Squeeze", net.op("Shape", "ids", start=1, end=2), net.shape(0))
    zero, one = net.constant("zero", np.array(0, np.int64)), net.constant("one", np.array(1, np.int64))
    return net.op("Unsqueeze", net.op("Cast", net.op("Range", zero, length, one), to=1), net.shape(1))


def _positions(net: GraphBuilder, width: int, indices: str) -> str:
    """Sinusoidal positions (length, width): first half sine, second half cosine."""
    half = width // 2
    frequencies = np.exp(-np.arange(half) * np.log(10000.0) / (half - 1)).astype(np.float32)
    angles = net.op("Mul", indices, net.constant("frequencies", frequencies))
    return net.op("Concat", net.op("Sin", angles), net.op("Cos", angles), axis=-1)


def _model(net: GraphBuilder, inputs: Sequence[_Declared], outputs: Sequence[_Declared]) -> bytes:
    """A serialised model."""
    from onnx import helper

    def declared(values: Sequence[_Declared]) -> list[Any]:
        return [
            helper.make_tensor_value_info(name, kind, None if rank is None else [None] * rank)
            for name, kind, rank in values
        ]

    graph = helper.make_graph(net.nodes, "firefox", declared(inputs), declared(outputs), net.constants)
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid("com.microsoft", 1)]
    content: bytes = helper.make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString()
    return content
