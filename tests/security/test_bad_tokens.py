"""Credentials that somebody made up, changed or copied, as they come through the door."""

import hmac
from datetime import timedelta

import jwt
import orjson
import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.security.asking import a_problem, raw
from vendue.identity.engine.credentials import _encode
from vendue.identity.services import keys
from vendue.kernel import clock

pytestmark = pytest.mark.django_db

UNAUTHENTICATED = (401, "unauthenticated")
#: One operation that needs a person, one that guests may call, and their like for staff.
DOORS = [("/v1/me", "seller"), ("/v1/meta", "seller"), ("/admin/v1/flags", "staff")]


def refused(asker, path, authorization):
    """The refusal of a request with this Authorization header."""
    problem = a_problem(asker.send("GET", path, caller="guest", Authorization=authorization))
    return problem["status"], problem["code"]


def parts(token):
    return jwt.get_unverified_header(token), jwt.decode(token, options={"verify_signature": False})


def written(header, claims, secret=None):
    """A token of these parts, unsigned or with an HMAC."""
    text = f"{_encode(orjson.dumps(header))}.{_encode(orjson.dumps(claims))}"
    return f"{text}.{_encode(hmac.digest(secret, text.encode(), 'sha256')) if secret else ''}"


def signed(header, claims, key=None):
    fields = {name: value for name, value in header.items() if name != "alg"}
    return jwt.encode(claims, key or keys.signing_key().private, algorithm="EdDSA", headers=fields)


@pytest.mark.parametrize(("path", "holder"), DOORS)
def test_the_forger_of_these_tests_gets_in_with_what_is_true(asker, path, holder):
    token = signed(*parts(asker.market.tokens[holder]))
    answer = asker.send("GET", path, caller="guest", Authorization=f"Bearer {token}")
    assert answer.status_code == 200


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE", "", None, "HS256", "EdDSA"])
@pytest.mark.parametrize(("path", "holder"), DOORS)
def test_a_token_without_a_signature_is_none(asker, path, holder, algorithm):
    header, claims = parts(asker.market.tokens[holder])
    token = written({**header, "alg": algorithm}, claims)
    for text in (token, token.rstrip("."), f"{token}AAAA"):
        assert refused(asker, path, f"Bearer {text}") == UNAUTHENTICATED


@pytest.mark.parametrize(("path", "holder"), DOORS)
def test_the_public_key_is_no_shared_secret(asker, path, holder):
    header, claims = parts(asker.market.tokens[holder])
    public = keys.signing_key().public
    for secret in (
        public.public_bytes(Encoding.Raw, PublicFormat.Raw),
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        public.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH),
    ):
        for algorithm in ("HS256", "HS384", "HS512"):
            token = written({**header, "alg": algorithm}, claims, secret)
            assert refused(asker, path, f"Bearer {token}") == UNAUTHENTICATED


@pytest.mark.parametrize(
    "more",
    [
        {"kid": "../../../../dev/null"},
        {"kid": "' UNION SELECT 'x"},
        {"kid": ""},
        {"jku": "https://evil.example/keys.json"},
        {"x5u": "https://evil.example/chain.pem"},
        {"x5c": ["AAAA"]},
        {"jwk": {"kty": "OKP", "crv": "Ed25519", "x": "AAAA"}},
        {"crit": ["exp"]},
        {"typ": "JWT"},
    ],
    ids="-".join,
)
def test_a_header_says_nothing_of_its_own(asker, more):
    header, claims = parts(asker.market.tokens["seller"])
    other = Ed25519PrivateKey.generate()
    for key in (None, other):
        token = signed({**header, **more}, claims, key)
        assert refused(asker, "/v1/me", f"Bearer {token}") == UNAUTHENTICATED


@pytest.mark.parametrize(
    "claim",
    [
        {"aud": "vendue:staff"},
        {"aud": ["vendue:public", "vendue:staff"]},
        {"aud": "someone"},
        {"iss": "https://evil.example"},
        {"sub": "00000000-0000-0000-0000-000000000000"},
        {"sid": "00000000-0000-0000-0000-000000000000"},
        {"exp": 4_000_000_000},
        {"iat": 4_000_000_000},
        {"scope": None},
    ],
    ids=str,
)
def test_a_claim_is_what_the_market_wrote(asker, claim):
    header, claims = parts(asker.market.tokens["seller"])
    token = signed(header, {**claims, **claim})
    for path in ("/v1/me", "/v1/meta", "/admin/v1/flags"):
        assert refused(asker, path, f"Bearer {token}") == UNAUTHENTICATED


def test_a_scope_that_the_session_has_not_is_not_gained_by_claiming_it(asker):
    header, claims = parts(asker.market.tokens["bare"])
    token = signed(header, {**claims, "scope": "profile:read bids:write staff:accounts"})
    assert refused(asker, "/v1/me", f"Bearer {token}") == (403, "not_allowed")


@pytest.mark.parametrize(
    "authorization",
    [
        "Bearer",
        "Bearer ",
        "Bearer  ",
        "Basic YTpi",
        "Digest x",
        "Token x",
        "nonsense",
        ",",
        "Bearer vk_",
        "Bearer vr_x",
        "Bearer " + "x" * 9_000,
        "Bearer a b",
        "Bearer \x00",
        "Bearer \u0101",
        "Bearer ....",
        "Bearer e30.e30.e30",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_what_is_no_credential_lets_nobody_in(asker, authorization):
    for path in ("/v1/me", "/v1/meta", "/admin/v1/flags"):
        assert refused(asker, path, authorization) == UNAUTHENTICATED


def test_two_credentials_at_once_are_none(asker):
    token = asker.market.tokens["seller"]
    both = f"Bearer {token}, Bearer {asker.market.tokens['buyer']}"
    status, _, content = raw("GET", "/api/v1/me", {"HTTP_AUTHORIZATION": both})
    assert (status, orjson.loads(content)["code"]) == UNAUTHENTICATED


def test_a_token_in_the_address_is_not_looked_for(asker):
    token = asker.market.tokens["seller"]
    for name in ("access_token", "token", "api_key"):
        assert asker.refused("GET", f"/v1/me?{name}={token}", caller="guest") == UNAUTHENTICATED


def test_a_refresh_token_is_no_access_token(asker):
    refresh = asker.market.refresh_tokens["seller"]
    assert refused(asker, "/v1/me", f"Bearer {refresh}") == UNAUTHENTICATED


def refresh(asker, token, path="/v1/sessions/refresh", **headers):
    return asker.send("POST", path, {"refresh_token": token}, caller="guest", **headers)


def test_a_refresh_token_that_comes_back_ends_its_family(asker):
    stolen = asker.market.refresh_tokens["seller"]
    successor = refresh(asker, stolen).json()["refresh_token"]
    with time_machine.travel(clock.now() + timedelta(seconds=11)):
        assert a_problem(refresh(asker, stolen))["code"] == "token_reused"
        for token in (stolen, successor):
            assert refresh(asker, token).status_code == 401
    assert refresh(asker, asker.market.refresh_tokens["buyer"]).status_code == 200


def test_a_thief_on_another_device_ends_the_family_at_once(asker):
    stolen = asker.market.refresh_tokens["seller"]
    assert refresh(asker, stolen).status_code == 200
    theft = refresh(asker, stolen, User_Agent="Another", X_Device_Id="another-device")
    assert a_problem(theft)["code"] == "token_reused"


def test_a_refresh_token_serves_one_api(asker):
    ours, staffs = (asker.market.refresh_tokens[name] for name in ("seller", "staff"))
    for token, path in ((staffs, "/v1/sessions/refresh"), (ours, "/admin/v1/sessions/refresh")):
        assert a_problem(refresh(asker, token, path))["code"] == "unauthenticated"
    assert refresh(asker, ours).status_code == 200


def test_staff_may_refresh_with_their_access_token_still_attached(asker):
    token = asker.market.refresh_tokens["staff"]
    answer = asker.send(
        "POST", "/admin/v1/sessions/refresh", {"refresh_token": token}, caller="staff"
    )
    assert answer.status_code == 200
