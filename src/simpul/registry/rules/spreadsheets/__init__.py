"""Reading tables that others made: guarded first, then streamed row by row. No framework."""

from simpul.registry.rules.spreadsheets.guard import Kind, UnsafeFile, guarded_kind
from simpul.registry.rules.spreadsheets.table import MOST_ROWS, Row, read_table

__all__ = ["MOST_ROWS", "Kind", "Row", "UnsafeFile", "guarded_kind", "read_table"]
