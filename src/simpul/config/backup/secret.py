"""The phrase that opens backups, and the key made from it."""

from __future__ import annotations

import hashlib

from simpul.config.environment import read
from simpul.config.secrets import demo_secret
from simpul.config.speaking import CannotGoOn

SHORTEST = 20
# scrypt with 64 MiB: a guess costs about a fifth of a second, a backup pays it once.
_N, _R, _P = 2**16, 8, 1


def _phrase() -> str:
    return read("SIMPUL_BACKUP_KEY") or demo_secret("backup_key")


def backup_key_known() -> bool:
    """Whether a phrase is set that is long enough."""
    return len(_phrase()) >= SHORTEST


def backup_phrase() -> str:
    """The phrase, or a sentence that says how to set one."""
    phrase = _phrase()
    if len(phrase) < SHORTEST:
        raise CannotGoOn(
            f"SIMPUL_BACKUP_KEY kosong atau kurang dari {SHORTEST} huruf. Tulis frasa di berkas "
            "(mode 600), tunjuk dengan SIMPUL_BACKUP_KEY_FILE, dan simpan salinannya di tempat aman.",
            f"SIMPUL_BACKUP_KEY is empty or under {SHORTEST} signs. Write a phrase to a file "
            "(mode 600), point SIMPUL_BACKUP_KEY_FILE to it, and keep a copy in another safe place.",
        )
    return phrase


def derive(phrase: str, salt: bytes) -> bytes:
    """The 256-bit key of one file."""
    room = 128 * _N * _R * 2
    return hashlib.scrypt(phrase.encode(), salt=salt, n=_N, r=_R, p=_P, maxmem=room, dklen=32)
