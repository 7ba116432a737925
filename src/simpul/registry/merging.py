"""Moving what belongs to one file to another, and back. Every moved row is written down as it was."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from simpul.kernel.clock import now, today
from simpul.registry.choices import LeavingReason, NumberKind, NumberStatus
from simpul.registry.models import (
    Address,
    Alias,
    CareTeam,
    ContactPoint,
    IdentityNumber,
    Membership,
    Person,
    ProtectionTeam,
    Relationship,
)

Moved = dict[str, Any]
MODELS: dict[str, Any] = {
    model.__name__: model
    for model in (
        Address, Alias, CareTeam, ContactPoint, IdentityNumber, Membership, Person,
        ProtectionTeam, Relationship,
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


def move_all(kept: Person, folded: Person) -> list[Moved]:
    """Move everything of ``folded`` to ``kept``; returns the record of what was moved."""
    mover = _Mover(kept, folded)
    for part in ("names", "numbers", "memberships", "ties", "contacts", "addresses", "teams"):
        getattr(mover, part)()
    if folded.sealed and not kept.sealed:
        mover.change(kept, sealed=True)
    mover.change(folded, merged_into_id=kept.id)
    return mover.moved


def move_back(moved: list[Moved]) -> int:
    """Take a merge back, last change first; rows that were gone since are left alone. Returns how many."""
    restored = 0
    for change in reversed(moved):
        rows = MODELS[change["model"]].objects.filter(pk=change["id"])
        if change.get("made"):
            restored += rows.delete()[0]
        else:
            restored += rows.update(**change["before"])
    return restored
