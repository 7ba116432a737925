"""A form sent twice has one effect (a double tap, a lost answer, a browser that tries again)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping

from django.db import IntegrityError, transaction

from simpul.kernel.actor import Actor
from simpul.kernel.errors import ActError
from simpul.kernel.text import N_, Text
from simpul.safeguards.models import IdempotencyKey
from simpul.safeguards.unit import writing_unit


class KeyReused(ActError):
    """The same key came with another text: nothing was done, so that nothing is lost silently."""

    def __init__(self) -> None:
        super().__init__(
            Text(N_("This form was already sent with other answers. Look at what was saved, then send anew."))
        )


def fingerprint(facts: Mapping[str, object]) -> str:
    """What was sent, as a hash."""
    text = json.dumps(facts, sort_keys=True, default=str, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def once(actor: Actor, key: str, body: str, act: str, call: Callable[[], object]) -> str:
    """Do ``call`` unless this key was done before; return its answer as text (usually an id)."""
    if not key:
        with writing_unit():
            return str(call() or "")
    with writing_unit():
        try:
            with transaction.atomic():
                row = IdempotencyKey.objects.create(
                    key=key[:80], actor_id=actor.id, act=act, fingerprint=body
                )
        except IntegrityError:
            row = IdempotencyKey.objects.select_for_update().get(key=key[:80], actor_id=actor.id)
            if row.fingerprint != body or row.act != act:
                raise KeyReused from None
            return row.answer
        row.answer = str(call() or "")[:200]
        row.save(update_fields=["answer"])
        return row.answer
