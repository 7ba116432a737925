"""What is there in a case, gathered in four statements for the guards of the stages."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from simpul.casework.choices import Domain, Stage
from simpul.casework.models import (
    AftercareVisit,
    Assessment,
    Assignment,
    Case,
    Closure,
    Conference,
    Contact,
    Goal,
    GoalScaling,
    Plan,
    Review,
    RiskRating,
    SafetyScreen,
    StageChange,
)
from simpul.casework.rules.stages import CaseFacts
from simpul.safeguards.consent import Purpose, stands
from simpul.safeguards.prepared import ask_together


def changes_of(case: Case) -> list[StageChange]:
    """The steps of the case so far, oldest first."""
    changes: list[StageChange] = ask_together(_changes, case=case.pk)["changes"]
    return sorted(changes, key=lambda change: (change.at, change.id))


def _changes(case: uuid.UUID) -> dict[str, QuerySet[Any]]:
    return {"changes": StageChange.objects.filter(case=case)}


def round_start(case: Case, changes: Sequence[StageChange]) -> datetime:
    """Since when this round of the case counts: its last reopening, else its opening."""
    return max((change.at for change in changes if change.kind == "reopen"), default=case.opened_at)


def cycle_start(case: Case, changes: Sequence[StageChange]) -> datetime:
    """When the present cycle of intervention and review began."""
    begun = (change.at for change in changes if change.to_stage == Stage.INTERVENTION)
    return max(begun, default=round_start(case, changes))


def gather(case: Case, changes: Sequence[StageChange] | None = None) -> CaseFacts:
    """The facts for the guards; whatever is not found counts as missing."""
    steps = changes_of(case) if changes is None else changes
    begun, cycle = round_start(case, steps), cycle_start(case, steps)
    seen = ask_together(_seen, case=case.pk, begun=begun, cycle=cycle)["cases"][0]
    submitted = Assessment.objects.filter(case=case, submitted_at__gte=round_start(case, steps))
    covered = set(chain.from_iterable(submitted.exclude(state="draft").values_list("covered", flat=True)))
    consented = case.client_id is None or stands(case.client_id, Purpose.CASEWORK)
    return tell(case, steps, seen, covered, consented)


def _seen(case: uuid.UUID, begun: datetime, cycle: datetime) -> dict[str, QuerySet[Any]]:
    return {"cases": look(Case.objects.filter(pk=case).only("id"), begun, cycle)}


def tell(
    case: Case, steps: Sequence[StageChange], seen: Any, covered: Collection[str], consented: bool
) -> CaseFacts:
    """The facts from what was read already; ``seen`` comes from ``look``."""
    begun = round_start(case, steps)
    return CaseFacts(
        source_recorded=bool(case.source),
        screened=seen.has_screen,
        identity_settled=bool(case.client_id or case.unknown_because),
        consent_explained=consented,
        has_worker=seen.has_worker,
        risk_rated=bool(case.risk),
        assessment_submitted=seen.has_assessment,
        client_view_recorded=seen.has_assessment,
        domains_open=tuple(domain for domain in Domain.values if domain not in covered),
        conference_held=seen.has_conference,
        conference_skipped=any(step.kind == "skip" and step.at >= begun for step in steps),
        goals=seen.goals,
        goals_incomplete=seen.goals_incomplete,
        plan_agreed=seen.plan_state in {"agreed", "approved"},
        plan_approved=seen.plan_state == "approved",
        contacts_since_plan=seen.contacts,
        goals_unscaled=seen.goals_unscaled,
        risk_rated_since_plan=seen.rated_again,
        reviewed=seen.reviewed,
        closure_written=seen.closed,
        aftercare_planned=seen.visits > 0,
        aftercare_open=seen.visits_open,
    )


def _count(records: QuerySet[Any], by: str) -> Coalesce:
    counted = records.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def look(cases: QuerySet[Case], begun: datetime, cycle: datetime) -> QuerySet[Any]:
    """``cases`` (one alone) annotated with what each guard asks, in one statement."""
    here = {"case": OuterRef("pk")}
    plans = (
        Plan.objects.filter(**here).exclude(state__in=["replaced", "refused", "returned"]).order_by("-number")
    )
    goals = Goal.objects.filter(plan=OuterRef("plan_id"))
    in_force = Goal.objects.filter(**here, plan__state="approved")
    scaled = GoalScaling.objects.filter(line_id=OuterRef("line_id"), at__gte=cycle)
    contacts = Contact.objects.filter(**here, reached=True, corrects=None, at__gte=cycle)
    visits = AftercareVisit.objects.filter(**here, at__gte=begun)
    return cases.annotate(
        has_screen=Exists(SafetyScreen.objects.filter(**here)),
        has_worker=Exists(Assignment.objects.filter(**here, role="primary", until=None)),
        has_assessment=Exists(
            Assessment.objects.filter(**here, submitted_at__gte=begun).exclude(state="draft")
        ),
        has_conference=Exists(Conference.objects.filter(**here, state="held", held_at__gte=begun)),
        plan_id=Subquery(plans.values("pk")[:1]),
        plan_state=Subquery(plans.values("state")[:1]),
        contacts=_count(contacts.exclude(channel="note"), "case"),
        rated_again=Exists(RiskRating.objects.filter(**here, at__gte=cycle)),
        reviewed=Exists(Review.objects.filter(**here, at__gte=cycle)),
        closed=Exists(Closure.objects.filter(**here, at__gte=begun)),
        visits=_count(visits, "case"),
        visits_open=_count(visits.filter(state="planned"), "case"),
    ).annotate(
        goals=_count(goals, "plan"),
        goals_incomplete=_count(goals.filter(complete=False), "plan"),
        goals_unscaled=_count(in_force.filter(~Exists(scaled)), "case"),
    )
