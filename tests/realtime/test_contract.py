"""The contract of the events: committed as made, valid, every message with an example."""

import json
import subprocess
from copy import deepcopy

import pytest
from jsonschema import Draft7Validator, FormatChecker

from tests.contract.documents import FOLDER, ROOT
from tests.contract.published import REDOCLY
from vendue.realtime import contract

PATH = FOLDER / contract.FILE
CONFIG = ROOT / "openapi" / "redocly.yaml"


@pytest.fixture(scope="module")
def document():
    return json.loads(PATH.read_text(encoding="utf-8"))


def test_the_committed_contract_is_the_one_made_from_the_classes():
    committed = PATH.read_text(encoding="utf-8")
    assert committed == contract.text(), "Run `make contracts sdk` and commit what changed."


def test_every_message_has_an_example_that_is_valid(document):
    for name, message in document["components"]["messages"].items():
        assert message["examples"], name
        for example in message["examples"]:
            assert complaints(document, name, example["payload"]) == []


def test_an_example_that_is_not_valid_would_be_found(document):
    example = deepcopy(document["components"]["messages"]["BidPlaced"]["examples"][0]["payload"])
    del example["sequence"]
    assert complaints(document, "BidPlaced", example) != []


def test_every_event_class_with_a_channel_is_a_message_of_that_channel(document):
    for event in contract.published():
        told = [
            channel
            for channel in document["channels"].values()
            if event.__name__ in channel["messages"]
        ]
        assert told, event.__name__
        assert document["components"]["messages"][event.__name__]["name"] == event.name


def test_every_message_and_field_is_described(document):
    silent = [
        f"{name}.{field}"
        for name, schema in document["components"]["schemas"].items()
        for field, described in schema.get("properties", {}).items()
        if "$ref" not in described and not described.get("description")
    ]
    undescribed = [
        n for n, s in document["components"]["schemas"].items() if "description" not in s
    ]
    assert (silent, undescribed) == ([], [])


def test_what_the_server_says_may_grow(document):
    closed = [
        name
        for name, schema in document["components"]["schemas"].items()
        if schema.get("additionalProperties") is False
    ]
    assert sorted(closed) == ["Ping", "Subscribe", "Unsubscribe"]


def test_the_linter_finds_nothing():
    # A guest may watch all but `me`, which says so: there is no scheme for "none".
    done = subprocess.run(
        [REDOCLY, "lint", PATH, "--config", CONFIG, "--skip-rule", "security-defined"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def complaints(document, name, payload):
    """What is wrong with a message by the contract."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    checker = Draft7Validator(schema, format_checker=FormatChecker())
    return [error.message for error in checker.iter_errors(payload)]
