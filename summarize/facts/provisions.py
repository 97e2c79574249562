"""Where a sentence refers to provisions and acts by their number. Rules and lexicons, nothing learned."""

import re

from summarize.facts.lists import LabelKind, label_kind, label_name
from summarize.facts.provision_names import provision_name
from summarize.facts.spans import Span, merged
from summarize.facts.when import dates
from translate.checks.references import references
from translate.document import Document
from translate.text.lexicon import pattern
from translate.text.repeated import repeated

# How an act numbers its provisions, in the languages with rules.
PROVISION = re.compile(
    r"(?:(?:Art(?:icle|icolo|igo|ículo|ikel)?\.?|Section|Стать[яи]|المادة|مادة)\s*\(?"
    r"(?:\d+|[IVXLC]+(?!\w)|[٠-٩]+)(?:\s?[a-z](?!\w)|-[A-Z\d]+)?\)?(?:\.?[ºª°])?|§\s*\d+|第[\d一二三四五六七八九十]+条)",
    re.IGNORECASE,
)

_HAN_REFERENCE = re.compile(
    r"第\s?[\d/一二三四五六七八九十百]+\s?号?(?:决议|指令|条例|令|条|款|项|章|节)|附件[一二三四五六七八九十\d]+"
)
_ARABIC_ORDINAL = re.compile(
    r"(?:المرفق|الملحق|المادة|الفصل)\s(?:الأول|الثاني|الثالث|الرابع|الخامس|الأولى|الثانية|الثالثة|الرابعة|الخامسة)"
)
_ANNEX = re.compile(
    r"(?:Annex|Anexo|Annexe|Anhang|Allegato|Appendix|Apêndice)(?:[ ](?:[IVXLC]+|\d+|[A-Z]))?\b", re.IGNORECASE
)
# What stands between an act's name and its number: "Lei n.º 45/2021", "Ley 39/2015", "legge n. 47 del 2017".
_ACT_NUMBER = re.compile(
    r"\s(?:n\.?\s?[º°]\s?|nr?\.\s?|№\s?|No\.?\s)?\d[\w/.-]*\w|\s(?:n\.?\s?[º°]\s?|nr?\.\s?|№\s?)?\d"
)
_LETTER = re.compile(r"\s\(?[a-z]\)")
_AFTER_REFERENCE = re.compile(r"(?:\.?[ºª°])?(?:[./]\d+)*(?:/[A-Z]{2,3})?(?:\s?\([\w]{1,3}\))*")
# What stands between a reference and what it is a part of; the number of a paragraph may come without its word.
_PART_OF = re.compile(
    r"[\s\u00a0](?:d[oae]s?|of|du|de la|de l[’']|del|de los|della|dell[’']|des|der|in)[\s\u00a0]?"
    r"(?:(?:n\.?\s?[ºo°]s?|número|§|Abs\.)\s?\d+[\s\u00a0](?:do|da|del|de la|des)[\s\u00a0])?",
    re.IGNORECASE,
)


@repeated
def cited(text: str, language: str) -> list[Span]:
    """References to provisions and acts by their number; "the decision of 14 March" has a date, not a number."""
    found = []
    for reference in references(text, language):
        rest = _AFTER_REFERENCE.match(text, reference.end)
        found.append((reference.start, rest.end() if rest else reference.end))
    if language == "zh":
        found += [match.span() for match in _HAN_REFERENCE.finditer(text)]
    if language == "ar":
        found += [match.span() for match in _ARABIC_ORDINAL.finditer(text)]
    for kind, number in (("act", _ACT_NUMBER), ("letter", _LETTER)):
        find = pattern("facts", language, kind)
        for word in find.finditer(text) if find else ():
            if behind := number.match(text, word.end()):
                found.append((word.start(), behind.end()))
    dated = dates(text, language)
    return _joined(text, [span for span in merged(found) if not any(span[0] < start < span[1] for start, _ in dated)])


def _joined(text: str, found: list[Span]) -> list[Span]:
    """References with those that they are parts of: "alínea d) do n.º 2 do artigo 112.º" is one."""
    joined: list[Span] = []
    for start, end in found:
        if joined and _PART_OF.fullmatch(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def first_provision(document: Document) -> int:
    """Position of the first block that is an article's number or has one; that of no block where there is none."""
    labels = (f"{block.label} {document.text[block.start : block.start + 20]}" for block in document.blocks)
    return next((i for i, label in enumerate(labels) if PROVISION.match(label.strip())), len(document.blocks))


def provisions(document: Document) -> list[str]:
    """The provision that each block stands in, as a lawyer cites it: "Article 5(2)(c)"; empty before the first."""
    found: list[str] = []
    article, letter = "", ""
    path: list[tuple[LabelKind, str]] = []
    for block in document.blocks:
        opening = f"{block.label} {document.text[block.start : block.start + 40]}".strip()
        numbered = PROVISION.match(opening)
        if numbered and (block.kind == "heading" or block.label or opening.startswith(numbered[0])):
            article, path = " ".join(numbered[0].split()), []
        elif block.kind == "heading" and (annex := _ANNEX.match(opening)):
            article, path = " ".join(annex[0].split()), []
        elif article:
            kind = label_kind(block.label, letter)
            kinds = [entry for entry, _ in path]
            if kind != "dash":
                path = path[: kinds.index(kind)] if kind in kinds else path
                path = [entry for entry in path if entry[0] == "digit"] if kind == "none" else path
            if kind not in ("dash", "none"):
                path = [*path, (kind, label_name(block.label))]
            letter = label_name(block.label) if kind == "letter" else letter
        found.append(provision_name(article, [name for _, name in path], document.language) if article else "")
    return found
