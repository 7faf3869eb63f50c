"""The market's own secrets, as identity uses them. They come from the environment only."""

from base64 import b64decode
from functools import cache

from django.conf import settings

from vendue.identity.engine.access_tokens import SigningKey
from vendue.identity.engine.access_tokens import signing_key as signing_key_of


@cache
def signing_key() -> SigningKey:
    """What access tokens are signed with."""
    raw = b64decode(settings.VENDUE.vendue_token_key.get_secret_value(), validate=True)
    return signing_key_of(raw, settings.VENDUE.vendue_base_url)


@cache
def secret() -> bytes:
    """What refresh tokens, letters' links and device digests are derived from."""
    key: str = settings.SECRET_KEY
    return key.encode()
