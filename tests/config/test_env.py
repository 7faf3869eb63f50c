"""What the operator's addresses come to: nothing that they say is lost on the way."""

from base64 import b64encode

import pytest
from pydantic import SecretStr, ValidationError

from vendue.config.env import Environment


def an_environment(**fields: str) -> Environment:
    known = {
        "database_url": "postgresql://127.0.0.1/vendue",
        "redis_url": "redis://127.0.0.1/0",
        "vendue_secret_key": "s",
        "vendue_token_key": b64encode(bytes(32)).decode(),
        "vendue_receipt_key": b64encode(bytes(32)).decode(),
    }
    return Environment(**{name: SecretStr(value) for name, value in {**known, **fields}.items()})


@pytest.mark.parametrize("name", ["vendue_token_key", "vendue_receipt_key"])
@pytest.mark.parametrize(
    "key", ["", "secret words", b64encode(bytes(31)).decode(), b64encode(bytes(64)).decode()]
)
def test_a_key_that_is_none_is_told_by_name_and_not_repeated(name, key):
    with pytest.raises(ValidationError) as refused:
        an_environment(**{name: key})
    message = str(refused.value)
    assert f"{name.upper()} must be an Ed25519 private key: 32 bytes in base64." in message
    assert not key or key not in message


def test_a_database_may_ask_for_an_encrypted_connection():
    database = an_environment(
        database_url="postgresql://a%40b:p%2Fw@db:5433/the%20market?sslmode=verify-full&sslrootcert=/ca.pem"
    ).database()
    assert (database["USER"], database["PASSWORD"]) == ("a@b", "p/w")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db", "5433", "the market")
    options = database["OPTIONS"]
    assert isinstance(options, dict)
    assert (options["sslmode"], options["sslrootcert"]) == ("verify-full", "/ca.pem")
    assert "statement_timeout" in options["options"]


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://127.0.0.1:1025", ("127.0.0.1", 1025, "", "", "smtp")),
        ("smtp://mail.example", ("mail.example", 25, "", "", "smtp")),
        ("smtps://anna:p%40ss@mail.example", ("mail.example", 465, "anna", "p@ss", "smtps")),
        ("smtp+tls://a:b@mail.example:2525", ("mail.example", 2525, "a", "b", "smtp+tls")),
    ],
)
def test_a_mail_server_is_named_by_its_address(address, server):
    assert an_environment(vendue_mail=address).mail() == server


@pytest.mark.parametrize("address", ["mail.example:25", "smtp://", "http://mail.example"])
def test_a_mail_address_that_names_no_server_is_refused(address):
    with pytest.raises(ValueError, match="VENDUE_MAIL"):
        an_environment(vendue_mail=address).mail()


def test_secrets_do_not_show():
    shown = repr(an_environment(vendue_mail="smtp://a:hidden@mail.example"))
    assert "hidden" not in shown
