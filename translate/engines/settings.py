"""EngineSettings: what a set of engines is told once, and all its engines keep to."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from translate.errors import EngineError
from translate.message import say

DEVICES = ("auto", "cpu", "cuda", "mps")
"""What a checkpoint may run on; auto is a graphics card where there is one."""
_PRECISIONS = ("auto", "float32", "float16", "bfloat16")


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What engines are told when they are made; nothing has to be.

    Attributes:
        device: One of DEVICES, for seq2seq and ctranslate2.
        precision: Numbers that those two compute with: "auto" is half precision on a card, on a processor what the
            engine has there (float32, or 8-bit integers); else "float32", "float16" or "bfloat16".
        server: Address of a program that serves a language model, such as "http://127.0.0.1:8080/v1"; where None the
            usual programs' own addresses on this machine are tried.
        server_model: Name of the model wanted there; the only one that it has if None.
        server_hosts: Names of other machines that the reader lets the text go to.

    Raises:
        EngineError: There is no such device or precision.
    """

    device: str = "auto"
    precision: str = "auto"
    server: str | None = None
    server_model: str | None = None
    server_hosts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is unknown, so that a slip is not taken for auto."""
        for value, known in ((self.device, DEVICES), (self.precision, _PRECISIONS)):
            if value not in known:
                raise EngineError(
                    say(
                        "There is no device or precision {value!r}; known are {known}. Choose one of these.",
                        value=value,
                        known=", ".join(known),
                    )
                )


def settings_from(environment: Mapping[str, str] = os.environ) -> EngineSettings:
    """What the environment tells: ENTENTE_DEVICE, ENTENTE_SERVER, ENTENTE_SERVER_MODEL, ENTENTE_SERVER_HOSTS.

    Args:
        environment: Variables by name; hosts stand in one, between commas.

    Raises:
        EngineError: There is no such device.

    >>> settings_from({"ENTENTE_DEVICE": "cpu", "ENTENTE_SERVER_HOSTS": "gpu.example.org"}).server_hosts
    ('gpu.example.org',)
    """
    hosts = environment.get("ENTENTE_SERVER_HOSTS", "")
    return EngineSettings(
        device=environment.get("ENTENTE_DEVICE") or "auto",
        server=environment.get("ENTENTE_SERVER") or None,
        server_model=environment.get("ENTENTE_SERVER_MODEL") or None,
        server_hosts=tuple(host.strip() for host in hosts.split(",") if host.strip()),
    )
