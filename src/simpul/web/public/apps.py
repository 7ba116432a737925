from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "simpul.web.public"
    label = "web_public"
