"""Doctor refuses each unsafe configuration, saying why and the remedy twice, and lets a good one pass."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from simpul.config import doctor
from simpul.config.doctor import live
from simpul.config.environment import DEMO_MAIL_DOMAIN

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def key(sign: int) -> str:
    return base64.b64encode(bytes((sign + n) % 251 for n in range(32))).decode()


POSTGRES = {"ENGINE": "django.db.backends.postgresql", "HOST": "db", "PORT": "5432"}
GOOD = doctor.Site(
    mode="production",
    debug=False,
    secret_key=key(1) + key(2),
    master_keys=f"m2:{key(3)},m1:{key(4)}",
    index_key=key(5),
    demo_secrets=frozenset({key(6)}),
    secret_files={"/etc/simpul/secret_key": 0o600},
    hosts=("simpul.dinsos.example",),
    origin="https://simpul.dinsos.example",
    proxies=("127.0.0.1", "::1", "10.1.2.0/28"),
    https=True,
    session_hours=12,
    idle_minutes=15,
    second_step="powerful",
    hashers=("django.contrib.auth.hashers.ScryptPasswordHasher",),
    databases={"default": {**POSTGRES, "NAME": "simpul"}, "keys": {**POSTGRES, "NAME": "simpul_keys"}},
    unreachable=(),
    postgres={"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"},
    data_dir=Path("/srv/simpul"),
    data_dir_mode=0o700,
    anchor_file=Path("/mnt/inspectorate/heads.jsonl"),
    anchor_writable=True,
    backup_dir=Path("/mnt/backups"),
    backup_key=True,
    newest_backup=NOW - timedelta(hours=6),
    newest_rehearsal=NOW - timedelta(days=30),
    free_share=0.4,
    mail_configured=True,
    mail_encrypted=True,
    controller="Dinas Sosial Kabupaten Rekaan",
    dpo_contact="dpo@dinsos.example",
    half_restored=(),
    waiting_migrations=(),
    missing_triggers=(),
    demo_accounts=0,
    clock_offset_seconds=0.4,
    as_root=False,
    at=NOW,
)
SQLITE = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "/srv/simpul/simpul.sqlite3"},
    "keys": {"ENGINE": "django.db.backends.sqlite3", "NAME": "/srv/simpul/keys.sqlite3"},
}
SABOTAGES: list[tuple[str, dict[str, Any]]] = [
    ("mode-not-production", {"mode": "demo"}),
    ("debug-on", {"debug": True}),
    ("hosts-wildcard", {"hosts": ("*", "simpul.dinsos.example")}),
    ("hosts-wildcard", {"hosts": (".example", "simpul.dinsos.example")}),
    ("https-off", {"https": False}),
    ("origin-unfit", {"origin": "http://simpul.dinsos.example"}),
    ("origin-unfit", {"origin": "https://elsewhere.example"}),
    ("proxies-wide", {"proxies": ("127.0.0.1", "0.0.0.0/0")}),
    ("proxies-wide", {"proxies": ("10.0.0.0/8",)}),
    ("session-long", {"session_hours": 24}),
    ("session-long", {"session_hours": 0}),
    ("second-step-missing", {"second_step": "offered"}),
    ("idle-long", {"idle_minutes": 60}),
    ("idle-long", {"idle_minutes": 0}),
    ("hasher-weak", {"hashers": ("django.contrib.auth.hashers.MD5PasswordHasher",)}),
    ("mail-missing", {"mail_configured": False}),
    ("mail-unencrypted", {"mail_encrypted": False}),
    ("controller-missing", {"controller": "  "}),
    ("dpo-missing", {"dpo_contact": "ask the front desk"}),
    ("secret-key-weak", {"secret_key": ""}),
    ("secret-key-weak", {"secret_key": "changeme"}),
    ("secret-key-weak", {"secret_key": "a" * 60}),
    ("master-keys-weak", {"master_keys": ""}),
    ("master-keys-weak", {"master_keys": "m1:c2hvcnQ="}),
    ("master-keys-weak", {"master_keys": f"m1:{key(3)},m1:{key(4)}"}),
    ("index-key-weak", {"index_key": ""}),
    ("index-key-weak", {"index_key": "c2hvcnQ="}),
    ("demo-secrets", {"demo_secrets": frozenset({GOOD.index_key})}),
    ("secrets-reused", {"index_key": key(3)}),
    ("secret-file-readable", {"secret_files": {"/etc/simpul/secret_key": 0o644}}),
    ("database-unreachable", {"unreachable": ("default: connection refused",)}),
    ("sqlite-shared", {"databases": SQLITE, "postgres": {}}),
    ("postgres-fsync", {"postgres": {"fsync": "off"}}),
    ("postgres-synchronous-commit", {"postgres": {"synchronous_commit": "off"}}),
    ("postgres-full-page-writes", {"postgres": {"full_page_writes": "off"}}),
    ("keystore-with-data", {"databases": dict.fromkeys(("default", "keys"), GOOD.databases["default"])}),
    ("data-dir-open", {"data_dir_mode": 0o755}),
    ("anchor-with-data", {"anchor_file": Path("/srv/simpul/anchors/heads.jsonl")}),
    ("anchor-unwritable", {"anchor_writable": False}),
    ("backup-key-missing", {"backup_key": False}),
    ("backup-with-data", {"backup_dir": Path("/srv/simpul/backups")}),
    ("backup-old", {"newest_backup": None}),
    ("backup-old", {"newest_backup": NOW - timedelta(days=3)}),
    ("rehearsal-old", {"newest_rehearsal": None}),
    ("rehearsal-old", {"newest_rehearsal": NOW - timedelta(days=91)}),
    ("disk-full", {"free_share": 0.09}),
    ("restore-unfinished", {"half_restored": ("default",)}),
    ("migrations-waiting", {"waiting_migrations": ("default: registry.0002_x",)}),
    ("triggers-missing", {"missing_triggers": ("safeguards_auditline_update",)}),
    ("demo-accounts", {"demo_accounts": 3}),
    ("clock-off", {"clock_offset_seconds": 3600}),
    ("runs-as-root", {"as_root": True}),
]


def test_a_good_installation_has_no_findings() -> None:
    assert doctor.findings_of(GOOD) == []


@pytest.mark.parametrize(
    ("code", "sabotage"), SABOTAGES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_sabotage_is_refused(code: str, sabotage: Mapping[str, Any]) -> None:
    findings = doctor.findings_of(replace(GOOD, **sabotage))
    assert [finding.code for finding in findings] == [code]
    for said in (findings[0].why, findings[0].remedy):
        assert said.indonesian.strip()
        assert said.english.strip()
    assert findings[0].why.indonesian != findings[0].why.english


def test_there_are_sabotages_for_every_check() -> None:
    assert len({code for code, _sabotage in SABOTAGES}) >= 30


def test_one_computer_may_use_sqlite() -> None:
    site = replace(GOOD, databases=SQLITE, postgres={}, hosts=("localhost",), origin="https://localhost")
    assert doctor.findings_of(site) == []


def test_only_what_grows_old_lets_serve_start() -> None:
    codes = {
        f.code
        for code, sabotage in SABOTAGES
        for f in doctor.findings_of(replace(GOOD, **sabotage))
        if not f.blocks
    }
    assert codes == {"backup-old", "rehearsal-old", "disk-full"}


@pytest.mark.django_db
def test_the_survey_of_a_fresh_test_database_finds_no_fault_in_tables(settings: Any, tmp_path: Path) -> None:
    site = doctor.survey()
    assert site.waiting_migrations == ()
    assert site.missing_triggers == ()
    assert site.demo_accounts == 0
    assert abs(site.clock_offset_seconds) < 120
    assert 0 < site.free_share < 1


@pytest.mark.django_db
def test_the_survey_finds_demo_accounts() -> None:
    from simpul.workforce.models import Account

    Account.objects.create_user(f"peksos@{DEMO_MAIL_DOMAIN}", "x")
    assert live.demo_accounts() == 1


@pytest.mark.django_db(transaction=True)
def test_the_survey_finds_a_dropped_trigger() -> None:
    from django.db import connection

    from simpul.safeguards.triggers import drop_triggers, make_triggers

    drop_triggers(connection)
    try:
        assert live.missing_triggers()
    finally:
        make_triggers(connection)
    assert live.missing_triggers() == ()


@pytest.mark.django_db
def test_the_survey_sees_an_open_secret_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "key"
    secret.write_text("x", encoding="utf-8")
    secret.chmod(0o644)
    monkeypatch.setenv("SIMPUL_SECRET_KEY_FILE", str(secret))
    assert doctor.survey().secret_files == {str(secret): 0o644}
    secret.chmod(0o600)
    codes = [finding.code for finding in doctor.examine()]
    assert "secret-file-readable" not in codes


@pytest.mark.django_db
def test_the_survey_sees_an_unwritable_anchor(settings: Any, tmp_path: Path) -> None:
    settings.ANCHOR_FILE = str(tmp_path / "absent" / "heads.jsonl")
    assert doctor.survey().anchor_writable is False
    (tmp_path / "absent").mkdir()
    assert doctor.survey().anchor_writable is True


@pytest.mark.django_db
def test_postgres_settings_are_read_where_there_is_one() -> None:
    from django.db import connection

    found = live.postgres_settings()
    assert bool(found) is (connection.vendor == "postgresql")
    if found:
        assert found["fsync"] == "on"


@pytest.mark.django_db
def test_the_test_installation_itself_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    findings = doctor.examine()
    assert any(finding.blocks for finding in findings)
    doctor.report(findings)
    printed = capsys.readouterr().out
    assert "[mode-not-production]" in printed
    assert "id: SIMPUL_MODE=" in printed
    assert "en: SIMPUL_MODE=" in printed
    assert os.environ["SIMPUL_DATA_DIR"] not in {"", "var"}
