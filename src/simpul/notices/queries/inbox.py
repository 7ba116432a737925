"""What the actor has been told."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.text import Text
from simpul.notices.models import Notice
from simpul.notices.policies import notice_reach
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class NoticeRow:
    """One message in the inbox."""

    id: uuid.UUID
    kind: str
    title: Text
    url: str
    made_at: datetime
    unread: bool


@query(over=Notice, reach=notice_reach, silent=True)
def inbox(
    actor: Actor, notices: QuerySet[Notice], *, unread_only: bool = False, limit: int = 50
) -> tuple[NoticeRow, ...]:
    """Messages to the actor, latest first."""
    if unread_only:
        notices = notices.filter(read_at=None)
    return tuple(
        NoticeRow(
            notice.id,
            notice.kind,
            Text(notice.title, notice.title_facts),
            notice.url,
            notice.made_at,
            notice.read_at is None,
        )
        for notice in notices.order_by("-made_at")[:limit]
    )


@query(over=Notice, reach=notice_reach, silent=True)
def unread_count(actor: Actor, notices: QuerySet[Notice]) -> int:
    """How many messages wait unread, at most 100."""
    return notices.filter(read_at=None)[:100].count()
