"""What the locked page and the page of forgotten passwords ask."""

from typing import Any

from allauth.account.forms import LoginForm, ResetPasswordForm
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from simpul.workforce.commands.ask_for_login_link import ask_for_login_link


class UnlockForm(forms.Form):
    """The password of whoever is logged in."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
    refusal = ""


def in_house_words(field: forms.Field) -> None:
    """The label says what is asked; words inside the box would vanish while somebody types."""
    field.label = _("E-mail address")
    field.widget.attrs.pop("placeholder", None)


class EntryForm(LoginForm):  # type: ignore[misc]
    """Address and password, labelled as everywhere in the house."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_house_words(self.fields["login"])
        self.fields["password"].widget.attrs.pop("placeholder", None)


class ForgottenForm(ResetPasswordForm):  # type: ignore[misc]
    """An address, known or not: both take the same way, so that neither the page nor its time tells."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_house_words(self.fields["email"])

    def save(self, request: HttpRequest, **_options: Any) -> str:
        account_id = next((account.pk for account in self.users), None)
        ask_for_login_link(request.actor, account_id=account_id)  # type: ignore[attr-defined]
        return str(self.cleaned_data["email"])
