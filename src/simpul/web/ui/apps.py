from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class UiConfig(AppConfig):
    name = "simpul.web.ui"
    label = "web_ui"

    def ready(self) -> None:
        """Let every audience declare its menu entries."""
        autodiscover_modules("navigation")
