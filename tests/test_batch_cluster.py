"""Documents made by a cluster: a real one, of two workers, of which one dies in the middle."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from page.__main__ import entente
from tests.test_batch import OPTIONS, arguments, put, status, task
from tests.test_journal import ROOT, needs_kill
from translate.batch.cluster import EnginePlugin, is_loopback, records_made_there
from translate.engines.settings import EngineSettings
from translate.errors import InputError

pytest.importorskip("distributed", reason="requirements-cluster.txt is not installed")


def no() -> bool:
    """Nobody stops it."""
    return False


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers; a document that kills two is not given to a third."""
    import dask
    from distributed import LocalCluster

    settings = {
        "distributed.scheduler.allowed-failures": 1,
        "distributed.deploy.lost-worker-timeout": "1h",  # where restarting takes long, workers are lost for a while
    }
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
        ) as made,
    ):
        yield made.scheduler_address


def test_a_worker_that_dies_in_the_middle_loses_nothing_and_doubles_nothing(cluster: str, tmp_path: Path) -> None:
    names = ["one", "two", "die once", "three", "four", "five", "six"]
    tasks = [task(tmp_path, name, f"{name}. We agree.") for name in names]
    options = arguments(tmp_path / "out")
    options.tls = None
    records = list(records_made_there(tasks, options, cluster, no))
    assert sorted((record.name, record.status) for record in records) == sorted((name, "done") for name in names)
    written = {path.name: path.read_text() for path in (tmp_path / "out").glob("*.txt")}
    assert written == {f"{name}.pt.txt": f"{name}. We agree.".upper() for name in names}
    assert (tmp_path / "out" / "died").exists()


@pytest.mark.timeout(300)
def test_a_document_that_kills_every_worker_fails_alone(cluster: str, tmp_path: Path) -> None:
    options = arguments(tmp_path / "out")
    options.tls = None
    tasks = [task(tmp_path, name, f"{name}. We agree.") for name in ("die always", "one", "two")]
    found = {record.name: record for record in records_made_there(tasks, options, cluster, no)}
    assert [found[name].status for name in ("die always", "one", "two")] == ["failed", "done", "done"]
    assert "worker that worked on it died" in found["die always"].message


def test_the_command_has_a_cluster_make_what_has_changed(cluster: str, tmp_path: Path) -> None:
    put(tmp_path / "in", "a.txt", "sub/b.md")
    command = ["brief", str(tmp_path / "in"), *OPTIONS, "--cluster", cluster, "--out", str(tmp_path / "out")]
    assert entente(command) == 0
    put(tmp_path / "in", "a.txt", text="We disagree.")
    assert (entente(command), status(tmp_path / "out")) == (0, ["done", "unchanged"])


def test_a_document_that_meets_a_bug_fails_alone(cluster: str, tmp_path: Path) -> None:
    options = arguments(tmp_path / "out")
    options.tls = None
    tasks = [task(tmp_path, name, f"{name}. We agree.") for name in ("bug", "one")]
    found = {record.name: record.status for record in records_made_there(tasks, options, cluster, no)}
    assert found == {"bug": "failed", "one": "done"}


def test_nothing_is_made_after_a_stop(cluster: str, tmp_path: Path) -> None:
    options = arguments(tmp_path / "out")
    options.tls = None
    assert list(records_made_there([task(tmp_path, "one", "We agree.")], options, cluster, lambda: True)) == []


def test_a_worker_keeps_its_engines_for_commands_that_say_the_same_of_them() -> None:
    plugin, told = EnginePlugin(), EngineSettings(server="http://127.0.0.1:9/v1")
    assert plugin.engines(told) is plugin.engines(EngineSettings(server="http://127.0.0.1:9/v1"))
    assert plugin.engines(told).settings == told
    assert plugin.engines(EngineSettings()) is not plugin.engines(told)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        pytest.param("127.0.0.1:8786", "is no address of a scheduler", id="no scheme"),
        pytest.param("http://127.0.0.1:8786", "is no address of a scheduler", id="another scheme"),
        pytest.param("tcp://10.0.0.7:8786", "on another machine: without TLS", id="in the clear"),
        pytest.param("tls://127.0.0.1:9", "cannot be reached", id="no certificates"),
    ],
)
def test_an_address_that_cannot_be_used_is_said(tmp_path: Path, address: str, said: str) -> None:
    options = arguments(tmp_path)
    options.tls = None
    with pytest.raises(InputError, match=said):
        list(records_made_there([], options, address, no))


def test_a_scheduler_that_does_not_answer_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.batch.cluster._ANSWER_S", 0.2)
    options = arguments(tmp_path)
    options.tls = None
    with pytest.raises(InputError, match=r"tcp://127\.0\.0\.1:9 cannot be reached"):
        list(records_made_there([], options, "tcp://127.0.0.1:9", no))


def test_a_scheduler_without_workers_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import LocalCluster

    monkeypatch.setattr("translate.batch.cluster._ANSWER_S", 3)
    options = arguments(tmp_path)
    options.tls = None
    with (
        LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None, silence_logs=50) as empty,
        pytest.raises(InputError, match="has no workers"),
    ):
        list(records_made_there([], options, empty.scheduler_address, no))


def test_a_scheduler_that_goes_is_said(tmp_path: Path) -> None:
    import dask
    from distributed import LocalCluster

    options = arguments(tmp_path / "out")
    options.tls = None
    tasks = [task(tmp_path, str(number), "We agree.") for number in range(99)]
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        LocalCluster(n_workers=1, host="127.0.0.1", dashboard_address=None, silence_logs=50) as going,
    ):
        records = records_made_there(tasks, options, going.scheduler_address, no)
        assert next(records).status == "done"
        going.close()
        with pytest.raises(InputError, match="has gone"):
            list(records)


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("10.0.0.7", False), ("scheduler", False)],
)
def test_is_loopback(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


@pytest.mark.skipif(shutil.which("openssl") is None, reason="certificates are made with openssl")
def test_a_cluster_with_tls_takes_those_it_knows(tmp_path: Path) -> None:
    from distributed import LocalCluster
    from distributed.security import Security

    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    names = ("scheduler", "worker", "client")
    files = {f"tls_{name}_cert": certificate for name in names} | {f"tls_{name}_key": key for name in names}
    security = Security(tls_ca_file=certificate, require_encryption=True, **files)
    options = arguments(tmp_path / "out")
    with LocalCluster(
        n_workers=1, host="127.0.0.1", protocol="tls", security=security, dashboard_address=None, silence_logs=50
    ) as secure:
        options.tls = [certificate, certificate, key]
        known = list(records_made_there([task(tmp_path, "one", "We agree.")], options, secure.scheduler_address, no))
        options.tls = None
        with pytest.raises(InputError, match="cannot be reached"):
            list(records_made_there([], options, secure.scheduler_address, no))
    assert [record.status for record in known] == ["done"]


@needs_kill
def test_the_command_serves_this_machine_until_it_is_ended() -> None:
    command = [sys.executable, "-m", "page", "cluster", "--workers", "1", "--port", "0"]
    serving = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert serving.stderr is not None
    assert serving.stderr.readline().startswith("tcp://127.0.0.1:")
    os.killpg(serving.pid, signal.SIGINT)  # as a terminal does, to the workers too
    serving.communicate()
    assert serving.returncode == 130


def test_a_port_that_is_taken_is_said(cluster: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert entente(["cluster", "--workers", "1", "--port", cluster.rpartition(":")[2]]) == 1
    assert "Give another --port" in capsys.readouterr().err
