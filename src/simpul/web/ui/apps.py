from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "simpul.web.ui"
    label = "web_ui"
