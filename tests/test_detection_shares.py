"""How much a language must be ahead before detect() names it, with the fits of a text given."""

import math

import pytest

from translate.languages.detection import detect

PORTUGUESE = "A autoridade não pode conceder a licença sem ter ouvido os moradores da zona."
SPANISH = "La autoridad no puede otorgar permisos sin haber escuchado antes a los vecinos."
NO_WORDS = "Vesilaki jokilaki metsälaki kalalaki venelaki satamalaki."


def fitting(monkeypatch: pytest.MonkeyPatch, **shares: float) -> None:
    """Make every text fit the languages in these shares; codes with an x in front are unknown to the table."""
    fits = {code: math.log(share) for code, share in shares.items()}
    monkeypatch.setattr("translate.languages.detection.scores", lambda prose: dict(fits))


@pytest.mark.parametrize(
    ("text", "shares", "found"),
    [
        pytest.param(PORTUGUESE, {"pt": 0.71, "xa": 0.29}, "pt", id="known languages have 71 %"),
        pytest.param(SPANISH, {"pt": 0.69, "xa": 0.31}, "und", id="known languages have 69 %"),
        pytest.param(PORTUGUESE, {"pt": 0.69, "xa": 0.31}, "pt", id="known languages have 69 %, and others agree"),
        pytest.param(PORTUGUESE, {"pt": 0.31, "es": 0.25, "gl": 0.24, "fr": 0.2}, "pt", id="the best has 31 %"),
        pytest.param(PORTUGUESE, {"pt": 0.29, "es": 0.25, "gl": 0.24, "fr": 0.22}, "und", id="the best has 29 %"),
        pytest.param(PORTUGUESE, {"pt": 0.45, "es": 0.09, "xa": 0.46}, "und", id="an unknown one is the best"),
        pytest.param(SPANISH, {"pt": 0.91, "xa": 0.09}, "pt", id="sure at 91 %"),
        pytest.param(SPANISH, {"pt": 0.89, "xa": 0.11}, "und", id="a second detector disagrees at 89 %"),
        pytest.param(NO_WORDS, {"pt": 0.81, "es": 0.19}, "pt", id="no common word, 81 %"),
        pytest.param(NO_WORDS, {"pt": 0.79, "es": 0.21}, "und", id="no common word, 79 %"),
        pytest.param(NO_WORDS, {"pt": 0.91, "xa": 0.09}, "pt", id="no common word, known have 91 %"),
        pytest.param(NO_WORDS, {"pt": 0.89, "xa": 0.11}, "und", id="no common word, known have 89 %"),
    ],
)
def test_detect_names_a_language(
    monkeypatch: pytest.MonkeyPatch, text: str, shares: dict[str, float], found: str
) -> None:
    fitting(monkeypatch, **shares)
    assert detect(text).language == found


@pytest.mark.parametrize(("share", "found"), [(0.025, "pt"), (0.015, "und")])
def test_detect_among_given_languages_wants_a_fiftieth(
    monkeypatch: pytest.MonkeyPatch, share: float, found: str
) -> None:
    fitting(monkeypatch, pt=share, es=1 - share)
    assert detect(PORTUGUESE, languages=["pt", "en"]).language == found


def test_detect_among_given_languages_shares_everything_among_them(monkeypatch: pytest.MonkeyPatch) -> None:
    fitting(monkeypatch, pt=0.3, en=0.1, es=0.6)
    found = detect(PORTUGUESE, languages=["pt", "en"])
    assert (found.confidence, found.alternatives) == (pytest.approx(0.75), (("en", pytest.approx(0.25)),))


@pytest.mark.parametrize(("share", "found"), [(0.81, "pt"), (0.79, "en")])
def test_detect_lets_a_line_overrule_the_prior_from_four_fifths_on(
    monkeypatch: pytest.MonkeyPatch, share: float, found: str
) -> None:
    fitting(monkeypatch, pt=share, es=1 - share)
    assert detect(PORTUGUESE, prior="en").language == found


@pytest.mark.parametrize(("behind", "found"), [(4.0, "en"), (5.0, "pt")])
def test_detect_gives_the_prior_three_ahead(monkeypatch: pytest.MonkeyPatch, behind: float, found: str) -> None:
    """At four behind the other has 1 / (1 + e⁻¹) = 73 %, at five 1 / (1 + e⁻²) = 88 %: a line speaks at 80 %."""
    fitting(monkeypatch, pt=1.0, en=math.exp(-behind))
    assert detect(PORTUGUESE, prior="en").language == found


def test_detect_asks_a_second_detector_before_a_line_overrules_the_prior(monkeypatch: pytest.MonkeyPatch) -> None:
    fitting(monkeypatch, pt=0.85, xa=0.15, en=1e-6)
    assert detect(SPANISH, prior="en").language == "en"


def test_detect_gives_the_prior_its_own_share(monkeypatch: pytest.MonkeyPatch) -> None:
    fitting(monkeypatch, pt=0.5, en=0.5 * math.exp(-3))
    assert detect(PORTUGUESE, prior="en").confidence == pytest.approx(0.5)


def test_detect_names_three_others_that_are_not_hopeless(monkeypatch: pytest.MonkeyPatch) -> None:
    fitting(monkeypatch, pt=0.9, es=0.04, gl=0.03, fr=0.02, it=0.01)
    assert [code for code, _ in detect(PORTUGUESE).alternatives] == ["es", "gl", "fr"]


@pytest.mark.parametrize(("share", "named"), [(0.011, ["es"]), (0.009, [])])
def test_detect_names_others_from_one_in_a_hundred_on(
    monkeypatch: pytest.MonkeyPatch, share: float, named: list[str]
) -> None:
    fitting(monkeypatch, pt=1 - share, es=share)
    assert [code for code, _ in detect(PORTUGUESE).alternatives] == named


def test_detect_names_candidates_of_what_it_leaves_open(monkeypatch: pytest.MonkeyPatch) -> None:
    fitting(monkeypatch, pt=0.29, es=0.25, gl=0.24, fr=0.22)
    assert [code for code, _ in detect(PORTUGUESE).alternatives] == ["pt", "es", "gl"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Da", "und", id="two letters"),
        pytest.param(
            "Совет принял решение о Smith Corporation и Lindholm Partners",
            "ru",
            id="in a line Cyrillic counts thrice",
        ),
        pytest.param(
            "The minister of the interior met colleagues of Газпром in the capital on Monday and left on Tuesday.",
            "en",
            id="in a passage a name is a name",
        ),
        pytest.param("权利和义务由国会决定 and so on", "zh-Hans", id="a Chinese line with English in it"),
        pytest.param("国会は法律を公表する", "ja", id="syllables among characters"),
        pytest.param(
            "权利和义务由国会决定并由政府执行的法律规定其他事项应当在年底之前办理 Lindholm Partners International and "
            "Marlow Brothers Incorporated",
            "zh-Hans",
            id="in a passage a Chinese character counts for two",
        ),
        pytest.param(
            "위원회는 해마다 이 법의 시행에 관한 보고서를 공표한다 Lindholm Partners and Marlow Brothers Incorporated",
            "ko",
            id="so does a Korean syllable",
        ),
        pytest.param("国会は Lindholm AB 法律を公表する", "ja", id="characters and syllables are one script"),
        pytest.param("权利和义务由国会决定并由政府执行的法律规定の其他事项办理手续", "zh-Hans", id="one syllable"),
        pytest.param("权利和义务由国会决定并由政府执行的法律规の", "ja", id="one syllable in twenty characters"),
        pytest.param("权利和义务由国会决定并由政府执行的法律规定の", "zh-Hans", id="one in twenty-one"),
        pytest.param("発電所", "ja", id="a character that only Japan writes so"),
        pytest.param("國會議員", "zh-Hant", id="characters that the mainland's encoding lacks"),
        pytest.param("国会議員", "ja", id="characters of both"),
        pytest.param("開發計畫", "zh-Hant", id="characters of Taiwan"),
        pytest.param("开发计划", "zh-Hans", id="characters of China"),
    ],
)
def test_detect_by_script(text: str, expected: str) -> None:
    assert detect(text).language == expected


@pytest.mark.parametrize(
    ("text", "is_prose"),
    [
        pytest.param("The fee is due when total = fees + taxes, the authority says today.", True, id="one sign"),
        pytest.param("The fee is total = fees + taxes <b>today</b>", False, id="many signs"),
    ],
)
def test_detect_takes_program_text_for_no_language(text: str, is_prose: bool) -> None:
    assert (detect(text).language == "en") is is_prose


def test_detect_reads_a_long_text_all_over() -> None:
    english = "No permit shall be granted unless the authority has heard the people who live nearby. "
    assert detect(english * 10 + f"{PORTUGUESE} " * 200).language == "pt"
    assert detect(f"{PORTUGUESE} " * 200 + english * 10).language == "pt"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Lei", "pt", id="three letters"),
        pytest.param("Le", "und", id="two letters"),
        pytest.param("国会", "zh-Hans", id="two characters"),
        pytest.param("国", "und", id="one character"),
        pytest.param("のは", "ja", id="two syllables"),
        pytest.param("の", "und", id="one syllable"),
        pytest.param("правительс αβγδεζ אבגד", "pt", id="two scripts have four fifths"),
        pytest.param("правительс αβγδεζ אבגדהו", "und", id="two scripts have less"),
        pytest.param("a lei = o que se diz = sim já", "pt", id="two signs in ten words"),
        pytest.param("a lei = o que se diz = sim", "und", id="two signs in nine words"),
        pytest.param(f"= {'lei' * 32} =", "pt", id="two signs in 100 characters"),
        pytest.param(f"= {'lei' * 32}=", "und", id="two signs in 99 characters"),
        pytest.param("É lei = lei", "pt", id="one sign in a few words"),
        pytest.param("a constitucionalidade = da competência", "pt", id="one sign in five words"),
        pytest.param("as constitucionalidades = anticonstitucionais são =", "und", id="two signs in 51 letters"),
        pytest.param("brrrrt schtscht sobre muito este cabo longo", "pt", id="two of seven words without vowels"),
        pytest.param("brrrrt schtscht sobre muito este cabo", "und", id="two of six words without vowels"),
        pytest.param("o brrrrt de schtscht por sobre muito uma este cabo", "und", id="short words aside"),
        pytest.param("brrrrt sobre muito", "pt", id="one word without vowels"),
    ],
)
def test_detect_wants_speech(monkeypatch: pytest.MonkeyPatch, text: str, found: str) -> None:
    fitting(monkeypatch, pt=0.95, es=0.05)
    assert detect(text).language == found


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("palavra " * 750, ["palavra"] * 750, id="all of 6,000 characters"),
        # Pieces of 1,000 characters are 125 words, of which the first may be cut.
        pytest.param("palavra " * 1500, ["palavra"] * 6 * 124, id="six pieces of 12,000 characters"),
        pytest.param("lei ½ certa", ["lei", "½", "certa"], id="all of one script"),
        pytest.param("legislação ½ ООН certa", ["legislação", "certa"], id="of two scripts the words of the main one"),
        pytest.param("legislação — ООН certa", ["legislação", "—", "certa"], id="and what has no letter"),
        pytest.param("LEI CERTA", ["lei", "certa"], id="capitals as small letters"),
        pytest.param("Lei CERTA", ["Lei", "CERTA"], id="not all in capitals"),
    ],
)
def test_detect_reads_words(monkeypatch: pytest.MonkeyPatch, written: str, read: list[str]) -> None:
    prose: list[str] = []
    monkeypatch.setattr("translate.languages.detection.scores", lambda text: prose.append(text) or {"pt": 1.0})
    detect(written)
    assert prose[0].split() == read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("অসমীয়া ভাষাত এই আইন প্ৰতি বছৰে প্ৰকাশ কৰা হয়।", "as", id="Assamese in Bengali letters"),
        pytest.param("हा कायदा दरवर्षी सरकारने प्रकाशित केला पाहिजे असे ठरले आहे.", "mr", id="Marathi in those of Hindi"),
        pytest.param("ہر سال حکومت اس قانون کے بارے میں رپورٹ شائع کرے گی۔", "ur", id="Urdu in Arabic letters"),
        pytest.param("Владата објавува извештај за примената на овој закон.", "mk", id="Macedonian in Cyrillic ones"),
        pytest.param("ሰላም ንዓኹም እዚ ሕጊ እዚ ብመንግስቲ ይሕተም።", "und", id="Tigrinya in Ethiopic ones"),
    ],
)
def test_detect_tells_languages_of_one_script_apart(text: str, found: str) -> None:
    assert detect(text).language == found
