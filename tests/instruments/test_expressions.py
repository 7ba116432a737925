"""Formulas: how they are read, what they are worth, and which are refused. Values follow ODK's engine."""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.instruments.errors import ExpressionFault
from simpul.instruments.rules.world import AnswerWorld
from simpul.instruments.rules.xpath import FUNCTIONS, check, evaluate, parse, string
from simpul.instruments.rules.xpath.lexer import tokens

NOBODY = AnswerWorld({}, {}, {}, date(2026, 11, 23), datetime(2026, 11, 23, 8, 0, tzinfo=UTC))


WORTH = [
    ("1 + 2 * 3", "7"),
    ("(1 + 2) * 3", "9"),
    ("10 div 4", "2.5"),
    ("10 mod 3", "1"),
    ("-3 + 1", "-2"),
    ("5 - -2", "7"),
    ("8 - 3 - 2", "3"),
    ("2 + 3 = 5 and not(1 > 2)", "true"),
    ("1 = 1 or unknown", "true"),
    ("'a' = \"a\"", "true"),
    ("'10' = 10", "true"),
    ("'b' != 'a'", "true"),
    ("'' + 1", "NaN"),
    ("1 div 0", "Infinity"),
    ("number('')", "NaN"),
    ("true() + true()", "2"),
    ("if('', 'ya', 'tidak')", "tidak"),
    ("if(0, 'ya', 'tidak')", "tidak"),
    ("if('0', 'ya', 'tidak')", "ya"),
    ("coalesce('', 'b')", "b"),
    ("int(-2.7)", "-2"),
    ("round(2.5)", "3"),
    ("round(-2.5)", "-2"),
    ("round(1.005, 1)", "1"),
    ("round(1250, -2)", "1300"),
    ("pow(2, 10)", "1024"),
    ("max(3, '7', 5)", "7"),
    ("min(3, '', 5)", "3"),
    ("min('', 3)", "3"),
    ("max('', 3, 1)", "3"),
    ("max('')", "NaN"),
    ("selected('a b c', 'b c')", "true"),
    ("selected('a', '')", "false"),
    ("string(1 = 1)", "true"),
    ("7 mod -2", "1"),
    ("-7 mod 2", "-1"),
    ("1 div 3", "0.3333333333333333"),
    ("0.1 + 0.2", "0.30000000000000004"),
    ("100000000 * 3", "300000000"),
    ("1000000 * 1000000", "1000000000000"),
    ("substr('abc', 1)", "bc"),
    ("substr('abc', -2)", "bc"),
    ("count-selected('')", "0"),
    ("number('2,5')", "2.5"),
    ("not('')", "true"),
    ("boolean('false')", "true"),
    ("'abc' < 2", "false"),
    ("'' = 0", "false"),
    ("'' < 1", "false"),
    ("coalesce('', '')", ""),
    ("selected('a b c', 'b')", "true"),
    ("selected('ab', 'a')", "false"),
    ("selected('', '')", "true"),
    ("selected-at('a b c', 1)", "b"),
    ("selected-at('a b c', 9)", ""),
    ("count-selected('a  b')", "2"),
    ("string-length('Ayu')", "3"),
    ("concat('a', 1, true())", "a1true"),
    ("join(', ', 'a', 'b')", "a, b"),
    ("contains('Sulastri', 'last')", "true"),
    ("starts-with('3573', '35')", "true"),
    ("ends-with('a.pdf', '.pdf')", "true"),
    ("substr('3573012345', 0, 4)", "3573"),
    ("substring-before('1-2', '-')", "1"),
    ("substring-after('1-2', '-')", "2"),
    ("translate('0812-3456', '-', '')", "08123456"),
    ("normalize-space('  a   b ')", "a b"),
    ("regex('3573010101900001', '[0-9]{16}')", "true"),
    ("regex('x3573', '[0-9]+')", "false"),
    ("today()", "2026-11-23"),
    ("today() - 7", "20773"),
    ("date(today() - 7)", "2026-11-16"),
    ("date('2026-11-23') - date('2026-11-16')", "7"),
    ("today() > date('2026-11-22')", "true"),
    ("format-date('2026-01-05', '%e %b %Y')", "5 Jan 2026"),
    ("format-date('', '%Y')", ""),
    ("date('bukan tanggal')", ""),
]


def worth(source: str) -> str:
    tree = parse(source)
    check(tree)
    return string(evaluate(tree, (), NOBODY))


@pytest.mark.parametrize(("source", "value"), WORTH)
def test_formula_is_worth(source: str, value: str) -> None:
    assert worth(source) == value


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("1 +", "stops too early"),
        ("(1", "needs “)”"),
        ("1 2", "left over"),
        ("'open", "unreadable character"),
        ("sume(1)", "Did you mean sum()?"),
        ("zzzzqq(1)", "Take one from the list"),
        ("if(1, 2)", "takes 3 to 3 values"),
        ("../a[1]", "square brackets"),
        ("regex('a', '(a+)+$')", "pattern"),
        ("regex('a', '(a|aa)+')", "pattern"),
        ("regex('a', '(')", "pattern"),
        ("regex('a', concat('a', 'b'))", "written out"),
        ("(" * 80 + "1" + ")" * 80, "nested too deeply"),
        ("1+" * 6000 + "1", "longer than"),
    ],
)
def test_bad_formula_is_refused_with_a_sentence(source: str, says: str) -> None:
    with pytest.raises(ExpressionFault, match=__import__("re").escape(says)):
        worth(source)


def test_hyphen_belongs_to_a_name_but_not_to_a_reference() -> None:
    assert [token.text for token in tokens("count-selected(${a})-${b}")] == [
        "count-selected", "(", "a", ")", "-", "b",
    ]  # fmt: skip


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_but_never_breaks(source: str) -> None:
    try:
        tree = parse(source)
        check(tree)
    except ExpressionFault:
        return
    with contextlib.suppress(ExpressionFault, KeyError):  # names that this empty form does not have
        evaluate(tree, (), NOBODY)


NUMBERS = st.integers(-1000, 1000)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_arithmetic_agrees_with_python(a: int, b: int, c: int) -> None:
    assert worth(f"{a} + {b} * {c} - ({c})") == str(a + b * c - c)


@given(st.text(alphabet="abc ", max_size=20), st.sampled_from("abc"))
def test_selected_means_one_of_the_words(chosen: str, one: str) -> None:
    assert worth(f"selected('{chosen}', '{one}')") == ("true" if one in chosen.split() else "false")


def test_every_function_is_in_the_reference_table() -> None:
    from tests.architecture.sources import ROOT

    page = (ROOT / "docs/reference/xlsform-support.md").read_text(encoding="utf-8")
    missing = [name for name in FUNCTIONS if f"`{name}(" not in page]
    assert missing == []


def test_hostile_pattern_ends_quickly() -> None:
    from simpul.instruments.rules.xpath.texts import matches

    started = datetime.now(UTC)
    assert not matches("a" * 300 + "!", "a*b*c*")
    assert (datetime.now(UTC) - started).total_seconds() < 1
