from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "simpul.web.api"
    label = "web_api"
