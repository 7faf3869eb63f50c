"""How operations become methods, and schemas arguments."""

import pytest

from tests.contract.documents import load
from tests.sdk.terminal import SDK


@pytest.fixture(autouse=True)
def _the_generator_is_importable(monkeypatch):
    monkeypatch.syspath_prepend(str(SDK))


@pytest.mark.parametrize(
    ("tag", "operation", "method"),
    [
        ("lots", "search_lots", "search"),
        ("lots", "get_lot_state", "get_state"),
        ("lots", "place_bid", "place_bid"),
        ("lots", "list_lot_history", "list_history"),
        ("me", "list_my_bids", "list_bids"),
        ("me", "get_me", "get"),
        ("me", "list_watched_lots", "list_watched_lots"),
        ("meta", "get_meta", "get"),
        ("categories", "get_category", "get"),
        ("auctions", "list_auction_lots", "list_lots"),
        ("rules", "list_rule_sets", "list"),
        ("sessions", "sign_out_everywhere", "sign_out_everywhere"),
        ("lots", "import_lots", "import_"),
    ],
)
def test_a_method_is_its_operation_without_the_resources_noun(tag, operation, method):
    from generator.naming import method_name  # noqa: PLC0415 - on the path only here

    assert method_name(tag, operation) == method


def test_every_operation_and_every_code_of_the_contract_is_in_the_sdk():
    from generator.reading import problems, resources  # noqa: PLC0415 - on the path only here
    from vendue_sdk import AsyncVendue, Vendue  # noqa: PLC0415 - as above
    from vendue_sdk._generated.problems import BY_CODE  # noqa: PLC0415 - as above

    contract = load("openapi.json")
    clients = Vendue(), AsyncVendue()
    for tag, operations in resources(contract).items():
        for operation in operations:
            for client in clients:
                assert callable(getattr(getattr(client, tag), operation.method))
    for problem in problems(contract):
        assert BY_CODE[problem.code].__name__ == problem.name
