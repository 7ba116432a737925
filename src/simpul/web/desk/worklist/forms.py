"""The words of the worklist's forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.kernel.actor import Actor
from simpul.web.ui.forms import ActForm
from simpul.workforce.queries.colleagues import colleagues


class PassTask(ActForm):
    """To whom a duty is given."""

    assignee = forms.ChoiceField(label=_("Give it to"))

    def __init__(self, *args: Any, actor: Actor, **facts: Any) -> None:
        super().__init__(*args, **facts)
        field = self.fields["assignee"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.staff_id), one.name) for one in colleagues(actor)]
