"""Background work, mail, logs, backups."""

from urllib.parse import unquote

from simpul.config.environment import address, data_dir, read

_smtp = address(read("SIMPUL_SMTP_URL"))
if _smtp.hostname:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _smtp.hostname
    EMAIL_PORT = _smtp.port or 587
    EMAIL_HOST_USER = unquote(_smtp.username or "")
    EMAIL_HOST_PASSWORD = unquote(_smtp.password or "")
    EMAIL_USE_TLS = True
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(data_dir() / "mail")
DEFAULT_FROM_EMAIL = read("SIMPUL_MAIL_FROM")

# Rate limits and spent one-time codes: counted by all processes together.
CACHES = {"default": {"BACKEND": "simpul.safeguards.shared_cache.SharedCache"}}

ANCHOR_FILE = read("SIMPUL_ANCHOR_FILE") or str(data_dir() / "anchors" / "audit-heads.jsonl")
BACKUP_DIR = read("SIMPUL_BACKUP_DIR") or str(data_dir() / "backups")
CONTROLLER = read("SIMPUL_CONTROLLER")
DPO_CONTACT = read("SIMPUL_DPO_CONTACT")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "simpul": {"level": "INFO"},
        # Answered with 400. A trace for each passer-by who tries another name would bury what matters.
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
}
