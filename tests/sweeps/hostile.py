"""What somebody may send instead of an answer: values, whole bodies, uploads."""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote_plus

MARKER = "<svg onload=simpulMarker()>"  # must never come back as it is
ABSENT = "01a2067e-eaf4-7c1d-805f-049955a4032e"


@dataclass(frozen=True)
class Hostile:
    """One value for one field; ``many`` is sent under the same name more than once."""

    name: str
    text: str = ""
    many: tuple[str, ...] = ()

    @property
    def sent(self) -> tuple[str, ...]:
        return self.many or (self.text,)


TEXTS = {
    "empty": "",
    "blanks": " \t\u00a0\u2003",
    "nul": "Siti\x00Aminah",
    "control": "a\x01\x07\x1b[31m\x7f\x85",
    "lone surrogate": "\ud800 dan \udfff",
    "bidi": "\u202egnp.exe\u2066x\u2069",
    "zero width": "Si\u200bti\ufeff\u2060 \u200d",
    "megabyte": "panjang " * 131_072,
    "many digits": "9" * 6000,
    "power": "10e400",
    "huge": "1" + "0" * 400,
    "huge decimal": "1." + "3" * 300,
    "not a number": "NaN",
    "infinity": "-Infinity",
    "minus zero": "-0",
    "minus one": "-1",
    "smallint": "32768",
    "integer": "2147483648",
    "bigint": "9223372036854775808",
    "other digits": "١٢٣",
    "superscript": "²",
    "leap day": "2024-02-29",
    "no leap day": "2026-02-29",
    "year zero": "0000-01-01",
    "year one": "0001-01-01",
    "year 9999": "9999-12-31",
    "year 10000": "10000-01-01",
    "moment of year one": "0001-01-01T00:00",
    "moment of 9999": "9999-12-31T23:59",
    "day 99": "99-99-9999",
    "hour 25": "25:61",
    "long ago": "1600-06-15",
    "absent record": ABSENT,
    "no record": "01a2067e-eaf4-7c1d-805f",
    "braced record": "{01a2067eeaf47c1d805f049955a4032e}",
    "wrong choice": "tidak_ada_pilihan_ini",
    "markup": f'"><script>alert(1)</script>{MARKER}',
    "quote": f"' onmouseover='x' {MARKER}",
    "area end": f"</textarea></title>{MARKER}",
    "template": "{{ 7*7 }}{% debug %}${7*7}#{7*7}",
    "percent": "%(name)s %s %n %",
    "query": "'; DROP TABLE registry_person; --",
    "like": "%_%\\",
    "formula": '=HYPERLINK("http://x","y")+cmd|\' /C calc\'!A0',
    "combining": "Z" + "\u0300" * 300,
    "emoji": "👩‍👩‍👧‍👦🏴‍☠️" * 20,
    "line feeds": "a\r\nSet-Cookie: x=1\r\n\r\n<b>",
    "path": "../../../../etc/passwd",
    "address": "javascript:alert(1)//http://evil.example",
    "json": '{"a":[1,{"b":null}]}',
    "deep json": "[" * 3000,
    "wrong json": '{"a":NaN,"b":"\\ud800"}',
    "mail": '"a\r\nBcc: x"@contoh.example',
    "unicode mail": "uji@ⓔxample.com",
}
VALUES = (
    *(Hostile(name, text) for name, text in TEXTS.items()),
    Hostile("twice", many=("satu", "dua")),
    Hostile("forty times", many=("satu",) * 40),
)

# Bodies that are no form at all. Each makes (content type, bytes) from the answers of the form.
Answers = dict[str, str]
BOUNDARY = "batas"


def packed(answers: Answers, instead: dict[str, tuple[str, ...]] | None = None) -> bytes:
    """Answers as a browser sends them; what UTF-8 cannot say is sent anyway."""
    pairs = [(name, one) for name, text in answers.items() for one in (instead or {}).get(name, (text,))]
    return "&".join(f"{_quoted(name)}={_quoted(text)}" for name, text in pairs).encode("ascii")


def _quoted(text: str) -> str:
    return quote_plus(text.encode("utf-8", "surrogatepass"))


def _parts(answers: Answers) -> bytes:
    made = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in answers.items()
    ]
    return "".join(made).encode()


FORM, MULTI = "application/x-www-form-urlencoded", f"multipart/form-data; boundary={BOUNDARY}"
BODIES: dict[str, Callable[[Answers], tuple[str, bytes]]] = {
    "json": lambda _a: ("application/json", b'{"a": [1, 2, {"b": "\xff"}]}'),
    "xml": lambda _a: ("text/xml", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    "no type": lambda a: ("", packed(a)),
    "strange type": lambda a: ("x/y; charset=utf-99", packed(a)),
    "form of a strange charset": lambda a: (f"{FORM}; charset=utf-99", packed(a)),
    "form of utf-7": lambda a: (f"{FORM}; charset=utf-7", packed(a)),
    "not utf-8": lambda a: (FORM, packed(a) + b"&x=%FF%FE&" + b"\xff\xfe=\x80"),
    "names of nothing": lambda a: (FORM, b"=&=&&&;;" + packed(a)),
    "too many fields": lambda a: (FORM, packed(a) + b"&x=1" * 5100),
    "no boundary": lambda a: ("multipart/form-data", _parts(a)),
    "strange boundary": lambda a: ("multipart/form-data; boundary=\xe9\x00", _parts(a)),
    "cut off": lambda a: (MULTI, _parts(a)[:-7]),
    "parts without names": lambda _a: (MULTI, f"--{BOUNDARY}\r\n\r\nx\r\n--{BOUNDARY}--\r\n".encode()),
    "base64 that is none": lambda _a: (
        MULTI,
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="x"\r\nContent-Transfer-Encoding: base64'
        f"\r\n\r\n%%%\r\n--{BOUNDARY}--\r\n".encode(),
    ),
    "file for an answer": lambda a: (
        MULTI,
        "".join(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="a.txt"\r\n'
            f"Content-Type: text/plain\r\n\r\n{text}\r\n"
            for name, text in a.items()
        ).encode()
        + f"--{BOUNDARY}--\r\n".encode(),
    ),
}


def workbook(cell: str = "A1", text: str = "Nama") -> bytes:
    """The smallest workbook, with one cell at this place."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types/>')
        book.writestr(
            "xl/workbook.xml", '<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>'
        )
        book.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet><sheetData><row r="1"><c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c></row>'
            "</sheetData></worksheet>",
        )
    return made.getvalue()


def bomb() -> bytes:
    """A few kilobytes that unpack to a hundred megabytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", b"<a>" + b" " * 100_000_000)
    return made.getvalue()


def crowded() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        for number in range(5000):
            book.writestr(f"../{number}.xml", "x")
    return made.getvalue()


PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452")


def uploads() -> Iterator[tuple[str, str, bytes, str]]:
    """What a file may be: why it is hostile, its name, its content, its type."""
    yield "empty", "kosong.csv", b"", "text/csv"
    yield "no name", "x", b"a,b\n1,2\n", "application/octet-stream"
    yield "long name", "n" * 5000 + ".csv", b"nama\nSiti\n", "text/csv"
    yield "path", "../../../etc/passwd.csv", b"nama\nSiti\n", "text/csv"
    yield "markup in the name", f"{MARKER}.csv", b"nama\nSiti\n", "text/csv"
    yield "binary", "a.csv", bytes(range(256)) * 20, "text/csv"
    yield "nul", "a.csv", b"nama,lahir\nSi\x00ti,2026-02-29\n", "text/csv"
    yield "utf-16", "a.csv", "nama;lahir\nSiti;0000-00-00\n".encode("utf-16"), "text/csv"
    yield "lone surrogate", "a.csv", b"nama\n\xed\xa0\x80\n", "text/csv"
    yield "one long line", "a.csv", b"nama," * 200_000, "text/csv"
    yield "open quote", "a.csv", b'nama,lahir\n"Siti,' + b"x" * 200_000, "text/csv"
    yield "formula and markup", "a.csv", f'nama,lahir\n"=1+1{MARKER}",1990\n'.encode(), "text/csv"
    yield "not a workbook", "a.xlsx", b"PK\x03\x04 nothing", "application/zip"
    yield "far cell", "a.xlsx", workbook("XFD1048576"), "application/zip"
    yield "bomb", "a.xlsx", bomb(), "application/zip"
    yield "crowd", "a.xlsx", crowded(), "application/zip"
    yield "entities", "a.xlsx", _entities(), "application/zip"
    yield "workbook", "a.xlsx", workbook(), "application/zip"
    yield (
        "old workbook",
        "a.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "application/vnd.ms-excel",
    )
    yield (
        "flood of pixels",
        "a.png",
        PNG + bytes.fromhex("00004e2000004e200802000000") + b"\0" * 20,
        "image/png",
    )
    yield "cut picture", "a.png", PNG, "image/png"
    yield (
        "drawing",
        "a.svg",
        f"<svg xmlns='http://www.w3.org/2000/svg'>{MARKER}</svg>".encode(),
        "image/svg+xml",
    )
    yield "page", "a.png", f"<html>{MARKER}".encode(), "image/png"


def _entities() -> bytes:
    made = io.BytesIO()
    layers = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "x">{layers}]><worksheet>&e9;</worksheet>'
    with zipfile.ZipFile(made, "w") as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("xl/worksheets/sheet1.xml", text)
    return made.getvalue()


def fresh_key() -> str:
    return str(uuid.uuid4())
