"""How often is the language right, and is it "und" where it should be? NTREX-128, the UDHR, made-up noise."""

import gettext
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.noise import noise, numbers, program
from benchmarks.report import arguments, data_folder, report
from translate.errors import LanguageError
from translate.languages.detection import detect, segment_languages
from translate.languages.table import LANGUAGES, UNDETERMINED, language

_SAME = 3  # files that may have the same line; one that stands in more is in another language than most of theirs
Ask = Callable[[str, Collection[str] | None], str]
_CATALOGUES = Path("/usr/share/locale")
_FIRST_CODES = {"no": "nb", "tl": "fil", "zh": "zh-Hans"}
_SECOND_CODES = {"no": "nb", "tl": "fil", "zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}
_NEIGHBOURS = (
    ("pt", "es"), ("es", "pt"), ("gl", "es"), ("ca", "es"), ("it", "fr"), ("ro", "it"), ("nl", "de"), ("sv", "de"),
    ("cs", "pl"), ("uk", "ru"), ("fa", "ar"), ("ja", "zh-Hans"), ("id", "en"), ("tr", "en"),
)  # fmt: skip

_KIN = (
    {"id", "ms"}, {"hr", "bs", "sr"}, {"da", "nb", "nn"}, {"cs", "sk"}, {"bg", "mk"}, {"pt", "gl", "es"},
    {"zh-Hans", "zh-Hant"}, {"hi", "ne", "mr"}, {"ru", "uk", "be"}, {"kk", "ky"},
)  # fmt: skip


def main() -> None:
    """Print one table with a row for each question and a column for each detector."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--lines", type=int, default=1000, help="NTREX lines a language, evenly spread")
    options = parser.parse_args()
    lines = _ntrex(options.lines)
    known = frozenset(lines)
    rows = [
        _row(f"NTREX sentences, {len(known)} languages given", "99.5", _sentences(lines, lambda line: line), known),
        _row("their first 20 characters, languages given", "93", _sentences(lines, lambda line: line[:20]), known),
        _row("in ALL CAPS, languages given", "99", _sentences(lines, str.upper), known),
        _row("in Title Case, languages given", "99", _sentences(lines, str.title), known),
        _row(f"sentences, any of {len(LANGUAGES)} languages", "98.8", _sentences(lines, lambda line: line), None),
        _row("their first 20 characters, any", "80", _sentences(lines, lambda line: line[:20]), None),
        _row("UDHR articles, any language", "–", _articles(), None),
        _row_of_headings(_headings(lines)),
        _row("numbers, dates, labels → und", "95", _undetermined(numbers), None),
        _row("program text → und", "95", _undetermined(program), None),
        _row("noise → und", "95", _undetermined(noise), None),
        *_rows_outside(),
        _row_of_mixed(lines),
    ]
    report(
        "detection",
        "How often is the language right, and undetermined where it should be?",
        ("%", "bar", "ours", "py3langid alone", "langdetect alone"),
        rows,
        notes=_notes(options.lines, lines),
        packages=("py3langid", "langdetect"),
        update=options.update,
    )


def _notes(count: int, lines: dict[str, list[str]]) -> list[str]:
    """What was measured how, and how long it takes."""
    texts = [line for code in sorted(lines) for line in lines[code]][:3000]
    start = time.perf_counter()
    segment_languages(texts, "en")
    seconds = time.perf_counter() - start
    return [
        f"{count} of the first 1,000 lines of NTREX a language; pt and pt-BR are both pt. py3langid and langdetect are "
        "given the same languages, py3langid by set_languages, langdetect by a prior map; it knows no gl. "
        f"Those two are asked every fourth case. A line that more than {_SAME} files have as it is, such as a remark "
        "in French that every translator kept, is left out: 0.3 points of the sentences in any language.",
        "Headings: the first 2 to 5 words of each NTREX line and the titles of the UDHR, the document's language "
        "given as prior. What a prior does to lines in another language is measured by the mixed documents.",
        "Left out: UDHR articles of 60 letters and more, each language in turn taken from those given, with its "
        "nearest kin.",
        f"Other languages: messages of 40 letters and more from this machine's catalogues in {_CATALOGUES}, 40 at most "
        f"a language ({', '.join(sorted({code for code, _ in _messages()})) or 'none here'}). The word lists of close "
        "neighbours outside the table were written with some of these in sight: expect less for others.",
        "Mixed: runs of 2 to 4 sentences in one language under a heading of 2 to 5 words, and quotations of 1 to 2 in "
        "another; the document's language is detected, not given. Every language with English and Portuguese, and 14 "
        "pairs of neighbours.",
        "Each language, sentences and first 20 characters in any language: " + _each(lines) + ".",
        f"segment_languages() on {len(texts)} sentences: {seconds:.1f} s.",
    ]


def _each(lines: dict[str, list[str]]) -> str:
    """What each language reaches among all of the table, whole sentences and beginnings."""
    shares = (
        (
            code,
            _share(_ours, [(code, line) for line in own], None),
            _share(_ours, [(code, line[:20]) for line in own], None),
        )
        for code, own in sorted(lines.items())
    )
    return ", ".join(f"{code} {whole} and {begun}" for code, whole, begun in shares)


def _row(question: str, bar: str, cases: Sequence[tuple[str, str]], known: Collection[str] | None) -> list[str]:
    """One question put to all three."""
    return [f"{question} ({len(cases)})", bar, _share(_ours, cases, known), *_shares_alone(cases, known)]


def _shares_alone(cases: Sequence[tuple[str, str]], known: Collection[str] | None) -> list[str]:
    """What the other two reach: on every fourth case, as langdetect takes 3 ms for each."""
    return [_share(ask, cases[::4], known) for ask in (_first, _second)]


def _share(ask: Ask, cases: Sequence[tuple[str, str]], known: Collection[str] | None) -> str:
    """Right answers in per cent."""
    return (
        f"{100 * sum(ask(text, known) == code for code, text in cases) / len(cases):.2f}" if cases else "not measured"
    )


def _ours(text: str, known: Collection[str] | None) -> str:
    return detect(text, languages=known).language


def _first(text: str, known: Collection[str] | None) -> str:
    label = str(_first_identifier(None if known is None else frozenset(known)).classify(text)[0])
    return UNDETERMINED if label == "zxx" else _FIRST_CODES.get(label, label)


@cache
def _first_identifier(known: frozenset[str] | None) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    if known is not None:
        identifier.set_languages([label for label in identifier.labels if _FIRST_CODES.get(label, label) in known])
    return identifier


def _second(text: str, known: Collection[str] | None) -> str:
    from langdetect.lang_detect_exception import LangDetectException

    factory = _second_factory()
    detector = factory.create()
    detector.append(text)
    if known is not None:
        labels = factory.get_lang_list()
        detector.set_prior_map({label: 1.0 for label in labels if _SECOND_CODES.get(label, label) in known})
    try:
        label = detector.detect()
    except LangDetectException:
        return UNDETERMINED
    return UNDETERMINED if label == "unknown" else _SECOND_CODES.get(label, label)


@cache
def _second_factory() -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    factory.seed = 0
    return factory


def _ntrex(count: int) -> dict[str, list[str]]:
    """Evenly spread lines by our code, but for one that stands in many files as it is: it is in one language only."""
    every = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in data_folder("ntrex").glob("*.txt")}
    files_by_line = Counter(line for lines in every.values() for line in set(lines))
    found: dict[str, list[str]] = {}
    for name, lines in sorted(every.items()):
        spread = lines[:: max(len(lines) // count, 1)][:count]
        own = [line for line in spread if files_by_line[line] <= _SAME]
        found.setdefault(language(name).code, []).extend(own)
    return found


def _sentences(lines: dict[str, list[str]], shape: Callable[[str], str]) -> list[tuple[str, str]]:
    return [(code, shape(line)) for code in lines for line in lines[code]]


def _articles() -> list[tuple[str, str]]:
    """The articles of the UDHR in each of its languages."""
    units = json.loads((data_folder("udhr") / "units.json").read_text(encoding="utf-8"))
    return [
        (language(code).code, text)
        for unit, texts in units.items()
        if not unit.endswith("title")
        for code, text in texts.items()
    ]


def _titles() -> list[tuple[str, str]]:
    """The title of the UDHR and those of its articles."""
    units = json.loads((data_folder("udhr") / "units.json").read_text(encoding="utf-8"))
    return [
        (language(code).code, text) for unit in units if unit.endswith("title") for code, text in units[unit].items()
    ]


def _headings(lines: dict[str, list[str]]) -> list[tuple[str, str]]:
    """First words of sentences, and titles."""
    rng = random.Random(0)
    return [(code, _first_words(line, rng.randint(2, 5))) for code in lines for line in lines[code]] + _titles()


def _first_words(line: str, count: int) -> str:
    """The first words, or three characters a word where there are no spaces."""
    words = line.split()
    return " ".join(words[:count]) if len(words) > 5 else line[: 3 * count]


def _row_of_headings(cases: list[tuple[str, str]]) -> list[str]:
    """Ours with the document's language as prior; the others know no prior."""
    right = sum(detect(text, prior=code).language == code for code, text in cases) / len(cases)
    question = f"headings, the document's language as prior ({len(cases)})"
    return [question, "97", f"{100 * right:.2f}", *_shares_alone(cases, None)]


def _undetermined(make: Callable[[random.Random], str]) -> list[tuple[str, str]]:
    rng = random.Random(0)
    return [(UNDETERMINED, make(rng)) for _ in range(1000)]


def _rows_outside() -> list[list[str]]:
    """Languages that have no row, and languages whose row is taken away."""
    articles = [(code, text) for code, text in _articles() if sum(map(str.isalpha, text)) >= 60]
    shares = []
    for ask in (_ours, _first, _second):
        answers = [ask(text, frozenset(LANGUAGES) - _kin(code)) for code, text in articles[:: 1 if ask is _ours else 4]]
        shares.append(f"{100 * answers.count(UNDETERMINED) / len(answers):.2f}")
    outside = [(UNDETERMINED, text) for _, text in _messages()]
    return [
        _row("other languages, software messages → und", "84", outside, None),
        [f"a language and its kin left out of those given → und ({len(articles)})", "95", *shares],
    ]


def _kin(code: str) -> frozenset[str]:
    """A language and those so near that their readers understand each other's laws."""
    return frozenset(next((kin for kin in _KIN if code in kin), {code}))


@cache
def _messages() -> tuple[tuple[str, str], ...]:
    """Translated messages of this machine's software in languages without a row, with their code."""
    found: dict[str, set[str]] = {}
    for path in sorted(_CATALOGUES.glob("*/LC_MESSAGES/*.mo")):
        code = path.parts[-3]
        if code.startswith("en") or _has_row(code):
            continue
        try:
            with path.open("rb") as catalogue:
                texts = dict(gettext.GNUTranslations(catalogue)._catalog)  # type: ignore[attr-defined]
        except (OSError, UnicodeDecodeError, ValueError):
            continue
        for source, text in texts.items():
            plain = " ".join(re.sub(r"%[-#0-9.$]*[a-zA-Z]+|<[^>]*>|&[a-z]+;|_", "", text).split())
            if text != source and sum(map(str.isalpha, plain)) >= 40 and "--" not in plain:
                found.setdefault(code, set()).add(plain)
    return tuple((code, text) for code in sorted(found) for text in _some(sorted(found[code])))


def _some(texts: list[str]) -> list[str]:
    return random.Random(0).sample(texts, min(40, len(texts)))


def _has_row(code: str) -> bool:
    try:
        language(code)
    except LanguageError:
        return False
    return True


def _row_of_mixed(lines: dict[str, list[str]]) -> list[str]:
    """Documents in two languages; the others are asked segment by segment."""
    pairs = {
        pair for code in lines for other in ("en", "pt") for pair in ((code, other), (other, code)) if code != other
    }
    documents = [_mixed(lines, *pair, seed) for seed, pair in enumerate(sorted(pairs | set(_NEIGHBOURS)))]
    right = {"ours": 0, "first": 0, "second": 0}
    for codes, texts in documents:
        found = segment_languages(texts, detect("\n".join(texts)).language)
        right["ours"] += sum(map(str.__eq__, found, codes))
        for name, ask in (("first", _first), ("second", _second)):
            right[name] += sum(ask(text, None) == code for text, code in zip(texts, codes, strict=True))
    total = sum(len(codes) for codes, _ in documents)
    question = f"segments of {len(documents)} mixed documents ({total})"
    return [question, "97", *(f"{100 * count / total:.2f}" for count in right.values())]


def _mixed(lines: dict[str, list[str]], main: str, quoted: str, seed: int) -> tuple[list[str], list[str]]:
    """Codes and texts of the segments of one document."""
    rng = random.Random(seed)
    codes, texts = [], []
    for _ in range(6):
        texts.append(_first_words(rng.choice(lines[main]), rng.randint(2, 5)))
        texts += rng.sample(lines[main], rng.randint(2, 4))
        codes += [main] * (len(texts) - len(codes))
        texts += rng.sample(lines[quoted], rng.randint(1, 2))
        codes += [quoted] * (len(texts) - len(codes))
    return codes, texts


if __name__ == "__main__":
    main()
