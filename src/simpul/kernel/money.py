"""Rupiah, in whole rupiah: aid is never paid in sen."""

from __future__ import annotations

from typing import NewType

Rupiah = NewType("Rupiah", int)
