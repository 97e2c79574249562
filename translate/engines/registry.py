"""Every engine by name. Adding one is one file here and one line below."""

from translate.engines.engine import Engine
from translate.errors import EngineError
from translate.registry import resolve

ENGINES: dict[str, str] = {
    "firefox": "translate.engines.firefox.engine:FirefoxEngine",
    "pseudo": "translate.engines.pseudo:PseudoEngine",
}
"""Name to class; in the order in which the router prefers them where nothing else decides."""


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
        raise EngineError(
            f"The engine {name!r} needs the package {error.name!r}, which is not installed. "
            f"Install the project's requirements, then try again."
        ) from error
    return engine
