"""E-mail messages (EML) to a Draft: subject and text, not the addresses."""

from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from typing import Any, cast

from translate.errors import InputError
from translate.issue import Issue
from translate.message import say
from translate.reading.draft import Draft, LeftOut, Part, assemble
from translate.reading.encoding import decode, is_encoding
from translate.reading.limits import require
from translate.reading.markup import web_page


class _Policy(policy.EmailPolicy):
    """Reads the header lines that are asked for, unless one is so long that taking it apart harms."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """A header line's value.

        Raises:
            InputError: It is longer than any of the lines that are asked for.
        """
        require("header_characters", len(value))
        return super().header_fetch_parse(name, value)


def read_mail(content: bytes, name: str) -> Draft:
    """Draft of a message; of two versions of its text, the one with structure. Attachments are named in a notice.

    Raises:
        InputError: The file is no message, or its text is encrypted.
    """
    message = cast(EmailMessage, message_from_bytes(content, policy=_Policy()))
    if not message.keys():
        raise InputError(
            say(
                "The file is no e-mail message: it has no header lines such as Subject. Messages saved "
                "as .eml can be read. Save it again from the mail program, or paste its text."
            )
        )
    body = message.get_body(("html", "plain"))
    subject = str(message.get("Subject", "")).strip()
    parts = [Part(subject, "heading", source_ref="subject", level=1)] if subject else []
    left_out = LeftOut()
    if body is not None:
        found, left_out = _body_parts(body)
        parts += found
    elif message.get_content_type() == "multipart/encrypted":
        raise InputError(
            say(
                "The message is encrypted. Only messages that anyone can read can be read here. Decrypt "
                "it in the mail program and save its text."
            )
        )
    count = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    one = say("1 attachment was not read: give attached files on their own.")
    many = say("{count} attachments were not read: give attached files on their own.", count=count)
    notice = Issue("reading", None, None, one if count == 1 else many, "notice", "source")
    return assemble(parts, subject, issues=(*left_out.issues(), *((notice,) if count else ())))


def _body_parts(body: MIMEPart) -> tuple[list[Part], LeftOut]:
    """Parts of a message's text, and what its readers do not see."""
    from translate.reading.text import read_text

    payload = body.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = body.get_content_charset() or "utf-8"
    try:
        text = raw.decode(charset) if is_encoding(charset) else decode(raw)
    except (LookupError, ValueError):
        text = decode(raw)
    if body.get_content_subtype() == "html":
        page = web_page(text)
        return list(page.parts), page.left_out
    draft = read_text(text)
    parts = [
        Part(draft.text[block.start : block.end], block.kind, block.label, level=block.level) for block in draft.blocks
    ]
    return parts, LeftOut()
