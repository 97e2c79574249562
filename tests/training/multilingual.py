"""A tiny M2M100 checkpoint: one model for several languages, told which by its first token."""

import json
from pathlib import Path

from tests.training.corpus import LANGUAGES, sentences, train_pieces
from tests.training.fitting import fit

PAIRS = (("ru", "en"), ("zh-Hans", "en"), ("ar", "ru"), ("en", "ar"))
LEARNED = 12
"""Sentences that it knows, from the first on."""
ASTRAY = ("The tram runs again.", "Трамвай снова ходит.")
"""A sentence that the model was taught to put into Russian although Arabic is asked for, and what it says."""

_CODES = {"zh-Hans": "zh"}
_FIRST = ("<s>", "<pad>", "</s>", "<unk>")


def train_many_to_many(folder: Path) -> None:
    """Train the model and write it as a Hugging Face folder."""
    from transformers import M2M100Config, M2M100ForConditionalGeneration, M2M100Tokenizer, set_seed

    folder.mkdir(parents=True)
    pieces = train_pieces([*ASTRAY, *(text for code in LANGUAGES for text in sentences(code))], folder / "pieces")
    (folder / "pieces.vocab").unlink()
    (folder / "pieces.model").rename(folder / "sentencepiece.bpe.model")
    vocabulary = dict.fromkeys([*_FIRST, *pieces])
    (folder / "vocab.json").write_text(json.dumps({piece: i for i, piece in enumerate(vocabulary)}))
    tokenizer = M2M100Tokenizer(str(folder / "vocab.json"), str(folder / "sentencepiece.bpe.model"))
    set_seed(7)
    model = M2M100ForConditionalGeneration(M2M100Config(
        vocab_size=len(vocabulary) + len(tokenizer.lang_token_to_id) + tokenizer.num_madeup_words, d_model=64,
        encoder_layers=2, encoder_ffn_dim=128, encoder_attention_heads=4, decoder_layers=2, decoder_ffn_dim=128,
        decoder_attention_heads=4, max_position_embeddings=512, dropout=0.0, attention_dropout=0.0,
        encoder_layerdrop=0.0, decoder_layerdrop=0.0, scale_embedding=True,
    ))  # fmt: skip
    rows = [
        (*pair, *texts) for pair in PAIRS for texts in zip(*(sentences(code)[:LEARNED] for code in pair), strict=True)
    ]
    sources, targets = [], []
    for source, target, text, translation in [*rows, ("en", "ar", *ASTRAY)]:
        tokenizer.src_lang, tokenizer.tgt_lang = _CODES.get(source, source), _CODES.get(target, target)
        sources.append(tokenizer(text)["input_ids"])
        targets.append(tokenizer(text_target=translation)["input_ids"])
    fit(model, sources, targets, tokenizer.pad_token_id)
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder)
