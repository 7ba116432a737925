"""Consent is recorded in the case; without it assessing is refused, contact is not."""

from __future__ import annotations

import pytest

from simpul.casework.commands.record_case_consent import ConsentGiven, record_case_consent
from simpul.casework.commands.record_contact import record_contact
from simpul.casework.commands.start_assessment import start_assessment
from simpul.casework.errors import WrongStage
from simpul.kernel.errors import ConsentMissing, InvalidInput
from tests.factories.casework import CONSENT, World, contact_given, intake

pytestmark = pytest.mark.django_db


def test_consent_opens_the_way_to_the_assessment(world: World, audited) -> None:
    case_id = intake(world, consent=None)
    with pytest.raises(ConsentMissing):
        start_assessment(world.worker, case_id, kind="holistic")
    assert audited("start_assessment").outcome == "refused"
    record_case_consent(world.worker, case_id, consent=CONSENT)
    assert start_assessment(world.worker, case_id, kind="holistic")


def test_cited_duty_stands_in_place_of_consent(world: World) -> None:
    case_id = intake(world, consent=None)
    duty = ConsentGiven(
        given_how="not_needed",
        items={"identity": True},
        basis="legal_duty",
        legal_article="UU 12/2022 art. 41",
    )
    record_case_consent(world.worker, case_id, consent=duty)
    assert start_assessment(world.worker, case_id, kind="safety")


def test_help_is_recorded_without_consent(world: World) -> None:
    assert record_contact(world.worker, intake(world, consent=None), contact=contact_given())


def test_duty_without_article_is_refused(world: World) -> None:
    with pytest.raises(InvalidInput):
        record_case_consent(
            world.worker,
            intake(world, consent=None),
            consent=ConsentGiven(given_how="not_needed", items={"identity": True}, basis="legal_duty"),
        )


def test_unknown_client_has_nobody_to_consent(world: World) -> None:
    with pytest.raises(WrongStage):
        record_case_consent(world.worker, intake(world, client_id=None), consent=CONSENT)
