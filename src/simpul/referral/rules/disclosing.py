"""Which kinds of data a packet carries: what the agency needs, cut to what the client allows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

# A sealed person's whereabouts travel in no packet, whoever consents to it.
NEVER_OF_SEALED = frozenset({"address", "photographs"})
# A packet is words, never pictures.
NEVER = frozenset({"photographs"})
# What the registry does not know: told by the worker, as little as the agency needs.
TOLD = ("health", "economy", "education", "legal", "narrative", "plan")


class Verdict(StrEnum):
    """What becomes of one kind of data."""

    GOES = "goes"
    NOT_ALLOWED = "not_allowed"
    NEVER = "never"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Line:
    """One kind of data in the preview."""

    group: str
    verdict: Verdict


def weigh(
    groups: Iterable[str], wanted: Collection[str], allowed: Collection[str], *, sealed: bool
) -> tuple[Line, ...]:
    """Kind by kind.

    >>> [str(line.verdict) for line in weigh(["identity", "health", "address", "plan"],
    ...     {"identity", "health", "address"}, {"identity", "address"}, sealed=True)]
    ['goes', 'not_allowed', 'never', 'not_asked']
    """
    never = NEVER | (NEVER_OF_SEALED if sealed else frozenset())
    return tuple(Line(group, _verdict(group, wanted, allowed, never)) for group in groups)


def _verdict(
    group: str, wanted: Collection[str], allowed: Collection[str], never: Collection[str]
) -> Verdict:
    if group not in wanted:
        return Verdict.NOT_ASKED
    if group in never:
        return Verdict.NEVER
    return Verdict.GOES if group in allowed else Verdict.NOT_ALLOWED


def going(lines: Iterable[Line]) -> frozenset[str]:
    """The kinds that travel."""
    return frozenset(line.group for line in lines if line.verdict is Verdict.GOES)
