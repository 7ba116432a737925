"""An import's work on its rows: checking, writing, taking back."""

CHECK_CHUNK = 500
WRITE_CHUNK = 100
UNDO_CHUNK = 150
