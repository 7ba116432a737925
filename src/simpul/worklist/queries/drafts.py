"""Texts that were typed and not yet sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query
from simpul.worklist.models import Draft
from simpul.worklist.policies import draft_reach


@dataclass(frozen=True)
class DraftText:
    """One unsent text."""

    key: str
    body: str
    saved_at: datetime


@query(over=Draft, reach=draft_reach, silent=True)
def my_draft(actor: Actor, drafts: QuerySet[Draft], *, key: str) -> DraftText | None:
    """What this writer typed into this form and did not send, or None."""
    draft = drafts.filter(key=key).first()
    return DraftText(draft.key, draft.body, draft.saved_at) if draft else None


@query(over=Draft, reach=draft_reach, silent=True)
def my_drafts(actor: Actor, drafts: QuerySet[Draft]) -> tuple[DraftText, ...]:
    """All unsent texts of this writer, latest first."""
    return tuple(
        DraftText(draft.key, draft.body, draft.saved_at) for draft in drafts.order_by("-saved_at")[:50]
    )
