"""The plan on paper, for the client and for the file."""

from __future__ import annotations

import uuid

from django.utils import translation

from simpul.casework import people, policies
from simpul.casework.choices import Whose
from simpul.casework.errors import WrongStage
from simpul.casework.models import Plan
from simpul.casework.papers.sources import Sources, signer
from simpul.casework.pictures import plan_picture
from simpul.documents.commands.issue_document import issue_document
from simpul.documents.kinds import InterventionPlan, PlannedAction, PlannedGoal
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Plan, reach=policies.record_reach, consent="casework")
def print_plan(actor: Actor, plan: Plan, *, language: str = "id") -> uuid.UUID:
    """Issue the plan as a document; returns the document's id."""
    case = plan.case
    if case.client_id is None:
        raise WrongStage(Text(N_("A document needs a client: first record who the client is.")))
    picture = plan_picture(plan, with_needs=False)
    file = Sources(actor, case)
    paper = InterventionPlan(
        subject=file.subject,
        worker=file.worker,
        head=signer(picture.approved_by, N_("Supervisor")) if picture.approved_by else None,
        version=picture.number,
        review_on=picture.review_on,
        agreement=picture.answer.client_words if picture.answer else "",
        goals=tuple(
            PlannedGoal(
                words=goal.client_words,
                indicator=goal.measure,
                baseline=goal.baseline,
                target=goal.target,
                actions=tuple(
                    PlannedAction(what=one.what, owner=_owner(one.whose, language), due=one.due_on)
                    for one in goal.actions
                ),
            )
            for goal in picture.goals
        ),
    )
    note_in_audit(number=plan.number)
    return issue_document(
        actor, paper=paper, office_id=case.office_id, subject_id=case.client_id, case_id=case.id,
        holder_id=people.primary_of(case), language=language, for_client=True,
        sealed=bool(case.client and case.client.sealed),
    )  # fmt: skip


def _owner(whose: str, language: str) -> str:
    with translation.override(language):
        return str(Whose(whose).label)
