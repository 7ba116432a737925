"""Whose referrals these are, and every text of a referral that is locked with the client's key."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from typing import Any

from django.apps import apps

from simpul.referral.models import Barrier, Referral
from simpul.safeguards.fields import EncryptedTextField

WAYS = {"case": "", "barrier": "barrier__", "referral": "referral__"}  # how each record hangs on its case


def records_about(person_ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """The referrals and barriers of these clients, as they stand in addresses of pages."""
    people = list(person_ids)
    return {
        *Referral.objects.filter(case__client__in=people).values_list("id", flat=True),
        *Barrier.objects.filter(case__client__in=people).values_list("id", flat=True),
    }


def lock_anew(case_ids: Collection[str]) -> int:
    """Read every text of these cases' referrals with the key it bears; save it with the client's."""
    saved = 0
    for model in apps.get_app_config("referral").get_models():
        way = next(f"{step}case__in" for name, step in WAYS.items() if hasattr(model, name))
        texts = [one.attname for one in model._meta.local_fields if isinstance(one, EncryptedTextField)]
        records: Any = model._default_manager.filter(**{way: list(case_ids)})
        for record in records:
            for name in texts:
                getattr(record, name)
            record.save(update_fields=texts)
            saved += 1
    return saved
