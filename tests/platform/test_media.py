"""Files, in a folder and in a bucket: the same behaviour by one setting."""

import json
from collections.abc import Iterator
from pathlib import Path

import boto3
import httpx
import pytest
from django.test import RequestFactory
from moto.server import ThreadedMotoServer

from vendue.kernel.errors import NotFound
from vendue.platform import routes
from vendue.platform.gateways import media_store
from vendue.platform.services import media

PICTURE = b"RIFF....WEBP a small picture"
KEY = media.key_for("photographs", PICTURE, ".webp")


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3: str, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    client = boto3.client("s3", endpoint_url=s3, region_name="us-east-1")
    client.create_bucket(Bucket="pictures")
    # What BucketStore asks of its operator: anybody may read the public folders.
    statement = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::pictures/photographs/*",
    }
    policy = {"Version": "2012-10-17", "Statement": [statement]}
    client.put_bucket_policy(Bucket="pictures", Policy=json.dumps(policy))
    return f"s3://pictures?endpoint={s3}"


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> media_store.MediaStore:
    """One kind of store after the other, as the process's own."""
    address = str(tmp_path) if request.param == "folder" else request.getfixturevalue("bucket")
    made = media_store.from_address(address, "http://127.0.0.1:8000")
    request.getfixturevalue("monkeypatch").setattr(media_store, "current", lambda: made)
    return made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = media_store.from_address(str(tmp_path), "http://127.0.0.1:8000")
    monkeypatch.setattr(media_store, "current", lambda: made)
    return tmp_path


@pytest.mark.usefixtures("store")
def test_what_was_stored_is_read_until_it_is_deleted():
    media.store(KEY, PICTURE, "image/webp")
    media.store(KEY, PICTURE, "image/webp")
    assert media.read(KEY) == PICTURE
    media.delete(KEY)
    with pytest.raises(NotFound):
        media.read(KEY)
    media.delete(KEY)


@pytest.mark.usefixtures("store")
def test_a_key_never_gets_other_bytes():
    media.store(KEY, PICTURE, "image/webp")
    media.store(KEY, b"something else", "image/webp")
    assert media.read(KEY) == PICTURE


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "key", ["../etc/passwd.png", "/etc/passwd.png", "a/../b.png", "A.png", "a//b.png", "a.png\x00"]
)
def test_what_is_no_key_reaches_no_store(key):
    with pytest.raises(ValueError, match="is not a key"):
        media.store(key, b"", "image/png")
    with pytest.raises(ValueError, match="is not a key"):
        media.read(key)
    assert media.read_public(key) is None


@pytest.mark.usefixtures("store")
def test_the_ending_and_the_type_must_agree():
    with pytest.raises(ValueError, match="does not end like"):
        media.store(KEY, PICTURE, "image/png")
    with pytest.raises(ValueError, match="nothing that is served"):
        media.store("photographs/a.html", b"<script>", "text/html")


@pytest.mark.usefixtures("store")
def test_a_private_file_is_read_by_the_market_and_by_nobody_else():
    key = media.key_for("private/uploads", PICTURE, ".jpg")
    media.store(key, PICTURE, "image/jpeg")
    assert media.read(key) == PICTURE
    assert media.read_public(key) is None
    with pytest.raises(ValueError, match="private"):
        media.url(key)


def test_a_bucket_answers_at_the_address_with_the_type_for_ever(bucket, monkeypatch):
    made = media_store.from_address(bucket, "")
    monkeypatch.setattr(media_store, "current", lambda: made)
    media.store(KEY, PICTURE, "image/webp")
    private = media.key_for("private/uploads", PICTURE, ".jpg")
    media.store(private, PICTURE, "image/jpeg")
    answer = httpx.get(media.url(KEY))
    assert (answer.status_code, answer.content) == (200, PICTURE)
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Cache-Control"] == media_store.CACHE_CONTROL
    assert httpx.get(media.url(KEY).replace(KEY, private)).status_code == 403


def test_a_bucket_may_have_a_public_address_of_its_own(bucket, monkeypatch):
    made = media_store.from_address(f"{bucket}&public_url=https://media.example", "")
    monkeypatch.setattr(media_store, "current", lambda: made)
    assert media.url(KEY) == f"https://media.example/{KEY}"


def test_the_folder_is_served_with_headers_for_ever_and_for_nothing_to_run(folder):
    media.store(KEY, PICTURE, "image/webp")
    assert media.url(KEY) == f"http://127.0.0.1:8000/media/{KEY}"
    answer = routes.serve_media(RequestFactory().get(f"/media/{KEY}"), key=KEY)
    assert (answer.status_code, answer.content) == (200, PICTURE)
    assert answer["Content-Type"] == "image/webp"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert [path.name for path in folder.rglob(".part-*")] == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("key", ["photographs/missing.webp", "../secrets.env", "private/a/b.jpg"])
def test_what_is_not_public_is_not_there(key):
    assert routes.serve_media(RequestFactory().get("/media/x"), key=key).status_code == 404


@pytest.mark.usefixtures("folder")
def test_files_are_only_read():
    assert routes.serve_media(RequestFactory().post("/media/x"), key=KEY).status_code == 405
