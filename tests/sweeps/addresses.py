"""Every address of the house, found in the resolver, and whom each is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

# The first word of an address says whose it is; "public" ones are named one by one. A new word, and a new
# public address, must be entered here by somebody who has thought about it.
DESK = {
    "", "papan", "kasus", "orang", "keluarga", "tugas", "kantor", "pegawai", "instrumen", "dokumen", "cari",
    "impor", "kotak-masuk", "draf", "profil", "jejak-audit", "akses-darurat", "undangan", "pengaduan",
    "duplikat", "gabung", "penghapusan", "akses-portal", "direktori", "periksa-kata", "kontak", "asesmen",
    "rujukan", "hambatan", "pola", "temuan",
}  # fmt: skip
ACCOUNT = {"akun"}
PORTAL = {"portal"}
PARTNER = {"mitra"}
PUBLIC = {
    "welcome", "set_language", "manifest", "service_worker", "offline", "check_document", "check_code",
    "gallery", "gallery_choices", "gallery_draft", "gallery_lock", "find_help", "help_villages", "help_sheet",
    "report_entry", "hsds", "hsds_contract", "hsds_list", "hsds_package", "help_sheet_pdf", "hsds_record",
}  # fmt: skip
# Inside akun/, portal/ and mitra/, these open without a login.
DOORS = {
    "account_login", "account_logout", "account_inactive", "account_signup", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key", "account_reset_password_from_key_done",
    "mfa_authenticate", "mfa_login_webauthn", "portal_login", "portal_first_time", "portal_leave",
    "portal_quick_exit", "partner_home", "partner_begin", "partner_open", "partner_leave",
}  # fmt: skip


@dataclass(frozen=True)
class Address:
    """One pattern: its name, its route, the names of its parts and the words a part may be."""

    name: str
    route: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def key(self) -> str:
        return f"{self.name} {self.route}"

    @property
    def ids(self) -> tuple[str, ...]:
        """The parts that name a record."""
        return tuple(name for name, words in self.parts if not words and name.endswith("_id"))

    @property
    def audience(self) -> str:
        """public, door, desk, account, portal, partner; empty when nobody has said."""
        word = re.sub(r"^\^", "", self.route).split("/")[0]
        if self.name in PUBLIC:
            return "public"
        if self.name in DOORS and word in ACCOUNT | PORTAL | PARTNER:
            return "door"
        whose = {"desk": DESK, "account": ACCOUNT, "portal": PORTAL, "partner": PARTNER}
        for audience, words in whose.items():
            if word in words:
                return audience
        return ""

    def path(self, **ids: str) -> str:
        """The address with these ids; other parts get a word they may be."""
        facts: dict[str, Any] = {}
        for name, words in self.parts:
            facts[name] = ids.get(name) or (words[0] if words else "1")
        return reverse(self.name, kwargs=facts)

    def hostile(self, text: str) -> str:
        """The route with the same hostile text for every part."""
        plain = re.sub(r"<[^>]+>|\(\?P<\w+>[^)]*\)", lambda _m: text, self.route)
        return "/" + plain.replace("^", "").replace("$", "")


def every_address() -> list[Address]:
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: list[Any], before: str) -> Iterator[Address]:
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, route)
        elif isinstance(one, URLPattern) and one.name:
            yield Address(one.name, route, tuple(_parts(one, route)))


def _parts(one: URLPattern, route: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in one.pattern.regex.groupindex:
        words = re.search(rf"\(\?P<{name}>([\w-]+(?:\|[\w-]+)+)\)", route)
        yield name, tuple(words[1].split("|")) if words else ()


def reversible(address: Address) -> bool:
    try:
        address.path(**dict.fromkeys(address.ids, "01a2067e-eaf4-7c1d-805f-049955a4032e"))
    except NoReverseMatch:
        return False
    return True
