# ruff: noqa: F811  (the town is a fixture of the registry's tests)
"""The registry's pages as workers use them: no name in an address, nothing typed is lost, no leak."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from simpul.notices.models import Notice
from simpul.registry import browsing
from simpul.registry.commands.propose_merge import propose_merge
from simpul.registry.models import ImportBatch, MergeProposal, Person
from simpul.safeguards.models import Consent
from tests.factories.registry import make_household, make_person, make_tie
from tests.factories.workforce import login
from tests.registry.conftest import Town, town  # noqa: F401
from tests.registry.test_import import work
from tests.registry.workbooks import people, table

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def person(town: Town) -> Person:
    made = make_person(
        "Sulastri Handayani", call_name="Lastri", office_id=town.office.id, unit_id=town.unit.id,
        care_team=(town.worker_staff.id,), nik="3573014509750009",
    )  # fmt: skip
    make_household(made, kk="3573010509120003", office_id=town.office.id)
    make_tie(made, "parent", make_person("Bayu Saputra", sex="m", office_id=town.office.id))
    return made


def text_of(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


def title_of(page: str) -> str:
    found = re.search(r"<title>(.*?)</title>", page, re.S)
    assert found
    return found[1]


def test_search_by_post_finds_and_keeps_the_name_out_of_address_and_title(
    client: Client,
    town: Town,
    person: Person,
) -> None:
    login(client, town.worker_staff)
    page = text_of(client.post("/cari/", {"q": "Soelastri"}))
    assert f"/orang/{person.id}/" in page
    assert "Sulastri" not in title_of(page)
    assert "Sulastri" in text_of(client.post("/cari/", {"q": "3573014509750009"}))
    assert str(person.id) not in text_of(client.get("/cari/?q=Sulastri"))
    live = text_of(client.post("/cari/", {"q": "Soelastri"}, headers={"HX-Request": "true"}))
    assert "<html" not in live and str(person.id) in live


@pytest.mark.parametrize("part", ["", "keluarga/", "persetujuan/", "siapa-melihat/"])
def test_every_part_of_a_file_opens_to_her_worker_and_to_no_stranger(
    client: Client,
    town: Town,
    person: Person,
    part: str,
) -> None:
    login(client, town.worker_staff)
    answer = client.get(f"/orang/{person.id}/{part}")
    assert answer.status_code == 200
    assert "Sulastri" in text_of(answer)
    assert "Sulastri" not in title_of(text_of(answer))
    assert "3573014509750009" not in text_of(answer)
    login(client, town.protector_staff)
    assert client.get(f"/orang/{person.id}/{part}").status_code == 404


def test_register_person_shows_the_double_and_keeps_what_was_typed(
    client: Client,
    town: Town,
    person: Person,
) -> None:
    login(client, town.worker_staff)
    typed = {
        "full_name": "Soelastri Handajani",
        "nik": "3573014509750009",
        "birth": "1975",
        "birthplace": "Batu",
    }
    stopped = client.post("/orang/baru/", {**typed, "idempotency_key": "a"})
    page = text_of(stopped)
    assert stopped.status_code == 422
    assert f"/orang/{person.id}/" in page
    assert 'value="Batu"' in page
    token = re.search(r'name="seen_candidates"[^>]*value="(\w+)"', page)
    assert token
    done = client.post(
        "/orang/baru/",
        {
            **typed,
            "idempotency_key": "b",
            "seen_candidates": token[1],
            "distinct_reason": "Kartu milik ibunya",
        },
    )
    assert done.status_code == 302
    assert MergeProposal.objects.count() == 1


def test_register_person_twice_by_a_double_tap_makes_one(client: Client, town: Town) -> None:
    login(client, town.worker_staff)
    for _ in range(2):
        answer = client.post("/orang/baru/", {"full_name": "Wagiyem", "idempotency_key": "same"})
        assert answer.status_code == 302
    assert Person.objects.count() == 1


def test_live_doubles_answer_with_the_list_alone(client: Client, town: Town, person: Person) -> None:
    login(client, town.worker_staff)
    page = text_of(
        client.post("/orang/baru/mirip/", {"full_name": "Sulastri Handayani", "birth": "5-9-1975"})
    )
    assert "<html" not in page
    assert str(person.id) in page


FORMS = {
    "kartu/": {"kind": "bpjs", "number": "0001234567890", "checked": "seen"},
    "kontak/": {"kind": "phone", "value": "0812 3456 7890", "safe_to_call": "unsafe", "safe_to_text": "safe"},
    "alamat/": {"kind": "domicile", "street": "Gang Melati 3", "rt": "2"},
    "hubungan/": {"kind": "close", "other": "Bayu"},
    "rahasiakan/": {"reason": "Pelaku bekerja di kantor ini"},
    "gabungkan/": {"other": "Bayu", "reason": "Nama ibu sama"},
    "hapus/minta/": {"ground": "Permintaan klien"},
    "kesulitan/": {"difficulty_seeing": "3", "version": "1"},
    "data/": {"full_name": "Sulastri", "version": "1"},
    "persetujuan/baru/": {
        "purpose": "casework", "basis": "consent", "given_how": "signed", "groups": ["identity", "family"],
    },
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_act_has_a_form_that_works(
    client: Client,
    town: Town,
    person: Person,
    form: str,
) -> None:
    login(client, town.worker_staff)
    address = f"/orang/{person.id}/{form}"
    assert client.get(address).status_code == 200
    answer = client.post(address, {**FORMS[form], "idempotency_key": form})
    assert answer.status_code == 302, re.findall(r"field-error[^<]*<[^>]*>([^<]+)", text_of(answer))
    assert client.get(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize("form", FORMS)
def test_hostile_values_are_answered_without_a_crash(
    client: Client,
    town: Town,
    person: Person,
    form: str,
) -> None:
    login(client, town.worker_staff)
    for nasty in (
        "",
        "\x00",
        "'; DROP TABLE x;--",
        "<script>alert(1)</script>",
        "𝕊" * 300,
        "-1",
        "29-02-2023",
        "%s",
    ):
        answer = client.post(f"/orang/{person.id}/{form}", dict.fromkeys(FORMS[form], nasty))
        assert answer.status_code < 500
        assert "<script>alert" not in text_of(answer)


def test_safe_address_is_shown_on_its_own_page_alone(client: Client, town: Town, person: Person) -> None:
    login(client, town.worker_staff)
    client.post(
        f"/orang/{person.id}/alamat/", {"kind": "safe", "street": "Jl. Anggrek 9", "idempotency_key": "a"}
    )
    assert "Anggrek" not in text_of(client.get(f"/orang/{person.id}/"))
    assert "Anggrek" not in text_of(client.get(f"/orang/{person.id}/alamat-aman/"))
    assert "Anggrek 9" in text_of(client.post(f"/orang/{person.id}/alamat-aman/", {"purpose": "visit"}))


def test_consent_is_withdrawn_from_its_card(client: Client, town: Town, person: Person) -> None:
    login(client, town.worker_staff)
    client.post(
        f"/orang/{person.id}/persetujuan/baru/", {**FORMS["persetujuan/baru/"], "idempotency_key": "a"}
    )
    consent = Consent.objects.get()
    address = f"/orang/{person.id}/persetujuan/{consent.id}/cabut/"
    assert address in text_of(client.get(f"/orang/{person.id}/persetujuan/"))
    assert client.post(address, {"idempotency_key": "b"}).status_code == 302
    consent.refresh_from_db()
    assert consent.withdrawn_at


def test_break_glass_page_shows_nothing_before(client: Client, town: Town, person: Person) -> None:
    login(client, town.protector_staff)
    address = f"/orang/{person.id}/akses-darurat/"
    assert "Sulastri" not in text_of(client.get(address))
    answer = client.post(
        address, {"reason": "Klien pingsan di depan kantor kami", "hours": "1", "idempotency_key": "a"}
    )
    assert answer.status_code == 302
    assert client.get(f"/orang/{person.id}/").status_code == 200


def test_brake_tells_the_reader_and_the_supervisor(
    client: Client,
    town: Town,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tests.factories.workforce import make_staff

    monkeypatch.setattr(browsing, "LIMIT", 2)
    reader = make_staff(role="social_worker", scope="office", office=town.office, unit=town.unit)
    login(client, reader)
    codes = [
        client.get(f"/orang/{make_person(f'Orang {letter}', office_id=town.office.id).id}/").status_code
        for letter in "ABCD"
    ]
    assert codes == [200, 200, 403, 403]
    assert Notice.objects.filter(kind="many_files_opened").count() == 1


def test_merge_is_compared_decided_and_undone(client: Client, town: Town, person: Person) -> None:
    other = make_person(
        "Soelastri", office_id=town.office.id, unit_id=town.unit.id, care_team=(town.worker_staff.id,)
    )
    proposal_id = propose_merge(town.worker, other.id, other_id=person.id, reason="sama")
    login(client, town.boss_staff)
    assert str(proposal_id) in text_of(client.get("/orang/gabung/"))
    address = f"/orang/gabung/{proposal_id}/"
    assert client.get(address).status_code == 200
    unsure = client.post(address, {"words": "cocok", "decision": "one", "idempotency_key": "a"})
    assert unsure.status_code == 422
    done = client.post(address, {"words": "cocok", "sure": "on", "decision": "one", "idempotency_key": "b"})
    assert done.status_code == 302
    other.refresh_from_db()
    assert other.merged_into_id == person.id
    client.post(address, {"words": "salah", "decision": "undo", "idempotency_key": "c"})
    other.refresh_from_db()
    assert other.merged_into_id is None


def test_import_from_upload_to_undo(client: Client, town: Town) -> None:
    login(client, town.boss_staff)
    rows = people(12)
    rows[2][3] = ""
    file = table(rows)
    file.name = "warga.csv"
    answer = client.post("/impor/", {"file": file, "source": "Desa Contoh", "idempotency_key": "a"})
    assert answer.status_code == 302
    here = answer.headers["Location"]
    page = text_of(client.get(here))
    mapping = dict(re.findall(r'<select name="(\w+)".*?<option value="(\d+)" selected', page, re.S))
    assert client.post(here, {**mapping, "columns": "1", "idempotency_key": "b"}).status_code == 302
    assert client.get(f"{here}kemajuan/").status_code == 200
    work()
    page = text_of(client.get(here))
    assert "CSV" in page
    assert client.get(f"{here}kesalahan.xlsx").content[:2] == b"PK"
    assert client.get(f"{here}kesalahan.docx").status_code == 404
    assert client.post(here, {"confirm": "1", "idempotency_key": "c"}).status_code == 302
    work()
    assert Person.objects.count() == 11
    assert client.post(here, {"undo": "1", "sure": "on", "idempotency_key": "d"}).status_code == 302
    work()
    assert Person.objects.count() == 0
    assert ImportBatch.objects.get().stage == "undone"


def test_refused_file_is_said_beside_the_field(client: Client, town: Town) -> None:
    login(client, town.boss_staff)
    file = table(people(2))
    file.name = "warga.xlsx"
    answer = client.post("/impor/", {"file": file, "source": "Desa", "idempotency_key": "a"})
    assert answer.status_code == 422
    assert 'value="Desa"' in text_of(answer)


def test_household_page_and_its_acts(client: Client, town: Town, person: Person) -> None:
    login(client, town.worker_staff)
    household = person.memberships.get().household_id
    page = text_of(client.get(f"/keluarga/{household}/"))
    assert "3573••••••••0003" in page
    joined = client.post(
        f"/keluarga/{household}/tambah/", {"other": "Bayu", "relation": "4", "idempotency_key": "a"}
    )
    assert joined.status_code == 302
    child = Person.objects.get(full_name="Bayu Saputra")
    left = client.post(
        f"/keluarga/{household}/keluar/{child.id}/", {"reason": "moved", "idempotency_key": "b"}
    )
    assert left.status_code == 302


def test_type_ahead_answers_by_post_alone(client: Client, town: Town, person: Person) -> None:
    login(client, town.worker_staff)
    assert client.get("/cari/orang/").status_code == 405
    (row,) = client.post("/cari/orang/", {"q": "lastri"}).json()["results"]
    assert row["value"] == str(person.id)
    assert client.post("/cari/wilayah/", {"q": "zzzz"}).json() == {"results": []}
