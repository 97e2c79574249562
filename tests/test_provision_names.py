"""What provisions are called in each language."""

import pytest

from summarize.facts.lists import LabelKind, label_kind
from summarize.facts.provision_names import provision_in

NAMES = [
    ("en", "Article 5(2)(c)(ii)"),
    ("pt", "Artigo 5.º, n.º 2, alínea c), subalínea ii)"),
    ("es", "Artículo 5, apartado 2, letra c), inciso ii)"),
    ("fr", "Article 5, paragraphe 2, point c), sous-point ii)"),
    ("de", "Artikel 5 Absatz 2 Buchstabe c Ziffer ii"),
    ("it", "Articolo 5, paragrafo 2, lettera c), punto ii)"),
]


@pytest.mark.parametrize(("language", "name"), NAMES)
@pytest.mark.parametrize(("_", "place"), NAMES)
def test_provision_in_says_the_same_in_every_language(language: str, name: str, _: str, place: str) -> None:
    assert provision_in(place, language) == name


@pytest.mark.parametrize(
    ("place", "name"), [("Anexo II, 3", "Annex II, 3"), ("§ 12, 2", "§ 12, 2"), ("Art. 4º, inciso IV", "Article 4(IV)")]
)
def test_provision_in_english(place: str, name: str) -> None:
    assert provision_in(place, "en") == name


@pytest.mark.parametrize(
    ("label", "before", "kind"),
    [
        ("2 -", "", "digit"),
        ("(a)", "", "letter"),
        ("i)", "", "roman"),
        ("i)", "h", "letter"),
        ("IV -", "", "inciso"),
        ("–", "", "dash"),
        ("", "", "none"),
    ],
)
def test_label_kind(label: str, before: str, kind: LabelKind) -> None:
    assert label_kind(label, before) == kind
