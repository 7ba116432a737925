"""What happened in a case, page by page, the newest first."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from simpul.casework.models import (
    Agreement,
    Assessment,
    Case,
    ClientDecision,
    ClientLetter,
    Closure,
    Conference,
    Contact,
    ExplainedService,
    GoalScaling,
    OwnRating,
    Plan,
    Review,
    RiskRating,
    SafetyPlan,
    SafetyScreen,
    StageChange,
)
from simpul.casework.policies import case_reach
from simpul.casework.strands import strand, strands_for
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query
from simpul.safeguards.prepared import ask_together
from simpul.workforce.models import Staff

MOMENTS: dict[str, tuple[Any, str]] = {
    "contact": (Contact, "happened_at"),
    "stage": (StageChange, "at"),
    "assessment": (Assessment, "at"),
    "decision": (ClientDecision, "at"),
    "plan": (Plan, "at"),
    "scaling": (GoalScaling, "at"),
    "answer": (Agreement, "at"),
    "own_rating": (OwnRating, "at"),
    "risk": (RiskRating, "at"),
    "screen": (SafetyScreen, "at"),
    "safety_plan": (SafetyPlan, "at"),
    "explained": (ExplainedService, "at"),
    "conference": (Conference, "at"),
    "review": (Review, "at"),
    "letter": (ClientLetter, "at"),
    "closure": (Closure, "at"),
}


@dataclass(frozen=True)
class TimelineEntry:
    """One thing that happened. Words, observation and interpretation are never mixed; ``facts`` are codes."""

    kind: str
    id: uuid.UUID
    at: datetime
    by_id: uuid.UUID
    by_name: str
    client_words: str = ""
    observation: str = ""
    interpretation: str = ""
    note: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Timeline:
    entries: tuple[TimelineEntry, ...]
    page: int
    more: bool


@query(on=Case, reach=case_reach)
def case_timeline(
    actor: Actor, case: Case, *, page: int = 1, size: int = 20, kinds: tuple[str, ...] = ()
) -> Timeline:
    """A page of the timeline; ``kinds`` narrows it (see ``MOMENTS``, and the strands of apps above)."""
    wanted = [kind for kind in (*MOMENTS, *strands_for(actor, case.pk)) if not kinds or kind in kinds]
    start = (max(page, 1) - 1) * size
    newest = ask_together(_newest, case=case.pk, kinds=",".join(wanted), limit=start + size + 1)
    places = [(kind, one.id, getattr(one, _moment(kind))) for kind, found in newest.items() for one in found]
    places.sort(key=lambda place: (place[2], place[1]), reverse=True)
    shown = places[start : start + size]
    records = _records(shown)
    entries = tuple(_entry(kind, records[kind, record_id], moment) for kind, record_id, moment in shown)
    return Timeline(entries, page, len(places) > start + size)


def _newest(case: uuid.UUID, kinds: str, limit: int) -> dict[str, QuerySet[Any]]:
    """Of each kind so many: whatever comes on the page is among them."""
    return {
        kind: _of_case(kind, case).order_by(f"-{_moment(kind)}", "-id")[:limit]
        for kind in kinds.split(",")
        if kind
    }


def _moment(kind: str) -> str:
    above = strand(kind)
    return above.moment if above else MOMENTS[kind][1]


def _of_case(kind: str, case: uuid.UUID) -> QuerySet[Any]:
    above = strand(kind)
    found = above.records().select_related(None) if above else MOMENTS[kind][0].objects.all()
    mine: QuerySet[Any] = found.filter(**{above.of_case if above else "case": case}).only("id", _moment(kind))
    return mine


def _records(places: list[tuple[str, uuid.UUID, datetime]]) -> dict[tuple[str, uuid.UUID], Any]:
    ids: dict[str, list[uuid.UUID]] = defaultdict(list)
    for kind, record_id, _moment in places:
        ids[kind].append(record_id)
    own = {kind: wanted for kind, wanted in ids.items() if not strand(kind)}
    found: dict[str, Iterable[Any]] = dict(ask_together(_shown, **own))
    for kind in ids.keys() - own.keys():  # these bring records of other tables along
        above = strand(kind)
        assert above is not None
        found[kind] = above.records().filter(pk__in=ids[kind]).annotate(by_name=_author())
    return {(kind, one.id): one for kind, records in found.items() for one in records}


def _author() -> Subquery:
    return Subquery(Staff.objects.filter(pk=OuterRef("by_id")).values("full_name"))


def _shown(**ids: Sequence[uuid.UUID]) -> dict[str, QuerySet[Any]]:
    sets: dict[str, QuerySet[Any]] = {}
    for kind, wanted in ids.items():
        records = MOMENTS[kind][0].objects.filter(pk__in=wanted).annotate(by_name=_author())
        if kind == "contact":
            records = records.annotate(corrects_no=F("corrects__number"), later_no=F("corrected_by__number"))
        sets[kind] = records
    return sets


def _entry(kind: str, record: Any, moment: datetime) -> TimelineEntry:
    above = strand(kind)
    parts = above.tell(record) if above else TELLING[kind](record)
    return TimelineEntry(kind, record.id, moment, record.by_id, record.by_name or "", **parts)


def _contact(one: Any) -> dict[str, Any]:
    return {
        "client_words": one.client_words,
        "observation": one.observation,
        "interpretation": one.interpretation,
        "note": one.next_step,
        "facts": {
            "number": one.number, "channel": one.channel, "role": one.role, "setting": one.setting,
            "level": one.level, "minutes": one.minutes, "reached": one.reached, "next_on": one.next_on,
            "place": one.place, "present": one.present, "version": one.version,
            "corrects": one.corrects_no,
            "correction_reason": one.correction_reason, "corrected_by": one.later_no,
        },
    }  # fmt: skip


def _conference(one: Conference) -> dict[str, Any]:
    return {
        "client_words": one.client_words,
        "note": one.minutes,
        "facts": {"state": one.state, "planned_for": one.planned_for, "held_at": one.held_at},
    }


TELLING: dict[str, Callable[[Any], dict[str, Any]]] = {
    "contact": _contact,
    "stage": lambda one: {
        "note": one.reason,
        "facts": {"from_stage": one.from_stage, "to_stage": one.to_stage, "kind": one.kind},
    },
    "assessment": lambda one: {
        "client_words": one.client_words,
        "observation": one.observation,
        "interpretation": one.interpretation,
        "facts": {"kind": one.kind, "state": one.state},
    },
    "decision": lambda one: {
        "client_words": one.client_words,
        "facts": {"choice": one.choice, "differs": one.differs, "sheet_id": one.sheet_id},
    },
    "plan": lambda one: {
        "note": one.change_reason,
        "facts": {"number": one.number, "state": one.state, "review_on": one.review_on},
    },
    "scaling": lambda one: {
        "client_words": one.client_words,
        "observation": one.fact,
        "facts": {"score": one.score, "client_score": one.client_score, "line_id": one.line_id},
    },
    "answer": lambda one: {"client_words": one.client_words, "facts": {"agreed": one.agreed, "how": one.how}},
    "own_rating": lambda one: {
        "client_words": one.words,
        "facts": {"score": one.score, "line_id": one.line_id},
    },
    "risk": lambda one: {
        "note": one.reason,
        "facts": {"level": one.level, "suggested": one.suggested, "overridden": one.overridden},
    },
    "screen": lambda one: {"note": one.words, "facts": {"suggested": one.suggested, "answers": one.answers}},
    "safety_plan": lambda one: {
        "client_words": one.client_words,
        "facts": {"number": one.number, "review_on": one.review_on},
    },
    "explained": lambda one: {
        "client_words": one.client_words,
        "note": one.told,
        "facts": {"service": one.service},
    },
    "conference": _conference,
    "review": lambda one: {
        "client_words": one.client_view,
        "observation": one.progress,
        "note": one.obstacles,
        "facts": {"number": one.number, "outcome": one.outcome, "next_review_on": one.next_review_on},
    },
    "letter": lambda one: {"client_words": one.words, "facts": {"read_at": one.read_at}},
    "closure": lambda one: {
        "client_words": one.client_words,
        "note": one.summary,
        "facts": {"reason": one.reason, "view": one.view},
    },
}
