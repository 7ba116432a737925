"""The questions about agencies, places and services; what may stand is the acts' to say."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from simpul.directory import choices
from simpul.directory.commands.offer_service import ServiceFacts
from simpul.directory.queries.service_sheet import ServiceSheet
from simpul.web.ui.forms import ActForm, give_choices


def lines(text: str) -> tuple[str, ...]:
    """One entry a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class AgencyFacts(ActForm):
    """Who helps."""

    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(
        label=_("What kind of help system"),
        choices=choices.SystemKind.choices,
        help_text=_("Neighbours who take turns cooking count as much as an institution."),
    )
    psks = forms.ChoiceField(label=_("Source of social welfare (PSKS)"), required=False)
    region_code = forms.CharField(label=_("Region code"), max_length=13, help_text=_("For instance 35.23"))
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    description = forms.CharField(
        label=_("What it is"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    source = forms.CharField(
        label=_("Where this comes from"), max_length=200, help_text=_("Who told it and when, or which list.")
    )

    def offer_kinds(self, pairs: list[tuple[str, str]]) -> None:
        give_choices(self, "psks", [("", _("None of these")), *pairs])


class AddPlace(ActForm):
    """Where it helps."""

    name = forms.CharField(label=_("Name of the place"), max_length=160, required=False)
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    region_code = forms.CharField(
        label=_("Code of the village or district"),
        max_length=13,
        required=False,
        help_text=_("35.69.01.2001"),
    )
    latitude = forms.FloatField(label=_("Latitude"), required=False)
    longitude = forms.FloatField(label=_("Longitude"), required=False)
    access = forms.MultipleChoiceField(
        label=_("What helps to get in"),
        choices=choices.Access.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sealed = forms.BooleanField(
        label=_("A protected place, such as a shelter"),
        required=False,
        help_text=_(
            "Only that it exists and its telephone are shown. The address is encrypted and shown nowhere."
        ),
    )


class ServiceEntry(ActForm):
    """What help is given, to whom, how one comes by it."""

    name = forms.CharField(label=_("What the service is called"), max_length=200)
    terms = forms.MultipleChoiceField(
        label=_("Kinds of help"), widget=forms.CheckboxSelectMultiple, help_text=_("By these it is found.")
    )
    description = forms.CharField(
        label=_("What it gives"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    state = forms.ChoiceField(label=_("State"), choices=choices.ServiceStatus.choices)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    covers = forms.CharField(
        label=_("Serves these regions"),
        required=False,
        help_text=_("Codes, one a line; empty: everybody from everywhere."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    comes_home = forms.BooleanField(label=_("Comes to the home"), required=False)
    cost = forms.ChoiceField(label=_("Cost"), choices=choices.Cost.choices)
    cost_words = forms.CharField(label=_("Cost in words"), max_length=200, required=False)
    age_from = forms.IntegerField(label=_("From age"), required=False, min_value=0, max_value=120)
    age_to = forms.IntegerField(label=_("To age"), required=False, min_value=0, max_value=120)
    sexes = forms.ChoiceField(label=_("For whom"), choices=choices.Sexes.choices, required=False)
    eligibility = forms.CharField(
        label=_("Who may use it, in plain words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    papers = forms.MultipleChoiceField(
        label=_("Papers to bring"),
        choices=choices.Paper.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    steps = forms.CharField(
        label=_("How it goes"),
        required=False,
        max_length=3000,
        help_text=_("One step a line."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    rights = forms.CharField(
        label=_("Rights of those who use it"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    languages = forms.CharField(
        label=_("Languages"), required=False, max_length=200, help_text=_("One a line."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def offer_terms(self, pairs: list[tuple[str, str]]) -> None:
        give_choices(self, "terms", pairs)

    @property
    def entry(self) -> ServiceFacts:
        facts: dict[str, Any] = {
            name: self.facts[name] for name in ServiceFacts.__dataclass_fields__ if name != "status"
        }
        facts["status"] = self.facts["state"]
        for name in ("covers", "steps", "languages"):
            facts[name] = lines(facts[name])
        for name in ("terms", "papers"):
            facts[name] = tuple(facts[name])
        return ServiceFacts(**facts)


class OfferService(ServiceEntry):
    """A new service with where and when."""

    place_id = forms.ChoiceField(label=_("At which place"), required=False)
    openings = forms.CharField(
        label=_("Opening hours"),
        required=False,
        max_length=500,
        help_text=_("One line each: MO-FR 08:00-14:00 (MO TU WE TH FR SA SU)."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    open_on_holidays = forms.BooleanField(label=_("Open on public holidays too"), required=False)

    def offer_places(self, pairs: list[tuple[str, str]]) -> None:
        give_choices(self, "place_id", [("", _("No place: by telephone, or at home")), *pairs])


class TellCapacity(ActForm):
    """What the agency tells of its room."""

    capacity = forms.IntegerField(label=_("Places in all"), required=False, min_value=0, max_value=100_000)
    free_places = forms.IntegerField(
        label=_("Places free now"), required=False, min_value=0, max_value=100_000
    )
    waiting_days = forms.IntegerField(
        label=_("Usual wait in days"), required=False, min_value=0, max_value=2000
    )


class SettleReport(ActForm):
    """What came of a report."""

    outcome = forms.ChoiceField(
        label=_("What came of it"), choices=choices.ReportOutcome.choices, widget=forms.RadioSelect
    )


class CheckService(ActForm):
    """The entry holds."""


def initial_of(sheet: ServiceSheet, covers: tuple[str, ...]) -> dict[str, Any]:
    """What the form shows of an entry that is to be corrected."""
    facts: dict[str, Any] = {
        name: getattr(sheet, name) for name in ServiceFacts.__dataclass_fields__ if name != "covers"
    }
    return facts | {
        "covers": "\n".join(covers),
        "steps": "\n".join(sheet.steps),
        "languages": "\n".join(sheet.languages),
        "state": sheet.status,
        "terms": list(sheet.terms),
        "papers": list(sheet.papers),
    }
