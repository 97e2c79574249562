import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from translate.errors import LanguageError
from translate.languages.detection import Detection, detect

_SENTENCES = {
    "ar": "تقدم اللجنة تقريرها إلى المجلس قبل نهاية السنة المالية.",
    "ca": "El Parlament ha aprovat aquesta llei perquè els ajuntaments puguin protegir els rius.",
    "cs": "Vláda předloží návrh zákona, který umožní obcím chránit zdroje pitné vody.",
    "da": "Regeringen fremlægger hvert år en redegørelse om, hvordan loven har virket.",
    "de": "Die Behörde veröffentlicht jährlich einen Bericht über die Anwendung dieses Gesetzes.",
    "el": "Η επιτροπή υποβάλλει έκθεση στο συμβούλιο κάθε χρόνο.",
    "en": "No permit shall be granted unless the authority has heard the people who live nearby.",
    "es": "La autoridad no podrá conceder el permiso sin haber oído antes a los vecinos.",
    "fa": "دولت باید هر سال گزارشی درباره اجرای این قانون به مجلس بدهد.",
    "fi": "Viranomaisen on julkaistava vuosittain selvitys siitä, miten lakia on sovellettu.",
    "fr": "L'autorité ne peut délivrer l'autorisation sans avoir entendu les riverains.",
    "gl": "A Xunta non poderá conceder o permiso sen ter oído antes os veciños da zona.",
    "he": "הרשות תפרסם בכל שנה דין וחשבון על יישום החוק הזה.",
    "hi": "सरकार हर साल इस कानून के बारे में एक रिपोर्ट प्रकाशित करेगी।",
    "hu": "A hatóság minden évben jelentést tesz közzé arról, hogyan alkalmazták a törvényt.",
    "id": "Pemerintah wajib menerbitkan laporan tahunan karena undang-undang ini berlaku bagi semua kota.",
    "it": "L'autorità non può rilasciare il permesso senza aver sentito gli abitanti della zona.",
    "ja": "委員会は毎年、この法律の施行状況について報告書を公表する。",
    "ko": "위원회는 해마다 이 법의 시행에 관한 보고서를 공표한다.",
    "nb": "Regjeringen skal hvert år legge fram en rapport om hvordan loven har virket.",
    "nl": "De overheid publiceert elk jaar een verslag over de toepassing van deze wet.",
    "pl": "Rząd przedstawia co roku sprawozdanie z wykonania tej ustawy.",
    "pt": "A autoridade não pode conceder a licença sem ter ouvido os moradores da zona.",
    "ro": "Guvernul prezintă în fiecare an un raport despre modul în care a fost aplicată legea.",
    "ru": "Правительство ежегодно представляет доклад о том, как применяется этот закон.",
    "sk": "Vláda každý rok predloží správu o tom, ako sa tento zákon uplatňuje.",
    "sv": "Regeringen ska varje år lägga fram en rapport om hur lagen har tillämpats.",
    "sw": "Serikali itachapisha ripoti kila mwaka kuhusu jinsi sheria hii inavyotekelezwa.",
    "th": "คณะกรรมการต้องเผยแพร่รายงานเกี่ยวกับการใช้กฎหมายนี้ทุกปี",
    "tr": "Hükümet, bu yasanın nasıl uygulandığına ilişkin her yıl bir rapor yayımlar.",
    "uk": "Уряд щороку подає звіт про те, як застосовується цей закон.",
    "vi": "Chính phủ phải công bố báo cáo hằng năm về việc thi hành luật này.",
    "zh-Hans": "委员会每年应当公布关于本法实施情况的报告。",
    "zh-Hant": "委員會每年應當公布關於本法實施情況的報告。",
}


@pytest.mark.parametrize("code", _SENTENCES)
def test_detect_knows_a_sentence(code: str) -> None:
    assert detect(_SENTENCES[code]).language == code


@pytest.mark.parametrize("code", ["de", "el", "en", "pt", "ru", "tr"])
def test_detect_knows_capitals(code: str) -> None:
    assert detect(_SENTENCES[code].upper()).language == code


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t", id="white-space"),
        pytest.param("x", id="one-letter"),
        pytest.param("1 234,56 € – 12.03.2024", id="figures"),
        pytest.param("Artikel 1. 1. 2. a)", id="numbering"),
        pytest.param("https://example.org/laws/act?id=7 office@example.org", id="addresses"),
        pytest.param("for (int i = 0; i < n; i++) { total += values[i]; }", id="program"),
        pytest.param("def first_row(table): return table[0]", id="python"),
        pytest.param("asdfgh jklqw ertzu vbnmx qwsdf", id="mashed-keys"),
        pytest.param("йцукен гшщзх фывапр лджэ щшгнк", id="mashed-cyrillic-keys"),
        pytest.param("мраьк оеуиал нлдаь утгец", id="cyrillic-at-random"),
        pytest.param("U2VjdGlvbiBvbmUgb2YgdGhlIGFjdCBvbiB3YXRlcg", id="base64"),
        pytest.param("あб中Ψ שжقd ขΩ한", id="scripts-at-random"),
        pytest.param("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", id="script-without-a-language"),
        pytest.param("Senatus quotannis legem de aquis coram populo recitari iubet.", id="latin"),
        pytest.param("La registaro devas ĉiujare publikigi raporton pri tiu ĉi leĝo.", id="esperanto"),
        pytest.param("El gobiernu nun pue dar el permisu ensin oyer enantes a los vecinos.", id="asturian"),
        pytest.param("די רעגירונג דאַרף יעדעס יאָר אַרויסגעבן אַ באַריכט וועגן דעם געזעץ און די רעכט.", id="yiddish"),
    ],
)
def test_detect_is_undetermined_rather_than_wrong(text: str) -> None:
    found = detect(text)
    assert (found.language, found.confidence) == ("und", 0.0)


def test_detect_names_candidates_where_it_does_not_decide() -> None:
    found = detect("Kapitel")
    assert found.language == "und"
    assert found.alternatives


def test_detect_gives_the_prior_to_a_line_that_does_not_speak_for_itself() -> None:
    assert detect("Capítulo III", prior="pt").language == "pt"


@pytest.mark.parametrize("prior", [None, "und"])
def test_detect_without_a_prior_leaves_a_short_line_open(prior: str | None) -> None:
    assert detect("Anexo II", prior=prior).language == "und"


def test_detect_lets_a_clear_line_overrule_the_prior() -> None:
    assert detect(_SENTENCES["en"], prior="pt").language == "en"


def test_detect_takes_characters_of_both_for_the_prior() -> None:
    assert [detect("人口", prior=code).language for code in ("ja", "zh-Hans", "zh-Hant")] == [
        "ja",
        "zh-Hans",
        "zh-Hant",
    ]


def test_detect_chooses_from_the_given_languages() -> None:
    assert detect("Deklarasi Hak Asasi", languages=["ms", "en"]).language == "ms"


def test_detect_is_undetermined_where_none_of_the_given_languages_fits() -> None:
    assert detect(_SENTENCES["fi"], languages=["pt", "en"]).language == "und"


def test_detect_gives_the_one_chinese_that_was_asked_for() -> None:
    assert detect(_SENTENCES["zh-Hans"], languages=["zh-Hant", "en"]).language == "zh-Hant"


def test_detect_takes_names_of_languages() -> None:
    assert detect(_SENTENCES["pt"], prior="pt-BR", languages=["Portuguese", "spa"]).language == "pt"


@pytest.mark.parametrize("wrong", [{"prior": "xx"}, {"languages": ["pt", "xx"]}], ids=["prior", "languages"])
def test_detect_refuses_a_language_without_a_row(wrong: dict[str, str]) -> None:
    with pytest.raises(LanguageError, match="'xx' is not known"):
        detect(_SENTENCES["pt"], **wrong)


def test_detect_reads_the_whole_of_a_long_text() -> None:
    text = _SENTENCES["en"] + " " + f"{_SENTENCES['pt']} " * 400
    assert detect(text).language == "pt"


def test_detect_ignores_foreign_names_in_another_script() -> None:
    text = "Ministry of Water and Rivers: Правительство представляет доклад о том, как применяется этот закон."
    assert detect(text).language == "ru"


def test_detect_answers_alike_in_every_thread() -> None:
    texts = list(_SENTENCES.values()) * 3
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(detect, texts)) == [detect(text) for text in texts]


def test_confidence_of_a_long_text_is_near_one() -> None:
    found = detect(f"{_SENTENCES['pt']} " * 5)
    assert found == Detection("pt", pytest.approx(1.0, abs=0.01))


def test_import_loads_no_detector() -> None:
    program = (
        "import sys, translate.languages.detection; print({'py3langid', 'langdetect', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_detect_survives_a_torn_character() -> None:
    assert detect(f"{_SENTENCES['pt']} \ud83d").language == "pt"


@pytest.mark.parametrize(
    ("line", "prior", "expected"),
    [
        pytest.param("Le conseil décide.", "es", "fr", id="not too much: French in Spanish"),
        pytest.param("Allgemeine Bestimmungen", "fr", "de", id="not too much: German in French"),
        pytest.param("Ministero della salute", "pt", "pt", id="not too little: much like Portuguese"),
    ],
)
def test_detect_gives_the_prior_neither_too_much_nor_too_little(line: str, prior: str, expected: str) -> None:
    assert detect(line, prior=prior).language == expected
