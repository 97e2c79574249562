"""One document of every kind, with a marker word in each place where text can hide."""

from collections.abc import Callable
from io import BytesIO

from benchmarks.completeness_markers import Places, marker
from benchmarks.completeness_office import book_file, open_document_file, presentation_file, word_file


def text_file(place: Places) -> bytes:
    """Plain text: the first line, a wrapped line, a line after a form feed, the last line without an end."""
    lines = [place("first line"), "", place("wrapped").replace(" under", "\nunder"), "", f"1. {place('list item')}"]
    return "\n".join(
        [*lines, f"\f{place('after form feed')}", "", f"\u2028{place('line separator')}", "", place("last line")]
    ).encode()


def markdown_file(place: Places) -> bytes:
    """Markdown with everything its common dialects have."""
    word = place("single word note")  # [^2]: with one word looks like a link definition to a plain parser
    return f"""---
author: {place.not_this("front matter")}
---

# {place("heading")}

{place("setext")}
===

{place("paragraph")} **{place("bold")}** `{place("code")}` [{place("link text")}](http://a.example "x")[^1][^2]

![{place("image description")}](a.png)

> {place("quotation")}

- {place("bullet")}
    - {place("nested bullet")}

7. {place("numbered item")}

| {place("table head")} | b |
|---|---|
| {place("table cell")} | c |

```
{place("code block")}
```

~~{place.not_this("struck out")}~~ <div>{place("raw HTML")}</div>

Term
: {place("definition")}

<!-- {place.not_this("comment")} -->

[^1]: {place("footnote")}
[^2]: {word.split()[3]}
""".encode()


def html_file(place: Places) -> bytes:
    """A web page with landmarks, lists, tables, notes, hidden parts."""
    return f"""<!doctype html><html lang=en><head><title>{place("title")}</title>
<style>.{marker("style")} {{}}</style><script>var s = "{place.not_this("script")}"</script></head><body>
<header><p>{place("page header")}</p></header><nav><a href=#>{place.not_this("navigation")}</a></nav>
<main>{place("bare text")}<h1>{place("heading")}</h1><div>{place("division")}</div>
<p>{place("paragraph")} <em>{place("emphasis")}</em><br>{place("after break")}<sup><a href=#n>1</a></sup></p>
<ul><li>{place("item")}<ul><li>{place("nested item")}</li></ul>{place("after nested list")}</li></ul>
<dl><dt>{place("term")}</dt><dd>{place("definition")}</dd></dl>
<table><caption>{place("caption")}</caption><thead><tr><th>{place("table head")}</th></tr></thead>
<tfoot><tr><td>{place("table foot")}</td></tr></tfoot><tbody><tr><td>{place("cell")}
<table><tr><td>{place("nested table")}</td></tr></table>{place("after nested table")}</td></tr></tbody></table>
<figure><img src=a.png alt="{place("image description")}"><figcaption>{place("figure caption")}</figcaption></figure>
<blockquote>{place("quotation")}</blockquote><pre>{place("preformatted")}</pre>
<details><summary>{place("summary")}</summary>{place("details")}</details><aside>{place("aside")}</aside>
<address>{place("address")}</address><form><label>{place("form label")}</label></form>
<p hidden>{place.not_this("hidden")}</p><p style="display:none">{place.not_this("not displayed")}</p>
<p><del>{place.not_this("deleted")}</del><ins>{place("inserted")}</ins></p><!-- {place.not_this("comment")} -->
<section class=footnotes role=doc-endnotes><ol><li id=n>{place("footnote")}</li></ol></section></main>
<footer>{place("page footer")}</footer></body></html>""".encode()


def rich_text_file(place: Places) -> bytes:
    """An RTF with a header, a footnote, a table, a list, hidden and deleted text."""
    return (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}{\info{\title " + place("title") + "}}"
        + r"{\header\pard " + place("header") + r"\par}{\footer\pard " + place("footer") + r"\par}"
        + r"\pard\s1\b " + place("heading") + r"\b0\par\pard " + place("paragraph") + r" {\i " + place("italic") + "}"
        + r"{\super\chftn}{\footnote\pard\plain {\super\chftn} " + place("footnote") + r"}\par"
        + r"\pard{\pntext\f0 1.\tab}" + place("list item") + r"\par"
        + r"\trowd\cellx3000\cellx6000\pard\intbl " + place("cell") + r"\cell "
        + place("second cell") + r"\cell\row\pard "
        + r"{\v " + place.not_this("hidden") + r"}{\deleted " + place.not_this("deleted") + "}"
        + r"{\field{\*\fldinst HYPERLINK x}{\fldrslt " + place("field result") + r"}}\par"
        + r"{\shp{\*\shpinst{\shptxt\pard " + place("text box") + r"\par}}}"
        + r"{\*\annotation\pard " + place.not_this("comment") + r"}"
        + r"\pard caf\'e9 \u8364? " + place("last line") + r"\par}"
    ).encode("ascii")  # fmt: skip


def mail_file(place: Places) -> bytes:
    """An EML with plain and HTML versions of one text and an attachment."""
    body = place("body")
    return f"""From: {place.not_this("sender").split()[3]} <a@a.example>
To: b@b.example
Subject: {place("subject")}
Date: Mon, 3 Mar 2025 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="m"

--m
Content-Type: multipart/alternative; boundary="n"

--n
Content-Type: text/plain; charset=utf-8

{body}
--n
Content-Type: text/html; charset=utf-8

<p>{body}</p>
--n--
--m
Content-Type: text/plain; charset=utf-8
Content-Disposition: attachment; filename="a.txt"

{place.not_this("attachment")}
--m--
""".replace("\n", "\r\n").encode()


def pdf_file(place: Places) -> bytes:
    """A PDF with a running header, two columns, a table, a footnote and a note up the margin."""
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    canvas.setTitle(place("title"))
    header, footer = place("running header"), place("running footer")
    filler = "Member States shall report on the measures taken in the year before. "
    for page in (1, 2):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 810, header)
        canvas.drawString(60, 30, f"{footer} {page}")
        canvas.setFont("Helvetica", 10)
        for column in (0, 1):
            words = f"{place(f'page {page} column {column + 1}')} {filler * 3}".split()
            for line in range(0, len(words), 6):
                canvas.drawString(60 + 250 * column, 760 - 2 * line, " ".join(words[line : line + 6]))
        canvas.setFont("Helvetica", 7)
        canvas.line(60, 90, 120, 90)
        canvas.drawString(60, 80, f"{page} {place(f'footnote {page}')}")

        if page == 1:
            canvas.acroForm.textfield(name="a", value=place("form field"), x=60, y=160, width=400)
            canvas.setFont("Helvetica", 10)
            for row in range(3):
                for column in range(2):
                    canvas.drawString(60 + 260 * column, 600 - 20 * row, place(f"cell {row} {column}")[:44])
            canvas.setFont("Helvetica-Bold", 16)
            canvas.drawString(60, 640, place("heading"))
        else:
            canvas.saveState()
            canvas.translate(580, 300)
            canvas.rotate(90)
            canvas.drawString(0, 0, place("margin note"))
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


DOCUMENTS: dict[str, Callable[[Places], bytes]] = {
    ".txt": text_file,
    ".md": markdown_file,
    ".html": html_file,
    ".docx": word_file,
    ".odt": open_document_file,
    ".pptx": presentation_file,
    ".epub": book_file,
    ".rtf": rich_text_file,
    ".eml": mail_file,
    ".pdf": pdf_file,
}
"""File suffix to a function that writes such a file and notes its places."""
