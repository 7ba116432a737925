"""Invented examples (hypothesis): a slow machine is no fault of what is tested, so nothing is timed."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("simpul", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("simpul")
