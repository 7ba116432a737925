"""The entry point for web servers."""

import os

from django.core.wsgi import get_wsgi_application

from simpul.config.environment import networks
from simpul.config.forwarded import WhoAsks

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "simpul.config.settings")
application = WhoAsks(get_wsgi_application(), networks("SIMPUL_PROXIES"))
