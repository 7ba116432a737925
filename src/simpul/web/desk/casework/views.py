"""The list of cases and the page of one case."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from simpul.casework.queries.case_file import case_file
from simpul.casework.queries.caseloads import find_cases
from simpul.casework.queries.timeline import case_timeline
from simpul.safeguards.permissions import may
from simpul.web.desk.casework import picture
from simpul.web.desk.casework.forms import PAGE, CaseFilter
from simpul.web.desk.casework.timeline import timeline_of
from simpul.web.desk.door import at_desk
from simpul.web.desk.home.today import caseload_table
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.forms import whole
from simpul.worklist.queries.tasks import case_tasks


@at_desk("GET", "POST")
def cases(request: ActorRequest) -> HttpResponse:
    """Cases within reach. Words to search by come by POST, so that no name stays in an address."""
    answers = request.POST if request.method == "POST" else request.GET
    form = CaseFilter(answers or None)
    facts = form.wanted() if form.is_valid() else {}
    rows = find_cases(request.actor, **{"size": PAGE + 1, **facts})
    context = {
        "form": form,
        "table": caseload_table(rows[:PAGE], with_worker=True),
        "pages": picture.pages(int(facts.get("page", 1)), more=len(rows) > PAGE, shown=len(rows[:PAGE])),
        "filtered": any(value for name, value in facts.items() if name not in {"page", "size", "open_only"}),
        "may_intake": may(request.actor, "casework.take_intake"),
    }
    return render(request, "desk/casework/cases.html", context)


@at_desk()
def case(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """One case: who, where it stands, how safe, what is planned, what is open."""
    actor = request.actor
    file = case_file(actor, case_id)
    page = whole(request.GET.get("halaman", "")) or 1
    history = case_timeline(actor, case_id, page=min(page, 10_000))
    context = {
        **picture.shown(actor, file),
        "acts": picture.acts(actor, file),
        "history": history,
        "timeline": timeline_of(history.entries, actor),
        "tasks": case_tasks(actor, case_id=case_id) if may(actor, "worklist.case_tasks") else (),
    }
    return render(request, "desk/casework/case.html", context)
