"""Django's settings: one set for every process, filled from the environment."""

from vendue.config.env import ROOT, load

ENV = load()

SECRET_KEY = ENV.vendue_secret_key.get_secret_value()
DEBUG = False
ALLOWED_HOSTS = ENV.vendue_allowed_hosts.split(",")

INSTALLED_APPS = [
    "pgtrigger",
    "vendue.platform",
    "vendue.identity",
    "vendue.trust",
    "vendue.payments",
    "vendue.catalogue",
    "vendue.auctions",
    "vendue.business",
    "vendue.comms",
    "vendue.reactions",
    "vendue.realtime",
    "vendue.api",
]
MIDDLEWARE = ["vendue.api.middleware.RequestMiddleware"]
ROOT_URLCONF = "vendue.config.urls"
WSGI_APPLICATION = "vendue.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": [ROOT / "backend" / "vendue" / "api" / "templates"],
    }
]

DATABASES = {"default": ENV.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = ENV.redis_url.get_secret_value()
# Carries what is for one account alone. A subscriber waits for messages for as long as it takes.
CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {
            "hosts": [{"address": REDIS_URL, "socket_timeout": None, "max_connections": 100}],
            "prefix": "vendue-own:",
        },
    }
}

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
STATIC_URL = "/static/"
APPEND_SLASH = False

# The body of an ordinary request; uploads have their own limit, checked before anything is parsed.
DATA_UPLOAD_MAX_MEMORY_SIZE = 24 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
FILE_UPLOAD_MAX_MEMORY_SIZE = 24 * 1024 * 1024

DEFAULT_FROM_EMAIL = ENV.vendue_mail_from
MAIL = ENV.mail()
EMAIL_HOST = MAIL.host
EMAIL_PORT = MAIL.port
EMAIL_HOST_USER = MAIL.user
EMAIL_HOST_PASSWORD = MAIL.password
EMAIL_USE_SSL = MAIL.scheme == "smtps"
EMAIL_USE_TLS = MAIL.scheme == "smtp+tls"
EMAIL_TIMEOUT = 10

VENDUE = ENV

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 600, "max_connections": 20}
CELERY_TIMEZONE = "UTC"

LOGGING_CONFIG = "vendue.config.logs.configure"
LOGGING = ENV.vendue_log_level
