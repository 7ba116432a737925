"""What can go wrong with the registry's acts."""

from __future__ import annotations

from collections.abc import Sequence

from simpul.kernel.errors import ActError, Refused
from simpul.kernel.text import N_, Text


class LikelyKnown(ActError):
    """Somebody very like this is on file. ``candidates`` are thin rows, ``token`` says they were shown."""

    def __init__(self, candidates: Sequence[object], token: str) -> None:
        words = N_(
            "Somebody very much like this is already on file. Look at the list: open that file, "
            "or say why this is another person."
        )
        super().__init__(Text(words))
        self.candidates = tuple(candidates)
        self.token = token


class TooManyOpened(Refused):
    """More files outside one's caseload were opened within an hour than work explains."""

    def __init__(self, limit: int) -> None:
        words = N_(
            "You opened %(limit)s files outside your caseload within an hour. Opening further ones is "
            "paused; your supervisor has been told. In an emergency, use emergency access."
        )
        super().__init__(Text(words, {"limit": limit}))


class TieBars(Refused):
    """Something stands between the actor and this person. The sentence never says what."""

    def __init__(self) -> None:
        words = N_(
            "A tie stands between you and this person, so this is for a colleague. Ask your supervisor."
        )
        super().__init__(Text(words))


class TwoValidNik(ActError):
    """Both files carry a recorded NIK, and they differ: the law knows two persons."""

    def __init__(self) -> None:
        words = N_(
            "Both files carry a NIK, and the numbers differ. Find out which card is right and correct the "
            "number first; two persons are never merged."
        )
        super().__init__(Text(words))


class FileRefused(ActError):
    """An uploaded file is not read: too big, disguised, or built to do harm."""


class WrongStage(ActError):
    """The import is not at the stage where this can be done."""

    def __init__(self) -> None:
        super().__init__(Text(N_("This import has moved on since. Look at its page again.")))
