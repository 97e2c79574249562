"""Are the reader's terms kept where they are to be enforced, and at what cost for the rest of the sentence?"""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.report import arguments, data_folder, report
from translate import translate
from translate.choices import Choices
from translate.document import Document
from translate.engines.firefox.engine import FirefoxEngine
from translate.engines.protocol import GREEDY, Decoding, Engine
from translate.hypothesis import Hypothesis
from translate.reading.reader import read
from translate.resources.adherence import adherence
from translate.resources.glossary import Glossary, parse_glossary

_CHARTER = """
Security Council,Conselho de Segurança
General Assembly,Assembleia Geral
Secretary-General,Secretário-Geral
International Court of Justice,Corte Internacional de Justiça
Trusteeship Council,Conselho de Tutela
Economic and Social Council,Conselho Económico e Social
Military Staff Committee,Comissão de Estado-Maior
trusteeship agreement,acordo de tutela
trust territory,território sob tutela
strategic area,zona estratégica
specialized agency,organismo especializado
subsidiary organ,órgão subsidiário
regional arrangement,convénio regional
breach of the peace,ruptura da paz
threat to the peace,ameaça à paz
act of aggression,ato de agressão
dispute,controvérsia
administering authority,autoridade administrante
self-government,governo próprio
armed force,força armada
"""
_DECLARATION = """
everyone,toda a pessoa
slavery,escravatura
status,estatuto
privacy,vida privada
penal offence,acto delituoso
barbarous act,acto de barbárie
rule of law,regime de direito
interference,intromissão
home,domicílio
standard of living,nível de vida
trade union,sindicato
public order,ordem pública
social security,segurança social
friendly relation,relação amistosa
effective remedy,recurso efectivo
Member State,Estado membro
elementary education,ensino elementar
higher education,ensino superior
limitation,limitação
protection,protecção
"""
"""Terms of the texts, half of which the packaged model has otherwise; the second's as its Portuguese text has them."""


class Unconstrained:
    """The packaged engine without its search for phrases, so that terms are put in place of other words."""

    def __init__(self, engine: FirefoxEngine) -> None:
        self.name, self.max_tokens, self.window = engine.name, engine.max_tokens, engine.window
        self.supports, self.count_tokens = engine.supports, engine.count_tokens
        self.signature, self.describe = engine.signature, engine.describe
        self.alternatives = engine.alternatives
        self._engine = engine

    def translate(
        self, texts: Sequence[str], source: str, target: str, decoding: Decoding = GREEDY
    ) -> list[Hypothesis]:
        """As the engine does."""
        return self._engine.translate(texts, source, target, decoding)


class Text(NamedTuple):
    """A text in English with a glossary, and its Portuguese by block where there is one."""

    name: str
    document: Document
    glossary: Glossary
    reference: tuple[str, ...]


def main() -> None:
    """Print the table."""
    options = arguments(__doc__).parse_args()
    report(
        "terms",
        "Are the reader's terms kept where they are enforced?",
        ("text", "missed terms are", "kept (bar 97 %)", "chrF", "chrF of the read-back", "sentences changed"),
        [*_glossary_rows()],
        notes=(
            "20 terms each, English to Portuguese, packaged model. chrF against the Portuguese text where there is "
            "one; of the read-back against the English text.",
            "Put in: in place of the words that word links name. Searched for: by a beam search that must have them.",
        ),
        packages=("onnxruntime", "numpy", "sacrebleu"),
        update=options.update,
    )


def _glossary_rows() -> Iterator[tuple[object, ...]]:
    """The reader's glossary on the Charter and the Declaration."""
    engine = FirefoxEngine()
    for text in (_charter(), _declaration()):
        first: tuple[Hypothesis, ...] = ()
        ways: tuple[tuple[str, Engine, bool], ...] = (
            ("left", engine, False),
            ("put in", Unconstrained(engine), True),
            ("searched for", engine, True),
        )
        for name, way, replacing in ways:
            choices = Choices(engine="firefox", glossary=text.glossary, replacing=replacing)
            found = translate(text.document, "pt", choices=choices, engines={"firefox": way})
            first = first or found.hypotheses
            changed = sum(one.text != two.text for one, two in zip(first, found.hypotheses, strict=True))
            yield text.name, name, _kept(text, found.hypotheses), *_likeness(text, found.target, engine), changed


def _kept(text: Text, hypotheses: Sequence[Hypothesis]) -> str:
    """How many uses of a term, by segment, have its target."""
    targets = {i: own.text for i, own in enumerate(hypotheses)}
    entries = adherence(text.glossary, dict(enumerate(text.document.texts)), targets)
    kept, missed = sum(len(own.used) for own in entries), sum(len(own.missed) for own in entries)
    return f"{kept} of {kept + missed}, {kept / (kept + missed):.1%}"


def _likeness(text: Text, target: Document, engine: FirefoxEngine) -> tuple[str, str]:
    """chrF against the Portuguese text, block by block, and of the read-back."""
    from sacrebleu.metrics import CHRF

    back = [own.text for own in engine.translate(target.texts, "pt", "en")]
    read_back = f"{CHRF().corpus_score(back, [list(text.document.texts)]).score:.2f}"
    if not text.reference:
        return "", read_back
    blocks = [target.text[block.start : block.end] for block in target.blocks]
    return f"{CHRF().corpus_score(blocks, [list(text.reference)]).score:.2f}", read_back


def _charter() -> Text:
    """The United Nations' Charter."""
    articles = json.loads((data_folder("un_charter") / "articles.json").read_text(encoding="utf-8"))
    document = read("\n\n".join(article["en"] for article in articles.values()), language="en")
    return Text("Charter", document, parse_glossary(_CHARTER.strip(), "en", "pt"), ())


def _declaration() -> Text:
    """The Universal Declaration of Human Rights."""
    units = json.loads((data_folder("udhr") / "units.json").read_text(encoding="utf-8"))
    both = [(unit["en"].strip(), unit["pt"].strip()) for unit in units.values() if "en" in unit and "pt" in unit]
    document = read("\n\n".join(english for english, _ in both), language="en")
    if len(document.blocks) != len(both):
        raise ValueError(f"{len(document.blocks)} blocks of {len(both)} units")
    glossary = parse_glossary(_DECLARATION.strip(), "en", "pt")
    return Text("Declaration", document, glossary, tuple(portuguese for _, portuguese in both))


if __name__ == "__main__":
    main()
