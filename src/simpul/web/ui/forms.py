"""Forms that carry an act: sent once, read at a version, and never losing what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.http import QueryDict

from simpul.kernel.errors import ActError, InvalidInput
from simpul.kernel.refs import new_id
from simpul.web.ui.components.field.props import dress
from simpul.web.ui.components.text_diff.props import TextDiff
from simpul.web.ui.language import say

ENVELOPE = ("idempotency_key", "version")


def whole(told: str) -> int | None:
    """A number as it comes in an address or a hidden field; None for what is none, or beyond counting."""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else None


def give_choices(form: forms.Form, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """What may be chosen in a field, where it is known only when the form is shown."""
    cast(forms.ChoiceField, form.fields[name]).choices = list(choices)


class ActForm(forms.Form):
    """The shape and words of one act's facts; whether they may stand is the act's to say.

    ``draft_key`` (set by the view) lets long text be kept while it is typed.
    ``refusal`` and ``diffs`` are filled when the act was not done.
    """

    idempotency_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    draft_key = ""
    refusal = ""

    def __init__(self, *args: Any, version: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.diffs: list[TextDiff] = []
        self.fields["idempotency_key"].initial = str(new_id())
        self.fields["version"].initial = version
        for field in self.fields.values():
            dress(field)

    @property
    def facts(self) -> dict[str, Any]:
        """What was answered, without the envelope: the keyword arguments of the act."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ENVELOPE}

    @property
    def key(self) -> str:
        return str(self.cleaned_data.get("idempotency_key") or "")

    @property
    def read_version(self) -> int | None:
        """The version of the record that the reader saw."""
        found = self.cleaned_data.get("version")
        return int(found) if found is not None else None

    @property
    def status(self) -> int:
        """The status of the page that shows this form: 422 after a form that could not be taken."""
        return 422 if self.is_bound and (self.errors or self.refusal) else 200

    def take_faults(self, error: ActError) -> None:
        """Put an act's objection where the reader looks for it; the answers stay as typed."""
        if not isinstance(error, InvalidInput):
            self.refusal = say(error.text)
            return
        for fault in error.faults:
            known = fault.field if fault.field in self.fields else None
            self.add_error(known, say(fault.text))

    def take_conflict(self, error: ActError, current: Mapping[str, object], version: int | None) -> None:
        """After a lost race: show both texts, and let the next attempt stand on the newer version."""
        self.refusal = say(error.text)
        for name, stored in current.items():
            if name not in self.fields:
                continue
            mine = "" if self[name].value() is None else str(self[name].value())
            theirs = "" if stored is None else str(stored)
            if mine != theirs:
                self.diffs.append(TextDiff(str(self[name].label), theirs, mine))
        answers = self.data.copy() if isinstance(self.data, QueryDict) else dict(self.data)
        answers[self.add_prefix("idempotency_key")] = str(new_id())
        if version is not None:
            answers[self.add_prefix("version")] = str(version)
        self.data = answers
