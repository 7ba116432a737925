"""Two files are one person: consents, holds and emergency readings follow the person; the log never moves."""

from __future__ import annotations

import uuid
from typing import Any

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import note_in_audit, step
from simpul.safeguards.models import BrokenGlass, Consent, ConsentRefusal, LegalHold

CARRIED: dict[str, Any] = {
    "consent": Consent,
    "refusal": ConsentRefusal,
    "hold": LegalHold,
    "glass": BrokenGlass,
}


@step
def carry_subject(
    actor: Actor, *, from_id: uuid.UUID, to_id: uuid.UUID, only: dict[str, list[str]] | None = None
) -> dict[str, list[str]]:
    """Put what stands under one file under the other; ``only`` names what is carried back."""
    carried = {}
    for name, model in CARRIED.items():
        rows = model.objects.filter(subject_id=from_id)
        if only is not None:
            rows = rows.filter(pk__in=only.get(name, []))
        carried[name] = [str(pk) for pk in rows.values_list("pk", flat=True)]
        model.objects.filter(pk__in=carried[name]).update(subject_id=to_id)
    note_in_audit(subjects=[from_id, to_id], carried=sum(len(ids) for ids in carried.values()))
    return carried
