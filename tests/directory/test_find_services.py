"""Search by need over the entries of the directory."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client

from simpul.directory.commands.add_place import add_place
from simpul.directory.commands.correct_service import ServiceFacts, correct_service
from simpul.directory.queries import find_services as finding
from simpul.directory.queries.find_services import find_services
from simpul.engines.matching import Ask
from simpul.kernel.actor import Actor, public_actor
from simpul.kernel.clock import WIB, at
from simpul.safeguards.models import AuditLine
from tests.directory.entries import SECRET, make_agency, make_service, make_shelter
from tests.factories.workforce import login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=WIB)


def test_plain_words_find_the_service_with_its_reason(worker: Actor) -> None:
    service_id = make_service(worker, make_agency(worker), name="Akta", terms=("birth-certificate",))
    make_service(worker, make_agency(worker), name="Lain", terms=("burial-aid",))
    found = find_services(public_actor(), ask=Ask(words="anak belum punya akte"))
    assert [row.service_id for row in found.rows] == [service_id]
    assert found.heard and "birth" not in str(found.heard), "labels are in the reader's language"
    assert "Helps with" in str(found.rows[0].reasons[0])


def test_a_change_is_found_at_once(worker: Actor) -> None:
    service_id = make_service(
        worker, make_agency(worker, name="Rukun"), name="Kain kafan", terms=("burial-aid",)
    )
    ask = Ask(words="berobat ke puskesmas")
    assert find_services(worker, ask=ask).rows == ()
    correct_service(worker, service_id, version=1, facts=ServiceFacts(name="Klinik", terms=("primary-care",)))
    assert [row.name for row in find_services(worker, ask=ask).rows] == ["Klinik"]


def test_without_new_editions_a_change_would_stay_unseen(
    worker: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    service_id = make_service(
        worker, make_agency(worker, name="Rukun"), name="Kain kafan", terms=("burial-aid",)
    )
    ask = Ask(words="berobat ke puskesmas")
    find_services(worker, ask=ask)
    monkeypatch.setattr("simpul.directory.commands.correct_service.new_edition", lambda: None)
    correct_service(worker, service_id, version=1, facts=ServiceFacts(name="Klinik", terms=("primary-care",)))
    assert find_services(worker, ask=ask).rows == (), "the planted defect: an old index answers"


def test_the_village_gives_the_distance_and_the_clock_the_hours(worker: Actor) -> None:
    agency_id = make_agency(worker)
    place = add_place(
        worker, agency_id, address="Jalan 1", region_code="35.69.01.2001", latitude=-6.05, longitude=113.75
    )
    make_service(worker, agency_id, place_id=place, openings="MO 08:00-14:00", covers=("35.69",))
    ask = Ask(needs=("ill-without-care",), region="35.69.01.2001")
    with at(MONDAY_NOON):
        (row,) = find_services(worker, ask=ask).rows
        assert row.open_now is True and row.kilometres is not None and row.kilometres < 5
    with at(MONDAY_NOON + timedelta(days=1)):
        assert find_services(worker, ask=ask).rows[0].open_now is False


def test_nothing_of_what_is_looked_for_is_logged(worker: Actor) -> None:
    make_service(worker, make_agency(worker))
    before = AuditLine.objects.count()
    find_services(public_actor(), ask=Ask(words="dipukul suami"))
    assert AuditLine.objects.count() == before


def shelter_answers(client: Client) -> str:
    texts = [client.post("/bantuan/", {"words": "rumah aman takut pulang", "region_code": "35.69.01.2001"})]
    service = finding.Service.objects.get(name="Tempat berlindung")
    texts += [client.get(f"/bantuan/{service.id}/"), client.get(f"/direktori/layanan/{service.id}/")]
    texts += [client.get(f"/direktori/lembaga/{service.agency_id}/"), client.get("/direktori/lembaga/")]
    return "".join(answer.content.decode() for answer in texts)


@pytest.mark.parametrize("role", [None, "social_worker", "supervisor", "admin", "auditor", "head_of_office"])
def test_the_address_of_a_shelter_is_in_no_answer(worker: Actor, client: Client, role: str | None) -> None:
    make_shelter(worker)
    if role:
        login(client, make_staff(role=role, scope="office"))
    shown = shelter_answers(client)
    assert "Tempat berlindung" in shown and "Jalan Sunyi" not in shown and SECRET not in shown


def test_a_sheet_that_showed_the_safe_address_would_be_caught(
    worker: Actor, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simpul.directory.queries import service_sheet as sheets

    make_shelter(worker)
    careless = sheets._place

    def leaking(place, labels, openings=(), holidays=False):  # type: ignore[no-untyped-def]
        from dataclasses import replace

        return replace(careless(place, labels, openings, holidays), sealed=False, address=place.safe_address)

    monkeypatch.setattr(sheets, "_place", leaking)
    assert SECRET in shelter_answers(client)


def test_answer_stands_before_the_folded_question(client: Client, worker: Actor) -> None:
    make_shelter(worker)
    page = client.post("/bantuan/", {"words": "rumah aman takut pulang", "age": "9"}).content.decode()
    folded, answer = page.index('<details class="disclosure">'), page.index('role="status"')
    assert page.index("rumah aman takut pulang · 9 tahun") < folded < page.index('id="id_words"') < answer
    assert answer < page.index("129"), "who answers stands before the standing advice"
    refused = client.post("/bantuan/", {"words": "rumah", "age": "200"}).content.decode()
    assert refused.index('id="id_words"') < refused.index('<details class="disclosure">')


def test_words_are_not_in_an_address_and_bad_input_is_told(client: Client, worker: Actor) -> None:
    page = client.get("/bantuan/").content.decode()
    assert '<form class="form" method="post"' in page and 'method="get"' not in page
    answer = client.post("/bantuan/", {"words": "x" * 400, "age": "200"})
    assert answer.status_code == 422
    assert (
        client.post("/bantuan/", {"words": "\x00\ud800".encode("utf-8", "surrogatepass")}).status_code < 500
    )
    assert client.post("/bantuan/", {"words": "sakit", "region_code": "'; DROP"}).status_code < 500
