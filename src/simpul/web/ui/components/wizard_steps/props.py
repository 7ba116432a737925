"""The steps of a form that has more than one page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WizardSteps:
    """``current`` counts from 1; ``urls`` lead back to steps already done."""

    labels: tuple[str, ...]
    current: int
    urls: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[tuple[int, str, str, str], ...]:
        """Number, label, state, address."""
        found = []
        for number, label in enumerate(self.labels, 1):
            state = "done" if number < self.current else "current" if number == self.current else "ahead"
            url = self.urls[number - 1] if state == "done" and number <= len(self.urls) else ""
            found.append((number, label, state, url))
        return tuple(found)
