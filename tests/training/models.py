"""The tiny models, trained once a run: a models folder as translate.models describes it."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from tests.training import marian, multilingual

RU_EN = "opus-mt-ru-en"
EN_MANY = "opus-mt-en-mul"
MANY = "m2m100_tiny"


@cache
def trained() -> Path:
    """A models folder with the three trained checkpoints; copy it before anything is written into it."""
    folder = Path(tempfile.mkdtemp(prefix="entente-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    marian.train_pair(folder / "seq2seq" / RU_EN, "ru", "en")
    marian.train_multi_target(folder / "seq2seq" / EN_MANY)
    multilingual.train_many_to_many(folder / "seq2seq" / MANY)
    return folder


@contextmanager
def only_models(folder: Path) -> Iterator[None]:
    """This models folder, no local Hugging Face cache, no network, one thread a sum."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENTENTE_MODELS", str(folder))
        patch.setenv("HF_HUB_CACHE", str(folder / "no-cache"))
        patch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
        yield
    torch.set_num_threads(threads)
