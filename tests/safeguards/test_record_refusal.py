"""A whole no is kept and opens nothing; a later yes stands again; a no to one agency closes that one."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import pytest
from django.db.models import Q

from simpul.kernel.actor import Actor, Role
from simpul.kernel.clock import now
from simpul.kernel.errors import ConsentMissing, InvalidInput
from simpul.safeguards import consent as consenting
from simpul.safeguards import gate
from simpul.safeguards.commands.record_refusal import record_refusal
from simpul.safeguards.consent import disclosable, stands
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import Consent, ConsentRefusal
from simpul.safeguards.permissions import matrix
from tests.safeguards.conftest import try_consenting, try_making, try_with_consent, worker

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
ASKED = {"purpose": "sharing", "explained": "Apa yang dikirim.", "words": "Tidak."}


@gate.command()
def try_refusing(actor: Actor, *, subject_id: uuid.UUID, **facts: object) -> uuid.UUID:
    return record_refusal(actor, subject_id=subject_id, **facts)


@pytest.fixture(autouse=True)
def _permitted() -> object:
    matrix()["safeguards.try_refusing"] = {Role.SOCIAL_WORKER: "x"}
    yield
    matrix().pop("safeguards.try_refusing")


def refuse(subject: uuid.UUID, **facts: object) -> uuid.UUID:
    return try_refusing(worker(), subject_id=subject, **{**ASKED, **facts})


def give(subject: uuid.UUID, **facts: object) -> uuid.UUID:
    defaults = {"purpose": "sharing", "given_how": "signed", "items": {"identity": True}}
    return try_consenting(worker(), subject_id=subject, **{**defaults, **facts})


def general_no_written_past_the_act(subject: uuid.UUID, said_at: datetime) -> None:
    """As two merged files may bring a yes and a later no together."""
    with writing_as("safeguards"):
        ConsentRefusal.objects.create(
            subject_id=subject, explained="x", words="x", purpose="sharing", said_at=said_at,
            asked_by=uuid.uuid4(),
        )  # fmt: skip


def test_no_is_kept_with_who_asked_what_was_explained_and_the_words() -> None:
    subject, asker = uuid.uuid4(), worker()
    try_refusing(asker, subject_id=subject, **ASKED)
    kept = ConsentRefusal.objects.get()
    assert (kept.subject_id, kept.purpose, kept.asked_by) == (subject, "sharing", asker.id)
    assert (kept.explained, kept.words) == ("Apa yang dikirim.", "Tidak.")
    raw = ConsentRefusal.objects.values_list("words", "explained").get()
    assert "Tidak." not in str(raw[0].text if hasattr(raw[0], "text") else repr(raw[0]))


def test_no_opens_nothing_that_asks_consent() -> None:
    subject, actor = uuid.uuid4(), worker()
    hold_id = try_making(actor, subject_id=subject)
    try_refusing(actor, subject_id=subject, **{**ASKED, "purpose": "casework"})
    assert not stands(subject, "casework")
    with pytest.raises(ConsentMissing):
        try_with_consent(actor, hold_id)
    assert disclosable(subject, "casework").allowed == frozenset()


def test_planted_refusal_kept_as_a_consent_would_open_and_is_caught() -> None:
    """The defect that the table apart prevents: a no written where a yes stands opens the act."""
    subject, actor = uuid.uuid4(), worker()
    hold_id = try_making(actor, subject_id=subject)
    with writing_as("safeguards"):
        Consent.objects.create(
            subject_id=subject, purpose="casework", given_how="signed", recorded_by=actor.id
        )
    assert stands(subject, "casework")
    try_with_consent(actor, hold_id)


def test_no_to_all_is_refused_while_a_yes_stands_and_kept_once_it_is_withdrawn() -> None:
    subject = uuid.uuid4()
    consent_id = give(subject)
    with pytest.raises(InvalidInput) as fault:
        refuse(subject)
    assert [one.field for one in fault.value.faults] == ["purpose"] and not ConsentRefusal.objects.exists()
    with writing_as("safeguards"):
        Consent.objects.filter(pk=consent_id).update(withdrawn_at=now(), withdrawn_by=uuid.uuid4())
    assert refuse(subject)


def test_later_no_closes_and_a_yes_after_it_stands_again(monkeypatch: pytest.MonkeyPatch) -> None:
    subject = uuid.uuid4()
    give(subject)
    general_no_written_past_the_act(subject, now())
    assert not stands(subject, "sharing") and not disclosable(subject, "sharing").allowed
    with monkeypatch.context() as planted:  # without the rule the old yes would go on speaking
        planted.setattr(consenting, "overruled", lambda recipient="": Q(pk=None))
        assert stands(subject, "sharing")
    give(subject)
    assert disclosable(subject, "sharing").allowed == {"identity"}


def test_no_to_one_agency_closes_that_one_alone_and_never_a_duty() -> None:
    subject = uuid.uuid4()
    give(subject)
    refuse(subject, recipient="SDN 1 Contoh")
    assert disclosable(subject, "sharing", recipient="sdn 1 contoh").allowed == frozenset()
    assert disclosable(subject, "sharing", recipient="Puskesmas Mawar").allowed == {"identity"}
    give(subject, basis="legal_duty", given_how="not_needed", legal_article="UU 11/2012 art. 28")
    refuse(subject, recipient="SDN 1 Contoh")
    assert disclosable(subject, "sharing", recipient="SDN 1 Contoh").allowed == {"identity"}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"purpose": "advertising"}, "purpose"),
        ({"explained": "  "}, "explained"),
        ({"words": "\n"}, "words"),
        ({"said_by": "neighbour"}, "said_by"),
        ({"said_by": "guardian"}, "guardian"),
        ({"said_at": timedelta(hours=1)}, "said_at"),
    ],
)
def test_incomplete_no_is_sent_back_with_the_field_named(facts: dict[str, object], field: str) -> None:
    if field == "said_at":
        facts = {"said_at": now() + timedelta(hours=1)}
    with pytest.raises(InvalidInput) as fault:
        refuse(uuid.uuid4(), **facts)
    assert [one.field for one in fault.value.faults] == [field]
    assert not ConsentRefusal.objects.exists()
