"""records_made_there(): documents made by the workers of a Dask cluster, whichever of them die meanwhile.

Workers read and write the same files by the same paths as the command. They hold their engines from one document to the
next, and what they return is a record only.
"""

import argparse
import logging
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from translate.batch.making import failed, making
from translate.batch.record import Record, Task
from translate.command.arguments import settings_of
from translate.engines.protocol import Engine
from translate.engines.registry import EngineSet
from translate.engines.settings import EngineSettings
from translate.errors import InputError
from translate.message import Message, say
from translate.reading.apart import Reader
from translate.version import VERSION

if TYPE_CHECKING:
    from distributed import Client, Future, Worker

_ANSWER_S = 15
"""How long a scheduler may take to answer, and to have its first worker."""
_RETRIES = 2
_AHEAD = 2
"""Documents handed out for each thread of the workers, so that none waits for the command."""
_ASKED_S = 0.5


class EnginePlugin:
    """What a worker holds from one document to the next: its engines and its reader, for every command that comes."""

    name = "entente"
    idempotent = True  # models that are loaded stay so

    def __init__(self) -> None:
        self._made: dict[str, Engine] = {}
        self._sets: dict[EngineSettings, EngineSet] = {}
        self.reader: Reader | None = None

    def setup(self, worker: "Worker") -> None:
        """Make what all commands share; models are loaded by the first document."""
        from translate.engines.firefox.engine import FirefoxEngine

        self._made = {"firefox": FirefoxEngine(threads=worker.state.nthreads)}
        self.reader = Reader()

    def engines(self, settings: EngineSettings) -> EngineSet:
        """The engines of commands that say the same of them."""
        if settings not in self._sets:
            self._sets[settings] = EngineSet(made=self._made, settings=settings)
        return self._sets[settings]

    def teardown(self, worker: "Worker") -> None:
        """Close the engines."""
        for engines in self._sets.values():
            engines.close()
        if self.reader is not None:
            self.reader.close()


def make_there(task: Task, arguments: argparse.Namespace) -> Record:
    """The record of a document, on a worker."""
    from distributed import get_worker

    plugin = get_worker().plugins[EnginePlugin.name]
    with making(task, arguments, plugin.engines(settings_of(arguments)), plugin.reader.read) as (record, journal):
        if journal is not None:
            journal.finish()
        return record


def version_there() -> str:
    """The version of Entente that a worker has."""
    return VERSION


def records_made_there(
    tasks: Sequence[Task], arguments: argparse.Namespace, address: str, stop: Callable[[], bool]
) -> Generator[Record]:
    """The records of documents, each once, as soon as it is there.

    A document whose worker dies is made by another. One that kills workers again and again is tried once more with
    nothing beside it, as its neighbours are under suspicion too; then it fails.

    Args:
        tasks: The documents.
        arguments: As making() takes them; `tls` are paths of the authority's certificate, ours, and our key.
        address: Of the scheduler: tcp://HOST:PORT or tls://HOST:PORT.
        stop: Asked twice a second.

    Raises:
        InputError: There is no such cluster, or it does not have what is needed.
    """
    with _connected(address, arguments.tls) as client:
        _require_workers(client, address)
        client.register_plugin(_plugin())
        waiting, suspects, last_tried = deque(tasks), deque[Task](), ""
        made: dict[Future[Record], Task] = {}
        with _until_lost(client, address, made):
            while (waiting or suspects or made) and not stop():
                room = _AHEAD * max(1, sum(client.nthreads().values()))
                while waiting and len(made) < room:
                    _hand_out(client, waiting.popleft(), arguments, made)
                if suspects and not made:
                    last_tried = suspects[0].name
                    _hand_out(client, suspects.popleft(), arguments, made)
                for future in _finished(made):
                    task = made.pop(future)
                    record = _result(future, task)
                    future.release()  # else it is made again where the worker dies that has made it
                    if record is None and task.name != last_tried:
                        suspects.append(task)
                    else:
                        yield record or failed(task, _killed())


@contextmanager
def _until_lost(client: "Client", address: str, made: "dict[Future[Record], Task]") -> Iterator[None]:
    """Say in words that the scheduler has gone; whatever ends it, what was handed out is given up."""
    from distributed import CancelledError

    try:
        yield
    except (CancelledError, OSError) as error:
        raise InputError(
            say(
                "The scheduler {address} has gone. What is made is kept, and the same command goes on.",
                address=address,
            )
        ) from error
    finally:
        if client.status == "running":
            client.cancel(list(made))


def _plugin() -> Any:
    """The plugin as the workers take it: of a class of theirs."""
    from distributed import WorkerPlugin

    return type("EnginePlugin", (EnginePlugin, WorkerPlugin), {})()


def _hand_out(client: "Client", task: Task, arguments: argparse.Namespace, made: "dict[Future[Record], Task]") -> None:
    """Have a document made by whichever worker is free."""
    made[client.submit(make_there, task, arguments, pure=False, retries=_RETRIES)] = task


def _finished(made: "dict[Future[Record], Task]") -> "list[Future[Record]]":
    """Those that have ended, after half a second at most."""
    from distributed import wait

    try:
        return sorted(wait(list(made), timeout=_ASKED_S, return_when="FIRST_COMPLETED").done, key=lambda f: str(f.key))
    except TimeoutError:
        return []


def _result(future: "Future[Record]", task: Task) -> Record | None:
    """What came of a document; None where it killed its workers."""
    from distributed import KilledWorker

    if future.status == "finished":
        record: Record = future.result()
        return record
    if future.status == "error":
        error = future.exception()
        if isinstance(error, KilledWorker):
            return None
        kind = type(error).__name__
        return failed(task, say("Entente met an error of its own ({kind}); please report it.", kind=kind))
    return failed(task, say("The cluster lost this document. The same command goes on."))


def _killed() -> Message:
    """Why a document failed that killed its workers."""
    return say(
        "Every worker that worked on it died, mostly for want of memory. Give this document on its own, or give the "
        "workers more memory."
    )


@contextmanager
def _connected(address: str, tls: Sequence[str] | None) -> "Iterator[Client]":
    """A client of the scheduler.

    Raises:
        InputError: It cannot be reached, or should not be.
    """
    place = urlsplit(address)
    if place.scheme not in ("tcp", "tls") or not place.hostname:
        raise InputError(
            say(
                "{address} is no address of a scheduler. Give it as tcp://HOST:PORT or tls://HOST:PORT.",
                address=address,
            )
        )
    if place.scheme == "tcp" and not is_loopback(place.hostname):
        raise InputError(
            say(
                "The scheduler {address} is on another machine: without TLS, whoever can reach it reads your documents "
                "and runs programs. Set it up with certificates, and give tls://HOST:PORT and --tls.",
                address=address,
            )
        )
    try:
        from distributed import Client
        from distributed.security import Security
    except ImportError as error:
        raise InputError(
            say("A cluster needs the package distributed. Run: pip install -r requirements-cluster.txt")
        ) from error
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what it logs as tracebacks is said below
    secure: dict[str, Any] = {"require_encryption": place.scheme == "tls"}
    if tls:
        secure |= dict(zip(("tls_ca_file", "tls_client_cert", "tls_client_key"), tls, strict=True))
    try:
        client = Client(address, timeout=_ANSWER_S, security=Security(**secure), set_as_default=False)
    except (OSError, TypeError, ValueError) as error:  # no answer; certificates that are none
        raise InputError(
            say(
                "The scheduler {address} cannot be reached: {reason}. Start it, or check the address and the "
                "certificates.",
                address=address,
                reason=str(error).partition("\n")[0] or type(error).__name__,
            )
        ) from error
    with client, client.as_current():
        yield client


def is_loopback(host: str) -> bool:
    """Whether a host's name or number means this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _require_workers(client: "Client", address: str) -> None:
    """Raise InputError unless the cluster has workers, all with this version of Entente."""
    try:
        client.wait_for_workers(1, timeout=_ANSWER_S)
    except TimeoutError as error:
        raise InputError(
            say("The scheduler {address} has no workers. Start some: dask worker {address}", address=address)
        ) from error
    found = client.run(version_there, on_error="return")
    others = sorted({str(version) for version in found.values()} - {VERSION})
    if others:
        raise InputError(
            say(
                "Workers of the cluster have no Entente of version {version}: {found}. Install the same on all.",
                version=VERSION,
                found="; ".join(others),
            )
        )
