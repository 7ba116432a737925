"""What can be wrong with a form, said to the person who writes it."""

from __future__ import annotations

from simpul.kernel.errors import ActError
from simpul.kernel.text import N_, Text


class ExpressionFault(ActError):
    """A formula that cannot be read or computed; whoever knows its row wraps it in a ``FormFault``."""


class FormFault(ActError):
    """The form cannot be used: which sheet, which row, which question, what is wrong and what to do."""

    def __init__(
        self, problem: Text, *, sheet: str = "survey", row: int | None = None, name: str = ""
    ) -> None:
        self.problem = problem
        self.sheet = sheet
        self.row = row
        self.name = name
        place = {"sheet": sheet, "row": row, "name": name, "problem": problem}
        if row is not None and not name:
            text = Text(N_("Sheet %(sheet)s, row %(row)s: %(problem)s"), place)
        elif row is not None:
            text = Text(N_("Sheet %(sheet)s, row %(row)s (%(name)s): %(problem)s"), place)
        else:
            text = Text(N_("Sheet %(sheet)s: %(problem)s"), place)
        super().__init__(text)


class InstrumentClosed(ActError):
    """A published version never changes, and a retired one takes no new answers."""

    def __init__(self) -> None:
        super().__init__(
            Text(N_("This version of the form has been retired. Choose the current version of the form."))
        )


class UploadSettled(ActError):
    """The upload was published or put away already."""

    def __init__(self) -> None:
        super().__init__(Text(N_("This form was published or put away already. Upload it again.")))
