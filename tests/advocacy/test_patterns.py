"""Barriers of one office, counted by persons; what is too small is not shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from simpul.advocacy.choices import Dimension
from simpul.advocacy.queries.patterns import Pattern, barrier_pattern, pattern_offices
from simpul.directory.models import Service
from simpul.kernel.clock import at
from simpul.kernel.errors import Hidden
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import AuditLine
from tests.advocacy.counted import IN_QUARTER, LAST, NOW, Counted, names
from tests.directory.entries import make_agency, make_shelter
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def pattern(counted: Counted, dimension: str = "kind", **facts: str) -> Pattern:
    with at(NOW):
        return barrier_pattern(counted.world.head, counted.world.office.id, dimension=dimension, **facts)


def test_persons_count_once_for_each_kind_not_rows(counted: Counted) -> None:
    for barrier in counted.meet(12, "document"):
        counted.one("document", person=barrier.case.client, at=IN_QUARTER + timedelta(days=3))
        counted.one("fee", person=barrier.case.client)
    table = pattern(counted).table
    assert table is not None and table.row_totals == (12, 12) and table.total == 24
    assert {line.key for line in table.rows} == {"document", "fee"}


def test_only_a_quarter_that_has_ended_counts_by_the_day_of_noting(counted: Counted) -> None:
    counted.meet(11, "document")
    counted.meet(5, "document", at=datetime(2026, 10, 2, 3, tzinfo=UTC))
    counted.meet(6, "document", at=datetime(2026, 6, 30, 3, tzinfo=UTC))
    # 30 June 18.00 UTC is already July in western Indonesia
    counted.meet(1, "document", at=datetime(2026, 6, 30, 18, tzinfo=UTC))
    table = pattern(counted).table
    assert table is not None and table.total == 12
    assert str(pattern(counted, quarter="2026-4").quarter) == LAST
    assert str(pattern(counted, quarter="; drop").quarter) == LAST
    assert str(pattern(counted, quarter="9999-4").quarter) == LAST
    assert pattern(counted, quarter="2026-2").table is None


def test_small_kinds_stand_together_and_a_small_cell_takes_another_with_it(counted: Counted) -> None:
    counted.meet(30, "document", sex="f")
    counted.meet(4, "document", sex="m")
    counted.meet(20, "fee", sex="f")
    counted.meet(15, "fee", sex="m")
    counted.meet(6, "distance", sex="f")
    counted.meet(6, "language", sex="m")
    table = pattern(counted, "sex").table
    assert table is not None
    by_key = {line.key: n for n, line in enumerate(table.rows)}
    assert set(by_key) == {"document", "fee", ""} and table.rows[by_key[""]].together
    assert table.cells[by_key["document"]] == (None, None)
    assert table.row_totals[by_key["document"]] == 34
    shown = [value for row in table.cells for value in row if value is not None]
    assert all(value == 0 or value >= 10 for value in shown)


def test_fewer_than_the_limit_is_no_table_at_all(counted: Counted) -> None:
    counted.meet(9, "document")
    assert pattern(counted).table is None


def test_age_disability_setting_month_have_their_columns(counted: Counted) -> None:
    counted.meet(12, "document", birth_date=date(2010, 9, 30))
    counted.meet(12, "document", birth_date=date(1950, 1, 1), functional_difficulties={"seeing": "3"})
    july = datetime(2026, 7, 5, tzinfo=UTC)
    counted.meet(12, "document", functional_difficulties={"seeing": "2"}, at=july)
    for dimension, expected in (
        (Dimension.AGE, {"6-17": 12, "60-": 12, "": 12}),
        (Dimension.DISABILITY, {"yes": 12, "no": 12, "": 12}),
        (Dimension.SETTING, {"protection": 36}),
        (Dimension.MONTH, {"2026-07": 12, "2026-08": 24}),
    ):
        table = pattern(counted, dimension).table
        assert table is not None
        found = {line.key: total for line, total in zip(table.columns, table.column_totals, strict=True)}
        assert found == expected, dimension


def test_rule_told_by_few_is_never_named(counted: Counted) -> None:
    counted.meet(11, "rule", rule="Hanya KTP setempat.")
    counted.meet(1, "rule", rule="hanya  ktp setempat")
    counted.meet(3, "rule", rule="Anak Pak Badu tidak boleh")
    counted.meet(12, "fee")
    table = pattern(counted, "rule").table
    assert table is not None and "Badu" not in str(table)
    counted.meet(12, "rule", rule="Anak Pak Badu tidak boleh")
    table = pattern(counted, "rule").table
    assert table is not None
    totals = {line.key: total for line, total in zip(table.columns, table.column_totals, strict=True)}
    assert totals == {"hanya ktp setempat": 12, "anak pak badu tidak boleh": 15, "": 12}


def test_protected_place_is_not_named(counted: Counted) -> None:
    shelter = Service.objects.get(pk=make_shelter(counted.world.worker)).agency_id
    counted.meet(12, "attitude", agency_id=make_agency(counted.world.worker, name="Kantor Catatan"))
    counted.meet(12, "attitude", agency_id=shelter)
    table = pattern(counted, "agency").table
    assert table is not None
    assert sorted(names(table.columns)) == [["Kantor Catatan"], ["a protected place"]]


def test_sealing_somebody_moves_no_number(counted: Counted) -> None:
    met = counted.meet(15, "document", sex="f")
    before = pattern(counted, "sex").table
    with writing_as("registry"):
        met[0].case.client.sealed = True
        met[0].case.client.save()
    assert before is not None and pattern(counted, "sex").table == before


def test_areas_are_looked_into_one_below_the_other(counted: Counted) -> None:
    for count, region in (
        (14, "99.01.01.2001"), (12, "99.01.01.2002"), (13, "99.01.02.2001"), (2, "99.01.03.2001"),
        (10, "99.01.04.2001"),
    ):  # fmt: skip
        counted.meet(count, "document", region_code=region)
    regencies, districts = pattern(counted, "area").table, pattern(counted, "area", within="99.01").table
    assert regencies is not None and districts is not None
    assert [line.key for line in regencies.columns] == ["99.01"] and regencies.total == 51
    assert [line.key for line in districts.columns] == ["99.01.01", "99.01.02", ""]
    villages = pattern(counted, "area", within="99.01.01").table
    assert villages is not None and villages.column_totals == (14, 12)
    assert pattern(counted, "area", within="99.01.03").table is None, "it does not stand alone above"
    assert pattern(counted, "area", within="88.02").table is None


def test_quarters_stand_side_by_side_without_a_sum(counted: Counted) -> None:
    counted.meet(14, "document")
    counted.meet(11, "document", at=datetime(2026, 5, 1, tzinfo=UTC))
    counted.meet(3, "document", at=datetime(2026, 2, 1, tzinfo=UTC))
    table = pattern(counted, "quarter").table
    assert table is not None and table.cells == ((None, None, 11, 14),)
    counted.meet(12, "fee", at=datetime(2026, 5, 1, tzinfo=UTC))
    counted.meet(4, "distance", at=datetime(2026, 5, 1, tzinfo=UTC))
    table = pattern(counted, "quarter").table
    assert table is not None
    rows = {line.key: row for line, row in zip(table.rows, table.cells, strict=True)}
    assert rows == {
        "document": (None, None, None, 14), "fee": (None, None, 12, 0),
    }, "as in the table of that quarter: the smallest other stands with what is too small"  # fmt: skip
    assert not table.row_totals and table.total is None


def test_one_sees_the_patterns_of_ones_own_office(counted: Counted) -> None:
    counted.meet(12, "document")
    world = counted.world
    assert [one.id for one in pattern_offices(world.supervisor)] == [world.office.id]
    with at(NOW):
        table = barrier_pattern(world.supervisor, world.office.id).table
    assert table is not None and table.total == 12
    stranger = actor_of(make_staff(role="head_of_office", scope="office"))
    for actor in (stranger, world.worker):
        with pytest.raises(Hidden):
            barrier_pattern(actor, world.office.id)


def test_reading_leaves_a_line_with_the_question_and_nobody(counted: Counted) -> None:
    counted.meet(12, "document")
    pattern(counted, "sex")
    line = AuditLine.objects.filter(act="advocacy.barrier_pattern").latest("seq")
    assert line.facts == {"quarter": LAST, "dimension": "sex", "within": ""} and line.subjects == []
