"""What can be done with a list or a record: ``{% box "toolbar" _("Filter") %} ... {% endbox %}``."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.web.ui.components.button.props import Button


@dataclass(frozen=True)
class Toolbar:
    label: str
    buttons: tuple[Button, ...] = ()
