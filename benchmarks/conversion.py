"""How much faster is a converted checkpoint, and what does it lose?"""

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.report import arguments, data_folder, report

_NAME = "opus-mt-en-pt"
_VOCABULARY = 58101  # of OPUS-MT's usual models
_SIZES = {
    "d_model": 512,
    "encoder_layers": 6,
    "decoder_layers": 6,
    "encoder_ffn_dim": 2048,
    "decoder_ffn_dim": 2048,
    "encoder_attention_heads": 8,
    "decoder_attention_heads": 8,
}


def main() -> None:
    """Measure both engines on the same random weights, and on the model that the tests train."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--sentences", type=int, default=32, help="sentences of NTREX a run")
    parser.add_argument("--runs", type=int, default=3, help="alternating runs of each engine")
    options = parser.parse_args()
    texts = (data_folder("ntrex") / "en.txt").read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as models:
        os.environ |= {"ENTENTE_MODELS": models, "HF_HUB_CACHE": f"{models}/none"}
        write_random(Path(models) / "seq2seq" / _NAME, texts)
        rows = _speed(texts[: options.sentences], options.runs)
    with tempfile.TemporaryDirectory() as models:
        os.environ["ENTENTE_MODELS"] = models
        quality = _quality(Path(models))
    report(
        "conversion",
        "Is a converted checkpoint faster, and as good?",
        ["engine", "output tokens/s", "ratio", "processor s", "ratio", "load s", "model MB", "chrF, tiny model"],
        [[*row, f"{chrf:.1f}"] for row, chrf in zip(rows, quality, strict=True)],
        notes=[
            "Speed: a Marian model of OPUS-MT's usual size (6 + 6 layers, 512 wide, "
            f"{_VOCABULARY:,} pieces) with random weights, the first {options.sentences} English sentences of "
            "NTREX-128, greedy, every output as long as the engine allows; "
            f"medians of {options.runs} alternating runs on {os.cpu_count()} cores.",
            "chrF: the tiny Russian → English model of tests/training on 19 pairs of its sentences joined by a comma, "
            "which it never saw so.",
        ],
        packages=["ctranslate2", "torch", "transformers"],
        update=options.update,
    )


def _speed(texts: list[str], runs: int) -> list[list[str]]:
    """A row an engine: tokens a second, processor seconds, their ratios to the first, seconds to load, size."""
    from translate.engines.checkpoints.batches import output_limit
    from translate.engines.model_files import models_folder
    from translate.engines.registry import load_engine
    from translate.models.conversion import convert

    convert(_NAME)
    engines = {name: load_engine(name) for name in ("seq2seq", "ctranslate2")}
    load_s = {name: _timed(partial(engine.count_tokens, "x", "en", "pt"))[0] for name, engine in engines.items()}
    tokens = sum(output_limit(range(engines["seq2seq"].count_tokens(text, "en", "pt"))) for text in texts)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in engines}
    for _ in range(runs):
        for name, engine in engines.items():
            times[name].append(_timed(partial(engine.translate, texts, "en", "pt")))
    wall, busy = ({name: statistics.median(t[i] for t in times[name]) for name in engines} for i in (0, 1))
    sizes = {name: sum(path.stat().st_size for path in (models_folder() / name / _NAME).iterdir()) for name in engines}
    return [
        [
            name,
            f"{tokens / wall[name]:,.0f}",
            f"{wall['seq2seq'] / wall[name]:.1f}",
            f"{busy[name]:.1f}",
            f"{busy['seq2seq'] / busy[name]:.1f}",
            f"{load_s[name]:.1f}",
            f"{sizes[name] / 1e6:.0f}",
        ]
        for name in engines
    ]


def _quality(models: Path) -> list[float]:
    """ChrF of each engine on the trained tiny model."""
    from sacrebleu.metrics.chrf import CHRF

    from tests.training.corpus import sentences
    from tests.training.marian import train_pair
    from translate.engines.registry import load_engine
    from translate.models.conversion import convert

    train_pair(models / "seq2seq" / "opus-mt-ru-en", "ru", "en")
    convert("opus-mt-ru-en")
    texts, references = (
        [f"{one[:-1]}, {two}" for one, two in zip(sentences(code), sentences(code)[1:], strict=False)]
        for code in ("ru", "en")
    )
    return [
        CHRF().corpus_score([h.text for h in load_engine(name).translate(texts, "ru", "en")], [references]).score
        for name in ("seq2seq", "ctranslate2")
    ]


def write_random(folder: Path, texts: list[str]) -> None:
    """A Marian checkpoint with random weights, its vocabulary filled up to the usual size."""
    import sentencepiece
    from transformers import MarianConfig, MarianMTModel, MarianTokenizer, set_seed

    from translate.engines.checkpoints.tokens import quiet

    folder.mkdir(parents=True)
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_prefix=str(folder / "source"),
        vocab_size=8000,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    (folder / "source.model").rename(folder / "source.spm")
    (folder / "target.spm").write_bytes((folder / "source.spm").read_bytes())
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    known = [pieces.id_to_piece(i) for i in range(3, pieces.get_piece_size())]
    filler = [f"▁filler{i}" for i in range(_VOCABULARY - len(known) - 3)]
    vocabulary = {piece: i for i, piece in enumerate(["</s>", "<unk>", *known, *filler, "<pad>"])}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    set_seed(7)
    end, pad = 0, _VOCABULARY - 1
    special = {"pad_token_id": pad, "eos_token_id": end, "decoder_start_token_id": pad}
    config = MarianConfig(
        vocab_size=_VOCABULARY, max_position_embeddings=512, scale_embedding=True, **special, **_SIZES
    )
    model = MarianMTModel(config)
    model.final_logits_bias[0, end] = -1e4  # never ends before the limit, in either engine
    with quiet():
        MarianTokenizer(*(str(folder / name) for name in ("source.spm", "target.spm", "vocab.json"))).save_pretrained(
            folder
        )
        model.save_pretrained(folder)


def _timed(run: Callable[[], object]) -> tuple[float, float]:
    """Seconds that a call takes, by the clock and of all processors together."""
    start, busy = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - start, time.process_time() - busy


if __name__ == "__main__":
    main()
