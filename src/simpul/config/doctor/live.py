"""Facts that only the running database knows. Each answers also when tables are not there yet."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from simpul.config.environment import DEMO_MAIL_DOMAIN, ROOT
from simpul.kernel.clock import now

POSTGRES_SETTINGS = ("fsync", "synchronous_commit", "full_page_writes")


def unreachable_databases() -> tuple[str, ...]:
    """Databases that do not answer. A SQLite file that is not there is never made by looking."""
    from django.db import DatabaseError, connections

    faults: list[str] = []
    for alias in ("default", "keys"):
        connection = connections[alias]
        name = str(connection.settings_dict["NAME"])
        if connection.vendor == "sqlite" and not name.startswith("file:") and not Path(name).exists():
            faults.append(f"{alias}: {name} is not there")
            continue
        try:
            connection.ensure_connection()
        except DatabaseError as error:
            faults.append(f"{alias}: {str(error).strip().splitlines()[0]}")
    return tuple(faults)


def postgres_settings() -> dict[str, str]:
    """Settings of the server on which acknowledged writes depend; nothing on SQLite."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(POSTGRES_SETTINGS)]
        )
        return {str(name): str(value) for name, value in cursor.fetchall()}


def half_restored() -> tuple[str, ...]:
    """Databases into which a restore was begun and not ended. On SQLite a restore is one step."""
    from django.conf import settings

    from simpul.config.backup.restoring import half_restored as begun_only

    return tuple(alias for alias in ("default", "keys") if begun_only(settings.DATABASES[alias]))


def waiting_migrations() -> tuple[str, ...]:
    """Migrations that this version brings and a database has not had."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    waiting: list[str] = []
    for alias in ("default", "keys"):
        executor = MigrationExecutor(connections[alias])
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        waiting += [f"{alias}: {migration.app_label}.{migration.name}" for migration, _backwards in plan]
    return tuple(waiting)


def missing_triggers() -> tuple[str, ...]:
    """Triggers that should refuse changes to the audit trail and are not there."""
    from django.db import connection

    from simpul.safeguards import triggers

    return tuple(triggers.missing_triggers(connection))


def demo_accounts() -> int:
    """Active accounts of the demo, whose passwords everybody knows."""
    from django.db import connection

    from simpul.workforce.models import Account

    if Account._meta.db_table not in connection.introspection.table_names():
        return 0
    return Account.objects.filter(is_active=True, email__endswith=f"@{DEMO_MAIL_DOMAIN}").count()


def _newest_known_moment() -> datetime:
    """A moment that has certainly passed: the newest audit line, or the date of this version's files."""
    from django.apps import apps
    from django.db import connection

    newest = datetime.fromtimestamp((Path(ROOT) / "pyproject.toml").stat().st_mtime, tz=UTC)
    line = apps.get_model("safeguards", "AuditLine")
    if line._meta.db_table in connection.introspection.table_names():
        last = line._default_manager.order_by("-seq").values_list("at", flat=True).first()
        newest = max(newest, last) if last else newest
    return newest


def clock_offset_seconds() -> float:
    """How far this computer's clock is from what is known: the database server's clock, or the past."""
    from django.db import connection

    behind = (_newest_known_moment() - now()).total_seconds()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            server = cursor.fetchone()[0]
        return float(max(abs((server - now()).total_seconds()), behind))
    return max(0.0, behind)
