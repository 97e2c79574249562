"""The languages that Entente knows by name: one row each, and language() to find a row by code or name."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from translate.errors import LanguageError
from translate.message import Message, joined, say

UNDETERMINED = "und"
"""BCP 47 code of a text whose language cannot be told."""

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})
_UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai"})
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})+")


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    Attributes:
        code: BCP 47 code, which is also its key in LANGUAGES.
        name: Name in English.
        native: Name in the language itself.
        portuguese: Name in Portuguese.
        script: ISO 15924 code of the script it is mostly written in.
        aliases: Other codes and names that language() takes for it.
    """

    code: str
    name: str
    native: str
    portuguese: str
    script: str
    aliases: tuple[str, ...] = ()

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Writing direction, as the `dir` attribute of HTML wants it."""
        return "rtl" if self.script in _RIGHT_TO_LEFT else "ltr"

    @property
    def joiner(self) -> str:
        """What stands between the two halves of a sentence that a line end cut: a space, or nothing."""
        return "" if self.script in _UNSPACED else " "


# code | English | native | Portuguese | script | other codes (ISO 639-2 and -3, older or regional ones) and names
_ROWS = """
af | Afrikaans | Afrikaans | africâner | Latn | afr
am | Amharic | አማርኛ | amárico | Ethi | amh
ar | Arabic | العربية | árabe | Arab | ara, arb
as | Assamese | অসমীয়া | assamês | Beng | asm
az | Azerbaijani | azərbaycan dili | azerbaijano | Latn | aze, azj, azeri
be | Belarusian | беларуская | bielorrusso | Cyrl | bel, belarussian
bg | Bulgarian | български | búlgaro | Cyrl | bul
bn | Bengali | বাংলা | bengali | Beng | ben, bangla
bs | Bosnian | bosanski | bósnio | Latn | bos
ca | Catalan | català | catalão | Latn | cat, valencian, valencià
cs | Czech | čeština | checo | Latn | ces, cze, česky
cy | Welsh | Cymraeg | galês | Latn | cym, wel
da | Danish | dansk | dinamarquês | Latn | dan
de | German | Deutsch | alemão | Latn | deu, ger
el | Greek | ελληνικά | grego | Grek | ell, gre
en | English | English | inglês | Latn | eng
es | Spanish | español | espanhol | Latn | spa, castilian, castellano
et | Estonian | eesti | estónio | Latn | est, ekk, estoniano
eu | Basque | euskara | basco | Latn | eus, baq
fa | Persian | فارسی | persa | Arab | fas, per, pes, prs, farsi, dari
fi | Finnish | suomi | finlandês | Latn | fin
fil | Filipino | Filipino | filipino | Latn | tl, tgl, tagalog
fr | French | français | francês | Latn | fra, fre
ga | Irish | Gaeilge | irlandês | Latn | gle
gl | Galician | galego | galego | Latn | glg
gu | Gujarati | ગુજરાતી | guzerate | Gujr | guj
ha | Hausa | Hausa | hauçá | Latn | hau
he | Hebrew | עברית | hebraico | Hebr | heb, iw
hi | Hindi | हिन्दी | hindi | Deva | hin
hr | Croatian | hrvatski | croata | Latn | hrv, scr
ht | Haitian Creole | kreyòl ayisyen | crioulo haitiano | Latn | hat, haitian
hu | Hungarian | magyar | húngaro | Latn | hun
hy | Armenian | հայերեն | arménio | Armn | hye, arm, armênio
id | Indonesian | Bahasa Indonesia | indonésio | Latn | ind, in
ig | Igbo | Igbo | ibo | Latn | ibo
is | Icelandic | íslenska | islandês | Latn | isl, ice
it | Italian | italiano | italiano | Latn | ita
ja | Japanese | 日本語 | japonês | Jpan | jpn, jp
ka | Georgian | ქართული | georgiano | Geor | kat, geo
kk | Kazakh | қазақ тілі | cazaque | Cyrl | kaz, қазақша
km | Khmer | ខ្មែរ | quemer | Khmr | khm, cambodian
kn | Kannada | ಕನ್ನಡ | canarim | Knda | kan
ko | Korean | 한국어 | coreano | Kore | kor, kr
ku | Kurdish | kurdî | curdo | Latn | kur, kmr, kurmanji, kurmancî
ky | Kyrgyz | кыргызча | quirguiz | Cyrl | kir
lb | Luxembourgish | Lëtzebuergesch | luxemburguês | Latn | ltz
lo | Lao | ລາວ | laociano | Laoo | lao
lt | Lithuanian | lietuvių | lituano | Latn | lit
lv | Latvian | latviešu | letão | Latn | lav, lvs
mg | Malagasy | Malagasy | malgaxe | Latn | mlg, plt
mk | Macedonian | македонски | macedónio | Cyrl | mkd, mac, macedônio
ml | Malayalam | മലയാളം | malaiala | Mlym | mal
mn | Mongolian | монгол | mongol | Cyrl | mon, khk
mr | Marathi | मराठी | marata | Deva | mar
ms | Malay | Bahasa Melayu | malaio | Latn | msa, may, zsm, melayu
mt | Maltese | Malti | maltês | Latn | mlt
my | Burmese | မြန်မာ | birmanês | Mymr | mya, bur, myanmar
nb | Norwegian Bokmål | norsk bokmål | norueguês (bokmål) | Latn | no, nor, nob, norwegian, norsk, bokmål, norueguês
ne | Nepali | नेपाली | nepalês | Deva | nep, npi
nl | Dutch | Nederlands | neerlandês | Latn | nld, dut, flemish, vlaams, holandês
nn | Norwegian Nynorsk | norsk nynorsk | norueguês (nynorsk) | Latn | nno, nynorsk
or | Odia | ଓଡ଼ିଆ | oriá | Orya | ori, ory, oriya
pa | Punjabi | ਪੰਜਾਬੀ | panjabi | Guru | pan, panjabi
pl | Polish | polski | polaco | Latn | pol, polonês
ps | Pashto | پښتو | pastó | Arab | pus, pbt
pt | Portuguese | português | português | Latn | por
ro | Romanian | română | romeno | Latn | ron, rum, mo, moldovan
ru | Russian | русский | russo | Cyrl | rus
si | Sinhala | සිංහල | cingalês | Sinh | sin, sinhalese
sk | Slovak | slovenčina | eslovaco | Latn | slk, slo
sl | Slovenian | slovenščina | esloveno | Latn | slv, slovene
so | Somali | Soomaali | somali | Latn | som
sq | Albanian | shqip | albanês | Latn | sqi, alb, als
sr | Serbian | српски | sérvio | Cyrl | srp, scc, srpski
sv | Swedish | svenska | sueco | Latn | swe
sw | Swahili | Kiswahili | suaíli | Latn | swa, swh
ta | Tamil | தமிழ் | tâmil | Taml | tam
te | Telugu | తెలుగు | télugo | Telu | tel
tg | Tajik | тоҷикӣ | tajique | Cyrl | tgk
th | Thai | ไทย | tailandês | Thai | tha
tk | Turkmen | türkmen dili | turcomeno | Latn | tuk
tr | Turkish | Türkçe | turco | Latn | tur
ug | Uyghur | ئۇيغۇرچە | uigur | Arab | uig
uk | Ukrainian | українська | ucraniano | Cyrl | ukr
ur | Urdu | اردو | urdu | Arab | urd
uz | Uzbek | oʻzbekcha | usbeque | Latn | uzb, uzn
vi | Vietnamese | Tiếng Việt | vietnamita | Latn | vie
xh | Xhosa | isiXhosa | xhosa | Latn | xho
yo | Yoruba | Yorùbá | iorubá | Latn | yor
zh-Hans | Chinese (Simplified) | 简体中文 | chinês (simplificado) | Hans | zh, zho, chi, cmn, chinese, 中文, chinês
zh-Hant | Chinese (Traditional) | 繁體中文 | chinês (tradicional) | Hant | zh-TW, zh-HK, zh-MO, zho-Hant, cmn-Hant
zu | Zulu | isiZulu | zulu | Latn | zul
"""


def _rows() -> dict[str, Language]:
    """The table as values, in the order of codes."""
    found = {}
    for line in _ROWS.strip().splitlines():
        code, name, native, portuguese, script, aliases = (field.strip() for field in line.split("|"))
        found[code] = Language(code, name, native, portuguese, script, tuple(aliases.split(", ")))
    return found


LANGUAGES: dict[str, Language] = _rows()
"""Every known language by its BCP 47 code."""


def _codes() -> dict[str, str]:
    """Code of a language by each of its case-folded codes and names; codes win over names of others."""
    found: dict[str, str] = {}
    for row in LANGUAGES.values():
        for key in (row.name, row.native, row.portuguese, *row.aliases):
            found.setdefault(_key(key), row.code)
    return found | {_key(code): code for code in LANGUAGES}


def _key(code_or_name: str) -> str:
    """What a code or name is looked up by: case, "_" and a locale's encoding don't count."""
    return re.split("[.@]", code_or_name.strip())[0].replace("_", "-").casefold()


_CODE_BY_KEY = _codes()


def language(code_or_name: str) -> Language:
    """The language that a code or a name means.

    Args:
        code_or_name: A BCP 47 or ISO 639 code with or without region ("pt-BR", "por", "pt_PT.UTF-8"), or a name in
            English, in Portuguese or in the language itself. Case does not count.

    Returns:
        Its row in LANGUAGES. A region or script that has no row of its own is dropped: "pt-BR" is Portuguese.

    Raises:
        LanguageError: No row fits; the message names the nearest ones.

    >>> language("pt-BR").name
    'Portuguese'
    >>> language("中文").code
    'zh-Hans'
    """
    key = _key(code_or_name)
    while key not in _CODE_BY_KEY and _TAG.fullmatch(key):
        key = key.rpartition("-")[0]
    if key in _CODE_BY_KEY:
        return LANGUAGES[_CODE_BY_KEY[key]]
    near = dict.fromkeys(_CODE_BY_KEY[match] for match in get_close_matches(key, _CODE_BY_KEY, n=5, cutoff=0.6))
    raise LanguageError(_unknown(code_or_name, list(near)))


def _unknown(code_or_name: str, near: list[str]) -> Message:
    """What to say of a language that no row fits; `near` are codes of those with similar names."""
    if near:
        known = joined((Message("{name} ({code})", {"name": name_of(code), "code": code}) for code in near), ", ")
        return say(
            "The language {name!r} is not known; near it are {known}. "
            'Give a BCP 47 code such as "pt", or the language\'s name in English.',
            name=code_or_name,
            known=known,
        )
    return say(
        "The language {name!r} is not known; {count} languages are, such as English (en). "
        'Give a BCP 47 code such as "pt", or the language\'s name in English.',
        name=code_or_name,
        count=len(LANGUAGES),
    )


def name_of(code: str) -> Message:
    """A language's English name, which in_language() has in other languages; the code where the table has no row.

    Args:
        code: BCP 47 code; "und" is named as well.
    """
    if code == UNDETERMINED:
        return say("an undetermined language")
    return Message(LANGUAGES[code].name) if code in LANGUAGES else Message("{code}", {"code": code})
