"""What a provision is called: "Article 5(2)(c)" in English is "Artigo 5.º, n.º 2, alínea c)" in Portuguese."""

import re
from typing import NamedTuple

from summarize.facts.lists import label_kind
from translate.tag import primary

_HEAD = re.compile(
    r"(?P<article>Art(?:icle|icolo|igo|ículo|ikel)?\.?|Стать[яи])\s*(?P<number>[\dIVXLC]+(?:-[A-Z\d]+|[a-z](?!\w))?)(?:\.?[ºª°])?"
    r"|(?P<annex>Annex|Anexo|Annexe|Anhang|Allegato|Appendix|Apêndice)(?:\s(?P<which>[IVXLC]+|\d+|[A-Z]))?\b",
    re.IGNORECASE,
)
_PART = re.compile(r"(?<![\w.])(\d[\d.]*(?<!\.)|[a-zA-Z]{1,5})(?=\)|,|\.?$|\s(?:Absatz|Buchstabe|Ziffer))")


class _Words(NamedTuple):
    """How a language cites; "{}" is the number."""

    article: str
    annex: str
    digit: str
    letter: str
    roman: str
    inciso: str


_WORDS = {
    "en": _Words("Article {}", "Annex", "({})", "({})", "({})", "({})"),
    "pt": _Words("Artigo {}.º", "Anexo", ", n.º {}", ", alínea {})", ", subalínea {})", ", inciso {}"),
    "es": _Words("Artículo {}", "Anexo", ", apartado {}", ", letra {})", ", inciso {})", ", inciso {}"),
    "fr": _Words("Article {}", "Annexe", ", paragraphe {}", ", point {})", ", sous-point {})", ", point {}"),
    "de": _Words("Artikel {}", "Anhang", " Absatz {}", " Buchstabe {}", " Ziffer {}", " Nummer {}"),
    "it": _Words("Articolo {}", "Allegato", ", paragrafo {}", ", lettera {})", ", punto {})", ", punto {}"),
    "ru": _Words("Статья {}", "Приложение", ", пункт {}", ", подпункт {})", ", {})", ", {}"),
}


def provision_name(head: str, parts: list[str], language: str) -> str:
    """A provision as a lawyer of a language cites it.

    Args:
        head: Its article or annex as the text has it: "Artigo 5.º".
        parts: Numbers of what it stands in there, from the paragraph on: ["2", "c"].
        language: BCP 47 code; one without words of its own has the head as it is.

    >>> provision_name("Artigo 5.º", ["2", "c"], "en")
    'Article 5(2)(c)'
    """
    words = _WORDS.get(primary(language))
    found = _HEAD.fullmatch(head)
    if words is None or found is None:
        return ", ".join([head, *parts])
    if found["annex"]:
        return ", ".join([" ".join([words.annex, *([found["which"]] if found["which"] else [])]), *parts])
    name, seen = words.article.format(found["number"]), False
    for part in parts:
        kind = label_kind(part) if not part.isalpha() or part.isupper() else ("roman" if seen else "letter")
        seen = seen or kind == "letter"
        name += getattr(words, kind if kind in words._fields else "letter").format(part)
    return name


def provision_in(place: str, language: str) -> str:
    """A row's provision in the reader's language; as it is where it isn't an article or an annex.

    >>> provision_in("Artigo 5.º, n.º 2, alínea c)", "en")
    'Article 5(2)(c)'
    """
    head = _HEAD.match(place)
    if head is None:
        return place
    return provision_name(head[0], _PART.findall(place[head.end() :]), language)
