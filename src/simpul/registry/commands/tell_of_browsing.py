"""Somebody opens more files than work explains: the supervisor hears of it."""

from __future__ import annotations

from datetime import timedelta

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.notices.models import Notice
from simpul.registry.browsing import is_over_the_limit
from simpul.registry.telling import tell_supervisors
from simpul.safeguards.gate import command, note_in_audit


@command()
def tell_of_browsing(actor: Actor) -> bool:
    """Put a notice before the supervisors, once an hour; does nothing while the limit is kept."""
    if not is_over_the_limit(actor):
        return False
    lately = Notice.objects.filter(
        kind="many_files_opened", made_by=actor.id, made_at__gt=now() - timedelta(hours=1)
    )
    if lately.exists():
        return False
    told = tell_supervisors(
        actor,
        (actor.unit_id, actor.office_id),
        kind="many_files_opened",
        title=Text(N_("A member of staff opened unusually many files outside the own caseload")),
        url="/kotak-masuk/",
    )
    note_in_audit(told=told)
    return True
