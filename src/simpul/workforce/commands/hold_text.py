"""What was typed while the screen was locked is kept."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command
from simpul.workforce.models import HeldText

MOST = 20


@command()
def hold_text(actor: Actor, *, path: str, answers: Mapping[str, Sequence[str]]) -> uuid.UUID:
    """Keep a form that arrived after the lock fell, encrypted; the newest twenty are kept."""
    held = HeldText.objects.create(
        account_id=actor.id, path=path[:300], answers={key: list(values) for key, values in answers.items()}
    )
    older = (
        HeldText.objects.filter(account_id=actor.id).order_by("-held_at").values_list("pk", flat=True)[MOST:]
    )
    HeldText.objects.filter(pk__in=list(older)).delete()
    return held.id  # type: ignore[no-any-return]
