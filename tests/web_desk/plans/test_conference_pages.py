"""Case conferences at the desk: asking people, minutes, decisions; the invited see when and where only."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client

from simpul.casework.commands.record_case_consent import record_case_consent
from simpul.casework.models import Conference, ConferenceDecision, Invitation
from simpul.notices.models import Notice
from simpul.safeguards.consent import Purpose
from tests.factories.casework import CONSENT, World, intake, make_world, walk_to
from tests.factories.workforce import login, make_staff
from tests.web_desk.plans.rounds import SOON, at, typed_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def case_id(world: World) -> uuid.UUID:
    from dataclasses import replace

    found = intake(world)
    walk_to(world, found, "assessment")
    record_case_consent(world.worker, found, consent=replace(CONSENT, purpose=Purpose.CONFERENCE.value))
    return found


def asked(world: World, *staff: uuid.UUID, **more: str) -> dict[str, object]:
    return {
        "planned_for": at(3), "place": "Balai desa", "purpose": "Membahas sekolah anak",
        "staff": [str(world.worker_staff.id), *map(str, staff)], "guests-count": "1",
        "guests-0-name": "Pak Guru Hadi", "guests-0-capacity": "wali kelas", **more,
    }  # fmt: skip


def test_conference_from_invitation_to_decision(client: Client, world: World, case_id: uuid.UUID) -> None:
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/bahas/"
    assert f"{here}undang/" in client.get(here).content.decode()
    assert client.post(f"{here}undang/", asked(world)).headers["Location"] == here
    conference = Conference.objects.get()
    assert "Pak Guru Hadi" in client.get(here).content.decode()
    came = [str(one.id) for one in Invitation.objects.filter(conference=conference).order_by("position")]
    minutes = {
        "attended": came, "pledged": came[:1], "minutes": "Guru siap membantu.", "client_present": "on",
        "client_words": "Saya setuju", "dissent": "", "decisions-count": "1",
        "decisions-0-what": "Sekolah memberi keringanan", "decisions-0-owner_id": came[1],
        "decisions-0-due_on": SOON,
    }  # fmt: skip
    refused = client.post(f"{here}{conference.id}/notulen/", minutes)
    assert refused.status_code == 422
    assert typed_in(refused.content.decode(), "minutes") == "Guru siap membantu."
    more = client.post(f"{here}{conference.id}/notulen/", {**minutes, "rows": "add-decisions"})
    page = more.content.decode()
    assert more.status_code == 200 and 'name="decisions-1-what"' in page
    assert f'value="{came[0]}" autocomplete="off" id="id_attended_0" checked' in page.replace("\n", "")
    assert client.post(f"{here}{conference.id}/notulen/", {**minutes, "pledged": came}).status_code == 302
    decision = ConferenceDecision.objects.get()
    assert client.post(f"{here}keputusan/{decision.id}/selesai/").status_code == 302
    decision.refresh_from_db()
    assert decision.done_at is not None
    assert "Guru siap membantu." in client.get(here).content.decode()


def test_conference_without_consent_is_refused_and_keeps_the_answers(client: Client, world: World) -> None:
    case_id = intake(world)
    login(client, world.worker_staff)
    for page in ("bahas/", "bahas/undang/"):  # said at the door, before anything is typed
        html = client.get(f"/kasus/{case_id}/{page}").content.decode()
        assert f"/kasus/{case_id}/persetujuan/?untuk=conference" in html and 'name="purpose"' not in html
        assert f'href="/kasus/{case_id}/bahas/undang/"' not in html
    answer = client.post(f"/kasus/{case_id}/bahas/undang/", asked(world))
    assert answer.status_code in {403, 422}
    assert typed_in(answer.content.decode(), "purpose") == "Membahas sekolah anak"
    assert not Conference.objects.exists()
    assert f"/kasus/{case_id}/persetujuan/?untuk=conference" in answer.content.decode()
    kept = client.get(f"/kasus/{case_id}/bahas/undang/").content.decode()
    assert typed_in(kept, "purpose") == "Membahas sekolah anak"


def test_page_of_invitations_leads_away_where_nothing_can_be_sent(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    login(client, world.worker_staff)
    invite = f"/kasus/{case_id}/bahas/undang/"
    assert f'value="{world.worker_staff.id}"' in client.get(invite).content.decode()
    client.post(invite, asked(world))
    assert client.get(invite)["Location"] == f"/kasus/{case_id}/bahas/"


def test_answer_given_is_offered_only_to_be_changed(client: Client, world: World, case_id: uuid.UUID) -> None:
    login(client, world.worker_staff)
    client.post(f"/kasus/{case_id}/bahas/undang/", asked(world))
    own = Invitation.objects.get(staff_id=world.worker_staff.id)
    assert client.get("/undangan/").content.decode().count('name="answer"') == 2
    client.post(f"/undangan/{own.id}/", {"answer": "coming"})
    html = client.get("/undangan/").content.decode()
    assert 'value="not_coming"' in html and 'value="coming"' not in html


def test_invited_colleague_sees_when_and_where_only(client: Client, world: World, case_id: uuid.UUID) -> None:
    guest = make_staff(office=world.office)
    login(client, world.worker_staff)
    client.post(f"/kasus/{case_id}/bahas/undang/", asked(world, guest.id))
    assert Notice.objects.filter(url="/undangan/").exists()
    login(client, guest)
    page = client.get("/undangan/").content.decode()
    assert "Balai desa" in page and "Membahas sekolah" not in page and world.client.full_name not in page
    assert client.get(f"/kasus/{case_id}/bahas/").status_code == 404
    mine = Invitation.objects.get(staff_id=guest.id)
    assert client.post(f"/undangan/{mine.id}/", {"answer": "coming"}).status_code == 302
    mine.refresh_from_db()
    assert mine.answer == "coming"
    others = Invitation.objects.exclude(staff_id=guest.id).first()
    assert others is not None
    assert client.post(f"/undangan/{others.id}/", {"answer": "coming"}).status_code == 404


def test_stranger_finds_nothing(client: Client, world: World, case_id: uuid.UUID) -> None:
    login(client, world.worker_staff)
    client.post(f"/kasus/{case_id}/bahas/undang/", asked(world))
    conference = Conference.objects.get()
    login(client, make_staff(role="head_of_office", scope="office"))
    for page in ("", "undang/", f"{conference.id}/notulen/"):
        assert client.get(f"/kasus/{case_id}/bahas/{page}").status_code == 404
