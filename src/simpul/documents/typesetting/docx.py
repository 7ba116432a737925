"""The same sheet for a word processor, built paragraph by paragraph: no template file, no macro, no link."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from simpul.documents.rules.sheet import Plain
from simpul.documents.typesetting.cleaning import every_text, printable
from simpul.documents.typesetting.pdf import picture_of

INK, SOFT, ACCENT = RGBColor(0x16, 0x16, 0x16), RGBColor(0x4A, 0x4A, 0x4A), RGBColor(0x1D, 0x4A, 0x57)
MARKS = {"yes": "☑", "no": "☒", "open": "☐"}
LINE, NARROWEST = 165, 13  # millimetres: between the margins, of a column with a heading
LANGUAGES = {"id": "id-ID", "en": "en-GB"}


def make_docx(sheet: Plain) -> bytes:
    """The document as DOCX."""
    clean: Plain = every_text(sheet, printable)
    document = Document()
    _prepare(document, clean)
    _letterhead(document, clean["office"])
    _opening(document, clean)
    for block in clean["blocks"]:
        _WRITERS[block["kind"]](document, block)
    if clean["copies"]:
        _line(document, clean["labels"]["copies"] + ":", color=SOFT)
        for line in clean["copies"]:
            document.add_paragraph(line, style="List Number")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _prepare(document: Docx, sheet: Plain) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.right_margin = Mm(20)
    section.bottom_margin, section.left_margin = Mm(22), Mm(25)
    facts = document.core_properties
    facts.title, facts.author, facts.comments = sheet["title"], sheet["office"]["name"], ""
    facts.language = LANGUAGES[sheet["language"]]
    facts.created = facts.modified = datetime.fromisoformat(sheet["issued_at"])
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(11)
    normal.paragraph_format.space_after = Pt(5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGES[sheet["language"]])
    normal.element.get_or_add_rPr().append(language)
    for level, size in ((1, 14), (2, 11.5)):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = "Times New Roman", Pt(size), True
        style.font.color.rgb = INK if level == 1 else ACCENT
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        if fonts is not None:
            for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{name}"), None)
    foot = section.footer.paragraphs[0]
    foot.text = f"{sheet['number'] or sheet['title']}    {sheet['labels']['page']} "
    _page_number(foot)
    if sheet["marked"]:
        head = section.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        head.add_run(sheet["nature"].upper()).bold = True


def _page_number(paragraph: Any) -> None:
    """The field that the word processor fills with the page's number."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _line(document: Any, text: str, **look: Any) -> Any:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = look.get("bold"), look.get("italic")
    if "size" in look:
        run.font.size = Pt(look["size"])
    if "color" in look:
        run.font.color.rgb = look["color"]
    if look.get("center"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _letterhead(document: Docx, office: Plain) -> None:
    lines = ((office["parent"].upper(), 12, False), (office["name"].upper(), 14, True))
    place: Any = document
    if office["logo"]:
        place = _beside_logo(document, office)
    for text, size, bold in (*lines, (office["address"], 9.5, False), (office["contact"], 9.5, False)):
        if text:
            _line(place, text, size=size, bold=bold, center=True).paragraph_format.space_after = Pt(0)
    last = _line(document, "", size=4)
    last.paragraph_format.line_spacing = Pt(5)
    border = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "18"), ("space", "4"), ("color", "161616")):
        bottom.set(qn(f"w:{name}"), value)
    border.append(bottom)
    last.paragraph_format.space_after = Pt(10)
    properties = last._p.get_or_add_pPr()
    properties.insert(
        list(properties).index(properties.find(qn("w:spacing"))), border
    )  # Word minds the order


def _beside_logo(document: Docx, office: Plain) -> Any:
    """The cell between the logo and a space as wide, so that the letterhead stands in the middle."""
    table = document.add_table(rows=1, cols=3)
    _columns(table, (22, LINE - 44, 22))
    left, middle, _right = table.rows[0].cells
    picture = left.paragraphs[0].add_run().add_picture(io.BytesIO(picture_of(office["logo"])), height=Mm(18))
    picture._inline.docPr.set("descr", office["name"])
    middle._tc.remove(middle.paragraphs[0]._p)
    return middle


def _opening(document: Docx, sheet: Plain) -> None:
    labels = sheet["labels"]
    when = ", ".join(filter(None, (sheet["place"], sheet["date"])))
    _line(document, when).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    about = " ".join(filter(None, (sheet["subject"], f"({sheet['case']})" if sheet["case"] else "")))
    rows = [
        [labels["number"], sheet["number"]],
        [labels["nature"], sheet["nature"]],
        [labels["enclosures"], str(sheet["enclosures"]) if sheet["enclosures"] else labels["nothing"]],
        [labels["subject"], f"{sheet['title']}: {about}"],
    ]
    _fields(document, {"rows": rows})
    if sheet["recipient"]:
        _line(document, labels["to"], color=SOFT).paragraph_format.space_after = Pt(0)
        for line in sheet["recipient"]:
            _line(document, line).paragraph_format.space_after = Pt(0)
    heading = document.add_heading(sheet["title"].upper(), level=1)
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _heading(document: Docx, block: Plain) -> None:
    document.add_heading(block["text"], level=2)


def _paragraph(document: Docx, block: Plain) -> None:
    for part in block["text"].split("\n"):
        if part.strip():
            document.add_paragraph(part)


def _new_page(document: Docx, block: Plain) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _remark(document: Docx, block: Plain) -> None:
    _line(document, block["text"], bold=True)


def _cell(cell: Any, text: str, *, bold: bool = False) -> None:
    cell.text = text or "–"
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_after = Pt(2)
        for run in paragraph.runs:
            run.bold = bold


def _columns(table: Any, shares: Sequence[float]) -> None:
    """Fixed widths over the whole line, said to the grid and to each cell: word processors differ in which
    they heed. No row is torn by the end of a page."""
    table.autofit = False
    wide = [max(NARROWEST, LINE * share / sum(shares)) for share in shares]
    widths = [Mm(LINE * one / sum(wide)) for one in wide]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _keep_with_next(row: Any) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _fields(document: Docx, block: Plain) -> None:
    table = document.add_table(rows=0, cols=2)
    for label, value in block["rows"]:
        cells = table.add_row().cells
        _cell(cells[0], label)
        _cell(cells[1], value)
    _columns(table, (52, 113))
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _table(document: Docx, block: Plain) -> None:
    table = document.add_table(rows=1, cols=len(block["heads"]), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    _keep_with_next(table.rows[0])
    for cell, head in zip(table.rows[0].cells, block["heads"], strict=True):
        _cell(cell, head, bold=True)
    for row in block["rows"]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _cell(cell, text)
    _columns(table, block["widths"])
    if not block["rows"]:
        cells = table.add_row().cells
        _cell(cells[0].merge(cells[-1]), block["empty"])
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _points(document: Docx, block: Plain) -> None:
    for count, item in enumerate(block["items"], start=1):
        if block["numbered"]:
            paragraph = document.add_paragraph(f"{count}.\t{item}")
            paragraph.paragraph_format.left_indent = Mm(8)
            paragraph.paragraph_format.first_line_indent = Mm(-8)
        else:
            document.add_paragraph(item, style="List Bullet")


def _quote(document: Docx, block: Plain) -> None:
    for part in block["text"].split("\n"):
        if part.strip():
            _line(document, part, italic=True).paragraph_format.left_indent = Mm(8)
    if block["by"]:
        _line(document, block["by"], size=9, color=SOFT).paragraph_format.left_indent = Mm(8)


def _ticks(document: Docx, block: Plain) -> None:
    for text, state in block["items"]:
        document.add_paragraph(f"{MARKS[state]} {text}")


def _signatures(document: Docx, block: Plain) -> None:
    parties = block["parties"]
    table = document.add_table(rows=(len(parties) + 1) // 2, cols=2)
    _columns(table, (1, 1))
    for count, party in enumerate(parties):
        cell = table.rows[count // 2].cells[count % 2]
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(party["role"])
        for _gap in range(4):
            paragraph.add_run().add_break(WD_BREAK.LINE)
        paragraph.add_run(party["name"] or "." * 40).bold = True
        if party["credential"]:
            paragraph.add_run().add_break(WD_BREAK.LINE)
            paragraph.add_run(party["credential"])


_WRITERS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "remark": _remark,
    "new_page": _new_page,
    "fields": _fields,
    "table": _table,
    "points": _points,
    "quote": _quote,
    "ticks": _ticks,
    "signatures": _signatures,
}
