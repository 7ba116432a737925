"""The next agencies of a foreign package are entered, each as a whole."""

from __future__ import annotations

from collections import Counter

from simpul.directory import policies
from simpul.directory.choices import PackageStage
from simpul.directory.commands._edition import new_edition
from simpul.directory.commands._package import enter_agency, order_next
from simpul.directory.models import Package, PackageEntry
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command, note_in_audit

PIECE = 50


@command(on=Package, reach=policies.package_reach)
def write_package(actor: Actor, package: Package) -> int:
    """Enter one piece and order the next; returns how many agencies are left. Twice it changes nothing."""
    if package.stage != PackageStage.WRITING:
        return 0
    waiting = PackageEntry.objects.filter(package=package)
    piece = list(waiting.order_by("position")[:PIECE])
    made = sum((enter_agency(package, one.facts) for one in piece), Counter(package.counts.get("made", {})))
    waiting.filter(pk__in=[one.pk for one in piece]).delete()
    package.counts = {**package.counts, "made": dict(made)}
    package.progress += len(piece)
    left = waiting.count()
    if left:
        order_next(actor, package)
    else:
        package.stage, package.finished_at = PackageStage.DONE, now()
    package.save()
    new_edition()
    note_in_audit(agencies=len(piece), left=left)
    return left
