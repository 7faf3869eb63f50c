"""Bearer tokens: what is believed, what is not, and for how long."""

import hmac
import json
from base64 import urlsafe_b64encode
from datetime import timedelta
from uuid import uuid4

import jwt
import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.identity.factories import (
    a_session,
    a_staff_account,
    an_account,
    let_time_pass,
)
from vendue.identity.engine.access_tokens import Audience
from vendue.identity.engine.permissions import StaffPermission
from vendue.identity.models import Account, Session, StaffMember
from vendue.identity.services import authentication, keys
from vendue.kernel import clock
from vendue.kernel.actor import ActorKind, Origin
from vendue.kernel.errors import TokenExpired, Unauthenticated

pytestmark = pytest.mark.django_db


def the_claims(token):
    return jwt.decode(token, options={"verify_signature": False})


def the_header(token):
    return jwt.get_unverified_header(token)


def forged(token, *, header=None, claims=None, key=None):
    """A token like this one with parts exchanged, signed with the market's own key or another."""
    return jwt.encode(
        {**the_claims(token), **(claims or {})},
        key if key is not None else keys.signing_key().private,
        algorithm="EdDSA",
        headers={**{k: v for k, v in the_header(token).items() if k != "alg"}, **(header or {})},
    )


def b64(value):
    return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def unsigned(token, algorithm):
    header = b64({**the_header(token), "alg": algorithm})
    return f"{header}.{b64(the_claims(token))}."


def test_the_forger_of_these_tests_makes_tokens_that_pass():
    token = a_session(an_account()).access_token
    assert authentication.authenticate(forged(token))


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE"])
def test_an_unsigned_token_is_refused_in_any_spelling(algorithm):
    token = a_session(an_account()).access_token
    with pytest.raises(Unauthenticated):
        authentication.authenticate(unsigned(token, algorithm))


def test_the_public_key_is_no_hmac_secret():
    token = a_session(an_account()).access_token
    public = keys.signing_key().public
    for secret in (
        public.public_bytes(Encoding.Raw, PublicFormat.Raw),
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    ):
        # By hand: the library refuses to sign with a public key.
        signed = unsigned(token, "HS256").removesuffix(".")
        mac = urlsafe_b64encode(hmac.digest(secret, signed.encode(), "sha256")).rstrip(b"=")
        with pytest.raises(Unauthenticated):
            authentication.authenticate(f"{signed}.{mac.decode()}")


@pytest.mark.parametrize(
    "header",
    [
        {"kid": "another"},
        {"kid": ""},
        {"kid": "../../dev/null"},
        {"kid": "' OR 1=1 --"},
        {"jku": "https://attacker.example/keys"},
        {"x5u": "https://attacker.example/cert"},
        {"jwk": {"kty": "OKP", "crv": "Ed25519", "x": "AAAA"}},
        {"crit": ["exp"]},
        {"typ": "JWT"},
    ],
)
def test_a_header_with_anything_of_its_own_is_refused(header):
    token = a_session(an_account()).access_token
    with pytest.raises(Unauthenticated):
        authentication.authenticate(forged(token, header=header))


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "vendue:other"},
        {"aud": ["vendue:public", "vendue:staff"]},
        {"aud": None},
        {"iss": "https://attacker.example"},
        {"sub": "not-an-id"},
        {"sub": 7},
        {"sid": str(uuid4())},
        {"sid": 7},
        {"scope": ["bids:write"]},
        {"exp": "soon"},
        {"exp": 10**30},
        {"iat": 10**12},
        {"exp": 4_000_000_000},
    ],
)
def test_a_claim_that_the_market_would_not_write_is_refused(claims):
    token = a_session(an_account()).access_token
    with pytest.raises(Unauthenticated):
        authentication.authenticate(forged(token, claims=claims))


def test_a_token_names_its_own_account():
    token, other = a_session(an_account()).access_token, an_account()
    with pytest.raises(Unauthenticated):
        authentication.authenticate(forged(token, claims={"sub": str(other.id)}))


def test_another_key_signs_nothing():
    token = a_session(an_account()).access_token
    with pytest.raises(Unauthenticated):
        authentication.authenticate(forged(token, key=Ed25519PrivateKey.generate()))


@pytest.mark.parametrize(
    "token", ["", ".", "..", "a.b.c", "vk_", "vk_" + "A" * 43, "\x00", "ā" * 50, "x" * 100_000]
)
def test_noise_is_refused(token):
    with pytest.raises(Unauthenticated):
        authentication.authenticate(token)


def much_later():
    return time_machine.travel(clock.now() + timedelta(minutes=10, seconds=1))


def test_a_token_expires_after_ten_minutes():
    signed_in = a_session(an_account())
    with much_later(), pytest.raises(TokenExpired):
        authentication.authenticate(signed_in.access_token)
    assert authentication.authenticate(signed_in.access_token)
    with much_later(), pytest.raises(TokenExpired):
        authentication.authenticate(signed_in.access_token)


def test_a_staff_token_makes_a_member_of_staff_and_a_public_one_never_does():
    account = a_staff_account(StaffPermission.FLAGS)
    staff = authentication.authenticate(a_session(account, audience=Audience.STAFF).access_token)
    public = authentication.authenticate(a_session(account).access_token)
    assert (staff.kind, staff.scopes) == (ActorKind.STAFF, {"staff:flags"})
    assert public.kind is ActorKind.ACCOUNT
    assert "staff:flags" not in public.scopes


def test_a_known_token_costs_no_query():
    token = a_session(an_account()).access_token
    origin = Origin(ip="203.0.113.9", request_id="another")
    authentication.authenticate(token)
    with CaptureQueriesContext(connection) as queries:
        actor = authentication.authenticate(token, origin)
    assert len(queries) == 0
    assert actor.origin is origin


def test_all_stale_credentials_are_asked_about_in_one_query(monkeypatch):
    tokens = [a_session(an_account()).access_token for _ in range(5)]
    for token in tokens:
        authentication.authenticate(token)
    let_time_pass(monkeypatch)
    with CaptureQueriesContext(connection) as queries:
        for token in tokens:
            authentication.authenticate(token)
    assert len(queries) == 1


@pytest.mark.parametrize(
    "ended",
    [
        lambda account: Session.objects.filter(account=account).update(
            ended_at=clock.now(), end_reason="signed_out"
        ),
        lambda account: Account.objects.filter(id=account.id).update(is_active=False),
    ],
)
def test_what_ended_in_another_process_is_seen_within_seconds(monkeypatch, ended):
    account = an_account()
    token = a_session(account).access_token
    bystander = a_session(an_account()).access_token
    authentication.authenticate(token)
    ended(account)
    let_time_pass(monkeypatch)
    with pytest.raises(Unauthenticated):
        authentication.authenticate(token)
    assert authentication.authenticate(bystander)


def test_a_dismissed_member_of_staff_is_out_within_seconds(monkeypatch):
    account = a_staff_account()
    token = a_session(account, audience=Audience.STAFF).access_token
    authentication.authenticate(token)
    StaffMember.objects.update(is_active=False)
    let_time_pass(monkeypatch)
    with pytest.raises(Unauthenticated):
        authentication.authenticate(token)


def test_a_role_that_was_taken_away_is_gone_within_seconds(monkeypatch):
    account = an_account()
    token = a_session(account).access_token
    assert "lots:write" in authentication.authenticate(token).scopes
    Account.objects.update(roles=["buyer"])
    let_time_pass(monkeypatch)
    assert "lots:write" not in authentication.authenticate(token).scopes


def test_a_check_that_fails_leaves_nobody_trusted(monkeypatch):
    token = a_session(an_account()).access_token
    authentication.authenticate(token)
    let_time_pass(monkeypatch)

    def broken(**_):
        raise ConnectionError("the database is away")

    monkeypatch.setattr(authentication, "live_credentials", broken)
    for _ in range(2):
        with pytest.raises(ConnectionError):
            authentication.authenticate(token)


def test_the_cache_is_bounded(monkeypatch):
    monkeypatch.setattr(authentication, "MAXIMUM_KEPT", 3)
    for _ in range(6):
        authentication.authenticate(a_session(an_account()).access_token)
    assert len(authentication._kept) <= 3
