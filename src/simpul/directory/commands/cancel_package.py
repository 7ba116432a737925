"""A foreign package is not wanted after all."""

from __future__ import annotations

from simpul.directory import policies
from simpul.directory.choices import PackageStage
from simpul.directory.models import Package, PackageEntry
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command


@command(on=Package, reach=policies.package_reach)
def cancel_package(actor: Actor, package: Package) -> None:
    """Drop what was read; nothing of it was entered."""
    if package.stage not in (PackageStage.READING, PackageStage.CHECKED):
        raise Refused(Text(N_("This package has already been decided on.")))
    PackageEntry.objects.filter(package=package).delete()
    package.stage, package.finished_at = PackageStage.CANCELLED, now()
    package.save()
