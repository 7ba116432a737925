"""PDF/UA-1 and PDF/A-2a by typst: tagged, with a language, byte-identical for the same sheet."""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock

import typst

from simpul.documents.choices import Kind
from simpul.documents.rules.sheet import Plain
from simpul.documents.typesetting.cleaning import every_text, printable, without
from simpul.documents.typesetting.qr import qr_svg

ROOT = Path(__file__).resolve().parents[1] / "templates_typst"
TEMPLATES = {Kind.SAFETY_PLAN: "folded.typ", Kind.GENOGRAM: "diagram.typ"}
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
ROUNDS = 4
_MISSING = re.compile(r'(?:the text|the codepoint) `"(.+?)"`', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_lock = Lock()


@cache
def _compiler() -> typst.Compiler:
    """One compiler for the process: fonts are read once. Nothing is fetched and no other font is used."""
    return typst.Compiler(root=str(ROOT), ignore_system_fonts=True, package_path=str(ROOT / "no-packages"))


def make_pdf(sheet: Plain) -> bytes:
    """The document as PDF. Signs that the fonts lack become a box rather than stopping the letter."""
    return _made(sheet, TEMPLATES.get(Kind(sheet["kind"]), "letter.typ"), sheet["verify"]["url"])


def make_flyer(sheet: Plain) -> bytes:
    """A sheet to take home as PDF; it has no number, and the code leads to the same text in the web."""
    return _made(sheet, "flyer.typ", sheet["address"])


def _made(sheet: Plain, template: str, address: str) -> bytes:
    clean: Plain = every_text(sheet, printable)
    for _round in range(ROUNDS):
        try:
            return _compiled(clean, template, address)
        except typst.TypstError as error:
            lacking = _lacking(error)
            if not lacking:
                raise
            clean = every_text(clean, lambda text, signs=lacking: without(text, signs))
    return _compiled(every_text(clean, _plainest), template, address)


def _compiled(sheet: Plain, template: str, address: str) -> bytes:
    issued = datetime.fromisoformat(sheet["issued_at"])
    inputs = {"sheet": json.dumps(sheet, ensure_ascii=False), "qr": qr_svg(address)}
    with _lock:
        made = _compiler().compile(
            str(ROOT / template), format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=issued
        )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no single file")
    return made


def picture_of(svg: str) -> bytes:
    """A drawing as PNG, sharp enough for print."""
    with _lock:
        made = _compiler().compile(str(ROOT / "logo.typ"), format="png", ppi=300, sys_inputs={"logo": svg})
    if not isinstance(made, bytes):
        raise TypeError("typst gave no single picture")
    return made


def _lacking(error: typst.TypstError) -> frozenset[str]:
    found = set()
    for quoted in _MISSING.findall(getattr(error, "diagnostic", "") or str(error)):
        found |= set(_ESCAPED.sub(lambda hit: chr(int(hit[1], 16)) if hit[1] else hit[2], quoted))
    return frozenset(found - set(" \n"))


def _plainest(text: str) -> str:
    """Last resort for texts that no font can follow: letters of the Latin blocks only."""
    return "".join(sign if sign < "\u0250" or sign in "–—‘’“”…•" else "□" for sign in text)
