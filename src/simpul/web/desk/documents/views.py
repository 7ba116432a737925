"""A document's page, its files, and taking it back."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.documents.commands.revoke_document import revoke_document as revoke
from simpul.documents.commands.set_logo import set_logo
from simpul.documents.queries.document_card import DocumentCard, document_card
from simpul.documents.queries.document_file import DocumentFile
from simpul.documents.queries.document_file import document_docx as docx_of
from simpul.documents.queries.document_file import document_pdf as pdf_of
from simpul.documents.queries.letterhead import letterhead_of_office
from simpul.safeguards.permissions import may
from simpul.web.desk.documents.forms import LogoForm, RevokeForm
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import perform
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.formats import moment

LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}


def _facts(card: DocumentCard) -> Facts:
    return Facts(
        (
            Fact(_("Letter number"), card.number or _("without a number")),
            Fact(_("Issued by"), card.office),
            Fact(_("Issued on"), moment(card.issued_at)),
            Fact(_("Language of the document"), LANGUAGES[card.language]),
            Fact(_("Shown in the client's portal"), _("Yes") if card.for_client else _("No")),
            Fact(_("Fingerprint (SHA-256)"), card.sha256),
        )
    )


def _page(request: ActorRequest, card: DocumentCard, form: RevokeForm) -> HttpResponse:
    revocable = card.revoked_at is None and may(request.actor, "documents.revoke_document")
    context = {"card": card, "facts": _facts(card), "form": form if revocable or form.is_bound else None}
    return render(request, "desk/documents/document.html", context, status=form.status)


def _file(file: DocumentFile) -> HttpResponse:
    """Always a download: a letter shown in a tab stays in the history of a shared computer."""
    answer = HttpResponse(file.content, content_type=file.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return answer


@at_desk()
def document(request: ActorRequest, document_id: uuid.UUID) -> HttpResponse:
    """What is known about it, and the way to its files."""
    return _page(request, document_card(request.actor, document_id), RevokeForm())


@at_desk()
def document_pdf(request: ActorRequest, document_id: uuid.UUID) -> HttpResponse:
    """The letter itself."""
    return _file(pdf_of(request.actor, document_id))


@at_desk()
def document_docx(request: ActorRequest, document_id: uuid.UUID) -> HttpResponse:
    """A copy to reword."""
    return _file(docx_of(request.actor, document_id))


@at_desk("POST")
def revoke_document(request: ActorRequest, document_id: uuid.UUID) -> HttpResponse:
    """Take it back; the reason is kept inside."""
    form = RevokeForm(request.POST)
    here = reverse("desk_document", args=[document_id])
    done = perform(
        request,
        form,
        lambda: revoke(request.actor, document_id, reason=form.cleaned_data["reason"]),
        here,
        name=f"documents.revoke_document:{document_id}",
    )
    return done or _page(request, document_card(request.actor, document_id), form)


@at_desk("GET", "POST")
def letterhead(request: ActorRequest, office_id: uuid.UUID) -> HttpResponse:
    """The lines that stand on letters, and the logo beside them."""
    card = letterhead_of_office(request.actor, office_id)
    form = LogoForm(request.POST, request.FILES) if request.method == "POST" else LogoForm()

    def act() -> object:
        picture = form.cleaned_data["picture"]
        return set_logo(request.actor, office_id, picture=picture.read() if picture else b"")

    done = perform(request, form, act, request.path) if form.is_bound else None
    facts = Facts(
        (
            Fact(_("Above"), card.parent),
            Fact(_("Name on letters"), card.name),
            Fact(_("Address"), card.address),
            Fact(_("Logo"), _("Yes") if card.has_logo else _("No")),
        )
    )
    context = {"facts": facts, "form": form}
    return done or render(request, "desk/documents/letterhead.html", context, status=form.status)
