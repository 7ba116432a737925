"""Who answers for a case, who the client is, and the case's way from stage to stage."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.utils.translation import gettext as _

from simpul.casework.choices import Stage
from simpul.casework.commands.advance_stage import advance_stage as advance
from simpul.casework.commands.assign_worker import assign_worker as assign
from simpul.casework.commands.identify_client import identify_client as identify
from simpul.casework.commands.skip_conference import skip_conference as skip
from simpul.casework.queries.caseloads import unit_caseloads
from simpul.registry.queries.search import search_persons
from simpul.web.desk.casework import picture
from simpul.web.desk.casework.act_page import act_page, bound, open_file
from simpul.web.desk.casework.team_forms import AssignForm, IdentifyForm, SkipForm, StageForm
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.queries.colleagues import colleagues


@at_desk("GET", "POST")
def assign_worker(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Choose who answers for the case, with everybody's caseload in sight."""
    file = open_file(request, case_id, "assign_worker")
    form = bound(request, AssignForm, initial={"role": "primary"})
    return act_page(
        request,
        file,
        form,
        lambda: assign(request.actor, case_id, **form.facts),
        heading=_("Assign a worker"),
        submit=_("Assign"),
        said=_("Assigned. The worker has been told."),
        lead=_("The bar shows how much of a full caseload somebody carries, weighed by risk and stage."),
        template="desk/casework/assign_worker.html",
        workers=picture.workers(
            colleagues(request.actor, able_to="casework.case_file"), unit_caseloads(request.actor)
        ),
        chosen=str(form["staff_id"].value() or ""),
    )


@at_desk("GET", "POST")
def identify_client(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Link the case to a person on file, once it is known who the client is."""
    file = open_file(request, case_id, "identify_client")
    form = bound(request, IdentifyForm)
    sought = {name: str(form[name].value() or "")[:160] for name in ("name", "birth", "nik")}
    rows = search_persons(request.actor, **sought) if any(sought.values()) else ()
    return act_page(
        request,
        file,
        form,
        lambda: identify(request.actor, case_id, client_id=form.facts["client_id"]),
        heading=_("Who is the client?"),
        submit=_("This is the client"),
        said=_("The case now belongs to this person; its texts are locked with the person's own key."),
        lead=_("Look for the person first. A case never moves from one person to another."),
        template="desk/casework/identify_client.html",
        rows=rows,
        searched=any(sought.values()),
        chosen=str(form["client_id"].value() or ""),
        register_url=picture.act_url("register_person"),
    )


@at_desk("GET", "POST")
def advance_stage(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Take the case a stage on when nothing is missing, or back with a reason."""
    file = open_file(request, case_id, "advance_stage")
    progress = file.progress
    forward = tuple(code for code in progress.forward if code != Stage.AFTERCARE)
    facts = {"forward": forward, "back": progress.back}
    form = bound(
        request, StageForm, initial={"to": forward[0]} if forward and progress.ready else {}, **facts
    )
    return act_page(
        request,
        file,
        form,
        lambda: advance(request.actor, case_id, **form.facts),
        heading=_("Move the case on"),
        submit=_("Move"),
        said=_("The case has moved."),
        template="desk/casework/advance_stage.html",
        missing=picture.missing(file),
        closes=picture.act_url("close_case", case_id) if len(forward) < len(progress.forward) else "",
        movable=bool((forward and progress.ready) or progress.back or form.is_bound),
    )


@at_desk("GET", "POST")
def skip_conference(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Go on to the plan without a conference."""
    file = open_file(request, case_id, "skip_conference")
    form = bound(request, SkipForm)
    return act_page(
        request,
        file,
        form,
        lambda: skip(request.actor, case_id, **form.facts),
        heading=_("Go on without a conference"),
        submit=_("Go on to the plan"),
        said=_("The case is at the plan now."),
        lead=_("The assessment must be whole all the same. The reason stays readable in the history."),
        template="desk/casework/skip_conference.html",
        missing=picture.missing(file) if file.row.stage == Stage.ASSESSMENT else (),
    )
