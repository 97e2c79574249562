"""The sentences that the tiny models learn by heart, and their vocabularies."""

import csv
from collections.abc import Sequence
from pathlib import Path

import sentencepiece

LANGUAGES = ("en", "ru", "zh-Hans", "ar")


def sentences(language: str) -> list[str]:
    """The sentences of one language; the same position says the same in every language."""
    with Path(__file__).with_name("sentences.tsv").open(encoding="utf-8", newline="") as file:
        return [row[language] for row in csv.DictReader(file, delimiter="\t")]


def train_pieces(texts: Sequence[str], prefix: Path) -> list[str]:
    """Train a SentencePiece model, written to `prefix`.model; returns its pieces without control symbols."""
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_prefix=str(prefix),
        vocab_size=500,
        hard_vocab_limit=False,
        character_coverage=1.0,
        num_threads=1,
        minloglevel=2,
    )
    pieces = sentencepiece.SentencePieceProcessor(model_file=f"{prefix}.model")
    return [pieces.id_to_piece(i) for i in range(pieces.get_piece_size()) if not pieces.is_control(i) and i]
