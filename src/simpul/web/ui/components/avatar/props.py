"""A person's initials. Never a photograph: faces are not decoration here."""

from dataclasses import dataclass

from simpul.kernel.names import name_words


@dataclass(frozen=True)
class Avatar:
    name: str
    large: bool = False

    @property
    def initials(self) -> str:
        """Of the first and the last word.

        >>> Avatar("Wahyudi Nugroho, S.Pd.").initials, Avatar("Siti").initials, Avatar("").initials
        ('WN', 'S', '?')
        """
        kept = [word for word in name_words(self.name) if word[0].isalpha()]
        first, last = (kept[0], kept[-1] if len(kept) > 1 else "") if kept else ("", "")
        return (first[:1] + last[:1]).upper() or "?"
