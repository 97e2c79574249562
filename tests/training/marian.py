"""Tiny Marian checkpoints: one for a single pair, one that is told its target language by a token."""

import json
from pathlib import Path
from typing import Any

from tests.training.corpus import sentences, train_pieces
from tests.training.fitting import fit
from translate.engines.checkpoints.tokens import quiet

TARGET_TOKENS = {"ru": ">>rus<<", "zh-Hans": ">>cmn_Hans<<", "ar": ">>ara<<"}

LEARNED = 12
"""Sentences that the model of several targets knows, from the first on."""


def train_pair(folder: Path, source: str, target: str) -> None:
    """Train a model of one pair and write it as a Hugging Face folder."""
    tokenizer = _tokenizer(folder, sentences(source), sentences(target), [])
    _train(folder, tokenizer, sentences(source), sentences(target))


def train_multi_target(folder: Path) -> None:
    """Train a model from English into three languages, named by a >>xxx<< token before the text."""
    targets = [text for code in TARGET_TOKENS for text in sentences(code)[:LEARNED]]
    tokenizer = _tokenizer(folder, sentences("en"), targets, list(TARGET_TOKENS.values()))
    sources = [f"{token} {text}" for token in TARGET_TOKENS.values() for text in sentences("en")[:LEARNED]]
    _train(folder, tokenizer, sources, targets)


def _tokenizer(folder: Path, sources: list[str], targets: list[str], tokens: list[str]) -> Any:
    from transformers import MarianTokenizer

    folder.mkdir(parents=True)
    pieces = train_pieces(sources, folder / "source") + train_pieces(targets, folder / "target")
    for side in ("source", "target"):
        (folder / f"{side}.model").rename(folder / f"{side}.spm")
        (folder / f"{side}.vocab").unlink()
    vocabulary = dict.fromkeys(["</s>", "<unk>", *tokens, *pieces, "<pad>"])
    (folder / "vocab.json").write_text(json.dumps({piece: i for i, piece in enumerate(vocabulary)}))
    with quiet():
        return MarianTokenizer(*(str(folder / name) for name in ("source.spm", "target.spm", "vocab.json")))


def _train(folder: Path, tokenizer: Any, sources: list[str], targets: list[str]) -> None:
    from transformers import MarianConfig, MarianMTModel, set_seed

    set_seed(7)
    pad = tokenizer.pad_token_id
    config = MarianConfig(
        vocab_size=len(tokenizer), d_model=64, max_position_embeddings=512, dropout=0.0, attention_dropout=0.0,
        encoder_layers=2, encoder_ffn_dim=128, encoder_attention_heads=4, decoder_layers=2, decoder_ffn_dim=128,
        decoder_attention_heads=4, pad_token_id=pad, eos_token_id=tokenizer.eos_token_id, decoder_start_token_id=pad,
        forced_eos_token_id=tokenizer.eos_token_id, scale_embedding=True,
    )  # fmt: skip
    model = MarianMTModel(config)
    fit(model, tokenizer(sources)["input_ids"], tokenizer(text_target=targets)["input_ids"], pad)
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder)
