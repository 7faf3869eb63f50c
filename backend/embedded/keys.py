"""The keys of a local market: made once, kept in one private file, never printed."""

import base64
import secrets
from collections.abc import Mapping

from embedded.state import State, write_private

# Ed25519 private keys are 32 random bytes; the secret key is any long random text.
KEYS = ("VENDUE_SECRET_KEY", "VENDUE_TOKEN_KEY", "VENDUE_RECEIPT_KEY")


def local_keys(state: State) -> Mapping[str, str]:
    """The keys of this state folder by the name of their variable; missing ones are made."""
    path = state.root / "secrets.env"
    try:
        lines = path.read_text().splitlines()
    except FileNotFoundError:
        lines = []
    kept = dict(line.split("=", 1) for line in lines if "=" in line)
    missing = [name for name in KEYS if not kept.get(name)]
    if missing:
        kept |= {name: base64.b64encode(secrets.token_bytes(32)).decode() for name in missing}
        write_private(path, "".join(f"{name}={value}\n" for name, value in kept.items()))
    return kept
