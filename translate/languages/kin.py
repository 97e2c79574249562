"""Languages so near each other that only some words tell them apart, and which of them a text is in by these words."""

import re
from collections import Counter
from collections.abc import Mapping

# Beginnings of words as regular expressions, by the languages that write them so: the best-known differences, such as
# ekavian and ijekavian vowels, the names of months, words of administration. Untuned; checked on software's messages.
_BEGINNINGS: Mapping[tuple[str, ...], Mapping[tuple[str, ...], str]] = {
    ("hr", "bs", "sr"): {
        ("sr",): r"""
            vreme\b mest[oau]\b mestim posle\b pre\b gde uvek\b dec[aeiu]\b reči?\b svet[au]?\b vek[au]?\b
            ce(?:o|l[aoe])\b deo\b takođe\b bezbed vide(?:ti|o|la)\b primer[aieu]?\b promen umesto\b dve\b obe\b
            ovde\b uspe(?:h|šn) reš(?:en|av|i) zahtev istorij sledeć vrednos mer[aeiu]\b cen[aeiu]\b izvešt opšt
            avgust čove[kč] delov poslednj smer dodel namen razmen delimičn tel[oau]\b nedelj menja pozorišt saopšten
        """,
        ("hr", "bs"): r"""
            vrije[md] mjest poslije prije\b gdje uvijek djec riječ svijet vijek cijel dio\b također\b vidjet
            primjer promjen umjesto dvije\b obje\b ovdje uspje rješ zahtjev sljedeć mjer cijen opć čovje[kč]
            dijel djelov posljednj smjer mijenja dodijel namjen razmjen tijel nedjelj lijep otok
        """,
        ("hr",): r"""
            tko\b tjed[an] siječ veljač ožuj travnj svibnj lipnj srpnj kolovoz rujn listopad studen prosin
            tisuć povijes europ izvješć sustav računal gospodar tijekom znanost znanstv sveučiliš suradn
            uvjet toč[kn] tvrtk uporab vlak[au]?\b glazb kazališ zrakoplov skupin izravn promidž priopć
            poslužitelj pisač zapork sukladn ravnatelj
        """,
        ("bs",): r"historij sedmic lahk mehk",
        ("bs", "sr"): r"""
            evrop sistem nauk[aeu]\b naučn univerzitet saradn uslov tač[kn] ostrv muzi[kč] upotreb hiljad
            januar februar marta?\b april juna?\b jula?\b septemb oktob novemb decemb voz[au]?\b vazdu[hš]
            šta\b uticaj preduzeć
        """,
    },
    ("id", "ms"): {
        ("id",): """
            bahwa karena bisa uang mobil perusahaan pemerintah kantor polisi ingin coba berkas silakan
            setelah telepon universitas agustus juli juni desember yaitu sedangkan mengatakan namun
            aktivitas galat butuh kualitas izin informasi
        """,
        ("ms",): """
            bahawa kerana wang kereta syarikat kerajaan pejabat hospital polis mahu awak cuba fail sila
            selepas telefon universiti ogos julai jun disember sahaja iaitu manakala aktiviti ralat
            perlukan kualiti ialah maklumat amaun baharu isnin
        """,
    },
    ("xh", "zu"): {
        ("xh",): "kwaye okanye njengoko ngokuba ngexesha apho kuba xa ukuba lwe kwi",
        ("zu",): "futhi noma njengoba ngoba ngesikhathi lapho uma ukuthi",
    },
}
_WHOLE = {("id", "ms"), ("xh", "zu")}
"""Groups whose words are whole ones."""


def settled(text: str, fits: Mapping[str, float]) -> dict[str, float]:
    """How well a text fits each language, near kin in the order of the words that tell them apart.

    Args:
        text: In Latin letters; of another script nothing changes.
        fits: By BCP 47 code, higher is better.
    """
    found = dict(fits)
    best = max(found, key=lambda code: found[code])
    for group in _BEGINNINGS:
        if best not in group:
            continue
        counts = _counts(text, group)
        leader = max((code for code in group if code in found), key=lambda code: (counts[code], found[code]))
        if counts[leader] > counts[best]:
            found[leader], found[best] = found[best], found[leader]
    return found


def _counts(text: str, group: tuple[str, ...]) -> Counter[str]:
    """How many words of a text are written so in each language of a group."""
    counts: Counter[str] = Counter()
    for codes, beginnings in _BEGINNINGS[group].items():
        end = r"\b" if group in _WHOLE else ""
        hits = len(re.findall(rf"\b(?:{'|'.join(beginnings.split())}){end}", text, re.IGNORECASE))
        counts.update(dict.fromkeys(codes, hits))
    return counts
