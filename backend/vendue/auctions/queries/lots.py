"""Reading lots: their public state and their history."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from vendue.auctions.engine.figures import FactKind, pseudonym
from vendue.auctions.engine.history import timestamp
from vendue.auctions.models import LotFact, LotState
from vendue.auctions.queries.lot_rows import COLUMNS, figures_of, load_terms, state_of, terms_of
from vendue.kernel import clock
from vendue.kernel.errors import NotFound
from vendue.kernel.lots import LotResult, LotStateOut
from vendue.kernel.pages import decode_cursor, page_of


@dataclass(frozen=True, slots=True)
class Commitments:
    """The hashes of a fact's hidden values."""

    bidder: str | None
    maximum: str | None


@dataclass(frozen=True, slots=True)
class PublicFact:
    """A fact as everybody may see it, in the form its hash covers."""

    lot_id: UUID
    sequence: int
    epoch: int
    kind: FactKind
    bidder: str | None
    leader: str | None
    amount_minor: int | None
    price_minor: int
    ends_at: str
    at: str
    voided_sequences: Sequence[int]
    result: LotResult | None
    commitments: Commitments
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class History:
    """A page of facts with what their chain begins with."""

    items: Sequence[PublicFact]
    next_cursor: str | None
    terms: dict[str, Any]
    terms_hash: str


def lot_state(lot_id: UUID) -> LotStateOut:
    """The public state of a published lot. Raises ``NotFound``."""
    return state_of_row(row_of(lot_id))


def row_of(lot_id: UUID) -> LotState:
    """The row of a published lot, without its long terms. Raises ``NotFound``."""
    row = LotState.objects.defer("terms").filter(lot_id=lot_id).first()
    if row is None:
        raise NotFound
    return row


def state_of_row(row: LotState) -> LotStateOut:
    """The public state of a row."""
    values = {name: getattr(row, name) for name in COLUMNS}
    return state_of(row.lot_id, figures_of(values), terms_of(values, load_terms), clock.now())


def history_of(lot_id: UUID, *, cursor: str | None, limit: int) -> History:
    """The facts of a lot, oldest first. Raises ``NotFound``."""
    lot = LotState.objects.only("terms", "terms_hash").filter(lot_id=lot_id).first()
    if lot is None:
        raise NotFound
    after = 0 if cursor is None else decode_cursor(cursor, int)[0]
    found = LotFact.objects.filter(lot_id=lot_id, sequence__gt=after).order_by("sequence")
    page = page_of(list(found[: limit + 1]), limit, lambda fact: (fact.sequence,))
    facts = [public_fact(fact) for fact in page.items]
    return History(facts, page.next_cursor, lot.terms, lot.terms_hash)


def public_fact(fact: LotFact) -> PublicFact:
    """What everybody may see of a stored fact."""
    return PublicFact(
        lot_id=fact.lot_id,
        sequence=fact.sequence,
        epoch=fact.epoch,
        kind=FactKind(fact.kind),
        bidder=pseudonym(fact.bidder_number),
        leader=pseudonym(fact.leader_number),
        amount_minor=fact.amount_minor,
        price_minor=fact.price_minor,
        ends_at=timestamp(fact.ends_at),
        at=timestamp(fact.at),
        voided_sequences=fact.voided_sequences,
        result=None if fact.result is None else LotResult(fact.result),
        commitments=Commitments(fact.bidder_commitment, fact.maximum_commitment),
        previous_hash=fact.previous_hash,
        hash=fact.hash,
    )
