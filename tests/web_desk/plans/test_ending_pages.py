"""Review, end, aftercare, reopening, hand-over and complaints at the desk."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client

from simpul.casework.commands.complain import complain
from simpul.casework.models import AftercareVisit, Assignment, Case, Closure, Complaint, Handover, Review
from simpul.workforce.models import Staff
from tests.factories.casework import World, intake, make_world, walk_to
from tests.factories.workforce import login, make_staff
from tests.web_desk.plans.rounds import SOON, typed_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def case_id(world: World) -> uuid.UUID:
    found = intake(world)
    walk_to(world, found, "intervention")
    return found


def test_review_is_written_and_shown(client: Client, world: World, case_id: uuid.UUID) -> None:
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/tinjauan/"
    told = {"progress": "Anak hadir 18 hari", "client_view": "Saya lega", "outcome": "continue"}
    refused = client.post(here, told)
    assert refused.status_code == 422
    assert typed_in(refused.content.decode(), "progress") == "Anak hadir 18 hari"
    assert client.post(here, {**told, "next_review_on": SOON}).status_code == 302
    assert Review.objects.get().client_view == "Saya lega"
    html = client.get(here).content.decode()
    assert html.index("Anak hadir 18 hari") < html.index('name="progress"'), "what is kept stands first"
    assert f"/kasus/{case_id}/rencana/" in html and "Lanjutkan rencana" in html
    assert html.index("Lanjutkan rencana") < html.index("Anak hadir 18 hari")
    assert client.post(here, {**told, "outcome": "end"}).status_code == 302
    assert f"/kasus/{case_id}/penutupan/" in client.get(here).content.decode()


def ending(**more: str) -> dict[str, str]:
    return {
        "reason": "moved", "view": "agrees", "summary": "Anak sekolah lagi", "way_back": "Datang saja",
        "complaint_path": "Kepala dinas", "client_words": "Terima kasih", "remaining_need": "",
        "days-count": "2", "days-0-on": SOON, "days-1-on": "", **more,
    }  # fmt: skip


def test_help_ends_with_dates_is_followed_and_reopened(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    login(client, world.worker_staff)
    form = client.get(f"/kasus/{case_id}/penutupan/").content.decode()
    assert 'name="days-2-on"' in form and typed_in(form, "days-0-on")
    refused = client.post(f"/kasus/{case_id}/penutupan/", ending(view="disagrees", client_words=""))
    assert refused.status_code == 422
    assert typed_in(refused.content.decode(), "summary") == "Anak sekolah lagi"
    assert client.post(f"/kasus/{case_id}/penutupan/", ending()).status_code == 302
    assert Closure.objects.get().reason == "moved"
    visit = AftercareVisit.objects.get()
    here = f"/kasus/{case_id}/bimbingan-lanjut/"
    assert "Anak sekolah lagi" in client.get(here).content.decode()
    more = {"days-count": "1", "days-0-on": (visit.due_on.replace(year=visit.due_on.year + 1)).isoformat()}
    assert client.post(f"{here}rencana/", more).status_code == 302
    assert AftercareVisit.objects.count() == 2
    assert client.post(f"{here}{visit.id}/", {"state": "done", "observation": "Sehat"}).status_code == 422
    told = {"state": "done", "situation": "worse", "observation": "Anak sakit", "client_words": "Berat"}
    assert client.post(f"{here}{visit.id}/", told).status_code == 302
    again = {"to": "assessment", "reason": "Keadaan memburuk"}
    assert client.post(f"/kasus/{case_id}/buka-lagi/", {"to": "assessment"}).status_code == 422
    assert client.post(f"/kasus/{case_id}/buka-lagi/", again).status_code == 302
    assert Case.objects.get(pk=case_id).stage == "assessment"
    assert "Keadaan memburuk" in client.get(here).content.decode()


def test_past_day_of_aftercare_is_told_at_its_own_row(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    login(client, world.worker_staff)
    sent = ending(**{"days-count": "3", "days-1-on": "2020-05-05", "days-2-on": SOON})
    page = client.post(f"/kasus/{case_id}/penutupan/", sent).content.decode()
    assert 'href="#id_days-1-on"' in page and 'href="#id_days-0-on"' not in page
    assert typed_in(page, "days-1-on") == "2020-05-05" and typed_in(page, "summary") == "Anak sekolah lagi"
    assert not Closure.objects.exists()


def test_nobody_visits_somebody_who_died(client: Client, world: World, case_id: uuid.UUID) -> None:
    login(client, world.worker_staff)
    sent = ending(reason="died", view="not_reached")
    assert client.post(f"/kasus/{case_id}/penutupan/", sent).status_code == 302
    assert not AftercareVisit.objects.exists()
    assert Case.objects.get(pk=case_id).stage == "closed"


def test_case_is_offered_and_taken_over(client: Client, world: World, case_id: uuid.UUID) -> None:
    colleague = make_staff(office=world.office, unit=world.unit)
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/alih-tangan/"
    offer = {"to_staff_id": str(colleague.id), "reason": "Saya pindah", "items": "Berkas sekolah\n\nKunci"}
    assert client.post(here, {**offer, "reason": " "}).status_code == 422
    assert client.post(here, offer).status_code == 302
    assert Handover.objects.get().items == ["Berkas sekolah", "Kunci"]
    login(client, colleague)
    page = client.get(here).content.decode()
    assert "Berkas sekolah" in page and world.client.full_name not in page
    assert client.post(here, {"accept": "no"}).status_code == 422
    assert client.post(here, {"accept": "yes"}).status_code == 302
    assert Assignment.objects.get(case_id=case_id, until=None, role="primary").staff_id == colleague.id
    assert "Saya pindah" in client.get(here).content.decode()


def test_complaint_is_answered_by_somebody_above(client: Client, world: World, case_id: uuid.UUID) -> None:
    complain(world.client_actor, case_id, about="waiting", words="Saya menunggu lama", wish="Ditelepon")
    complaint = Complaint.objects.get()
    login(client, _head(world))
    assert complaint.reference in client.get("/pengaduan/").content.decode()
    here = f"/pengaduan/{complaint.id}/"
    assert "Saya menunggu lama" in client.get(here).content.decode()
    assert client.post(here, {"answer": " "}).status_code == 422
    assert client.post(here, {"answer": "Kami minta maaf."}).status_code == 302
    assert "Kami minta maaf." in client.get(here).content.decode()
    assert complaint.reference not in client.get("/pengaduan/").content.decode()
    assert complaint.reference in client.get("/pengaduan/?semua=1").content.decode()


def _head(world: World) -> Staff:
    return make_staff(office=world.office, unit=world.unit, role="head_of_office", scope="office")


def test_worker_and_strangers_see_no_complaint(client: Client, world: World, case_id: uuid.UUID) -> None:
    complain(world.client_actor, case_id, about="worker", words="Saya dibentak")
    complaint = Complaint.objects.get()
    login(client, world.worker_staff)
    assert client.get("/pengaduan/").status_code == 404
    login(client, make_staff(role="head_of_office", scope="office"))
    assert complaint.reference not in client.get("/pengaduan/?semua=1").content.decode()
    assert client.get(f"/pengaduan/{complaint.id}/").status_code == 404


@pytest.mark.parametrize(
    "page",
    [
        "tinjauan/",
        "penutupan/",
        "buka-lagi/",
        "bimbingan-lanjut/",
        "bimbingan-lanjut/rencana/",
        "alih-tangan/",
    ],
)
def test_stranger_finds_nothing(client: Client, world: World, case_id: uuid.UUID, page: str) -> None:
    login(client, make_staff(role="supervisor", scope="unit"))
    assert client.get(f"/kasus/{case_id}/{page}").status_code == 404
    assert client.post(f"/kasus/{case_id}/{page}", {}).status_code in {404, 405}
