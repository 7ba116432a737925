"""Consent field by field, duties with their article, withdrawal at once."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from simpul.kernel.clock import now
from simpul.kernel.errors import Hidden, InvalidInput
from simpul.safeguards import gate
from simpul.safeguards.commands.withdraw_consent import withdraw_consent
from simpul.safeguards.consent import disclosable, stands
from simpul.safeguards.models import Consent
from simpul.safeguards.permissions import matrix
from tests.safeguards.conftest import try_consenting, worker

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@gate.command()
def try_withdrawing(actor: object, *, subject_id: uuid.UUID, consent_id: uuid.UUID) -> uuid.UUID:
    return withdraw_consent(actor, subject_id=subject_id, consent_id=consent_id, reason="changed my mind")


@pytest.fixture(autouse=True)
def _permitted() -> object:
    matrix()["safeguards.try_withdrawing"] = matrix()["safeguards.try_consenting"]
    yield
    matrix().pop("safeguards.try_withdrawing")


def give(subject: uuid.UUID, **facts: object) -> uuid.UUID:
    defaults = {"purpose": "sharing", "given_how": "signed", "items": {"identity": True}}
    return try_consenting(worker(), subject_id=subject, **{**defaults, **facts})


def test_only_the_groups_that_were_allowed_are_disclosed_and_a_no_wins() -> None:
    subject = uuid.uuid4()
    give(subject, items={"identity": True, "address": True, "health": False})
    give(subject, items={"contact": True, "address": False})
    shown = disclosable(subject, "sharing")
    assert shown.allowed == {"identity", "contact"}
    assert {"address", "health", "narrative"} <= shown.withheld


def test_consent_for_one_agency_discloses_nothing_to_another() -> None:
    subject, clinic, school = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    give(subject, recipient="Puskesmas", recipient_id=clinic)
    assert disclosable(subject, "sharing", recipient_id=clinic).allowed == {"identity"}
    assert disclosable(subject, "sharing", recipient_id=school).allowed == frozenset()


def test_consent_that_names_an_agency_in_words_holds_for_that_one_alone() -> None:
    subject, clinic = uuid.uuid4(), uuid.uuid4()
    give(subject, recipient="Puskesmas Mawar")
    assert disclosable(subject, "sharing").allowed == frozenset()
    assert disclosable(subject, "sharing", recipient="SDN 1 Contoh").allowed == frozenset()
    assert disclosable(subject, "sharing", recipient_id=clinic, recipient="puskesmas mawar").allowed == {
        "identity"
    }


def test_withdrawn_consent_stands_no_more_and_keeps_its_history() -> None:
    subject = uuid.uuid4()
    consent_id = give(subject)
    assert stands(subject, "sharing")
    try_withdrawing(worker(), subject_id=subject, consent_id=consent_id)
    assert not stands(subject, "sharing")
    assert disclosable(subject, "sharing").allowed == frozenset()
    consent = Consent.objects.get()
    assert consent.withdrawal_reason == "changed my mind"
    assert stands(subject, "sharing", now() - timedelta(seconds=0)) is False


def test_consent_of_somebody_else_cannot_be_withdrawn_through_this_person() -> None:
    consent_id = give(uuid.uuid4())
    with pytest.raises(Hidden):
        try_withdrawing(worker(), subject_id=uuid.uuid4(), consent_id=consent_id)


def test_consent_ends_by_itself_on_its_day(time_machine: object) -> None:
    subject = uuid.uuid4()
    give(subject, stands_until=now() + timedelta(days=90))
    assert stands(subject, "sharing")
    time_machine.move_to(now() + timedelta(days=91))
    assert not stands(subject, "sharing")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"given_how": "spoken"}, "witness"),
        ({"given_how": "guardian"}, "guardian"),
        ({"basis": "legal_duty", "given_how": "not_needed"}, "legal_article"),
        ({"given_how": "not_needed"}, "given_how"),
        ({"items": {}}, "items"),
        ({"items": {"identity": False}}, "items"),
        ({"items": {"everything": True}}, "items"),
        ({"purpose": "advertising"}, "purpose"),
        ({"stands_until": now() - timedelta(days=1)}, "stands_until"),
    ],
)
def test_incomplete_consent_is_refused_with_the_field_named(facts: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInput) as fault:
        give(uuid.uuid4(), **facts)
    assert field in {one.field for one in fault.value.faults}
    assert Consent.objects.count() == 0


def test_cited_duty_stands_without_consent() -> None:
    subject = uuid.uuid4()
    give(subject, basis="legal_duty", given_how="not_needed", legal_article="UU 11/2012 art. 28")
    assert disclosable(subject, "sharing").articles == ("UU 11/2012 art. 28",)
