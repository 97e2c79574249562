"""Where what the page is started with lies: its script, its settings, and the texts to try it with."""

from pathlib import Path


def app_folder() -> Path:
    """The folder of app.py, .streamlit and examples: inside this package where it is installed, else above it."""
    installed = Path(__file__).resolve().with_name("served")  # setup.py puts it there
    return installed if installed.is_dir() else installed.parent.parent
