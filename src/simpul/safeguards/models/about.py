"""Records about one person, named by id alone and locked with that person's key."""

from __future__ import annotations

import uuid

from simpul.safeguards.guarded import GuardedModel


class AboutSubject(GuardedModel):
    """Has a ``subject_id``; whoever reads it is told to that person."""

    subject_id: uuid.UUID

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.subject_id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.subject_id,)
