"""Checks of single answers that several acts share, each with its sentence."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from simpul.kernel.errors import Conflict, FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.workforce.errors import changed_meanwhile
from simpul.workforce.models import Account, Office, Post, Staff, Unit

NIP = re.compile(r"\d{18}")
REGION = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")


def refuse_faults(faults: Sequence[FieldFault | None]) -> None:
    """Say everything that is wrong at once, or pass."""
    if found := [fault for fault in faults if fault]:
        raise InvalidInput(found)


def missing(field: str, value: str, text: Text) -> FieldFault | None:
    return None if value.strip() else FieldFault(field, text)


def not_a_region(field: str, code: str) -> FieldFault | None:
    if REGION.fullmatch(code):
        return None
    return FieldFault(field, Text(N_("Choose a region: its code looks like 35.23 or 35.23.01.")))


def digits_in(text: str) -> str:
    """The digits alone: people write numbers in groups."""
    return "".join(str(int(letter)) for letter in text if letter.isdecimal())


def not_a_nik(field: str, nik: str, text: Text) -> FieldFault | None:
    digits = digits_in(nik)
    return None if len(digits) == 16 and len(set(digits)) > 1 else FieldFault(field, text)


def wrong_order(field: str, first: date, last: date | None) -> FieldFault | None:
    if last is None or last >= first:
        return None
    return FieldFault(field, Text(N_("The last day lies before the first. Check both days.")))


def unknown_choice(field: str, value: str, known: Sequence[str]) -> FieldFault | None:
    if value in known:
        return None
    return FieldFault(field, Text(N_("Choose one of the answers in the list.")))


def demand_version(known: int, given: int) -> None:
    """Refuse an edit that was read before somebody else's."""
    if known != given:
        raise Conflict(changed_meanwhile())


def unit_not_in(office: Office, unit_id: uuid.UUID | None) -> FieldFault | None:
    if unit_id is None or Unit.objects.filter(pk=unit_id, office=office, closed_on=None).exists():
        return None
    return FieldFault("unit_id", Text(N_("Choose a team of this office.")))


def post_not_in(unit_id: uuid.UUID | None, post_id: uuid.UUID | None) -> FieldFault | None:
    if post_id is None or (unit_id and Post.objects.filter(pk=post_id, unit_id=unit_id).exists()):
        return None
    return FieldFault("post_id", Text(N_("Choose a post of this team.")))


def nip_taken(nip: str, *, but: uuid.UUID | None = None) -> FieldFault | None:
    if nip and not NIP.fullmatch(nip):
        return FieldFault("nip", Text(N_("A NIP has 18 digits. Leave it empty if there is none.")))
    holders = Staff.objects.filter(nip=nip).exclude(pk=but) if but else Staff.objects.filter(nip=nip)
    if nip and holders.exists():
        return FieldFault("nip", Text(N_("Another member of staff has this NIP. Look that person up first.")))
    return None


def email_taken(email: str) -> FieldFault | None:
    if not email:
        return None
    try:
        validate_email(email)
    except ValidationError:
        return FieldFault("email", Text(N_("Write an e-mail address such as nama@contoh.go.id.")))
    if Account.objects.filter(email__iexact=email).exists():
        return FieldFault("email", Text(N_("This address cannot be used. Ask the person for another one.")))
    return None
