"""Doctor: tells what is unsafe about an installation before somebody comes to harm by it."""

from __future__ import annotations

from collections.abc import Sequence

from simpul.config.doctor import data_checks, secret_checks, web_checks
from simpul.config.doctor.finding import Finding
from simpul.config.doctor.site import Site, survey
from simpul.config.speaking import show

CHECKS = (*web_checks.CHECKS, *secret_checks.CHECKS, *data_checks.CHECKS)


def findings_of(site: Site) -> list[Finding]:
    """Everything unsafe about these facts."""
    return [finding for check in CHECKS for finding in check(site)]


def examine() -> list[Finding]:
    """Everything unsafe about this installation."""
    return findings_of(survey())


def report(findings: Sequence[Finding]) -> None:
    """Print each finding with its reason and remedy, Indonesian first."""
    for number, finding in enumerate(findings, start=1):
        show(f"{number}. [{finding.code}]")
        show(f"   id: {finding.why.indonesian}")
        show(f"       -> {finding.remedy.indonesian}")
        show(f"   en: {finding.why.english}")
        show(f"       -> {finding.remedy.english}")


__all__ = ["CHECKS", "Finding", "Site", "examine", "findings_of", "report", "survey"]
