"""plain(): words of a reader or of a text, as Streamlit is to show them where it takes Markdown."""

import re

from summarize.export.markdown import escaped

# What Streamlit turns into links, pictures and signs after Markdown is read, where no backslash helps: addresses,
# ":smile:" and ":material/home:", and arrows that stand alone. An invisible sign in them does.
_TURNED = re.compile(
    r"(?<=:)(?=//|[\w/+-]+:)|(?<=mailto:)|(?<=xmpp:)|(?<=www)(?=\.)|(?<=\w@)|(?<=(?<!\S)[<>=~-])(?=[<>=-]+(?!\S))", re.I
)
_JOINER = "\u2060"


def plain(text: str) -> str:
    r"""Markdown that shows a text as it is, on one line: nothing in it is a link, a picture or a sign.

    Whatever the page shows of a text, a file's name, a glossary or a message that may hold them goes through this, or
    through an element that takes no Markdown.

    >>> plain("![x](http://a.example)")
    '\\!\\[x\\](http\\:\u2060//a.example)'
    """
    return escaped(_TURNED.sub(_JOINER, text)).replace(":", "\\:")  # ":red[…]" colours
