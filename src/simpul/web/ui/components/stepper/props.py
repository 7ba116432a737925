"""Where a case stands among its stages, and what the next one still waits for."""

from dataclasses import dataclass
from typing import Literal

State = Literal["done", "current", "ahead", "skipped"]


@dataclass(frozen=True)
class Stage:
    label: str
    state: State
    note: str = ""
    url: str = ""

    @property
    def done(self) -> bool:
        return self.state == "done"


@dataclass(frozen=True)
class Missing:
    """One thing that the next stage waits for, with the page where it can be done."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class Stepper:
    stages: tuple[Stage, ...]
    missing: tuple[Missing, ...] = ()
    next_label: str = ""
    next_url: str = ""
    label: str = ""

    @property
    def position(self) -> int:
        return next(
            (n for n, stage in enumerate(self.stages, 1) if stage.state == "current"), len(self.stages)
        )

    @property
    def current(self) -> str:
        return next((stage.label for stage in self.stages if stage.state == "current"), "")
