"""The two graphs of a model: the encoder, which also prepares the decoder's keys and values, and one decoder step."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from translate.engines.firefox.architecture import Architecture
from translate.engines.firefox.network import Network
from translate.engines.firefox.weights import Weights

BUILDER = "1"
"""Version of this file and network.py; every change of a graph's output counts it up, and old caches go unused."""

MASKED = -1e9
UNKNOWN = 1  # the token that is never an output
_OPSET = 17


def encoder_graph(weights: Weights, shape: Architecture, precision: str) -> bytes:
    """The encoder as a serialised ONNX model.

    Inputs: ids int64 (batch, length); mask float32 (batch, 1, 1, length), 0 or MASKED.
    Outputs, for every decoder layer from 1: keys1 (batch, heads, width / heads, length) and values1
    (batch, heads, length, width / heads), float32.
    """
    net = Network(weights, shape.heads, precision)
    x = net.embed("Wemb" if shape.shared else "encoder_Wemb", "ids")
    x = net.op("Add", x, _positions(net, shape.width, _indices(net)))
    for layer in range(1, shape.encoder_layers + 1):
        prefix = f"encoder_l{layer}_self"
        joined = net.dense(x, [f"{prefix}_W{part}" for part in "qkv"], [f"{prefix}_b{part}" for part in "qkv"])
        queries, keys, values = net.node("Split", [joined, net.shape(*[shape.width] * 3)], 3, axis=-1)
        found, _ = net.attend(
            net.heads(queries, (0, 2, 1, 3)), net.heads(keys, (0, 2, 3, 1)), net.heads(values, (0, 2, 1, 3)), "mask"
        )
        x = net.add_norm(net.dense(found, [f"{prefix}_Wo"], [f"{prefix}_bo"]), x, f"{prefix}_Wo")
        x = net.feed_forward(x, f"encoder_l{layer}_ffn")
    layers = range(1, shape.decoder_layers + 1)
    names = [f"decoder_l{layer}_context_{{}}{part}" for layer in layers for part in "kv"]
    joined = net.dense(x, [name.format("W") for name in names], [name.format("b") for name in names])
    parts = net.node("Split", [joined, net.shape(*[shape.width] * len(names))], len(names), axis=-1)
    outputs = []
    for layer in layers:
        keys, values = parts[2 * layer - 2], parts[2 * layer - 1]
        split_keys, split_values = net.heads(keys, (0, 2, 3, 1)), net.heads(values, (0, 2, 1, 3))
        outputs += [
            net.op("Identity", split_keys, name=f"keys{layer}"),
            net.op("Identity", split_values, name=f"values{layer}"),
        ]
    return _model(net, [("ids", 7, 2), ("mask", 1, 4)], [(name, 1, 4) for name in outputs])


def decoder_graph(weights: Weights, shape: Architecture, precision: str) -> bytes:
    """One decoder step as a serialised ONNX model.

    Inputs: previous int64 (batch,), the tokens of the step before (any value at step 0); position float32 scalar;
    mask as in the encoder; for every layer cell1 float32 (batch, 1, width), keys1, values1.
    Outputs: for every layer next1, the new cell; logits float32 (batch, target words); token int64 (batch,), the
    best, and probability float32 (batch,), its share; attention float32 (batch, length), the guided head's.
    """
    net = Network(weights, shape.heads, precision)
    table = "Wemb" if shape.shared else "decoder_Wemb"
    started = net.op("Min", "position", net.scalar(1.0))  # the first input is a zero embedding
    x = net.op("Mul", net.embed(table, net.op("Unsqueeze", "previous", net.shape(1))), started)
    x = net.op("Add", x, _positions(net, shape.width, net.op("Reshape", "position", net.shape(1, 1))))
    outputs, weights_of_last = [], ""
    for layer in range(1, shape.decoder_layers + 1):
        x = _recurrence(net, x, layer, shape.width)
        outputs.append(f"next{layer}")
        prefix = f"decoder_l{layer}_context"
        queries = net.heads(net.dense(x, [f"{prefix}_Wq"], [f"{prefix}_bq"]), (0, 2, 1, 3))
        found, weights_of_last = net.attend(queries, f"keys{layer}", f"values{layer}", "mask")
        x = net.add_norm(net.dense(found, [f"{prefix}_Wo"], [f"{prefix}_bo"]), x, f"{prefix}_Wo")
        x = net.feed_forward(x, f"decoder_l{layer}_ffn")
    first = net.op("Slice", weights_of_last, net.shape(0), net.shape(1), net.shape(1))
    net.op("Squeeze", first, net.shape(1, 2), name="attention")
    logits = _logits(net, weights, table, net.op("Squeeze", x, net.shape(1)))
    net.op("Identity", logits, name="logits")
    net.op("ArgMax", logits, axis=-1, keepdims=0, name="token")
    net.op("ReduceMax", net.op("Softmax", logits, axis=-1), axes=[-1], keepdims=0, name="probability")
    layers = range(1, shape.decoder_layers + 1)
    inputs = [("previous", 7, 1), ("position", 1, 0), ("mask", 1, 4)]
    inputs += [
        (f"{kind}{layer}", 1, rank) for layer in layers for kind, rank in (("cell", 3), ("keys", 4), ("values", 4))
    ]
    return _model(
        net,
        inputs,
        [
            *[(name, 1, 3) for name in outputs],
            *[("logits", 1, 2), ("token", 7, 1), ("probability", 1, 1), ("attention", 1, 2)],
        ],
    )


def _recurrence(net: Network, x: str, layer: int, width: int) -> str:
    """The recurrent unit with its residual and norm; the new cell is the output next{layer}."""
    prefix = f"decoder_l{layer}_rnn"
    joined = net.dense(x, [f"{prefix}_W", f"{prefix}_Wf"], ["", f"{prefix}_bf"])
    candidate, gate = net.node("Split", [joined, net.shape(width, width)], 2, axis=-1)
    forget = net.op("Sigmoid", gate)
    # f·cell + (1 − f)·candidate, with one multiplication less
    change = net.op("Mul", forget, net.op("Sub", f"cell{layer}", candidate))
    cell = net.op("Add", candidate, change, name=f"next{layer}")
    return net.add_norm(net.op("Relu", cell), x, f"{prefix}_ffn")


def _logits(net: Network, weights: Weights, table: str, x: str) -> str:
    """Scores of all target words: the embeddings, transposed, plus a bias that rules the unknown token out."""
    embeddings = weights.tensor(table)
    bias = weights.floats("decoder_ff_logit_out_b").reshape(-1).copy()
    bias[UNKNOWN] = MASKED
    scales = np.full(len(bias), 1 / embeddings.multiplier, np.float32)
    return net.product(x, "output", embeddings.values.T, scales, bias, weights.activation_multiplier("none"))


def _indices(net: Network) -> str:
    """0, 1, 2 … for each column of ids, as float32 (length, 1)."""
    length = net.op("Squeeze", net.op("Shape", "ids", start=1, end=2), net.shape(0))
    zero, one = net.constant("zero", np.int64(0).reshape(())), net.constant("one", np.int64(1).reshape(()))
    return net.op("Unsqueeze", net.op("Cast", net.op("Range", zero, length, one), to=1), net.shape(1))


def _positions(net: Network, width: int, indices: str) -> str:
    """Sinusoidal positions (length, width): first half sine, second half cosine."""
    half = width // 2
    frequencies = np.exp(-np.arange(half) * np.log(10000.0) / (half - 1)).astype(np.float32)
    angles = net.op("Mul", indices, net.constant("frequencies", frequencies))
    return net.op("Concat", net.op("Sin", angles), net.op("Cos", angles), axis=-1)


def _model(net: Network, inputs: Sequence[tuple[str, int, int]], outputs: Sequence[tuple[str, int, int]]) -> bytes:
    """A serialised model; inputs and outputs are (name, ONNX type, rank)."""
    from onnx import helper

    def declared(values: Sequence[tuple[str, int, int]]) -> list[Any]:
        return [helper.make_tensor_value_info(name, kind, [None] * rank) for name, kind, rank in values]

    graph = helper.make_graph(net.nodes, "firefox", declared(inputs), declared(outputs), net.constants)
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid("com.microsoft", 1)]
    content: bytes = helper.make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString()
    return content
