"""A service is explained: kept with the case, in the timeline, and in the portal of the client."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client

from simpul.casework.commands.explain_service import explain_service
from simpul.casework.models import ExplainedService
from simpul.casework.queries.timeline import case_timeline
from simpul.casework.queries.what_i_was_told import services_i_was_told
from simpul.directory.commands.correct_service import ServiceFacts, correct_service
from simpul.kernel.errors import Hidden, InvalidInput
from simpul.reference.loader import load_all
from simpul.safeguards.models import AuditLine
from tests.directory.entries import make_agency, make_service, make_shelter
from tests.factories.casework import World, intake, make_world, walk_to
from tests.factories.workforce import actor_of, login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def world(db: None) -> World:
    load_all()
    return make_world()


def open_case(world: World) -> uuid.UUID:
    case_id = intake(world)
    walk_to(world, case_id, "assessment")
    return case_id


def test_what_was_explained_is_kept_as_it_was_that_day(world: World) -> None:
    case_id, agency = open_case(world), make_agency(world.worker, name="Dukcapil", phone="0300-1")
    service = make_service(world.worker, agency, name="Akta", terms=("birth-certificate",))
    explain_service(world.worker, case_id, service_id=service, told="Bawa KK", client_words="Saya coba")
    correct_service(
        world.worker, service, version=1, facts=ServiceFacts(name="Lain", terms=("birth-certificate",))
    )
    (entry,) = case_timeline(world.worker, case_id, kinds=("explained",)).entries
    assert entry.facts["service"]["name"] == "Akta" and entry.client_words == "Saya coba"
    (told,) = services_i_was_told(world.client_actor, case_id)
    assert (told.name, told.agency, told.phone, told.told) == ("Akta", "Dukcapil", "0300-1", "Bawa KK")
    line = AuditLine.objects.filter(act="casework.explain_service").get()
    assert "Akta" not in str(line.facts) and str(service) not in str(line.facts)


def test_a_shelter_has_no_name_in_the_portal(world: World) -> None:
    case_id = open_case(world)
    explain_service(world.worker, case_id, service_id=make_shelter(world.worker), told="Telepon dulu")
    (told,) = services_i_was_told(world.client_actor, case_id)
    assert (told.service_id, told.name, told.agency, told.phone, told.told) == ("", "", "", "", "")


def test_refusals(world: World) -> None:
    case_id = open_case(world)
    for service_id in (None, uuid.uuid4()):
        with pytest.raises(InvalidInput) as refused:
            explain_service(world.worker, case_id, service_id=service_id, told="")
        assert {fault.field for fault in refused.value.faults} == {"told", "service_id"}
    with pytest.raises(Hidden):
        explain_service(actor_of(make_staff()), case_id, service_id=None, told="x")
    assert not ExplainedService.objects.exists()


def test_from_plain_words_to_the_portal(world: World, client: Client) -> None:
    case_id = open_case(world)
    agency = make_agency(world.worker, name="Dukcapil")
    service = make_service(world.worker, agency, name="Akta lahir", terms=("birth-certificate",))
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/layanan/"
    page = client.post(here, {"words": "anak belum punya akte", "ask": "1"}).content.decode()
    assert f'value="{service}"' in page and "Dukcapil" in page
    sent = {"words": "anak belum punya akte", "service_id": str(service), "told": "Bawa KK"}
    assert client.post(here, sent).status_code == 302
    shown = client.get(f"/kasus/{case_id}/").content.decode()
    assert "Akta lahir" in shown
    assert client.post(here, {"words": "zzzz", "ask": "1"}).status_code == 200
    unchosen = client.post(here, {"words": "anak belum punya akte", "told": "Bawa KK"})
    assert unchosen.status_code == 422
    assert (
        "Layanan yang mana: Pilih salah satu" in unchosen.content.decode()
        and "Bawa KK" in unchosen.content.decode()
    )
