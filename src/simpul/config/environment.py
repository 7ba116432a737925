"""Every deployment knob in one table: name, default, meaning. docs/reference/settings.md is made from it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from simpul.config.speaking import CannotGoOn

ROOT = Path(__file__).resolve().parents[3]
DEMO_MAIL_DOMAIN = "simpul.example"  # reserved for examples, so no real account can have it


@dataclass(frozen=True)
class Knob:
    """One environment variable; ``NAME_FILE`` may point to a file that holds its value."""

    name: str
    default: str
    meaning: str


KNOBS = (
    Knob(
        "DATABASE_URL",
        "",
        "postgresql://user:password@host/name (?prepare=no behind a pooler); empty: SQLite",
    ),
    Knob("SIMPUL_DATA_DIR", "var", "where the SQLite database, keys, media and anchors lie"),
    Knob("SIMPUL_MODE", "demo", "demo or production; production refuses unsafe settings"),
    Knob("SIMPUL_SECRET_KEY", "", "signs sessions; made on first start of the demo"),
    Knob("SIMPUL_MASTER_KEYS", "", "master keys id:base64 (newest first), comma between; made for the demo"),
    Knob("SIMPUL_INDEX_KEY", "", "base64 key of the blind index of identity numbers; made for the demo"),
    Knob(
        "SIMPUL_KEYSTORE_URL",
        "",
        "database of the per-person keys, apart from the data; default keys.sqlite3",
    ),
    Knob("SIMPUL_ANCHOR_FILE", "", "where the head of the audit chain is written, outside the database"),
    Knob("SIMPUL_HOSTS", "localhost,127.0.0.1,[::1]", "host names that the site answers to, comma between"),
    Knob("SIMPUL_ORIGIN", "http://127.0.0.1:8000", "the site's own address, for links in letters and mail"),
    Knob("SIMPUL_HTTPS", "0", "1: cookies and redirects demand https"),
    Knob("SIMPUL_PORT", "8000", "port of ./simpul demo and serve"),
    Knob("SIMPUL_IDLE_MINUTES", "15", "minutes without a touch until the screen locks"),
    Knob("SIMPUL_SESSION_HOURS", "12", "hours until everybody must log in again"),
    Knob("SIMPUL_MFA", "", "second step at login: required (all staff), powerful (powerful roles), offered"),
    Knob(
        "SIMPUL_SMTP_URL", "", "smtp://user:password@host:587; empty: mail is written to SIMPUL_DATA_DIR/mail"
    ),
    Knob("SIMPUL_MAIL_FROM", "simpul@localhost", "sender of neutral mail"),
    Knob("SIMPUL_TIME_ZONE", "Asia/Jakarta", "time zone of the office"),
    Knob("SIMPUL_BACKUP_DIR", "", "where backups are written; default SIMPUL_DATA_DIR/backups"),
    Knob("SIMPUL_BACKUP_KEY", "", "phrase of 20 signs or more that encrypts backups; made for the demo"),
    Knob("SIMPUL_CONTROLLER", "", "name of the data controller (UU 27/2022)"),
    Knob(
        "SIMPUL_PROXIES",
        "127.0.0.1,::1",
        "addresses or networks of web servers in front; their X-Forwarded headers are believed",
    ),
    Knob("SIMPUL_LOG_LEVEL", "warning", "how much the web server says: debug, info, warning, error"),
    Knob("SIMPUL_VENV", "", "where ./simpul keeps its Python environment; default .venv in the checkout"),
    Knob("SIMPUL_DPO_CONTACT", "", "contact of the data protection officer (UU 27/2022 art. 53)"),
)
# Said from one of our processes to another; nobody sets them by hand.
BETWEEN_OURSELVES = (
    "SIMPUL_BIND",
    "SIMPUL_PARENT_PIPE",
    "SIMPUL_PROCESSES",
    "SIMPUL_REEXEC",
    "SIMPUL_WEB_PROCESSES",
    "SIMPUL_WEB_THREADS",
    "SIMPUL_WORK_INSIDE",
)
_BY_NAME = {knob.name: knob for knob in KNOBS}


def read(name: str) -> str:
    """The value of a declared knob: the variable, its ``_FILE`` twin, or the default."""
    knob = _BY_NAME[name]
    if value := os.environ.get(name):
        return value
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "UTF-8"
            raise CannotGoOn(
                f"{name}_FILE={path} tidak dapat dibaca ({reason}).",
                f"{name}_FILE={path} cannot be read ({reason}).",
            ) from error
    return knob.default


def whole(name: str) -> int:
    """A knob that is a whole number."""
    value = read(name)
    try:
        return int(value)
    except ValueError:
        raise _unfit(name, value, "bilangan bulat", "a whole number") from None


def chosen(name: str, *choices: str) -> str:
    """A knob that is one of a few words."""
    value = read(name)
    if value not in choices:
        listed_choices = ", ".join(filter(None, choices))
        raise _unfit(name, value, f"salah satu dari {listed_choices}", f"one of {listed_choices}")
    return value


def time_zone() -> str:
    """The office's time zone, one that this computer knows."""
    value = read("SIMPUL_TIME_ZONE")
    try:
        ZoneInfo(value)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        zones = ("zona waktu, misalnya Asia/Makassar", "a time zone, for example Asia/Makassar")
        raise _unfit("SIMPUL_TIME_ZONE", value, *zones) from None
    return value


def _unfit(name: str, value: str, indonesian: str, english: str) -> CannotGoOn:
    return CannotGoOn(f"{name}={value} bukan {indonesian}.", f"{name}={value} is not {english}.")


def flag(name: str) -> bool:
    """Whether a knob is switched on."""
    return read(name).lower() in {"1", "true", "yes", "on"}


def listed(name: str) -> list[str]:
    """A knob that holds several values with commas between."""
    return [part.strip() for part in read(name).split(",") if part.strip()]


def networks(name: str) -> list[str]:
    """A knob that lists addresses or networks."""
    values = listed(name)
    try:
        for value in values:
            ip_network(value, strict=False)
    except ValueError:
        raise _unfit(name, ",".join(values), "daftar alamat", "a list of addresses") from None
    return values


def data_dir() -> Path:
    """The folder of everything that is this installation's own."""
    path = Path(read("SIMPUL_DATA_DIR"))
    return path if path.is_absolute() else ROOT / path


def address(url: str) -> SplitResult:
    """An address with its parts; one that cannot be read is refused without repeating its password."""
    try:
        parts = urlsplit(url)
        _known = parts.port
    except ValueError:
        raise CannotGoOn(
            "Satu pengaturan bukan alamat yang dapat dibaca; periksa DATABASE_URL, SIMPUL_KEYSTORE_URL dan "
            "SIMPUL_SMTP_URL. Tulis tanda / : @ # ? di dalam sandi sebagai %2F %3A %40 %23 %3F.",
            "One setting is not an address that can be read; check DATABASE_URL, SIMPUL_KEYSTORE_URL and "
            "SIMPUL_SMTP_URL. Write the signs / : @ # ? inside a password as %2F %3A %40 %23 %3F.",
        ) from None
    return parts


def database_from_url(url: str) -> dict[str, object]:
    """Django's settings for a PostgreSQL or SQLite address.

    >>> database_from_url("postgresql://u:p@h:5433/n")["PORT"]
    '5433'
    """
    parts = address(url)
    if parts.scheme in {"sqlite", "sqlite3"}:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": unquote(parts.path)}
    if parts.scheme not in {"postgres", "postgresql"}:
        raise CannotGoOn(
            f"Alamat basis data dengan {parts.scheme!r} tidak didukung; pakai postgresql://.",
            f"A database address with {parts.scheme!r} is not supported; use postgresql://.",
        )
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # Connections that died with the server are found out before they are used; nobody waits long for one.
        "CONN_HEALTH_CHECKS": True,
        # Kept statements of heavy pages are planned once a connection (safeguards.together); ?prepare=no in
        # the address stops that where a pooler stands between that hands out another connection each time.
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 12, "timeout": 8},
            "prepare_threshold": None if query.get("prepare") == "no" else 1,
        },
    }
