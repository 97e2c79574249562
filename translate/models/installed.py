"""Which models are on this machine, and which of them serves a pair of languages."""

import os
from pathlib import Path

from translate.models.model import Model
from translate.models.packaged import packaged_models


def models_folder() -> Path:
    """Where installed models lie: $ENTENTE_MODELS, or "models" in the platform's folder for user data."""
    named = os.environ.get("ENTENTE_MODELS")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("entente", appauthor=False) / "models"


def installed_models() -> tuple[Model, ...]:
    """Every model on this machine, sorted by pair; an installed one stands before the packaged one of its pair."""
    return packaged_models()


def find_model(source: str, target: str) -> Model | None:
    """The model for a pair of BCP 47 codes, or None.

    A region is dropped where no model names it ("pt-BR" is served by "pt"); a script never is, as "zh-Hant" and
    "zh-Hans" are written differently.
    """
    models = installed_models()
    for wanted in ((source, target), (source, _base(target)), (_base(source), target), (_base(source), _base(target))):
        for model in models:
            if (model.source, model.target) == wanted:
                return model
    return None


def _base(code: str) -> str:
    """A language code without its region: "pt-BR" → "pt", "zh-Hant-HK" → "zh-Hant"."""
    return "-".join(part for i, part in enumerate(code.split("-")) if i == 0 or len(part) > 3)
