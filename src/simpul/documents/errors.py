"""What can go wrong with a document."""

from __future__ import annotations

from simpul.kernel.errors import ActError
from simpul.kernel.text import N_, Text


class AlreadyRevoked(ActError):
    def __init__(self) -> None:
        super().__init__(Text(N_("This document has been revoked already. Issue a new one if it is needed.")))


class ContentErased(ActError):
    """The person's key was destroyed; the letter cannot be made again."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                N_(
                    "The content of this document was erased together with the person's data. "
                    "Only its number, date and standing are left."
                )
            )
        )


class NotEditable(ActError):
    def __init__(self) -> None:
        super().__init__(
            Text(N_("This kind of document is not edited in a word processor. Take the PDF instead."))
        )


class LogoUnreadable(ActError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                N_("The logo cannot be read. Choose a PNG or JPEG picture of at most 2 MB and 4,000 pixels.")
            )
        )


class ReasonMissing(ActError):
    def __init__(self) -> None:
        super().__init__(Text(N_("Write why the document is revoked; whoever holds a copy may ask.")))
