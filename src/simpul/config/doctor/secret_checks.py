"""Secrets: present, long, own, apart, and readable by nobody else."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from simpul.config.doctor.finding import Finding, Said
from simpul.config.doctor.site import Site

_NEW_KEY = "python3 -c 'import base64,os; print(base64.b64encode(os.urandom(32)).decode())'"


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        return b""


def secret_key(site: Site) -> Iterator[Finding]:
    if len(site.secret_key) < 40 or len(set(site.secret_key)) < 12:
        yield Finding(
            "secret-key-weak",
            Said(
                "SIMPUL_SECRET_KEY kosong, pendek, atau mudah ditebak: orang lain dapat memalsukan sesi.",
                "SIMPUL_SECRET_KEY is empty, short or guessable: sessions can be forged.",
            ),
            Said(f"Buat yang baru: {_NEW_KEY}", f"Make a new one: {_NEW_KEY}"),
        )


def _key_parts(site: Site) -> list[tuple[str, bytes]]:
    parts = [part.strip().partition(":") for part in site.master_keys.split(",") if part.strip()]
    return [(name, _decoded(encoded)) for name, _colon, encoded in parts]


def master_keys(site: Site) -> Iterator[Finding]:
    keys = _key_parts(site)
    names = [name for name, _key in keys]
    if not keys or any(len(key) != 32 or not name for name, key in keys) or len(set(names)) < len(names):
        yield Finding(
            "master-keys-weak",
            Said(
                "SIMPUL_MASTER_KEYS kosong atau bukan id:base64 (32 byte): data sensitif tidak aman.",
                "SIMPUL_MASTER_KEYS is empty or not id:base64 of 32 bytes each: sensitive data is not safe.",
            ),
            Said(f"Isi dengan m1:<kunci>. Buat kunci: {_NEW_KEY}", f"Set m1:<key>. Make a key: {_NEW_KEY}"),
        )


def index_key(site: Site) -> Iterator[Finding]:
    if len(_decoded(site.index_key)) < 32:
        yield Finding(
            "index-key-weak",
            Said(
                "SIMPUL_INDEX_KEY kosong atau kurang dari 32 byte: NIK dapat ditebak.",
                "SIMPUL_INDEX_KEY is empty or under 32 bytes: identity numbers can be guessed.",
            ),
            Said(f"Buat yang baru: {_NEW_KEY}", f"Make a new one: {_NEW_KEY}"),
        )


def demo_secrets(site: Site) -> Iterator[Finding]:
    own = {site.secret_key, site.master_keys, site.index_key} & site.demo_secrets
    if own:
        yield Finding(
            "demo-secrets",
            Said(
                "Rahasia yang dipakai berasal dari demo dan tersimpan di folder data.",
                "Secrets in use were made for the demo and lie in the data folder.",
            ),
            Said(
                "Buat rahasia baru untuk pemasangan sungguhan dan simpan di luar folder data.",
                "Make new secrets for the real installation and keep them outside the data folder.",
            ),
        )


def reused_secrets(site: Site) -> Iterator[Finding]:
    values = [_decoded(site.index_key), _decoded(site.secret_key), *(key for _name, key in _key_parts(site))]
    present = [value for value in values if value]
    if len(set(present)) < len(present):
        yield Finding(
            "secrets-reused",
            Said(
                "Satu kunci dipakai untuk dua keperluan; bocor satu berarti bocor semua.",
                "One key serves two purposes; whoever learns one learns all.",
            ),
            Said("Beri setiap keperluan kuncinya sendiri.", "Give each purpose a key of its own."),
        )


def secret_files(site: Site) -> Iterator[Finding]:
    for path, mode in site.secret_files.items():
        if mode & 0o077:
            yield Finding(
                "secret-file-readable",
                Said(
                    f"Berkas rahasia {path} dapat dibaca orang lain di komputer ini (mode {mode:o}).",
                    f"The secret file {path} can be read by others on this computer (mode {mode:o}).",
                ),
                Said(f"chmod 600 {path}", f"chmod 600 {path}"),
            )


CHECKS = (secret_key, master_keys, index_key, demo_secrets, reused_secrets, secret_files)
