"""What the locked page and the page of forgotten passwords ask."""

from typing import Any

from allauth.account.forms import ResetPasswordForm
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


class ForgottenForm(ResetPasswordForm):  # type: ignore[misc]
    """An address, known or not: both take the same way, so that neither the page nor its time tells."""

    def save(self, request: HttpRequest, **_options: Any) -> str:
        account_id = next((account.pk for account in self.users), None)
        ask_for_login_link(request.actor, account_id=account_id)  # type: ignore[attr-defined]
        return str(self.cleaned_data["email"])
