"""What every benchmark shares: its data folder, its table, its section of RESULTS.md."""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from shutil import which

_ROOT = Path(__file__).resolve().parent.parent
_RESULTS = _ROOT / "benchmarks" / "RESULTS.md"


def arguments(description: str) -> argparse.ArgumentParser:
    """A parser with --update; a benchmark adds its own options to it."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--update", action="store_true", help="write the table into benchmarks/RESULTS.md")
    return parser


def data_folder(name: str) -> Path:
    """Folder of one data set; ends the program with exit code 2 and says so where it is missing."""
    root = Path(os.environ.get("ENTENTE_DATA", _ROOT.parent / "shared" / "data"))
    folder = root / name
    if not folder.is_dir():
        print(f"The data set {name} is not at {folder}: set ENTENTE_DATA, and see benchmarks/DATA.md.", file=sys.stderr)
        raise SystemExit(2)
    return folder


def ntrex_lines(name: str, count: int) -> list[str]:
    """The first lines of one of NTREX's languages."""
    return (data_folder("ntrex") / f"{name}.txt").read_text(encoding="utf-8").splitlines()[:count]


def report(
    name: str,
    question: str,
    header: Sequence[str],
    rows: Sequence[Sequence[object]],
    notes: Sequence[str] = (),
    packages: Sequence[str] = (),
    update: bool = False,
    module: str = "",
) -> None:
    """Print a table; with `update` replace the benchmark's section of RESULTS.md by it.

    Args:
        name: The section's key, which is also the benchmark's module unless `module` names another.
        question: The heading: what the table answers.
        header: Column names; a unit stands in the name.
        rows: Cells; floats are printed with the digits they should have by the caller.
        notes: Lines under the table: data, settings, signatures, what did not pay.
        packages: Distributions whose versions matter.
        update: Whether to write RESULTS.md.
        module: The benchmark's module, where it prints several sections.
    """
    table = [header, ["---"] * len(header), *rows]
    lines = ["| " + " | ".join(str(cell) for cell in row) + " |" for row in table]
    lines += [
        "",
        *(f"- {note}" for note in notes),
        f"- {_provenance(packages)}",
        f"- `python -m benchmarks.{module or name}`",
    ]
    section = f"## {question}\n\n" + "\n".join(lines) + "\n"
    print(section)
    if update:
        _replace(name, section)


def _provenance(packages: Sequence[str]) -> str:
    """Commit, processor and versions of this run."""
    commit = ""
    if git := which("git"):  # a machine lent for a benchmark may have none
        asked = [git, "rev-parse", "--short", "HEAD"]
        commit = subprocess.run(asked, cwd=_ROOT, capture_output=True, text=True, check=False).stdout.strip()
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    machine = f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"Commit {commit or 'unknown'}; {machine}" + (f"; {versions}" if versions else "")


def _processor() -> str:
    """Processor's name and whether it has VNNI, on which int8 speed depends."""
    try:
        text = Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()} ({'VNNI' if 'vnni' in text else 'no VNNI'})"


def _replace(name: str, section: str) -> None:
    """Put a section between its markers, at the end of the file where it is new."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    text = (
        _RESULTS.read_text() if _RESULTS.exists() else "# Results\n\nEach section is written by the command under it.\n"
    )
    if begin in text:
        head, _, rest = text.partition(begin)
        text = f"{head}{begin}\n{section}{end}{rest.partition(end)[2]}"
    else:
        text = f"{text}\n{begin}\n{section}{end}\n"
    _RESULTS.write_text(text)
