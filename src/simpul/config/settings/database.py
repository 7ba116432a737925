"""Where records lie. SQLite for one process; PostgreSQL for shared use; keys always apart from data."""

from simpul.config.environment import data_dir, database_from_url, read

_SQLITE_OPTIONS = {
    # IMMEDIATE: two writers queue instead of failing. FULL: an acknowledged note survives a power cut.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000; PRAGMA secure_delete=ON; PRAGMA mmap_size=0;"
    ),
}


def _database(url: str, filename: str) -> dict[str, object]:
    settings = (
        database_from_url(url)
        if url
        else {"ENGINE": "django.db.backends.sqlite3", "NAME": data_dir() / filename}
    )
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["OPTIONS"] = dict(_SQLITE_OPTIONS)
    return settings


DATABASES = {
    "default": _database(read("DATABASE_URL"), "simpul.sqlite3"),
    "keys": _database(read("SIMPUL_KEYSTORE_URL"), "keys.sqlite3"),
}
DATABASE_ROUTERS = ["simpul.safeguards.keystore_router.KeystoreRouter"]
