"""A real Chromium for journeys. Without one, every browser test is skipped with one and the same reason."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_CHROME = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def chromium_path() -> str | None:
    """The system's Chromium or Chrome; Playwright's own download is never used."""
    found = [path for path in map(shutil.which, NAMES) if path]
    return found[0] if found else (str(MAC_CHROME) if MAC_CHROME.exists() else None)


def missing() -> str:
    """Why browser tests cannot run here; empty when they can."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "playwright is not installed: ./simpul test --browser"
    return "" if chromium_path() else "no Chromium or Chrome on this machine"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    driven = [item for item in items if item.get_closest_marker("browser")]
    reason = missing() if driven else ""
    for item in driven if reason else []:
        item.add_marker(pytest.mark.skip(reason=f"browser tests: {reason}"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for the whole run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=chromium_path(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def browser_page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A fresh window; parametrize it indirectly with ``{"viewport": ...}`` to shape it."""
    context = browser.new_context(**getattr(request, "param", {}))
    page = context.new_page()
    yield page
    context.close()
