"""The translation models on this machine: which there are, where they lie, whether they are intact."""

from translate.engines.firefox.installed import find_model, installed_models, models_folder
from translate.engines.firefox.model import Model, ModelFile

__all__ = ["Model", "ModelFile", "find_model", "installed_models", "models_folder"]
