"""The database itself refuses to update, delete or empty the log."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("safeguards_auditline", "safeguards_auditsubject")
REFUSAL = "the audit log is append-only"


def make_triggers(connection: BaseDatabaseWrapper) -> None:
    """Put the refusing triggers on the tables of the log."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION simpul_refuse_log_change() RETURNS trigger AS $$ "
                f"BEGIN RAISE EXCEPTION '{REFUSAL}'; END; $$ LANGUAGE plpgsql"
            )
        for table in TABLES:
            for name, statement in _statements(connection.vendor, table).items():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + _on(connection.vendor, table))
                cursor.execute(statement)


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers off: only for reversing a migration and for emptying a test database."""
    with connection.cursor() as cursor:
        for table in TABLES:
            for name in _statements(connection.vendor, table):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + _on(connection.vendor, table))


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of refusing triggers that the database lacks."""
    wanted = {name for table in TABLES for name in _statements(connection.vendor, table)}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return sorted(wanted - {row[0] for row in cursor.fetchall()})


def _on(vendor: str, table: str) -> str:
    return f" ON {table}" if vendor == "postgresql" else ""


def _statements(vendor: str, table: str) -> dict[str, str]:
    if vendor == "postgresql":
        run = "EXECUTE FUNCTION simpul_refuse_log_change()"
        return {
            f"{table}_rows": (
                f"CREATE TRIGGER {table}_rows BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {run}"
            ),
            f"{table}_whole": f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} {run}",
        }
    return {
        f"{table}_{verb}": (
            f"CREATE TRIGGER {table}_{verb} BEFORE {verb.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )
        for verb in ("update", "delete")
    }
