"""The texts that come with Entente, to try it with."""

from pathlib import Path

from translate.reading.reader import READERS

_FOLDER = Path(__file__).resolve().parent.parent / "examples"


def examples() -> dict[str, Path]:
    """Title for people to path, in the order of file names; empty where the folder was not installed."""
    found = sorted(path for path in _FOLDER.glob("*") if path.suffix in READERS)
    return {_title(path): path for path in found}


def language_of(path: Path) -> str:
    """BCP 47 code in an example's file name: "energy-storage.en.md" is "en"."""
    return path.suffixes[-2].removeprefix(".")


def _title(path: Path) -> str:
    """A file's name as words: "Energy storage (en, md)"."""
    words = path.name.split(".")[0].replace("-", " ")
    return f"{words[:1].upper()}{words[1:]} ({', '.join(part.lstrip('.') for part in path.suffixes)})"
