"""Which checkpoint serves a pair, and the loaded ones: found anew when asked, kept while they are used."""

from collections.abc import Callable
from importlib.util import find_spec
from threading import Lock
from typing import Generic, TypeVar

from translate.engines.checkpoints.checkpoint import Checkpoint, find_checkpoints, folders_state
from translate.engines.figures import figure
from translate.errors import EngineError, LanguageError
from translate.extras import models_command
from translate.languages.table import name_of
from translate.message import say

_KEPT = 2  # a pivot needs two models at a time; a third would often not fit beside them

N = TypeVar("N")


class Checkpoints(Generic[N]):
    """The checkpoints of one engine, and the last two that were loaded.

    Args:
        engine: "seq2seq" or "ctranslate2".
        load: Makes a network of a checkpoint.
        model: Name of the only checkpoint to use, or None.

    Raises:
        EngineError: No checkpoint has that name, or a package is missing.
    """

    def __init__(self, engine: str, load: Callable[[Checkpoint], N], model: str | None) -> None:
        for package in ("transformers", "torch" if engine == "seq2seq" else "ctranslate2"):
            if find_spec(package) is None:
                raise EngineError(
                    say(
                        "The engine {engine!r} needs {package}, which is not installed. Run: {command}",
                        command=models_command(),
                        engine=engine,
                        package=package,
                    )
                )
        self._engine, self._load, self._model = engine, load, model
        self._networks: dict[str, N] = {}
        self._lock = Lock()
        self._found: tuple[object, tuple[Checkpoint, ...]] = (None, ())
        if model is not None and model not in [checkpoint.name for checkpoint in self._known()]:
            names = ", ".join(checkpoint.name for checkpoint in self._known()) or "none"
            raise EngineError(
                say(
                    "The engine {engine!r} has no model {model!r}; installed are {names}. Install one: "
                    "python -m translate models install hf:ORGANISATION/NAME",
                    engine=engine,
                    model=model,
                    names=names,
                )
            )

    def _known(self) -> tuple[Checkpoint, ...]:
        """Every checkpoint; read again when a folder was added, changed or removed."""
        state = folders_state(self._engine)
        if self._found[0] != state:
            self._found = state, find_checkpoints(self._engine)
        return self._found[1]

    def find(self, source: str, target: str) -> Checkpoint | None:
        """The checkpoint for a pair, the best by published figures; None where there is none."""
        fitting = [checkpoint for checkpoint in self._known() if checkpoint.supports(source, target)]
        if self._model is not None:
            fitting = [checkpoint for checkpoint in fitting if checkpoint.name == self._model]
        else:
            fitting = [checkpoint for checkpoint in fitting if checkpoint.is_free]
        return max(fitting, key=lambda checkpoint: _figure(checkpoint, source, target), default=None)

    def checkpoint(self, source: str, target: str) -> Checkpoint:
        """The checkpoint for a pair.

        Raises:
            LanguageError: There is none.
        """
        found = self.find(source, target)
        if found is None:
            names = ", ".join(checkpoint.name for checkpoint in self._known()) or "none"
            raise LanguageError(
                say(
                    "No model of the engine {engine!r} translates from {source} into {target}; installed are "
                    "{names}. Install one: python -m translate models install hf:ORGANISATION/NAME",
                    engine=self._engine,
                    source=name_of(source),
                    target=name_of(target),
                    names=names,
                )
            )
        return found

    def network(self, source: str, target: str) -> N:
        """The loaded network for a pair; the first call loads it, and may put another away.

        Raises:
            LanguageError: There is no checkpoint for the pair.
            EngineError: It is damaged or cannot be loaded.
        """
        checkpoint = self.checkpoint(source, target)
        with self._lock:
            network = self._networks.pop(checkpoint.name, None) or self._loaded(checkpoint)
            self._networks[checkpoint.name] = network  # the last used stands last
            while len(self._networks) > _KEPT:
                del self._networks[next(iter(self._networks))]
            return network

    def _loaded(self, checkpoint: Checkpoint) -> N:
        """A checkpoint's network, once its files are found intact."""
        checkpoint.require_intact()
        return self._load(checkpoint)


def _figure(checkpoint: Checkpoint, source: str, target: str) -> float:
    """A checkpoint's published figure on a pair; 0 where there is none."""
    found = figure(checkpoint.title, source, target)
    return 0.0 if found is None else found.value
