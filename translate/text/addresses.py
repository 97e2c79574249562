"""Addresses in the web and of e-mail, those too that are written without "https://"."""

import re

DOMAIN = (
    r"(?<![\w@.-])(?:[a-z0-9][a-z0-9-]+\.)+"
    r"(?:com|org|net|edu|gov|mil|int|info|biz|eu|(?<=\.[a-z0-9-]{3}\.)[a-z]{2}|(?<=\.[a-z0-9-]{2}\.)[a-z]{2})"
    r"(?![\w-]|\.[a-z0-9])(?:/[^\s<>“”«»\"]*[^\s<>“”«».,;:!?)\"'’])?"
)
"""Regular expression of one, in small letters. A country's letters count behind a short second part, as in "gov.pt", as
"end.de" may be two words whose space was lost."""

ADDRESS = re.compile(
    r"https?://[^\s<>\"”)]+|www\.[^\s<>\"”)]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+" rf"|{DOMAIN}"
)
"""Any address, with a stop that may stand behind it."""
