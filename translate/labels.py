"""Article labels and list markers: what stands before the words of a provision and is cited, not translated."""

import re
from functools import cache
from importlib.resources import files

_NUMBER = (
    r"(?:\d{1,4}(?:[.\-–/]\d{1,3}){0,4}|[IVXLCDM]{1,7})"
    r"(?:[ \u00a0]?(?:\.?[ºª°]|bis|ter|quater)(?!\w)|-?[A-Za-z](?!\w))?"
)
_CLOSE = r"(?:[ \u00a0]?[.:)\]–—\-]+)*"
_MARKER = re.compile(
    rf"""
    [•·▪■●◦‣*–—\-][ \t\u00a0]+                              # bullets and dashes
    | \((?:\d{{1,3}}|[ivxlcdm]{{1,6}}|[IVXLCDM]{{1,6}}|\w{{1,2}})\)(?=\s|$)   # (1), (iv), (a)
    | (?:\d{{1,3}}|[ivxl]{{1,6}}|[IVXL]{{1,6}}|[^\W\d_]{{1,2}})\)(?=\s|$)     # 1), iv), a)
    | \d{{1,3}}(?:\.\d{{1,3}}){{0,4}}\.?[ºª°]?(?:[ ]?[.\-–—]+)(?=\s|$)        # 1., 1.2., 3.º -
    | \d{{1,2}}(?:\.\d{{1,2}}){{1,4}}(?=\s)                 # 1.2 without a last full stop
    | [A-Z]\.(?=\s)                                         # A.
    | [IVXL]{{2,6}}(?:[ ]?[.\-–—]+)(?=\s)                   # IV.
    | §{{1,2}}[ \u00a0]?{_NUMBER}{_CLOSE}(?=\s|$)           # § 3
    """,
    re.VERBOSE,
)


@cache
def _provision(language: str) -> re.Pattern[str]:
    """Pattern of "Article 5(2)." in a language; of all languages where it has no row."""
    rows = dict(
        line.split("\t")
        for line in files("translate").joinpath("lexicons", "labels.tsv").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )
    found = rows.get(language.partition("-")[0]) or " ".join(rows.values())
    names = "|".join(sorted(map(re.escape, set(found.split())), key=len, reverse=True))
    sub = r"(?:[ \u00a0]?(?:,[ ]?)?(?:n\.?[ ]?[º°o][ ]?\d+|§[ ]?\d+|\(\w{1,3}\)))*"
    return re.compile(rf"(?:{names})\.?[ \u00a0]{_NUMBER}{sub}{_CLOSE}(?=\s|$)", re.IGNORECASE)


def label_end(text: str, language: str = "und") -> int:
    """Where the article label or list marker at a block's start ends.

    Args:
        text: Text of one block.
        language: BCP 47 code; "und" knows the words of all languages in the lexicon.

    Returns:
        String index after the label, 0 where there is none. A block that is nothing but a label has none:
        it is words to translate.

    >>> label_end("Article 5. Member States shall act.", "en")
    10
    """
    start = len(text) - len(text.lstrip())
    match = _provision(language).match(text, start) or _MARKER.match(text, start)
    if match is None:
        return 0
    end = start + len(match.group().rstrip())
    return end if text[end:].strip() else 0


def label(text: str, language: str = "und") -> str:
    """The number that a lawyer cites for a block: "Article 5", "§ 3", "(a)"; empty where there is none.

    White space is one space; a bullet or dash is no number.

    >>> label("Art. 5 n.º 1 — The controller shall …", "pt")
    'Art. 5 n.º 1'
    """
    start = len(text) - len(text.lstrip())
    match = _provision(language).match(text, start) or _MARKER.match(text, start)
    if match is None:
        return ""
    found = " ".join(match.group().split()).rstrip(" .:-–—•·▪■●◦‣*")
    return found
