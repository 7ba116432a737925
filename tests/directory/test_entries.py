"""Entries are made, corrected, checked and reported; only their keepers change them."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from simpul.directory.commands.add_place import add_place
from simpul.directory.commands.check_service import check_service
from simpul.directory.commands.correct_agency import correct_agency
from simpul.directory.commands.correct_service import ServiceFacts, correct_service
from simpul.directory.commands.report_entry import MOST_WAITING, report_entry
from simpul.directory.commands.settle_report import settle_report
from simpul.directory.commands.tell_capacity import tell_capacity
from simpul.directory.models import Agency, EntryReport, Place, Service
from simpul.directory.queries.keeping import entries_to_check, entry_reports, kept_agency
from simpul.directory.queries.service_sheet import agency_sheet, service_sheet
from simpul.kernel.actor import Actor, public_actor
from simpul.kernel.clock import at, now
from simpul.kernel.errors import Conflict, Hidden, InvalidInput, Refused
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import AuditLine
from tests.directory.entries import SECRET, make_agency, make_service, make_shelter
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def faults(error: InvalidInput) -> set[str]:
    return {fault.field for fault in error.faults}


def test_agency_is_entered_and_its_office_keeps_it(worker: Actor) -> None:
    agency_id = make_agency(worker, psks="S05", kind="membership")
    assert Agency.objects.get(pk=agency_id).keeper_id == worker.office_id
    assert AuditLine.objects.filter(act="directory.list_agency", outcome="done").count() == 1


def test_every_fault_of_an_agency_is_told_at_once(worker: Actor) -> None:
    with pytest.raises(InvalidInput) as caught:
        make_agency(worker, name=" ", kind="state", psks="S99", region_code="Tuban", source="")
    assert faults(caught.value) == {"name", "kind", "psks", "region_code", "source"}
    assert not Agency.objects.exists()


def test_another_office_cannot_change_an_entry(worker: Actor) -> None:
    agency_id = make_agency(worker)
    other = actor_of(make_staff())
    for act in (
        lambda: correct_agency(other, agency_id, version=1, name="X", kind="societal", region_code="35.69"),
        lambda: add_place(other, agency_id, address="Jalan 1", region_code="35.69"),
        lambda: make_service(other, agency_id),
        lambda: kept_agency(other, agency_id),
    ):
        with pytest.raises(Hidden):
            act()
    assert agency_sheet(other, agency_id=agency_id).name == "Puskesmas Contoh", "but everybody reads it"


def test_public_cannot_enter_anything(worker: Actor) -> None:
    with pytest.raises(Refused):
        make_agency(public_actor())


def test_agency_read_at_an_old_version_is_not_overwritten(worker: Actor) -> None:
    agency_id = make_agency(worker)
    facts = {"kind": "societal", "region_code": "35.69", "source": "x"}
    correct_agency(worker, agency_id, version=1, name="Baru", **facts)
    with pytest.raises(Conflict):
        correct_agency(worker, agency_id, version=1, name="Lama", **facts)
    assert Agency.objects.get(pk=agency_id).name == "Baru"


def test_service_with_place_hours_and_sheet(worker: Actor) -> None:
    agency_id = make_agency(worker)
    place = add_place(
        worker, agency_id, address="Jalan Raya 1", region_code="35.69.01.2001", access=["wheelchair"],
        latitude=-6.05, longitude=113.75,
    )  # fmt: skip
    service_id = make_service(
        worker, agency_id, place_id=place, openings="MO-TH 07.30-14.00\nFR 07:30-11:00", papers=("ktp",),
        steps=("Daftar", "Tunggu"), covers=("35.69",),
    )  # fmt: skip
    sheet = service_sheet(public_actor(), service_id=service_id)
    assert [one.days for one in sheet.places[0].openings] == [("MO", "TU", "WE", "TH"), ("FR",)]
    assert sheet.places[0].region.startswith("Banjar Wetan") and sheet.steps == ("Daftar", "Tunggu")
    assert sheet.covers[0].startswith("Tirtamaya") and sheet.cover_codes == ("35.69",)


def test_every_fault_of_a_service_is_told_at_once(worker: Actor) -> None:
    agency_id = make_agency(worker)
    with pytest.raises(InvalidInput) as caught:
        make_service(
            worker, agency_id, name="", terms=("alchemy",), status="gone", cost="much", sexes="x",
            papers=("soul",), covers=("north",), age_from=9, age_to=3,
        )  # fmt: skip
    assert faults(caught.value) == {"name", "terms", "status", "cost", "sexes", "papers", "covers", "age_to"}
    for openings in ("Senin 8-10", "MO 25:00-26:00", "MO 14:00-08:00", "MO,XX 08:00-09:00"):
        with pytest.raises(InvalidInput) as caught:
            make_service(worker, agency_id, openings=openings)
        assert faults(caught.value) == {"openings"} and openings[:6] in str(caught.value.faults[0].text)
    with pytest.raises(InvalidInput) as caught:
        make_service(worker, agency_id, place_id=uuid.uuid4())
    assert faults(caught.value) == {"place_id"}
    assert not Service.objects.exists()


def test_a_service_without_a_term_is_refused(worker: Actor) -> None:
    with pytest.raises(InvalidInput):
        make_service(worker, make_agency(worker), terms=())


def test_correcting_and_checking_make_an_entry_fresh(worker: Actor) -> None:
    with at(now() - timedelta(days=200)):
        service_id = make_service(worker, make_agency(worker))
    assert [row.service_id for row in entries_to_check(worker)] == [service_id]
    assert entries_to_check(actor_of(make_staff())) == (), "not those of another office"
    check_service(worker, service_id)
    assert entries_to_check(worker) == ()
    facts = ServiceFacts(name="Nama baru", terms=("primary-care", "nutrition-support"))
    correct_service(worker, service_id, version=1, facts=facts)
    sheet = service_sheet(worker, service_id=service_id)
    assert sheet.name == "Nama baru" and sheet.terms == ("primary-care", "nutrition-support")
    with pytest.raises(Conflict):
        correct_service(worker, service_id, version=1, facts=facts)


def test_capacity_is_what_the_agency_tells(worker: Actor) -> None:
    service_id = make_service(worker, make_agency(worker))
    tell_capacity(worker, service_id, capacity=10, free_places=2, waiting_days=5)
    assert service_sheet(worker, service_id=service_id).free_places == 2
    with pytest.raises(InvalidInput):
        tell_capacity(worker, service_id, capacity=1, free_places=2)


def test_anybody_reports_and_the_keeper_settles_once(worker: Actor) -> None:
    service_id = make_service(worker, make_agency(worker))
    report_entry(public_actor(), service_id=service_id, words="Nomornya mati")
    (row,) = entry_reports(worker)
    assert row.words == "Nomornya mati"
    assert entry_reports(actor_of(make_staff())) == ()
    settle_report(worker, row.report_id, outcome="corrected")
    with pytest.raises(Refused):
        settle_report(worker, row.report_id, outcome="right")
    with pytest.raises(Hidden):
        report_entry(public_actor(), service_id=uuid.uuid4(), words="x")
    with pytest.raises(InvalidInput):
        report_entry(public_actor(), service_id=service_id, words=" ")


def test_a_flood_of_reports_fills_no_table(worker: Actor) -> None:
    service_id = make_service(worker, make_agency(worker))
    for number in range(MOST_WAITING + 5):
        report_entry(public_actor(), service_id=service_id, words=f"keliru {number}")
    assert EntryReport.objects.count() == MOST_WAITING


def test_an_ended_service_is_gone_for_readers(worker: Actor) -> None:
    service_id = make_service(worker, make_agency(worker), status="defunct")
    with pytest.raises(Hidden):
        service_sheet(public_actor(), service_id=service_id)


def test_a_sealed_place_is_encrypted_and_nowhere_in_clear(worker: Actor) -> None:
    service_id = make_shelter(worker)
    place = Place.objects.get()
    assert place.safe_address == SECRET and place.address == "" and place.region_code == ""
    assert SECRET not in str(Place.objects.values()[0])
    sheet = service_sheet(worker, service_id=service_id)
    assert sheet.sealed and SECRET not in repr(sheet)


@pytest.mark.parametrize(
    "facts",
    [{"address": "Jalan 1"}, {"region_code": "35.69"}, {"latitude": 1.0, "longitude": 1.0}, {"name": "X"}],
)
def test_the_database_refuses_a_sealed_place_with_anything_in_clear(
    worker: Actor, facts: dict[str, object]
) -> None:
    make_shelter(worker)
    with writing_as("directory"), pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.update(**facts)
