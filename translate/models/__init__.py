"""The translation models on this machine: which there are, where they lie, whether they are intact."""

from translate.models.installed import damage, find_model, installed_models, models_folder
from translate.models.model import Model, ModelFile

__all__ = ["Model", "ModelFile", "damage", "find_model", "installed_models", "models_folder"]
