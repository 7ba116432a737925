"""Data and keys lie in two databases; every test with a database has both. Race tests need PostgreSQL."""

from __future__ import annotations

import pytest

FIXTURES = {"db", "transactional_db", "live_server", "django_db_reset_sequences", "admin_client"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    from django.conf import settings

    on_postgres = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
    for item in items:
        if not on_postgres and item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL: set DATABASE_URL"))
        mark = item.get_closest_marker("django_db")
        uses = FIXTURES & set(getattr(item, "fixturenames", ()))
        elsewhere = item.get_closest_marker("postgres") or item.get_closest_marker("either")
        if mark is None and not uses and not elsewhere:
            item.add_marker(pytest.mark.once)
        if (mark is None and not uses) or (mark and mark.kwargs.get("databases")):
            continue
        facts = dict(mark.kwargs) if mark else {}
        item.add_marker(pytest.mark.django_db(**{**facts, "databases": "__all__"}), append=False)
