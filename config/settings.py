"""One settings file. Nothing set in the environment is a laptop on localhost;
`CANDOUR_MODE=server` is a server, where secrets have no default. `DATABASE_URL` only chooses the
database.
"""

from pathlib import Path

from csp.constants import NONE, SELF

from assurance.runtime.watch import measures
from assurance.sign_in import rules
from config import env, log

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(env.text("CANDOUR_VAR", str(BASE_DIR / "var")))
SERVER = env.one_of("CANDOUR_MODE", ("laptop", "server")) == "server"
DEBUG = False

SECRET_KEY = env.text(
    "SECRET_KEY", None if SERVER else "a-laptop-on-localhost-keeps-no-secret-with-this-key"
)
# Older keys: what was signed with one of them is still read, and nothing new is signed with it.
SECRET_KEY_FALLBACKS = env.text_list("SECRET_KEY_FALLBACKS", "")
# Digests of rows and of local references outlive a change of SECRET_KEY: they have their own key.
DIGEST_KEY = env.text("CANDOUR_DIGEST_KEY", None if SERVER else "a-laptop-digest-key")
DIGEST_KEY_FALLBACKS = env.text_list("CANDOUR_DIGEST_KEY_FALLBACKS", "")
ALLOWED_HOSTS = env.text_list(
    "ALLOWED_HOSTS", None if SERVER else "localhost,127.0.0.1,[::1],testserver"
)
CANDOUR_TODAY = env.text("CANDOUR_TODAY", "")
# The address that editions and e-mails print for the service; empty keeps addresses relative.
PUBLIC_ADDRESS = env.text("CANDOUR_PUBLIC_ADDRESS", env.address_of(ALLOWED_HOSTS, SERVER))
# Where to report a fault of security (RFC 9116): an address, and the date until which it is valid.
SECURITY_CONTACT = env.text("CANDOUR_SECURITY_CONTACT", "")
SECURITY_EXPIRES = env.date_text("CANDOUR_SECURITY_EXPIRES")
# Under which licence anybody may use what is published.
LICENCE_NAME = env.text("CANDOUR_LICENCE_NAME", "Open Government Licence v3.0")
LICENCE_ADDRESS = env.text(
    "CANDOUR_LICENCE_ADDRESS",
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "crispy_forms",
    "django_htmx",
    *("allauth", "allauth.account", "allauth.mfa", "allauth.socialaccount"),
    "axes",
    "csp",
    *("django_tasks", "django_tasks_db"),
    *("assurance.runtime", "assurance.govuk", "assurance.records"),
    *("assurance.accounts", "assurance.registers", "assurance.sign_in"),
    "assurance.imports",
    "assurance.people",
    "assurance.attachments",
    *("assurance.meetings", "assurance.public_pages"),
    "assurance.figures",
    "assurance.audits",
    "assurance.dbs",
    "assurance.looked_after",
    "assurance.reviews",
    "assurance.improvement",
    "assurance.surveys",
    *("assurance.governance", "assurance.outcomes"),
    *("reports.documents", "reports.papers", "reports.editions"),
    *("reports.checks", "reports.conversion", "reports.editor"),
    "reports.contributions",
    "reports.approvals",
    "reports.issue",
    *("reports.publication", "reports.feeds"),
    *("reports.oversight", "reports.tasks"),
    "reports.data_protection",
    "reports.service",
    "reports.demonstration",
]

MIDDLEWARE = [
    "assurance.runtime.watch.requests.RequestLog",
    "config.compression.TextCompression",
    "reports.issue.site.page_cache.KeptPages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "assurance.sign_in.session_ends.SessionEnds",
    "assurance.accounts.resubmission.LoginMiddleware",
    "assurance.runtime.databases.request_memo.RequestMemo",
    "assurance.accounts.access.GuardMiddleware",
    "assurance.sign_in.middleware.SignInMiddleware",
    "assurance.attachments.scanner.ScanUploads",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.navigation.every_page",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("govuk",)
CRISPY_TEMPLATE_PACK = "govuk"
CRISPY_FAIL_SILENTLY = False

DATABASES = {"default": env.database(VAR / "candour.sqlite3")}
# What limits count, and codes that were used: the processes of a server have one count together.
_STORE = "filebased.FileBasedCache" if SERVER else "locmem.LocMemCache"
CACHES = {"default": {"BACKEND": f"django.core.cache.backends.{_STORE}"}}
CACHES["default"] |= {"LOCATION": str(VAR / "limits"), "OPTIONS": {"MAX_ENTRIES": 10000}}
if not env.text("DATABASE_URL", ""):
    # SQLite makes the file, but no folder for it.
    VAR.mkdir(parents=True, exist_ok=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

# Who does what takes longer than a page may: the process that serves, or processes of their own.
_HAS_WORKER = SERVER and DATABASES["default"]["ENGINE"].endswith("postgresql")
JOBS = env.one_of(
    "JOBS", ("worker", "thread", "inline") if _HAS_WORKER else ("thread", "worker", "inline")
)
TASKS = {"default": {"BACKEND": "assurance.runtime.jobs.Queue"}}
# What one file of an edition may take at most: a paper of 200 pages takes a tenth of either.
RENDER_SECONDS = env.number("RENDER_SECONDS", "600")
RENDER_MEGABYTES = env.number("RENDER_MEGABYTES", "4096")

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = rules.password_validators(env.text("CANDOUR_REFUSED_PASSWORDS", ""))
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "front"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "assurance.sign_in.adapters.CouncilAccounts"
ACCOUNT_FORMS = rules.ACCOUNT_FORMS
MFA_ADAPTER = "assurance.sign_in.adapters.CouncilSteps"
MFA_FORMS = rules.STEP_FORMS
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1
# Nobody signs up here: an administrator enters each address. The library notes that of who sets a
# password by a link as not verified, and no page here would ever verify it.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SERVER
# The councils' identity providers, by key; people come to them by a link, which changes nothing.
IDENTITY_PROVIDERS = env.entries("CANDOUR_IDENTITY_PROVIDERS", rules.identity_providers)
SOCIALACCOUNT_ADAPTER = "assurance.sign_in.provider_adapter.ProviderSignIn"
SOCIALACCOUNT_LOGIN_ON_GET = True
ACCOUNT_EMAIL_VERIFICATION = "none"
# A letter to an address that has no account would let anybody send mail through this service.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Desks are shared: nobody stays signed in when the browser is closed.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# The web servers of one's own before the service: what they say of a reader's address is believed.
TRUSTED_PROXIES = env.text_list("CANDOUR_TRUSTED_PROXIES", "127.0.0.1,::1")
# django-axes keeps the lasting count, per account and address together: a count per account alone
# would let an outsider lock a named person out, one per address alone a council that shares one.
ACCOUNT_RATE_LIMITS = rules.RATE_LIMITS
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "assurance.accounts.client_address.counted_address"
AXES_USERNAME_CALLABLE = "assurance.accounts.adapter.attempted_account"
AXES_LOCKOUT_TEMPLATE = "account/locked_out.html"
AXES_VERBOSE = False
AXES_HANDLER = "assurance.sign_in.devices.throttle.DeviceHandler"
# Each wrong password, until the retention schedule removes it: people are told of many in a day.
AXES_ENABLE_ACCESS_FAILURE_LOG = True
SESSION_ENGINE = "assurance.sign_in.models.sessions"
# A session ends so long after signing in, and so long after its latest request.
SESSION_COOKIE_AGE = 8 * 60 * 60
IDLE_MINUTES = env.number("CANDOUR_IDLE_MINUTES", "60")
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "assurance.govuk.page_messages.PageMessages"
STANDALONE_SHEET = "'sha256-5imeYwntm43jT6ZDC9ahpoJFgH+yhvUogPWf4iFoj8s='"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "img-src": [SELF, "data:"],
        **{f"{name}-src": [SELF] for name in ("script", "font", "connect", "manifest")},
        "style-src": [SELF, STANDALONE_SHEET],
        "form-action": [SELF],
        **{name: [NONE] for name in ("base-uri", "frame-ancestors", "object-src")},
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "assurance.accounts.resubmission.refused"
if SERVER:
    SECURE_SSL_REDIRECT = True
    # Who watches over the service asks it without going through the web server before it.
    SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
    SECURE_HSTS_SECONDS = 31536000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"

# Without a mail server a laptop prints its letters and a server none: a letter is a key in a log.
EMAIL_HOST = env.text("EMAIL_HOST", "")
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_PORT = env.number("EMAIL_PORT", "587")
EMAIL_USE_TLS = env.one_of("EMAIL_USE_TLS", ("yes", "no")) == "yes"
EMAIL_WAY = "smtp" if EMAIL_HOST else "dummy" if SERVER else "console"
EMAIL_BACKEND = f"django.core.mail.backends.{EMAIL_WAY}.EmailBackend"
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "candour@localhost")

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static", BASE_DIR / "build" / "assets"]
SILENCED_SYSTEM_CHECKS = ["staticfiles.W004"]
STATIC_ROOT = VAR / "static"
WHITENOISE_USE_FINDERS = not SERVER
# Looked for when asked: a laptop needs no collected folder and no restart after `assets`.
WHITENOISE_AUTOREFRESH = not SERVER
PUBLISHED_ROOT = VAR / "published"
# Every figure that may be named, by key: records name figures, and figures are declared above them.
DECLARED_FIGURES = "assurance.figures.registry.FIGURES"
# What the worker of reminders sends besides, from above: called with `by` and `on`.
SENT_WITH_REMINDERS = (
    "reports.contributions.reminders.send_due",
    "reports.approvals.clearances.reminders.send_due",
    "reports.tasks.record_emails.send_due",
    "reports.service.retention.forget_due",
    "reports.feeds.alerts.tell_what_is_left",
)
# Outside every folder that is served: a file goes out through the permission of its record alone.
ATTACHMENTS_ROOT = VAR / "attachments"
# The malware scanner that files pass first, `host:port` or the path of a socket; none without it.
SCANNER = env.text("CANDOUR_SCANNER", "")
# Whether what is issued is written into the published folder as it happens.
PUBLISHES = env.one_of("CANDOUR_PUBLISHES", ("yes", "no")) == "yes"
# How many bytes of public pages each process keeps in memory.
PAGES_KEPT = env.number("CANDOUR_PAGES_KEPT", "33554432")
PUBLISHED_BUCKET = env.text("CANDOUR_PUBLISHED_BUCKET", "")
_OBJECTS = {
    "bucket_name": PUBLISHED_BUCKET,
    "endpoint_url": env.text("CANDOUR_PUBLISHED_ENDPOINT", "") or None,
    "region_name": env.text("CANDOUR_PUBLISHED_REGION", "") or None,
    "querystring_auth": False,
    "file_overwrite": True,
    # For a minute, then asked for again: what is removed must go from the copies of others.
    "object_parameters": {"CacheControl": "public, max-age=60"},
}
_FILES = "django.core.files.storage.FileSystemStorage"
STORAGES = {
    "default": {"BACKEND": _FILES},
    "staticfiles": {
        "BACKEND": f"config.static_files.{'ModuleFilesStorage' if SERVER else 'PlainFilesStorage'}"
    },
    # What readers get: this machine's disk, or storage that speaks S3 where a bucket is named.
    "published": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": _OBJECTS}
    if PUBLISHED_BUCKET
    else {"BACKEND": _FILES, "OPTIONS": {"location": PUBLISHED_ROOT}},
}

# Who may ask for the numbers of the service (`/metrics`): addresses or networks, and nobody through
# the web server before it.
METRICS_FROM = env.networks("CANDOUR_METRICS_FROM", "127.0.0.1,::1")
# Where each process of a server writes what it counts of requests.
MEASURES_ROOT = measures.folder_in(VAR) if SERVER else None
LOGGING = log.settings_of(server=SERVER, security=env.text("CANDOUR_SECURITY_LOG", ""))
