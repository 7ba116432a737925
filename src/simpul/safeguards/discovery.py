"""Finds every act of an app at start, so that the list of acts is the list of what can be done."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil

from django.apps import AppConfig


class ActsConfig(AppConfig):
    """An app whose ``commands`` and ``queries`` are known to the gate as soon as Django is up."""

    default = False

    def ready(self) -> None:
        for room in ("commands", "queries"):
            package = importlib.import_module(f"{self.name}.{room}")
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                importlib.import_module(module.name)
        if importlib.util.find_spec(f"{self.name}.tasks"):
            importlib.import_module(f"{self.name}.tasks")
