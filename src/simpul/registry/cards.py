"""Recording numbers of cards: checks with their levels, placeholders as reasons, one holder a number."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.reference.queries.districts import district_was_on_map
from simpul.registry.choices import AbsentReason, CheckedLevel, NumberKind, NumberStatus, ProposalOrigin
from simpul.registry.matching import holders_of, index_of
from simpul.registry.models import IdentityNumber, MergeProposal, Person
from simpul.registry.rules.identity_numbers import (
    FaultLevel,
    NumberFault,
    absent_reason,
    check_nik,
    check_other,
    normal_number,
)


@dataclass(frozen=True)
class Card:
    """What was entered about one number."""

    kind: str
    number: str = ""
    absent: str = ""
    document: str = ""
    checked: str = CheckedLevel.TOLD

    @property
    def normal(self) -> str:
        return normal_number(self.kind, self.number) if self.number and not self.placeholder else ""

    @property
    def placeholder(self) -> str:
        """The reason that stands in the number's place, as people write it on forms."""
        found = absent_reason(self.number) if self.number else None
        return found.value if found else ""

    @property
    def reason(self) -> str:
        return self.absent or self.placeholder

    @property
    def index(self) -> str:
        return index_of(self.kind, self.normal)


def number_faults(card: Card, person: Person, actor: Actor) -> tuple[NumberFault, ...]:
    """Everything odd about the number, given what is recorded about the person and on the map."""
    if not card.number.strip() or card.placeholder:
        return ()
    if card.kind != NumberKind.NIK:
        return check_other(card.kind, card.number)
    return check_nik(
        card.number,
        day=today(),
        birth_date=person.birth_date,
        birth_precision=person.birth_precision,
        sex=person.sex,
        known_district=lambda code: district_was_on_map(actor, code=code),
    )


def refusing_faults(
    actor: Actor, card: Card, person: Person, field: str, document_field: str
) -> list[FieldFault]:
    """The faults that stop the number: errors, and those that a document would lift."""
    faults = []
    for fault in number_faults(card, person, actor):
        if fault.level is FaultLevel.ERROR:
            faults.append(FieldFault(field, fault.text))
        elif fault.level is FaultLevel.OVERRIDE and not card.document.strip():
            faults.append(FieldFault(field, fault.text))
            hint = Text(N_("Which document shows the number as it is? For example: KTP seen on 3 May."))
            faults.append(FieldFault(document_field, hint))
    if card.reason and card.reason not in AbsentReason.values:
        faults.append(FieldFault(field, Text(N_("Choose why there is no number."))))
    if card.kind not in NumberKind.values:
        faults.append(FieldFault("kind", Text(N_("Choose the kind of card."))))
    if card.checked not in CheckedLevel.values:
        faults.append(FieldFault("checked", Text(N_("Choose what you have seen of the card."))))
    return faults


def keep_card(actor: Actor, person: Person, card: Card) -> IdentityNumber | None:
    """Write the number or why there is none; a number that another file holds waits for review."""
    if not card.normal and not card.reason:
        return None
    former = IdentityNumber.objects.filter(person=person, kind=card.kind).exclude(status=NumberStatus.ENDED)
    if card.kind != NumberKind.OTHER:
        former.update(status=NumberStatus.ENDED)
    if not card.normal:
        absent: IdentityNumber = IdentityNumber.objects.create(
            person=person,
            kind=card.kind,
            status=NumberStatus.ABSENT,
            absent_reason=card.reason,
            recorded_by=actor.id,
        )
        return absent
    others = holders_of(card.kind, card.index).exclude(person=person)
    kept: IdentityNumber = IdentityNumber.objects.create(
        person=person,
        kind=card.kind,
        number=card.normal,
        number_index=card.index,
        status=NumberStatus.CONTESTED if others.exists() else NumberStatus.RECORDED,
        checked=card.checked,
        override_document=card.document.strip(),
        recorded_by=actor.id,
    )
    for holder in others.select_related("person"):
        ask_for_review(actor.id, holder.person, person, origin=ProposalOrigin.SAME_NUMBER, score=100)
    return kept


def ask_for_review(
    proposed_by: uuid.UUID, kept: Person, folded: Person, *, origin: str, score: int, reason: str = ""
) -> uuid.UUID:
    """Open the question whether two files are one, unless it is open already."""
    for one, other in ((kept, folded), (folded, kept)):
        waiting = MergeProposal.objects.filter(kept=one, folded=other, status="waiting").first()
        if waiting:
            if reason and not waiting.reason:
                waiting.reason = reason
                waiting.save()
            return waiting.id
    proposal: MergeProposal = MergeProposal.objects.create(
        kept=kept, folded=folded, origin=origin, score=score, reason=reason, proposed_by=proposed_by
    )
    return proposal.id
