"""The copy of the data that a person has a right to (UU 27/2022 art. 7)."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q, QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.registry import policies
from simpul.registry.choices import CONFLICT_TIES, TieKind
from simpul.registry.models import (
    Address,
    Alias,
    ContactPoint,
    IdentityNumber,
    Membership,
    Person,
    Relationship,
)
from simpul.safeguards.consent import FieldGroup
from simpul.safeguards.gate import query
from simpul.safeguards.models import Consent, ConsentItem, ConsentRefusal


@dataclass(frozen=True)
class PersonExport:
    """The data as JSON text, readable by people and machines."""

    text: str
    subject_ids: tuple[uuid.UUID, ...]


@query(on=Person, reach=policies.person_reach)
def export_person_data(actor: Actor, person: Person) -> PersonExport:
    """Everything that the registry holds about the person, in clear, without what is about others."""
    ids = (person.id, *Person.objects.filter(merged_into=person).values_list("pk", flat=True))
    data = {
        "made_at": now(),
        "person": {
            "full_name": person.full_name,
            "call_name": person.call_name,
            "titles": [person.title_front, person.title_back],
            "aliases": list(Alias.objects.filter(person=person).values_list("name", flat=True)),
            "sex": person.sex,
            "birth_date": person.birth_date,
            "birth_precision": person.birth_precision,
            "birthplace": person.birthplace,
            "mother_maiden_name": person.mother_maiden_name,
            "languages": person.languages,
            "functional_difficulties": person.functional_difficulties,
            "region_code": person.region_code,
            "recorded_at": person.created_at,
        },
        "identity_numbers": [
            {"kind": row.kind, "number": row.number, "status": row.status, "recorded_at": row.recorded_at}
            for row in IdentityNumber.objects.filter(person=person)
        ],
        "contacts": [
            {
                "kind": row.kind,
                "value": row.value,
                "safe_to_call": row.safe_to_call,
                "safe_to_text": row.safe_to_text,
                "hours": row.hours,
                "ended_at": row.ended_at,
            }
            for row in ContactPoint.objects.filter(person=person)
        ],
        "addresses": [
            {"kind": row.kind, "street": row.street, "region_code": row.region_code, "until": row.until}
            for row in Address.objects.filter(person=person).exclude(kind="safe")
        ],
        "households": [
            {"relation": row.get_relation_display(), "since": row.since, "until": row.until}
            for row in Membership.objects.filter(person=person)
        ],
        "relationships": [
            {"kind": row.get_kind_display(), "since": row.since, "until": row.until}
            for row in _own_ties(person)
        ],
        "consents": [_consent(row) for row in Consent.objects.filter(subject_id__in=ids)],
        "refusals": [_refusal(row) for row in ConsentRefusal.objects.filter(subject_id__in=ids)],
    }
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2, default=str)
    return PersonExport(text, ids)


def _own_ties(person: Person) -> QuerySet[Relationship]:
    """Ties of blood, law and care. Who is said to quarrel or to be violent is also about the other one,
    and may be what the other one told us; sealed persons are not hinted at."""
    ties = Relationship.objects.filter(Q(person=person) | Q(other=person))
    quality = {*CONFLICT_TIES, TieKind.VERY_CLOSE, TieKind.CLOSE, TieKind.DISTANT}
    sealed = Q(other__sealed=True, person=person) | Q(person__sealed=True, other=person)
    return ties.exclude(kind__in=quality).exclude(sealed)


def _refusal(refusal: ConsentRefusal) -> dict[str, object]:
    return {
        "purpose": refusal.get_purpose_display(),
        "recipient": refusal.recipient,
        "said_at": refusal.said_at,
        "said_by": refusal.get_said_by_display(),
        "explained": refusal.explained,
        "words": refusal.words,
    }


def _consent(consent: Consent) -> dict[str, object]:
    items = ConsentItem.objects.filter(consent=consent)
    return {
        "purpose": consent.get_purpose_display(),
        "basis": consent.get_basis_display(),
        "recipient": consent.recipient,
        "stands_from": consent.stands_from,
        "stands_until": consent.stands_until,
        "withdrawn_at": consent.withdrawn_at,
        "items": {str(FieldGroup(item.field_group).label): item.allowed for item in items},
    }
