"""Days, spans, money and counts in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from simpul.kernel.text import N_, Text
from simpul.web.ui import formats
from simpul.web.ui.language import say

MOMENT = datetime(2026, 11, 22, 2, 10, tzinfo=UTC)  # 09.10 in Jakarta
NIGHT = datetime(2026, 11, 22, 16, 59, tzinfo=UTC)  # 23.59 in Jakarta: the whole day


@pytest.fixture(params=["id", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with translation.override(request.param):
        yield request.param


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (lambda: formats.day(MOMENT), "Minggu, 22 November 2026", "Sunday, 22 November 2026"),
        (
            lambda: formats.moment(MOMENT),
            "Minggu, 22 November 2026 · 09.10",
            "Sunday, 22 November 2026 · 09:10",
        ),
        (lambda: formats.short_day(date(2026, 8, 5)), "5 Agu 2026", "5 Aug 2026"),
        (lambda: formats.short_moment(MOMENT), "22 Nov 2026, 09.10", "22 Nov 2026, 09:10"),
        (lambda: formats.count_of(1250), "1.250", "1,250"),
        (lambda: formats.decimal(2.4), "2,4", "2.4"),
        (lambda: formats.percent(0.784), "78,4%", "78.4%"),
        (lambda: formats.rupiah(1_250_000), "Rp\xa01.250.000", "Rp\xa01,250,000"),
        (lambda: formats.rupiah(Decimal("-5000")), "\N{MINUS SIGN}Rp\xa05.000", "\N{MINUS SIGN}Rp\xa05,000"),
        (lambda: formats.rupiah_short(482_600_000), "Rp\xa0482,6\xa0jt", "Rp\xa0482.6M"),
        (
            lambda: formats.ago(MOMENT + timedelta(hours=3, minutes=20), MOMENT),
            "sisa 3 jam 20 menit",
            "3 hours 20 minutes left",
        ),
        (lambda: formats.ago(MOMENT - timedelta(days=2), MOMENT), "lewat 2 hari", "2 days overdue"),
        (lambda: formats.ago(date(2026, 11, 22), MOMENT), "jatuh tempo hari ini", "due today"),
        (lambda: formats.ago(date(2026, 11, 25), MOMENT), "sisa 3 hari", "3 days left"),
        (lambda: formats.left(NIGHT, MOMENT), "sisa 14 jam", "14 hours left"),
        (lambda: formats.left(NIGHT + timedelta(days=1), MOMENT), "sisa 1 hari", "1 day left"),
        (lambda: formats.left(NIGHT - timedelta(days=1), MOMENT), "lewat 1 hari", "1 day overdue"),
        (lambda: formats.left(MOMENT - timedelta(hours=2), MOMENT), "lewat 2 jam", "2 hours overdue"),
        (lambda: formats.near_moment(NIGHT, MOMENT), "hari ini", "today"),
        (lambda: formats.near_moment(MOMENT + timedelta(days=1), MOMENT), "besok, 09.10", "tomorrow, 09:10"),
        (lambda: formats.near_day(MOMENT - timedelta(days=1), MOMENT), "kemarin", "yesterday"),
        (lambda: formats.near_moment(NIGHT + timedelta(days=8), MOMENT), "Sen, 30 Nov", "Mon, 30 Nov"),
        (lambda: formats.near_day(date(2027, 1, 4), MOMENT), "Sen, 4 Jan 2027", "Mon, 4 Jan 2027"),
        (lambda: formats.since(MOMENT - timedelta(days=2), MOMENT), "2 hari lalu", "2 days ago"),
        (lambda: formats.since(MOMENT, MOMENT), "baru saja", "just now"),
        (lambda: formats.span(timedelta(days=1, hours=4)), "1 hari 4 jam", "1 day 4 hours"),
    ],
)
def test_format(language: str, value: object, indonesian: str, english: str) -> None:
    assert callable(value)
    assert value() == (indonesian if language == "id" else english)


@pytest.mark.parametrize(
    "write",
    [
        formats.day,
        formats.moment,
        formats.ago,
        formats.left,
        formats.near_day,
        formats.near_moment,
        formats.since,
        formats.count_of,
        formats.rupiah,
        formats.percent,
    ],
)
def test_nothing_stays_nothing(write: object) -> None:
    assert callable(write)
    assert write(None) == ""


def test_zero_is_a_number() -> None:
    assert formats.count_of(0) == "0"


def test_say_fills_sentences_within_sentences() -> None:
    inner = Text(N_("Close"))
    with translation.override("id"):
        assert say(Text("%(what)s!", {"what": inner})) == "Tutup!"
        assert say("sudah diterjemahkan") == "sudah diterjemahkan"
