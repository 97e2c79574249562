"""Article labels and list markers: what stands before the words of a provision, is cited, and not translated."""

import re
from functools import cache

from translate.segmentation.abbreviations import abbreviation_kind, is_starter, lexicon_words

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
    | [(\[](?:\d{{1,4}}|[ivxlcdm]{{1,6}}|[IVXLCDM]{{1,6}}|[^\W\d_]{{1,2}})[)\]][.]?(?=\s)      # (1), [iv], (a)
    | (?:\d{{1,3}}[ºª°]?|[ivxlcdm]{{1,6}}|[IVXLCDM]{{1,6}}|[^\W\d_]{{1,2}})[ºª°]?\)[.\-–—]*(?=\s)   # 1), iv), a)
    | \d{{1,3}}(?:\.\d{{1,3}}){{0,4}}(?:{_ORDINAL})?(?:[ ]?\.)?[ ]?[\-–—](?=\s|[^\W\d_])      # 1.-, 3.º —
    | \d{{1,3}}(?:\.\d{{1,3}}){{0,4}}(?:\.[ºª°]?|{_ORDINAL})(?=\s)        # 1., 1.2., 3.º; a year is none
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,4}}(?=\s)                         # 1.2
    | [IVXLCDM]{{1,7}}(?:[ ]?\.)?[ ]?[\-–—](?=\s|[^\W\d_])           # II -, I.-
    | (?:[A-Z](?!\.\s+[A-Z]\.)|[IVXLCDM]{{2,7}})\.(?=\s)         # A., IV.; not A. B. Smith
    | (?:[a-z]|[ivx]{{2,5}})\.(?=\t|\s+[A-ZÀ-ÖØ-Þ])                     # a., iii.; not "c. 1990", "e. g."
    | [（(]?[一二三四五六七八九十百]{{1,4}}[)）、.．]|（\d{{1,3}}）        # 一、
    """,
    re.VERBOSE,
)
_LISTED = re.compile(rf"[;,][^\n]{{0,80}}\n\s*(?:{_MARKER.pattern})", re.VERBOSE)
_HAN_NUMBER = "[0-9０-９零〇一二三四五六七八九十百千]{1,7}"
_HAN_PROVISION = re.compile(
    rf"第[ \u3000]?{_HAN_NUMBER}[ \u3000]?[章节節条條款項项編编部分号號]{{1,2}}(?:の{_HAN_NUMBER})?(?=[\s:：、])"
)
_BARE = re.compile(r"\d{1,4}(?=[ \u00a0]*(?P<gap>[\t\n\r ]))")
_NESTED = re.compile(r"\s*(?:\(\w{1,4}\)|\d{1,3}(?:\.\d{1,3}){0,3}\.|\d{1,3}\)|[a-z]\))(?=\s)")
_SENTENCE_ENDS = ".;:,!?…。！？؟।\"'”’»)"

_TITLE_CHARACTERS = 160
"""The longest title after a label; a quarter of it in scripts without capitals, where a title looks like a clause."""


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
    end = _end(text, language, apart=True)
    if end == 0 or not text[end:].strip() or _LISTED.search(text):
        return 0
    return end


def label(text: str, language: str = "und") -> str:
    """The number that a lawyer cites for a block: "Article 5", "§ 3", "(a)"; empty where there is none.

    White space becomes one space; closing full stops and dashes are left out. A bullet is no number, and a list kept
    in one block has none of its own.

    >>> label("Art. 5 n.º 1 — The controller shall …", "pt")
    'Art. 5 n.º 1'
    """
    if _LISTED.search(text) and starts_with_marker(text):
        return ""
    end = _end(text, language, apart=False)
    return " ".join(text[:end].split()).strip(" .:–—-*" + _BULLET)


def label_extent(text: str, language: str = "und") -> int:
    """Where the label at a block's start ends, whether or not it is translated with the block; 0 without one."""
    return _end(text, language, apart=False)


def starts_with_marker(line: str) -> bool:
    """Whether a line begins with a list marker, such as "(a)", "1." or "•"."""
    return _MARKER.match(line + "\n", len(line) - len(line.lstrip())) is not None


def _end(text: str, language: str, apart: bool) -> int:
    """End of the label, 0 without one.

    Args:
        text: Text of one block.
        language: BCP 47 code.
        apart: Whether the label must be one that stays outside the segments.
    """
    start = len(text) - len(text.lstrip())
    padded = text + "\n"
    words = _provision(language).match(padded, start) or _HAN_PROVISION.match(padded, start)
    if words is not None:
        end = words.end() if _stands_apart(padded, words, language, apart) else 0
    else:
        marker = _MARKER.match(padded, start) or _paragraph_number(padded, start, language)
        end = marker.end() if marker and abbreviation_kind(marker.group()[:-1], language) != "name" else 0
    nested = _NESTED.match(padded, end) if end else None
    if nested is not None and nested.end() < len(text):
        end = nested.end()
    return len(text[:end].rstrip())


def _stands_apart(text: str, words: re.Match[str], language: str, apart: bool) -> bool:
    """Whether "Article 5" is a label and not the start of a sentence about Article 5.

    Args:
        text: Text of one block.
        words: Where it has "Article 5".
        language: BCP 47 code.
        apart: Whether a title's label, which is translated with the title, counts as none.
    """
    rest = text[words.end() :].strip()
    if not rest:
        return True
    first = rest.lstrip("«“\"'‘„([¿¡")
    is_closed = words.re is _HAN_PROVISION or words.group().rstrip()[-1] in ".:–—-ºª°"
    longest = _TITLE_CHARACTERS if first[:1].isupper() else _TITLE_CHARACTERS // 4  # scripts without capitals
    is_title = len(rest) <= longest and rest[-1] not in _SENTENCE_ENDS and not first[:1].islower()
    if is_title:
        return not apart
    return not first[:1].islower() if is_closed else is_starter(first, language)


def _paragraph_number(text: str, start: int, language: str) -> re.Match[str] | None:
    """A bare paragraph number, "22 The measures …": before a tab, a line end or a word that opens sentences."""
    found = _BARE.match(text, start)
    if found is None or found.group("gap") in "\t\r\n" or is_starter(text[found.end() :].lstrip(), language):
        return found
    return None


@cache
def _provision(language: str) -> re.Pattern[str]:
    """Pattern of "Article 5(2)." and "PRIMERO.-" in a language; of all languages where the lexicon lacks it."""
    names, ordinals = (
        "|".join(sorted(map(re.escape, lexicon_words(language, kind)), key=len, reverse=True)) or "(?!)"
        for kind in ("provision", "ordinal")
    )
    return re.compile(
        rf"(?:(?i:{names})\.?[ \u00a0]?|§{{1,2}}[ \u00a0]?){_NUMBER}(?:{_PART})*(?:{_CLOSE})*(?=\s)"
        rf"|(?i:{ordinals})[ ]?(?:\.[ ]?[\-–—]?|[:\-–—])(?=\s)"
    )
