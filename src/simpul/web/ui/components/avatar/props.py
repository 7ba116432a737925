"""A person's initials. Never a photograph: faces are not decoration here."""

from dataclasses import dataclass

_TITLES = {
    "bpk",
    "bapak",
    "ibu",
    "bu",
    "pak",
    "h",
    "hj",
    "dr",
    "drs",
    "dra",
    "ir",
    "sdr",
    "sdri",
    "an",
    "alm",
}


@dataclass(frozen=True)
class Avatar:
    name: str
    large: bool = False

    @property
    def initials(self) -> str:
        words = [word for word in self.name.replace(".", " ").split() if word[0].isalpha()]
        kept = [word for word in words if word.casefold() not in _TITLES] or words
        first, last = (kept[0], kept[-1] if len(kept) > 1 else "") if kept else ("", "")
        return (first[:1] + last[:1]).upper() or "?"
