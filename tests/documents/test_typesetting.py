"""Letters are read back: language, tags, words, nobody's name where none belongs, nothing run as code."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import typst
from docx import Document
from pypdf import PdfReader

from simpul.documents.choices import EDITABLE, Kind
from simpul.documents.kinds import AssessedDomain, LaporanSosial, Paper
from simpul.documents.typesetting.docx import make_docx
from simpul.documents.typesetting.pdf import ROOT, make_pdf
from tests.documents.languages import sheet_in
from tests.documents.papers import (
    CHILD,
    all_papers,
    assessment,
    envelope,
    genogram,
    minutes,
    safety,
    social_report,
    termination,
)

PAPERS = [pytest.param(paper, id=paper.kind.value) for paper in all_papers()]
HOSTILE = [
    '#panic("x") #include "/etc/passwd" #import "@preview/a:1.0.0" $x$ *b* _c_ `d` <e> @f \\ // /* */',
    "\x00\x01\x1b[31m\x7f\ud800\ufffe",
    "😀👩‍👩‍👧 文字 ཀ ꦗꦮ \ue000 \U000f0000",
    "عربى \u202eטקסט הפוך\u202c \u2066",
    "{{ sheet }} {% include 'x' %} <script>alert(1)</script> &amp; ]]>",
    "x" * 100_000,
    "kata " * 20_000,
    "a\n" * 3_000,
    "'\"`;--\r\n\t\x0b",
]


def text_of(pdf: bytes) -> str:
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join("\n".join(pages).replace("\u200b", "").split())


def test_every_kind_has_a_sample() -> None:
    assert {paper.kind for paper in all_papers()} == set(Kind)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("paper", PAPERS)
def test_pdf_is_tagged_has_a_language_and_names_nobody_in_its_metadata(paper: Paper, language: str) -> None:
    sheet = sheet_in(paper, language)
    reader = PdfReader(io.BytesIO(make_pdf(sheet)))
    root = reader.trailer["/Root"]
    assert str(root["/Lang"]).split("-")[0] == language
    assert bool(root["/MarkInfo"]["/Marked"])
    assert "/StructTreeRoot" in root
    facts = reader.metadata
    assert facts is not None and facts.title == sheet["title"]
    xmp = root["/Metadata"].get_object().get_data().decode()
    for word in (*paper.subject.name.split(), paper.subject.case_reference):
        assert word not in f"{dict(facts)}{xmp}"
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp and "<pdfaid:part>2</pdfaid:part>" in xmp


@pytest.mark.parametrize("paper", PAPERS)
def test_same_sheet_gives_the_same_bytes(paper: Paper) -> None:
    assert make_pdf(sheet_in(paper)) == make_pdf(sheet_in(paper))


@pytest.mark.parametrize("paper", PAPERS)
def test_indonesian_letter_holds_no_english_sentence(paper: Paper) -> None:
    there, here = sheet_in(paper, "en"), sheet_in(paper, "id")
    assert here["title"] == there["title"] == "Genogram" or here["title"] != there["title"]
    alike = {key for key, label in here["labels"].items() if label == there["labels"][key]}
    assert alike == set()
    headings = [block["text"] for block in here["blocks"] if block["kind"] == "heading"]
    english = {block["text"] for block in there["blocks"] if block["kind"] == "heading"}
    own = {domain.name for domain in getattr(paper, "domains", ())}
    own |= {label for label, _lines in getattr(paper, "told", ())}
    assert not [text for text in headings if text in english - own]


def test_letter_carries_number_date_office_and_check_code() -> None:
    words = text_of(make_pdf(sheet_in(termination())))
    for wanted in (
        "DINAS SOSIAL KABUPATEN WANARAYA",
        "017/LAPSOS/DINSOS.02/XI/2026",
        "Banyuasri, 22 November 2026",
        "SURAT TERMINASI",
        "K7QF-2M9D-X4TR-8WZN",
        "/periksa/K7QF-2M9D-X4TR-8WZN",
        "Halaman 1 dari 2",
        "Drs. Agus Hermawan, M.Si.",
    ):
        assert wanted in words


@pytest.mark.parametrize("paper", [social_report(), minutes(), genogram()], ids=lambda one: one.kind.value)
def test_protected_person_is_never_named(paper: Paper) -> None:
    sheet = sheet_in(paper)
    words = text_of(make_pdf(sheet))
    assert "D. A." in words and "KS-2026-0142" in words
    for name in ("Dewi", "Anggraini", "Wahyuni", "Santoso", "Tumirah"):
        assert name.casefold() not in f"{words}{sheet}".casefold()
    bare = replace(paper, subject=replace(CHILD, protected=False))
    assert "Dewi" in text_of(make_pdf(sheet_in(bare)))  # the check can fail


def test_protected_name_is_covered_in_the_editable_letter_too() -> None:
    document = Document(io.BytesIO(make_docx(sheet_in(social_report()))))
    assert "Dewi" not in document.element.xml and "Tumirah" not in document.element.xml


@pytest.mark.parametrize("language", ["id", "en"])
def test_outside_of_the_safety_plan_tells_nothing(language: str) -> None:
    reader = PdfReader(io.BytesIO(make_pdf(sheet_in(safety(), language))))
    outside = " ".join(reader.pages[0].extract_text().split())
    assert outside == {"id": "Catatan saya", "en": "My notes"}[language]
    everything = text_of(make_pdf(sheet_in(safety(), language)))
    for secret in ("Dinas Sosial", "DINAS", "KS-2026", "periksa", "017/", "Dewi"):
        assert secret not in everything
    assert reader.metadata is not None and "author" not in {key.lower().strip("/") for key in reader.metadata}
    assert "Warung Bu Marni" in everything


@pytest.mark.parametrize("evil", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_printed_as_text(evil: str) -> None:
    paper = replace(
        assessment(),
        presenting_words=evil,
        domains=(AssessedDomain(name=evil[:200], client_words=evil, observation=evil),),
        strengths=(evil, evil[:50]),
        risk_level=evil[:80],
    )
    sheet = sheet_in(paper)
    made = make_pdf(sheet)
    assert made == make_pdf(sheet)
    assert len(Document(io.BytesIO(make_docx(sheet))).paragraphs) > 5


def test_typst_code_in_a_text_stays_a_text() -> None:
    code = '#panic("x") #sys.inputs.sheet #read("frame.typ") $ 1/2 $'
    words = text_of(make_pdf(sheet_in(replace(termination(), summary=code, reason=code))))
    assert words.count('#panic("x") #sys.inputs.sheet #read("frame.typ") $ 1/2 $') == 2


def test_a_template_that_evaluates_texts_would_be_caught(tmp_path: Path) -> None:
    """Planted: the same code brings a template down that takes a text for code."""
    template = tmp_path / "planted.typ"
    template.write_text('#eval(json(bytes(sys.inputs.sheet)), mode: "markup")')
    compiler = typst.Compiler(root=str(tmp_path), ignore_system_fonts=True)
    with pytest.raises(typst.TypstError, match="panicked"):
        compiler.compile(str(template), format="pdf", sys_inputs={"sheet": json.dumps('#panic("x")')})


def test_no_template_evaluates_or_fetches() -> None:
    for template in sorted(ROOT.glob("*.typ")):
        words = template.read_text(encoding="utf-8")
        assert not re.search(r"\beval\(|@preview|https?://|\bread\(|\bplugin\(", words), template.name
    with pytest.raises(typst.TypstError):
        typst.Compiler(root=str(ROOT), package_path=str(ROOT)).compile(
            b'#import "@preview/cetz:0.3.0"', format="pdf"
        )


def test_missing_signs_become_a_box_and_the_rest_stays() -> None:
    words = text_of(make_pdf(sheet_in(replace(termination(), summary="Terima kasih 😀 文 sekali"))))
    assert "Terima kasih □ □ sekali" in words


def test_hostile_names_everywhere_still_give_a_letter() -> None:
    evil = '"]) #panic() \x00 <b>'
    paper = replace(
        social_report(),
        subject=replace(CHILD, name=evil, case_reference=evil, also_veiled=(evil, "", "  ", ".*", "(")),
        recipient=(evil,),
        guardians=((evil, evil),),
    )
    office = replace(envelope().office, name=evil, parent=evil, address=evil)
    with_evil = paper.sheet(replace(envelope(), office=office, number=evil), str)
    assert make_pdf(with_evil).startswith(b"%PDF")
    assert make_docx(with_evil).startswith(b"PK")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("paper", [paper for paper in PAPERS if paper.values[0].kind in EDITABLE])
def test_docx_opens_and_holds_what_the_pdf_holds(paper: Paper, language: str) -> None:
    sheet = sheet_in(paper, language)
    document = Document(io.BytesIO(make_docx(sheet)))
    facts = document.core_properties
    assert facts.title == sheet["title"]
    assert facts.language == {"id": "id-ID", "en": "en-GB"}[language]
    assert paper.subject.name not in f"{facts.title}{facts.author}{facts.subject}{facts.comments}"
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert sheet["number"] in words and sheet["title"].upper() in words
    for block in sheet["blocks"]:
        if block["kind"] == "heading":
            assert block["text"] in words
    assert "periksa" not in words


@pytest.mark.parametrize("paper", [assessment(), minutes()], ids=lambda paper: paper.kind.value)
def test_docx_fills_the_line_tears_no_row_and_bears_the_emblem(paper: Paper) -> None:
    document = Document(io.BytesIO(make_docx(sheet_in(paper, "id"))))
    for table in document.tables:
        assert abs(sum(column.width.mm for column in table.columns) - 165) < 1
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    emblem = document.inline_shapes[0]
    assert emblem._inline.docPr.get("descr") == "Dinas Sosial Kabupaten Wanaraya"
    assert document.tables[0].rows[0].cells[1].text.endswith("wanaraya.example")


def test_docx_says_an_empty_table_across_its_whole_width() -> None:
    empty = replace(minutes(), decisions=())
    document = Document(io.BytesIO(make_docx(sheet_in(empty, "id"))))
    merged = [row for table in document.tables for row in table.rows if len({c._tc for c in row.cells}) == 1]
    assert len(merged) == 1


def test_empty_paper_is_still_a_letter() -> None:
    paper = LaporanSosial(
        subject=CHILD,
        worker=social_report().worker,
        request_number="",
        request_date=social_report().request_date,
        request_from="",
        child_status="",
        case_summary="",
        best_interest="",
        conclusion="",
        recommendations=(),
    )
    assert len(PdfReader(io.BytesIO(make_pdf(sheet_in(paper)))).pages) <= 2


def test_docx_keeps_the_order_of_properties_that_word_demands() -> None:
    document = Document(io.BytesIO(make_docx(sheet_in(termination()))))
    order = ["pStyle", "keepNext", "pBdr", "spacing", "ind", "jc", "rPr"]
    for properties in document.element.body.iter("{*}pPr"):
        names = [child.tag.split("}")[1] for child in properties]
        places = [order.index(name) for name in names if name in order]
        assert places == sorted(places)


def test_name_that_is_also_a_common_word_leaves_the_labels_alone() -> None:
    child = replace(CHILD, name="Kesehatan Sekolah", also_veiled=())
    sheet = sheet_in(replace(social_report(), subject=child, health_history="Kesehatan baik."))
    labels = [row[0] for block in sheet["blocks"] if block["kind"] == "fields" for row in block["rows"]]
    assert "Kesehatan" in labels and "Sekolah" in labels
    assert "K. S. baik." in repr(sheet)
