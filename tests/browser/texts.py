"""Texts that the browser tests brief; written for them."""

ENGLISH = """Harbour Dues Act

Article 1 The port authority shall collect 250 euros from each ship in 2027. Ships under ten metres pay nothing.

Article 2 The harbour master keeps a public register. It must be open to every visitor on working days.

Article 3 A ship that leaves without paying may not return for 12 months.
"""

LATER = ENGLISH.replace("250 euros", "300 euros").replace("12 months", "24 months")
"""A later version of the English text."""

ARABIC = """قانون رسوم الموانئ

تحصل سلطة الميناء على رسوم من كل سفينة تدخل الميناء. لا تدفع القوارب الصغيرة أي رسوم.

يحتفظ مدير الميناء بسجل عام مفتوح لجميع الزوار. لا يجوز للسفينة التي تغادر دون دفع أن تعود خلال سنة.
"""

CHINESE = """港口收费条例

港务局应向每艘进港船舶收取费用。小型船只不需要缴纳任何费用。

港务长应当保存公开登记册,并在工作日向所有访客开放。未缴费离港的船舶一年内不得返回。
"""


def long_text(sentences: int, word: str = "quickly") -> str:
    """As many different sentences."""
    return "\n\n".join(f"Rule {n} says that member {n} acts {word} in year {n + 1000}." for n in range(sentences))
