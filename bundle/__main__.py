"""make bundle, or python -m bundle: the wheel, and an archive for machines without a network, in dist/.

The archive holds the wheels of Entente and of all it needs, the models on this machine, and a script for each system
that installs them and opens the page. It is for machines like this one, with this version of Python, unless others are
named; one archive may be for several.
"""

import argparse
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bundle.archive import Contents, write_bundle
from bundle.download import download, named
from bundle.start import code_of
from bundle.systems import PYTHONS, SYSTEMS
from bundle.wheel import ROOT, build_wheel
from translate.command.program import guarded
from translate.models.archive import pack
from translate.models.inventory import InstalledModel, find_installed, inventory
from translate.version import VERSION


def parser() -> argparse.ArgumentParser:
    """The command's arguments."""
    arguments = argparse.ArgumentParser(
        "python -m bundle", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    codes = [system.code for system in SYSTEMS]
    arguments.add_argument("--system", action="append", choices=codes, help="a system it is for")
    arguments.add_argument("--python", action="append", choices=PYTHONS, help="a version of Python it is for")
    arguments.add_argument("--extra", action="append", metavar="NAME", help="an extra of the wheel to bring: models")
    arguments.add_argument(
        "--models", nargs="*", metavar="MODEL", help="models to bring; all that can run there if this is not given"
    )
    arguments.add_argument("--output", type=Path, default=ROOT / "dist", metavar="FOLDER", help="dist if not named")
    return arguments


def models_to_bring(names: Sequence[str] | None, extras: Sequence[str]) -> tuple[InstalledModel, ...]:
    """The models that are packed: those named, or all that run with what the bundle installs.

    What a package brings comes with that package; models of Hugging Face need the extra "models".
    """
    if names is not None:
        return tuple(find_installed(name) for name in names)
    brought = [model for model in inventory() if not model.owner]
    return tuple(model for model in brought if model.engine == "firefox" or "models" in extras)


def main(argv: Sequence[str] | None = None) -> int:
    """Make both; returns the exit code."""
    asked = parser().parse_args(argv)
    systems = [named(code) for code in asked.system or [code_of(sys.platform, platform.machine())]]
    pythons = asked.python or [f"{sys.version_info.major}.{sys.version_info.minor}"]
    extras = asked.extra or []
    brought = models_to_bring(asked.models, extras)
    contents = Contents(
        VERSION,
        f"[{','.join(extras)}]" if extras else "",
        tuple(system.code for system in systems),
        tuple(pythons),
    )
    asked.output.mkdir(parents=True, exist_ok=True)
    wheel, bundle = build_wheel(asked.output), asked.output / f"{contents.name}.zip"
    print(wheel)
    with tempfile.TemporaryDirectory(dir=asked.output) as work:
        wheels, models = Path(work, "wheels"), Path(work, "models")
        models.mkdir()
        download(wheel, wheels, systems, pythons, contents.extras)
        for model in brought:
            pack(model, models / f"{model.engine}-{model.name}.entente.zip")
        write_bundle(bundle, contents, wheels, models)
    print(bundle)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(guarded(main))
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error}\n{(error.stderr or b'').decode(errors='replace')}")
