"""Which help was explained to the client, and what she said to it."""

from __future__ import annotations

from simpul.casework.models.record import RECORD, CaseRecord
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField


class ExplainedService(CaseRecord):
    """A service of the directory as it was explained on a day. Which one it was is as private as the case.

    ``service`` holds its id, name, agency, telephone, and whether its place is protected.
    """

    service = EncryptedJSONField()
    told = EncryptedTextField()
    client_words = EncryptedTextField(blank=True)

    class Privacy:
        open = RECORD
        personal = ()
        sensitive = ("service", "told", "client_words")

    def __str__(self) -> str:
        return str(self.id)
