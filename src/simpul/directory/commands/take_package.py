"""Somebody says yes to a foreign package: what is good in it is entered."""

from __future__ import annotations

from simpul.directory import policies
from simpul.directory.choices import PackageStage
from simpul.directory.commands._package import order_next
from simpul.directory.models import Package
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Package, reach=policies.package_reach)
def take_package(actor: Actor, package: Package) -> None:
    """Order the writing. Faulty rows stay out; entries that are here already stay as they are."""
    if package.stage != PackageStage.CHECKED:
        raise Refused(Text(N_("This package has already been decided on.")))
    if not package.entries.exists():
        raise Refused(Text(N_("Nothing in this package can be taken.")))
    package.stage = PackageStage.WRITING
    package.save()
    note_in_audit(agencies=package.counts["agencies"])
    order_next(actor, package)
