"""An import goes in short pieces: each counts once, a stopped one goes back, a list's villages are found."""

from __future__ import annotations

import uuid

import pytest

from simpul.jobs.worker import claim, perform
from simpul.kernel.actor import system_actor
from simpul.registry.commands.check_import import check_import
from simpul.registry.commands.confirm_import import confirm_import
from simpul.registry.commands.keep_import_rows import keep_import_rows
from simpul.registry.commands.map_import import map_import
from simpul.registry.commands.stage_import import stage_import
from simpul.registry.commands.undo_import import undo_import
from simpul.registry.commands.write_import import write_import
from simpul.registry.errors import WrongStage
from simpul.registry.models import Household, ImportBatch, ImportRow, Person
from simpul.registry.queries import import_pieces
from simpul.registry.queries.import_pieces import Piece, rows_to_check, rows_to_write
from simpul.registry.queries.imports import import_page, import_progress
from simpul.registry.queries.read_upload import read_upload
from simpul.safeguards.models import AuditLine
from tests.factories.reference import make_village
from tests.registry.conftest import Town
from tests.registry.test_import import checked, staged, work
from tests.registry.workbooks import people, table

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
SYSTEM = system_actor()


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of ten rows."""
    monkeypatch.setattr(import_pieces, "CHECK_CHUNK", 10)
    monkeypatch.setattr(import_pieces, "WRITE_CHUNK", 10)


def confirmed(town: Town, count: int) -> uuid.UUID:
    batch_id = checked(town, table(people(count)), "warga.csv")
    confirm_import(town.boss, batch_id)
    return batch_id


def test_piece_that_another_worker_was_quicker_with_counts_once(town: Town, short: None) -> None:
    batch_id = confirmed(town, 30)
    mine, others = rows_to_write(SYSTEM, batch_id), rows_to_write(SYSTEM, batch_id)
    assert write_import(SYSTEM, batch_id, piece=others) == 20
    assert write_import(SYSTEM, batch_id, piece=mine) == 0
    assert Person.objects.count() == 10
    work()
    assert Person.objects.count() == 30


def test_planted_piece_that_always_follows_is_written_twice(
    town: Town, short: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted defect: nobody asks whether the import still stands where the piece was taken."""
    batch_id = confirmed(town, 30)
    mine, others = rows_to_write(SYSTEM, batch_id), rows_to_write(SYSTEM, batch_id)
    monkeypatch.setattr(Piece, "follows", lambda piece, batch: True)
    write_import(SYSTEM, batch_id, piece=others)
    write_import(SYSTEM, batch_id, piece=mine)
    assert Person.objects.count() == 20
    assert ImportRow.objects.filter(outcome="written").count() == 10


def test_piece_checked_before_the_columns_were_changed_is_dropped(town: Town, short: None) -> None:
    batch_id = checked(town, table(people(12)), "warga.csv")
    mapping = import_page(town.boss, batch_id).mapping
    map_import(town.boss, batch_id, mapping=mapping)
    old = rows_to_check(SYSTEM, batch_id)
    ImportRow.objects.filter(pk__in=[row.pk for row in old.rows]).get(position=2)
    work()
    map_import(town.boss, batch_id, mapping=mapping)
    assert check_import(SYSTEM, batch_id, piece=old) == 0
    work()
    assert import_page(town.boss, batch_id).counts["ready"] == 12


def test_rows_are_kept_once_and_an_import_cut_off_while_read_cannot_go_on(town: Town) -> None:
    read = read_upload(town.boss, file=table(people(20)), filename="warga.csv")
    batch_id = stage_import(town.boss, table=read, source="Desa Contoh")
    assert keep_import_rows(town.boss, batch_id, rows=read.rows[:8]) == 12
    assert import_page(town.boss, batch_id).stage == "reading"
    with pytest.raises(WrongStage):
        map_import(town.boss, batch_id, mapping={"full_name": 3})
    assert keep_import_rows(town.boss, batch_id, rows=read.rows[:12]) == 8
    assert keep_import_rows(town.boss, batch_id, rows=read.rows) == 0
    assert import_page(town.boss, batch_id).stage == "mapping"
    assert ImportRow.objects.count() == 20


def test_writing_stopped_in_the_middle_is_taken_back_with_households_and_keys(
    town: Town, short: None
) -> None:
    batch_id = confirmed(town, 40)
    job = claim()
    assert job is not None and perform(job)
    assert Person.objects.count() == 10 and Household.objects.exists()
    undo_import(town.boss, batch_id, sure=True)
    work()
    page = import_page(town.boss, batch_id)
    assert (page.stage, page.counts["undone"]) == ("undone", 10)
    assert not Person.objects.exists() and not Household.objects.exists()


def test_progress_is_asked_without_a_line_in_the_log(town: Town) -> None:
    batch_id = staged(town, table(people(4)), "warga.csv")
    before = AuditLine.objects.count()
    assert import_progress(town.boss, batch_id).goal == 4
    assert AuditLine.objects.count() == before


def test_faults_are_told_by_sort_and_shown_one_sort_at_a_time(town: Town) -> None:
    rows = people(300)
    for place in range(0, 250):
        rows[place][4] = f"Q{place}"
    rows[5][3] = ""
    batch_id = checked(town, table(rows), "warga.csv")
    page = import_page(town.boss, batch_id)
    assert [(one.column, one.count) for one in page.kinds] == [("L/P", 250), ("Nama Lengkap", 1)]
    assert "…" in str(page.kinds[0].text) and "Q1" not in str(ImportBatch.objects.get().fault_kinds)
    sex, name = page.kinds
    assert [fault.row for fault in import_page(town.boss, batch_id, kind=name.kind).faults] == [7]
    first = import_page(town.boss, batch_id, kind=sex.kind)
    assert len(first.faults) == 100 and {fault.column for fault in first.faults} == {"L/P"}
    second = import_page(town.boss, batch_id, kind=sex.kind, after=first.next_row)
    third = import_page(town.boss, batch_id, kind=sex.kind, after=second.next_row)
    assert [second.faults[0].row, len(third.faults), third.next_row] == [102, 50, 0]
    assert len(import_page(town.boss, batch_id, kind="nonsense").faults) >= 100


def test_village_of_a_list_is_found_by_its_name_and_district(town: Town) -> None:
    make_village("99.01.01.2001", "Sumber", "Kec. Jenu, Kab. Contoh")
    make_village("99.01.02.2001", "Sumber", "Kec. Soko, Kab. Contoh")
    make_village("99.01.02.2002", "Sumberagung", "Kec. Soko, Kab. Contoh")
    header = ("Nama", "Desa", "Kecamatan")
    rows = [
        ["Slamet", "Sumber", "Jenu"],
        ["Sutrisno", "DESA SUMBER", "Kec. Soko"],
        ["Kartini", "Sumber Agung", "soko"],
        ["Dewi", "Sumber", ""],
        ["Asep", "Sumber", "Plumpang"],
        ["Maria", "Antah Berantah", ""],
    ]
    batch_id = checked(town, table(rows, header), "warga.csv")
    page = import_page(town.boss, batch_id)
    assert [(fault.row, str(fault.text)) for fault in page.faults] == [
        (5, "2 villages are called Sumber."),
        (6, "No village Sumber lies in the district Plumpang."),
        (7, "No village on the map is called Antah Berantah."),
    ]
    confirm_import(town.boss, batch_id)
    work()
    codes = dict(Person.objects.values_list("full_name", "region_code"))
    assert codes == {"Slamet": "99.01.01.2001", "Sutrisno": "99.01.02.2001", "Kartini": "99.01.02.2002"}
