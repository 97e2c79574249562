"""A small English → Portuguese checkpoint for a machine that has none: pairs written here, a model trained there.

    python -m benchmarks.gpu_model pairs.tsv

writes English sentences of the data sets with what the packaged engine makes of them; benchmarks.gpu trains on them.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.report import data_folder, ntrex_lines

HELD_OUT = 997
"""Lines of NTREX at its end that the model never sees, and that it is measured on."""
_LINES = 1997
_LONGEST, _SHORTEST = 300, 15  # letters
_PIECES = 8000
_MARKS = ("</s>", "<unk>")
_TOKENS_A_BATCH = 16384
_WARMUP = 400
_RATE = 1.5e-3
_SMOOTHING = 0.1


def write_pairs(file: Path) -> None:
    """Write the training pairs, and behind them the held-out lines with a person's translation, as TSV."""
    from translate.engines.registry import load_engine

    texts = list(dict.fromkeys(_sentences()))
    engine = load_engine("firefox")
    with file.open("w", encoding="utf-8") as output:
        for start in range(0, len(texts), engine.window):
            lines = texts[start : start + engine.window]
            for line, made in zip(lines, engine.translate(lines, "en", "pt"), strict=True):
                print("train", line, made.text, sep="\t", file=output)
        english, portuguese = (ntrex_lines(code, _LINES)[-HELD_OUT:] for code in ("en", "pt"))
        for line, reference in zip(english, portuguese, strict=True):
            print("test", line, reference, sep="\t", file=output)


def _sentences() -> Iterator[str]:
    """English sentences of laws, reports and news, without those held out."""
    from translate import read

    for name, fields in (("eurlexsum/dev.jsonl", ("text", "summary")), ("gao/reports.jsonl", ("text", "summary"))):
        folder, file = name.split("/")
        for line in (data_folder(folder) / file).read_text(encoding="utf-8").splitlines():
            found = json.loads(line)
            for field in fields:
                if isinstance(found.get(field), str):
                    yield from _usable(read(found[field], language="en").texts)
    yield from _usable(ntrex_lines("en", _LINES)[:-HELD_OUT])


def _usable(texts: Any) -> Iterator[str]:
    """Those on one line that are neither very long nor very short."""
    for text in texts:
        line = " ".join(text.split())
        if _SHORTEST <= len(line) <= _LONGEST:
            yield line


def train(folder: Path, pairs: list[tuple[str, str]], device: str, seconds: float) -> int:
    """Train a Marian model on pairs for so many seconds and write it as a checkpoint; the number of steps made."""
    import torch
    from transformers import MarianConfig, MarianMTModel, set_seed

    from translate.engines.checkpoints.tokens import quiet

    set_seed(7)
    tokenizer = _tokenizer(folder, pairs)
    size, pad = len(tokenizer), tokenizer.pad_token_id
    config = MarianConfig(
        vocab_size=size, d_model=256, max_position_embeddings=512, dropout=0.1, scale_embedding=True,
        encoder_layers=4, encoder_ffn_dim=1024, encoder_attention_heads=8,
        decoder_layers=4, decoder_ffn_dim=1024, decoder_attention_heads=8,
        pad_token_id=pad, eos_token_id=tokenizer.eos_token_id, decoder_start_token_id=pad,
    )  # fmt: skip
    model = MarianMTModel(config).to(device).train()
    batches = _batches(
        tokenizer([one for one, _ in pairs])["input_ids"], tokenizer(text_target=[two for _, two in pairs])["input_ids"]
    )
    optimiser = torch.optim.AdamW(model.parameters(), lr=_RATE, betas=(0.9, 0.98), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _share_of_rate)
    loss = torch.nn.CrossEntropyLoss(ignore_index=-100, label_smoothing=_SMOOTHING)
    end, steps = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        sources, targets = next(batches)
        ids, labels = _tensor(sources, pad, device), _tensor(targets, -100, device)
        with torch.autocast(device, torch.bfloat16):
            logits = model(input_ids=ids, attention_mask=ids.ne(pad), labels=labels).logits
        optimiser.zero_grad(set_to_none=True)
        loss(logits.float().flatten(0, 1), labels.flatten()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        steps += 1
    with quiet():
        model.to("cpu").eval().save_pretrained(folder)
    return steps


def _share_of_rate(step: int) -> float:
    """Of the highest rate: a warm-up, then an inverse square root (Vaswani et al. 2017)."""
    return float(min((step + 1) / _WARMUP, (_WARMUP / (step + 1)) ** 0.5))


def _tokenizer(folder: Path, pairs: list[tuple[str, str]]) -> Any:
    """A Marian tokenizer whose one vocabulary both languages share."""
    import sentencepiece
    from transformers import MarianTokenizer

    from translate.engines.checkpoints.tokens import quiet

    folder.mkdir(parents=True)
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=(text for pair in pairs for text in pair),
        model_prefix=str(folder / "source"),
        vocab_size=_PIECES,
        hard_vocab_limit=False,
        input_sentence_size=100_000,
        minloglevel=2,
    )
    (folder / "source.model").rename(folder / "source.spm")
    (folder / "source.vocab").unlink()
    (folder / "target.spm").write_bytes((folder / "source.spm").read_bytes())
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    known = [pieces.id_to_piece(i) for i in range(3, pieces.get_piece_size())]
    vocabulary = {piece: i for i, piece in enumerate([*_MARKS, *known, "<pad>"])}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    with quiet():
        tokenizer = MarianTokenizer(*(str(folder / name) for name in ("source.spm", "target.spm", "vocab.json")))
        tokenizer.save_pretrained(folder)
    return tokenizer


def _batches(sources: list[list[int]], targets: list[list[int]]) -> Iterator[tuple[list[list[int]], list[list[int]]]]:
    """Batches of like lengths without end, in another order each time through."""
    order = sorted(range(len(sources)), key=lambda i: (len(targets[i]), len(sources[i]), i))
    groups: list[list[int]] = [[]]
    for i in order:
        longest = max(len(targets[i]), len(sources[i]))
        if (len(groups[-1]) + 1) * longest > _TOKENS_A_BATCH:
            groups.append([])
        groups[-1].append(i)
    chance = Random(7)
    while True:
        chance.shuffle(groups)
        for group in groups:
            yield [sources[i] for i in group], [targets[i] for i in group]


def _tensor(rows: list[list[int]], filler: int, device: str) -> Any:
    """Rows filled up to the longest."""
    import torch

    length = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (length - len(row))] for row in rows], device=device)


if __name__ == "__main__":
    write_pairs(Path(sys.argv[1]))
