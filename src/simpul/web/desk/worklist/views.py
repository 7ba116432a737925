"""What must be done, what one has been told, what one was writing."""

from __future__ import annotations

import uuid

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from simpul.kernel.errors import InvalidInput
from simpul.notices.commands.read_notice import read_notice as read
from simpul.notices.queries.inbox import inbox as notices_of
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.drafting import typed
from simpul.web.desk.worklist.forms import PassTask
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform
from simpul.web.ui.language import say
from simpul.worklist.commands.drop_draft import drop_draft as drop
from simpul.worklist.commands.keep_draft import keep_draft as keep
from simpul.worklist.commands.pass_task import pass_task as pass_on
from simpul.worklist.commands.tick_off_task import tick_off_task as tick_off
from simpul.worklist.queries.drafts import my_drafts
from simpul.worklist.queries.tasks import my_tasks, unit_tasks


def _back(request: ActorRequest, fallback: str) -> str:
    """Where the form came from, if it is our own page."""
    came_from = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(came_from, allowed_hosts=None)
    return came_from if ours and came_from.startswith("/") else fallback


@at_desk()
def tasks(request: ActorRequest) -> HttpResponse:
    """Everything open: mine first, then what my unit answers for."""
    theirs = unit_tasks(request.actor) if may(request.actor, "worklist.unit_tasks") else ()
    mine = my_tasks(request.actor)
    known = {task.id for task in mine}
    context = {"mine": mine, "theirs": [task for task in theirs if task.id not in known]}
    return render(request, "desk/worklist/tasks.html", context)


@at_desk("POST")
def tick_off_task(request: ActorRequest, task_id: uuid.UUID) -> HttpResponse:
    """Done; back to where one was."""
    tick_off(request.actor, task_id)
    return redirect(_back(request, reverse("desk_tasks")))


@at_desk("GET", "POST")
def pass_task(request: ActorRequest, task_id: uuid.UUID) -> HttpResponse:
    """Give it to a colleague."""
    form = PassTask(request.POST or None, actor=request.actor)
    answer = request.method == "POST" and perform(
        request,
        form,
        lambda: pass_on(request.actor, task_id, assignee_id=uuid.UUID(form.facts["assignee"])),
        reverse("desk_tasks"),
    )
    return answer or render(request, "desk/worklist/pass_task.html", {"form": form}, status=form.status)


@at_desk()
def inbox(request: ActorRequest) -> HttpResponse:
    """What one has been told, latest first."""
    return render(request, "desk/worklist/inbox.html", {"notices": notices_of(request.actor)})


@at_desk("POST")
def read_notice(request: ActorRequest, notice_id: uuid.UUID) -> HttpResponse:
    """Mark as read and go where it leads."""
    return redirect(read(request.actor, notice_id) or reverse("desk_inbox"))


@at_desk()
def drafts(request: ActorRequest) -> HttpResponse:
    """Texts that were typed and not yet sent."""
    return render(request, "desk/worklist/drafts.html", {"drafts": my_drafts(request.actor)})


@at_desk("POST")
def keep_draft(request: ActorRequest) -> HttpResponse:
    """Called while somebody types; answers with the moment that was kept."""
    try:
        moment = keep(request.actor, key=request.POST.get("draft_key", ""), body=typed(request.POST))
    except InvalidInput as error:
        return JsonResponse({"error": say(error.faults[0].text)}, status=422)
    return JsonResponse({"saved_at": moment})


@at_desk("POST")
def drop_draft(request: ActorRequest) -> HttpResponse:
    """The writer does not want the text any more."""
    drop(request.actor, key=request.POST.get("draft_key", ""))
    return redirect("desk_drafts")
