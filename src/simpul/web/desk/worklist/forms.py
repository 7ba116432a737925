"""The words of the worklist's forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.kernel.actor import Actor
from simpul.web.ui.forms import ActForm
from simpul.workforce.queries.staff import colleagues


class PassTask(ActForm):
    """To whom a duty is given."""

    assignee = forms.ChoiceField(label=_("Give it to"), choices=[])

    def __init__(self, *args: Any, actor: Actor, **facts: Any) -> None:
        super().__init__(*args, **facts)
        people = colleagues(actor)
        self.fields["assignee"].choices = [(str(one.id), one.full_name) for one in people]  # type: ignore[attr-defined]
