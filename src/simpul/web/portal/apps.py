from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "simpul.web.portal"
    label = "web_portal"
