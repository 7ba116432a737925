"""NIK and KK: what their digits say, what is wrong with them, and how gravely.

NIK is ``PPKKCC DDMMYY SSSS`` with 40 added to a woman's day; KK is region, day of registration, serial
(PP 40/2019). A NIK is permanent: one that contradicts the true birth date stays valid (art. 30(2)), so
such differences only warn and never correct the person.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from simpul.kernel.text import N_, Text

# Kepmendagri 300.2.2-2430/2025; 54 was East Timor. Old Papua numbers fall within 91-96.
PROVINCES_WORDS = """
11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 54 61 62 63 64 65 71 72 73 74 75 76 81 82
91 92 93 94 95 96
"""
PROVINCES = frozenset(PROVINCES_WORDS.split())


class FaultLevel(StrEnum):
    """How grave: wrong; wrong unless a document shows it; a thing to look at."""

    ERROR = "error"
    OVERRIDE = "override"
    WARN = "warn"


@dataclass(frozen=True)
class NumberFault:
    """One thing that is odd about a number."""

    level: FaultLevel
    code: str
    text: Text


class AbsentReason(StrEnum):
    """Why somebody has no number on file. None of them ever stops help."""

    NOT_YET = "not_yet"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    FOREIGNER = "foreigner"


_ABSENT_WORDS: tuple[tuple[AbsentReason, str], ...] = (
    (AbsentReason.NOT_YET, r"belum (punya|ada|memiliki|terbit|rekam|perekaman|urus)"
        r"|tidak (punya|memiliki|ada)|blm.*|tdk (ada|punya)|nihil|kosong|tanpa nik|tidak ber-?nik"),
    (AbsentReason.UNKNOWN, r"(tidak|tdk) (di)?ketahui|(tidak|tdk) tahu|lupa|hilang|n/?a|-+|\?+|x+|\.+"),
    (AbsentReason.REFUSED, r"menolak|tidak (mau|bersedia).*|keberatan"),
    (AbsentReason.FOREIGNER, r"wna|warga negara asing|asing"),
)  # fmt: skip


def absent_reason(text: str) -> AbsentReason | None:
    """The reason that a placeholder stands for; None when the text looks like a real number or is empty.

    >>> absent_reason("Belum punya").value, absent_reason("-").value, absent_reason("WNA").value
    ('not_yet', 'unknown', 'foreigner')
    >>> absent_reason("menolak").value, absent_reason("0000000000000000").value
    ('refused', 'unknown')
    >>> absent_reason("1234567890123456").value, absent_reason("9999999999999999").value
    ('unknown', 'unknown')
    >>> absent_reason("3573014509750009"), absent_reason(""), absent_reason("Jalan 1")
    (None, None, None)
    """
    if not (text.isdecimal() and text.isascii()):
        words = " ".join(text.casefold().split())
        for reason, pattern in _ABSENT_WORDS:
            if re.fullmatch(pattern, words):
                return reason
    digits = digits_of(text) if re.fullmatch(r"[\d\s.\-]+", text) else ""
    if digits and (len(set(digits)) == 1 or digits in {"1234567890123456", "0123456789012345", "1234567890"}):
        return AbsentReason.UNKNOWN
    return None


_NO_DIGIT = re.compile(r"[^0-9]")


def digits_of(text: str) -> str:
    """The digits alone: people write numbers in groups.

    >>> digits_of("3573 0145-0975.0009")
    '3573014509750009'
    >>> digits_of("３５７３")
    '3573'
    """
    if text.isascii():
        return text if text.isdecimal() else _NO_DIGIT.sub("", text)
    return "".join(str(int(letter)) for letter in text if letter.isdecimal())


def one_slip_off(number: str) -> list[str]:
    """Every number that one wrong digit, or two neighbours exchanged, makes of this one.

    >>> slips = one_slip_off("3573014509750009")
    >>> len(slips), "3573014509750008" in slips, "3573014059750009" in slips, "3573014509750009" in slips
    (157, True, True, False)
    """
    found = {
        f"{number[:place]}{digit}{number[place + 1 :]}"
        for place in range(len(number))
        for digit in "0123456789"
    }
    found |= {
        f"{number[:place]}{number[place + 1]}{number[place]}{number[place + 2 :]}"
        for place in range(len(number) - 1)
    }
    return sorted(found - {number})


def masked(number: str) -> str:
    """What may be shown without an audited act: the first and last four.

    >>> masked("3273014509750009")
    '3273••••••••0009'
    >>> masked("A1234567"), masked("123")
    ('A1••••67', '•••')
    """
    keep = 4 if len(number) >= 12 else 2 if len(number) >= 6 else 0
    return number[:keep] + "•" * (len(number) - 2 * keep) + (number[-keep:] if keep else "")


@dataclass(frozen=True)
class NikParts:
    """What the sixteen digits say."""

    province: str
    regency: str
    district: str
    day: int
    month: int
    short_year: int
    female: bool
    serial: str

    @property
    def sex(self) -> str:
        return "f" if self.female else "m"


def parse_nik(text: str) -> NikParts | None:
    """Take the digits apart; None unless there are sixteen.

    >>> parts = parse_nik("3573 0145 0975 0009")
    >>> parts.province, parts.regency, parts.district, parts.day, parts.month, parts.short_year, parts.sex
    ('35', '35.73', '35.73.01', 5, 9, 75, 'f')
    >>> parse_nik("357301") is None
    True
    """
    digits = digits_of(text)
    if len(digits) != 16:
        return None
    day = int(digits[6:8])
    return NikParts(
        province=digits[:2],
        regency=f"{digits[:2]}.{digits[2:4]}",
        district=f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}",
        day=day - 40 if day > 40 else day,
        month=int(digits[8:10]),
        short_year=int(digits[10:12]),
        female=day > 40,
        serial=digits[12:],
    )


def is_real_day(day: int, month: int, short_year: int) -> bool:
    """Whether the day exists in the month; 29 February needs a leap year in some century.

    >>> is_real_day(31, 4, 80), is_real_day(29, 2, 80), is_real_day(29, 2, 81), is_real_day(29, 2, 0)
    (False, True, False, True)
    """
    if not 1 <= month <= 12 or day < 1:
        return False
    longest = max(monthrange(century + short_year, month)[1] for century in (1900, 2000))
    return day <= longest


def birth_date_in(parts: NikParts, *, day: date, recorded: date | None = None) -> date | None:
    """The birth date that the NIK tells: the recorded date's century, else the latest not in the future.

    >>> nik = parse_nik("3573014509750009")
    >>> birth_date_in(nik, day=date(2026, 11, 22))
    datetime.date(1975, 9, 5)
    >>> birth_date_in(parse_nik("3573010101200009"), day=date(2026, 11, 22))
    datetime.date(2020, 1, 1)
    >>> birth_date_in(parse_nik("3573010101200009"), day=date(2026, 11, 22), recorded=date(1920, 5, 5))
    datetime.date(1920, 1, 1)
    """
    if not is_real_day(parts.day, parts.month, parts.short_year):
        return None
    years = [2000 + parts.short_year, 1900 + parts.short_year]
    if recorded and recorded.year in years:
        years.insert(0, recorded.year)
    for year in years:
        try:
            found = date(year, parts.month, parts.day)
        except ValueError:
            continue
        if found <= day or (recorded and year == recorded.year):
            return found
    return None


def check_nik(
    text: str,
    *,
    day: date,
    birth_date: date | None = None,
    birth_precision: str = "day",
    sex: str = "",
    known_district: Callable[[str], bool | None] | None = None,
) -> tuple[NumberFault, ...]:
    """Everything odd about a NIK. ``known_district`` says whether ``35.73.01`` is or was on the map, and
    nothing (None) where the map does not reach so far down.

    >>> levels = lambda *a, **k: [(f.level.value, f.code) for f in check_nik(*a, day=date(2026, 11, 22), **k)]
    >>> levels("3573014509750009")
    []
    >>> levels("357301450975000"), levels("3333333333333333"), levels("3573014509750000")
    ([('error', 'length')], [('error', 'same_digits')], [('error', 'serial')])
    >>> levels("3573013204750009"), levels("3573010113750009"), levels("3573017304750009")
    ([('override', 'day')], [('override', 'day')], [('override', 'day')])
    >>> levels("2073014509750009"), levels("3570014509750009")
    ([('warn', 'province')], [('warn', 'regency')])
    >>> levels("3573014509750009", birth_date=date(1975, 9, 6), sex="m")
    [('warn', 'birth_date'), ('warn', 'sex')]
    >>> levels("3573014509750009", birth_date=date(1975, 1, 1), birth_precision="year", sex="f")
    []
    >>> levels("3573994509750009", known_district=lambda code: code != "35.73.99")
    [('warn', 'district')]
    >>> levels("3573994509750009", known_district=lambda code: None)
    []
    >>> levels("9901014509750009"), levels("9901014509750009", known_district=lambda code: code == "99.01.01")
    ([('warn', 'province')], [])
    """
    digits = digits_of(text)
    parts = parse_nik(text)
    if parts is None or re.search(r"[^\d\s.\-]", text.strip()):
        found = len(digits)
        return (_error("length", Text(N_("A NIK has 16 digits; this has %(count)s."), {"count": found})),)
    if len(set(digits)) == 1:
        return (_error("same_digits", Text(N_("A NIK does not consist of one digit repeated."))),)
    faults = []
    if parts.serial == "0000":
        faults.append(_error("serial", Text(N_("The last four digits of a NIK start at 0001."))))
    raw_day = int(digits[6:8])
    dated = 1 <= raw_day <= 31 or 41 <= raw_day <= 71
    if not dated or not is_real_day(parts.day, parts.month, parts.short_year):
        words = N_(
            "Digits 7 to 12 of the NIK are no date. Look at the card again; if it says so, note the document."
        )
        faults.append(NumberFault(FaultLevel.OVERRIDE, "day", Text(words)))
    faults += _place_warnings(parts, known_district)
    faults += _person_warnings(parts, day, birth_date, birth_precision, sex)
    return tuple(faults)


def _error(code: str, text: Text) -> NumberFault:
    return NumberFault(FaultLevel.ERROR, code, text)


def _warn(code: str, text: Text) -> NumberFault:
    return NumberFault(FaultLevel.WARN, code, text)


def _place_warnings(
    parts: NikParts, known_district: Callable[[str], bool | None] | None
) -> list[NumberFault]:
    known = known_district(parts.district) if known_district else None
    if parts.province not in PROVINCES and not known:
        words = N_("The NIK begins with %(code)s, which is no province that we know. Look at the card again.")
        return [_warn("province", Text(words, {"code": parts.province}))]
    number = int(parts.regency[3:])
    if number in {0, 70}:
        words = N_("Digits 3 and 4 of the NIK (%(code)s) are no regency or city. Look at the card again.")
        return [_warn("regency", Text(words, {"code": parts.regency[3:]}))]
    if known is False:
        words = N_("No district %(code)s is on the map; districts are renumbered at times.")
        return [_warn("district", Text(words, {"code": parts.district}))]
    return []


def _person_warnings(
    parts: NikParts, day: date, birth_date: date | None, precision: str, sex: str
) -> list[NumberFault]:
    warnings = []
    told = birth_date_in(parts, day=day, recorded=birth_date)
    if birth_date and told and precision != "estimated" and not _agrees(told, birth_date, precision):
        warnings.append(
            _warn("birth_date", Text(N_("The NIK tells another birth date (per KTP); both are kept.")))
        )
    if sex in {"m", "f"} and sex != parts.sex:
        warnings.append(_warn("sex", Text(N_("The NIK tells another sex (per KTP); both are kept."))))
    return warnings


def _agrees(told: date, recorded: date, precision: str) -> bool:
    if precision == "year":
        return told.year == recorded.year
    if precision == "month":
        return (told.year, told.month) == (recorded.year, recorded.month)
    return told == recorded


def check_kk(text: str) -> tuple[NumberFault, ...]:
    """Everything odd about a family card number; its date is that of registration, without the 40 rule.

    >>> codes = lambda text: [(f.level.value, f.code) for f in check_kk(text)]
    >>> codes("3573010509120003"), codes("35730105"), codes("0000000000000000")
    ([], [('error', 'length')], [('error', 'same_digits')])
    >>> codes("3573014509120003"), codes("2073010509120003")
    ([('override', 'day')], [('warn', 'province')])
    """
    digits = digits_of(text)
    if len(digits) != 16 or re.search(r"[^\d\s.\-]", text.strip()):
        words = N_("A family card number (KK) has 16 digits; this has %(count)s.")
        return (_error("length", Text(words, {"count": len(digits)})),)
    if len(set(digits)) == 1:
        return (_error("same_digits", Text(N_("A KK number does not consist of one digit repeated."))),)
    faults = []
    if digits[12:] == "0000":
        faults.append(_error("serial", Text(N_("The last four digits of a KK number start at 0001."))))
    if not is_real_day(int(digits[6:8]), int(digits[8:10]), int(digits[10:12])):
        words = N_(
            "Digits 7 to 12 of the KK number are no date. Look at the card again; "
            "if it says so, note the document."
        )
        faults.append(NumberFault(FaultLevel.OVERRIDE, "day", Text(words)))
    if digits[:2] not in PROVINCES:
        words = N_("The KK number begins with %(code)s, which is no province that we know.")
        faults.append(_warn("province", Text(words, {"code": digits[:2]})))
    return tuple(faults)


def check_other(kind: str, text: str) -> tuple[NumberFault, ...]:
    """Numbers of other cards: long enough to be one, BPJS with its 13 digits.

    >>> [f.code for f in check_other("bpjs", "0001234567890")], [f.code for f in check_other("bpjs", "123")]
    ([], ['length'])
    >>> [f.code for f in check_other("passport", "C1234567")], [f.code for f in check_other("passport", "?")]
    ([], ['form'])
    """
    if kind == "bpjs" and len(digits_of(text)) != 13:
        return (NumberFault(FaultLevel.OVERRIDE, "length", Text(N_("A BPJS number has 13 digits."))),)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ./\-]{2,39}", text.strip()):
        return (_error("form", Text(N_("Write the number as it stands on the card: letters and digits."))),)
    return ()


def normal_number(kind: str, text: str) -> str:
    """One way of writing a number, for keeping and finding it again.

    >>> normal_number("nik", "3573 0145 0975 0009"), normal_number("passport", " c 123-4567 ")
    ('3573014509750009', 'C1234567')
    """
    if kind in {"nik", "kk", "bpjs"}:
        return digits_of(text)
    return re.sub(r"[^A-Z0-9]", "", text.upper())
