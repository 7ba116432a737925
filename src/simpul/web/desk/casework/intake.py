"""Somebody comes for help: at most two screens, done in two minutes, also without JavaScript.

The buttons send ``do``: ``next`` (the safety questions are answered), ``search`` (who on file may it be),
``back``, ``save``. Whatever was typed travels with the page, and is kept as a draft besides.
"""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.commands.take_intake import take_intake as open_case
from simpul.casework.queries.form_words import suggest_risk
from simpul.kernel.actor import Actor, Scope
from simpul.registry.commands.register_person import register_person
from simpul.registry.queries.search import CandidateRow, Candidates, find_duplicates, search_persons
from simpul.safeguards.permissions import may, standing_grants
from simpul.web.desk.casework.intake_form import NEW, UNKNOWN, IntakeForm, as_typed, start
from simpul.web.desk.door import at_desk
from simpul.web.desk.drafting import draft_of, perform_and_forget
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.queries.office_tree import office_card

SHOWN = 8


@at_desk("GET", "POST")
def take_intake(request: ActorRequest) -> HttpResponse:
    """Safety first, then who, how and with which words."""
    actor = request.actor
    if not may(actor, "casework.take_intake"):
        raise Http404
    step = request.POST.get("do", "next") if request.method == "POST" else ""
    form = _form_for(request, step)
    if step == "save" and form.screened and _looked_first(actor, form):
        answer = perform_and_forget(
            request, form, lambda: _open(actor, form), lambda made: _after(request, form, made)
        )
        if answer:
            return answer
    if step in {"", "back"} or not form.screened:
        if form.is_bound:
            form.keep_only_screen_faults()
        return render(request, "desk/casework/intake_safety.html", {"form": form}, status=form.status)
    return render(request, "desk/casework/intake_who.html", _second(actor, form), status=form.status)


def _form_for(request: ActorRequest, step: str) -> IntakeForm:
    """Judged only when it is sent; turning pages and searching find no fault with what is still empty."""
    kept = {**start(request.actor), **draft_of(request, request.path)}
    form = IntakeForm(initial={**kept, **as_typed(request.POST)}, actor=request.actor)
    if request.method == "POST":
        form.initial["mine"] = "mine" in request.POST if "presenting_words" in request.POST else kept["mine"]
    if step == "save" or (step and not form.screened and step != "back"):
        form = IntakeForm(request.POST, actor=request.actor)
        form.is_valid()
    form.draft_key = request.path
    return form


def _second(actor: Actor, form: IntakeForm) -> dict[str, object]:
    """The second screen: how urgent, who it may be, and the rest of the questions."""
    found, rows = _candidates(actor, form)
    who = str(form["who"].value() or "")
    named = bool(str(form["full_name"].value() or "").strip())
    if not who and named and not rows:
        who = NEW
    return {
        "form": form,
        "risk": suggest_risk(actor, screen=form.screen),
        "rows": rows,
        "token": found.token,
        "strong": found.strong,
        "who": who,
        "searched": named or bool(form["nik"].value()),
    }


def _candidates(actor: Actor, form: IntakeForm) -> tuple[Candidates, tuple[CandidateRow, ...]]:
    """Who on file may be meant: likely doubles first, then whose name begins like this."""
    facts = {
        name: str(form[name].value() or "")[:160]
        for name in ("full_name", "call_name", "birth", "sex", "nik")
    }
    name, called, birth, sex, nik = facts.values()
    if not (name.strip() or nik.strip()):
        return Candidates((), ""), ()
    doubles = find_duplicates(actor, full_name=name, call_name=called, birth=birth, sex=sex, nik=nik)
    known = {row.person_id for row in doubles.rows}
    others = search_persons(actor, name=name, birth=birth, sex=sex, nik=nik)
    rows = (*doubles.rows, *(row for row in others if row.person_id not in known))
    return doubles, rows[:SHOWN]


def _looked_first(actor: Actor, form: IntakeForm) -> bool:
    """No second file is made for somebody before those who look alike were shown once."""
    if not form.is_valid() or form.facts["who"] != NEW:
        return True
    doubles, _rows = _candidates(actor, form)
    unseen = {str(row.person_id) for row in doubles.rows[:SHOWN]} - set(str(form.facts["looked"]).split())
    if unseen:
        form.refusal = _("Somebody on file looks much like this. Look at the list, then choose.")
    return not unseen


def _open(actor: Actor, form: IntakeForm) -> uuid.UUID:
    """Register who is new and open the case, both or neither."""
    facts = form.facts
    assert actor.office_id is not None  # whoever may take an intake works in an office
    office = office_card(actor, office_id=actor.office_id)
    client_id = form.chosen
    if facts["who"] == NEW:
        client_id = register_person(actor, **form.person)
    return open_case(
        actor,
        office_id=actor.office_id,
        unit_id=actor.unit_id,
        region_code=office.region_code if office else "",
        client_id=client_id,
        unknown_because=facts["unknown_because"] if facts["who"] == UNKNOWN else "",
        unknown_note=facts["unknown_note"] if facts["who"] == UNKNOWN else "",
        screen=form.screen,
        worker_id=actor.staff_id if facts["mine"] else None,
        **{
            name: facts[name]
            for name in ("channel", "source", "setting", "presenting_words", "reporter", "screen_words")
        },
    )


def _after(request: ActorRequest, form: IntakeForm, made: str) -> str:
    """On to the case, unless somebody else will accompany it and the writer cannot open it."""
    grants = standing_grants(request.actor, "casework.case_file")
    if grants and (form.facts["mine"] or any(grant.scope is not Scope.OWN for grant in grants)):
        messages.success(request, _("The case is open. What comes next stands below the stages."))
        return reverse("case", args=[made])
    messages.success(request, _("The case is open. The unit has been asked to assign a worker."))
    return reverse("desk_home")
