"""Reading reference data as it held on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from simpul.kernel.actor import Role, public_actor, system_actor
from simpul.kernel.clock import WIB
from simpul.reference.errors import EntryUnknown
from simpul.reference.loader import load_all
from simpul.reference.models import Category, StatutoryClock
from simpul.reference.queries.categories import categories, category
from simpul.reference.queries.clocks import (
    holidays,
    retention_rules,
    risk_targets,
    statutory_clock,
    statutory_clocks,
    working_calendar,
)
from simpul.reference.queries.practice import code_of_ethics, practice_terms, wordings
from simpul.reference.queries.regions import (
    find_regions,
    region_children,
    region_loads,
    region_outlines,
    region_place,
)
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import AuditLine
from simpul.safeguards.permissions import matrix

pytestmark = pytest.mark.django_db
ACTOR = system_actor()


@pytest.fixture(autouse=True)
def loaded() -> Iterator[None]:
    load_all()
    yield


def test_type_ahead_forgives_spelling_order_and_titles() -> None:
    expected = find_regions(ACTOR, words="Tirtamaya Kota")[0].code
    assert expected == "35.69.01"
    for typed in (
        "Tirttamaya Kotta",
        "TIRTAMAYA  kota",
        "kec. tirtamaya kota",
        "kota tirtamaya jatim",
        "35.69.01",
    ):
        assert expected in {hit.code for hit in find_regions(ACTOR, words=typed, limit=50)}, typed


def test_repeated_village_names_are_told_apart_by_their_path() -> None:
    hits = find_regions(ACTOR, words="sidomulyo", levels=("village",), within="35.69")
    assert len(hits) >= 4 and len({hit.label for hit in hits}) == len(hits)
    assert all(hit.label.endswith("Kab. Tirtamaya, Prov. Jawa Timur") and hit.fictional for hit in hits)


@pytest.mark.parametrize("typed", ["", " ", "a", "%", "_", "' OR 1=1 --", "x" * 500, "\x00"])
def test_type_ahead_of_nothing_useful_finds_nothing(typed: str) -> None:
    assert find_regions(ACTOR, words=typed) == ()


def test_place_children_and_outlines() -> None:
    place = region_place(ACTOR, code="35.69.02.2001")
    assert [region.code for region in place.above] == ["35.69.02", "35.69", "35"]
    assert len(region_children(ACTOR)) == 38
    assert len(region_children(ACTOR, code="35.69")) == 20
    outlines = region_outlines(ACTOR, within="35.69", level="district")
    assert len(outlines) == 20 and all(
        outline.geometry.startswith('{"type":"Polygon"') for outline in outlines
    )
    assert len(region_loads(ACTOR)) == 2
    assert region_children(ACTOR, code="\x00") == () == find_regions(ACTOR, words="sidomulyo", within="\x00")


@pytest.mark.parametrize("code", ["99.99", "", "\x00", "35.69'", "x" * 999])
def test_unknown_code_is_said(code: str) -> None:
    with pytest.raises(EntryUnknown):
        region_place(ACTOR, code=code)


def test_old_law_stays_readable_when_a_new_one_comes() -> None:
    with writing_as("reference"):
        StatutoryClock.objects.filter(code="A2").update(valid_to=date(2026, 12, 31))
        old = StatutoryClock.objects.get(code="A2")
        old.pk = None
        facts = {
            field.name: getattr(old, field.name)
            for field in StatutoryClock._meta.fields
            if field.name not in {"id", "valid_from", "valid_to", "amount"}
        }
        StatutoryClock.objects.create(**facts, amount=48, valid_from=date(2027, 1, 1))
    assert statutory_clock(ACTOR, code="A2", on=date(2026, 12, 31)).amount == 72
    assert statutory_clock(ACTOR, code="A2", on=date(2027, 1, 1)).amount == 48


def test_database_refuses_two_entries_without_end() -> None:
    facts = Category.objects.filter(code="P01").values().get()
    facts.pop("id")
    with pytest.raises(IntegrityError), transaction.atomic(), writing_as("reference"):
        Category.objects.create(**facts)


def test_database_refuses_an_unexplained_certainty() -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), writing_as("reference"):
        Category.objects.filter(code="P01").update(certainty="perhaps")


def test_clock_of_the_social_report_runs_out_after_three_days_holiday_or_not() -> None:
    clock = statutory_clock(ACTOR, code="A2")
    start = datetime(2026, 3, 18, 9, tzinfo=WIB)
    assert clock.runs_out(start, working_calendar(ACTOR)) == start + timedelta(hours=72)
    assert {row.code for row in statutory_clocks(ACTOR, ours_only=True)} == {
        "A2",
        "A6",
        "T1",
        "H1",
        "D1",
        "D2",
    }


def test_risk_targets_from_same_day_to_seven_working_days() -> None:
    calendar = working_calendar(ACTOR)
    start = datetime(2026, 3, 17, 15, 30, tzinfo=WIB)
    due = {row.level: row.runs_out(start, calendar) for row in risk_targets(ACTOR)}
    assert list(due) == ["immediate", "high", "medium", "low"]
    assert due["immediate"] == datetime(2026, 3, 17, 23, 59, 59, tzinfo=WIB)
    assert due["high"] == start + timedelta(hours=24)
    assert due["medium"] == datetime(2026, 3, 27, 15, 30, tzinfo=WIB), "Nyepi and Eid lie between"
    assert due["low"] == datetime(2026, 4, 2, 15, 30, tzinfo=WIB)


def test_holidays_of_both_years_and_how_sure_they_are() -> None:
    year = holidays(ACTOR, first=date(2026, 1, 1), last=date(2026, 12, 31))
    assert (
        sum(day.kind == "national" for day in year),
        sum(day.kind == "collective_leave" for day in year),
    ) == (17, 8)
    assert {day.certainty for day in year} == {"read"}
    assert {day.certainty for day in holidays(ACTOR, first=date(2027, 1, 1), last=date(2027, 12, 31))} == {
        "unverified"
    }
    leave = date(2026, 12, 24)
    assert not working_calendar(ACTOR).is_working(leave)
    assert working_calendar(ACTOR, collective_leave=False).is_working(leave)


def test_categories_keep_their_bounds_and_their_words() -> None:
    assert len(categories(ACTOR)) == 26 and len(categories(ACTOR, group="psks")) == 12
    toddler = category(ACTOR, code="P01")
    assert toddler.fits_age(4) and not toddler.fits_age(5) and toddler.fits_age(None)
    assert category(ACTOR, code="P08").fits_age(60) and not category(ACTOR, code="P08").fits_age(59)
    sealed = {row.code for row in categories(ACTOR) if row.sensitivity == "sealed"}
    assert {"P03", "P06", "P16", "P18", "P19"} <= sealed
    assert [row.code for row in categories(ACTOR) if row.legal_forms_only] == ["P10"]
    assert category(ACTOR, code="P11").label("en") == "Person without a home"
    with pytest.raises(EntryUnknown):
        category(ACTOR, code="P99")


def test_practice_terms_are_nine_roles_seven_settings_three_levels() -> None:
    kinds = [row.kind for row in practice_terms(ACTOR)]
    assert (kinds.count("role"), kinds.count("setting"), kinds.count("level")) == (9, 7, 3)
    assert [row.code for row in practice_terms(ACTOR, kind="level")] == ["micro", "mezzo", "macro"]
    assert practice_terms(ACTOR, kind="role")[0].label("id") == "Penghubung"


def test_code_of_ethics_has_one_version_in_both_languages() -> None:
    code = code_of_ethics(ACTOR)
    assert code.version == "2026-1" and code.valid_from == date(2026, 1, 1)
    assert [article.number for article in code.articles] == list(range(1, len(code.articles) + 1))
    assert all(article.body_id and article.body_en for article in code.articles)
    assert code_of_ethics(ACTOR, version="2026-1") == code
    with pytest.raises(EntryUnknown):
        code_of_ethics(ACTOR, version="1999-1")


def test_wordings_know_harmless_uses() -> None:
    words = {row.avoid: row for row in wordings(ACTOR, language="id")}
    assert words["cacat"].prefer == "penyandang disabilitas"
    assert all(words[word].innocent for word in ("tuli", "gila", "stres", "gagal", "menolak"))
    assert not words["idiot"].innocent
    assert len(wordings(ACTOR, language="en")) > 60


def test_retention_never_falls_short_for_children() -> None:
    child = {row.code: row for row in retention_rules(ACTOR)}["child_case"]
    assert (child.until_age, child.certainty) == (25, "own")


def test_reading_is_open_to_all_and_leaves_no_line_in_the_log() -> None:
    before = AuditLine.objects.count()
    assert find_regions(public_actor(), words="wanarukmi")
    assert AuditLine.objects.count() == before
    assert all(
        Role.PUBLIC in matrix()[f"reference.{act}"] for act in ("find_regions", "categories", "wordings")
    )
