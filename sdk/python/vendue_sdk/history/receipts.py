"""A bidder's receipt against the history: the market's signature, and one's own commitments."""

import json
from base64 import urlsafe_b64decode
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from vendue_sdk.history.checking import Fault
from vendue_sdk.history.record import HistoryRecord, Json

_BIDDER = b"vendue:bidder:1"
_MAXIMUM = b"vendue:maximum:1"


def check_receipt(record: HistoryRecord, receipt: str) -> Fault | None:
    """What is wrong with a receipt (JWS), if anything: its signature, or the fact it names."""
    if record.receipt_key is None:
        return Fault(0, "receipt", "The history came without the market's key.")
    try:
        claims = _claims(receipt, record.receipt_key)
    except (ValueError, LookupError, InvalidSignature):
        return Fault(0, "receipt", "The market did not sign this receipt.")
    sequence = claims["sequence"]
    if claims["lot_id"] != record.lot_id:
        return Fault(sequence, "receipt", "The receipt is for another lot.")
    fact = next((fact for fact in record.facts if fact["sequence"] == sequence), None)
    if fact is None:
        return Fault(sequence, "receipt", "The history does not hold the bid of the receipt.")
    if (fact["hash"], fact["bidder"]) != (claims["hash"], claims["bidder"]):
        return Fault(sequence, "receipt", "The bid was changed after the receipt was given.")
    return None


def check_commitments(record: HistoryRecord, proof: Json) -> Fault | None:
    """What is wrong with one's own bid, opened with the answer of ``get_bid_receipt``."""
    sequence = proof["sequence"]
    fact = next((fact for fact in record.facts if fact["sequence"] == sequence), None)
    if fact is None:
        return Fault(sequence, "receipt", "The history does not hold the bid of the receipt.")
    for name, domain, salt, value in (
        ("bidder", _BIDDER, proof["bidder_salt"], proof["account_id"]),
        ("maximum", _MAXIMUM, proof["maximum_salt"], proof["maximum_minor"]),
    ):
        opened = sha256(domain + bytes.fromhex(salt) + str(value).encode()).hexdigest()
        if fact["commitments"][name] != opened:
            return Fault(sequence, "commitments", f"The {name} is not the one committed to.")
    return None


def _claims(receipt: str, key: Json) -> Any:
    head, payload, signature = receipt.split(".")
    header = json.loads(_decoded(head))
    if header["alg"] != "EdDSA" or header["kid"] != key["kid"]:
        raise ValueError("another key")
    public = Ed25519PublicKey.from_public_bytes(_decoded(key["x"]))
    public.verify(_decoded(signature), f"{head}.{payload}".encode())
    return json.loads(_decoded(payload))


def _decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
