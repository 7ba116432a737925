"""The next agencies and faults of an announced package are kept, in short pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simpul.directory import policies
from simpul.directory.choices import PackageStage
from simpul.directory.models import Package, PackageEntry, PackageFault
from simpul.directory.rules.hsds.reading import Fault
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command, note_in_audit


@command(on=Package, reach=policies.package_reach)
def keep_package_pieces(
    actor: Actor,
    package: Package,
    *,
    agencies: Sequence[tuple[int, dict[str, Any]]] = (),
    faults: Sequence[tuple[int, Fault]] = (),
    whole: bool = False,
) -> None:
    """Keep pieces with their position; once is enough. With ``whole`` the package can be decided on."""
    if package.stage != PackageStage.READING:
        return
    PackageEntry.objects.bulk_create(
        [PackageEntry(package=package, position=place, facts=facts) for place, facts in agencies],
        ignore_conflicts=True,
    )
    PackageFault.objects.bulk_create(
        [
            PackageFault(
                package=package, position=place, file=one.file[:60], row=one.row, column=one.column[:60],
                what=one.what, value=one.value,
            )
            for place, one in faults
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    if whole:
        package.stage = PackageStage.CHECKED
        package.save()
    note_in_audit(agencies=len(agencies), faults=len(faults))
