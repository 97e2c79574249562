"""What workers make in tests: processes of their own, which no fake reaches but by its name."""

import argparse
import os
from collections.abc import Mapping
from pathlib import Path

from translate.batch.record import Product
from translate.choices import Choices
from translate.document import Document
from translate.engines.protocol import Engine


def loud(
    document: Document, target: str, choices: Choices, arguments: argparse.Namespace, engines: Mapping[str, Engine]
) -> Product:
    """The text in capitals; each beginning is noted beside the output.

    Of "die always" the process dies, of "die once" the first one that tries, and "bug" is one.
    """
    with Path(arguments.output, "begun").open("a") as log:
        print(document.name, file=log)
    if document.text.startswith("die always"):
        os._exit(9)
    if document.text.startswith("die once") and not Path(arguments.output, "died").exists():
        Path(arguments.output, "died").touch()
        os._exit(9)
    if document.text.startswith("bug"):
        raise ZeroDivisionError
    return Product(document.text.upper().encode(), len(document.segments), 0, 1, ("Gist.",), ("Check.",))
