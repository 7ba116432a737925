"""An import from upload to undo: exact faults, no double effect, nothing kept that is not wanted."""

from __future__ import annotations

import io
import uuid

import pytest

from simpul.jobs.models import Job
from simpul.jobs.worker import claim, perform
from simpul.kernel.actor import system_actor
from simpul.kernel.errors import Hidden, InvalidInput
from simpul.registry.commands.cancel_import import cancel_import
from simpul.registry.commands.check_import import check_import
from simpul.registry.commands.confirm_import import confirm_import
from simpul.registry.commands.keep_import_rows import keep_import_rows
from simpul.registry.commands.map_import import map_import
from simpul.registry.commands.stage_import import stage_import
from simpul.registry.commands.undo_import import undo_import
from simpul.registry.commands.write_import import write_import
from simpul.registry.errors import WrongStage
from simpul.registry.models import (
    Household,
    IdentityNumber,
    ImportBatch,
    ImportRow,
    MatchKey,
    Membership,
    Person,
)
from simpul.registry.queries.import_pieces import rows_to_check, rows_to_write
from simpul.registry.queries.imports import import_faults_table, import_page, my_imports
from simpul.registry.queries.read_upload import read_upload
from simpul.registry.queries.search import search_persons
from simpul.registry.rules.spreadsheets import guarded_kind, read_table
from tests.factories.registry import make_person
from tests.registry.conftest import Town
from tests.registry.workbooks import people, table, workbook

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
MAPPING = {
    "nik": 1, "kk_number": 2, "full_name": 3, "sex": 4, "birth": 5, "relation": 6, "street": 7, "rt": 8,
    "rw": 9, "phone": 10,
}  # fmt: skip


def work() -> int:
    """Do all jobs that wait."""
    done = 0
    while (job := claim()) is not None:
        assert perform(job), Job.objects.get(pk=job.pk).last_error
        done += 1
    return done


def staged(town: Town, file: io.BytesIO, name: str = "warga.xlsx") -> uuid.UUID:
    table_read = read_upload(town.boss, file=file, filename=name)
    batch_id = stage_import(town.boss, table=table_read, source="Desa Contoh, 2026")
    keep_import_rows(town.boss, batch_id, rows=table_read.rows)
    return batch_id


def check_next(batch_id: uuid.UUID) -> int:
    """One piece of the dry run, as the worker does it."""
    return check_import(system_actor(), batch_id, piece=rows_to_check(system_actor(), batch_id))


def write_next(batch_id: uuid.UUID) -> int:
    """One piece of the writing, as the worker does it."""
    return write_import(system_actor(), batch_id, piece=rows_to_write(system_actor(), batch_id))


def checked(town: Town, file: io.BytesIO, name: str = "warga.xlsx") -> uuid.UUID:
    batch_id = staged(town, file, name)
    map_import(town.boss, batch_id, mapping=import_page(town.boss, batch_id).mapping)
    work()
    return batch_id


def planted(rows: list[list[str]]) -> set[tuple[int, str]]:
    """Spoil fifty cells, ten kinds five times each; returns (row, header) of each."""
    spoils = [
        (3, "Nama Lengkap", lambda row: ""), (3, "Nama Lengkap", lambda row: "12345"),
        (1, "NIK", lambda row: row[1][:-2]), (1, "NIK", lambda row: "3.57301450975001E+15"),
        (1, "NIK", lambda row: row[1][:12] + "0000"), (4, "L/P", lambda row: "Q"),
        (5, "Tgl Lahir", lambda row: "31-02-1980"), (5, "Tgl Lahir", lambda row: "besok pagi"),
        (8, "RT", lambda row: "12345"), (10, "No HP", lambda row: "seratus"),
    ]  # fmt: skip
    found = set()
    for number in range(50):
        column, header, spoil = spoils[number % len(spoils)]
        place = 37 + number * (len(rows) // 55)
        rows[place][column] = spoil(rows[place])
        found.add((place + 2, header))
    return found


def test_import_of_10000_rows_reports_exactly_the_50_planted_faults(town: Town) -> None:
    rows = people(10_000)
    wanted = planted(rows)
    batch_id = checked(town, workbook(rows))
    page = import_page(town.boss, batch_id)
    assert (page.stage, page.counts["faults"], page.counts["faulty"], page.counts["ready"]) == (
        "checked", 50, 50, 9950,
    )  # fmt: skip
    assert {(fault.row, fault.column) for fault in page.faults} == wanted
    assert {fault.sheet for fault in page.faults} == {"Warga"}
    assert all(str(fault.remedy) for fault in page.faults)


def test_import_writes_persons_households_and_search_keys_once(town: Town) -> None:
    rows = people(40)
    batch_id = checked(town, workbook(rows))
    confirm_import(town.boss, batch_id)
    work()
    assert write_next(batch_id) == 0
    assert Person.objects.filter(import_batch_id=batch_id).count() == 40
    assert IdentityNumber.objects.filter(status="recorded").count() == 40
    with_card = {row[2] for row in rows if row[2]}
    assert Household.objects.count() == len(with_card)
    assert Membership.objects.filter(relation="1").count() == len(with_card)
    (found,) = search_persons(town.worker, nik=rows[3][1])
    assert found.name == rows[3][3]
    assert my_imports(town.boss)[0].written == 40


def test_import_undone_leaves_the_registry_as_it_was(town: Town) -> None:
    make_person("Sudah Ada", office_id=town.office.id)
    batch_id = checked(town, workbook(people(40)))
    confirm_import(town.boss, batch_id)
    work()
    kept = Person.objects.filter(import_batch_id=batch_id).first()
    assert kept is not None
    from simpul.safeguards.guarded import writing_as

    with writing_as("registry"):
        kept.version = 2
        kept.save()
    undo_import(town.boss, batch_id, sure=True)
    work()
    assert set(Person.objects.values_list("full_name", flat=True)) == {"Sudah Ada", kept.full_name}
    assert not MatchKey.objects.exclude(person=kept).exclude(person__full_name="Sudah Ada").exists()
    page = import_page(town.boss, batch_id)
    assert (page.stage, page.counts["undone"], page.counts["kept"]) == ("undone", 39, 1)


def test_import_leaves_out_whom_the_registry_probably_knows(town: Town) -> None:
    rows = people(8)
    by_number = make_person("Lain Sekali", nik=rows[0][1], office_id=town.office.id)
    day, month, year = map(int, rows[1][5].split("-"))
    from datetime import date

    by_name = make_person(
        rows[1][3].upper(), sex="f", birth_date=date(year, month, day), office_id=town.office.id
    )
    batch_id = checked(town, workbook(rows))
    page = import_page(town.boss, batch_id)
    assert {row.person_id for row in page.known} == {by_number.id, by_name.id}
    confirm_import(town.boss, batch_id)
    work()
    assert Person.objects.filter(import_batch_id=batch_id).count() == 6


def test_import_with_number_of_a_sealed_person_betrays_nothing(town: Town) -> None:
    rows = people(4)
    make_person("Lain", nik=rows[0][1], office_id=town.office.id, protection_team=(town.protector_staff.id,))
    batch_id = checked(town, workbook(rows))
    assert import_page(town.boss, batch_id).counts["ready"] == 4
    confirm_import(town.boss, batch_id)
    work()
    assert import_page(town.boss, batch_id).counts["written"] == 4


def test_import_finds_the_same_nik_and_two_heads_within_the_file(town: Town) -> None:
    rows = people(12)
    rows[9][1] = rows[4][1]
    rows[6][6] = "Kepala Keluarga"
    rows[6][2] = rows[4][2]
    page = import_page(town.boss, checked(town, workbook(rows)))
    assert {(fault.row, fault.column) for fault in page.faults} == {(11, "NIK"), (8, "SHDK")}
    assert "row 6" in str(page.faults[0].text) or "row 6" in str(page.faults[1].text)


def test_import_check_cut_in_the_middle_goes_on_where_it_was(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simpul.registry.queries import import_pieces

    monkeypatch.setattr(import_pieces, "CHECK_CHUNK", 10)
    batch_id = staged(town, table(people(35)), "warga.csv")
    map_import(town.boss, batch_id, mapping=MAPPING)
    assert check_next(batch_id) == 25
    assert import_page(town.boss, batch_id).progress == 10
    work()
    page = import_page(town.boss, batch_id)
    assert (page.progress, page.counts["ready"], page.stage) == (35, 35, "checked")


def test_import_faults_table_cannot_act(town: Town) -> None:
    rows = people(4)
    rows[0][4] = "=cmd|' /C calc'!A0"
    rows[1][5] = "@SUM(1+1)"
    batch_id = checked(town, table(rows), "warga.csv")
    text = import_faults_table(town.boss, batch_id, say=str, form="csv").decode("utf-8-sig")
    cells = [cell for line in text.splitlines() for cell in line.split(";")]
    assert "'=cmd|' /C calc'!A0" in cells
    assert not [cell for cell in cells if cell[:1] in "=+@" and cell]
    book = io.BytesIO(import_faults_table(town.boss, batch_id, say=str))
    _sheet, back = read_table(book, guarded_kind(book, "a.xlsx"))
    assert back[1].cells[3] == "=cmd|' /C calc'!A0"
    assert b"<f>" not in book.getvalue()


def test_import_refuses_a_harmful_file_and_a_wrong_stage(town: Town) -> None:
    with pytest.raises(InvalidInput) as refused:
        staged(town, io.BytesIO(b"%PDF-1.4"), "warga.csv")
    assert refused.value.faults[0].field == "file"
    with pytest.raises(InvalidInput):
        staged(town, table([]), "kosong.csv")
    batch_id = staged(town, table(people(4)), "warga.csv")
    with pytest.raises(WrongStage):
        confirm_import(town.boss, batch_id)
    for wrong in ({}, {"full_name": 99}, {"full_name": 3, "nik": 3}):
        with pytest.raises(InvalidInput):
            map_import(town.boss, batch_id, mapping=wrong)


def test_cancelled_import_forgets_its_rows(town: Town) -> None:
    batch_id = staged(town, table(people(4)), "warga.csv")
    cancel_import(town.boss, batch_id)
    assert not ImportRow.objects.exists()
    assert ImportBatch.objects.get().stage == "cancelled"


def test_import_of_another_office_is_hidden(town: Town) -> None:
    batch_id = staged(town, table(people(4)), "warga.csv")
    for actor in (town.worker, town.stranger):
        with pytest.raises(Hidden):
            import_page(actor, batch_id)


def test_staged_rows_lie_encrypted(town: Town) -> None:
    from django.db import connection

    rows = people(4)
    batch_id = staged(town, table(rows), "warga.csv")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM registry_importrow")
        stored = str(cursor.fetchall())
    assert rows[0][3] not in stored
    assert rows[0][1] not in stored
    assert import_page(town.boss, batch_id).samples[0][3] == rows[0][3]
