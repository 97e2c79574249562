"""What a reader types to add what comes apart: a file's name in a checkout, the wheel's extra where it is installed."""

from pathlib import Path

_MODELS = Path(__file__).resolve().parent.parent / "requirements-transformers.txt"


def models_command() -> str:
    """The command that installs what models of Hugging Face need."""
    return f"pip install -r {_MODELS.name}" if _MODELS.is_file() else 'pip install "entente[models]"'
