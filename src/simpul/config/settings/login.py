"""How people prove who they are."""

from simpul.config.environment import chosen, flag, read

AUTH_USER_MODEL = "workforce.Account"
AUTHENTICATION_BACKENDS = ["simpul.web.desk.account.backend.DoorBackend"]
# One hasher from day one: a migration between hashers betrays by time which accounts exist.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = "strict"
USERSESSIONS_TRACK_ACTIVITY = False
ACCOUNT_ADAPTER = "simpul.web.desk.account.adapter.DoorAdapter"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # an unknown address gets no mail; the page says the same either way
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # this session stays; all others end with the old password
ACCOUNT_SESSION_REMEMBER = False  # a closed browser is a closed session
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/300s/key",
    "reset_password": "10/m/ip,3/600s/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "6/m/user",
    "change_password": "5/m/user",
    "portal": "20/m/ip,5/300s/key",
    "partner": "20/m/ip,5/300s/key",
}
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
ACCOUNT_FORMS = {
    "login": "simpul.web.desk.account.forms.EntryForm",
    "reset_password": "simpul.web.desk.account.forms.ForgottenForm",
}
MFA_ADAPTER = "simpul.web.desk.account.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are entered by colleagues, not by their owners
MFA_TOTP_ISSUER = "Simpul"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not flag("SIMPUL_HTTPS")
MFA_DEMAND = chosen("SIMPUL_MFA", "", "required", "powerful", "offered") or (
    "offered" if read("SIMPUL_MODE") == "demo" else "powerful"
)
# Without this, allauth greets people by their identifier.
ACCOUNT_USER_DISPLAY = "simpul.workforce.logins.shown_name"
