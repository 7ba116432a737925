"""Turns a login into an actor with the grants that stand today."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor, ActorKind, Grant, Role, Scope
from simpul.workforce.models import Account


def actor_for(account_id: uuid.UUID) -> Actor:
    """The actor behind an account: a client reaches her own file; staff reach what their grants say."""
    account = Account.objects.get(pk=account_id)
    if account.person_id:
        return Actor(
            id=account.id,
            kind=ActorKind.CLIENT,
            grants=(Grant(Role.CLIENT, Scope.OWN),),
            person_id=account.person_id,
            language=account.language,
        )
    return Actor(id=account.id, kind=ActorKind.STAFF, language=account.language)
