"""How many people of which kind a team should have."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.faults import missing, refuse_faults
from simpul.workforce.models import Post, Unit


@command(on=Unit, reach=policies.unit_reach)
def plan_post(actor: Actor, unit: Unit, *, title: str, planned: int = 1) -> uuid.UUID:
    """Plan a post in a team; planning the same title again changes its number."""
    refuse_faults([missing("title", title, Text(N_("Write what the post is called.")))])
    post = Post.objects.filter(unit=unit, title=title.strip()).first() or Post(unit=unit, title=title.strip())
    post.planned = max(0, planned)
    post.save()
    note_in_audit(post=str(post.id), planned=planned)
    return post.id
