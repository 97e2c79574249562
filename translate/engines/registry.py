"""Every engine by name. Adding one is one file here and one line below."""

from collections.abc import Iterator, Mapping, Sequence
from threading import Lock

from translate.engines.engine import Engine
from translate.errors import EngineError
from translate.registry import resolve

ENGINES: dict[str, str] = {
    "firefox": "translate.engines.firefox.engine:FirefoxEngine",
    "apertium": "translate.engines.apertium:ApertiumEngine",
    "pseudo": "translate.engines.pseudo:PseudoEngine",
}
"""Name to class; in the order in which the router prefers them where nothing else decides."""

BY_NAME_ONLY = frozenset({"pseudo"})
"""Engines that no route takes unless the reader names them."""

GIST = frozenset({"apertium"})
"""Engines whose output only tells what a text is about; a route takes them last, and says so."""

_CURES: dict[str, str] = {
    "firefox": "pip install -r requirements.txt",
}


def load_engine(name: str) -> Engine:
    """A new engine; the caller owns it and keeps it for as long as its loaded models are wanted.

    Raises:
        EngineError: There is no engine of that name, or its packages are missing.
    """
    if name not in ENGINES:
        raise EngineError(f"There is no engine {name!r}; known are {', '.join(ENGINES)}. Choose one of these.")
    try:
        engine: Engine = resolve(ENGINES, name)()
    except ImportError as error:
        cure = _CURES.get(name, "pip install -r requirements.txt")
        raise EngineError(
            f"The engine {name!r} needs {error.name or 'a package'}, which is not installed. Run: {cure}"
        ) from error
    return engine


class EngineSet(Mapping[str, Engine]):
    """Engines by name, each made when it is first asked for and kept as long as the set.

    Whoever makes the set owns its engines and the models that they load: one set a program, reused between runs.
    Any thread may ask. An engine that cannot run here raises EngineError when it is asked for, each time anew, so
    that what was installed meanwhile is found.
    """

    def __init__(self, names: Sequence[str] = tuple(ENGINES)) -> None:
        self._names = tuple(names)
        self._engines: dict[str, Engine] = {}
        self._lock = Lock()

    def __getitem__(self, name: str) -> Engine:
        with self._lock:
            if name not in self._engines:
                self._engines[name] = load_engine(name)
            return self._engines[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
