"""The unknown becomes known, and every text changes its key."""

from __future__ import annotations

import pytest

from simpul.casework.commands.identify_client import identify_client
from simpul.casework.commands.record_contact import record_contact
from simpul.casework.commands.write_safety_plan import write_safety_plan
from simpul.casework.models import Case, Contact, SafetyPlan
from simpul.kernel.clock import today
from simpul.kernel.errors import InvalidInput, Refused
from simpul.registry.models import CareTeam
from simpul.safeguards import keys
from tests.casework.conftest import about, case_now, fields_of
from tests.factories.casework import CONSENT, World, contact_given, intake
from tests.factories.registry import make_person

pytestmark = pytest.mark.django_db


def token(model: type, name: str, **facts: object) -> str:
    return str(model.objects.filter(**facts).values_list(name, flat=True).get())


def test_texts_are_locked_anew_and_still_read_the_same(world: World, audited) -> None:
    case_id = intake(world, client_id=None)
    contact_id = record_contact(world.worker, case_id, contact=contact_given())
    write_safety_plan(
        world.worker, case_id, parts={"signs": "Suara keras", "people": "Bu RT"}, review_on=today()
    )  # fmt: skip
    assert keys.subject_of(token(Contact, "client_words", pk=contact_id)) == case_id
    identify_client(world.worker, case_id, client_id=world.client.id, consent=CONSENT)
    assert keys.subject_of(token(Contact, "client_words", pk=contact_id)) == world.client.id
    assert keys.subject_of(token(Case, "presenting_words", pk=case_id)) == world.client.id
    assert keys.subject_of(token(SafetyPlan, "parts", case_id=case_id)) == world.client.id
    assert Contact.objects.get(pk=contact_id).client_words == "Saya mulai lega."
    assert case_now(case_id).unknown_because == ""
    assert CareTeam.objects.filter(person=world.client, staff_id=world.worker_staff.id).exists()
    assert about(audited("identify_client"), world.client.id)


def test_erasing_the_client_makes_old_texts_unreadable(world: World) -> None:
    case_id = intake(world, client_id=None)
    identify_client(world.worker, case_id, client_id=world.client.id)
    keys.destroy_key(world.client.id)
    assert "Suami" not in case_now(case_id).presenting_words


def test_case_never_changes_from_one_person_to_another(world: World) -> None:
    case_id = intake(world)
    with pytest.raises(Refused):
        identify_client(world.worker, case_id, client_id=make_person("Orang Lain").id)
    assert case_now(case_id).client_id == world.client.id


def test_nobody_found_is_said_at_the_field(world: World) -> None:
    case_id = intake(world, client_id=None)
    with pytest.raises(InvalidInput) as refusal:
        identify_client(world.worker, case_id, client_id=case_id)
    assert fields_of(refusal) == {"client_id"}
