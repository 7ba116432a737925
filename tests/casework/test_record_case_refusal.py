"""The client's no is recorded in the case, reaches her copy and her portal, and opens no stage."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from simpul.casework.commands.record_case_consent import record_case_consent
from simpul.casework.commands.record_case_refusal import RefusalHeard, record_case_refusal
from simpul.casework.commands.record_contact import record_contact
from simpul.casework.commands.start_assessment import start_assessment
from simpul.casework.errors import WrongStage
from simpul.casework.queries.case_file import case_file
from simpul.kernel.errors import ConsentMissing, Hidden
from simpul.registry.queries.consents import refusals_of
from simpul.registry.queries.export_person_data import export_person_data
from tests.factories.casework import CONSENT, World, contact_given, intake, make_world

pytestmark = pytest.mark.django_db
NO = RefusalHeard(purpose="casework", explained="Apa yang dicatat.", words="Belum mau.")


def test_no_is_shown_in_the_case_and_only_help_without_consent_goes_on(world: World, audited) -> None:
    case_id = intake(world, consent=None)
    record_case_refusal(world.worker, case_id, refusal=NO)
    assert audited("record_case_refusal").outcome == "done"
    file = case_file(world.worker, case_id)
    assert [one.words for one in file.refusals] == ["Belum mau."] and not file.consents
    with pytest.raises(ConsentMissing):
        start_assessment(world.worker, case_id, kind="holistic")
    assert record_contact(world.worker, case_id, contact=contact_given())
    record_case_consent(world.worker, case_id, consent=CONSENT)
    assert not case_file(world.worker, case_id).refusals
    assert start_assessment(world.worker, case_id, kind="holistic")


def test_no_is_in_her_file_and_in_her_copy(world: World) -> None:
    record_case_refusal(world.worker, intake(world, consent=None), refusal=NO)
    row = refusals_of(world.worker, world.client.id)[0]
    assert (row.words, row.explained, row.asked_by) == (
        "Belum mau.", "Apa yang dicatat.", world.worker_staff.titled_name,
    )  # fmt: skip
    copy = json.loads(export_person_data(world.worker, world.client.id).text)
    assert [one["words"] for one in copy["refusals"]] == ["Belum mau."]


def test_unknown_client_has_nobody_who_could_say_no(world: World) -> None:
    with pytest.raises(WrongStage):
        record_case_refusal(world.worker, intake(world, client_id=None), refusal=NO)


def test_case_of_another_office_does_not_exist(world: World) -> None:
    with pytest.raises(Hidden):
        record_case_refusal(make_world().worker, intake(world, consent=None), refusal=NO)


def test_no_to_one_agency_stays_in_sight_when_another_may_know(world: World) -> None:
    case_id = intake(world)
    no = replace(NO, purpose="sharing", recipient="Puskesmas Mekar")
    record_case_refusal(world.worker, case_id, refusal=no)
    yes = replace(CONSENT, purpose="sharing", recipient="Dinas Pendidikan")
    record_case_consent(world.worker, case_id, consent=yes)
    assert [one.recipient for one in case_file(world.worker, case_id).refusals] == ["Puskesmas Mekar"]
    record_case_consent(world.worker, case_id, consent=replace(yes, recipient="puskesmas mekar"))
    assert not case_file(world.worker, case_id).refusals
