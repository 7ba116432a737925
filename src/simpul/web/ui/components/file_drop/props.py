"""Where a file is chosen or dropped. Works as a plain file input without script."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FileDrop:
    name: str
    label: str
    hint: str = ""
    accept: str = ""
    multiple: bool = False
    error: str = ""
    required: bool = True

    @property
    def anchor(self) -> str:
        return f"id_{self.name}"

    @property
    def described_by(self) -> str:
        parts = [f"{self.anchor}_hint" if self.hint else "", f"{self.anchor}_error" if self.error else ""]
        return " ".join(part for part in parts if part)
