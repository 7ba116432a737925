"""An import's work on its rows: checking, writing, taking back."""

CHECK_CHUNK = 1000
WRITE_CHUNK = 500
