"""Every text of a case, locked with the key of the person whom the case belongs to now."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from simpul.casework.models import Case, Invitation, Option
from simpul.casework.models.record import CaseRecord
from simpul.safeguards.fields import EncryptedTextField


def lock_anew(case: Case) -> None:
    """Read every encrypted text with the key it bears and save it with the client's. The case itself is left
    to the caller, who saves it with what else has changed."""
    for record in _records_of(case):
        for field in record._meta.local_fields:
            if isinstance(field, EncryptedTextField):
                getattr(record, field.attname)
        if record is not case:
            record.save()


def _records_of(case: Case) -> list[Any]:
    found: list[Any] = [case]
    for model in apps.get_app_config("casework").get_models():
        if issubclass(model, CaseRecord):
            found += model.objects.filter(case=case)
    for option in Option.objects.filter(sheet__case=case).select_related("sheet"):
        found.append(option)
    for invitation in Invitation.objects.filter(conference__case=case).select_related("conference"):
        found.append(invitation)
    for record in found[1:]:
        owner = getattr(record, "sheet", None) or getattr(record, "conference", None)
        if isinstance(record, CaseRecord):
            record.case = case
        elif owner is not None:
            owner.case = case
    return found
