"""entente cluster: a scheduler and its workers on this machine, for folders that several commands share."""

import argparse
import sys
from collections.abc import Sequence
from threading import Event

from translate.batch.workers import worker_count
from translate.command.program import guarded
from translate.command.stopping import exit_code, until_interrupted
from translate.errors import InputError
from translate.message import say

_DESCRIPTION = """Start a scheduler and workers on this machine; nobody else's can reach them. Ctrl-C ends them.

Then, as often as wanted: entente brief FOLDER --to en --out OUT --cluster ADDRESS
Models stay loaded from one command to the next. Other machines are joined by Dask's own commands: docs/scale.md."""

_MOST_WORKERS = 1024
_ASKED_S = 0.5
_SETTINGS = {"distributed.deploy.lost-worker-timeout": "1h"}  # a worker that is being restarted is not lost


def main(argv: Sequence[str], program: str) -> int:
    """Run the command; returns its exit code."""
    arguments = argparse.ArgumentParser(
        program, description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--workers", type=int, metavar="N", help="processes; by cores and memory")
    arguments.add_argument("--port", type=int, default=8786, metavar="N", help="where the scheduler listens (8786)")
    chosen = arguments.parse_args(argv)
    return guarded(lambda: _serve(chosen.workers or worker_count(_MOST_WORKERS), chosen.port))


def _serve(workers: int, port: int) -> int:
    """Have the cluster stand until a signal; returns the exit code."""
    try:
        import dask
        from distributed import LocalCluster
    except ImportError as error:
        raise InputError(
            say("A cluster needs the package distributed. Run: pip install -r requirements-cluster.txt")
        ) from error
    waiting = Event()
    try:
        with (
            until_interrupted() as stop,
            dask.config.set(_SETTINGS),
            LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                host="127.0.0.1",
                scheduler_port=port,
                dashboard_address="127.0.0.1:0",  # with None it takes 8787, and warns where another has that
                silence_logs=50,
                preload=["translate.batch.quiet_worker"],
            ) as cluster,
        ):
            print(f"{cluster.scheduler_address}: {workers} workers. Ctrl-C ends them.", file=sys.stderr, flush=True)
            while not stop():
                waiting.wait(_ASKED_S)
    except (OSError, RuntimeError) as error:
        raise InputError(
            say(
                "No cluster could be started on port {port}: {reason}. Give another --port.",
                port=port,
                reason=str(error),
            )
        ) from error
    return exit_code(stop.signum)
