"""What hangs on a person beyond the registry, and follows her through a merge and back.

Apps below are called by name; apps above say in their ``AppConfig.ready`` who carries theirs:

    follow("cases", carry_cases)
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from simpul.documents.commands.carry_documents import carry_documents
from simpul.documents.commands.veil_documents import veil_documents
from simpul.kernel.actor import Actor
from simpul.registry.models import CareTeam, Person
from simpul.safeguards.commands.carry_subject import carry_subject
from simpul.workforce.client_logins import close_client_login, lead_login, login_of, reopen_client_login
from simpul.worklist.commands.carry_tasks import carry_tasks

Carried = dict[str, Any]
Carrier = Callable[..., list[str]]
_carriers: dict[str, Carrier] = {}


def follow(name: str, carrier: Carrier) -> None:
    """Let this carry an upper app's records: ``carrier(actor, from_id=, to_id=, only=)`` returns which."""
    _carriers[name] = carrier


def carry(actor: Actor, kept: Person, folded: Person) -> Carried:
    """Put everything of the folded file under the kept one; returns what, for the way back."""
    source, target = folded.id, kept.id
    carried: Carried = {
        "above": {name: carrier(actor, from_id=source, to_id=target) for name, carrier in _carriers.items()},
        "rights": carry_subject(actor, from_id=source, to_id=target),
        "tasks": carry_tasks(actor, from_id=source, to_id=target),
        "papers": carry_documents(actor, from_id=source, to_id=target),
    }
    if kept.sealed:
        veil_documents(actor, subject_id=kept.id, sealed=True)
    return carried


def carry_back(actor: Actor, carried: Carried, kept: Person, folded: Person) -> None:
    """Put it back, and with each case what was written about it since."""
    source, target = kept.id, folded.id
    cases: list[str] = []
    for name, only in carried["above"].items():
        if name in _carriers:
            cases += _carriers[name](actor, from_id=source, to_id=target, only=only)
    carry_subject(actor, from_id=source, to_id=target, only=carried["rights"])
    carry_tasks(actor, from_id=source, to_id=target, only=carried["tasks"], case_ids=cases)
    carry_documents(actor, from_id=source, to_id=target, only=carried["papers"], case_ids=cases)
    newer = CareTeam.objects.filter(person=kept, source__in=[f"case:{case_id}" for case_id in cases])
    newer.update(person=folded)
    for person in (kept, folded):
        veil_documents(actor, subject_id=person.id, sealed=person.sealed)


def lead_portal(kept_id: uuid.UUID, folded_id: uuid.UUID) -> tuple[str, uuid.UUID | None]:
    """What becomes of the folded file's way into the portal: it leads to the kept file, unless that has, or
    had and lost, a way of its own: what was closed stays closed. Returns what was done to which login."""
    theirs = login_of(folded_id)
    if theirs is None:
        return "", None
    if login_of(kept_id, open_only=False) is None:
        lead_login(theirs, kept_id)
        return "led", theirs
    close_client_login(theirs)
    return "closed", theirs


def lead_portal_back(done: str, account_id: uuid.UUID, folded_id: uuid.UUID) -> None:
    if done == "led":
        lead_login(account_id, folded_id)
    elif done == "closed":
        reopen_client_login(account_id)
