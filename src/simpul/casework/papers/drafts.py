"""What the file already says, as first texts of a paper; the worker goes through them and rewords."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from simpul.casework.choices import EndReason, GivenBy, Risk, Stage, TeamRole
from simpul.casework.models import Assignment, OptionsSheet
from simpul.casework.papers.sources import Sources
from simpul.casework.rules.goal_scaling import STEPS
from simpul.documents.choices import Kind
from simpul.kernel.clock import WIB, today
from simpul.registry.choices import Sex, TieKind
from simpul.registry.models import Relationship
from simpul.safeguards.consent import GivenHow, Purpose, standing

Draft = dict[str, object]
LETTER_HOLDS = timedelta(days=30)  # a proposal; the worker writes the day
CAREGIVERS = (TieKind.PARENT, TieKind.ADOPTIVE_PARENT, TieKind.FOSTER_PARENT, TieKind.GUARDIAN)


def lines(texts: Iterable[str]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts if text and text.strip())


def pairs(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{left} | {right}" for left, right in rows)


def consent(file: Sources) -> Draft:
    found = standing(file.case.client_id, Purpose.CASEWORK).first() if file.case.client_id else None
    return {
        "benefits": lines(
            [_("Somebody stands by me and helps to find a way."), _("I decide about every step myself.")]
        ),
        "risks": lines([_("Some questions may be hard; I need not answer them.")]),
        "how": str(GivenHow(found.given_how).label) if found else "",
        "language_used": "Bahasa Indonesia",
        "guardian": found.guardian if found else "",
        "guardian_basis": found.guardian_basis if found else "",
        "witness": found.witness if found else "",
        "contact": _("The social worker named here, the head of the office, or the portal."),
    }


def contract(file: Sources) -> Draft:
    plan = file.plan
    goals = (
        [_("On the way to: %(goal)s") % {"goal": goal.client_words} for goal in plan.goals] if plan else []
    )
    return {
        "concern": file.case.presenting_words,
        "services": lines([_("Accompanying the client on the way to the goals of the plan."), *goals]),
        "office_duties": lines(
            [
                _("Keeping secret what is told."),
                _("Keeping appointments, or saying early when that is not possible."),
                *(one.what for one in file.promises if one.whose == "worker" and one.settled_at is None),
            ]
        ),
        "client_share": lines(
            [
                _("Telling what is needed, and saying when something does not fit."),
                *(one.what for one in file.promises if one.whose == "client" and one.settled_at is None),
            ]
        ),
        "starts": file.case.opened_at.astimezone(WIB).date(),
        "ends": plan.review_on if plan else None,
        "complaint_path": _("To the head of the office, in writing, by telephone or in the portal."),
    }


def assessment(file: Sources) -> Draft:
    one, plan = file.assessment, file.plan
    channels = dict.fromkeys(str(contact.get_channel_display()) for contact in file.contacts)
    first = file.contacts[0].happened_at if file.contacts else file.case.opened_at
    return {
        "assessed_from": min(first, one.at).astimezone(WIB).date() if one else None,
        "assessed_until": one.submitted_at.astimezone(WIB).date() if one and one.submitted_at else today(),
        "methods": lines([_("Conversation"), *channels]),
        "presenting_words": file.case.presenting_words,
        "strengths": lines((one.strengths if one else "").splitlines()),
        "needs": lines(need.words for need in plan.needs) if plan else "",
        "risk_level": risk_label(file),
        "risk_grounds": file.risk.reason if file.risk else "",
        "synthesis": one.interpretation if one else "",
        "recommendations": lines((one.recommendation if one else "").splitlines()),
        "client_view": one.client_words if one else "",
    }


def domain(file: Sources, code: str) -> str:
    """What the assessment says about one domain of life."""
    told = (file.assessment.domains or {}).get(code, {}) if file.assessment else {}
    return str(told.get("text", ""))


def social_report(file: Sources) -> Draft:
    client, one, plan = file.client, file.assessment, file.plan
    return {
        "child_sex": str(Sex(client.sex).label) if client and client.sex else "",
        "child_birth": str(client.birth_date.year) if client and client.birth_date else "",
        "guardians": pairs(_caregivers(file)),
        "case_summary": one.observation if one else "",
        "health_history": domain(file, "biological"),
        "behaviour_history": domain(file, "psychological"),
        "family": domain(file, "household"),
        "economy": domain(file, "resources"),
        "community_response": domain(file, "social"),
        "impact": domain(file, "psychological"),
        "needs": lines(need.words for need in plan.needs) if plan else "",
        "child_wishes": one.client_words if one else "",
        "risk": ": ".join(filter(None, (risk_label(file), domain(file, "risk")))),
        "conclusion": one.interpretation if one else "",
        "recommendations": lines((one.recommendation if one else "").splitlines()),
    }


def _caregivers(file: Sources) -> list[tuple[str, str]]:
    ties = Relationship.objects.filter(other=file.client, kind__in=CAREGIVERS, until=None)
    names = {"f": _("Mother"), "m": _("Father")}
    return [
        (
            _("Guardian of the child")
            if tie.kind == TieKind.GUARDIAN
            else names.get(tie.person.sex, _("Parent")),
            tie.person.full_name,
        )
        for tie in ties.select_related("person")
    ]


def plan(file: Sources) -> Draft:
    found = file.plan
    answer = found.answer if found else None
    family = [one.what for one in file.promises if one.whose == "family" and one.settled_at is None]
    said = ""
    if answer:
        view = _("The client agrees.") if answer.agreed else _("The client does not accept it.")
        how = f"({GivenBy(answer.how).label})"
        said = " ".join(filter(None, (view, how, answer.client_words)))
    return {"family_share": lines(family), "agreement": said}


def progress(file: Sources) -> Draft:
    review = file.review
    opened = file.case.opened_at.astimezone(WIB).date()
    return {
        "period_from": review.since if review else opened,
        "period_until": today(),
        "activities": lines(one.what for one in file.promises if one.kept),
        "changes": review.progress if review else "",
        "obstacles": review.obstacles if review else "",
        "risk": risk_label(file),
        "next_steps": lines(one.what for one in file.promises if one.settled_at is None),
        "client_view": review.client_view if review else "",
    }


def minutes(file: Sources) -> Draft:
    one = file.conference
    if one is None:
        return {}
    sheet = OptionsSheet.objects.filter(case=file.case).order_by("-number").first()
    lead = Assignment.objects.filter(case=file.case, role=TeamRole.SUPERVISOR, until=None)
    chair = lead.select_related("staff").first()
    return {
        "chair": chair.staff.titled_name if chair else file.worker.name,
        "held_at": one.planned_for.astimezone(WIB).strftime("%H.%M WIB"),
        "place": one.place,
        "facts": one.minutes,
        "client_view": one.client_words,
        "risk": risk_label(file),
        "options": lines(option.title for option in sheet.options.order_by("position")) if sheet else "",
        "dissent": one.dissent,
    }


def termination(file: Sources) -> Draft:
    one = file.closure
    goals = file.plan.goals if file.plan else ()
    outcomes = [
        (goal.client_words, _(STEPS[goal.latest.score]) if goal.latest else _("not scored")) for goal in goals
    ]
    return {
        "service_from": file.case.opened_at.astimezone(WIB).date(),
        "service_until": one.at.astimezone(WIB).date() if one else today(),
        "reason": str(EndReason(one.reason).label) if one else "",
        "summary": one.summary if one else "",
        "outcomes": pairs(outcomes),
        "remaining_needs": lines((one.remaining_need if one else "").splitlines()),
        "client_view": one.client_words if one else "",
        "re_entry": one.way_back if one else "",
        "complaint_path": one.complaint_path if one else "",
    }


def hand_over(file: Sources) -> Draft:
    one = file.handover
    told = _("The client was told.") if one and one.client_told else _("The client is still to be told.")
    stage = _("Stage: %(stage)s") % {"stage": Stage(file.case.stage).label}
    return {
        "handed_on": one.at.astimezone(WIB).date() if one else today(),
        "reason": one.reason if one else "",
        "items": lines(one.items or ()) if one else "",
        "risks": "; ".join(filter(None, (risk_label(file), stage))),
        "client_informed": told,
    }


def introduction(file: Sources) -> Draft:
    return {
        "valid_until": today() + LETTER_HOLDS,
        "contact": ", ".join(part for part in (file.worker.name, file.worker.post) if part),
    }


def statement(file: Sources) -> Draft:
    return {"since": file.case.opened_at.astimezone(WIB).date()}


def accompaniment(file: Sources) -> Draft:
    return {"accompanied_on": today()}


def nothing(file: Sources) -> Draft:
    return {}


def safety(file: Sources) -> Draft:
    parts = (file.safety_plan.parts or {}) if file.safety_plan else {}

    def told(*codes: str) -> str:
        return lines(text for code in codes for text in str(parts.get(code, "")).splitlines())

    return {
        "signs": told("signs"),
        "what_helps": told("own_steps", "surroundings"),
        "safe_places": told("places"),
        "people": told("people"),
        "to_take": told("things"),
        "children": told("children"),
        "numbers": told("services"),
    }


def risk_label(file: Sources) -> str:
    return str(Risk(file.case.risk).label) if file.case.risk else ""


DRAFTS: dict[Kind, Callable[[Sources], Draft]] = {
    Kind.INFORMED_CONSENT: consent,
    Kind.SERVICE_CONTRACT: contract,
    Kind.ASSESSMENT_REPORT: assessment,
    Kind.LAPORAN_SOSIAL: social_report,
    Kind.INTERVENTION_PLAN: plan,
    Kind.PROGRESS_REPORT: progress,
    Kind.CONFERENCE_MINUTES: minutes,
    Kind.TERMINATION_LETTER: termination,
    Kind.HAND_OVER: hand_over,
    Kind.GENOGRAM: nothing,
    Kind.ACCESS_REPORT: nothing,
    Kind.SAFETY_PLAN: safety,
    Kind.INTRODUCTION_LETTER: introduction,
    Kind.STATEMENT_LETTER: statement,
    Kind.ACCOMPANIMENT_LETTER: accompaniment,
}


def first_texts(file: Sources, kind: Kind) -> dict[str, str]:
    """The first texts of a paper; days as ISO."""
    return {
        name: value.isoformat() if isinstance(value, date) else str(value or "")
        for name, value in DRAFTS[kind](file).items()
    }
