"""Moving what belongs to one file to another, and back. Every moved row is written down as it was."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now, today
from simpul.registry.carrying import carry, carry_back, lead_portal, lead_portal_back
from simpul.registry.choices import LeavingReason, NumberKind, NumberStatus, ProposalStatus
from simpul.registry.models import (
    Address,
    Alias,
    CareTeam,
    ContactPoint,
    ErasureRequest,
    IdentityNumber,
    Membership,
    MergeProposal,
    Person,
    PortalDoor,
    ProtectionTeam,
    Relationship,
)

Moved = dict[str, Any]
MODELS: dict[str, Any] = {
    model.__name__: model
    for model in (
        Address, Alias, CareTeam, ContactPoint, ErasureRequest, IdentityNumber, Membership, MergeProposal,
        Person, PortalDoor, ProtectionTeam, Relationship,
    )
}  # fmt: skip
HELD = (NumberStatus.RECORDED, NumberStatus.CONTESTED, NumberStatus.ABSENT)


def differing_nik(kept: Person, folded: Person) -> bool:
    """Whether both files carry a recorded NIK and the numbers differ: the law knows two persons."""
    recorded = IdentityNumber.objects.filter(kind=NumberKind.NIK, status=NumberStatus.RECORDED)
    numbers = {
        number.person_id: number.number_index for number in recorded.filter(person__in=[kept.id, folded.id])
    }
    return len(numbers) == 2 and len(set(numbers.values())) == 2


class _Mover:
    """Changes rows of the folded file and keeps how they were."""

    def __init__(self, kept: Person, folded: Person) -> None:
        self.kept, self.folded = kept, folded
        self.moved: list[Moved] = []

    def change(self, row: Any, **values: Any) -> None:
        before = {name: _plain(getattr(row, name)) for name in values}
        self.moved.append({"model": type(row).__name__, "id": str(row.pk), "before": before})
        type(row).objects.filter(pk=row.pk).update(**values)
        for name, value in values.items():
            setattr(row, name, value)

    def made(self, row: Any) -> None:
        self.moved.append({"model": type(row).__name__, "id": str(row.pk), "made": True})

    def numbers(self) -> None:
        kinds = set(
            IdentityNumber.objects.filter(person=self.kept, status__in=HELD).values_list("kind", flat=True)
        )
        for row in IdentityNumber.objects.filter(person=self.folded):
            taken = row.status in HELD and row.kind in kinds and row.kind != NumberKind.OTHER
            if taken:
                self.change(row, status=NumberStatus.ENDED)
            elif row.status == NumberStatus.CONTESTED and not _held_by_others(row, self.kept):
                self.change(row, status=NumberStatus.RECORDED)
            self.change(row, person_id=self.kept.id)

    def memberships(self) -> None:
        lives = Membership.objects.filter(person=self.kept, until=None).exists()
        for row in Membership.objects.filter(person=self.folded):
            if row.until is None and lives:
                self.change(row, until=today(), leaving_reason=LeavingReason.ERROR)
            self.change(row, person_id=self.kept.id)

    def ties(self) -> None:
        standing = set(
            Relationship.objects.filter(until=None)
            .values_list("person_id", "other_id", "kind")
            .filter(person=self.kept)
        ) | set(
            Relationship.objects.filter(until=None, other=self.kept).values_list(
                "person_id", "other_id", "kind"
            )
        )
        for row, end in self._their_ties():
            other = row.other_id if end == "person_id" else row.person_id
            if other == self.kept.id:
                if row.until is None:
                    self.change(row, until=today())
                continue
            key = (self.kept.id, other, row.kind) if end == "person_id" else (other, self.kept.id, row.kind)
            if row.until is None and key in standing:
                self.change(row, until=today())
            self.change(row, **{end: self.kept.id})

    def _their_ties(self) -> Iterator[tuple[Relationship, str]]:
        for row in Relationship.objects.filter(person=self.folded):
            yield row, "person_id"
        for row in Relationship.objects.filter(other=self.folded):
            yield row, "other_id"

    def contacts(self) -> None:
        preferred = ContactPoint.objects.filter(person=self.kept, ended_at=None, preferred=True).exists()
        for row in ContactPoint.objects.filter(person=self.folded):
            if preferred and row.preferred:
                self.change(row, preferred=False)
            self.change(row, person_id=self.kept.id)

    def addresses(self) -> None:
        kinds = set(Address.objects.filter(person=self.kept, until=None).values_list("kind", flat=True))
        for row in Address.objects.filter(person=self.folded):
            if row.until is None and row.kind in kinds:
                self.change(row, until=today())
            self.change(row, person_id=self.kept.id)

    def teams(self) -> None:
        own = set(CareTeam.objects.filter(person=self.kept, left_at=None).values_list("staff_id", "source"))
        for row in CareTeam.objects.filter(person=self.folded):
            if row.left_at is None and (row.staff_id, row.source) in own:
                self.change(row, left_at=now())
            self.change(row, person_id=self.kept.id)
        guards = set(
            ProtectionTeam.objects.filter(person=self.kept, removed_at=None).values_list(
                "staff_id", flat=True
            )
        )
        for guard in ProtectionTeam.objects.filter(person=self.folded):
            if guard.removed_at is None and guard.staff_id in guards:
                self.change(guard, removed_at=now())
            self.change(guard, person_id=self.kept.id)

    def portal(self) -> None:
        """The way into the portal leads to the kept file; of two ways the kept file's own stays."""
        done, account_id = lead_portal(self.kept.id, self.folded.id)
        if account_id is None:
            return
        self.moved.append({"model": "portal", "done": done, "account": str(account_id)})
        door = PortalDoor.objects.filter(person=self.folded).first()
        if door is not None and done == "led":
            self.change(door, person_id=self.kept.id)
        elif door is not None:
            self.change(door, code_index="")

    def questions(self, asked: uuid.UUID) -> None:
        """Open questions about the folded file are about the kept one now, unless asked there already."""
        waiting = MergeProposal.objects.filter(status=ProposalStatus.WAITING).exclude(pk=asked)
        pairs = {frozenset((row.kept_id, row.folded_id)) for row in waiting}
        for row in waiting.filter(Q(kept=self.folded) | Q(folded=self.folded)):
            end = "kept_id" if row.kept_id == self.folded.id else "folded_id"
            other = row.folded_id if end == "kept_id" else row.kept_id
            pair = frozenset((self.kept.id, other))
            if other == self.kept.id or pair in pairs:
                continue
            pairs.add(pair)
            self.change(row, **{end: self.kept.id})

    def erasures(self) -> None:
        """A wish to be forgotten goes along."""
        waiting = ErasureRequest.objects.filter(confirmed_at=None, dropped_at=None)
        if not waiting.filter(person=self.kept).exists():
            for row in waiting.filter(person=self.folded):
                self.change(row, person_id=self.kept.id)

    def earlier(self) -> None:
        """Files that were folded into this one before lead straight to the kept one."""
        for row in Person.objects.filter(merged_into=self.folded):
            self.change(row, merged_into_id=self.kept.id)

    def names(self) -> None:
        known = {
            self.kept.full_name.casefold(),
            *(
                name.casefold()
                for name in Alias.objects.filter(person=self.kept).values_list("name", flat=True)
            ),
        }
        held = list(Alias.objects.filter(person=self.folded).values_list("name", flat=True))
        for name in (self.folded.full_name, *held):
            if name and name.casefold() not in known:
                known.add(name.casefold())
                self.made(Alias.objects.create(person=self.kept, name=name))


def _held_by_others(row: IdentityNumber, kept: Person) -> bool:
    others = IdentityNumber.objects.filter(
        kind=row.kind, number_index=row.number_index, status=NumberStatus.RECORDED
    )
    return others.exclude(pk=row.pk).exists()


def _plain(value: Any) -> Any:
    return (
        str(value)
        if isinstance(value, uuid.UUID)
        else value.isoformat()
        if hasattr(value, "isoformat")
        else value
    )


PARTS = (
    "names", "numbers", "memberships", "ties", "contacts", "addresses", "portal", "erasures", "earlier",
    "teams",
)  # fmt: skip


def move_all(actor: Actor, kept: Person, folded: Person, asked: uuid.UUID) -> list[Moved]:
    """Move everything of ``folded`` to ``kept``; returns the record of what was moved.

    If one of them is sealed, both are: the folded file still holds a name, and leads to the kept one.
    """
    mover = _Mover(kept, folded)
    sealed = kept.sealed or folded.sealed
    mover.change(kept, sealed=sealed)
    mover.change(folded, sealed=sealed)
    mover.questions(asked)
    for part in PARTS:
        getattr(mover, part)()
    mover.change(folded, merged_into_id=kept.id)
    return [{"model": "carried", "what": carry(actor, kept, folded)}, *mover.moved]


def move_back(actor: Actor, moved: list[Moved], kept: Person, folded: Person) -> int:
    """Take a merge back, last change first; rows that were gone since are left alone. Returns how many."""
    restored = 0
    seal = _Seal(moved, kept)
    for change in reversed(moved):
        if change["model"] == "portal":
            lead_portal_back(change["done"], uuid.UUID(change["account"]), folded.id)
            continue
        if change["model"] == "carried":
            seal.settle(kept, folded)
            carry_back(actor, change["what"], kept.locked(), folded.locked())
            continue
        rows = MODELS[change["model"]].objects.filter(pk=change["id"])
        if change.get("made"):
            restored += rows.delete()[0]
        else:
            restored += rows.update(**change["before"])
    return restored


class _Seal:
    """What becomes of a seal when files are separated: what was decided since the merge holds for both."""

    def __init__(self, moved: list[Moved], kept: Person) -> None:
        states = [change["before"]["sealed"] for change in moved if "sealed" in change.get("before", {})]
        self.at_merge = any(states)
        self.now = kept.sealed
        self.team = list(
            ProtectionTeam.objects.filter(person=kept, removed_at=None).values_list("staff_id", "added_by")
        )

    def settle(self, kept: Person, folded: Person) -> None:
        if self.now == self.at_merge:
            return
        Person.objects.filter(pk__in=[kept.pk, folded.pk]).update(sealed=self.now)
        if self.now:
            for person in (kept, folded):
                standing = ProtectionTeam.objects.filter(person=person, removed_at=None)
                known = set(standing.values_list("staff_id", flat=True))
                for staff_id, added_by in self.team:
                    if staff_id not in known:
                        ProtectionTeam.objects.create(person=person, staff_id=staff_id, added_by=added_by)
