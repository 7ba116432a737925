"""Days, moments, spans, money and counts as the reader writes them. Empty in, empty out."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date, format_time
from babel.numbers import format_compact_decimal, format_decimal, format_percent
from babel.units import format_unit
from django.utils import timezone
from django.utils.translation import gettext as _

from simpul.kernel.clock import now
from simpul.web.ui.language import reading_language

NBSP = "\N{NO-BREAK SPACE}"
_LOCALES = {"id": "id", "en": "en_GB"}
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
Number = int | float | Decimal


def locale_code() -> str:
    """Babel's name of the active language."""
    return _LOCALES.get(reading_language(), "id")


def local(value: date | datetime) -> date | datetime:
    """A moment on the office's clock; a day stays the day it is."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return value.astimezone(timezone.get_default_timezone())
    return value


@lru_cache(maxsize=4096)
def _date(value: date, pattern: str, locale: str) -> str:
    return str(format_date(value, pattern, locale=locale))


@lru_cache(maxsize=2048)
def _time(value: time, locale: str) -> str:
    return str(format_time(value, "short", locale=locale))


@lru_cache(maxsize=4096)
def _decimal(value: Number, pattern: str, locale: str) -> str:
    return str(format_decimal(value, pattern, locale=locale))


def _calendar_day(value: date | datetime) -> date:
    value = local(value)
    return value.date() if isinstance(value, datetime) else value


def day(value: date | datetime | None) -> str:
    """Minggu, 22 November 2026."""
    return _date(_calendar_day(value), "EEEE, d MMMM yyyy", locale_code()) if value else ""


def short_day(value: date | datetime | None) -> str:
    """22 Nov 2026."""
    return _date(_calendar_day(value), "d MMM yyyy", locale_code()) if value else ""


def long_day(value: date | datetime | None) -> str:
    """22 November 2026, for letters."""
    return _date(_calendar_day(value), "d MMMM yyyy", locale_code()) if value else ""


def month(value: date | datetime | None) -> str:
    """November 2026."""
    return _date(_calendar_day(value), "MMMM yyyy", locale_code()) if value else ""


def clock(value: datetime | time | None) -> str:
    """09.10 in Indonesian, 09:10 in English."""
    if value is None:
        return ""
    moment = local(value) if isinstance(value, datetime) else value
    at = moment.time() if isinstance(moment, datetime) else moment
    return _time(at.replace(second=0, microsecond=0), locale_code()) if isinstance(at, time) else ""


def moment(value: datetime | None) -> str:
    """Minggu, 22 November 2026 · 09.10."""
    return f"{day(value)} · {clock(value)}" if value else ""


def short_moment(value: datetime | None) -> str:
    """22 Nov 2026, 09.10."""
    return f"{short_day(value)}, {clock(value)}" if value else ""


@lru_cache(maxsize=2048)
def _unit(amount: int, unit: str, locale: str) -> str:
    return str(format_unit(amount, f"duration-{unit}", locale=locale))


def span(length: timedelta) -> str:
    """The two largest units of a length: 3 jam 20 menit; from ten days on only days."""
    seconds = int(abs(length.total_seconds()))
    days, hours, minutes = seconds // _DAY, seconds % _DAY // _HOUR, seconds % _HOUR // _MINUTE
    locale = locale_code()
    if days >= 2:
        parts = [_unit(days, "day", locale)]
    elif days:
        parts = [_unit(days, "day", locale), _unit(hours, "hour", locale) if hours else ""]
    elif hours:
        parts = [_unit(hours, "hour", locale), _unit(minutes, "minute", locale) if minutes else ""]
    else:
        parts = [_unit(max(minutes, 1), "minute", locale)]
    return " ".join(part for part in parts if part)


def _distance(value: date | datetime, reference: datetime | None) -> timedelta:
    present = reference or now()
    if isinstance(value, datetime):
        aware = value if timezone.is_aware(value) else timezone.make_aware(value)
        return aware - present
    return value - timezone.localtime(present).date()


def ago(value: date | datetime | None, reference: datetime | None = None) -> str:
    """What remains of a time limit, or how far it has passed: sisa 3 jam 20 menit, lewat 2 hari."""
    if value is None:
        return ""
    distance = _distance(value, reference)
    if not isinstance(value, datetime) and distance == timedelta(0):
        return _("due today")
    if distance >= timedelta(0):
        return _("%(span)s left") % {"span": span(distance)}
    return _("%(span)s overdue") % {"span": span(distance)}


def whole_day(value: date | datetime) -> bool:
    """A limit that means its whole day: it ends when the day ends."""
    here = local(value)
    return not isinstance(here, datetime) or (here.hour, here.minute) == (23, 59)


def _days_until(value: date | datetime, reference: datetime | None) -> int:
    return (_calendar_day(value) - _calendar_day(reference or now())).days


def left(value: date | datetime | None, reference: datetime | None = None) -> str:
    """What remains of a limit; one that means a whole day is counted in days: sisa 2 hari, lewat 1 hari."""
    if value is None:
        return ""
    if not isinstance(value, datetime) or not whole_day(value):
        return ago(value, reference)
    if _days_until(value, reference):
        return ago(_calendar_day(value), reference)
    hours = _distance(value, reference) // timedelta(hours=1)
    return _("%(span)s left") % {"span": span(timedelta(hours=hours))} if hours else ago(value, reference)


def near_day(value: date | datetime | None, reference: datetime | None = None) -> str:
    """A day as people speak of it: hari ini, besok, Sen, 30 Nov; the year only when it is another one."""
    if value is None:
        return ""
    days = _days_until(value, reference)
    if abs(days) <= 1:
        return _("today") if days == 0 else _("tomorrow") if days == 1 else _("yesterday")
    that = _calendar_day(value)
    same_year = that.year == timezone.localtime(reference or now()).year
    return _date(that, "EEE, d MMM" if same_year else "EEE, d MMM yyyy", locale_code())


def near_moment(value: date | datetime | None, reference: datetime | None = None) -> str:
    """The near day with the hour, when the hour matters: hari ini, 16.00."""
    if value is None:
        return ""
    spoken = near_day(value, reference)
    return f"{spoken}, {clock(value)}" if isinstance(value, datetime) and not whole_day(value) else spoken


def since(value: date | datetime | None, reference: datetime | None = None) -> str:
    """How long ago something happened: 2 hari lalu."""
    if value is None:
        return ""
    distance = _distance(value, reference)
    if abs(distance) < timedelta(minutes=1):
        return _("today") if not isinstance(value, datetime) else _("just now")
    if distance > timedelta(0):
        return _("in %(span)s") % {"span": span(distance)}
    return _("%(span)s ago") % {"span": span(distance)}


def count_of(value: Number | None) -> str:
    """1.250."""
    return _decimal(value, "#,##0.##", locale_code()) if value is not None else ""


def decimal(value: Number | None, places: int = 1) -> str:
    """2,4."""
    return _decimal(value, "#,##0." + "0" * places, locale_code()) if value is not None else ""


def percent(value: Number | None) -> str:
    """A share between 0 and 1 as 78%."""
    return str(format_percent(value, "#,##0.#%", locale=locale_code())) if value is not None else ""


def rupiah(value: Number | None) -> str:
    """Rp 1.250.000, in either language, for the money is Indonesian."""
    if value is None:
        return ""
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return f"{sign}Rp{NBSP}{_decimal(abs(value), '#,##0', locale_code())}"


def rupiah_short(value: Number | None) -> str:
    """Rp 482,6 jt, for tiles and charts."""
    if value is None:
        return ""
    short = format_compact_decimal(value, fraction_digits=1, locale=locale_code())
    return f"Rp{NBSP}{short}"
