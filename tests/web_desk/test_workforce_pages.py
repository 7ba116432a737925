"""Administration as heads, administrators, supervisors and auditors use it."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from simpul.kernel.clock import now, today
from simpul.kernel.refs import new_id
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import BrokenGlass
from simpul.workforce.models import Office, OwnRecord, RoleGrant, Staff
from tests.factories.registry import make_person
from tests.factories.workforce import actor_of, login, make_office, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
NEXT_YEAR = (today() + timedelta(days=300)).isoformat()


@pytest.fixture
def admin() -> Staff:
    return make_staff(role="admin", scope="area", area="99")


def test_office_is_opened_with_team_and_people(client: Client, admin: Staff) -> None:
    login(client, admin)
    assert client.get("/kantor/baru/").status_code == 200
    answer = client.post(
        "/kantor/baru/", {"kind": "lks", "name": "LKS Harapan", "code": "lks1", "region_code": "99.01"}
    )
    office = Office.objects.get(code="LKS1")
    assert answer.headers["Location"] == f"/kantor/{office.id}/"
    client.post(f"/kantor/{office.id}/tim/baru/", {"name": "Tim Anak", "kind": "service"})
    client.post(f"/kantor/{office.id}/pegawai/baru/", {"full_name": "Ketut Sari"})
    page = client.get(f"/kantor/{office.id}/").content.decode()
    assert "Tim Anak" in page
    assert "Ketut Sari" in page
    listed = client.get("/kantor/").content.decode()
    assert "LKS Harapan" in listed


def test_faults_stand_next_to_the_form_and_nothing_typed_is_lost(client: Client, admin: Staff) -> None:
    login(client, admin)
    answer = client.post(
        "/kantor/baru/", {"kind": "lks", "name": "Nama Panjang", "code": "!", "region_code": "x"}
    )
    assert answer.status_code == 422
    assert "Nama Panjang" in answer.content.decode()
    assert set(answer.context["form"].errors) == {"code", "region_code"}


def test_proposal_and_confirmation_by_two_administrators(client: Client, admin: Staff) -> None:
    other = make_staff(role="admin", scope="area", area="99", office=admin.office)
    person = make_staff(role=None, office=admin.office)
    login(client, admin)
    client.post(
        f"/pegawai/{person.id}/peran/", {"role": "head_of_office", "scope": "office", "expires": NEXT_YEAR}
    )
    grant = RoleGrant.objects.get(staff=person)
    assert f"{grant.id}/tegaskan" not in client.get("/pegawai/peran/").content.decode()
    assert client.post(f"/pegawai/peran/{grant.id}/tegaskan/").status_code == 403
    login(client, other)
    assert f"{grant.id}/tegaskan" in client.get("/pegawai/peran/").content.decode()
    client.post(f"/pegawai/peran/{grant.id}/tegaskan/")
    assert actor_of(person).grants != ()


def test_search_is_by_post_and_finds_colleagues_within_reach(client: Client, admin: Staff) -> None:
    make_staff(full_name="Ratna Dewi", office=admin.office)
    make_staff(full_name="Ratna Jauh", office=make_office(region_code="11.01"))
    login(client, admin)
    page = client.post("/pegawai/", {"q": "ratna"}).content.decode()
    assert "Ratna Dewi" in page
    assert "Ratna Jauh" not in page
    assert client.get("/pegawai/?q=ratna").content.decode().count("Ratna Dewi") == 1


def test_profile_of_a_stranger_is_not_found(client: Client, admin: Staff) -> None:
    stranger = make_staff(office=make_office(region_code="11.01"))
    login(client, admin)
    for path in ("", "peran/", "ubah/", "berhenti/", "pengganti/"):
        assert client.get(f"/pegawai/{stranger.id}/{path}").status_code == 404
    assert client.get(f"/pegawai/{uuid.uuid4()}/").status_code == 404


def test_every_page_opens_for_an_administrator(client: Client, admin: Staff) -> None:
    person = make_staff(office=admin.office)
    login(client, admin)
    base = f"/pegawai/{person.id}/"
    for path in (
        "/kantor/", "/pegawai/", "/pegawai/peran/", "/pegawai/absen/", "/profil/", base, f"{base}ubah/",
        f"{base}sertifikat/", f"{base}peran/", f"{base}absen/", f"{base}pengganti/", f"{base}berhenti/",
        f"/kantor/{admin.office_id}/", f"/kantor/{admin.office_id}/ubah/",
        f"/kantor/{admin.office_id}/tim/baru/",
        f"/kantor/{admin.office_id}/pegawai/baru/",
    ):  # fmt: skip
        assert client.get(path).status_code == 200, path


def test_account_acts_by_button(client: Client, admin: Staff) -> None:
    person = make_staff(office=admin.office)
    login(client, admin)
    client.post(f"/pegawai/{person.id}/akun/tutup/")
    person.account.refresh_from_db()
    assert not person.account.is_active
    client.post(f"/pegawai/{person.id}/akun/buka/")
    person.account.refresh_from_db()
    assert person.account.is_active


def test_auditor_reads_the_log_and_checks_it(client: Client) -> None:
    auditor = make_staff(role="auditor", scope="office")
    login(client, auditor)
    client.get("/jejak-audit/")
    page = client.get("/jejak-audit/")
    assert page.status_code == 200
    assert "membaca jejak audit" in page.content.decode()
    assert "safeguards.audit_trail" in page.content.decode()
    for wanted in ("memBACA jejak", "safeguards.audit_trail"):
        found = client.post("/jejak-audit/", {"act": wanted}).context["table"].rows
        assert {str(row[3].text) for row in found} == {"membaca jejak audit"}
    assert not client.post("/jejak-audit/", {"act": "tidak ada"}).context["table"].rows
    assert "lines" in client.post("/jejak-audit/periksa/").context["verdict"].__dict__
    login(client, make_staff())
    assert client.get("/jejak-audit/").status_code == 404


def test_emergency_reading_is_reviewed_by_somebody_else(client: Client) -> None:
    boss = make_staff(role="supervisor", scope="office")
    worker = make_staff(office=boss.office)
    with writing_as("safeguards"):
        glass = BrokenGlass.objects.create(
            actor_id=worker.account_id, subject_id=new_id(), office_id=boss.office_id, unit_id=boss.unit_id,
            reason="Anak itu dalam bahaya malam ini", ends_at=now() + timedelta(hours=2),
            review_due=now() + timedelta(hours=72),
        )  # fmt: skip
    login(client, worker)
    assert f"{glass.id}/tinjau" not in client.get("/akses-darurat/").content.decode()
    login(client, boss)
    assert f"{glass.id}/tinjau" in client.get("/akses-darurat/").content.decode()
    client.post(f"/akses-darurat/{glass.id}/tinjau/", {"justified": "yes", "words": "Benar, ada ancaman."})
    glass.refresh_from_db()
    assert glass.justified is True


def test_language_is_remembered_with_the_account(client: Client) -> None:
    worker = make_staff()
    login(client, worker)
    assert "Profil" in client.get("/profil/").content.decode()
    client.post("/profil/bahasa/", {"language": "en"})
    assert "My profile" in client.get("/profil/").content.decode()
    worker.account.refresh_from_db()
    assert worker.account.language == "en"


def test_departure_with_open_duties_lists_them(client: Client, admin: Staff) -> None:
    from simpul.kernel.text import N_, Text
    from simpul.workforce import departure

    def cases(_staff_id: uuid.UUID) -> list[departure.Duty]:
        return [departure.Duty(Text(N_("Open cases: %(count)s"), {"count": 3}))]

    person = make_staff(office=admin.office)
    login(client, admin)
    departure.register(cases)
    try:
        answer = client.post(
            f"/pegawai/{person.id}/berhenti/", {"kind": "transfer", "last_day": today().isoformat()}
        )
    finally:
        departure.unregister(cases)
    assert answer.status_code == 422
    assert answer.context["duties"] == ["Open cases: 3"]


def test_tie_is_declared_seen_and_lifted_by_the_supervisor(client: Client) -> None:
    boss = make_staff(role="supervisor", scope="unit")
    worker = make_staff(office=boss.office)
    login(client, worker)
    client.post(f"/pegawai/ikatan/orang/{new_id()}/", {"kind": "kin", "words": "Sepupu saya"})
    tie = worker.conflicts.get()
    assert "Sepupu saya" in client.get("/pegawai/ikatan/").content.decode()
    assert client.post(f"/pegawai/ikatan/{tie.id}/cabut/").status_code in {403, 404}
    login(client, boss)
    client.post(f"/pegawai/ikatan/{tie.id}/cabut/")
    tie.refresh_from_db()
    assert tie.withdrawn_at is not None


def test_supervision_is_agreed_and_a_post_planned(client: Client, admin: Staff) -> None:
    boss = make_staff(role="supervisor", scope="unit", office=admin.office)
    worker = make_staff(office=admin.office)
    login(client, boss)
    client.post(f"/pegawai/{worker.id}/supervisi/", {"supervisor_id": str(boss.id), "every_days": 14})
    assert boss.full_name in client.get("/pegawai/ikatan/").content.decode()
    login(client, admin)
    path = f"/kantor/{admin.office_id}/tim/{boss.unit_id}/jabatan/"
    assert client.get(path).status_code == 200
    client.post(path, {"title": "Peksos", "planned": 4})
    assert path in client.get(f"/kantor/{admin.office_id}/").content.decode()
    assert boss.unit.posts.get().planned == 4


def test_own_number_is_given_compared_with_the_card_and_shown_to_nobody(client: Client) -> None:
    boss = make_staff(role="supervisor", scope="office")
    worker = make_staff(office=boss.office)
    login(client, worker)
    refused = client.post("/pegawai/ikatan/nomor-saya/", {"nik": "123"})
    assert refused.status_code == 422
    assert "16 angka" in refused.content.decode()
    client.post("/pegawai/ikatan/nomor-saya/", {"nik": "3573014509750009"})
    record = OwnRecord.objects.get(staff=worker)
    page = client.get("/pegawai/ikatan/").content.decode()
    assert "belum dicocokkan" in page and "3573" not in page and "cocokkan/" not in page
    assert client.post(f"/pegawai/ikatan/berkas/{record.id}/cabut/").status_code == 404
    login(client, boss)
    assert worker.full_name in client.get("/pegawai/ikatan/").content.decode()
    wrong = client.post(f"/pegawai/ikatan/berkas/{record.id}/cocokkan/", {"nik": "3573014509750010"})
    assert wrong.status_code == 422 and "berbeda" in wrong.content.decode()
    client.post(f"/pegawai/ikatan/berkas/{record.id}/cocokkan/", {"nik": "3573014509750009"})
    page = client.get("/pegawai/ikatan/").content.decode()
    assert "sudah dicocokkan dengan kartu" in page and "3573" not in page


def test_own_file_is_declared_on_its_page(client: Client) -> None:
    worker = make_staff()
    person = make_person("Sri", office_id=worker.office_id, care_team=(worker.id,))
    login(client, worker)
    client.post(f"/pegawai/ikatan/orang/{person.id}/", {"kind": "self", "words": ""})
    assert OwnRecord.objects.get(staff=worker).person_id == person.id
