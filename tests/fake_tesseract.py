"""A stand-in for Tesseract: a program that gives a table by the language it is asked for, as a script in a folder."""

import sys
from pathlib import Path

_HEADER = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
_PROGRAM = """#!{python}
import sys
arguments = sys.argv[1:]
if "--list-langs" in arguments:
    print("List of available languages:\\n" + "\\n".join({packs!r}))
    sys.exit()
assert sys.stdin.buffer.read(2) == b"P5"
pack = arguments[arguments.index("-l") + 1]
tables = {tables!r}
if pack not in tables:
    sys.exit(1)
sys.stdout.buffer.write(tables[pack].encode())
"""


def table(*lines: str, confidence: float = 96, paragraph: int = 1, unsure: str = "") -> str:
    """What Tesseract writes of lines of words, 60 pixels apart; words that are named have a confidence of 20."""
    rows = [_HEADER]
    for number, line in enumerate(lines, start=1):
        left = 100
        for position, word in enumerate(line.split(), start=1):
            sure = 20 if word == unsure else confidence
            width = 20 * len(word)
            rows.append(
                f"5\t1\t1\t{paragraph}\t{number}\t{position}\t{left}\t{60 * number}\t{width}\t36\t{sure}\t{word}"
            )
            left += width + 12
    return "\n".join(rows) + "\n"


def install(folder: Path, **tables: str) -> str:
    """Put the program into a folder; gives its path.

    Args:
        folder: An empty one.
        tables: What it writes, by language pack; "osd" is what it says of a page's script.
    """
    path = folder / "tesseract"
    path.write_text(_PROGRAM.format(python=sys.executable, packs=sorted(tables), tables=tables), encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def script(name: str, turn: int = 0, sure: float = 9.0) -> str:
    """What Tesseract says of a page's script."""
    return f"Rotate: {turn}\nOrientation confidence: {sure}\nScript: {name}\nScript confidence: {sure}\n"
