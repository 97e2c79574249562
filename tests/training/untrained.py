"""Checkpoints of the larger families with random weights: what they say is noise, how they are fed is not."""

import json
from pathlib import Path
from typing import Any

_PIECES = [("▁", -2.0), *((letter, -3.0) for letter in "abcdefghijklmnopqrstuvwxyz.")]
_SIZES = {"d_model": 16, "dropout": 0.0}
_LAYERS = {
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_ffn_dim": 32,
    "decoder_ffn_dim": 32,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "max_position_embeddings": 128,
}


def write_nllb(folder: Path) -> None:
    """NLLB-200: a language code before the source, the target's forced at the beginning of the output."""
    from transformers import M2M100Config, M2M100ForConditionalGeneration, NllbTokenizer

    vocabulary = {token: i for i, token in enumerate(["<s>", "<pad>", "</s>", "<unk>", *(p for p, _ in _PIECES)])}
    tokenizer = NllbTokenizer(vocab=vocabulary, merges=[])
    config = M2M100Config(vocab_size=len(tokenizer), **_SIZES, **_LAYERS)
    _write(folder, tokenizer, M2M100ForConditionalGeneration(config))


def write_mbart(folder: Path) -> None:
    """mBART-50: like NLLB, with other codes."""
    from transformers import MBart50Tokenizer, MBartConfig, MBartForConditionalGeneration

    tokenizer = MBart50Tokenizer(vocab=[("<unk>", 0.0), ("<s>", 0.0), ("</s>", 0.0), *_PIECES])
    config = MBartConfig(vocab_size=len(tokenizer), decoder_start_token_id=2, tokenizer_class="MBart50Tokenizer",
                         **_SIZES, **_LAYERS)  # fmt: skip
    _write(folder, tokenizer, MBartForConditionalGeneration(config))


def write_madlad(folder: Path) -> None:
    """MADLAD-400: a token such as <2pt> before the source; the output begins with nothing special."""
    from transformers import T5Config, T5ForConditionalGeneration, T5Tokenizer

    pieces = [("<unk>", 0.0), ("<s>", 0.0), ("</s>", 0.0), *((f"<2{code}>", -1.0) for code in ("pt", "ru", "en"))]
    tokenizer = T5Tokenizer(vocab=[*pieces, *_PIECES], extra_ids=0, pad_token="<s>")
    config = T5Config(vocab_size=len(tokenizer), d_model=16, d_ff=32, d_kv=8, num_layers=1, num_heads=2,
                      pad_token_id=1, eos_token_id=2, decoder_start_token_id=1, tie_word_embeddings=False,
                      feed_forward_proj="gated-gelu")  # fmt: skip
    _write(folder, tokenizer, T5ForConditionalGeneration(config))
    written = json.loads((folder / "config.json").read_text())  # as MADLAD's own is written
    del written["scale_decoder_outputs"]
    (folder / "config.json").write_text(json.dumps(written | {"tie_word_embeddings": False}))


def _write(folder: Path, tokenizer: Any, model: Any) -> None:
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder)
