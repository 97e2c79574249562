"""Article labels and list markers: what stands before the words of a provision, is cited, and not translated."""

import re
from functools import cache

from translate.abbreviations import is_starter, words

_ORDINAL = r"[ \u00a0]?(?:\.?[ºª°]|\.[oa](?!\w)|(?:bis|ter|quater|quinquies|sexies)(?!\w))"
_NUMBER = (
    rf"(?:\d{{1,4}}(?:[.\-–/]\d{{1,3}}){{0,4}}|[IVXLCDM]{{1,7}}(?!\w)|[A-Z](?!\w))"
    rf"(?:(?:{_ORDINAL})+|-?[A-Za-z](?![\w’'])|\-(?:bis|ter|quater)(?!\w))?"
)
_PART = r"[ \u00a0]?(?:,[ ]?)?(?:n\.?[ ]?[º°o][ ]?\d+|§[ ]?\d+|Abs\.[ ]\d+|\(\w{1,4}\))"
_CLOSE = r"[ \u00a0]?[.:)\]–—\-]+"
_BULLET = "•·▪■●◦‣⁃∙○□▶➢✓*–—\\-"
_MARKER = re.compile(
    rf"""
      [{_BULLET}](?=\s)                                           # bullets and dashes
    | §{{1,2}}[ \u00a0]?{_NUMBER}(?:{_CLOSE})*(?=\s)                # § 3
    | [(\[](?:\d{{1,4}}|[ivxlcdm]{{1,6}}|[IVXLCDM]{{1,6}}|[^\W\d_]{{1,2}})[)\]][.]?(?=\s)      # (1), [iv], (a)
    | (?:\d{{1,3}}[ºª°]?|[ivxlcdm]{{1,6}}|[IVXLCDM]{{1,6}}|[^\W\d_]{{1,2}})[ºª°]?\)[.\-–—]*(?=\s)   # 1), iv), a)
    | \d{{1,4}}(?:\.\d{{1,3}}){{0,4}}(?:{_ORDINAL})?(?:[ ]?\.)?[ ]?[\-–—](?=\s|[^\W\d_])      # 1.-, 3.º —
    | \d{{1,4}}(?:\.\d{{1,3}}){{0,4}}(?:\.[ºª°]?|{_ORDINAL})(?=\s)        # 1., 1.2., 3.º
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,4}}(?=\s)                         # 1.2
    | [IVXLCDM]{{1,7}}(?:[ ]?\.)?[ ]?[\-–—](?=\s|[^\W\d_])           # II -, I.-
    | (?:[A-Z]|[IVXLCDM]{{2,7}})\.(?=\s)                          # A., IV.
    | [（(]?[一二三四五六七八九十百]{{1,4}}[)）、.．]|（\d{{1,3}}）        # 一、
    """,
    re.VERBOSE,
)
_LISTED = re.compile(rf"[;,][^\n]{{0,80}}\n\s*(?:{_MARKER.pattern})", re.VERBOSE)
_HAN_NUMBER = "[0-9０-９零〇一二三四五六七八九十百千]{1,7}"
_HAN_PROVISION = re.compile(
    rf"第[ \u3000]?{_HAN_NUMBER}[ \u3000]?[章节節条條款項项編编部分号號]{{1,2}}(?:の{_HAN_NUMBER})?(?=[\s:：、])"
)
_BARE = re.compile(r"\d{1,3}(?=[ \t\u00a0]+[^\W\d_])")
_TITLE_CHARACTERS = 160


def label_end(text: str, language: str = "und") -> int:
    """Where the article label or list marker at a block's start ends.

    Args:
        text: Text of one block.
        language: BCP 47 code; "und" knows the words of all languages in the lexicon.

    Returns:
        String index after the label, 0 where there is none. These have none, as their label is translated with
        them: a block that is nothing but a label; a title ("Section 2 Scope"); a list kept in one block.

    >>> label_end("Article 5. Member States shall act.", "en")
    10
    >>> label_end("Article 5 of the Treaty applies.", "en")
    0
    """
    end = _end(text, language, after=True)
    if end == 0 or not text[end:].strip() or _LISTED.search(text):
        return 0
    return end


def label(text: str, language: str = "und") -> str:
    """The number that a lawyer cites for a block: "Article 5", "§ 3", "(a)"; empty where there is none.

    White space becomes one space; closing full stops and dashes are left out; a bullet is no number.

    >>> label("Art. 5 n.º 1 — The controller shall …", "pt")
    'Art. 5 n.º 1'
    """
    end = _end(text, language, after=False)
    return " ".join(text[:end].split()).strip(" .:–—-*" + _BULLET)


def starts_with_marker(line: str) -> bool:
    """Whether a line begins with a list marker, such as "(a)", "1." or "•"."""
    return _MARKER.match(line + "\n", len(line) - len(line.lstrip())) is not None


def _end(text: str, language: str, after: bool) -> int:
    """End of the label, 0 without one.

    Args:
        after: Whether the label must be one that stays outside the segments.
    """
    start = len(text) - len(text.lstrip())
    padded = text + "\n"
    words = _provision(language).match(padded, start) or _HAN_PROVISION.match(padded, start)
    end = 0
    if words is not None and _opens(padded, words, after):
        end = words.end()
    elif words is None:
        found = _MARKER.match(padded, start) or _numbered(padded, start, language)
        end = found.end() if found else 0
    while end:
        start = end + len(text[end:]) - len(text[end:].lstrip())
        found = _MARKER.match(padded, start)
        if found is None or found.end() >= len(text):
            break
        end = found.end()
    return len(text[:end].rstrip()) if end else 0


def _opens(text: str, words: re.Match[str], after: bool) -> bool:
    """Whether "Article 5" is a label and not the start of a sentence about Article 5.

    Args:
        after: Whether it must also stand apart from what follows, which a title's label does not.
    """
    rest = text[words.end() :].strip()
    if not rest:
        return True
    first = rest.lstrip("«“\"'‘„([¿¡")[:1]
    closed = words.group().rstrip()[-1] in ".:)–—-"
    if first.islower() or (not closed and not first.isupper()):
        return False
    is_title = len(rest) <= _TITLE_CHARACTERS and rest[-1] not in '.;:!?,…。！？؟।»”")'
    return not (after and is_title)


def _numbered(text: str, start: int, language: str) -> re.Match[str] | None:
    """A bare paragraph number, "22 The measures …", where a word follows that opens sentences."""
    found = _BARE.match(text, start)
    if found is None:
        return None
    rest = text[found.end() :]
    if rest[0] != "\t" and not is_starter(rest.lstrip(), language):
        return None
    return found


@cache
def _provision(language: str) -> re.Pattern[str]:
    """Pattern of "Article 5(2)." in a language; of all languages where the lexicon lacks it."""
    names = "|".join(sorted(map(re.escape, words(language, "provision")), key=len, reverse=True))
    return re.compile(rf"(?:{names})\.?[ \u00a0]?{_NUMBER}(?:{_PART})*(?:{_CLOSE})*(?=\s)", re.IGNORECASE)
