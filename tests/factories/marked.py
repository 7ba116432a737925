"""A person in whose file, and in whose people's files, every text field holds a text that nothing else holds.

told = make_marked()            # ids; afterwards every clear and encrypted text about her matches MARK
"""

from __future__ import annotations

import itertools
import re
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import models

from simpul.casework.models import (
    Assignment,
    Case,
    ClientLetter,
    Complaint,
    Conference,
    ExplainedService,
    Invitation,
)
from simpul.documents.models import IssuedDocument, Letterhead
from simpul.kernel.clock import now
from simpul.referral.commands.decline_referral import decline_referral
from simpul.referral.commands.settle_barrier import settle_barrier
from simpul.referral.models import Barrier
from simpul.registry.commands.request_erasure import request_erasure
from simpul.registry.models import (
    Address,
    CareTeam,
    ContactPoint,
    ImportBatch,
    ImportRow,
    Membership,
    MergeProposal,
    PortalDoor,
    Relationship,
)
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField
from simpul.safeguards.guarded import GuardedModel, writing_as
from simpul.safeguards.models import BrokenGlass, ConsentRefusal, LegalHold
from simpul.workforce.models import ConflictDeclaration, HeldText, OwnRecord
from simpul.worklist.models import Draft
from tests.directory.entries import make_agency, make_service
from tests.factories.casework import World, assess, contact_given, intake, make_world, plan_in_force
from tests.factories.reference import load_referral_tables
from tests.factories.referral import House, opened, sent
from tests.factories.registry import make_household, make_person

MARK = re.compile(rb"ZQX~\d{4}")  # no base64 text holds a tilde
NEIGHBOUR = "Tetangga Baik Budi"
_numbers = itertools.count(1)


def mark() -> str:
    return f"ZQX~{next(_numbers):04}"


@dataclass(frozen=True)
class Marked:
    """Whom to erase, by whom, and which models hold a text about her."""

    world: World
    person_id: uuid.UUID
    neighbour_id: uuid.UUID
    case_id: uuid.UUID
    filled: frozenset[str]


def make_marked() -> Marked:
    """A client with an open case and people around her; nobody accompanies her any more."""
    world = make_world(nik="3573014509750009", aliases=("Lastri",), mother_maiden_name="x")
    case_id = intake(world)
    assess(world, case_id)
    plan_in_force(world, case_id)
    neighbour = make_person(NEIGHBOUR, office_id=world.office.id, unit_id=world.unit.id)
    _around(world, neighbour.id)
    _of_the_case(world, Case.objects.get(pk=case_id))
    _unsent(world, case_id)
    request_erasure(world.worker, world.client.id, ground="Permintaan klien, 3 Mei")
    with writing_as("registry"):
        CareTeam.objects.filter(person=world.client).update(left_at=now())
    filled = _fill(world.client.id, case_id)
    return Marked(world, world.client.id, neighbour.id, case_id, filled)


def _around(world: World, neighbour_id: uuid.UUID) -> None:
    person, by = world.client, {"recorded_by": world.worker.id}
    make_household(person, kk="3573010101010001")
    with writing_as("registry"):
        shared = Membership.objects.create(
            person_id=neighbour_id, relation="1", household=make_household(), **by
        )
        Membership.objects.create(
            person=person, household=shared.household, relation="9", until=now().date(),
            leaving_reason="moved", **by,
        )  # fmt: skip
        Address.objects.create(person=person, kind="domicile", street="x", **by)
        ContactPoint.objects.create(
            person=person, kind="phone", value="x", who_may_answer="x", preferred=True, **by
        )
        for one, other in ((person.id, neighbour_id), (neighbour_id, person.id)):
            Relationship.objects.create(person_id=one, other_id=other, kind="relative", remark="x", **by)
        for kept, folded in ((neighbour_id, person.id), (person.id, neighbour_id)):
            MergeProposal.objects.create(
                kept_id=kept, folded_id=folded, origin="worker", status="distinct", reason="x",
                decision_words="x", proposed_by=world.worker.id,
            )  # fmt: skip
        batch = ImportBatch.objects.create(
            file_label="a", checksum="b", office_id=world.office.id, uploaded_by=world.worker.id
        )
        ImportRow.objects.create(batch=batch, position=1, cells={"a": "x"}, person_id=person.id)
        ImportRow.objects.create(batch=batch, position=2, cells={"a": "x"}, known_person_id=person.id)
        PortalDoor.objects.create(
            person=person, account_id=world.client_account.id, name_index="x", code_until=now(),
            handed_over="spoken", invited_by=world.worker.id,
        )  # fmt: skip
    with writing_as("safeguards"):
        LegalHold.objects.create(
            subject_id=person.id, ground="x", set_by=world.head.id, lifted_by=world.head.id, lifted_at=now()
        )
        ConsentRefusal.objects.create(
            subject_id=person.id, purpose="photo", recipient="x", said_by="guardian", guardian="x",
            explained="x", words="x", asked_by=world.worker.id,
        )  # fmt: skip
        BrokenGlass.objects.create(
            actor_id=world.worker.id, subject_id=person.id, reason="x", ends_at=now(), review_due=now()
        )
    with writing_as("workforce"):
        ConflictDeclaration.objects.create(
            staff=world.worker_staff, person_id=person.id, kind="kin", words="x", declared_by=world.worker.id
        )
        OwnRecord.objects.create(staff=world.worker_staff, person_id=person.id, declared_by=world.worker.id)


def _of_the_case(world: World, case: Case) -> None:
    facts: dict[str, Any] = {"case": case, "by_id": world.worker.id}
    with writing_as("casework"):
        Assignment.objects.filter(case=case).update(reason="x")
        meeting = Conference.objects.create(planned_for=now(), place="x", purpose="x", minutes="x", **facts)
        Invitation.objects.create(conference=meeting, position=1, name="x", capacity="x")
        ClientLetter.objects.create(words="x", **facts)
        ExplainedService.objects.create(service={"name": "x"}, told="x", client_words="x", **facts)
        Complaint.objects.create(
            reference="KL-1", about="other", words="x", wish="x", answer_due=now(), **facts
        )
    with writing_as("documents"):
        head = Letterhead.objects.create(office=world.office, name="Kantor")
        IssuedDocument.objects.create(
            kind="laporan_sosial", number="1/2026", language="id", office=world.office, letterhead=head,
            subject_id=world.client.id, case_id=case.id, issued_by=world.worker.id, issued_at=now(),
            sha256="0" * 64, code_digest="1" * 64, sheet={"a": "x"}, revoke_reason="x",
        )  # fmt: skip
    load_referral_tables()
    house = House(world, case.id, make_service(world.worker, make_agency(world.worker)))
    key = sent(house, caution="x")
    decline_referral(opened(key), key.referral_id, reason="area", rule="x", words="x")
    (barrier_id,) = Barrier.objects.values_list("id", flat=True)
    settle_barrier(world.worker, barrier_id, tried="x", result="stands")
    from simpul.casework.commands.record_contact import record_contact

    record_contact(world.worker, case.id, contact=contact_given(happened_at=now() - timedelta(minutes=1)))


def _unsent(world: World, case_id: uuid.UUID) -> None:
    with writing_as("worklist"):
        Draft.objects.create(account_id=world.worker.id, key=f"/kasus/{case_id}/catatan/", body="x")
    with writing_as("workforce"):
        HeldText.objects.create(
            account_id=world.worker.id, path=f"/orang/{world.client.id}/ubah/", answers={"a": "x"}
        )


def _fill(person_id: uuid.UUID, case_id: uuid.UUID) -> frozenset[str]:
    """A mark in every text field that is personal, sensitive or said to be blanked."""
    filled = set()
    for model in apps.get_models():
        if not issubclass(model, GuardedModel):
            continue
        wanted = _texts(model)
        for row in model._default_manager.all() if wanted else ():
            if _about(row, person_id, case_id):
                for field in wanted:
                    structured = isinstance(field, EncryptedJSONField)
                    setattr(row, field.attname, {"a": mark()} if structured else mark())
                with writing_as(model._meta.app_label):
                    row.save()
                filled.add(model._meta.label)
    return frozenset(filled)


def _texts(model: Any) -> list[Any]:
    rule = getattr(model.Privacy, "forgets", None)
    names = {*model.Privacy.personal, *model.Privacy.sensitive, *(rule.blank if rule else ())}
    return [
        field
        for field in model._meta.local_fields
        if field.name in names
        and not field.choices
        and (
            isinstance(field, (EncryptedTextField, models.TextField))
            or (isinstance(field, models.CharField) and (field.max_length or 0) >= 8)
        )
    ]


def _about(row: Any, person_id: uuid.UUID, case_id: uuid.UUID) -> bool:
    rule = getattr(type(row).Privacy, "forgets", None)
    if rule and rule.named_in:
        return any(str(one) in getattr(row, rule.named_in) for one in (person_id, case_id))
    if row._meta.label == "registry.Household":
        members = set(row.memberships.values_list("person_id", flat=True))
        return members == {person_id}
    rows = type(row)._default_manager.filter(pk=row.pk)
    ways = rule.of if rule and row._meta.label != "registry.Household" else ()
    return person_id in row.audit_subjects() or any(rows.filter(**{way: person_id}).exists() for way in ways)
