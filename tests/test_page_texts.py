"""The page's words: complete in both languages, every placeholder in both."""

import re

import pytest

from page.texts import LANGUAGES, nearest, texts
from translate.text.genre import GENRES


def _placeholders(words: dict[str, str]) -> dict[str, list[str]]:
    return {key: sorted(re.findall(r"{(\w+)}", text)) for key, text in words.items()}


def test_texts_have_the_same_keys_and_placeholders() -> None:
    assert _placeholders(texts("pt")) == _placeholders(texts("en"))


def test_texts_are_translated() -> None:
    same = {key for key, text in texts("pt").items() if text == texts("en")[key]}
    names = {"engine_firefox", "engine_seq2seq", "engine_ctranslate2"}
    assert same <= {"download_md", "download_json", "bilingual_tmx", "bilingual_xliff", "bilingual_xlf", *names}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_name_every_genre(language: str) -> None:
    assert {f"genre_{genre}" for genre in GENRES} <= set(texts(language))


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("pt-BR", "pt"), ("pt_PT", "pt"), ("en-GB", "en"), ("ar", "en"), ("", "en"), (None, "en")],
)
def test_nearest(locale: str | None, expected: str) -> None:
    assert nearest(locale) == expected
