"""The questions around an assessment: which one, what stands in it, whether it is whole."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.casework.choices import AssessmentKind, Domain
from simpul.casework.queries.assessments import AssessmentPicture
from simpul.instruments.queries.catalogue import InstrumentRow
from simpul.instruments.queries.forms import Form
from simpul.web.desk.casework.act_page import CaseForm, Layout
from simpul.web.desk.casework.contact_forms import long_text
from simpul.web.ui.language import reading_language

INSTRUMENTS = {
    AssessmentKind.INTAKE: "simpul_intake",
    AssessmentKind.SAFETY: "simpul_safety",
    AssessmentKind.HOLISTIC: "simpul_bpss",
    AssessmentKind.PIE: "simpul_pie",
    AssessmentKind.CHILD: "simpul_child",
    AssessmentKind.OLDER: "simpul_older",
    AssessmentKind.DISABILITY: "simpul_disability",
    AssessmentKind.ECONOMY: "simpul_household",
    AssessmentKind.HOME_VISIT: "simpul_home_visit",
}
TEXTS = ("client_words", "observation", "interpretation", "strengths", "recommendation")
# Which domain the groups of the starter for the whole person speak of.
GROUPS = {
    "bio": Domain.BIOLOGICAL,
    "psy": Domain.PSYCHOLOGICAL,
    "soc": Domain.SOCIAL,
    "spi": Domain.SPIRITUAL,
}


class StartForm(CaseForm):
    """Which assessment to begin: the built-in form of a kind, or a form that the office made for it."""

    kind = forms.ChoiceField(label=_("What is to be assessed?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, own: Iterable[InstrumentRow] = (), **facts: Any) -> None:
        super().__init__(*args, **facts)
        language = reading_language()
        made = list(own)
        choices: list[tuple[str, str]] = []
        for code, label in AssessmentKind.choices:
            choices.append((code, str(label)))
            choices += [
                (
                    f"{code}:{one.version_id}",
                    f"{label}: {one.title.say(language)} ({one.office}, {one.version})",
                )
                for one in made
                if one.purpose == code
            ]
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def chosen(self) -> tuple[str, uuid.UUID | None]:
        """The kind, and the office's own version if one was chosen."""
        code, _colon, version = str(self.facts["kind"]).partition(":")
        return code, uuid.UUID(version) if version else None


class AssessmentForm(CaseForm):
    """The assessment as a whole: three voices apart, strengths, every domain or why not."""

    client_words = long_text(_("The client's words"), hint=_("How the client sees it, as it was said."))
    self_rating = forms.TypedChoiceField(
        label=_("How the client rates life now, from 0 to 10"),
        choices=[("", "–"), *((str(number), str(number)) for number in range(11))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    observation = long_text(_("What I saw and heard"), hint=_("Facts, without judging."))
    interpretation = long_text(_("How I understand it"), hint=_("Your reading, and what it rests on."))
    strengths = long_text(
        _("Strengths and sources of help"), hint=_("What the client and the family can do; at least one.")
    )
    recommendation = long_text(_("Recommendation"), rows=3)

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for code, label in Domain.choices:
            self.fields[f"domain_{code}_text"] = long_text(label, rows=2)
            self.fields[f"domain_{code}_not"] = forms.CharField(
                label=_("Not assessed, because"), required=False, max_length=500
            )

    @property
    def domain_rows(self) -> list[list[forms.BoundField]]:
        return [[self[f"domain_{code}_text"], self[f"domain_{code}_not"]] for code in Domain.values]

    @property
    def kept(self) -> dict[str, Any]:
        """The parts as the command takes them."""
        domains = {
            code: {
                "text": self.facts[f"domain_{code}_text"],
                "not_assessed": self.facts[f"domain_{code}_not"],
            }
            for code in Domain.values
        }
        filled = {
            code: {part: words for part, words in parts.items() if words.strip()}
            for code, parts in domains.items()
        }
        texts = {name: self.facts[name] for name in TEXTS}
        return {
            "domains": {code: parts for code, parts in filled.items() if parts},
            "self_rating": self.facts["self_rating"],
            **texts,
        }


class ConfirmForm(CaseForm):
    """A second pair of eyes."""

    confirm = forms.TypedChoiceField(
        label=_("Is the assessment whole?"),
        choices=[("yes", _("Yes, I confirm it")), ("no", _("No, it goes back with what is still needed"))],
        widget=forms.RadioSelect,
        coerce=lambda answer: answer == "yes",
    )
    words = long_text(_("Words to the writer"), rows=3, hint=_("Needed when it goes back."))
    layout: ClassVar[Layout] = (("", (("confirm",), ("words",))),)


def stored(one: AssessmentPicture) -> dict[str, object]:
    """What is kept, under the names of the form."""
    found: dict[str, object] = {name: getattr(one, name) for name in TEXTS}
    found["self_rating"] = "" if one.self_rating is None else str(one.self_rating)
    for code in Domain.values:
        parts = one.domains.get(code, {})
        found[f"domain_{code}_text"] = parts.get("text", "")
        found[f"domain_{code}_not"] = parts.get("not_assessed", "")
    return found


def proposal(form: Form | None, answers: Mapping[str, Any]) -> dict[str, str]:
    """What the instrument's answers already say, offered where nothing was written yet."""
    if form is None or not answers:
        return {}
    voices: dict[str, list[str]] = {"client": [], "observation": [], "interpretation": []}
    found: dict[str, str] = {}
    for group, name, words in _texts(form, answers):
        voice = form.by_path[(group, name) if group else (name,)]
        kind = getattr(getattr(voice, "voice", None), "value", "")
        if kind in voices:
            voices[kind].append(words)
        if name in {"recommendation", "strength_words"}:
            found["strengths" if name == "strength_words" else name] = words
        if group in GROUPS and name.endswith(("_why_not", "_observed")):
            part = "not" if name.endswith("_why_not") else "text"
            found[f"domain_{GROUPS[group].value}_{part}"] = words
    for kind, field in (
        ("client", "client_words"),
        ("observation", "observation"),
        ("interpretation", "interpretation"),
    ):
        if voices[kind]:
            found[field] = "\n\n".join(voices[kind])
    return found


def _texts(form: Form, answers: Mapping[str, Any]) -> Iterable[tuple[str, str, str]]:
    """Group, name and words of each text that stands in a group or at the top."""
    for group, inside in answers.items():
        parts = inside.items() if isinstance(inside, Mapping) else ()
        for name, words in parts:
            if isinstance(words, str) and words.strip() and (group, name) in form.by_path:
                yield group, name, words
        if isinstance(inside, str) and inside.strip() and (group,) in form.by_path:
            yield "", group, inside
