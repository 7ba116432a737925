"""What must be done now, by whom, until when."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from simpul.casework.queries.caseloads import my_day, supervisor_board, unit_caseloads
from simpul.kernel.clock import now
from simpul.notices.queries.inbox import inbox
from simpul.registry.queries.broken_glasses import broken_glasses
from simpul.safeguards.permissions import may
from simpul.web.desk.door import at_desk
from simpul.web.desk.home import agenda, doors, today
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.queries.staff_profile import expiring_credentials
from simpul.worklist.queries.tasks import my_tasks, unit_tasks

TASKS_SHOWN = 8
TASKS_COUNTED = 500


@at_desk()
def home(request: ActorRequest) -> HttpResponse:
    """Beranda: nothing stands here that is not acted upon."""
    actor = request.actor
    day = my_day(actor) if may(actor, "casework.my_day") else None
    tasks = my_tasks(actor, limit=TASKS_COUNTED) if may(actor, "worklist.my_tasks") else ()
    papers = expiring_credentials(actor) if may(actor, "workforce.expiring_credentials") else ()
    context = {
        "now": now(),
        "greeting": today.greeting(
            str(request.user.get_full_name() if request.user.is_authenticated else "")
        ),
        "day": today.summary(day, tasks),
        "agenda": agenda.parts(tasks, day.caseload if day else (), most=TASKS_SHOWN),
        "carries": day is not None,
        "caseload": today.caseload_table(day.caseload) if day and day.caseload else None,
        "may_intake": may(actor, "casework.take_intake"),
        "papers": [paper for paper in papers if paper.staff_id == actor.staff_id],
        "answered": day.answered if day else (),
        "notices": inbox(actor, unread_only=True, limit=5) if may(actor, "notices.inbox") else (),
        "may_board": may(actor, "casework.supervisor_board"),
        "doors": () if day and day.caseload else doors.doors(actor),
    }
    return render(request, "desk/home/home.html", context)


@at_desk()
def board(request: ActorRequest) -> HttpResponse:
    """The supervisor's five seconds: who must be visited today, what is nobody's, what waits for her."""
    actor = request.actor
    facts = supervisor_board(actor)
    papers = expiring_credentials(actor) if may(actor, "workforce.expiring_credentials") else ()
    context = {
        "board": facts,
        "visit_first": today.caseload_table(facts.visit_first, with_worker=True),
        "without_worker": today.caseload_table(facts.without_worker),
        "without_date": today.caseload_table(facts.without_date, with_worker=True),
        "waiting": today.waiting_rows(actor, facts.waiting),
        "loads": today.load_chart(unit_caseloads(actor)),
        "papers": [paper for paper in papers if paper.staff_id != actor.staff_id],
        "late": unit_tasks(actor, overdue_only=True) if may(actor, "worklist.unit_tasks") else (),
        "glasses": [glass for glass in broken_glasses(actor) if glass.mine_to_review]
        if may(actor, "registry.broken_glasses")
        else (),
    }
    return render(request, "desk/home/board.html", context)
