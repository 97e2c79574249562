"""making(): one document read, made and written, whatever is wrong with it."""

import argparse
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from hashlib import file_digest, sha256
from pathlib import Path
from time import perf_counter

from translate.batch.record import Product, Record, Task
from translate.choices import Choices
from translate.command.arguments import chosen
from translate.document import Document
from translate.engines.protocol import Engine
from translate.errors import InputError, PolicyTextError
from translate.languages.table import language
from translate.message import say
from translate.reading.reader import read
from translate.registry import resolve
from translate.routing.routes import find_route, open_route
from translate.store.files import replacing
from translate.store.journal import Journal

Make = Callable[[Document, str, Choices, argparse.Namespace, Mapping[str, Engine]], Product]
"""What makes a Product of a document: its target, its choices, the command's arguments, loaded engines."""


@contextmanager
def making(
    task: Task,
    arguments: argparse.Namespace,
    engines: Mapping[str, Engine],
    read_file: Callable[..., Document] = read,
) -> Iterator[tuple[Record, Journal | None]]:
    """What came of a document, and the journal to finish once the record is kept.

    Args:
        task: The document.
        arguments: The command's; `product` names what is made as "package.module:function", and `ending` the output's.
        engines: Loaded engines to use again.
        read_file: read(), or the same of a Reader, which a hostile file cannot harm.
    """
    began = perf_counter()
    with ExitStack() as stack:
        try:
            record, journal = _made(task, arguments, engines, read_file, stack)
        except PolicyTextError as error:
            record, journal = failed(task, error.message), None
        except Exception as error:  # a bug, which shows its traceback and does not keep the others from being made
            traceback.print_exc()
            message = say("Entente met an error of its own ({kind}); please report it.", kind=type(error).__name__)
            record, journal = failed(task, message), None
        yield replace(record, seconds=0.0 if record.status == "unchanged" else perf_counter() - began), journal


def _made(
    task: Task,
    arguments: argparse.Namespace,
    engines: Mapping[str, Engine],
    read_file: Callable[..., Document],
    stack: ExitStack,
) -> tuple[Record, Journal | None]:
    """The record of a document that could be made, or stands as an earlier run made it."""
    target = _target(arguments)
    content_hash = _file_hash(task.file)
    if task.before is not None and _stands(task, task.before, content_hash, arguments, engines):
        return task.before.unchanged(), None
    asked = {"ocr": not arguments.no_ocr, "comments": arguments.comments}
    document = read_file(task.file, name=task.file.name, language=arguments.source, **asked)
    choices = stack.enter_context(chosen(arguments, document.language, target))
    make: Make = resolve({"product": arguments.product}, "product")
    product = make(document, target, choices, arguments, engines)
    output = f"{task.name}.{arguments.ending}"
    _write(task.out / output, product.content)
    record = Record(
        name=task.name,
        status="failed" if product.failure else "done",
        output=output,
        language=document.language,
        sentences=product.sentences,
        errors=product.errors,
        warnings=product.warnings,
        gist=product.gist,
        to_check=product.to_check,
        message=product.failure,
        content_hash=content_hash,
        settings=task.settings,
        models=_models(document.language, arguments, engines),
        output_hash=sha256(product.content).hexdigest(),
    )
    return record, None if product.failure else choices.journal


def failed(task: Task, message: str) -> Record:
    """The record of a document of which nothing came."""
    return Record(task.name, "failed", message=message, settings=task.settings)


def _target(arguments: argparse.Namespace) -> str:
    """BCP 47 code of the language wanted."""
    return language(arguments.to).code


def _stands(
    task: Task, before: Record, content_hash: str, arguments: argparse.Namespace, engines: Mapping[str, Engine]
) -> bool:
    """Whether an earlier run's output is what this one would make, and lies there as it was written."""
    if before.status == "failed" or (before.content_hash, before.settings) != (content_hash, task.settings):
        return False
    output = task.out / before.output
    if not output.is_file() or _file_hash(output) != before.output_hash:
        return False
    return before.models == _models(before.language, arguments, engines)


def _models(source: str, arguments: argparse.Namespace, engines: Mapping[str, Engine]) -> str:
    """Signature of the models that translate from a language now; empty where none does."""
    target = _target(arguments)
    try:
        route = find_route(source, target, engine=arguments.engine, engines=engines)
        return open_route(route, engines).signature(source, target) if route.steps else ""
    except PolicyTextError:
        return ""


def _file_hash(path: Path) -> str:
    """SHA-256 of a file."""
    try:
        if not path.is_file():
            raise InputError(say("{name} is no file. Check the path.", name=str(path)))
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            say("{name} cannot be read: {reason}. Check the path and your rights.", name=str(path), reason=reason)
        ) from error


def _write(path: Path, content: bytes) -> None:
    """Write an output, whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            file.write(content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            say("{name} cannot be written: {reason}. Make room, or give another --out.", name=str(path), reason=reason)
        ) from error
