"""Questions whether two files are one person, and both files side by side."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.text import Text
from simpul.reference.queries.regions import region_labels
from simpul.registry import policies
from simpul.registry.choices import NumberStatus, ProposalStatus
from simpul.registry.matching import MATCHER, facts_of_person, kk_index_of
from simpul.registry.merging import differing_nik
from simpul.registry.models import Alias, IdentityNumber, MergeProposal, Person
from simpul.registry.rules.identity_numbers import masked
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class QuestionRow:
    """One question in a list."""

    id: uuid.UUID
    kept_name: str
    folded_name: str
    origin_label: str
    status: str
    status_label: str
    score: int
    proposed_at: datetime
    proposed_by: uuid.UUID
    mine: bool
    subject_ids: tuple[uuid.UUID, ...]


@dataclass(frozen=True)
class Side:
    """One of the two files, as far as a comparison needs it."""

    person_id: uuid.UUID
    name: str
    call_name: str
    aliases: tuple[str, ...]
    sex_label: str
    birth: str
    birth_precision: str
    mother: str
    place: str
    nik: str
    nik_status: str
    created_at: datetime


@dataclass(frozen=True)
class Comparison:
    """Both files, what agrees, what contradicts, and whether a merge is possible at all."""

    row: QuestionRow
    kept: Side
    folded: Side
    reason: str
    decision_words: str
    agreements: tuple[Text, ...]
    contradictions: tuple[Text, ...]
    twins: bool
    two_nik: bool
    moved: int

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return self.row.subject_ids


@query(over=MergeProposal, reach=policies.proposal_reach)
def merge_questions(
    actor: Actor, proposals: QuerySet[MergeProposal], *, waiting_only: bool = True
) -> tuple[QuestionRow, ...]:
    """Questions within reach, the strongest likeness first."""
    if waiting_only:
        proposals = proposals.filter(status=ProposalStatus.WAITING)
    rows = proposals.select_related("kept", "folded").order_by("-score", "-proposed_at")[:100]
    return tuple(_row(actor, row) for row in rows)


@query(on=MergeProposal, reach=policies.proposal_reach)
def merge_comparison(actor: Actor, proposal: MergeProposal) -> Comparison:
    """Both files side by side, with what agrees and what contradicts."""
    kept, folded = proposal.kept, proposal.folded
    numbers = _numbers([kept.id, folded.id])
    households = kk_index_of([kept.id, folded.id])
    known = {
        one.id: replace(
            facts_of_person(one, _aliases(one)),
            numbers={
                "nik": numbers[one.id].number_index if one.id in numbers else "",
                "kk": households.get(one.id, ""),
            },
        )
        for one in (kept, folded)
    }
    likeness = MATCHER.compare(known[kept.id], known[folded.id])
    return Comparison(
        row=_row(actor, proposal),
        kept=_side(actor, kept, numbers),
        folded=_side(actor, folded, numbers),
        reason=str(proposal.reason or ""),
        decision_words=str(proposal.decision_words or ""),
        agreements=likeness.agreements,
        contradictions=likeness.contradictions,
        twins=likeness.twins,
        two_nik=proposal.status == ProposalStatus.WAITING and differing_nik(kept, folded),
        moved=len(proposal.moved),
    )


def _row(actor: Actor, proposal: MergeProposal) -> QuestionRow:
    return QuestionRow(
        id=proposal.id,
        kept_name=proposal.kept.display_name,
        folded_name=proposal.folded.display_name,
        origin_label=str(proposal.get_origin_display()),
        status=proposal.status,
        status_label=str(proposal.get_status_display()),
        score=proposal.score,
        proposed_at=proposal.proposed_at,
        proposed_by=proposal.proposed_by,
        mine=proposal.proposed_by == actor.id,
        subject_ids=proposal.audit_subjects(),
    )


def _aliases(person: Person) -> tuple[str, ...]:
    return tuple(Alias.objects.filter(person=person).values_list("name", flat=True))


def _numbers(ids: list[uuid.UUID]) -> dict[uuid.UUID, IdentityNumber]:
    held = IdentityNumber.objects.filter(person_id__in=ids, kind="nik").exclude(number_index="")
    return {number.person_id: number for number in held.exclude(status=NumberStatus.ENDED)}


def _side(actor: Actor, person: Person, numbers: dict[uuid.UUID, IdentityNumber]) -> Side:
    code = person.region_code
    places = region_labels(actor, codes=frozenset({code})) if code else {}
    number = numbers.get(person.id)
    return Side(
        person_id=person.id,
        name=person.display_name,
        call_name=person.call_name,
        aliases=_aliases(person),
        sex_label=str(person.get_sex_display()),
        birth=person.birth_date.isoformat() if person.birth_date else "",
        birth_precision=person.birth_precision,
        mother=str(person.mother_maiden_name or ""),
        place=places[code].label if code in places else code,
        nik=masked(str(number.number)) if number else "",
        nik_status=str(number.get_status_display()) if number else "",
        created_at=person.created_at,
    )
