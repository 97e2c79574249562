"""The network of the Firefox models in plain NumPy, a sentence and a step at a time: what the engine is compared with.

Written from the description of the architecture alone; shares no code with the engine but the reading of the file.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.engines.firefox.weights import Weights

Floats = NDArray[np.float32]


@dataclass
class Reference:
    """A model's network.

    Attributes:
        weights: From the model file.
        heads: Attention heads.
        rounded: Whether products round their input as the int8 engine does.
    """

    weights: Weights
    heads: int
    rounded: bool

    def product(self, x: Floats, name: str, bias: str = "") -> Floats:
        """x times a matrix, plus a bias."""
        tensor = self.weights.tensors[name]
        offset = self.weights.tensors[bias].values.reshape(-1) if bias else np.float32(0)
        return self.multiplied(x, tensor.values, tensor.multiplier, name) + offset

    def multiplied(self, x: Floats, values: NDArray[np.int8], multiplier: float, alpha: str) -> Floats:
        """x times a matrix of integers."""
        if not self.rounded:
            return np.asarray(x @ (values.astype(np.float32) / np.float32(multiplier)), np.float32)
        by = self.weights.tensors[f"{alpha}_QuantMultA"].values.item()
        integers = np.clip(np.rint(x / np.float32(1 / by)), -128, 127).astype(np.int64)
        return ((integers @ values.astype(np.int64)) / (by * multiplier)).astype(np.float32)

    def norm(self, x: Floats, prefix: str) -> Floats:
        """Layer normalisation."""
        centred = x - x.mean(axis=-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-9)
        scale, bias = (self.weights.tensors[f"{prefix}_ln_{part}"].values.reshape(-1) for part in ("scale", "bias"))
        return np.asarray(scaled * scale + bias, np.float32)

    def embed(self, table: str, ids: list[int], start: int) -> Floats:
        """Scaled embeddings plus positions from `start` on."""
        tensor = self.weights.tensors[table]
        width = tensor.values.shape[1]
        found = tensor.values[ids].astype(np.float32) / np.float32(tensor.multiplier) * np.float32(math.sqrt(width))
        return found + self.positions(start, len(ids), width)

    def positions(self, start: int, count: int, width: int) -> Floats:
        """Sines, then cosines."""
        half = width // 2
        rates = np.exp(-np.arange(half) * math.log(10000) / (half - 1))
        angles = np.arange(start, start + count)[:, None] * rates
        return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)

    def attend(self, x: Floats, over: Floats, prefix: str) -> tuple[Floats, Floats]:
        """Multi-head attention with its residual and norm, and the first head's weights."""
        queries = self.product(x, f"{prefix}_Wq", f"{prefix}_bq")
        keys = self.product(over, f"{prefix}_Wk", f"{prefix}_bk")
        values = self.product(over, f"{prefix}_Wv", f"{prefix}_bv")
        size = queries.shape[1] // self.heads
        outputs, weights = [], []
        for head in range(self.heads):
            own = slice(head * size, (head + 1) * size)
            scores = queries[:, own] @ keys[:, own].T / np.float32(math.sqrt(size))
            shares = np.exp(scores - scores.max(axis=1, keepdims=True))
            shares /= shares.sum(axis=1, keepdims=True)
            weights.append(shares)
            outputs.append(shares @ values[:, own])
        found = self.product(np.concatenate(outputs, axis=1), f"{prefix}_Wo", f"{prefix}_bo")
        return self.norm(found + x, f"{prefix}_Wo"), weights[0]

    def feed_forward(self, x: Floats, prefix: str) -> Floats:
        """Two products with a ReLU between them, residual and norm."""
        inner = np.maximum(self.product(x, f"{prefix}_W1", f"{prefix}_b1"), 0)
        return self.norm(self.product(inner, f"{prefix}_W2", f"{prefix}_b2") + x, f"{prefix}_ffn")

    def encode(self, tokens: list[int]) -> Floats:
        """What the decoder attends to; `tokens` without the end mark."""
        table = "Wemb" if "Wemb" in self.weights.tensors else "encoder_Wemb"
        x = self.embed(table, [*tokens, 0], 0)
        for layer in range(1, int(self.weights.configuration["enc-depth"]) + 1):
            x, _ = self.attend(x, x, f"encoder_l{layer}_self")
            x = self.feed_forward(x, f"encoder_l{layer}_ffn")
        return x

    def greedy(self, tokens: list[int], limit: int) -> tuple[list[int], list[float], Floats]:
        """Output tokens with the end mark if it came, their log-probabilities, the guided head's attention."""
        table = "Wemb" if "Wemb" in self.weights.tensors else "decoder_Wemb"
        embeddings = self.weights.tensors[table]
        bias = self.weights.tensors["decoder_ff_logit_out_b"].values.reshape(-1)
        over = self.encode(tokens)
        width = over.shape[1]
        depth = int(self.weights.configuration["dec-depth"])
        cells = [np.zeros((1, width), np.float32) for _ in range(depth)]
        found: list[int] = []
        scores: list[float] = []
        attention: list[Floats] = []
        while len(found) < limit and (not found or found[-1]):
            x = self.embed(table, found[-1:], len(found)) if found else self.positions(0, 1, width)
            for layer in range(1, depth + 1):
                prefix = f"decoder_l{layer}_rnn"
                forget = 1 / (1 + np.exp(-self.product(x, f"{prefix}_Wf", f"{prefix}_bf")))
                cells[layer - 1] = forget * cells[layer - 1] + (1 - forget) * self.product(x, f"{prefix}_W")
                x = self.norm(np.maximum(cells[layer - 1], 0) + x, f"{prefix}_ffn")
                x, weights = self.attend(x, over, f"decoder_l{layer}_context")
                x = self.feed_forward(x, f"decoder_l{layer}_ffn")
            logits = self.multiplied(x, embeddings.values.T, embeddings.multiplier, "none")[0] + bias
            logits[1] = -1e9
            logits = logits - logits.max()
            logits = logits - np.log(np.exp(logits).sum())
            found.append(int(logits.argmax()))
            scores.append(float(logits.max()))
            attention.append(weights[0])
        return found, scores, np.stack(attention)
