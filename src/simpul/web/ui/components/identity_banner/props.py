"""Whose record this is, always in sight, so that nobody writes into the wrong file."""

from dataclasses import dataclass

from simpul.web.ui.components.avatar.props import Avatar
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.risk_badge.props import RiskBadge


@dataclass(frozen=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True)
class IdentityBanner:
    """``calls`` is the name the person wants to be called by; ``alert`` what must be known before a call."""

    name: str
    reference: str
    calls: str = ""
    facts: tuple[Fact, ...] = ()
    badges: tuple[Badge, ...] = ()
    risk: RiskBadge | None = None
    alert: str = ""
    url: str = ""

    @property
    def avatar(self) -> Avatar:
        return Avatar(self.name, large=True)
