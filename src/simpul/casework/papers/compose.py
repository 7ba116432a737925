"""The paper itself: the worker's texts, and what the file says about goals, people, days and consents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from simpul.casework.choices import ContactChannel, Domain, PracticeRole, Whose
from simpul.casework.errors import Faults
from simpul.casework.models import ConferenceDecision, Invitation
from simpul.casework.papers.fields import DAY, LIST, PAIRS, PAPER_FIELDS
from simpul.casework.papers.sources import Sources, signer
from simpul.documents import kinds as k
from simpul.documents.choices import Kind
from simpul.kernel.clock import WIB
from simpul.kernel.text import N_
from simpul.safeguards.consent import FieldGroup, Purpose, standing
from simpul.workforce.models import Staff

Facts = dict[str, Any]
Answers = Mapping[str, object]


def read(kind: Kind, answers: Answers) -> Facts:
    """The worker's texts in the shapes that the paper wants; every fault is told at once."""
    faults, facts = Faults(), Facts()
    for field in PAPER_FIELDS[kind]:
        told = answers.get(field.name)
        if field.shape == DAY:
            facts[field.name] = _day(told, field.name, faults)
        elif field.shape == LIST:
            facts[field.name] = tuple(line.strip() for line in str(told or "").splitlines() if line.strip())
        elif field.shape == PAIRS:
            facts[field.name] = tuple(_pair(line) for line in str(told or "").splitlines() if line.strip())
        else:
            facts[field.name] = str(told or "").strip()
        if field.required and not facts[field.name] and field.name not in {one.field for one in faults.found}:
            faults.need(**{field.name: None})
    faults.settle()
    return facts


def _day(told: object, name: str, faults: Faults) -> date | None:
    if isinstance(told, date):
        return told
    if not told:
        return None
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        faults.add(name, N_("Write the day as it stands in a calendar."))
        return None


def _pair(line: str) -> tuple[str, str]:
    left, _bar, right = line.partition("|")
    return left.strip(), right.strip() or "–"


def local(moment: datetime) -> date:
    return moment.astimezone(WIB).date()


def consent(file: Sources, frame: Facts, facts: Facts) -> k.InformedConsent:
    purposes = []
    for purpose in (Purpose.CASEWORK, Purpose.SHARING, Purpose.CONFERENCE):
        found = standing(file.case.client_id, purpose).first() if file.case.client_id else None
        items = {one.field_group: one.allowed for one in found.items.all()} if found else {}
        allowed = [str(FieldGroup(code).label) for code, yes in items.items() if yes]
        purposes.append(
            k.ConsentedPurpose(
                purpose=str(purpose.label),
                data="; ".join(allowed) or _("to be agreed"),
                recipients=(found.recipient if found else "") or _("the social worker and the supervisor"),
                until=local(found.stands_until) if found and found.stands_until else None,
                granted=True if found else None,
            )
        )
    pictures = file.case.client_id and standing(file.case.client_id, Purpose.PHOTO).exists()
    media = ((str(Purpose.PHOTO.label), True if pictures else None),)
    return k.InformedConsent(**frame, **facts, purposes=tuple(purposes), media=media)


def contract(file: Sources, frame: Facts, facts: Facts) -> k.ServiceContract:
    return k.ServiceContract(**frame, **facts)


def assessment(file: Sources, frame: Facts, facts: Facts) -> k.AssessmentReport:
    told = (file.assessment.domains or {}) if file.assessment else {}
    domains = tuple(
        k.AssessedDomain(
            name=str(Domain(code).label),
            observation=str(told[code].get("text", "")),
            not_assessed=str(told[code].get("not_assessed", "")),
        )
        for code in Domain.values
        if code in told
    )
    return k.AssessmentReport(**frame, **facts, domains=domains)


def social_report(file: Sources, frame: Facts, facts: Facts) -> k.LaporanSosial:
    return k.LaporanSosial(**frame, **facts)


def plan(file: Sources, frame: Facts, facts: Facts) -> k.InterventionPlan:
    found = file.plan
    assert found is not None
    goals = tuple(
        k.PlannedGoal(
            words=goal.client_words,
            indicator=goal.measure,
            baseline=goal.baseline,
            target=goal.target,
            actions=tuple(
                k.PlannedAction(what=one.what, owner=str(Whose(one.whose).label), due=one.due_on)
                for one in goal.actions
            ),
        )
        for goal in found.goals
    )
    return k.InterventionPlan(**frame, **facts, version=found.number, goals=goals, review_on=found.review_on)


def progress(file: Sources, frame: Facts, facts: Facts) -> k.ProgressReport:
    first, last = facts["period_from"], facts["period_until"]
    if last < first:
        faults = Faults()
        faults.add("period_until", N_("The period ends before it begins."))
        faults.settle()
    contacts = tuple(
        (
            local(one.happened_at),
            str(ContactChannel(one.channel).label),
            str(PracticeRole(one.role).label),
        )
        for one in file.contacts
        if first <= local(one.happened_at) <= last
    )
    goals = []
    for goal in file.plan.goals if file.plan else ():
        before = [one for one in goal.scores if one.on < first]
        until = [one for one in goal.scores if one.on <= last]
        start = before[-1] if before else until[0] if len(until) > 1 else None
        goals.append(
            k.GoalProgress(
                goal=goal.client_words,
                before=start.score if start else None,
                now=until[-1].score if until else None,
                remark=until[-1].fact if until else "",
            )
        )
    return k.ProgressReport(**frame, **facts, contacts=contacts, goals=tuple(goals))


def minutes(file: Sources, frame: Facts, facts: Facts) -> k.ConferenceMinutes:
    one = file.conference
    assert one is not None and one.held_at is not None
    asked = list(Invitation.objects.filter(conference=one).order_by("position"))
    staff_ids = [guest.staff_id for guest in asked if guest.staff_id]
    staff = {person.id: person.titled_name for person in Staff.objects.filter(pk__in=staff_ids)}
    names = {guest.id: (staff.get(guest.staff_id) if guest.staff_id else "") or guest.name for guest in asked}
    decided = ConferenceDecision.objects.filter(conference=one).order_by("position")
    chair = k.Signer(name=facts.pop("chair"), post=_("Chair of the conference"))
    return k.ConferenceMinutes(
        **frame,
        **facts,
        held_on=local(one.held_at),
        chair=chair,
        attendees=tuple(
            k.Attendee(
                name=names[guest.id] or "–",
                capacity=guest.capacity or (_("Staff") if guest.staff_id else "–"),
                pledged=guest.pledged,
                present=bool(guest.attended),
            )
            for guest in asked
        ),
        decisions=tuple(
            k.Decision(what=row.what, owner=names.get(row.owner_id) or "–", due=row.due_on) for row in decided
        ),
    )


def termination(file: Sources, frame: Facts, facts: Facts) -> k.TerminationLetter:
    dates = tuple((visit.due_on, _("We ask how you are.")) for visit in file.visits)
    return k.TerminationLetter(**frame, **facts, after_care=dates)


def hand_over(file: Sources, frame: Facts, facts: Facts) -> k.HandOver:
    one = file.handover
    assert one is not None
    frame["worker"] = signer(one.from_staff_id, N_("Social worker"))
    facts["items"] = tuple(k.HandedItem(what=item) for item in facts["items"])
    return k.HandOver(
        **frame,
        **facts,
        receiver=signer(one.to_staff_id, N_("Social worker")),
        open_tasks=tuple((row.what, row.due_on) for row in file.promises if row.settled_at is None),
    )


def introduction(file: Sources, frame: Facts, facts: Facts) -> k.IntroductionLetter:
    return k.IntroductionLetter(**frame, **facts)


def statement(file: Sources, frame: Facts, facts: Facts) -> k.StatementLetter:
    return k.StatementLetter(**frame, **facts)


def accompaniment(file: Sources, frame: Facts, facts: Facts) -> k.AccompanimentLetter:
    return k.AccompanimentLetter(**frame, **facts)


def safety(file: Sources, frame: Facts, facts: Facts) -> k.SafetyPlan:
    return k.SafetyPlan(**frame, **facts)


COMPOSERS: dict[Kind, Callable[[Sources, Facts, Facts], k.Paper]] = {
    Kind.INFORMED_CONSENT: consent,
    Kind.SERVICE_CONTRACT: contract,
    Kind.ASSESSMENT_REPORT: assessment,
    Kind.LAPORAN_SOSIAL: social_report,
    Kind.INTERVENTION_PLAN: plan,
    Kind.PROGRESS_REPORT: progress,
    Kind.CONFERENCE_MINUTES: minutes,
    Kind.TERMINATION_LETTER: termination,
    Kind.HAND_OVER: hand_over,
    Kind.SAFETY_PLAN: safety,
    Kind.INTRODUCTION_LETTER: introduction,
    Kind.STATEMENT_LETTER: statement,
    Kind.ACCOMPANIMENT_LETTER: accompaniment,
}
