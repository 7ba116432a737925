"""Every hour: nobody answered, a consent no longer stands, an owner has gone."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from simpul.casework.models import Assignment
from simpul.casework.people import primary_of
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.referral.choices import RecallReason
from simpul.referral.course import follow_up, settle_owner, shut_door, take_step
from simpul.referral.models import Referral
from simpul.referral.rules.loop import READABLE, TRANSITIONS, Act, State
from simpul.referral.sharing import may_go
from simpul.referral.targets import lapses_at
from simpul.safeguards.consent import Purpose
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.models import Consent, ConsentRefusal

LOOK_BACK = timedelta(days=2)  # so that an hour in which the worker stood still loses nothing


@command()
def expire_referrals(actor: Actor) -> int:
    """Readings ask the consent themselves; this makes the owner act on it. Returns how many moved."""
    waiting = list(_candidates().order_by("pk").values_list("pk", flat=True))
    moved = sum(_tend(actor, Referral.objects.select_for_update().get(pk=one)) for one in waiting)
    note_in_audit(moved=moved)
    return moved


def _candidates() -> QuerySet[Referral]:
    """What is due, whose client's consent ended lately, whose case has another worker."""
    moment = now()
    ended = Q(withdrawn_at__gte=moment - LOOK_BACK) | Q(stands_until__range=(moment - LOOK_BACK, moment))
    shaken = Consent.objects.filter(ended, purpose=Purpose.SHARING).values("subject_id")
    said_no = ConsentRefusal.objects.filter(recorded_at__gte=moment - LOOK_BACK, purpose=Purpose.SHARING)
    primary = Assignment.objects.filter(case=OuterRef("case"), role="primary", until=None).values("staff_id")[
        :1
    ]
    open_ones = Referral.objects.exclude(state=State.CLOSED)
    owned = open_ones.annotate(worker=Subquery(primary))
    passed_on: QuerySet[Referral] = owned.filter(
        Q(due_at__lte=moment)
        | Q(case__client__in=shaken)
        | Q(case__client__in=said_no.values("subject_id"))
        | (Q(worker__isnull=False) & ~Q(worker=F("owner_id")))
    )
    return passed_on


def _tend(actor: Actor, referral: Referral) -> int:
    state = State(referral.state)
    if state in READABLE and not may_go(referral):
        take_step(actor, referral, Act.RECALL, State.RECALLED, reason=RecallReason.CONSENT)
        shut_door(referral)
        return 1
    lapse = lapses_at(referral)
    if state in TRANSITIONS[Act.EXPIRE][0] and lapse is not None and lapse <= now():
        take_step(actor, referral, Act.EXPIRE, State.EXPIRED)
        shut_door(referral)
        return 1
    owner = primary_of(referral.case)
    if state is not State.CLOSED and owner is not None and owner != referral.owner_id:
        due = referral.due_at
        settle_owner(actor, referral)
        referral.due_at = due
        referral.save()
        follow_up(actor, referral)
        return 1
    return 0
