"""What stopped a form, at its top, each fault a link to its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm

from simpul.web.ui.components.text_diff.props import TextDiff


@dataclass(frozen=True)
class Fault:
    text: str
    anchor: str = ""


@dataclass(frozen=True)
class ErrorSummary:
    """``refusal`` is the sentence of an act that was not done; ``diffs`` are shown after a lost race."""

    faults: tuple[Fault, ...] = ()
    refusal: str = ""
    diffs: tuple[TextDiff, ...] = ()

    @classmethod
    def of(cls, form: Any) -> ErrorSummary | None:
        refusal = str(getattr(form, "refusal", ""))
        faults = tuple(_faults(form)) if form.is_bound else ()
        diffs = tuple(getattr(form, "diffs", ()))
        return cls(faults, refusal, diffs) if faults or refusal or diffs else None


def _faults(form: BaseForm) -> Iterator[Fault]:
    for name, messages in form.errors.items():
        known = name in form.fields
        bound = form[name] if known else None
        for message in messages:
            if bound is None or bound.is_hidden:
                yield Fault(str(message))
            else:
                yield Fault(f"{bound.label}: {message}", bound.auto_id or "")
