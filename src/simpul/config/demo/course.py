"""The plan, the months of working together, and the end, through the acts of casework."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from simpul.casework.choices import ContactChannel
from simpul.casework.commands.advance_stage import advance_stage
from simpul.casework.commands.agree_plan import agree_plan
from simpul.casework.commands.approve_plan import approve_plan
from simpul.casework.commands.assign_worker import assign_worker
from simpul.casework.commands.draft_plan import ActionGiven, GoalGiven, NeedGiven, draft_plan
from simpul.casework.commands.rate_risk import rate_risk
from simpul.casework.commands.record_contact import ContactGiven, record_contact
from simpul.casework.commands.refuse_plan import refuse_plan
from simpul.casework.commands.review_case import review_case
from simpul.casework.commands.scale_goal import scale_goal
from simpul.casework.commands.set_commitment import set_commitment
from simpul.casework.commands.settle_commitment import settle_commitment
from simpul.casework.commands.settle_decision import settle_decision
from simpul.casework.models import Goal
from simpul.config.demo import phrases
from simpul.config.demo.life import LATE, Life, Moments
from simpul.config.demo.meeting import soon, touch
from simpul.config.demo.opening import make_safe

FIRST_SCORE = {"-2": 0.3, "-1": 0.7}


def make_plan(life: Life) -> Moments:
    """Draft, the client's answer, a supervisor's eyes; some plans are refused or come back first."""
    yield life.pace.between(1, 3)
    plan_id = _draft(life)
    touch(life, "plan", stays=life.goes_to == "plan")
    refusal = life.get("refusal")
    if refusal and life.lucky(0.45):
        yield life.pace.between(1, 3)
        refuse_plan(life.worker, plan_id, how="signed", client_words=life.say(refusal["words"]))
        yield life.pace.between(1, 3)
        plan_id = _draft(life, why=life.say(refusal["change"]))
    if not life.reaches("intervention") and life.lucky(0.35):
        return
    yield life.pace.between(1, 2)
    if not life.reaches("intervention") and not life.lucky(LATE):
        yield life.pace.today()
    _agree(life, plan_id)
    if not life.reaches("intervention") and life.lucky(0.4):
        return
    yield life.pace.between(1, 2)
    if life.lucky(0.08):
        approve_plan(life.supervisor, plan_id, approve=False, words=phrases.RETURNED)
        yield life.pace.between(1, 2)
        plan_id = _draft(life, why=phrases.CHANGED)
        yield life.pace.later()
        _agree(life, plan_id)
        yield life.pace.later(1)
    approve_plan(life.supervisor, plan_id, words=life.say(phrases.APPROVED))
    life.goals = list(Goal.objects.filter(plan_id=plan_id).order_by("position").values_list("id", flat=True))
    life.scores = [life.chance.choice([-2, -1, -1]) for _goal in life.goals]


def _draft(life: Life, why: str = "") -> uuid.UUID:
    needs = [NeedGiven(life.say(words)) for words in life.get("needs")]
    goals = [
        GoalGiven(
            client_words=life.say(goal["words"]), need=goal.get("need", place if place < len(needs) else 0),
            measure=life.say(goal["measure"]), baseline=life.say(goal["baseline"]),
            target=life.say(goal["target"]), target_on=life.pace.in_days(goal.get("days", 90)),
            steps={str(step): life.say(words) for step, words in goal["steps"].items()},
        )
        for place, goal in enumerate(life.get("goals"))
    ]  # fmt: skip
    actions = [
        ActionGiven(
            whose, life.say(what), life.pace.in_days(life.chance.randint(5, 30)),
            goal=place % len(goals),
        )
        for place, (whose, what) in enumerate(life.get("actions") or [])
    ]  # fmt: skip
    life.review_on = life.pace.in_days(life.chance.choice([30, 45, 60]))
    return draft_plan(
        life.worker, life.case_id, needs=needs, goals=goals, actions=actions,
        review_on=life.review_on,
        horizon=life.text("horizon") or "short", change_reason=why,
    )  # fmt: skip


def _agree(life: Life, plan_id: uuid.UUID) -> None:
    words = life.text("agreed") or life.say(phrases.AGREED)
    if life.get("guardian"):
        agree_plan(life.worker, plan_id, how="guardian", client_words=words)
    elif life.lucky(0.3):
        agree_plan(
            life.worker, plan_id, how="spoken", client_words=words, witness=life.say(phrases.WITNESS_PLAN)
        )
    else:
        agree_plan(life.worker, plan_id, how="signed", client_words=words)


def accompany(life: Life) -> Moments:
    """Contact after contact, goals scaled, promises made and kept, now and then a review."""
    yield life.pace.later(1)
    advance_stage(life.worker, life.case_id, to="intervention")
    if "volunteer" in life.marks:
        yield from _bring_the_volunteer(life)
    ends = life.until - timedelta(days=_before_the_end(life))
    meetings = 0
    while life.goes_to != "closed" or meetings < 5:
        wait = life.chance.randint(9, 16)
        if life.goes_to != "closed" and life.pace.moment + timedelta(days=wait) > ends:
            _meet(life, next_on=soon(life), ended=True)
            return
        _meet(life, next_on=life.pace.in_days(wait))
        meetings += 1
        yield life.pace.later(wait)
        yield from _keep_word(life)
        if meetings % 3 == 0:
            yield from _measure(life)
        if meetings % 3 == 1:
            yield from _promise(life)


def _bring_the_volunteer(life: Life) -> Moments:
    """Somebody of the village joins the team and looks in; she writes down what she sees."""
    volunteer = life.house.staff["relawan"]
    assign_worker(
        life.supervisor, life.case_id, staff_id=volunteer.id, role="co", reason="Menengok dari dekat di desa."
    )
    yield life.pace.later(2)
    record_contact(
        life.house.actors["relawan"], life.case_id,
        contact=ContactGiven(
            channel="home_visit", role="broker", setting=life.text("setting"), level="micro",
            happened_at=life.pace.moment - timedelta(minutes=40), observation=life.say(phrases.LOOKED_IN),
            client_words=life.say(phrases.LOOKED_IN_SAID), minutes=30, next_on=soon(life),
        ),
    )  # fmt: skip


def _before_the_end(life: Life) -> int:
    """How many days before today the months of working together end, for lives that went further."""
    if life.goes_to == "intervention":
        return 25 if life.lucky(0.06) else 0  # nobody came for a while: overdue dates for the lists
    low, high = {"review": (4, 12), "termination": (12, 20)}.get(life.goes_to, (25, 120))
    return life.chance.randint(low, high)


def _keep_word(life: Life) -> Moments:
    """What fell due meanwhile: decisions of the conference, the review, the safety plan."""
    for due_on, decision_id in [one for one in life.promised if one[0] <= life.pace.day]:
        life.promised.remove((due_on, decision_id))
        settle_decision(life.worker, decision_id)
    if life.review_on and life.review_on <= life.pace.in_days(10):
        yield from _look_back(life)
    if life.safe_until <= life.pace.in_days(10):
        yield from make_safe(life)


def _meet(life: Life, next_on: date, *, ended: bool = False) -> None:
    told = life.get("contacts")
    fresh = [one for one in told if str(one["saw"]) not in life.told]
    if (not ended and not fresh and life.lucky(0.4)) or life.lucky(0.05):
        record_contact(life.worker, life.case_id, contact=_aside(life, next_on))
        return
    meeting = fresh[0] if fresh else life.chance.choice(told[len(told) // 2 :])
    life.told.add(str(meeting["saw"]))
    record_contact(
        life.worker,
        life.case_id,
        contact=ContactGiven(
            channel=meeting.get("channel", "home_visit"), role=meeting.get("role", "enabler"),
            setting=life.text("setting"), level=meeting.get("level", "micro"),
            happened_at=life.pace.moment - timedelta(minutes=life.chance.randint(20, 120)),
            client_words=life.say(meeting.get("said")), observation=life.say(meeting["saw"]),
            interpretation=life.say(meeting.get("think")), place=life.say(meeting.get("place")),
            minutes=life.chance.choice([25, 30, 40, 45, 60, 75]), present=life.say(meeting.get("present")),
            next_step=life.say(meeting.get("next")), next_on=next_on,
        ),
    )  # fmt: skip


def _aside(life: Life, next_on: date) -> ContactGiven:
    """A visit that met nobody, or a note between two meetings."""
    missed = life.lucky(0.5)
    return ContactGiven(
        channel="home_visit" if missed else ContactChannel.NOTE.value, role="broker",
        setting=life.text("setting"), level="micro" if missed else "mezzo",
        happened_at=life.pace.moment - timedelta(minutes=15), reached=not missed,
        observation=life.say(phrases.NOT_MET if missed else phrases.NOTES), next_on=next_on,
    )  # fmt: skip


def _measure(life: Life) -> Moments:
    """Each goal scaled with the client; mostly better than last time, now and then a step back."""
    yield life.pace.later()
    for place, goal_id in enumerate(life.goals):
        goal = life.get("goals")[min(place, len(life.get("goals")) - 1)]
        step = life.chance.choices([-1, 0, 1], [0.12, 0.28, 0.6])[0]
        ceiling = 2 if life.lucky(0.2) else 1
        life.scores[place] = score = max(-2, min(ceiling, life.scores[place] + step))
        steps = {int(key): words for key, words in goal["steps"].items()}
        fact = life.say(steps.get(score) or (goal["baseline"] if score < 0 else goal["target"]))
        own = max(-2, min(2, score + life.chance.choice([-1, 0, 0, 0, 1])))
        scale_goal(life.worker, goal_id, score=score, fact=fact, client_score=own)


def _promise(life: Life) -> Moments:
    yield life.pace.later()
    action_id = set_commitment(
        life.worker, life.case_id, whose=life.chance.choices(["worker", "client", "family"], [3, 1, 1])[0],
        what=life.say(phrases.PROMISES), due_on=life.pace.in_days(life.chance.randint(3, 10)),
        goal_id=life.goals[0] if life.goals else None,
    )  # fmt: skip
    yield life.pace.between(1, 3)
    kept = life.lucky(0.85)
    outcome = life.say(phrases.KEPT) if kept else phrases.NOT_KEPT
    settle_commitment(life.worker, action_id, kept=kept, outcome=outcome)


def _look_back(life: Life) -> Moments:
    yield life.pace.later(1)
    life.review_on = life.pace.in_days(life.chance.randint(30, 60))
    review_case(
        life.worker, life.case_id, progress=life.text("review", "progress"),
        client_view=life.text("review", "view"), obstacles=life.text("review", "obstacles"),
        outcome="continue", next_review_on=life.review_on,
    )  # fmt: skip


def review(life: Life) -> Moments:
    """The review that asks whether it may end: goals scaled, risk rated again, the client's view."""
    yield life.pace.between(2, 6)
    yield from _keep_word(life)
    advance_stage(life.worker, life.case_id, to="review")
    touch(life, "review", stays=True)
    if not life.reaches("termination") and life.lucky(0.4):
        return
    life.scores = [max(score, life.chance.choice([-1, 0, 0, 0])) for score in life.scores]
    yield from _measure(life)
    yield life.pace.later()
    rate_risk(life.worker, life.case_id, level="low")
    touch(life, "review", stays=True)  # a risk rated anew asks for a contact
    if not life.reaches("termination") and life.lucky(0.5):
        return
    yield life.pace.later(1)
    review_case(
        life.worker, life.case_id, progress=life.text("review", "progress"), outcome="end",
        client_view=life.text("review", "view"), obstacles=life.text("review", "obstacles"),
    )  # fmt: skip
    if life.reaches("termination"):
        yield life.pace.between(2, 5)
        advance_stage(life.worker, life.case_id, to="termination")
