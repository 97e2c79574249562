"""The texts that come with Entente, to try it with."""

from pathlib import Path

from page.folder import app_folder
from summarize.export.wording import language_name
from translate.reading.reader import READERS


def examples() -> dict[str, Path]:
    """File name to path, in order."""
    return {path.name: path for path in sorted((app_folder() / "examples").glob("*")) if path.suffix in READERS}


def language_of(path: Path) -> str:
    """BCP 47 code in an example's file name: "energy-storage.en.md" is "en"."""
    return path.suffixes[-2].removeprefix(".")


def title(path: Path, words: dict[str, str], reader: str) -> str:
    """What an example is, for people: "Bill on the reuse of data · Portuguese".

    Args:
        path: From examples().
        words: The page's words.
        reader: BCP 47 code of the language that the page speaks.
    """
    stem = path.name.split(".")[0]
    return f"{words.get(f'example_{stem}', stem)} · {language_name(language_of(path), reader)}"
