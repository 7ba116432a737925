"""A form around one act: token, idempotency key, version, faults, drafts, buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from simpul.web.ui import voices
from simpul.web.ui.components.error_summary.props import ErrorSummary


@dataclass(frozen=True)
class ActForm:
    """Made by ``act_form_props``; pages use ``{% act_form form submit=... %} ... {% end_act_form %}``."""

    hidden: SafeString
    summary: ErrorSummary | None
    submit: str
    action: str = ""
    cancel_url: str = ""
    icon: str = ""
    danger: bool = False
    multipart: bool = False
    draft_key: str = ""
    anchor: str = ""
    words_query: str = ""


def act_form_props(form: Any, *, submit: str = "", **options: Any) -> ActForm:
    return ActForm(
        hidden=SafeString("".join(str(bound) for bound in form.hidden_fields())),
        summary=ErrorSummary.of(form),
        submit=submit or _("Save"),
        multipart=form.is_multipart(),
        draft_key=str(options.pop("draft_key", "") or getattr(form, "draft_key", "")),
        words_query=voices.asking(voices.looked_over(form)),
        **options,
    )
