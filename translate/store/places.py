"""Where this program keeps files for a user: the platform's folders, or nowhere for a user who has no home."""

import os
from pathlib import Path

NOWHERE = Path(os.devnull) / "entente"
"""A folder that never is and cannot be made: reading finds nothing there, and writing fails as on a full disk."""


def cache_folder() -> Path:
    """Where what can be made again lies: $ENTENTE_CACHE, or the platform's folder for caches."""
    named = os.environ.get("ENTENTE_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    try:
        return _absolute(user_cache_path("entente", appauthor=False))
    except RuntimeError:  # the user has no home: HOME is not set, and no account has their number
        return NOWHERE


def data_folder() -> Path:
    """Where what the user brought lies: the platform's folder for user data."""
    from platformdirs import user_data_path

    try:
        return _absolute(user_data_path("entente", appauthor=False))
    except RuntimeError:
        return NOWHERE


def store_folder() -> Path:
    """Where what is kept for a reader lies: $ENTENTE_STORE, or "store" in the platform's folder for user data."""
    named = os.environ.get("ENTENTE_STORE")
    return Path(named) if named else data_folder() / "store"


def _absolute(folder: Path) -> Path:
    """The folder; nowhere if it begins with "~", as older platformdirs give it for a user without a home."""
    return folder if folder.is_absolute() else NOWHERE
