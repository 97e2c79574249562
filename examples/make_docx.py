"""Makes examples/directive.en.docx, the same bytes every time: `python examples/make_docx.py`."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

TARGET = Path(__file__).with_name("directive.en.docx")
TITLE = "Directive (MU) 2026/37 on the protection of workers from extreme heat"
HEADER = "Official Gazette of the Meridian Union\t\tL series, 9 June 2026"
FOOTER = "MU 2026/L 37 — Only the printed edition is authentic."

# "# " is a chapter, "## " an article, "* " a bullet; "[^1]" marks a footnote; anything else is a paragraph.
BODY = """
The Assembly and the Council of the Meridian Union,
Having regard to the Treaty of Lindholm, and in particular Article 84(2)(b) thereof,
Having regard to the proposal from the Commission of 17 September 2025,
Having regard to the opinion of the Committee of Social Partners,[^1]
Acting in accordance with the ordinary legislative procedure,
Whereas:
(1) In the summer of 2025, 312 workers in the Union died and more than 46,000 were injured in accidents in which \
heat played a part. The number of days on which the temperature in the shade exceeded 35 °C has doubled since 1995.
(2) Directive 1994/58/MU requires employers to assess all risks at work, but it sets no limit for heat. Nine Member \
States have adopted limits of their own, which range from 30 °C to 40 °C; five have none.
(3) Heat does not affect all work alike. The limits laid down in this Directive should therefore depend on how heavy \
the work is and on the humidity of the air, and not on the temperature alone.
(4) Workers should not lose pay because work is interrupted under this Directive. The cost for employers, estimated \
at €1.3 billion a year, is lower than the cost of accidents and lost output, estimated at €4.7 billion.
(5) Since the objective of this Directive cannot be sufficiently achieved by the Member States, the Union may adopt \
measures in accordance with the principle of subsidiarity,
Have adopted this Directive:
# Chapter I – General provisions
## Article 1 – Subject matter and scope
1. This Directive lays down minimum requirements for the protection of workers from heat at the workplace.
2. It applies to all sectors of activity, both public and private, indoors and outdoors.
3. It does not apply to the armed forces, the police or civil protection services where the nature of an operation \
makes compliance impossible. In that event, the health of workers shall nevertheless be protected as far as possible.
## Article 2 – Definitions
For the purposes of this Directive:
(a) ‘heat index’ means the wet-bulb globe temperature, in degrees Celsius, measured in accordance with Annex II;
(b) ‘heavy work’ means work with an average metabolic rate of more than 300 watts;
(c) ‘outdoor worker’ means a worker who spends at least two hours of the working day in the open air;
(d) ‘rest period’ means paid time, in the shade and at a heat index of no more than 26 °C, during which no work is done.
# Chapter II – Obligations of employers
## Article 3 – Assessment and measurement
1. Employers shall assess the risk from heat before 30 April of each year and whenever working methods change.
2. Where the forecast temperature exceeds 30 °C, the heat index shall be measured at the workplace at intervals of \
no more than two hours. Employers with fewer than ten workers may use the values of the national weather service.
3. The results shall be kept for five years and shall be made available to the workers and to the labour inspectorate.
## Article 4 – Limits
1. No worker shall be required to work without interruption at a heat index above the first limit set out in Annex I.
2. All work shall stop at a heat index above the second limit, unless it is necessary to save life or to prevent \
serious damage to the environment.
3. The limits may be exceeded neither by collective agreement nor with the consent of the worker.
## Article 5 – Preventive measures
1. Between 1 May and 30 September, employers shall provide free of charge:
(a) at least one litre of cool drinking water for each worker and hour;
(b) a shaded or cooled place of rest within 150 metres of the workplace;
(c) light clothing and head protection for outdoor workers.
2. Workers who start or resume work in the heat shall be given seven days to adapt, during which the duration of \
heavy work shall not exceed four hours a day.
3. A worker may refuse work which he or she has reasonable grounds to believe presents a serious and imminent \
danger. He or she may not be dismissed or placed at a disadvantage for doing so.
## Article 6 – Pay
Rest periods and interruptions under this Directive count as working time. Employers shall not compensate for them \
by overtime, except where a collective agreement so provides and the limits of Article 4 are respected.
# Chapter III – Supervision and penalties
## Article 7 – Labour inspectorates
1. Member States shall ensure that each labour inspectorate carries out at least 200 unannounced inspections for \
every million workers between 1 June and 31 August.
2. An inspector may order work to stop with immediate effect. An appeal against such an order shall not have \
suspensory effect.
## Article 8 – Penalties
1. Member States shall lay down penalties that are effective, proportionate and dissuasive. The maximum fine for an \
infringement of Article 4 shall be no less than €50,000 or 2 % of annual turnover, whichever is higher.
2. Employers that voluntarily report an infringement within 24 hours may be exempted from up to half of the fine.
## Article 9 – Reporting
By 31 January each year, Member States shall send the Commission the number of inspections, stoppages and accidents \
of the preceding year, broken down by sector.[^2] Personal data shall not be transmitted.
# Chapter IV – Final provisions
## Article 10 – More favourable provisions
This Directive does not affect the right of Member States to apply provisions that are more favourable to workers. \
It shall not be used to justify a reduction in the level of protection.
## Article 11 – Transposition
1. Member States shall bring into force the laws necessary to comply with this Directive by 1 April 2028. They shall \
apply Article 5(1)(b) from 1 January 2029.
2. They shall not impose on small enterprises obligations that go beyond those laid down in Articles 3 to 6.
## Article 12 – Repeal and entry into force
1. Article 6(3) of Directive 1994/58/MU is repealed with effect from 1 April 2028.
2. This Directive shall enter into force on the twentieth day following its publication.
Done at Lindholm, 2 June 2026.
# Annex I – Limits referred to in Article 4
The values are heat indices in degrees Celsius. Between the first and the second limit, work and rest shall alternate \
as shown in the last column.
""".strip()
LIMITS = (
    ("Intensity of work", "First limit", "Second limit", "Work and rest in each hour"),
    ("Light (up to 180 watts)", "29.0", "33.0", "45 minutes and 15 minutes"),
    ("Moderate (181 to 300 watts)", "27.5", "31.5", "40 minutes and 20 minutes"),
    ("Heavy (more than 300 watts)", "26.0", "30.0", "30 minutes and 30 minutes"),
)
ANNEX = """
The second limit is lowered by 1.5 °C:
* for workers under 18 years of age;
* for pregnant workers;
* where protective clothing that does not let moisture through must be worn.
# Annex II – Measurement
The heat index is calculated from the natural wet-bulb temperature, the globe temperature and, outdoors, the air \
temperature. Instruments shall be calibrated every 24 months; the error shall not exceed 0.5 °C. Measurements taken \
less than one metre from a source of heat shall not be used.
""".strip()
FOOTNOTES = {
    "1": "Opinion of 11 December 2025 (OG C 402, 19.12.2025, p. 15). Three members voted against.",
    "2": "The sectors are those of Regulation (MU) 2018/204, as amended by Regulation (MU) 2023/9.",
}
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def make() -> bytes:
    """The document as the bytes of a DOCX file."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.language = TITLE, "Entente", "en"
    properties.created = properties.modified = datetime(2026, 6, 9)
    document.sections[0].header.paragraphs[0].text = HEADER
    document.sections[0].footer.paragraphs[0].text = FOOTER
    document.add_heading(TITLE, level=0)
    _add(document, BODY)
    _add_table(document)
    _add(document, ANNEX)
    _add_footnotes(document)
    saved = io.BytesIO()
    document.save(saved)
    return _dated(saved.getvalue())


def _add(document: Document, lines: str) -> None:
    """Append the lines as headings, bullets and paragraphs."""
    for line in lines.splitlines():
        mark, _, rest = line.partition(" ")
        if mark in ("#", "##"):
            document.add_heading(rest, level=len(mark))
        elif mark == "*":
            document.add_paragraph(rest, style="List Bullet")
        else:
            _add_text(document.add_paragraph(), line)


def _add_text(paragraph: Paragraph, line: str) -> None:
    """Append a line to a paragraph, "[^1]" as a reference to footnote 1."""
    text, marker, rest = line.partition("[^")
    paragraph.add_run(text)
    if marker:
        number, _, after = rest.partition("]")
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), number)
        run._r.append(reference)
        _add_text(paragraph, after)


def _add_table(document: Document) -> None:
    """Append Annex I's table."""
    table = document.add_table(rows=0, cols=len(LIMITS[0]), style="Table Grid")
    for row in LIMITS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
            if row is LIMITS[0]:
                cell.paragraphs[0].runs[0].bold = True
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_footnotes(document: Document) -> None:
    """Add the part that python-docx has no words for: the texts of the footnotes, after the two obligatory rules."""
    root = etree.Element(f"{{{_WORD}}}footnotes", nsmap={"w": _WORD})
    for number, kind, mark in (
        ("-1", "separator", "separator"),
        ("0", "continuationSeparator", "continuationSeparator"),
    ):
        run = _footnote(root, number, kind)
        etree.SubElement(run, f"{{{_WORD}}}{mark}")
    for number, text in FOOTNOTES.items():
        run = _footnote(root, number, None)
        etree.SubElement(run, f"{{{_WORD}}}footnoteRef")
        words = etree.SubElement(run, f"{{{_WORD}}}t")
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        words.text = f" {text}"
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _footnote(root: etree._Element, number: str, kind: str | None) -> etree._Element:
    """A new footnote with one paragraph; its run."""
    footnote = etree.SubElement(root, f"{{{_WORD}}}footnote")
    if kind:
        footnote.set(f"{{{_WORD}}}type", kind)
    footnote.set(f"{{{_WORD}}}id", number)
    paragraph = etree.SubElement(footnote, f"{{{_WORD}}}p")
    return etree.SubElement(paragraph, f"{{{_WORD}}}r")


def _dated(saved: bytes) -> bytes:
    """The same package with one fixed date in place of the clock's."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as package, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            entry = zipfile.ZipInfo(name, date_time=(2026, 6, 9, 0, 0, 0))
            copy.writestr(entry, package.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make())
