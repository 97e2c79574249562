"""A function that is asked for the same sentence again and again."""

from collections.abc import Callable

from translate.text.repeated import repeated


def _counting() -> tuple[list[str], Callable[[str, str], list[str]]]:
    asked: list[str] = []

    def find(text: str, language: str) -> list[str]:
        """What it finds."""
        asked.append(language)
        return text.split()

    return asked, repeated(find)


def test_a_sentence_is_looked_at_once() -> None:
    asked, find = _counting()
    assert (find("a b", "en"), find("a b", "en"), asked) == (["a", "b"], ["a", "b"], ["en"])


def test_another_language_is_another_question() -> None:
    asked, find = _counting()
    assert (find("a b", "en"), find("a b", "pt"), asked) == (["a", "b"], ["a", "b"], ["en", "pt"])


def test_each_caller_has_a_list_of_its_own() -> None:
    _, find = _counting()
    find("a b", "en").append("c")
    assert find("a b", "en") == ["a", "b"]


def test_a_whole_text_is_not_kept() -> None:
    asked, find = _counting()
    find("word " * 1000, "en")
    find("word " * 1000, "en")
    assert asked == ["en", "en"]
