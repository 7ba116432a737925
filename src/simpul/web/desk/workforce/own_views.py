"""One's own desk: profile, code of ethics, reflections, language."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from simpul.web.desk import idle_lock
from simpul.web.desk.door import at_desk
from simpul.web.desk.workforce import forms, tables
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform
from simpul.workforce.commands.accept_ethics_code import accept_ethics_code
from simpul.workforce.commands.choose_language import choose_language as choose_language_act
from simpul.workforce.commands.choose_word_help import choose_word_help as choose_word_help_act
from simpul.workforce.commands.write_reflection import write_reflection
from simpul.workforce.queries.own_desk import ethics_page, held_texts, my_reflections
from simpul.workforce.queries.staff_profile import my_profile


@at_desk()
def me(request: ActorRequest) -> HttpResponse:
    """Who I am here, what I may do, how safe my account is."""
    profile = my_profile(request.actor)
    if profile is None:
        raise Http404
    context = {
        "profile": profile,
        "facts": tables.staff_facts(profile),
        "papers": tables.papers(profile.papers) if profile.papers else None,
        "grants": tables.grants(profile.grants),
        "accepted_at": ethics_page(request.actor).accepted_at if request.actor.grants else None,
    }
    return render(request, "desk/workforce/me.html", context)


@at_desk("POST")
def choose_language(request: ActorRequest) -> HttpResponse:
    """Speak this language to me from now on, here and in mail."""
    language = request.POST.get("language", "")
    choose_language_act(request.actor, language=language)
    translation.activate(language)
    response = redirect("desk_me")
    name, secure = settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_COOKIE_SECURE
    response.set_cookie(name, language, samesite="Lax", secure=secure)
    return response


@at_desk("POST")
def choose_word_help(request: ActorRequest) -> HttpResponse:
    """Look over what I write, or leave me alone."""
    wanted = request.POST.get("wanted") == "yes"
    choose_word_help_act(request.actor, wanted=wanted)
    messages.success(
        request,
        _("Words are suggested while you write.") if wanted else _("No more words are suggested to you."),
    )
    return redirect("desk_me")


@at_desk("GET", "POST")
def ethics(request: ActorRequest) -> HttpResponse:
    """The code of ethics, read and accepted before anything else opens."""
    page = ethics_page(request.actor)
    form = forms.EthicsForm(request.POST or None, initial={"code_version": page.code.version})
    if request.method == "POST":
        answer = perform(
            request,
            form,
            lambda: accept_ethics_code(request.actor, version=form.cleaned_data["code_version"]),
            lambda _id: reverse("kept_texts") if held_texts(request.actor) else idle_lock.take_way(request),
        )
        if answer:
            return answer
    language = translation.get_language()
    points = [(point.title(language), point.text(language)) for point in page.code.points]
    context = {"page": page, "form": form, "points": points}
    return render(request, "desk/workforce/ethics.html", context, status=form.status)


@at_desk("GET", "POST")
def reflections(request: ActorRequest) -> HttpResponse:
    """Private notes on one's own practice."""
    form = forms.ReflectionForm(request.POST or None)
    form.draft_key = request.path
    if request.method == "POST":
        answer = perform(
            request, form, lambda: write_reflection(request.actor, **form.facts), reverse("desk_reflections")
        )
        if answer:
            messages.success(request, _("Kept. Only you can read it."))
            return answer
    context = {"form": form, "notes": my_reflections(request.actor)}
    return render(request, "desk/workforce/reflections.html", context, status=form.status)
