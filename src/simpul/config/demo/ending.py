"""Termination, aftercare, the closed file; and ends that come early."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from simpul.casework.commands.advance_stage import advance_stage
from simpul.casework.commands.close_case import close_case
from simpul.casework.commands.record_aftercare import record_aftercare
from simpul.casework.commands.reopen_case import reopen_case
from simpul.casework.models import AftercareVisit
from simpul.config.demo import phrases
from simpul.config.demo.life import Life, Moments
from simpul.config.demo.meeting import touch
from simpul.kernel.clock import WIB


def end(life: Life, reason: str = "goal_met") -> Moments:
    """The termination with the client's own view of it, then the visits of aftercare."""
    yield life.pace.between(2, 6)
    agrees = reason in {"goal_met", "refused", "referred"}
    close_case(
        life.worker, life.case_id, reason=reason, view="agrees" if agrees else "not_reached",
        summary=life.text("closing", "summary"), way_back=phrases.WAY_BACK,
        complaint_path=phrases.COMPLAINT_PATH, remaining_need=life.text("closing", "need"),
        client_words=(life.text("closing", "words") or life.say(phrases.END_WORDS)) if agrees else "",
    )  # fmt: skip
    yield from _visits(life)


def _visits(life: Life) -> Moments:
    visits = list(AftercareVisit.objects.filter(case_id=life.case_id).order_by("due_on"))
    for visit in visits:
        due = datetime.combine(visit.due_on, time(9, 30), tzinfo=WIB) + timedelta(
            days=life.chance.randint(-2, 2)
        )
        life.pace.moment = max(due, life.pace.moment)
        if life.goes_to == "aftercare" and life.until - due < timedelta(days=12) and life.lucky(0.6):
            return
        yield life.pace.later()
        situation = life.chance.choices(["better", "same", "worse"], [6, 3, 1])[0]
        seen, said = phrases.AFTER[situation]
        record_aftercare(
            life.worker,
            visit.id,
            situation=situation,
            observation=life.say(seen),
            client_words=life.say(said),
        )
        if situation == "worse" and life.lucky(0.5):
            yield life.pace.between(1, 3)
            reopen_case(life.worker, life.case_id, reason=phrases.REOPENED)
            yield life.pace.later()
            touch(life, "intake", stays=True)
            return
    if visits and life.reaches("closed"):
        yield life.pace.between(2, 10)
        advance_stage(life.worker, life.case_id, to="closed")
