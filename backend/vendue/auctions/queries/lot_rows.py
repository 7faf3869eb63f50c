"""Between a row and the engine: terms, figures and public state of a lot.

Every reader and writer of a lot goes through here, so that a figure means the same to a bid, a
purchase, a close, a void and a page.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from vendue.auctions.engine.figures import LotFigures, pseudonym
from vendue.auctions.engine.public import PublicState, Shown, public_state
from vendue.auctions.engine.rule_documents import parse_rules
from vendue.auctions.engine.terms import LotTerms
from vendue.kernel.lots import BuyNowOut, LotResult, LotStateOut

Row = Mapping[str, Any]

#: The figures of a row, in the order of the engine's fields.
FIGURES = (
    "price_minor",
    "ends_at",
    "epoch",
    "sequence",
    "leader_id",
    "leader_number",
    "leader_maximum_minor",
    "second_maximum_minor",
    "reserve_minor",
    "reserve_lowered",
    "extension_count",
    "bid_count",
    "bidder_count",
    "closed_at",
    "result",
)
#: What the engine needs of a row beside its figures. The document of the rules is not among it:
#: it is long, never changes, and is loaded once.
TERMS = (
    "currency",
    "start_price_minor",
    "published_reserve_minor",
    "buy_now_minor",
    "starts_at",
    "published_ends_at",
    "hard_end",
)
#: What everything that is decided under the lock reads.
COLUMNS = (
    "lot_id",
    "auction_id",
    "seller_id",
    "organisation_id",
    "terms_hash",
    "head_hash",
    *TERMS,
    *FIGURES,
)


def figures_of(row: Row) -> LotFigures:
    """The figures a row holds."""
    result = row["result"]
    return LotFigures(
        row["price_minor"],
        row["ends_at"],
        row["epoch"],
        row["sequence"],
        row["leader_id"],
        row["leader_number"],
        row["leader_maximum_minor"],
        row["second_maximum_minor"],
        row["reserve_minor"],
        row["reserve_lowered"],
        row["extension_count"],
        row["bid_count"],
        row["bidder_count"],
        row["closed_at"],
        None if result is None else LotResult(result),
    )


def terms_of(row: Row, load: Callable[[UUID], str]) -> LotTerms:
    """The terms a lot was published under.

    They never change, so each process parses them once: ``load`` gives the text of the public
    terms by the lot's id.
    """
    key = (row["terms_hash"], row["published_reserve_minor"])
    terms = _parsed.get(key)
    if terms is None:
        if len(_parsed) >= _MOST_PARSED:
            _parsed.clear()
        terms = _parsed[key] = LotTerms(
            currency=row["currency"],
            start_price_minor=row["start_price_minor"],
            starts_at=row["starts_at"],
            ends_at=row["published_ends_at"],
            rules=parse_rules(orjson.loads(load(row["lot_id"]))["rules"]),
            reserve_minor=row["published_reserve_minor"],
            buy_now_minor=row["buy_now_minor"],
            hard_end=row["hard_end"],
        )
    return terms


def load_terms(lot_id: UUID) -> str:
    """The text of a lot's public terms, by a query of its own."""
    with connection.cursor() as cursor:
        cursor.execute(TERMS_TEXT, [lot_id])
        (text,) = cursor.fetchone()
    return str(text)


#: Parameter: lots uuid[]. Rows: (lot, text of its public terms).
TERMS_TEXTS = "SELECT lot_id, terms::text FROM auctions_lotstate WHERE lot_id = ANY(%s::uuid[])"
#: Parameter: lot uuid.
TERMS_TEXT = "SELECT terms::text FROM auctions_lotstate WHERE lot_id = %s"

_MOST_PARSED = 20_000
#: By the hash of the public terms, which covers the lot's id, and the secret reserve.
_parsed: dict[tuple[str, int | None], LotTerms] = {}


def state_of(lot_id: UUID, shown: Shown, terms: LotTerms, at: datetime) -> LotStateOut:
    """The public state of a lot: of its figures now, or of a fact right after it."""
    return state_out(lot_id, public_state(shown, terms, at))


def state_out(lot_id: UUID, state: PublicState) -> LotStateOut:
    """The wire's form of a public state."""
    return LotStateOut(
        lot_id=lot_id,
        epoch=state.epoch,
        sequence=state.sequence,
        status=state.status,
        currency=state.currency,
        price_minor=state.price_minor,
        minimum_bid_minor=state.minimum_bid_minor,
        bid_count=state.bid_count,
        bidder_count=state.bidder_count,
        reserve=state.reserve,
        buy_now=None if state.buy_now_minor is None else BuyNowOut(price_minor=state.buy_now_minor),
        leader=pseudonym(state.leader_number),
        starts_at=state.starts_at,
        ends_at=state.ends_at,
        extension_count=state.extension_count,
        closed_at=state.closed_at,
        result=state.result,
        hammer_price_minor=state.hammer_price_minor,
    )
