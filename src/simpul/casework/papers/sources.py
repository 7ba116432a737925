"""The records of a case that papers are made of; each is read once, and only when a paper asks."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext

from simpul.casework import people
from simpul.casework.above import heads_at
from simpul.casework.models import (
    AftercareVisit,
    Assessment,
    Case,
    Closure,
    Conference,
    Contact,
    Handover,
    Plan,
    PlannedAction,
    Review,
    RiskRating,
    SafetyPlan,
    SafetyScreen,
)
from simpul.casework.pictures import PlanPicture, plan_picture
from simpul.documents.kinds import Signer, Subject
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import N_
from simpul.registry.models import Alias, Membership, Person, Relationship
from simpul.workforce.models import Credential, Staff

ADULT = 18
SIGNS_OF_VIOLENCE = ("violence", "person_near", "weapon")


@dataclass
class Sources:
    """What the file holds, for one paper. ``veil`` is the writer's wish to name nobody."""

    actor: Actor
    case: Case
    veil: bool = False

    @property
    def client(self) -> Person | None:
        found: Person | None = self.case.client
        return found

    @cached_property
    def is_child(self) -> bool:
        born = self.client.birth_date if self.client else None
        if born is None:
            return False
        day = today()
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day)) < ADULT

    @cached_property
    def must_veil(self) -> bool:
        """Children, sealed persons and violence are never named (UU 11/2012 art. 19, UU 12/2022)."""
        sealed = bool(self.client and self.client.sealed)
        return self.is_child or sealed or self.violent

    @cached_property
    def violent(self) -> bool:
        """Whether any safety screen of the case tells of violence."""
        screens = SafetyScreen.objects.filter(case=self.case)
        return any((one.answers or {}).get(sign) == "yes" for one in screens for sign in SIGNS_OF_VIOLENCE)

    @cached_property
    def subject(self) -> Subject:
        protected = self.must_veil or self.veil
        client = self.client
        return Subject(
            name=client.display_name if client and client.display_name else "–",
            case_reference=self.case.reference,
            protected=protected,
            also_veiled=self._others() if protected and client else (),
        )

    def _others(self) -> tuple[str, ...]:
        """Call names, other names, parents, kin and household: whoever would give the client away."""
        client = self.client
        assert client is not None
        ties = Relationship.objects.filter(person=client) | Relationship.objects.filter(other=client)
        near = {one for tie in ties for one in (tie.person_id, tie.other_id)}
        roof = Membership.objects.filter(household__memberships__person=client)
        near |= set(roof.values_list("person_id", flat=True))
        ties_of_kin = Relationship.objects.filter(person__in=near) | Relationship.objects.filter(
            other__in=near
        )
        near |= {one for tie in ties_of_kin for one in (tie.person_id, tie.other_id)}
        names = [client.call_name, client.mother_maiden_name]
        for person in Person.objects.filter(pk__in=near - {client.id}).only("full_name", "call_name"):
            names += [person.full_name, person.call_name]
        names += Alias.objects.filter(person__in=near | {client.id}).values_list("name", flat=True)
        return tuple(dict.fromkeys(name for name in names if name))

    @cached_property
    def worker(self) -> Signer:
        staff_id = people.primary_of(self.case) or self.actor.staff_id
        return signer(staff_id, N_("Social worker"))

    @cached_property
    def head(self) -> Signer | None:
        heads = heads_at(self.case.office_id)
        return signer(heads[0], N_("Head of office")) if heads else None

    @cached_property
    def risk(self) -> RiskRating | None:
        found: RiskRating | None = RiskRating.objects.filter(case=self.case).order_by("-at", "-id").first()
        return found

    @cached_property
    def assessment(self) -> Assessment | None:
        written = Assessment.objects.filter(case=self.case).exclude(state="draft")
        found: Assessment | None = written.order_by("-submitted_at", "-id").first()
        return found

    @cached_property
    def plan(self) -> PlanPicture | None:
        plans = Plan.objects.filter(case=self.case).select_related("case", "agreement", "approval")
        found = plans.filter(state="approved").first() or plans.order_by("-number").first()
        return plan_picture(found) if found else None

    @property
    def any_plan(self) -> bool | None:
        """True when a plan was begun, else nothing: cheaper than the plan itself."""
        return Plan.objects.filter(case=self.case).exists() or None

    @cached_property
    def promises(self) -> list[PlannedAction]:
        found = PlannedAction.objects.filter(case=self.case).exclude(plan__state__in=["refused", "returned"])
        return list(found.order_by("due_on", "id"))

    @cached_property
    def contacts(self) -> list[Contact]:
        """Contacts that stand, the corrected ones left out."""
        found = Contact.objects.filter(case=self.case, corrected_by=None).exclude(channel="note")
        return list(found.order_by("happened_at", "id"))

    @cached_property
    def review(self) -> Review | None:
        found: Review | None = Review.objects.filter(case=self.case).order_by("-number").first()
        return found

    @cached_property
    def conference(self) -> Conference | None:
        held = Conference.objects.filter(case=self.case, state="held")
        found: Conference | None = held.order_by("-held_at").first()
        return found

    @cached_property
    def closure(self) -> Closure | None:
        found: Closure | None = Closure.objects.filter(case=self.case).order_by("-number").first()
        return found

    @cached_property
    def visits(self) -> list[AftercareVisit]:
        return list(AftercareVisit.objects.filter(case=self.case, state="planned").order_by("due_on"))

    @cached_property
    def handover(self) -> Handover | None:
        passed = Handover.objects.filter(case=self.case).exclude(state="declined")
        found: Handover | None = passed.order_by("-at", "-id").first()
        return found

    @cached_property
    def safety_plan(self) -> SafetyPlan | None:
        found: SafetyPlan | None = SafetyPlan.objects.filter(case=self.case).order_by("-number").first()
        return found


def signer(staff_id: uuid.UUID | None, post: str) -> Signer:
    """Somebody of the staff as she signs: titled name, post, STR or NIP."""
    staff = Staff.objects.select_related("post").filter(pk=staff_id).first() if staff_id else None
    if staff is None:
        return Signer(name="–", post=gettext(post))
    papers = Credential.objects.filter(staff=staff, kind="str").order_by("-issued_on")
    paper = papers.filter(expires_on__gte=today()).first() or papers.filter(expires_on=None).first()
    line = f"STR {paper.number}" if paper else f"NIP {staff.nip}" if staff.nip else ""
    return Signer(
        name=staff.titled_name, post=staff.post.title if staff.post else gettext(post), credential=line
    )
