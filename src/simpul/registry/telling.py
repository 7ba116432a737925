"""Telling the right people: supervisors of a place, the protection team of a person."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.notices.commands.notify import notify
from simpul.registry.models import CareTeam, ImportBatch, Person, ProtectionTeam
from simpul.workforce.queries.staff_names import staff_names, supervisors_of
from simpul.worklist.commands.assign_task import assign_task


def tell_supervisors(
    actor: Actor, *places: tuple[uuid.UUID | None, uuid.UUID | None], kind: str, title: Text, url: str
) -> int:
    """Put a notice before those who supervise these (unit, office) places. Runs inside a command."""
    to: set[uuid.UUID] = set()
    for unit_id, office_id in places:
        if unit_id or office_id:
            to |= set(supervisors_of(actor, unit_id=unit_id, office_id=office_id))
    to.discard(actor.staff_id or actor.id)
    return notify(actor, to=to, kind=kind, title=title, url=url, mail=True) if to else 0


def places_of(person: Person) -> tuple[tuple[uuid.UUID | None, uuid.UUID | None], ...]:
    """The (unit, office) places that answer for a person: her own, and those whose staff accompany her."""
    teams = CareTeam.objects.filter(person=person, left_at=None).order_by("joined_at")
    places = [(person.unit_id, person.office_id), *teams.values_list("unit_id", "office_id")]
    return tuple(dict.fromkeys(place for place in places if any(place)))


def review_key(glass_id: uuid.UUID) -> str:
    """The key of the duty to review this emergency reading."""
    return f"registry.review_glass:{glass_id}"


def ask_for_review_of_glass(actor: Actor, person: Person, glass_id: uuid.UUID, due_at: datetime) -> None:
    """Put the review on the list of one who answers for the client, not the reader; late, it goes up."""
    for unit_id, office_id in (*places_of(person), (actor.unit_id, actor.office_id)):
        above = supervisors_of(actor, unit_id=unit_id, office_id=office_id) if unit_id or office_id else ()
        if fit := [one for one in above if one != actor.staff_id]:
            break
    else:
        unit_id, office_id, fit = person.unit_id, person.office_id, []
    assign_task(
        actor,
        key=review_key(glass_id),
        kind="review_glass",
        title=Text(N_("Review an emergency reading")),
        subject_id=person.id,
        assignee_id=fit[0] if fit else None,
        unit_id=unit_id if fit else None,
        office_id=office_id,
        due_at=due_at,
        url="/akses-darurat/",
        urgency="high",
        escalate_at=due_at,
    )


def tell_protection_team(actor: Actor, person: Person, *, kind: str, title: Text, url: str) -> int:
    """Put a notice before the protection team of a sealed person. Runs inside a command."""
    team = ProtectionTeam.objects.filter(person=person, removed_at=None)
    to = set(team.values_list("staff_id", flat=True)) - {actor.staff_id}
    return notify(actor, to=to, kind=kind, title=title, url=url, mail=True) if to else 0


def sight_lost_by(kept: Person, folded: Person) -> list[CareTeam]:
    """Who accompanies one of two files and will not see it once both are sealed. Ask before a merge."""
    if kept.sealed == folded.sealed:
        return []
    unsealed = folded if kept.sealed else kept
    guards = ProtectionTeam.objects.filter(person__in=[kept, folded], removed_at=None)
    team = CareTeam.objects.filter(person=unsealed, left_at=None)
    return list(team.exclude(staff_id__in=guards.values("staff_id")).order_by("joined_at"))


def tell_of_lost_sight(actor: Actor, person: Person, lost: Sequence[CareTeam]) -> None:
    """No work ends without a word: supervisors hear whose list grew shorter, not about whom and not why;
    the protection team hears that somebody has accompanied the person. Runs inside a command."""
    names = staff_names(actor, ids=[row.staff_id for row in lost])
    for row in {row.staff_id: row for row in lost}.values():
        words = N_("A file that %(name)s accompanied is with another team now: please arrange the hand-over")
        name = names[row.staff_id].titled if row.staff_id in names else ""
        tell_supervisors(
            actor,
            (row.unit_id, row.office_id),
            kind="sight_lost",
            title=Text(words, {"name": name}),
            url="/papan/",
        )
    if lost:
        tell_protection_team(
            actor,
            person,
            kind="team_hidden",
            title=Text(N_("Others accompanied this person until a merge: please arrange the hand-over")),
            url=f"/orang/{person.id}/",
        )


def tell_uploader(actor: Actor, batch: ImportBatch, title: Text) -> int:
    """Put a notice before whoever uploaded the file. Runs inside a command."""
    names = staff_names(actor, ids=[batch.uploaded_by])
    to = {name.staff_id for name in names.values()}
    return notify(actor, to=to, kind="import_progress", title=title, url=f"/impor/{batch.id}/") if to else 0
