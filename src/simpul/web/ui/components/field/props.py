"""A whole form field: label, hint, what is wrong, and the input."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from simpul.web.ui import voices

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.MultiWidget, forms.SelectDateWidget)


@dataclass(frozen=True)
class Field:
    """Made by ``field_props``; pages use ``{% field form.name %}``."""

    anchor: str
    name: str
    label: str
    hint: str
    errors: tuple[str, ...]
    control: SafeString
    required: bool
    grouped: bool
    ticked: bool
    hidden: bool
    limit: int | None = None
    hide_label: bool = False
    wide: bool = True
    words_query: str = ""
    written_in: str = "textarea"


def near_our_time(value: datetime) -> None:
    """A moment centuries away is a slip of the finger, and no clock of the house can reckon with it."""
    if not 1900 <= value.year <= 2200:
        raise ValidationError(forms.DateTimeField.default_error_messages["invalid"], code="invalid")


def dress(field: forms.Field) -> None:
    """Give a field's widget the input that phones know: a calendar for days, digits for numbers."""
    widget = field.widget
    if isinstance(field, forms.DateTimeField) and isinstance(widget, forms.DateTimeInput):
        widget.input_type, widget.format = "datetime-local", "%Y-%m-%dT%H:%M"
        field.input_formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", *(field.input_formats or ())]
        field.validators.append(near_our_time)
    elif isinstance(field, forms.DateField) and isinstance(widget, forms.DateInput):
        widget.input_type, widget.format = "date", "%Y-%m-%d"
        field.input_formats = ["%Y-%m-%d", *(field.input_formats or ())]
    elif isinstance(field, forms.TimeField) and isinstance(widget, forms.TimeInput):
        widget.input_type, widget.format = "time", "%H:%M"
    _say_plainly(field)
    if not isinstance(widget, forms.HiddenInput):
        # What is typed here is about clients: browsers on shared machines must not offer it again.
        widget.attrs.setdefault("autocomplete", "off")


def _say_plainly(field: forms.Field) -> None:
    """What is wrong and what to do, in the words of the house instead of the framework's."""
    if isinstance(field, forms.MultipleChoiceField):
        field.error_messages["required"] = _("Choose at least one.")
    elif isinstance(field, forms.ChoiceField):
        field.error_messages["required"] = _("Choose one.")
    else:
        field.error_messages["required"] = _("This still needs an answer.")
    if isinstance(field, forms.CharField):
        field.error_messages["max_length"] = _(
            "Too long: at most %(limit_value)s letters, and these are %(show_value)s. Shorten it."
        )
    elif isinstance(field, forms.IntegerField):
        field.error_messages["invalid"] = _("Write a whole number in digits, for instance 12.")


def field_props(
    bound: BoundField, *, hide_label: bool = False, hint: str = "", label: str = "", **attrs: Any
) -> Field:
    """What the template needs, with the input already linked to its hint and its fault."""
    anchor, widget = bound.auto_id or bound.html_name, bound.field.widget
    errors = tuple(str(error) for error in bound.errors)
    shown_hint = hint or str(bound.help_text or "")
    grouped = isinstance(widget, GROUPS)
    described = [f"{anchor}_hint" if shown_hint else "", f"{anchor}_error" if errors else ""]
    extra: dict[str, Any] = {key.replace("_", "-"): value for key, value in attrs.items()}
    if described_by := " ".join(part for part in described if part):
        extra["aria-describedby"] = described_by
    if errors:
        extra["aria-invalid"] = "true"
    if "autocomplete" not in widget.attrs:
        extra.setdefault("autocomplete", "off")  # forms that nobody dressed, the search for instance
    limit = getattr(bound.field, "max_length", None) if isinstance(widget, forms.Textarea) else None
    if limit:
        extra["data-count"] = f"{anchor}_count"
    if isinstance(widget, forms.RadioSelect):
        widget.use_required_attribute = lambda initial: False  # type: ignore[method-assign]
    return Field(
        anchor=anchor,
        name=bound.html_name,
        label=label or str(bound.label or ""),
        hint=shown_hint,
        errors=errors,
        control=bound.as_widget(attrs=extra),
        required=bound.field.required,
        grouped=grouped,
        ticked=isinstance(widget, forms.CheckboxInput),
        hidden=bound.is_hidden,
        limit=limit,
        hide_label=hide_label,
        words_query=voices.asking([bound.html_name]) if voices.is_looked_over(bound) else "",
        written_in="textarea" if isinstance(widget, forms.Textarea) else "input",
    )
