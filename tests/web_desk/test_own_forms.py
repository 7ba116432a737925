"""An office's own form: brought, faults told by sheet and row, looked at, published, used, retired."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from simpul.casework.commands.start_assessment import start_assessment
from simpul.casework.models import Assessment
from simpul.instruments.commands.publish_instrument import publish_instrument
from simpul.instruments.models import InstrumentUpload, InstrumentVersion
from simpul.kernel.errors import InvalidInput
from tests.factories.casework import World, intake, make_world
from tests.factories.instruments import make_workbook
from tests.factories.workforce import login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
FORM = "type | name | label\ntext | roof | Bagaimana atap rumah?"
NEW = "/instrumen/baru/"


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def head(world: World) -> Client:
    return login(Client(), make_staff(role="head_of_office", scope="office", office=world.office))


@pytest.fixture
def worker(world: World) -> Client:
    return login(Client(), world.worker_staff)


def brought(head: Client, workbook: bytes, purpose: str = "home_visit") -> str:
    """The address after bringing a workbook; the page itself where it was refused."""
    file = SimpleUploadedFile("rumah.xlsx", workbook)
    answer = head.post(NEW, {"workbook": file, "purpose": purpose})
    return answer["Location"] if answer.status_code == 302 else answer.content.decode()


def repacked(workbook: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one more part."""
    made = io.BytesIO(workbook)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


def test_form_is_looked_at_published_picked_and_its_version_stays_known(
    head: Client, worker: Client, world: World
) -> None:
    page = brought(head, make_workbook(FORM, form_title="Rumah Sehat"))
    assert page.startswith("/instrumen/unggahan/")
    assert not InstrumentVersion.objects.exists()
    assert "Bagaimana atap rumah?" in head.get(page).content.decode()
    assert head.post(page, {"idempotency_key": "1"}).status_code == 302
    assert InstrumentVersion.objects.get().purpose == "home_visit"
    case_id = intake(world)
    here = f"/kasus/{case_id}/asesmen/"
    choice = f"home_visit:{InstrumentVersion.objects.get().pk}"
    assert choice in worker.get(here).content.decode()
    begun = worker.post(here, {"kind": choice})
    assert begun.status_code == 302 and Assessment.objects.get().kind == "home_visit"
    assert "Bagaimana atap rumah?" in worker.get(begun["Location"]).content.decode()
    second = brought(head, make_workbook(FORM + "\ntext | floor | Lantai?", version="2"))
    assert "versi 1" in head.get(second).content.decode()
    head.post(second, {"idempotency_key": "2"})
    shown = worker.get(here).content.decode()
    assert "Rumah Sehat, versi 1" in shown and choice not in shown
    assert "versi 1" in worker.get(f"/asesmen/{Assessment.objects.get().pk}/").content.decode()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("type | name | label\ntext | a | A\ntext | a | B", "baris 3"),
        ("type | name | label\nbegin group | g | G\ntext | a | A", "end group"),
        ("type | name | label | relevant\ntext | a | A | ${b} = 1", "bernama b"),
        ("type | name | label\nkuda | a | A", "kuda"),
    ],
)
def test_faults_are_told_in_the_readers_language_by_sheet_and_row(
    head: Client, table: str, said: str
) -> None:
    page = brought(head, make_workbook(table))
    assert "Lembar survey" in page and said in page
    assert "Unmatched" not in page and "invalid" not in page
    assert not InstrumentUpload.objects.exists()


@pytest.mark.parametrize(
    "workbook",
    [
        b"",
        b"PK\x03\x04 broken",
        repacked(make_workbook(FORM), "xl/vbaProject.bin", b"macro"),
        repacked(make_workbook(FORM), "../outside.xml", b"x"),
        repacked(make_workbook(FORM), "xl/bomb.xml", b"0" * 30_000_000),
        repacked(make_workbook(FORM), "xl/entity.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ],
    ids=["empty", "broken", "macro", "path", "bomb", "entity"],
)
def test_hostile_workbooks_are_refused_before_they_are_read(head: Client, workbook: bytes) -> None:
    assert "field-error" in (page := brought(head, workbook)) or "error-summary" in page
    assert not InstrumentUpload.objects.exists()


def test_the_guard_is_what_stops_the_bomb() -> None:
    """Planted: without the guard the same bytes go on to the reader of spreadsheets."""
    from simpul.instruments.errors import FormFault
    from simpul.instruments.rules import guard

    bomb = repacked(make_workbook(FORM), "xl/bomb.xml", b"0" * 30_000_000)
    guard.refuse_harm(make_workbook(FORM))
    with pytest.raises(FormFault):
        guard.refuse_harm(bomb)


def test_only_those_who_answer_for_the_office_bring_forms(head: Client, worker: Client) -> None:
    assert worker.get(NEW).status_code == 404
    page = brought(head, make_workbook(FORM))
    stranger = login(Client(), make_staff(role="head_of_office", scope="office"))
    for browser in (worker, stranger):
        assert browser.get(page).status_code == 404
        assert browser.post(f"{page}buang/").status_code == 404
    assert head.post(f"{page}buang/").status_code == 302
    assert head.get(page).status_code == 302 and not InstrumentVersion.objects.exists()


def test_retired_foreign_and_unfit_forms_begin_no_assessment(head: Client, world: World) -> None:
    case_id, other = intake(world), make_world()
    own = publish_instrument(
        world.head, workbook=make_workbook(FORM), office_id=world.office.pk, purpose="home_visit"
    )
    foreign = publish_instrument(
        other.head, workbook=make_workbook(FORM), office_id=other.office.pk, purpose="home_visit"
    )
    for kind, version in (("home_visit", foreign), ("child", own)):
        with pytest.raises(InvalidInput):
            start_assessment(world.worker, case_id, kind=kind, instrument_version_id=version)
    assert start_assessment(world.worker, case_id, kind="home_visit", instrument_version_id=own)
    retiring = f"/instrumen/{own}/tarik/"
    assert login(Client(), world.worker_staff).get(retiring).status_code == 404
    assert head.post(retiring, {"idempotency_key": "r"}).status_code == 302
    with pytest.raises(InvalidInput):
        start_assessment(world.worker, case_id, kind="home_visit", instrument_version_id=own)
