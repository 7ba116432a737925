"""More, for who wants it: ``{% box "disclosure" _("Why do we ask?") %} ... {% endbox %}``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Disclosure:
    summary: str
    text: str = ""
    open: bool = False
    note: str = ""
