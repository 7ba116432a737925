"""Finding the same person: search keys, the question whether two files are one, and what a merge moved."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import connection, models

from simpul.kernel.clock import now
from simpul.registry.choices import ProposalOrigin, ProposalStatus
from simpul.registry.models.person import Person
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel, demand_writing


class MatchKey(GuardedModel):
    """A key under which a person is found. Many and short, hence a plain number as primary key.

    ``place`` is a small number made of the office, so that a search within one office reads only its rows.
    """

    id = models.BigAutoField(primary_key=True)  # type: ignore[assignment]
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="match_keys")
    key = models.CharField(max_length=32)
    place = models.PositiveSmallIntegerField(default=0)

    class Privacy:
        open = ("id", "place")
        personal = ("person", "key")
        sensitive = ()
        forgets = Forgetting(of=("person",))

    class Meta:
        indexes: ClassVar = [models.Index(fields=["key", "place", "person"], name="matchkey_key")]

    def __str__(self) -> str:
        return str(self.id)

    @classmethod
    def file_all(cls, rows: Sequence[tuple[uuid.UUID, str, int]]) -> None:
        """File persons under keys and places without an object for each: a big import files a million."""
        demand_writing(cls)
        names = ("person", "key", "place")
        fields: list[Any] = [cls._meta.get_field(name) for name in names]
        quote = connection.ops.quote_name
        columns = ", ".join(quote(field.column) for field in fields)
        values = [
            [field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)]
            for row in rows
        ]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {quote(cls._meta.db_table)} ({columns}) VALUES (%s, %s, %s)",  # noqa: S608
                values,
            )


class MergeProposal(GuardedModel):
    """Whether two files are one person; answered by somebody else than who asked."""

    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="proposals_kept")
    folded = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="proposals_folded")
    origin = models.CharField(max_length=12, choices=ProposalOrigin.choices)
    status = models.CharField(max_length=10, choices=ProposalStatus.choices, default=ProposalStatus.WAITING)
    reason = EncryptedTextField(blank=True)
    score = models.PositiveSmallIntegerField(default=0)
    matcher_version = models.CharField(max_length=40, blank=True)
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField(default=now)
    decided_by = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_words = EncryptedTextField(blank=True)
    moved = models.JSONField(default=list, blank=True)
    undone_by = models.UUIDField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = (
            "id", "origin", "status", "matcher_version", "proposed_by", "proposed_at", "decided_by",
            "decided_at", "undone_by", "undone_at", "score", "moved",
        )  # fmt: skip
        personal = ("kept", "folded")
        sensitive = ("reason", "decision_words")
        forgets = Forgetting(
            of=("kept", "folded"), blank={"reason": "", "decision_words": ""}, kept=("kept", "folded")
        )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kept", "folded"],
                condition=models.Q(status="waiting"),
                name="mergeproposal_asked_once",
            ),
            models.CheckConstraint(
                name="mergeproposal_two_files", condition=~models.Q(kept=models.F("folded"))
            ),
            models.CheckConstraint(
                name="mergeproposal_other_eyes",
                condition=models.Q(decided_by=None) | ~models.Q(decided_by=models.F("proposed_by")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.kept_id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.kept_id, self.folded_id)
