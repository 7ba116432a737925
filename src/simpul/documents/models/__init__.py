"""Letterheads and issued documents."""

from simpul.documents.models.document import IssuedDocument
from simpul.documents.models.letterhead import Letterhead

__all__ = ["IssuedDocument", "Letterhead"]
