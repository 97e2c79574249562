"""Words of the source that a message quotes, with what became of them here, for who does not read that language."""

import re

from translate.hypothesis import NOT_TRANSLATED, Hypothesis
from translate.languages.wording import in_language
from translate.message import say

_QUOTED = re.compile(r"“([^“”]+)”")
_MOST_STRETCHED = 3
"""How many times longer a word's translation may be before its links are taken for bad ones."""


def glossed(message: str, source: str, hypothesis: Hypothesis, reader: str) -> str:
    """A message whose quoted words of the source are each followed by their translation, as far as links tell it.

    Not where the message quotes some of that translation itself.

    Args:
        message: In the reader's language.
        source: The sentence that it is about.
        hypothesis: Its translation, in the reader's language.
        reader: BCP 47 code.

    >>> from translate.hypothesis import Link
    >>> said = Hypothesis("They were here.", alignment=(Link(0, 9, 5, 9),))
    >>> glossed("The translation lacks “estiveram”.", "estiveram cá.", said, "en")
    'The translation lacks “estiveram” (here: “were”).'
    """
    if hypothesis.origin in NOT_TRANSLATED or not hypothesis.alignment:
        return message

    told = [quoted for quoted in _QUOTED.findall(message) if quoted in hypothesis.text]

    def with_gloss(match: re.Match[str]) -> str:
        said = _translation(match[1], source, hypothesis)
        if not said or said.casefold() == match[1].casefold() or any(own in said or said in own for own in told):
            return match[0]
        return in_language(say("{quoted} (here: “{said}”)", quoted=match[0], said=said), reader)

    return _QUOTED.sub(with_gloss, message)


def _translation(words: str, source: str, hypothesis: Hypothesis) -> str:
    """What words of the source became; empty where they don't stand there once as words, or it cannot be told."""
    places = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", source))
    if len(places) != 1 or re.search(rf"(?<!\w){re.escape(words)}(?!\w)", hypothesis.text):
        return ""
    start, end = places[0].span()
    linked = [link for link in hypothesis.alignment if link.source_start < end and start < link.source_end]
    if not linked:
        return ""
    said = hypothesis.text[min(link.target_start for link in linked) : max(link.target_end for link in linked)]
    return " ".join(said.split()) if len(said) <= _MOST_STRETCHED * len(words) else ""
