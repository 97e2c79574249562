"""write_bundle(): the archive that is carried to a machine without a network."""

import json
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_FOLDER = "entente"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a bundle is for; bundle.json says it to start.py.

    Attributes:
        version: Of Entente.
        extras: Of its wheel, as pip writes them: "[models]"; or empty.
        systems: Codes of the systems whose wheels are in it.
        pythons: Versions of Python, as "3.12".
    """

    version: str
    extras: str
    systems: tuple[str, ...]
    pythons: tuple[str, ...]

    @property
    def name(self) -> str:
        """Name of the archive, without its ending."""
        return "-".join(["entente", self.version, *self.systems, *(f"py{python}" for python in self.pythons)])


def write_bundle(path: Path, contents: Contents, wheels: Path, models: Path) -> None:
    """Write a ZIP archive of one folder with the wheels, the models, and what starts them.

    Args:
        path: The archive.
        contents: What it is for.
        wheels: Folder of wheels.
        models: Folder of packed models; it may be empty.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _texts(contents, sorted(models.glob("*.entente.zip"))):
            entry = zipfile.ZipInfo(f"{_FOLDER}/{name}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            mode = 0o755 if name.startswith("start-") else 0o644
            entry.external_attr = (stat.S_IFREG | mode) << 16
            archive.writestr(entry, content)
        for folder, found in (("wheels", wheels.glob("*.whl")), ("models", models.glob("*.entente.zip"))):
            for file in sorted(found):  # compressed already
                archive.write(file, f"{_FOLDER}/{folder}/{file.name}", zipfile.ZIP_STORED)


def _texts(contents: Contents, models: list[Path]) -> Iterator[tuple[str, str]]:
    """Name and content of what is neither wheel nor model."""
    shell = (_HERE / "start.sh").read_text("utf-8")
    yield "start-linux.sh", shell
    yield "start-macos.command", shell
    yield "start-windows.bat", _windows((_HERE / "start.bat").read_text("utf-8"))
    yield "start.py", (_HERE / "start.py").read_text("utf-8")
    yield "bundle.json", json.dumps(asdict(contents))
    names = ", ".join(model.name.removesuffix(".entente.zip") for model in models)
    fields = {
        "version": contents.version,
        "pythons": ", ".join(contents.pythons),
        "systems": ", ".join(contents.systems),
        "models": f"Translation models beside English and Portuguese: {names}." if names else "",
    }
    yield "READ-ME-FIRST.txt", _windows((_HERE / "READ-ME-FIRST.txt").read_text("utf-8").format(**fields))


def _windows(text: str) -> str:
    """A text with the line ends that Windows asks for."""
    return text.replace("\n", "\r\n")
