"""On CI nothing may be skipped: a skipped test there is a hole that looks like a pass."""

from __future__ import annotations

import os

import pytest


def on_ci() -> bool:
    """Whether this is the run that must leave nothing out."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def _skipped(reporter: pytest.TerminalReporter | None) -> list[str]:
    reports = reporter.stats.get("skipped", []) if reporter else []
    return [f"{report.nodeid}: {report.longrepr[2] if report.longrepr else ''}" for report in reports]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if hasattr(session.config, "workerinput") or not on_ci():
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if exitstatus == 0 and _skipped(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = _skipped(terminalreporter) if on_ci() else []
    if skipped:
        terminalreporter.section("skipped on CI, which counts as failed")
        terminalreporter.write_line("\n".join(skipped))
