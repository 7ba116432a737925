"""What makes an assessment whole: strengths, the client's own words, no domain passed over in silence."""

from __future__ import annotations

from collections.abc import Mapping


def covered(domains: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The domains that were answered, or marked as not assessed with a reason.

    >>> covered({"social": {"text": "Lives with her aunt"}, "spiritual": {"not_assessed": ""}})
    ['social']
    """
    return sorted(
        code
        for code, parts in domains.items()
        if parts.get("text", "").strip() or parts.get("not_assessed", "").strip()
    )
