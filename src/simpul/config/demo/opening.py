"""From the first contact to the plan in force, through the acts of casework."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from simpul.casework.choices import Domain
from simpul.casework.commands.advance_stage import advance_stage
from simpul.casework.commands.answer_invitation import answer_invitation
from simpul.casework.commands.assign_worker import assign_worker
from simpul.casework.commands.confirm_assessment import confirm_assessment
from simpul.casework.commands.convene_conference import Guest, convene_conference
from simpul.casework.commands.hold_conference import DecisionGiven, hold_conference
from simpul.casework.commands.offer_options import OptionGiven, offer_options
from simpul.casework.commands.rate_risk import rate_risk
from simpul.casework.commands.record_case_consent import ConsentGiven, record_case_consent
from simpul.casework.commands.record_decision import record_decision
from simpul.casework.commands.save_assessment_draft import save_assessment_draft
from simpul.casework.commands.skip_conference import skip_conference
from simpul.casework.commands.start_assessment import start_assessment
from simpul.casework.commands.submit_assessment import submit_assessment
from simpul.casework.commands.take_intake import take_intake
from simpul.casework.commands.write_safety_plan import write_safety_plan
from simpul.casework.models import ConferenceDecision, Invitation, Option
from simpul.casework.rules.risk import SCREEN, weighed
from simpul.config.demo.answering import answered, whole_person_form
from simpul.config.demo.life import LATE, Life, Moments
from simpul.config.demo.meeting import touch
from simpul.config.demo.phrases import (
    CONFERENCE_SKIPPED,
    CONFIRMED,
    EXPLAINED,
    NOT_ASSESSED,
    RISK_REASON,
    WITNESSES,
)
from simpul.registry.commands.seal_person import seal_person

GROUPS = ("identity", "contact", "family", "health", "economy", "education", "narrative", "plan")


def open_case(life: Life) -> Moments:
    """First contact, safety screen, consent, risk."""
    desk = not life.story.sealed and "DINSOS" in life.house.offices and life.lucky(0.25)
    desk = desk and life.house.staff[life.worker_login].office_id == life.house.staff["loket"].office_id
    staff = life.house.staff[life.worker_login]
    answers = {**dict.fromkeys(SCREEN, "no"), **(life.get("screen") or {})}
    actor = life.house.actors["loket"] if desk else life.worker
    unit = life.house.unit_of(life.worker_login)
    life.case_id = take_intake(
        actor,
        office_id=staff.office_id, unit_id=unit.id,
        region_code=life.client.household.village_code if life.client else staff.office.region_code,
        channel="walk_in" if desk else life.text("channel"), source=life.text("source"),
        setting=life.text("setting"), presenting_words=life.text("words"), screen=answers,
        screen_words=life.text("screen_words"), client_id=life.client_id,
        unknown_because="" if life.client else "no_papers", unknown_note=life.text("unknown_note"),
        reporter="" if desk else life.text("reporter"), level=life.text("level") or "micro",
        worker_id=None if desk else staff.id,
        consent=None if desk or life.lucky(0.3) or not life.client else _consent(life),
    )  # fmt: skip
    if life.story.sealed and life.client_id:
        team = (staff.id, life.house.staff[life.supervisor_login].id)
        seal_person(life.worker, life.client_id, team=team, reason=life.text("seal_reason"))
    if "unassigned" in life.marks and desk:
        return
    if desk:
        yield life.pace.later()
        assign_worker(
            life.supervisor, life.case_id, staff_id=staff.id, reason="Sesuai wilayah dan beban kasus."
        )
    yield life.pace.later()
    factors = list(life.get("risk", "factors") or [])
    level = life.text("risk", "level") or weighed(factors).value
    rate_risk(
        life.worker, life.case_id, level=level, factors=factors,
        reason="" if level == weighed(factors).value else life.text("risk", "reason") or life.say(RISK_REASON),
    )  # fmt: skip
    waited = life.until - life.pace.moment > timedelta(hours=3)
    if life.reaches("assessment") or life.lucky(LATE if not waited else 1 - LATE):
        touch(life, "intake", stays=not life.reaches("assessment"))
    if life.get("safety_plan"):
        yield from make_safe(life)


def make_safe(life: Life) -> Moments:
    """A safety plan, or the one before gone through again."""
    yield life.pace.later()
    parts = {code: life.say(words) for code, words in life.get("safety_plan").items()}
    life.safe_until = life.pace.in_days(life.chance.randint(14, 45))
    write_safety_plan(
        life.worker, life.case_id, parts=parts, review_on=life.safe_until,
        client_words=life.text("safety_words"),
    )  # fmt: skip


def _consent(life: Life, purpose: str = "casework") -> ConsentGiven:
    """Signed, spoken before a witness, by the guardian of a child; or the duty that is cited."""
    language = "en" if life.worker.language == "en" else "id"
    items = dict.fromkeys(GROUPS, True) | {"photographs": life.lucky(0.2), "economy": life.lucky(0.9)}
    facts: dict[str, Any] = {
        "items": items,
        "purpose": purpose,
        "language": language,
        "explained": life.say(EXPLAINED[language]),
    }
    article = life.text("duty")
    if article and purpose == "casework" and life.lucky(0.3):
        return ConsentGiven(given_how="not_needed", basis="legal_duty", legal_article=article, **facts)
    if life.get("guardian"):
        basis = life.text("guardian_basis") or "Orang tua"
        return ConsentGiven(
            given_how="guardian", guardian=life.text("guardian"), guardian_basis=basis, **facts
        )
    if life.lucky(0.3):
        return ConsentGiven(given_how="spoken", witness=life.say(WITNESSES), **facts)
    return ConsentGiven(given_how="signed", **facts)


def assess(life: Life) -> Moments:
    """Consent where it is still missing, the assessment, and the supervisor's eyes on it."""
    from simpul.safeguards.consent import stands

    yield life.pace.between(1, 3)
    if life.client_id and not stands(life.client_id, "casework"):
        record_case_consent(life.worker, life.case_id, consent=_consent(life))
    advance_stage(life.worker, life.case_id, to="assessment")
    if "just_arrived" in life.marks:
        return
    yield life.pace.later()
    form = whole_person_form(life)
    assessment_id = start_assessment(
        life.worker, life.case_id, kind=life.text("kind") or "holistic", instrument_version_id=form
    )
    version = save_assessment_draft(
        life.worker, assessment_id, version=1, domains=_domains(life), client_words=life.text("assessment", "said"),
        self_rating=life.chance.randint(2, 5),
    )  # fmt: skip
    if not life.reaches("conference") and life.lucky(0.5):
        touch(life, "assessment", stays=True)
        return
    yield life.pace.between(1, 4)
    if not life.reaches("conference") and not life.lucky(LATE):
        yield life.pace.today()
    version = save_assessment_draft(
        life.worker, assessment_id, version=version, observation=life.text("assessment", "saw"),
        interpretation=life.text("assessment", "think"), strengths=life.text("assessment", "strengths"),
        recommendation=life.text("assessment", "advise"), answers=answered(life) if form else None,
    )  # fmt: skip
    submit_assessment(life.worker, assessment_id, version=version)
    touch(life, "assessment", stays=life.goes_to in {"assessment", "conference"})
    if not life.reaches("conference"):
        return
    yield life.pace.between(1, 2)
    confirm_assessment(life.supervisor, assessment_id, words=life.say(CONFIRMED))


def _domains(life: Life) -> dict[str, dict[str, str]]:
    found = {}
    for code in Domain.values:
        words = life.text("domains", code)
        found[code] = {"text": words} if words else {"not_assessed": life.say(NOT_ASSESSED)}
    return found


def confer(life: Life) -> Moments:
    """The case is discussed with others, or there is no need to."""
    if not life.get("conference") or (life.goes_to != "conference" and life.lucky(0.35)):
        yield life.pace.later()
        skip_conference(life.worker, life.case_id, reason=life.say(CONFERENCE_SKIPPED))
        return
    yield life.pace.between(1, 3)
    record_case_consent(
        life.worker, life.case_id, consent=_consent(life, "conference")
    ) if life.client else None
    advance_stage(life.worker, life.case_id, to="conference")
    given = life.get("conference")
    worker, boss = life.house.staff[life.worker_login], life.house.staff[life.supervisor_login]
    outside = [Guest(name=life.say(name), capacity=life.say(capacity)) for name, capacity in given["guests"]]
    ahead = life.chance.randint(3, 6)
    planned = life.pace.moment + timedelta(
        days=ahead + (2 if (life.pace.moment.weekday() + ahead) % 7 > 4 else 0)
    )
    conference_id = convene_conference(
        life.worker, life.case_id, planned_for=planned.replace(hour=10, minute=0),
        place=life.say(given.get("place", "Ruang rapat kantor")), purpose=life.say(given["purpose"]),
        guests=[Guest(staff_id=worker.id), Guest(staff_id=boss.id), *outside],
    )  # fmt: skip
    yield life.pace.later()
    invitations = list(Invitation.objects.filter(conference_id=conference_id).order_by("position"))
    answer_invitation(life.supervisor, invitations[1].id, answer="coming")
    if not life.reaches("plan"):
        return
    life.pace.moment = planned.replace(hour=11, minute=30)
    yield life.pace.moment
    came = [one.id for one in invitations if one.staff_id or life.lucky(0.8)]
    hold_conference(
        life.worker, conference_id, attended=came, pledged=came, minutes=life.say(given["minutes"]),
        decisions=[
            DecisionGiven(life.say(what), came[place % len(came)], life.pace.in_days(life.chance.randint(7, 21)))
            for place, what in enumerate(given["decisions"])
        ],
        client_present=bool(given.get("client_words")), client_words=life.say(given.get("client_words")),
        dissent=life.say(given.get("dissent")),
    )  # fmt: skip
    yield life.pace.later()
    advance_stage(life.worker, life.case_id, to="plan")
    for decision in ConferenceDecision.objects.filter(conference_id=conference_id):
        life.promised.append((decision.due_on, decision.id))


def choose(life: Life) -> Moments:
    """The options sheet and what the client decided, which need not be what was advised."""
    given = life.get("options")
    if not given:
        return
    yield life.pace.between(1, 3)
    ways = [
        OptionGiven(
            life.say(way[0]), life.say(way[1]), life.say(way[2]), advised=place == given.get("advised", 0)
        )
        for place, way in enumerate(given["ways"])
    ]
    sheet_id = offer_options(
        life.worker, life.case_id, question=life.say(given["question"]), information=life.say(given["information"]),
        options=ways, advice=life.say(given.get("advice")), present=life.say(given.get("present")),
    )  # fmt: skip
    decision = life.chance.choice(given["decisions"])
    if decision.get("first_later"):
        record_decision(life.worker, sheet_id, choice="later", client_words=life.say(decision["first_later"]))
        yield life.pace.between(2, 4)
    choice = decision.get("choice", "option")
    chosen = Option.objects.filter(sheet_id=sheet_id, position=decision.get("way", 0) + 1).first()
    record_decision(
        life.worker, sheet_id, choice=choice, client_words=life.say(decision["words"]),
        option_id=chosen.id if chosen and choice == "option" else None,
    )  # fmt: skip
