"""Log in, log out, leave quickly, change the password, keep a draft."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from simpul.kernel.actor import ActorKind
from simpul.kernel.errors import InvalidInput
from simpul.registry.commands.change_portal_password import change_portal_password
from simpul.registry.commands.revoke_portal_access import revoke_portal_access
from simpul.web.portal.door import in_portal, person_of
from simpul.web.portal.entry.coming_in import by_code, by_password, come_in
from simpul.web.portal.entry.forms import FirstTime, Login, NewPassword
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform
from simpul.web.ui.drafting import typed
from simpul.web.ui.language import say
from simpul.worklist.commands.keep_draft import keep_draft as keep

WEATHER = "https://www.bmkg.go.id/"


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def login(request: ActorRequest) -> HttpResponse:
    """Name and password."""
    if request.actor.kind is ActorKind.CLIENT:
        return redirect("portal_home")
    form = Login(request.POST if request.method == "POST" else None)
    account_id = by_password(request, form) if form.is_valid() else None
    if account_id:
        return come_in(request, account_id)
    return render(request, "portal/entry/login.html", {"form": form}, status=form.status)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def first_time(request: ActorRequest) -> HttpResponse:
    """Name, one-time code, a password of one's own."""
    if request.actor.kind is ActorKind.CLIENT:
        return redirect("portal_home")
    form = FirstTime(request.POST if request.method == "POST" else None)
    account_id = by_code(request, form) if form.is_valid() else None
    if account_id:
        return come_in(request, account_id)
    return render(request, "portal/entry/first_time.html", {"form": form}, status=form.status)


@require_POST
def leave(request: ActorRequest) -> HttpResponse:
    """Log out, by hand or by the clock of the page."""
    logout(request)
    return redirect("portal_login")


@require_safe
def quick_exit(request: ActorRequest) -> HttpResponse:
    """End the session and show the weather: going back leads to the login, not into the file."""
    logout(request)
    return HttpResponseRedirect(WEATHER)


@sensitive_post_parameters()
@in_portal("GET", "POST")
def me(request: ActorRequest) -> HttpResponse:
    """Another password; closing one's own page."""
    form = NewPassword(request.POST if request.method == "POST" else None)
    answer = form.is_bound and perform(request, form, lambda: _change(request, form), reverse("portal_me"))
    if answer:
        messages.success(request, _("Your password is changed. Other devices have been logged out."))
    return answer or render(request, "portal/entry/me.html", {"form": form}, status=form.status)


def _change(request: ActorRequest, form: NewPassword) -> None:
    change_portal_password(request.actor, person_of(request), **form.facts)
    request.user.refresh_from_db()  # type: ignore[union-attr]
    update_session_auth_hash(request, request.user)  # type: ignore[arg-type]


@in_portal("POST")
def close_my_page(request: ActorRequest) -> HttpResponse:
    """The client wants no page any more; help goes on as before."""
    revoke_portal_access(request.actor, person_of(request))
    logout(request)
    return redirect("portal_login")


@in_portal("POST")
def keep_draft(request: ActorRequest) -> HttpResponse:
    """Called while she types; answers with the moment that was kept."""
    try:
        moment = keep(request.actor, key=request.POST.get("draft_key", ""), body=typed(request.POST))
    except InvalidInput as error:
        return JsonResponse({"error": say(error.faults[0].text)}, status=422)
    return JsonResponse({"saved_at": moment})
