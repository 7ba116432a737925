"""Cookies, sessions, secrets, headers."""

from simpul.config.environment import chosen, flag, listed, networks, read, whole
from simpul.config.secrets import demo_secret

MODE = chosen("SIMPUL_MODE", "demo", "production")
DEBUG = False
SECRET_KEY = read("SIMPUL_SECRET_KEY") or demo_secret("secret_key")
MASTER_KEYS = read("SIMPUL_MASTER_KEYS") or demo_secret("master_keys")
INDEX_KEY = read("SIMPUL_INDEX_KEY") or demo_secret("index_key")
ALLOWED_HOSTS = listed("SIMPUL_HOSTS")
PROXIES = networks("SIMPUL_PROXIES")
CSRF_TRUSTED_ORIGINS = [read("SIMPUL_ORIGIN")]
SITE_ORIGIN = read("SIMPUL_ORIGIN")

_https = flag("SIMPUL_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_SSL_REDIRECT = _https
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "simpul.web.ui.kept.csrf_failure"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_HOURS = whole("SIMPUL_SESSION_HOURS")
# The door's own clock ends sessions; the cookie lives longer, so that a text sent too late is still kept.
SESSION_COOKIE_AGE = SESSION_HOURS * 3600 + 24 * 3600
SESSION_COOKIE_NAME = "simpul_session"
IDLE_MINUTES = whole("SIMPUL_IDLE_MINUTES")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
