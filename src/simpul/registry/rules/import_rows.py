"""What one row of a table says about a person, and everything that is wrong with it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from simpul.kernel.text import N_, Text
from simpul.registry.rules.birth_dates import UnreadableBirth, read_birth
from simpul.registry.rules.identity_numbers import FaultLevel, absent_reason, check_kk, check_nik, digits_of
from simpul.registry.rules.telephones import UnreadableTelephone, normal_telephone

_SEX = {
    "l": "m", "laki-laki": "m", "laki laki": "m", "lk": "m", "pria": "m", "1": "m", "male": "m",
    "m": "m", "laki": "m",
    "p": "f", "perempuan": "f", "pr": "f", "wanita": "f", "2": "f", "female": "f", "f": "f",
}  # fmt: skip
_SHDK = (
    "kepala keluarga|kk|kepala|head", "suami", "istri|isteri", "anak|anak kandung|anak tiri|anak angkat",
    "menantu",
    "cucu", "orang tua|orangtua|ayah|ibu", "mertua", "famili lain|keluarga lain|saudara|famili",
    "pembantu|art|asisten rumah tangga", "lainnya|lain-lain|lain",
)  # fmt: skip
_SHDK_OF = {word: str(place) for place, words in enumerate(_SHDK, 1) for word in words.split("|")}


def fault_kind(name: str, text: Text) -> str:
    """A short name for all faults of this sort in this field: they are put right the same way."""
    return f"{name}.{zlib.crc32(text.msgid.encode()):08x}"


@dataclass(frozen=True)
class CellFault:
    """One thing wrong in one cell, and how to put it right."""

    field: str
    text: Text
    remedy: Text

    @property
    def kind(self) -> str:
        return fault_kind(self.field, self.text)


@dataclass
class RowFacts:
    """What the row says, in the registry's own words."""

    full_name: str = ""
    nik: str = ""
    nik_absent: str = ""
    kk: str = ""
    relation: str = ""
    sex: str = ""
    birth_date: date | None = None
    birth_precision: str = "day"
    birthplace: str = ""
    mother_maiden_name: str = ""
    call_name: str = ""
    region_code: str = ""
    rt: str = ""
    rw: str = ""
    street: str = ""
    phone: str = ""
    faults: list[CellFault] = field(default_factory=list)
    warnings: int = 0

    def fault(self, name: str, text: Text, remedy: str) -> None:
        self.faults.append(CellFault(name, text, Text(remedy)))


_LONGEST = {"full_name": 120, "birthplace": 80, "mother_maiden_name": 120, "call_name": 60, "street": 300}


def read_row(cells: Mapping[str, str], *, day: date) -> RowFacts:
    """Read one row whose cells are named by field.

    >>> d = date(2026, 11, 22)
    >>> cells = {"full_name": "Sulastri", "sex": "P", "birth": "05/09/1975", "relation": "Istri"}
    >>> facts = read_row(cells, day=d)
    >>> facts.sex, str(facts.birth_date), facts.relation, facts.faults
    ('f', '1975-09-05', '3', [])
    >>> facts = read_row({"full_name": "", "nik": "3.57301450975001E+15", "sex": "Q"}, day=d)
    >>> [fault.field for fault in facts.faults]
    ['full_name', 'nik', 'sex']
    >>> read_row({"full_name": "Budi", "nik": "belum punya"}, day=d).nik_absent
    'not_yet'
    """
    facts = RowFacts()
    for name, longest in _LONGEST.items():
        text = " ".join(cells.get(name, "").split())
        setattr(facts, name, text[:longest])
        if len(text) > longest:
            words = N_("The text has %(found)s letters; at most %(most)s fit.")
            facts.fault(name, Text(words, {"found": len(text), "most": longest}), N_("Shorten it."))
    if not any(letter.isalpha() for letter in facts.full_name):
        words = (
            N_("The name is missing or has no letters.") if facts.full_name else N_("The name is missing.")
        )
        facts.fault("full_name", Text(words), N_("Write the name as on the card, or remove the row."))
    facts.region_code = cells.get("region_code", "").strip()
    _read_birth(facts, cells.get("birth", ""), day)
    _read_sex(facts, cells.get("sex", ""))
    _read_nik(facts, cells.get("nik", ""), day)
    _read_kk(facts, cells.get("kk_number", ""), cells.get("relation", ""))
    _read_place(facts, cells)
    facts.faults.sort(key=lambda fault: list(_ORDER).index(fault.field))
    return facts


_ORDER = (
    "full_name", "nik", "kk_number", "relation", "sex", "birth", "birthplace", "mother_maiden_name",
    "call_name", "region_code", "village", "district", "rt", "rw", "street", "phone",
)  # fmt: skip


def _read_birth(facts: RowFacts, text: str, day: date) -> None:
    plain = re.sub(r"[ T]00:00(:00)?(\.0+)?$", "", text.strip())
    if not plain or absent_reason(plain):
        return
    try:
        birth = read_birth(f"{plain} tahun" if re.fullmatch(r"\d{1,3}", plain) else plain, today=day)
    except UnreadableBirth as unreadable:
        facts.fault(
            "birth", unreadable.text, N_("Write day-month-year (05-09-1975), a year, or an age (60 tahun).")
        )
        return
    facts.birth_date, facts.birth_precision = birth.day, birth.precision.value


def _read_sex(facts: RowFacts, text: str) -> None:
    plain = text.strip().casefold()
    if plain and not absent_reason(plain):
        facts.sex = _SEX.get(plain, "")
        if not facts.sex:
            words = N_("%(text)s is no sex that we know.")
            facts.fault("sex", Text(words, {"text": text[:20]}), N_("Write L or P, or leave it empty."))


def _read_nik(facts: RowFacts, text: str, day: date) -> None:
    plain = text.strip().lstrip("'`")
    if not plain:
        return
    reason = absent_reason(plain)
    if reason:
        facts.nik_absent = reason.value
        return
    if re.fullmatch(r"[\d.,]+E\+?\d+", plain.upper()):
        words = N_("The spreadsheet turned the NIK into a rounded number; its last digits are lost.")
        facts.fault("nik", Text(words), N_("Format the column as text in the source and type the NIK again."))
        return
    found = check_nik(
        plain, day=day, birth_date=facts.birth_date, birth_precision=facts.birth_precision, sex=facts.sex
    )
    for fault in found:
        if fault.level is FaultLevel.WARN:
            facts.warnings += 1
        else:
            facts.fault(
                "nik", fault.text, N_("Look at the card again. If there is none, write: belum punya.")
            )
    if not [fault for fault in facts.faults if fault.field == "nik"]:
        facts.nik = digits_of(plain)


def _read_kk(facts: RowFacts, text: str, relation: str) -> None:
    plain = text.strip().lstrip("'`")
    if plain and not absent_reason(plain):
        for fault in check_kk(plain):
            if fault.level is FaultLevel.WARN:
                facts.warnings += 1
            else:
                facts.fault(
                    "kk_number", fault.text, N_("Look at the family card again, or leave the cell empty.")
                )
        facts.kk = digits_of(plain)
    word = relation.strip().casefold()
    if word:
        facts.relation = word if word.isdecimal() and 1 <= int(word) <= 11 else _SHDK_OF.get(word, "")
        if not facts.relation:
            words = N_("%(text)s is no place in the family that we know.")
            remedy = N_("Write for example Kepala Keluarga, Istri, Anak, Famili Lain.")
            facts.fault("relation", Text(words, {"text": relation[:30]}), remedy)


def _read_place(facts: RowFacts, cells: Mapping[str, str]) -> None:
    code = facts.region_code
    if code and re.fullmatch(r"\d{10}", code):
        facts.region_code = f"{code[:2]}.{code[2:4]}.{code[4:6]}.{code[6:]}"
    elif code and not re.fullmatch(r"\d\d\.\d\d\.\d\d\.\d{4}", code):
        words = N_("%(text)s is no village code.")
        remedy = N_("Write it as 35.73.01.1001, or use the columns village and district.")
        facts.fault("region_code", Text(words, {"text": code[:20]}), remedy)
        facts.region_code = ""
    for name in ("rt", "rw"):
        digits = digits_of(cells.get(name, ""))
        written = cells.get(name, "").strip(" -")
        if written and (not digits or len(digits.lstrip("0")) > 3):
            facts.fault(
                name, Text(N_("RT and RW are numbers of up to three digits.")), N_("Write for example 003.")
            )
        elif digits:
            setattr(facts, name, digits.lstrip("0").zfill(3))
    phone = cells.get("phone", "").strip()
    if phone and not absent_reason(phone):
        try:
            facts.phone = normal_telephone(phone)
        except UnreadableTelephone as unreadable:
            facts.fault("phone", unreadable.text, N_("Write one number in the cell, or leave it empty."))
