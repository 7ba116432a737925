"""What can go wrong with a referral, said so that somebody can do something about it."""

from __future__ import annotations

from simpul.kernel.errors import ActError, Refused
from simpul.kernel.text import N_, Text


class WrongState(ActError):
    """This act does not fit the state that the referral is in."""

    def __init__(self) -> None:
        super().__init__(
            Text(N_("The referral has moved on in the meantime. Look at where it stands now, then go on."))
        )


class AccessOver(Refused):
    """The agency may read no more: taken back, ended, or the client's consent does not stand."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                N_(
                    "What was sent to you can no longer be read. Nothing more is needed from you; ask the "
                    "office that sent the letter if you have a question."
                )
            )
        )


class NobodyYet(ActError):
    """A referral is about somebody."""

    def __init__(self) -> None:
        super().__init__(Text(N_("First record who the client is: a referral needs her consent.")))


class NotWanted(Refused):
    """The client said no to this agency, or was not asked."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                N_(
                    "The client has not allowed that anything goes to this agency. Ask her, and record "
                    "what she says; a no is an answer too."
                )
            )
        )


class BarrierSettled(ActError):
    """Nothing more is tried against a barrier that stands no longer."""

    def __init__(self) -> None:
        super().__init__(
            Text(N_("This barrier was settled already. If it is there again, note it as a new one."))
        )
