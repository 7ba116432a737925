"""What a person's consents and cited duties allow at this moment, field group by field group."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from simpul.kernel.clock import now
from simpul.safeguards.models import (
    Basis,
    Consent,
    ConsentItem,
    ConsentRefusal,
    FieldGroup,
    GivenHow,
    Purpose,
    SaidBy,
)

__all__ = [
    "Basis",
    "Disclosure",
    "FieldGroup",
    "GivenHow",
    "Purpose",
    "SaidBy",
    "concerning",
    "disclosable",
    "holding",
    "overruled",
    "standing",
    "stands",
]


def overruled(recipient: str = "") -> Q:
    """Consents after which the client said no to the same: to everybody, or to this recipient.

    A cited duty or danger is no yes of hers, so her no does not reach it.
    """
    whom = Q(recipient="") | Q(recipient__iexact=recipient)
    later = ConsentRefusal.objects.filter(
        whom,
        subject_id=OuterRef("subject_id"),
        purpose=OuterRef("purpose"),
        said_at__gte=OuterRef("stands_from"),
    )
    return Q(Exists(later), basis=Basis.CONSENT)


def holding(at: datetime) -> QuerySet[Consent]:
    """The consents and duties that hold at a moment: begun, not ended, not withdrawn, no later no."""
    found: QuerySet[Consent] = Consent.objects.filter(
        Q(stands_until=None) | Q(stands_until__gt=at), stands_from__lte=at, withdrawn_at=None
    ).exclude(overruled())
    return found


def standing(subject_id: uuid.UUID, purpose: str, at: datetime | None = None) -> QuerySet[Consent]:
    """Those of one person that stand for this purpose."""
    return holding(at or now()).filter(subject_id=subject_id, purpose=purpose)


def stands(subject_id: uuid.UUID, purpose: str, at: datetime | None = None) -> bool:
    """Whether anything stands for this purpose: a consent, or a duty or danger that is cited."""
    return standing(subject_id, purpose, at).exists()


def concerning(
    consents: QuerySet[Consent], *, recipient_id: uuid.UUID | None = None, recipient: str = ""
) -> QuerySet[Consent]:
    """Those that name this recipient, by its entry or in words, and those that name nobody.

    A consent that names another recipient says nothing about this one; a later no to this one ends one
    that names nobody, for this one alone.
    """
    ours = Q(recipient_id=None, recipient="")
    if recipient_id is not None:
        ours |= Q(recipient_id=recipient_id)
    if recipient:
        ours |= Q(recipient_id=None, recipient__iexact=recipient)
    return consents.filter(ours).exclude(overruled(recipient))


@dataclass(frozen=True)
class Disclosure:
    """Which kinds of data may be shown for a purpose to a recipient, and which are withheld.

    ``refused`` are those of the withheld to which the client expressly said no.
    """

    allowed: frozenset[str]
    withheld: frozenset[str]
    refused: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()

    def __contains__(self, field_group: str) -> bool:
        return field_group in self.allowed


def disclosable(
    subject_id: uuid.UUID,
    purpose: str,
    *,
    recipient_id: uuid.UUID | None = None,
    recipient: str = "",
    at: datetime | None = None,
    groups: Iterable[str] = FieldGroup.values,
) -> Disclosure:
    """Decide field group by field group. An express no in any standing consent wins over a yes."""
    consents = concerning(standing(subject_id, purpose, at), recipient_id=recipient_id, recipient=recipient)
    yes: set[str] = set()
    no: set[str] = set()
    for item in ConsentItem.objects.filter(consent__in=consents):
        (yes if item.allowed else no).add(item.field_group)
    articles = tuple(consents.filter(basis=Basis.LEGAL_DUTY).values_list("legal_article", flat=True))
    wanted = set(groups)
    allowed = frozenset((yes - no) & wanted)
    return Disclosure(allowed, frozenset(wanted - allowed), frozenset(no & wanted), articles)
