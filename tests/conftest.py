"""Foundations of every test. Each concern is a plugin of its own in tests/plugins."""

import os

# Playwright's loop runs in the thread of the test; live_server's database use there is meant.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

pytest_plugins = [
    "tests.plugins.catalogues",
    "tests.plugins.languages",
    "tests.plugins.examples",
    "tests.plugins.sockets",
    "tests.plugins.installations",
    "tests.plugins.databases",
    "tests.plugins.append_only_log",
    "tests.plugins.browser",
    "tests.plugins.completeness",
]
