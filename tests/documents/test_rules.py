"""Numbers, codes, masking."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.documents.rules.masking import Veil, initials
from simpul.documents.rules.numbering import (
    ALPHABET,
    CODE_SIGNS,
    code_digest,
    letter_number,
    new_code,
    plain_code,
)
from simpul.documents.typesetting.cleaning import printable


def test_letter_number_is_written_as_offices_write_it() -> None:
    assert letter_number(7, "RIK", "DINSOS.02", date(2026, 4, 1)) == "007/RIK/DINSOS.02/IV/2026"
    assert letter_number(1207, "RIK", "X", date(2026, 12, 31)) == "1207/RIK/X/XII/2026"


def test_codes_are_long_readable_and_different() -> None:
    codes = {new_code() for _ in range(2_000)}
    assert len(codes) == 2_000
    assert CODE_SIGNS * 5 >= 64 and len(ALPHABET) == 32
    for code in codes:
        assert len(code.split("-")) == 4
        assert len(plain_code(code)) == CODE_SIGNS


@pytest.mark.parametrize("typed", ["k7qf2m9dx4tr8wzn", " K7QF 2M9D\nX4TR–8WZN ", "K7QF.2M9D.X4TR.8WZN"])
def test_code_is_understood_however_it_is_typed(typed: str) -> None:
    assert plain_code(typed) == "K7QF2M9DX4TR8WZN"


@given(st.text())
def test_any_typing_gives_a_code_or_nothing(typed: str) -> None:
    plain = plain_code(typed)
    assert plain == "" or (len(plain) == CODE_SIGNS and set(plain) <= set(ALPHABET))
    assert len(code_digest(plain)) == 64


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Dewi Anggraini", "D. A."),
        ("Ibu Tumirah", "T."),
        ("H. Muh. Ali, S.H.", "M. A."),
        ("", "–"),
        ("Ny", "N."),
    ],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Dewi Anggraini pulang.", "D. A. pulang."),
        ("DEWI  anggraini", "D. A."),
        ("ibu Dewi, Dewinya, (Dewi)", "ibu D. A., D. A.nya, (D. A.)"),
        ("bersama Tumirah.", "bersama T."),
        ("Dewita bukan dia", "Dewita bukan dia"),
        ("Ani tetap", "Ani tetap"),
        ("Ayu menangis, ayu parasnya", "A. L. menangis, ayu parasnya"),
    ],
)
def test_veil_covers_the_name_and_not_other_words(text: str, covered: str) -> None:
    assert Veil(["Dewi Anggraini", "Tumirah", "Ayu Lestari"]).cover(text) == covered


@given(st.lists(st.text(max_size=12), max_size=4), st.text(max_size=60))
def test_veil_takes_any_name(names: list[str], text: str) -> None:
    assert isinstance(Veil(names).cover(text), str)


def test_letters_that_fold_differently_are_covered_too() -> None:
    for written in ("Dini", "DİNİ", "Dını", "ſANTI"):
        assert Veil(["Dini", "Santi"]).cover(written) != written


def test_text_too_long_to_print_says_that_it_was_cut() -> None:
    assert printable("kata " * 50_000).endswith("[…]")
    assert not printable("kata " * 20_000).endswith("[…]")


@given(st.text(max_size=200))
def test_printable_text_keeps_nothing_that_steers(text: str) -> None:
    made = printable(text)
    assert not set(made) & {"\x00", "\x1b", "\u202e", "\u2066", "\r"}
    assert printable(made).replace("\u200b", "") == made.replace("\u200b", "")
