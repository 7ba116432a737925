"""The tones that components share. A tone never speaks alone: a word or an icon always goes with it."""

from __future__ import annotations

from typing import Literal

Tone = Literal["plain", "good", "warn", "bad", "info", "plum", "primary"]
