"""The questions about persons and households; what may stand is the acts' to say."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from simpul.registry import choices
from simpul.web.ui.forms import ActForm

ANY = ("", _("Not known"))


def optional(pairs: Any) -> list[tuple[str, Any]]:
    return [ANY, *pairs]


def typed_choice(url: str, target: str) -> forms.TextInput:
    """A text field with choices of the server while typing."""
    attrs = {"data-combobox-url": reverse_lazy(url), "data-combobox-target": f"id_{target}"}
    return forms.TextInput(attrs=attrs)


class VillageFields(forms.Form):
    """A village by name with its full path; the code is kept."""

    village = forms.CharField(
        label=_("Village"),
        required=False,
        max_length=160,
        widget=typed_choice("region_choices", "region_code"),
        help_text=_("Write its beginning; the district tells those of the same name apart."),
    )
    region_code = forms.CharField(widget=forms.HiddenInput, required=False, max_length=13)


class Search(forms.Form):
    """What somebody remembers of a person."""

    q = forms.CharField(label=_("Name, nickname, NIK or KK"), required=False, max_length=200)
    birth = forms.CharField(
        label=_("Birth date or year"),
        required=False,
        max_length=40,
        help_text=_("05-09-1975, 1975 or 60 tahun"),
    )
    village = VillageFields.base_fields["village"]
    region_code = VillageFields.base_fields["region_code"]

    @property
    def terms(self) -> dict[str, str]:
        """What the search is asked: sixteen digits may be a NIK or a KK."""
        text = self.cleaned_data["q"]
        digits = "".join(letter for letter in text if letter.isdecimal())
        whose = {"nik": digits, "kk": digits} if len(digits) == 16 else {"name": text}
        return {**whose, "birth": self.cleaned_data["birth"], "village": self.cleaned_data["region_code"]}


class PersonFacts(VillageFields, ActForm):
    """Who somebody is, as far as is known."""

    full_name = forms.CharField(
        label=_("Full name"),
        required=False,
        max_length=120,
        help_text=_("As on the card. One word is enough."),
    )
    call_name = forms.CharField(label=_("Call name"), required=False, max_length=60)
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=optional(choices.Sex.choices))
    birth = forms.CharField(
        label=_("Birth date, year or age"),
        required=False,
        max_length=40,
        help_text=_("05-09-1975, 1975 or 60 tahun"),
    )
    title_front = forms.CharField(label=_("Title in front"), required=False, max_length=40)
    title_back = forms.CharField(label=_("Title behind"), required=False, max_length=40)
    aliases = forms.CharField(
        label=_("Other names"), required=False, max_length=300, help_text=_("Separate them with commas.")
    )
    birthplace = forms.CharField(label=_("Birthplace"), required=False, max_length=80)
    mother_maiden_name = forms.CharField(label=_("Mother's maiden name"), required=False, max_length=120)
    languages = forms.CharField(label=_("Languages"), required=False, max_length=120)
    identity_unknown = forms.ChoiceField(
        label=_("If the name is not known: why"),
        required=False,
        choices=[("", _("The name is known")), *choices.UnknownIdentity.choices],
    )
    identity_description = forms.CharField(
        label=_("Description, so that colleagues recognise the person"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_aliases(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.cleaned_data["aliases"].split(",") if part.strip())

    @property
    def person_facts(self) -> dict[str, Any]:
        """The keyword arguments of the act."""
        return {name: value for name, value in self.facts.items() if name != "village"}


class RegisterPerson(PersonFacts):
    """A new file: a few questions, the rest may wait."""

    nik = forms.CharField(
        label=_("NIK"),
        required=False,
        max_length=40,
        help_text=_("Without NIK, help goes on: leave it empty or choose why."),
    )
    nik_absent = forms.ChoiceField(
        label=_("If there is no NIK: why"),
        required=False,
        choices=[("", _("Not asked yet")), *choices.AbsentReason.choices],
    )
    nik_document = forms.CharField(
        label=_("Document that shows an unusual NIK"), required=False, max_length=160
    )
    seen_candidates = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    distinct_reason = forms.CharField(
        label=_("Why this is another person"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A reviewer will read it."),
    )


class CorrectPerson(PersonFacts):
    """The same facts, with those that only a correction needs."""

    deceased_on = forms.DateField(label=_("Died on"), required=False)


def difficulty_fields() -> dict[str, forms.ChoiceField]:
    """One question for each of the nine functional domains."""
    levels = [("", _("Not asked")), *choices.Difficulty.choices]
    return {
        f"difficulty_{value}": forms.ChoiceField(label=label, required=False, choices=levels)
        for value, label in choices.FunctionalDomain.choices
    }


class Difficulties(ActForm):
    """What somebody may find hard to do, domain by domain."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(difficulty_fields())

    @property
    def levels(self) -> dict[str, str]:
        prefix = "difficulty_"
        return {name.removeprefix(prefix): value for name, value in self.facts.items() if value}


class IdentityNumber(ActForm):
    """A number of a card, or why there is none."""

    kind = forms.ChoiceField(label=_("Card"), choices=choices.NumberKind.choices)
    number = forms.CharField(label=_("Number"), required=False, max_length=40)
    absent = forms.ChoiceField(
        label=_("If there is none: why"), required=False, choices=[("", "-"), *choices.AbsentReason.choices]
    )
    checked = forms.ChoiceField(label=_("What you have seen"), choices=choices.CheckedLevel.choices)
    document = forms.CharField(
        label=_("Document that shows an unusual number"), required=False, max_length=160
    )


class ContactPoint(ActForm):
    """A way of reaching the person, and whether it is safe."""

    kind = forms.ChoiceField(label=_("Way"), choices=choices.ContactKind.choices)
    value = forms.CharField(label=_("Number or address"), max_length=120)
    safe_to_call = forms.ChoiceField(
        label=_("Is it safe to call?"),
        choices=choices.Safety.choices,
        initial="unknown",
        widget=forms.RadioSelect,
    )
    safe_to_text = forms.ChoiceField(
        label=_("Is it safe to write?"),
        choices=choices.Safety.choices,
        initial="unknown",
        widget=forms.RadioSelect,
    )
    hours = forms.CharField(
        label=_("When"),
        required=False,
        max_length=80,
        help_text=_("For instance: after 5 p.m., not on Fridays"),
    )
    who_may_answer = forms.CharField(
        label=_("Who may answer, and what may be said"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    preferred = forms.BooleanField(label=_("The client prefers this way"), required=False)


class Address(VillageFields, ActForm):
    """One address; a safe place is kept secret as a whole."""

    kind = forms.ChoiceField(
        label=_("Which address"), choices=choices.AddressKind.choices, initial="domicile"
    )
    street = forms.CharField(label=_("Street, hamlet, number"), required=False, max_length=300)
    rt = forms.CharField(label=_("RT"), required=False, max_length=4)
    rw = forms.CharField(label=_("RW"), required=False, max_length=4)
    postcode = forms.CharField(label=_("Postcode"), required=False, max_length=5)

    field_order = ("kind", "village", "street", "rt", "rw", "postcode")


class RevealAddress(ActForm):
    """Why a secret address must be seen now."""

    purpose = forms.ChoiceField(
        label=_("Why do you need it now?"), choices=choices.RevealPurpose.choices, widget=forms.RadioSelect
    )


class OtherPerson(ActForm):
    """Another person on file, by typing."""

    other = forms.CharField(
        label=_("The other person"),
        max_length=200,
        widget=typed_choice("person_choices", "other_id"),
        help_text=_("Name or NIK of somebody on file."),
    )
    other_id = forms.UUIDField(widget=forms.HiddenInput, required=False)


class Relationship(OtherPerson):
    """How two persons stand to each other."""

    kind = forms.ChoiceField(label=_("This person ..."), choices=choices.TieKind.choices)
    reverse = forms.BooleanField(
        label=_("The other way round: the other person is or does this"), required=False
    )
    since = forms.DateField(label=_("Since"), required=False)
    remark = forms.CharField(label=_("Remark"), required=False, max_length=300)

    field_order = ("kind", "other", "reverse", "since", "remark")


class OpenHousehold(VillageFields, ActForm):
    """The household of this person, with or without a family card."""

    kk_number = forms.CharField(
        label=_("KK number"), required=False, max_length=40, help_text=_("May stay empty.")
    )
    kk_document = forms.CharField(
        label=_("Document that shows an unusual number"), required=False, max_length=160
    )
    relation = forms.ChoiceField(label=_("Place in the family"), choices=choices.ShdkRelation.choices)
    street = forms.CharField(label=_("Street, hamlet, number"), required=False, max_length=300)
    rt = forms.CharField(label=_("RT"), required=False, max_length=4)
    rw = forms.CharField(label=_("RW"), required=False, max_length=4)

    field_order = ("kk_number", "relation", "village", "street", "rt", "rw", "kk_document")


class JoinHousehold(OtherPerson):
    """Somebody comes to live with the household."""

    relation = forms.ChoiceField(
        label=_("Place in the family"), choices=choices.ShdkRelation.choices, initial="4"
    )
    since = forms.DateField(label=_("Since"), required=False)


class LeaveHousehold(ActForm):
    """Why and when somebody left."""

    reason = forms.ChoiceField(label=_("Why"), choices=choices.LeavingReason.choices)
    until = forms.DateField(label=_("On"), required=False)


class BreakGlass(ActForm):
    """Emergency access."""

    reason = forms.CharField(
        label=_("Why this cannot wait"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The client and your supervisor will read it."),
    )
    hours = forms.TypedChoiceField(
        label=_("For how long"),
        coerce=int,
        choices=[(1, _("1 hour")), (4, _("4 hours")), (8, _("8 hours"))],
        initial=1,
    )


class SealPerson(ActForm):
    """Why a file must be hidden, and for whom it stays open."""

    team = forms.MultipleChoiceField(
        label=_("Who may still see the file, besides you"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class Reason(ActForm):
    """Words that explain an act."""

    reason = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class Ground(ActForm):
    """The ground of an act in law or in the client's wish."""

    ground = forms.CharField(
        label=_("Ground"), max_length=200, help_text=_("A letter, a request, an article.")
    )


class Sure(ActForm):
    """A last look before what cannot be taken back."""

    sure = forms.BooleanField(label=_("I know that this cannot be taken back."), required=False)


class ProposeMerge(OtherPerson):
    """Two files that may be one person."""

    reason = forms.CharField(
        label=_("Why you think that they are one person"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class DecideMerge(ActForm):
    """What the reviewer found."""

    words = forms.CharField(
        label=_("What you found"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    sure = forms.BooleanField(label=_("I compared both files."), required=False)


class StageImport(ActForm):
    """A table to take in."""

    file = forms.FileField(label=_("File"), help_text=_("XLSX or CSV, at most 25 MB and 100,000 rows."))
    source = forms.CharField(
        label=_("Where it comes from, and on which ground it may be used"), max_length=160
    )


class FaultsShown(forms.Form):
    """Which faults of an import are shown: those of a sort, those below a row."""

    jenis = forms.CharField(max_length=40, required=False)
    sesudah = forms.IntegerField(min_value=0, max_value=10_000_000, required=False)

    @property
    def shown(self) -> dict[str, Any]:
        """What was asked for; nonsense shows the first faults."""
        self.is_valid()
        return {"kind": self.cleaned_data.get("jenis", ""), "after": self.cleaned_data.get("sesudah") or 0}


class ConfirmImport(ActForm):
    """The yes to what the dry run found."""

    with_known = forms.BooleanField(
        label=_("Also write those who are probably known already"), required=False
    )


class UndoImport(ActForm):
    """The no after all."""

    sure = forms.BooleanField(label=_("Remove what this import made."), required=False)
