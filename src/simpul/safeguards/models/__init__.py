"""Audit, consent, keys, and the guarded exceptions from the rules."""

from simpul.safeguards.models.audit import AppendOnlyViolation, AuditHead, AuditLine, AuditSubject
from simpul.safeguards.models.consent import (
    Basis,
    Consent,
    ConsentItem,
    FieldGroup,
    GivenHow,
    Purpose,
)
from simpul.safeguards.models.erasure import Erasure
from simpul.safeguards.models.exceptions import BrokenGlass, IdempotencyKey, LegalHold, NumberSeries
from simpul.safeguards.models.keys import PersonKey
from simpul.safeguards.models.refusal import ConsentRefusal, SaidBy
from simpul.safeguards.models.shared import SharedEntry

__all__ = [
    "AppendOnlyViolation",
    "AuditHead",
    "AuditLine",
    "AuditSubject",
    "Basis",
    "BrokenGlass",
    "Consent",
    "ConsentItem",
    "ConsentRefusal",
    "Erasure",
    "FieldGroup",
    "GivenHow",
    "IdempotencyKey",
    "LegalHold",
    "NumberSeries",
    "PersonKey",
    "Purpose",
    "SaidBy",
    "SharedEntry",
]
