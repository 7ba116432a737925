from django.apps import AppConfig


class PartnerConfig(AppConfig):
    name = "simpul.web.partner"
    label = "web_partner"
