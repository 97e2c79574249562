"""Is the encoding of a text file found? decode(), and charset-normalizer beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.report import arguments, data_folder, report
from translate.errors import InputError
from translate.reading.encoding import decode

_LANGUAGES_BY_ENCODING = {
    "utf-8": "ar cs de el fr he hi ja ko pt ru tr vi zh",
    "utf-16": "de fr ja ru",
    "utf-16-le": "de fr ja ru",
    "cp1252": "de es fr it nl pt sv",
    "iso8859-1": "fr pt",
    "iso8859-15": "fr",
    "cp1250": "cs pl ro",
    "iso8859-2": "cs pl",
    "cp1251": "ru uk",
    "koi8-r": "ru",
    "iso8859-5": "ru",
    "cp1253": "el",
    "iso8859-7": "el",
    "cp1254": "tr",
    "cp1255": "he",
    "cp1256": "ar fa",
    "iso8859-6": "ar",
    "gb18030": "zh",
    "shift_jis": "ja",
    "euc_jp": "ja",
    "euc_kr": "ko",
}
_SIZES = (1, 3, 12)  # sentences a text
_TEXTS = 25  # of each encoding, language and size


def main() -> None:
    """Decode texts of NTREX in every encoding and print the share that comes back as it was."""
    options = arguments(__doc__ or "").parse_args()
    folder = data_folder("ntrex")
    rows = []
    totals = {name: [0, 0] for name in _WAYS}
    for encoding, languages in _LANGUAGES_BY_ENCODING.items():
        row: list[str] = [encoding, languages]
        for name, way in _WAYS.items():
            hits = [way(content) == text for text, content in _texts(folder, encoding, languages.split())]
            totals[name][0] += sum(hits)
            totals[name][1] += len(hits)
            row.append(f"{100 * sum(hits) / len(hits):.1f}")
        rows.append(row)
    rows.append(["all", "", *(f"{100 * right / count:.1f}" for right, count in totals.values())])
    report(
        "encodings",
        "Is the encoding of a text file found?",
        ("encoding", "languages", *(f"{name} %" for name in _WAYS)),
        rows,
        notes=(
            f"NTREX, {_TEXTS} texts of {', '.join(map(str, _SIZES))} sentences each for every encoding and language;"
            " a text counts if every character comes back; texts of ASCII alone are left out.",
        ),
        packages=("chardet", "charset-normalizer"),
        update=options.update,
    )


def _texts(folder: Path, encoding: str, languages: list[str]) -> Iterator[tuple[str, bytes]]:
    """Texts and their bytes; characters that the encoding lacks are left out of both."""
    for language in languages:
        lines = (folder / f"{language}.txt").read_text("utf-8").splitlines()
        for size in _SIZES:
            for start in range(0, _TEXTS * size, size):
                content = "\n".join(lines[start : start + size]).encode(encoding, "ignore")
                if not content.isascii():
                    yield content.decode(encoding), content


def _ours(content: bytes) -> str:
    """The text as translate decodes it."""
    try:
        return decode(content)
    except InputError:
        return ""


def _charset_normalizer(content: bytes) -> str:
    """The text as charset-normalizer decodes it."""
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    return str(best) if best is not None else ""


_WAYS: dict[str, Callable[[bytes], str]] = {"decode()": _ours, "charset-normalizer": _charset_normalizer}


if __name__ == "__main__":
    main()
