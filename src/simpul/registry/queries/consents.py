"""What a person allowed, to whom, until when, and what was taken back."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.registry import policies
from simpul.registry.models import Person
from simpul.safeguards.consent import holding
from simpul.safeguards.gate import query
from simpul.safeguards.models import Consent, ConsentItem, ConsentRefusal, FieldGroup
from simpul.workforce.queries.staff_names import staff_names


@dataclass(frozen=True)
class ConsentRow:
    """One consent or cited duty."""

    id: uuid.UUID
    purpose: str
    purpose_label: str
    basis: str
    basis_label: str
    how_label: str
    recipient: str
    witness: str
    guardian: str
    legal_article: str
    allowed: tuple[str, ...]
    withheld: tuple[str, ...]
    stands_from: datetime
    stands_until: datetime | None
    withdrawn_at: datetime | None
    recorded_by: uuid.UUID
    stands: bool


@query(on=Person, reach=policies.person_reach)
def consents_of(actor: Actor, person: Person) -> tuple[ConsentRow, ...]:
    """Consents of this person (and of files merged into this one), those that stand first."""
    ids = [person.id, *Person.objects.filter(merged_into=person).values_list("pk", flat=True)]
    consents = list(Consent.objects.filter(subject_id__in=ids).order_by("-stands_from"))
    stand = set(holding(now()).filter(subject_id__in=ids).values_list("pk", flat=True))
    items: dict[uuid.UUID, list[ConsentItem]] = {}
    for item in ConsentItem.objects.filter(consent__in=consents):
        items.setdefault(item.consent_id, []).append(item)
    rows = [_row(consent, items.get(consent.id, []), consent.id in stand) for consent in consents]
    return tuple(sorted(rows, key=lambda row: not row.stands))


def _row(consent: Consent, items: list[ConsentItem], stands: bool) -> ConsentRow:
    return ConsentRow(
        id=consent.id,
        purpose=consent.purpose,
        purpose_label=str(consent.get_purpose_display()),
        basis=consent.basis,
        basis_label=str(consent.get_basis_display()),
        how_label=str(consent.get_given_how_display()),
        recipient=consent.recipient,
        witness=str(consent.witness or ""),
        guardian=str(consent.guardian or ""),
        legal_article=consent.legal_article,
        allowed=tuple(str(FieldGroup(item.field_group).label) for item in items if item.allowed),
        withheld=tuple(str(FieldGroup(item.field_group).label) for item in items if not item.allowed),
        stands_from=consent.stands_from,
        stands_until=consent.stands_until,
        withdrawn_at=consent.withdrawn_at,
        recorded_by=consent.recorded_by,
        stands=stands,
    )


@dataclass(frozen=True)
class RefusalRow:
    """One time that the person was asked and said no to the whole."""

    purpose: str
    purpose_label: str
    recipient: str
    said_by: str
    guardian: str
    explained: str
    words: str
    said_at: datetime
    asked_by: str


@query(on=Person, reach=policies.person_reach)
def refusals_of(actor: Actor, person: Person) -> tuple[RefusalRow, ...]:
    """Every no of this person (and of files merged into this one), latest first."""
    ids = [person.id, *Person.objects.filter(merged_into=person).values_list("pk", flat=True)]
    refusals = list(ConsentRefusal.objects.filter(subject_id__in=ids).order_by("-said_at"))
    names = staff_names(actor, ids=[one.asked_by for one in refusals])
    return tuple(
        RefusalRow(
            one.purpose,
            str(one.get_purpose_display()),
            one.recipient,
            str(one.get_said_by_display()),
            str(one.guardian or ""),
            str(one.explained or ""),
            str(one.words or ""),
            one.said_at,
            names[one.asked_by].titled if one.asked_by in names else "",
        )
        for one in refusals
    )
