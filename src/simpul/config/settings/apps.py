"""Which packages take part, in which order requests pass, where templates and static files lie."""

import importlib.util
from pathlib import Path

from simpul.config.environment import ROOT, data_dir

INSTALLED_APPS = [
    "simpul.web.ui",
    "simpul.web.desk",
    "simpul.web.partner",
    "simpul.web.portal",
    "simpul.web.public",
    "simpul.web.api",
    "simpul.casework",
    "simpul.advocacy",
    "simpul.referral",  # after casework: a case is carried before what hangs on it
    "simpul.registry",
    "simpul.directory",
    "simpul.instruments",
    "simpul.worklist",
    "simpul.notices",
    "simpul.documents",
    "simpul.workforce",
    "simpul.reference",
    "simpul.jobs",
    "simpul.safeguards",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",  # its widgets are templates like every other
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "simpul.web.ui.headers.SecurityHeaders",
    "simpul.web.api.door.MachineDoor",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simpul.web.ui.acting.ActingMiddleware",
    "simpul.web.desk.threshold.Threshold",
]

ROOT_URLCONF = "simpul.config.urls"
WSGI_APPLICATION = "simpul.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES_LIE_IN = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "src" / "simpul" / "web"],  # components lie beside their props: ui/components/<name>/
        "OPTIONS": {
            "loaders": [("simpul.web.ui.folding.Loader", TEMPLATES_LIE_IN)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "simpul.web.ui.context.shell",
            ],
            "builtins": ["simpul.web.ui.templatetags.simpul"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

STATIC_URL = "static/"
STATIC_ROOT = data_dir() / "static"
_htmx = importlib.util.find_spec("django_htmx")
STATICFILES_DIRS = [Path(_htmx.origin).parent / "static"] if _htmx and _htmx.origin else []
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "simpul.web.ui.assets.AssetsFinder",  # simpul.css, simpul.js and the icon sprite, put together on demand
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = data_dir() / "media"
