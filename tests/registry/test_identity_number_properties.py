"""What holds for every string that somebody may type as a NIK or a birth date."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.registry import choices
from simpul.registry.rules import birth_dates, identity_numbers
from simpul.registry.rules.birth_dates import Precision, UnreadableBirth, read_birth
from simpul.registry.rules.identity_numbers import FaultLevel, birth_date_in, check_nik, masked, parse_nik
from simpul.registry.rules.telephones import UnreadableTelephone, normal_telephone

DAY = date(2026, 11, 22)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=30), st.text(alphabet="0123456789", min_size=16, max_size=16)))
def test_checks_never_stumble(text: str) -> None:
    faults = check_nik(text, day=DAY)
    if parse_nik(text) is None:
        assert [fault.level for fault in faults] == [FaultLevel.ERROR]


@settings(max_examples=300, deadline=None)
@given(st.dates(date(1927, 1, 1), DAY), st.booleans(), st.integers(1, 9999))
def test_a_well_made_nik_tells_its_birth_date(born: date, female: bool, serial: int) -> None:
    nik = f"357301{born.day + 40 * female:02}{born:%m%y}{serial:04}"
    parts = parse_nik(nik)
    assert parts is not None
    assert parts.female is female
    assert birth_date_in(parts, day=DAY, recorded=born) == born
    assert not [fault for fault in check_nik(nik, day=DAY) if fault.level is not FaultLevel.WARN]


@given(st.text(alphabet="0123456789", min_size=12, max_size=16))
def test_a_masked_number_hides_its_middle(number: str) -> None:
    assert masked(number)[4:-4] == "•" * (len(number) - 8)
    assert len(masked(number)) == len(number)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=20),
        st.dates().map(str),
        st.from_regex(r"\d{1,2}[-/]\d{1,2}[-/]\d{2,4}", fullmatch=True),
    )
)
def test_birth_dates_are_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        read = read_birth(text, today=DAY)
    except UnreadableBirth as unreadable:
        assert str(unreadable.text)
    else:
        assert read.day <= DAY
        assert read.precision in Precision


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789+-() abc", max_size=24))
def test_telephones_are_read_once_and_for_all(text: str) -> None:
    try:
        number = normal_telephone(text)
    except UnreadableTelephone:
        return
    assert number.startswith("+")
    assert normal_telephone(number) == number


def test_the_lists_of_rules_and_records_are_the_same() -> None:
    assert {str(one) for one in identity_numbers.AbsentReason} == set(choices.AbsentReason.values)
    assert {str(one) for one in birth_dates.Precision} == set(choices.Precision.values)
