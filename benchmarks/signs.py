"""Do signs and capitals that a model may not know survive translation?"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from benchmarks.report import arguments, report
from translate.engines.firefox.engine import FirefoxEngine

TEXTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "§": ("See § 12 of the Act.", "Under § 4 no permit is needed.", "§ 7 applies to ports."),
        "±": ("The margin was ± 0.2 %.", "An error of ±3 days is allowed.", "The level varies by ± 5 cm."),
        "½": ("The room is 14½ metres long.", "It took 2½ years.", "They pay ½ of the cost."),
        "¾": ("The tank holds 5¾ tonnes.", "About ¾ of voters stayed at home.", "It lasted 1¾ hours."),
        "≤": ("Levels ≤ 5 mg are allowed.", "Firms with ≤ 50 staff are exempt.", "Ships of ≤ 12 metres may enter."),
        "≥": (
            "A share ≥ 25 % must be reported.",
            "Loans ≥ 1,000 euros need consent.",
            "Waves ≥ 3 metres close the port.",
        ),
        "‰": ("The rate was 3 ‰.", "Salt reached 35 ‰ in May.", "The levy is 2 ‰ of turnover."),
        "#": ("Item #12 was dropped.", "Vote #3 was lost.", "Write to office #7."),
        "~": ("About ~300 people came.", "It cost ~40 euros.", "The trip takes ~2 hours."),
        "<": ("Ships < 12 metres are exempt.", "Only < 5 % answered.", "A risk of < 1 in 100 is accepted."),
        "µ": ("A dose of 5 µg is safe.", "Particles of 10 µm are counted.", "The limit is 40 µg."),
        "→": ("Income → tax → services.", "Draft → debate → vote.", "Lisbon → Porto takes three hours."),
        "{}": ("The field {name} is empty.", "Write {date} here.", "The part {b} was deleted."),
        "£": ("It costs £250 million.", "A fine of £40 applies.", "They owe £3 each."),
        "€": ("It costs €250 million.", "A fine of €40 applies.", "They owe €3 each."),
        "“”": ("The “single market” grew.", "He called it “theft”.", "A “state of need” was declared."),
        "–": ("The tax – a small one – fell.", "From 2019–2025 nothing changed.", "The court – at last – met."),
        "’": ("The Council’s vote is final.", "It isn’t over.", "The farmers’ union agreed."),
        "letters": ("Mr Müller met Ms Gómez.", "The Åland Islands voted.", "Señor Muñoz left Łódź."),
    },
    "pt": {
        "§": ("Nos termos do § 2.º, nada se paga.", "O § 4.º foi revogado.", "Veja-se o § 7.º da lei."),
        "±": ("A margem foi de ± 0,2 %.", "Admite-se um erro de ±3 dias.", "O nível varia ± 5 cm."),
        "½": ("A sala mede 14½ metros.", "Demorou 2½ anos.", "Pagam ½ do custo."),
        "¾": ("O tanque leva 5¾ toneladas.", "Cerca de ¾ não votaram.", "Durou 1¾ horas."),
        "≤": (
            "Admitem-se níveis ≤ 5 mg.",
            "Empresas com ≤ 50 trabalhadores ficam isentas.",
            "Navios de ≤ 12 metros entram.",
        ),
        "≥": (
            "Uma parte ≥ 25 % é comunicada.",
            "Empréstimos ≥ 1000 euros exigem acordo.",
            "Ondas ≥ 3 metros fecham o porto.",
        ),
        "‰": ("A taxa foi de 3 ‰.", "O sal chegou a 35 ‰ em maio.", "A taxa é de 2 ‰ do volume de negócios."),
        "~": ("Vieram ~300 pessoas.", "Custou ~40 euros.", "A viagem demora ~2 horas."),
        "<": ("Navios < 12 metros ficam isentos.", "Só < 5 % responderam.", "Aceita-se um risco < 1 por cento."),
        "µ": ("Uma dose de 5 µg é segura.", "Contam-se partículas de 10 µm.", "O limite é 40 µg."),
        "€": ("Custa 250 milhões de €.", "Aplica-se uma coima de 40 €.", "Devem 3 € cada um."),
        "“”": ("O “mercado único” cresceu.", "Chamou-lhe “roubo”.", "Foi declarado um “estado de necessidade”."),
        "«»": ("O «mercado único» cresceu.", "Chamou-lhe «roubo».", "A expressão «navio» é revogada."),
        "–": ("O imposto – pequeno – desceu.", "De 2019–2025 nada mudou.", "O tribunal – por fim – reuniu."),
        "Ã": ("NÃO É PERMITIDA A ENTRADA", "NÃO HÁ ACORDO", "O ministro disse que NÃO assina."),
        "Ç": ("PROTEÇÃO DE DADOS", "EDUCAÇÃO E SAÚDE", "A União apoia a EDUCAÇÃO."),
        "Ú": ("Última hora: o governo caiu.", "ÚNICA EXCEÇÃO", "Únicas exceções são as crianças."),
        "Ó": ("Órgãos de soberania", "O Óscar assinou.", "O Órgão de Recurso decidiu."),
        "Í": ("O acordo com a Índia caducou.", "ÍNDICE DE PREÇOS", "Os preços da Índia subiram."),
        "Â": ("Ângela Merkel falou.", "ÂMBITO DE APLICAÇÃO", "Âmbito de aplicação"),
        "À": ("À data, não havia lei.", "Às 14 horas a reunião acabou.", "ÀS PARTES"),
        "letters": ("O Sr. Müller chegou.", "As ilhas Åland votaram.", "O senhor Muñoz saiu de Łódź."),
    },
}
"""By language of the source and sign: texts written for this benchmark."""

WANTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "pt": {
        "§": (r"§|secção|secções|parágrafo",), "±": (r"±|mais ou menos",), "½": (r"½|1/2|metade|meia?\b|,5",),
        "¾": (r"¾|3/4|três quartos|,75",), "≤": (r"≤|no máximo|até|máximo",), "≥": (r"≥|pelo menos|no mínimo",),
        "‰": (r"‰|por mil|permil",), "#": (r"#|número|n\.º|nº",), "~": (r"~|cerca de|aproximadamente|por volta",),
        "<": (r"<|menos|inferior",), "µ": (r"µ|micro",), "→": (r"→|->",), "{}": (r"[{(]\w+[)}]",),
        "£": (r"£|libras|GBP",),
        "€": (r"€|euros|EUR",), "“”": (r"“[^”]+”",), "–": (r"–",), "’": ("Conselho", "não", "agricultores"),
        "letters": ("Müller.*Gómez", "Åland", "Muñoz.*Łódź"),
    },
    "en": {
        "§": (r"§|section|paragraph|\(\d\)",), "±": (r"±|plus or minus|more or less|about",), "½": (r"½|1/2|half|\.5",),
        "¾": (r"¾|3/4|three.quarters|\.75",), "≤": (r"≤|at most|maximum|up to|no more than|not more than",),
        "≥": (r"≥|at least|minimum",), "‰": (r"‰|per thousand|per mil|thousand",),
        "~": (r"~|about|around|some|approximately",), "<": (r"<|less|under|fewer|below",), "µ": (r"µ|micro",),
        "€": (r"€|euros|EUR",), "“”": (r"“[^”]+”",), "«»": (r"«[^»]+»",), "–": (r"–",),
        "Ã": ("not? ", "no agreement|not", "n[o']t|refuses"),
        "Ç": ("protection", "education", "education"),
        "Ú": ("last|latest|breaking", "only|single|sole", "only|single|sole|unique"),
        "Ó": ("organs|bodies|institutions", "oscar|óscar", "body|organ"), "Í": ("India", "index", "India"),
        "Â": ("Angela|Ângela", "scope", "scope"), "À": ("date|time", "14|2 p", "part"),
        "letters": ("Müller", "Åland", "Muñoz.*Łódź"),
    },
}  # fmt: skip
"""By language of the translation and sign: what must stand in it, for all texts or for each in turn."""


class Tried(NamedTuple):
    """A sign, its text and whether the translation says it."""

    sign: str
    text: str
    translation: str
    kept: bool


def main() -> None:
    """Print the table, and the texts that fail."""
    options = arguments(__doc__ or "").parse_args()
    rows = []
    for source, target in (("en", "pt"), ("pt", "en")):
        tried = list(_tried(source, target))
        for sign in TEXTS[source]:
            own = [one for one in tried if one.sign == sign]
            rows.append([f"{source}-{target}", sign, f"{sum(one.kept for one in own)} of {len(own)}"])
        rows.append([f"{source}-{target}", "all", f"{100 * sum(one.kept for one in tried) / len(tried):.1f} %"])
        for one in tried:
            if not one.kept:
                print(f"{one.sign}: {one.text} → {one.translation}")
    note = (
        "Kept: the sign, its spelled-out form or, for capitals, the word stands in the translation. The texts were "
        "written with the table of signs beside them. Before there was one: 14.0 and 36.4 %."
    )
    report("signs", __doc__ or "", ("pair", "sign", "kept"), rows, [note], ("onnxruntime",), options.update)


def _tried(source: str, target: str) -> Iterator[Tried]:
    """Every text of a language, translated."""
    asked = [(sign, i, text) for sign, texts in TEXTS[source].items() for i, text in enumerate(texts)]
    hypotheses = FirefoxEngine().translate([text for *_, text in asked], source, target)
    for (sign, i, text), hypothesis in zip(asked, hypotheses, strict=True):
        wanted = WANTED[target][sign]
        kept = re.search(wanted[i if len(wanted) > 1 else 0], hypothesis.text, re.IGNORECASE)
        yield Tried(sign, text, hypothesis.text, kept is not None)


if __name__ == "__main__":
    main()
