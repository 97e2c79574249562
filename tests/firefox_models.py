"""Small random models, written in the format of Mozilla's own: binary network, SentencePiece vocabulary, shortlist."""

import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import sentencepiece
import yaml
from numpy.typing import NDArray

from translate.engines.firefox.model import Model
from translate.engines.model_files import ModelFile, sha256

TEXTS = (
    "the council adopts the act",
    "the member states inform the council of the act",
    "no person may sell the land without a permit",
    "water and energy are public goods",
    "the court hears the case in public",
    "a fee of twelve euros applies to the permit",
)


@dataclass(frozen=True)
class Shape:
    """Dimensions of a random model."""

    width: int = 32
    encoder_layers: int = 2
    decoder_layers: int = 2
    hidden: int = 48
    heads: int = 8
    vocabularies: int = 1
    words: int = 72
    shortlist: bool = False
    rows: int = 0
    """Words of the network, where it has more than its vocabulary."""


TINY = Shape()
SHAPES = {
    "tiny": TINY,
    "base-memory": replace(TINY, width=48, decoder_layers=4),
    "base": replace(TINY, width=64, hidden=96),
    "two vocabularies": replace(TINY, width=48, decoder_layers=4, vocabularies=2),
    "shortlist": replace(TINY, shortlist=True, words=96),
    "16,000 words": replace(TINY, encoder_layers=1, decoder_layers=1, rows=16_000),
    "64,000 words": replace(TINY, encoder_layers=1, decoder_layers=1, rows=64_000),
}


def write_model(folder: Path, shape: Shape, seed: int = 1, **configuration: object) -> Model:
    """A random model's files in a folder, and what the engine needs to know of them."""
    folder.mkdir(parents=True, exist_ok=True)
    words = max(train_vocabulary(folder / "vocab.spm", shape.words), shape.rows)
    tensors = random_tensors(shape, words, np.random.default_rng(seed))
    fields = {**configuration_of(shape, words), **configuration}
    (folder / "model.bin").write_bytes(binary(tensors, fields))
    if shape.shortlist:
        (folder / "lex.bin").write_bytes(shortlist_file(words))
    files = {name: ModelFile(name, sha256(folder / name)) for name in sorted(p.name for p in folder.iterdir())}
    return Model(
        source="xx",
        target="yy",
        kind="tiny",
        folder=folder,
        network=files["model.bin"],
        source_vocabulary=files["vocab.spm"],
        target_vocabulary=files["vocab.spm"],
        shortlist=files.get("lex.bin"),
        licence="CC0-1.0",
        origin="a test",
    )


def train_vocabulary(path: Path, size: int) -> int:
    """Write a SentencePiece model with the models' special tokens; the number of words it has."""
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXTS),
        model_writer=written,
        vocab_size=size,
        hard_vocab_limit=False,
        eos_id=0,
        unk_id=1,
        bos_id=-1,
        pad_id=-1,
        minloglevel=2,
    )
    path.write_bytes(written.getvalue())
    return int(sentencepiece.SentencePieceProcessor(model_proto=written.getvalue()).get_piece_size())


def configuration_of(shape: Shape, words: int) -> dict[str, object]:
    """The configuration that such a model carries."""
    return {
        "type": "transformer",
        "dec-cell": "ssru",
        "transformer-decoder-autoreg": "rnn",
        "transformer-postprocess": "dan",
        "transformer-preprocess": "",
        "transformer-ffn-activation": "relu",
        "transformer-guided-alignment-layer": "last",
        "dim-emb": shape.width,
        "dim-vocabs": [words, words],
        "enc-depth": shape.encoder_layers,
        "dec-depth": shape.decoder_layers,
        "transformer-dim-ffn": shape.hidden,
        "transformer-heads": shape.heads,
        "tied-embeddings-all": shape.vocabularies == 1,
    }


def random_tensors(shape: Shape, words: int, rng: np.random.Generator) -> dict[str, NDArray[np.float32]]:
    """Float tensors by name; matrices that the format stores in int8 are rounded when they are written."""
    width, hidden = shape.width, shape.hidden
    tensors: dict[str, NDArray[np.float32]] = {}

    def matrix(name: str, rows: int, columns: int, deviation: float) -> None:
        tensors[name] = rng.normal(0, deviation, (rows, columns)).astype(np.float32)

    def vector(name: str, size: int, mean: float = 0.0) -> None:
        tensors[name] = rng.normal(mean, 0.1, (1, size)).astype(np.float32)

    for table in ("Wemb",) if shape.vocabularies == 1 else ("encoder_Wemb", "decoder_Wemb"):
        matrix(table, words, width, 0.3)
    vector("decoder_ff_logit_out_b", words)
    sublayers = [f"encoder_l{i + 1}_self" for i in range(shape.encoder_layers)]
    sublayers += [f"decoder_l{i + 1}_context" for i in range(shape.decoder_layers)]
    for prefix in sublayers:
        for part in "qkvo":
            matrix(f"{prefix}_W{part}", width, width, 1.5 / width**0.5)
            vector(f"{prefix}_b{part}", width)
        vector(f"{prefix}_Wo_ln_scale", width, 1.0)
        vector(f"{prefix}_Wo_ln_bias", width)
    layers = [f"encoder_l{i + 1}" for i in range(shape.encoder_layers)]
    for prefix in [*layers, *(f"decoder_l{i + 1}" for i in range(shape.decoder_layers))]:
        matrix(f"{prefix}_ffn_W1", width, hidden, 1 / width**0.5)
        matrix(f"{prefix}_ffn_W2", hidden, width, 1 / hidden**0.5)
        vector(f"{prefix}_ffn_b1", hidden)
        vector(f"{prefix}_ffn_b2", width)
        vector(f"{prefix}_ffn_ffn_ln_scale", width, 1.0)
        vector(f"{prefix}_ffn_ffn_ln_bias", width)
    for prefix in (f"decoder_l{i + 1}_rnn" for i in range(shape.decoder_layers)):
        matrix(f"{prefix}_W", width, width, 1 / width**0.5)
        matrix(f"{prefix}_Wf", width, width, 1 / width**0.5)
        vector(f"{prefix}_bf", width)
        vector(f"{prefix}_ffn_ln_scale", width, 1.0)
        vector(f"{prefix}_ffn_ln_bias", width)
    return tensors


def is_rounded(name: str) -> bool:
    """Whether the format stores a tensor in int8: embeddings and matrices, not biases and norms."""
    last = name.rpartition("_")[2]
    return last == "Wemb" or (last.startswith("W") and "ln" not in name)


def binary(tensors: Mapping[str, NDArray[np.float32]], configuration: Mapping[str, object]) -> bytes:
    """Marian's binary format, version 1."""
    entries: list[tuple[str, int, tuple[int, ...], bytes]] = []
    for name, values in tensors.items():
        if not is_rounded(name):
            entries.append((name, 0x0404, values.shape, values.astype("<f4").tobytes()))
            continue
        multiplier = 127 / float(np.abs(values).max())
        integers = np.round(values * multiplier).astype(np.int8)
        stored = integers if name.endswith("Wemb") else integers.T
        entries.append((name, 0x4101, values.shape, stored.tobytes() + struct.pack("<f", multiplier)))
        alpha = "none" if name in ("Wemb", "decoder_Wemb") else name
        value = 30.0 if name[-2:] not in ("Wk", "Wv") else 31.0 + len(entries) % 2  # some inputs have several
        entries.append((f"{alpha}_QuantMultA", 0x0404, (1, 1), struct.pack("<f", value)))
    settings = yaml.safe_dump(dict(configuration)).encode() + b"\0"
    entries.append(("special:model.yml", 0x0101, (len(settings),), settings))
    padded = [data + bytes(-len(data) % 256) for *_, data in entries]
    heads = [
        struct.pack("<4Q", len(name) + 1, kind, len(shape), len(data))
        for (name, kind, shape, _), data in zip(entries, padded, strict=True)
    ]
    names = b"".join(name.encode() + b"\0" for name, *_ in entries)
    shapes = b"".join(struct.pack(f"<{len(shape)}i", *shape) for _, _, shape, _ in entries)
    front = struct.pack("<2Q", 1, len(entries)) + b"".join(heads) + names + shapes
    gap = -(len(front) + 8) % 256
    return front + struct.pack("<Q", gap) + bytes(gap) + b"".join(padded)


def shortlist_file(words: int, frequent: int = 4, best: int = 3) -> bytes:
    """A shortlist in which every source word lists the three words after it."""
    lists = [[(word + i) % words for i in range(1, best + 1)] for word in range(words)]
    offsets = [0]
    for likely in lists:
        offsets.append(offsets[-1] + len(likely))
    flat = [word for likely in lists for word in sorted(likely)]
    head = struct.pack("<6Q", 0xF11A48D5013417F5, 0, frequent, best, len(offsets), len(flat))
    return head + struct.pack(f"<{len(offsets)}Q", *offsets) + struct.pack(f"<{len(flat)}I", *flat)
