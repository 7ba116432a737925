"""What people may do, how far, until when, and who said so."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from simpul.kernel.actor import Grant, Role, Scope
from simpul.kernel.clock import now, today
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.choices import GrantableRole, GrantScope
from simpul.workforce.models.office import Office, Unit
from simpul.workforce.models.staff import Staff
from simpul.workforce.rules.grants import ALWAYS_POWERFUL


class RoleGrant(GuardedModel):
    """A role held by a member of staff.

    ``granted_by`` and ``confirmed_by`` are staff ids. A grant has effect from ``in_force_at``; the database
    refuses a powerful grant in force that a second person, who is not its holder, has not confirmed.
    """

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=GrantableRole)
    scope = models.CharField(max_length=8, choices=GrantScope)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=13, blank=True)
    valid_from = models.DateField(default=today)
    expires = models.DateField(null=True, blank=True)
    needs_second = models.BooleanField(default=False)
    granted_by = models.UUIDField()
    granted_at = models.DateTimeField(default=now)
    confirmed_by = models.UUIDField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    in_force_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.UUIDField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = (
            "id", "staff", "role", "scope", "unit", "office", "area", "valid_from", "expires",
            "needs_second", "granted_by", "granted_at", "confirmed_by", "confirmed_at", "in_force_at",
            "revoked_by", "revoked_at",
        )  # fmt: skip
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("role", "granted_at")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="rolegrant_scope_names_its_place",
                condition=Q(scope=Scope.OWN.value, unit=None, office=None, area="")
                | Q(scope=Scope.UNIT.value, unit__isnull=False, office=None, area="")
                | Q(scope=Scope.OFFICE.value, unit=None, office__isnull=False, area="")
                | (Q(scope=Scope.AREA.value, unit=None, office=None) & ~Q(area="")),
            ),
            models.CheckConstraint(name="rolegrant_role_known", condition=Q(role__in=GrantableRole.values)),
            models.CheckConstraint(name="rolegrant_not_to_oneself", condition=~Q(granted_by=F("staff"))),
            models.CheckConstraint(
                name="rolegrant_four_eyes",
                condition=Q(confirmed_by=None)
                | (~Q(confirmed_by=F("granted_by")) & ~Q(confirmed_by=F("staff"))),
            ),
            models.CheckConstraint(
                name="rolegrant_powerful_needs_second",
                condition=~Q(role__in=sorted(ALWAYS_POWERFUL)) | Q(needs_second=True),
            ),
            models.CheckConstraint(
                name="rolegrant_no_force_without_second",
                condition=Q(needs_second=False) | Q(in_force_at=None) | Q(confirmed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="rolegrant_confirmation_paired",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="rolegrant_revocation_paired",
                condition=Q(revoked_by=None, revoked_at=None)
                | Q(revoked_by__isnull=False, revoked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="rolegrant_expires_after_start",
                condition=Q(expires=None) | Q(expires__gte=F("valid_from")),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["role", "unit"], name="rolegrant_role_unit")]

    def __str__(self) -> str:
        return f"{self.role} {self.id}"

    def as_power(self) -> Grant:
        """The grant as the gate knows it."""
        return Grant(
            Role(self.role), Scope(self.scope), self.unit_id, self.office_id, self.area, self.expires
        )
