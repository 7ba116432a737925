"""The facts about an installation that doctor judges by, gathered once."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from simpul.kernel.clock import now

SECRETS = ("SIMPUL_SECRET_KEY", "SIMPUL_MASTER_KEYS", "SIMPUL_INDEX_KEY")


@dataclass(frozen=True)
class Site:
    """An installation as it is set up and as it is found."""

    mode: str
    debug: bool
    secret_key: str
    master_keys: str
    index_key: str
    demo_secrets: frozenset[str]
    secret_files: Mapping[str, int]  # path -> permission bits
    hosts: tuple[str, ...]
    origin: str
    proxies: tuple[str, ...]  # whom we believe about who asks
    https: bool
    session_hours: float
    idle_minutes: float
    second_step: str  # who must prove a second time: required, powerful, offered
    hashers: tuple[str, ...]
    databases: Mapping[str, Mapping[str, Any]]
    unreachable: tuple[str, ...]  # databases that do not answer, and why
    postgres: Mapping[str, str]  # setting -> value, empty on SQLite
    data_dir: Path
    data_dir_mode: int
    anchor_file: Path
    anchor_writable: bool
    backup_dir: Path
    backup_key: bool
    newest_backup: datetime | None
    newest_rehearsal: datetime | None
    free_share: float
    mail_configured: bool
    mail_encrypted: bool
    controller: str
    dpo_contact: str
    half_restored: tuple[str, ...]
    waiting_migrations: tuple[str, ...]
    missing_triggers: tuple[str, ...]
    demo_accounts: int
    clock_offset_seconds: float
    as_root: bool
    at: datetime = field(default_factory=now)

    @property
    def on_sqlite(self) -> bool:
        """Whether the records lie in SQLite."""
        return str(self.databases["default"]["ENGINE"]).endswith("sqlite3")


def _mode_of(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0


def _writable(path: Path) -> bool:
    place = path if path.exists() else path.parent
    return place.exists() and os.access(place, os.W_OK)


def _demo_secrets(data_dir: Path) -> frozenset[str]:
    folder = data_dir / "secrets"
    files = [path for path in folder.glob("*") if path.is_file()] if folder.is_dir() else []
    return frozenset(path.read_text(encoding="utf-8").strip() for path in files)


def _secret_files() -> dict[str, int]:
    names = (*SECRETS, "DATABASE_URL", "SIMPUL_KEYSTORE_URL", "SIMPUL_SMTP_URL", "SIMPUL_BACKUP_KEY")
    paths = [os.environ[f"{name}_FILE"] for name in names if os.environ.get(f"{name}_FILE")]
    return {path: _mode_of(Path(path)) for path in paths}


def _free_share(path: Path) -> float:
    while not path.exists() and path != path.parent:
        path = path.parent
    usage = shutil.disk_usage(path)
    return usage.free / usage.total


def survey() -> Site:
    """Gather the facts of this installation. Django must be ready; the database may be out of date."""
    from django.conf import settings

    from simpul.config.backup import calendar
    from simpul.config.backup.secret import backup_key_known
    from simpul.config.doctor import live
    from simpul.config.environment import data_dir

    folder = data_dir()
    unreachable = live.unreachable_databases()
    known = not unreachable
    backup_dir = Path(settings.BACKUP_DIR)
    return Site(
        mode=settings.MODE,
        debug=settings.DEBUG,
        secret_key=settings.SECRET_KEY,
        master_keys=settings.MASTER_KEYS,
        index_key=settings.INDEX_KEY,
        demo_secrets=_demo_secrets(folder),
        secret_files=_secret_files(),
        hosts=tuple(settings.ALLOWED_HOSTS),
        origin=settings.SITE_ORIGIN,
        proxies=tuple(settings.PROXIES),
        https=settings.SECURE_SSL_REDIRECT and settings.SESSION_COOKIE_SECURE,
        session_hours=settings.SESSION_HOURS,
        idle_minutes=settings.IDLE_MINUTES,
        second_step=settings.MFA_DEMAND,
        hashers=tuple(settings.PASSWORD_HASHERS),
        databases=settings.DATABASES,
        unreachable=unreachable,
        postgres=live.postgres_settings() if known else {},
        data_dir=folder,
        data_dir_mode=_mode_of(folder),
        anchor_file=Path(settings.ANCHOR_FILE),
        anchor_writable=_writable(Path(settings.ANCHOR_FILE)),
        backup_dir=backup_dir,
        backup_key=backup_key_known(),
        newest_backup=calendar.newest_backup(backup_dir),
        newest_rehearsal=calendar.newest_rehearsal(backup_dir),
        free_share=_free_share(folder),
        mail_configured=settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"),
        mail_encrypted=bool(settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL),
        controller=settings.CONTROLLER,
        dpo_contact=settings.DPO_CONTACT,
        half_restored=live.half_restored() if known else (),
        waiting_migrations=live.waiting_migrations() if known else (),
        missing_triggers=live.missing_triggers() if known else (),
        demo_accounts=live.demo_accounts() if known else 0,
        clock_offset_seconds=live.clock_offset_seconds() if known else 0.0,
        as_root=os.geteuid() == 0,
    )
