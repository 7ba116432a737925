"""Indonesian first, English second; dates and numbers as Indonesians write them."""

from pathlib import Path

from simpul.config.environment import time_zone

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = time_zone()
LANGUAGE_COOKIE_NAME = "simpul_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
# Apps bring their own catalogues; the rooms of an audience are no apps and are named here.
LOCALE_PATHS = sorted((Path(__file__).resolve().parents[2] / "web").glob("*/*/locale"))
