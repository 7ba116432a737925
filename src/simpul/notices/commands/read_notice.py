"""The recipient has seen a notice."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.notices.models import Notice
from simpul.notices.policies import notice_reach
from simpul.safeguards.gate import command


@command(on=Notice, reach=notice_reach)
def read_notice(actor: Actor, notice: Notice) -> str:
    """Mark it as read and return where it leads."""
    if notice.read_at is None:
        notice.read_at = now()
        notice.save(update_fields=["read_at"])
    return str(notice.url)
