"""How django-allauth behaves in this house: no public sign-up, neutral mail, sealed secrets."""

from __future__ import annotations

import uuid
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from simpul.safeguards import keys

_SECOND_STEPS = uuid.UUID(int=3)  # the key that seals the secrets of second steps; rotated with all others


class DoorAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are opened by colleagues; mail names neither the office nor what it does."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def format_email_subject(self, subject: str) -> str:
        return subject


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The code for the authenticator app is drawn in place, because our pages take no data: images."""

    def build_totp_svg(self, url: str) -> str:
        drawing = segno.make(url, error="m").svg_inline(
            scale=5, border=3, light="#ffffff", svgclass="qr", lineclass=None, omitsize=False
        )
        return str(drawing)

    def encrypt(self, text: str) -> str:
        return keys.seal(text, _SECOND_STEPS, "mfa")

    def decrypt(self, encrypted_text: str) -> str:
        return keys.unseal(encrypted_text, "mfa")

    def get_public_key_credential_rp_entity(self) -> dict[str, Any]:
        entity: dict[str, Any] = {**super().get_public_key_credential_rp_entity(), "name": "Simpul"}
        return entity
