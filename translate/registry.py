"""Registries are dicts of strings: a name to "package.module:attribute", imported when it is asked for."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any


def resolve(registry: Mapping[str, str], name: str) -> Any:
    """The object that a registry names.

    Args:
        registry: Name to "package.module:attribute".
        name: A key of it.

    Returns:
        The attribute, of whatever type the registry promises.

    Raises:
        KeyError: The registry has no such name; callers put it in the reader's words.
    """
    module, _, attribute = registry[name].partition(":")
    return getattr(import_module(module), attribute)
