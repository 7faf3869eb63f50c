"""The environment, typed. A secret has no default: a process without it does not start."""

from base64 import b64decode
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[3]
_KEY_BYTES = 32


class MailServer(NamedTuple):
    """Where letters are handed in."""

    host: str
    port: int
    user: str
    password: str
    scheme: str


class Environment(BaseSettings):
    """What the operator sets. What staff may change at run time is a setting in ``platform``."""

    # What is wrong is said by name: the value may be a secret, and errors are logged.
    model_config = SettingsConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    database_url: SecretStr
    redis_url: SecretStr
    vendue_secret_key: SecretStr
    vendue_token_key: SecretStr = Field(description="Ed25519 private key, 32 bytes in base64.")
    vendue_receipt_key: SecretStr = Field(description="Ed25519 private key, 32 bytes in base64.")

    vendue_state_dir: Path = ROOT / ".vendue"
    vendue_base_url: str = "http://127.0.0.1:8000"
    vendue_realtime_url: str = Field("", description="Where WebSockets connect, ws:// or wss://.")
    vendue_realtime_host: str = "127.0.0.1"
    vendue_realtime_port: int = Field(8001, ge=1, le=65_535)
    vendue_realtime_connections: int = Field(
        20_000, ge=1, description="Most live connections of one realtime process."
    )
    vendue_realtime_per_address: int = Field(
        200, ge=1, description="Most live connections from one address or IPv6 network."
    )
    vendue_allowed_origins: str = Field(
        "",
        description="Origins of pages that may connect beside the base address, comma-separated; "
        "* for all.",
    )
    vendue_allowed_hosts: str = "*"
    vendue_address_header: str = Field(
        "", description="Header of a trusted proxy that names the caller, e.g. CF-Connecting-IP."
    )
    vendue_web_app: Path = Field(
        ROOT / "apps" / "web" / "dist", description="The built app; served where it is there."
    )
    vendue_media: str = ""
    vendue_mail: SecretStr = SecretStr("smtp://127.0.0.1:1025")
    vendue_mail_from: str = "Vendue <no-reply@vendue.example>"
    vendue_embedded: bool = False
    vendue_db_pool: int = Field(12, ge=2, le=100)
    vendue_log_level: str = "INFO"

    @field_validator("vendue_token_key", "vendue_receipt_key")
    @classmethod
    def _is_a_private_key(cls, key: SecretStr, field: ValidationInfo) -> SecretStr:
        try:
            size = len(b64decode(key.get_secret_value(), validate=True))
        except ValueError:
            size = 0
        if size != _KEY_BYTES:
            name = str(field.field_name).upper()
            raise ValueError(f"{name} must be an Ed25519 private key: 32 bytes in base64.")
        return key

    @property
    def media(self) -> str:
        """Where pictures are kept: a folder, or ``s3://bucket?endpoint=…&region=…``."""
        return self.vendue_media or str(self.vendue_state_dir / "media")

    def database(self) -> dict[str, object]:
        """Django's form of ``DATABASE_URL``, with the native pool.

        The driver's own settings may follow a question mark, such as ``?sslmode=verify-full``.
        """
        url = urlsplit(self.database_url.get_secret_value())
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(url.path.lstrip("/")) or "postgres",
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": url.hostname or "127.0.0.1",
            "PORT": str(url.port or 5432),
            "CONN_MAX_AGE": 0,
            # A connection is tried before it is lent: after a restart of PostgreSQL none is good.
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {
                **dict(parse_qsl(url.query, strict_parsing=True) if url.query else ()),
                "pool": {"min_size": 1, "max_size": self.vendue_db_pool, "timeout": 5},
                "options": "-c statement_timeout=20000 -c timezone=UTC",
            },
        }

    def mail(self) -> MailServer:
        """The server that ``VENDUE_MAIL`` names, as ``smtp://user:password@host:port``.

        ``smtps`` speaks TLS from the first byte, ``smtp+tls`` after asking for it.
        """
        url = urlsplit(self.vendue_mail.get_secret_value())
        ports = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
        if url.scheme not in ports or not url.hostname:
            raise ValueError(f"VENDUE_MAIL begins with one of {', '.join(ports)} and names a host.")
        return MailServer(
            host=url.hostname,
            port=url.port or ports[url.scheme],
            user=unquote(url.username or ""),
            password=unquote(url.password or ""),
            scheme=url.scheme,
        )


def load() -> Environment:
    """Read the environment once, at start. Raises with the names of what is missing."""
    return Environment()
