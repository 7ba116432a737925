"""Findings: what a pattern of barriers says, frozen and put into words."""

from simpul.advocacy.models.finding import Finding, FindingVersion

__all__ = ["Finding", "FindingVersion"]
