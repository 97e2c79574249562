"""Every engine by name. Adding one is one file here and one line below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from translate.closing import Closing
from translate.engines.protocol import Engine
from translate.engines.settings import EngineSettings, settings_from
from translate.errors import EngineError
from translate.message import say
from translate.registry import resolve

ENGINES: dict[str, str] = {
    "firefox": "translate.engines.firefox.engine:FirefoxEngine",
    "ctranslate2": "translate.engines.ctranslate2.engine:CTranslate2Engine",
    "seq2seq": "translate.engines.seq2seq.engine:Seq2SeqEngine",
    "apertium": "translate.engines.apertium.engine:ApertiumEngine",
    "server": "translate.engines.server.engine:ServerEngine",
    "pseudo": "translate.engines.pseudo:PseudoEngine",
}
"""Name to class; in the order in which the router prefers them where nothing else decides."""

BY_NAME_ONLY = frozenset({"pseudo", "server"})
"""Engines that no route takes unless the reader names them: no server is looked for before."""

NO_TRANSLATION = frozenset({"pseudo"})
"""Engines whose output is none."""

GIST = frozenset({"apertium"})
"""Engines whose output only tells what a text is about; a route takes them last, and says so."""

_NONE_MADE: Mapping[str, Engine] = MappingProxyType({})

OF_MANY_MODELS = frozenset({"ctranslate2", "seq2seq", "server"})
"""Engines of which one model can be named: "seq2seq/opus-mt-ru-en"; they are told the settings too."""


def unknown_engine(name: str, known: Iterable[str]) -> EngineError:
    """What to say where nobody knows an engine of this name."""
    names = ", ".join(dict.fromkeys(known))
    return EngineError(
        say("There is no engine {name!r}; known are {known}. Choose one of these.", name=name, known=names)
    )


def load_engine(name: str, settings: EngineSettings | None = None) -> Engine:
    """A new engine; the caller owns it and keeps it for as long as its loaded models are wanted.

    Args:
        name: Key in ENGINES, for some engines with "/MODEL" behind it.
        settings: What it is told; what the environment says if None.

    Raises:
        EngineError: There is no such engine or model, or its packages are missing.
    """
    key, _, model = name.partition("/")
    if key not in ENGINES or (model and key not in OF_MANY_MODELS):
        raise unknown_engine(name, [*ENGINES, *(f"{key}/MODEL" for key in sorted(OF_MANY_MODELS & set(ENGINES)))])
    try:
        make = resolve(ENGINES, key)
        told = (model or None, settings or settings_from()) if key in OF_MANY_MODELS else ()
        engine: Engine = make(*told)
    except ImportError as error:
        raise EngineError(
            say(
                "The engine {name!r} needs {package}, which is not installed. Run: pip install -r requirements.txt",
                name=name,
                package=error.name or say("a package"),
            )
        ) from error
    return engine


@runtime_checkable
class Resident(Protocol):
    """An engine that holds more than memory: programs that run beside this one."""

    def close(self) -> None:
        """End them; they start again when they are needed."""


class EngineSet(Closing, Mapping[str, Engine]):
    """Engines by name, each made when it is first asked for and kept until the set is closed.

    Whoever makes the set owns its engines and the models that they load: one set a program, reused between runs, in a
    with statement or closed by hand. Any thread may ask. An engine that cannot run here raises EngineError when it is
    asked for, each time anew, so that what was installed meanwhile is found.

    Args:
        names: Keys of ENGINES.
        made: Engines that are made already, by name.
        settings: What others are told when they are made; what the environment says if None.

    Attributes:
        settings: The same.
    """

    def __init__(
        self,
        names: Sequence[str] = tuple(ENGINES),
        made: Mapping[str, Engine] = _NONE_MADE,
        settings: EngineSettings | None = None,
    ) -> None:
        self._names = tuple(names)
        self.settings = settings or settings_from()
        self._engines: dict[str, Engine] = dict(made)
        self._lock = Lock()

    def __getitem__(self, name: str) -> Engine:
        with self._lock:
            if name not in self._engines:
                self._engines[name] = load_engine(name, self.settings)
            return self._engines[name]

    def close(self) -> None:
        """End the engines' programs and let go of the models; the set makes new engines where it is asked again."""
        with self._lock:
            for engine in self._engines.values():
                if isinstance(engine, Resident):
                    engine.close()
            self._engines.clear()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@contextmanager
def usable_engines(given: Mapping[str, Engine] | None) -> Iterator[Mapping[str, Engine]]:
    """The caller's engines, which stay open; where none are given those of a new set, which is closed at the end."""
    if given is not None:
        yield given
        return
    with EngineSet() as made:
        yield made
