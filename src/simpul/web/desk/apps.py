from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "simpul.web.desk"
    label = "web_desk"
