"""What stands around a page's text is set apart, and nothing of it is lost."""

import pytest

from translate.document import Document
from translate.reading.reader import read

_TEXT = (
    "<p>The ministry publishes a report on the state of the rivers each year, and the council debates it in the "
    "spring before the budget is made.</p>"
)
_LINKS = "".join(f"<li><a href='#{name}'>{name}</a></li>" for name in ("Home", "News", "Law", "Contact"))


def _page(body: str) -> Document:
    return read(f"<html><body>{body}</body></html>".encode(), name="a.html", language="en")


def _kinds(body: str) -> list[str]:
    return [block.kind for block in _page(body).blocks]


def test_a_menu_before_the_text_is_a_header_and_one_after_it_a_footer() -> None:
    menu = f"<ul>{_LINKS}</ul>"
    assert _kinds(menu + _TEXT + menu) == ["header"] * 4 + ["paragraph"] + ["footer"] * 4


def test_a_block_with_the_name_of_boilerplate_is_set_apart() -> None:
    assert _kinds(_TEXT + "<div class='cookie-consent'><p>We use cookies.</p></div>") == ["paragraph", "footer"]


def test_words_of_a_menu_stay_in_the_document() -> None:
    assert "News" in _page(f"<ul>{_LINKS}</ul>{_TEXT}").texts


def test_a_notice_says_that_a_menu_was_set_apart() -> None:
    (issue,) = _page(f"<ul>{_LINKS}</ul>{_TEXT}").issues
    assert issue.message.startswith("4 blocks look like menus")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<ul>{_LINKS.replace('<li><a href=', '<li>See <a href=')}</ul>{_TEXT}", id="words beside links"),
        pytest.param(f"<ul>{_LINKS[: len(_LINKS) // 2]}</ul>{_TEXT}", id="two links"),
        pytest.param(f"<ul>{_LINKS * 20}</ul>{_TEXT}", id="a page of links"),
        pytest.param(f"<ul>{_LINKS}</ul>", id="nothing but links"),
        pytest.param(f"<p class='navy'>Words.</p>{_TEXT}", id="another name"),
    ],
)
def test_what_is_no_menu_stays_where_it_is(body: str) -> None:
    assert {"header", "footer"}.isdisjoint(_kinds(body))
